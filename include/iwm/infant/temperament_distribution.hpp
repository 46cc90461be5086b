// SPDX-License-Identifier: MIT
#pragma once

#include <tuple>

#include "iwm/core/distributions.hpp"
#include "iwm/core/draws.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/interaction/temperament.hpp"

namespace iwm {

/// Distribution of temperament: independent logit-normals. Own choice; median .5.
struct temperament_distribution {
  double reactivity_mean = 0, reactivity_sd = 0.8;
  double soothability_mean = 0, soothability_sd = 0.8;
  double sociability_mean = 0, sociability_sd = 0.8;

  static constexpr auto fields() {
    using P = temperament_distribution;
    return std::tuple{
        field{"reactivity_mean", &P::reactivity_mean, -4., 4., "logit", "mean reactivity", "own choice"},
        field{"reactivity_sd", &P::reactivity_sd, 0., 4., "logit", "spread of reactivity", "own choice"},
        field{"soothability_mean", &P::soothability_mean, -4., 4., "logit", "mean soothability", "own choice"},
        field{"soothability_sd", &P::soothability_sd, 0., 4., "logit", "spread of soothability", "own choice"},
        field{"sociability_mean", &P::sociability_mean, -4., 4., "logit", "mean sociability", "own choice"},
        field{"sociability_sd", &P::sociability_sd, 0., 4., "logit", "spread of sociability", "own choice"}};
  }

  /// One infant from the draws of purpose `temperament`.
  temperament draw(const draws& u) const {
    return {logit_normal(u[0], reactivity_mean, reactivity_sd),
            logit_normal(u[1], soothability_mean, soothability_sd),
            logit_normal(u[2], sociability_mean, sociability_sd)};
  }
};

}  // namespace iwm
