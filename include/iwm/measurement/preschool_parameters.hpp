// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/measurement/separation_reunion_parameters.hpp"

#include <tuple>

namespace iwm {

/// Levels of alarm of `instruments::preschool`, beside what every such procedure has. A child of
/// three to six years knows that a parent who leaves comes back: milder than the Strange Situation.
struct preschool_parameters : separation_reunion_parameters {
  double alarm_together = 0.10, alarm_first_separation = 0.40, alarm_second_separation = 0.60;
  double alarm_reunion = 0.20;

  /// A little distance is good manners at this age: avoidance counts from a higher level, calibrated
  /// on the share of secure children in Deneault et al. (2023), doi:10.1080/14616734.2023.2187852.
  constexpr preschool_parameters() { avoidance_cut = 4.0; }

  static constexpr auto fields() {
    using P = preschool_parameters;
    constexpr auto source = "own choice";
    return std::tuple_cat(
        std::tuple{
            field{"alarm_together", &P::alarm_together, 0., 1., "arousal", "level alone with the parent",
                  source},
            field{"alarm_first_separation", &P::alarm_first_separation, 0., 1., "arousal",
                  "level alone in the first separation", source},
            field{"alarm_second_separation", &P::alarm_second_separation, 0., 1., "arousal",
                  "level alone in the second separation", source},
            field{"alarm_reunion", &P::alarm_reunion, 0., 1., "arousal", "level in the reunions",
                  source}},
        separation_reunion_parameters::fields());
  }
};

}  // namespace iwm
