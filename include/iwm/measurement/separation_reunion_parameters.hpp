// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"

#include <tuple>

namespace iwm {

/// Pace, errors and cut points of every `instruments::separation_reunion`, and the parts of the `norm`
/// by which it scores.
struct separation_reunion_parameters {
  double separation_pace = 0.20, pace = 0.08;
  double interval_duration = 0.2;
  double persistence = 0.6;
  double mood_sd = 0.045, arousal_mood_sd = 0.1;
  double rater_sd = 0.9;
  double avoidance_cut = 3.2, resistance_cut = 3.5;
  double distress_limit = 8;
  double closeness = 0, composure = 0;

  static constexpr auto fields() {
    using P = separation_reunion_parameters;
    constexpr auto source = "reference model 15.10, calibrated";
    return std::tuple{
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
        field{"distress_limit", &P::distress_limit, 1., 12., "intervals", "full crying that ends a separation early", "own choice"},
        field{"closeness", &P::closeness, 0., 1., "1", "closeness of the norm by which it is scored", "own choice"},
        field{"composure", &P::composure, 0., 1., "1", "composure of the norm by which it is scored", "own choice"}};
  }
};

}  // namespace iwm
