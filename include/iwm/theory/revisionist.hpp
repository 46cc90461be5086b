// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/published/prototype.hpp"
#include "iwm/theory/security_scale.hpp"
#include "iwm/theory/theory.hpp"

#include <string_view>
#include <tuple>

namespace iwm::theories {

/// Security A is a copy of its past, revised by care and by nothing else: what was early is
/// forgotten at the rate at which care revises.
///
///   A' = a A + (1 - a) x,   A += plasticity (A' - A)
///
/// `published::prototype_dynamics` without a prototype: A RECONSTRUCTION of Fraley (2002),
/// doi:10.1207/S15327957PSPR0602_03, recalled, unverified.
struct revisionist {
  static constexpr std::string_view name = "revisionist";
  static constexpr std::string_view summary =
      "security is revised by care and keeps no prototype (reconstruction of Fraley's contrast)";

  struct parameters {
    double carried = 0.99;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{field{"carried", &P::carried, 0., 1., "1/event",
                              "share of security that is carried over an event", "own choice"}};
    }
  };
  struct state {
    double security = 0;  ///< A
    bool operator==(const state&) const = default;
  };
  parameters p{};

  state initial(const temperament&, const prior& from) const {
    return {0.5 * (from.self + from.other)};
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
    const published::prototype_dynamics dynamics{.carried = p.carried, .pull = 0.};
    const double next = dynamics.step(s.security, 0., (1. - p.carried) * evidence);
    return {clamp(blend(s.security, next, plasticity), -1., 1.)};
  }

  response anticipate(const state& s, const signal&) const { return secure_response(s.security); }

  self_vector self(const state& s) const { return secure_self(s.security); }
  other_vector other(const state& s) const { return secure_other(s.security); }
};
static_assert(theory<revisionist>);

}  // namespace iwm::theories
