// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/measurement/separation_reunion_parameters.hpp"

#include <tuple>

namespace iwm {

/// Levels of alarm of `instruments::strange_situation`, beside what every such procedure has.
struct strange_situation_parameters : separation_reunion_parameters {
  double alarm_2 = 0.15, alarm_3 = 0.25, alarm_4 = 0.45, alarm_6 = 0.70, alarm_7 = 0.65;
  double alarm_reunion = 0.20;

  static constexpr auto fields() {
    using P = strange_situation_parameters;
    constexpr auto source = "reference model 15.10, calibrated";
    return std::tuple_cat(std::tuple{
        field{"alarm_2", &P::alarm_2, 0., 1., "arousal", "level alone with the parent", source},
        field{"alarm_3", &P::alarm_3, 0., 1., "arousal", "level when the stranger enters", source},
        field{"alarm_4", &P::alarm_4, 0., 1., "arousal", "level in the first separation", source},
        field{"alarm_6", &P::alarm_6, 0., 1., "arousal", "level alone in the second separation", source},
        field{"alarm_7", &P::alarm_7, 0., 1., "arousal", "level with the stranger in the second separation", source},
        field{"alarm_reunion", &P::alarm_reunion, 0., 1., "arousal", "level in the reunions", source}},
        separation_reunion_parameters::fields());
  }
};

}  // namespace iwm
