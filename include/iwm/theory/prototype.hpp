// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/published/prototype.hpp"
#include "iwm/theory/security_scale.hpp"
#include "iwm/theory/theory.hpp"

#include <string_view>
#include <tuple>

namespace iwm::theories {

/// Security A follows care and is pulled back for ever to a prototype P that early care has left.
///
///   A' = a A + p P + (1 - a - p) x,   A += plasticity (A' - A)
///   P += plasticity formation exp(-age / window) (x - P)
///
/// with x the evidence of an event. The first line is `published::prototype_dynamics` with the care
/// of the day as its disturbance: A RECONSTRUCTION of Fraley (2002),
/// doi:10.1207/S15327957PSPR0602_03, recalled, unverified. The second line is own design.
/// Weights: p = prototype_weight (1 - a), so that any two values in range make a model.
struct prototype {
  static constexpr std::string_view name = "prototype";
  static constexpr std::string_view summary =
      "security returns to a prototype formed by early care (reconstruction of Fraley's model)";

  struct parameters {
    double carried = 0.99;
    double prototype_weight = 0.5;
    double formation = 0.02;
    double window = 1;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"carried", &P::carried, 0., 1., "1/event",
                "share of security that is carried over an event", "own choice"},
          field{"prototype_weight", &P::prototype_weight, 0., 1., "1",
                "weight of the prototype against present care; 0 = revisionist",
                "own choice: equal weights"},
          field{"formation", &P::formation, 0., 1., "1/event",
                "share of the evidence that enters the prototype at birth", "own choice"},
          field{"window", &P::window, 0.05, 100., "years",
                "age at which 63% of the prototype's openness is over", "own choice: infancy"}};
    }
  };
  struct state {
    double security = 0;   ///< A
    double prototype = 0;  ///< P
    bool operator==(const state&) const = default;
  };
  parameters p{};

  state initial(const temperament&, const prior& from) const {
    const double start = 0.5 * (from.self + from.other);
    return {start, start};
  }

  double felt_security(const state& s) const { return clamp01(0.5 * (1. + s.security)); }

  signal behave(const state& s, const circumstance& now, double arousal, const temperament&,
                const draws&) const {
    return security_signal(s.security, now, arousal);
  }

  outcome appraise(const state&, const event&, const outcome& came, const temperament&,
                   const draws&) const {
    return came;
  }

  state learn(const state& s, const event& seen, const outcome& felt, const temperament&,
              double plasticity) const {
    const double evidence = secure_evidence(seen, felt);
    const double open = 1. - p.carried, pull = p.prototype_weight * open;
    const published::prototype_dynamics dynamics{.carried = p.carried, .pull = pull};
    const double next = dynamics.step(s.security, s.prototype, (open - pull) * evidence);
    const double forming = plasticity * p.formation * exp(-seen.now.age / p.window);
    return {clamp(blend(s.security, next, plasticity), -1., 1.),
            blend(s.prototype, evidence, forming)};
  }

  response anticipate(const state& s, const signal&) const { return secure_response(s.security); }

  self_vector self(const state& s) const { return secure_self(s.security); }
  other_vector other(const state& s) const { return secure_other(s.security); }
};
static_assert(theory<prototype>);

}  // namespace iwm::theories
