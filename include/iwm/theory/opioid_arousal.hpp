// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/published/opioid_arousal.hpp"
#include "iwm/theory/theory.hpp"
#include "iwm/working_model/expectations.hpp"

#include <string_view>
#include <tuple>

namespace iwm::theories {

/// Comfort raises opioid, a lack of opioid against the set point rouses, and the set point slowly
/// becomes the level that the figure's care keeps up: that is the belief.
///
///   O += relaxation (C - O),  C = rest + (1 - rest) max(0, relief)
///   S += plasticity adaptation (O - S)
///   shown = 2 arousal arousal_sensitivity (max(0, S - O) + (1 + O) / 2) / (1 + opioid_sensitivity
///   O)
///
/// which is the arousal itself at O = S and sensitivities of 1, and is kept at 1 or below.
///
/// After `published::opioid_arousal_system`: A RECONSTRUCTION of Stevens & Zhang (2009),
/// doi:10.1109/TAMD.2009.2038190, of which structure and not equations are available.
struct opioid_arousal {
  static constexpr std::string_view name = "opioid_arousal";
  static constexpr std::string_view summary =
      "comfort sets the opioid level that is missed (reconstruction after Stevens and Zhang)";

  struct parameters {
    double relaxation = 0.3;
    double adaptation = 0.02;
    double opioid_sensitivity = 1;
    double arousal_sensitivity = 1;
    double rest = 0.2;
    double low = 0.3;
    double missing = 0.15;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"relaxation", &P::relaxation, 0., 1., "1/event",
                "share of the way of opioid to what an event supplies", "own choice"},
          field{"adaptation", &P::adaptation, 0., 1., "1/event",
                "share of the way of the set point to opioid at birth", "own choice"},
          field{"opioid_sensitivity", &P::opioid_sensitivity, 0., 10., "1", "how much opioid calms",
                "own choice: balanced"},
          field{"arousal_sensitivity", &P::arousal_sensitivity, 0., 10., "1",
                "how much a lack of opioid rouses", "own choice: balanced"},
          field{"rest", &P::rest, 0., 0.9, "1", "opioid without any comfort", "own choice"},
          field{"low", &P::low, 0., 1., "1",
                "set point below which comfort is not looked for: minimises", "own choice"},
          field{"missing", &P::missing, 0., 1., "1",
                "lack of opioid above which it is protested: maximises", "own choice"}};
    }
  };
  struct state {
    double opioid = 0;     ///< O, 0 to 1
    double set_point = 0;  ///< S, 0 to 1
    double safety = 0;     ///< trust at birth; this theory learns nothing of fright
    bool operator==(const state&) const = default;
  };
  parameters p{};

  state initial(const temperament&, const prior& from) const {
    const double start = 0.5 * (1. + from.other);
    return {start, start, from.safety};
  }

  double felt_security(const state& s) const { return clamp01(s.set_point); }

  signal behave(const state& s, const circumstance& now, double arousal, const temperament&,
                const draws& u) const {
    const double near = 1. - now.separation;
    const double lack = max(0., s.set_point - s.opioid);
    const bool resigned = s.set_point + now.mood[0] - now.mood[1] < p.low;
    const bool protests = lack + now.mood[2] - now.mood[0] > p.missing;
    const bool kept = (now.previous >= 0.) & (u[0] < now.persistence);
    const double how = select(kept, now.previous, select(resigned, 1., select(protests, 2., 0.)));
    const published::opioid_arousal_system system{.opioid_sensitivity = p.opioid_sensitivity,
                                                  .arousal_sensitivity = p.arousal_sensitivity};
    const double felt =
        clamp01(2. * arousal * system.settled_arousal(s.opioid, s.set_point, 0.5 + 0.5 * s.opioid));
    const double display =
        select(how == 1., 0.35 * felt, select(how == 2., clamp01(1.6 * felt), felt));
    return {.display = display,
            .proximity = near * display,
            .contact = near * display,
            .resistance = near * select(how == 2., 0.3 + 0.7 * arousal, 0.),
            .avoidance = near * select(how == 1., 0.8 + 0.2 * arousal, 0.),
            .exploration = system.exploration({.arousal = felt}),
            .conflict = 0.,
            .manner = how};
  }

  outcome appraise(const state&, const event&, const outcome& came, const temperament&,
                   const draws&) const {
    return came;
  }

  state learn(const state& s, const event&, const outcome& felt, const temperament&,
              double plasticity) const {
    const double supplied = p.rest + (1. - p.rest) * clamp01(felt.relief);
    const double opioid = blend(s.opioid, supplied, p.relaxation);
    return {opioid, blend(s.set_point, opioid, plasticity * p.adaptation), s.safety};
  }

  response anticipate(const state& s, const signal&) const {
    return {.came = clamp01(s.set_point),
            .fit = clamp01(s.set_point),
            .welcome = clamp01(s.set_point),
            .rejection = 1. - clamp01(s.set_point),
            .fright = 0.5 * (1. - s.safety)};
  }

  self_vector self(const state& s) const {
    const double level = clamp(2. * s.set_point - 1., -1., 1.);
    return {level, level};
  }
  other_vector other(const state& s) const {
    const double level = clamp(2. * s.set_point - 1., -1., 1.);
    return {level, level, s.safety};
  }
};
static_assert(theory<opioid_arousal>);

}  // namespace iwm::theories
