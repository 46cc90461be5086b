// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/life/theory_block.hpp"
#include "iwm/working_model/episodes.hpp"

#include <array>
#include <optional>
#include <tuple>

namespace iwm {

/// State of mind with regard to attachment: deactivation, hyperactivation, unresolved fright. Standard
/// scores: mean 0 and variance 1 among adults of low-risk families.
struct state_of_mind {
  double deactivation = 0, hyperactivation = 0, unresolved = 0;
};

/// What the state of mind of a grown person is read from.
struct inner_world {
  model_view general{};
  std::array<std::optional<model_view>, 2> parents{};  ///< mother and father of childhood
  double reflection = 0;                               ///< 0 to 1
  double bereaved = 0;  ///< loss that is not mourned, 0 to 1
};

/// From working models to a state of mind (reference model, sections 9 and 12; own choice):
///
///   deactivation     d = (m + i - mean_d) / sd_d,   m = q_minimise - q_direct of the general model,
///                    i = claims of the parents' acceptance above what was felt, times `idealisation`
///   hyperactivation  h = (x + w - mean_h) / sd_h,   x = q_maximise - q_direct,
///                    w = lack of worth as felt, times `worthlessness`
///   unresolved       u = (f - mean_u) / sd_u,       f = felt fear of the parents (1 - reflection) + loss
///
/// Reflection weakens all three by the share `mellowing` of itself. Means and spreads were read off
/// adults who grew up in the simulated low-risk population, so that generations do not drift.
struct state_of_mind_rule {
  double idealisation = 0.3;
  double worthlessness = 0.3;
  double mellowing = 0.5;
  double deactivation_mean = 0, deactivation_sd = 0.1;
  double hyperactivation_mean = 0, hyperactivation_sd = 0.1;
  double unresolved_mean = 0, unresolved_sd = 0.1;

  static constexpr auto fields() {
    using P = state_of_mind_rule;
    constexpr auto read_off = "calibrated: adults of the simulated low-risk population";
    return std::tuple{
        field{"idealisation", &P::idealisation, 0., 10., "relief",
              "weight of claims above what was felt", "own choice"},
        field{"worthlessness", &P::worthlessness, 0., 10., "relief", "weight of a lack of worth",
              "own choice"},
        field{"mellowing", &P::mellowing, 0., 1., "1",
              "how far reflection weakens deactivation, hyperactivation and fright", "own choice"},
        field{"deactivation_mean", &P::deactivation_mean, -10., 10., "relief", "mean", read_off},
        field{"deactivation_sd", &P::deactivation_sd, 1e-6, 10., "relief", "spread", read_off},
        field{"hyperactivation_mean", &P::hyperactivation_mean, -10., 10., "relief", "mean", read_off},
        field{"hyperactivation_sd", &P::hyperactivation_sd, 1e-6, 10., "relief", "spread", read_off},
        field{"unresolved_mean", &P::unresolved_mean, -10., 10., "1", "mean", read_off},
        field{"unresolved_sd", &P::unresolved_sd, 1e-6, 10., "1", "spread", read_off}};
  }

  /// The three before they are standardised.
  state_of_mind raw(const inner_world& mind) const {
    const strategy_values q = mind.general.strategies.value_or(strategy_values{});
    double claimed = 0, feared = 0, parents = 0;
    for (const auto& parent : mind.parents) {
      if (!parent) continue;
      const double said = parent->declared_other ? (*parent->declared_other)[1] : parent->other[1];
      claimed += said - parent->other[1];
      feared += 1. - parent->other[2];
      parents += 1.;
    }
    const double n = max(parents, 1.), calm = 1. - mellowing * mind.reflection;
    return {calm * (q.minimise - q.direct + idealisation * claimed / n),
            calm * (q.maximise - q.direct - worthlessness * mind.general.self[0]),
            calm * (0.5 * feared / n) * (1. - mind.reflection) + mind.bereaved};
  }

  state_of_mind operator()(const inner_world& mind) const {
    const state_of_mind r = raw(mind);
    return {clamp((r.deactivation - deactivation_mean) / deactivation_sd, -3., 3.),
            clamp((r.hyperactivation - hyperactivation_mean) / hyperactivation_sd, -3., 3.),
            clamp((r.unresolved - unresolved_mean) / unresolved_sd, -3., 3.)};
  }
};

}  // namespace iwm
