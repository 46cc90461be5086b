// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"

#include <tuple>

namespace iwm {

/// Levels, styles and errors of `instruments::experiences`. Two defaults are those of the form.
template <class Form>
struct experiences_parameters {
  double temperature = 0.1;
  double anxiety_floor = 1.6, anxiety_doubt = 3.5, anxiety_maximise = 1.5, anxiety_strain = 1;
  double avoidance_floor = 1.6, avoidance_distance = 3.5, avoidance_minimise = 1.5;
  double style_sd = Form::style_sd;
  double shared_style = Form::shared_style;
  double gloom_sd = 0.25, agreement_sd = 0.3;
  double mood_sd = 0.15;
  double item_sd = Form::item_sd;
  bool items = false;

  static constexpr auto fields() {
    using P = experiences_parameters;
    constexpr auto points = "scale points";
    return std::tuple{
        field{"temperature", &P::temperature, 0.001, 10., "relief",
              "how loosely the self-image follows habit", "own choice"},
        field{"anxiety_floor", &P::anxiety_floor, -10., 10., points, "anxiety without any doubt",
              "own choice"},
        field{"anxiety_doubt", &P::anxiety_doubt, 0., 20., points,
              "anxiety by doubt of worth and acceptance", "own choice"},
        field{"anxiety_maximise", &P::anxiety_maximise, 0., 20., points,
              "anxiety by the habit of exaggerating", "own choice"},
        field{"anxiety_strain", &P::anxiety_strain, 0., 20., points, "anxiety by strain of the day",
              "own choice"},
        field{"avoidance_floor", &P::avoidance_floor, -10., 10., points,
              "avoidance without any distance", "own choice"},
        field{"avoidance_distance", &P::avoidance_distance, 0., 20., points,
              "avoidance by doubt of availability and acceptance", "own choice"},
        field{"avoidance_minimise", &P::avoidance_minimise, 0., 20., points,
              "avoidance by the habit of muting", "own choice"},
        field{"style_sd", &P::style_sd, 0., 5., points,
              "lasting style of answering, each scale its own", "own choice"},
        field{"shared_style", &P::shared_style, 0., 1., "1",
              "share of lasting style that is the same about everybody",
              "calibrated: reports on parents and partners"},
        field{"gloom_sd", &P::gloom_sd, 0., 5., points,
              "lasting style of answering that both scales share", "own choice"},
        field{"agreement_sd", &P::agreement_sd, 0., 5., points,
              "lasting readiness to say yes, whichever way an item is keyed", "own choice"},
        field{"mood_sd", &P::mood_sd, 0., 5., points, "mood of the day, each scale its own",
              "own choice"},
        field{"item_sd", &P::item_sd, 0., 5., points, "error of a single item", "own choice"},
        field{"items", &P::items, 0., 1., "switch",
              "write each answer as well, as ticked: item_1, item_2 and so on", "own choice"}};
  }
};

}  // namespace iwm
