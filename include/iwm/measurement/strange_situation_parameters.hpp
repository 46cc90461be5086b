// SPDX-License-Identifier: MIT
#pragma once

#include <tuple>

#include "iwm/core/fields.hpp"

namespace iwm {

/// Levels, errors and cut points of `instruments::strange_situation`.
struct strange_situation_parameters {
  double alarm_2 = 0.15, alarm_3 = 0.25, alarm_4 = 0.45, alarm_6 = 0.70, alarm_7 = 0.65;
  double alarm_reunion = 0.20;
  double separation_pace = 0.20, pace = 0.08;
  double interval_duration = 0.2;
  double persistence = 0.6;
  double mood_sd = 0.045, arousal_mood_sd = 0.1;
  double rater_sd = 0.9;
  double avoidance_cut = 3.2, resistance_cut = 3.5;
  double distress_limit = 8;

  static constexpr auto fields() {
    using P = strange_situation_parameters;
    constexpr auto source = "reference model 15.10, calibrated";
    return std::tuple{
        field{"alarm_2", &P::alarm_2, 0., 1., "arousal", "level alone with the parent", source},
        field{"alarm_3", &P::alarm_3, 0., 1., "arousal", "level when the stranger enters", source},
        field{"alarm_4", &P::alarm_4, 0., 1., "arousal", "level in the first separation", source},
        field{"alarm_6", &P::alarm_6, 0., 1., "arousal", "level alone in the second separation", source},
        field{"alarm_7", &P::alarm_7, 0., 1., "arousal", "level with the stranger in the second separation", source},
        field{"alarm_reunion", &P::alarm_reunion, 0., 1., "arousal", "level in the reunions", source},
        field{"separation_pace", &P::separation_pace, 0., 1., "1/interval", "approach to the level in separations", source},
        field{"pace", &P::pace, 0., 1., "1/interval", "approach to the level otherwise", source},
        field{"interval_duration", &P::interval_duration, 0., 1., "events",
              "soothing in one interval, against a whole everyday event", "calibrated"},
        field{"persistence", &P::persistence, 0., 1., "probability", "keeps its manner from interval to interval", source},
        field{"mood_sd", &P::mood_sd, 0., 1., "relief", "strategies' tilt from occasion to occasion", source},
        field{"arousal_mood_sd", &P::arousal_mood_sd, 0., 1., "arousal", "arousal's shift from occasion to occasion", source},
        field{"rater_sd", &P::rater_sd, 0., 3., "scale points", "raters' error on every scale", source},
        field{"avoidance_cut", &P::avoidance_cut, 1., 7., "scale points", "avoidance from which A is given", source},
        field{"resistance_cut", &P::resistance_cut, 1., 7., "scale points", "resistance from which C is given", source},
        field{"distress_limit", &P::distress_limit, 1., 12., "intervals", "full crying that ends a separation early", "own choice"}};
  }
};

}  // namespace iwm
