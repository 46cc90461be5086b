// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/distributions.hpp"
#include "iwm/core/draws.hpp"
#include "iwm/life/state_of_mind.hpp"
#include "iwm/measurement/respondents.hpp"
#include "iwm/population/care.hpp"
#include "iwm/population/stratum.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace iwm {

/// States of mind of a mother and a father drawn at the start, who resemble each other.
inline std::array<state_of_mind, 2> draw_minds(const care_rule& rule, const draws& first,
                                               const draws& second) {
  std::array<state_of_mind, 2> minds;
  const double tied = rule.unresolved_mind;
  for (std::size_t p = 0; p < 2; ++p) {
    const double d = spouse(normal(first[0]), normal(first[1 + p]), rule.spouses);
    const double h = spouse(normal(first[3]), normal(first[4 + p]), rule.spouses);
    const double own = spouse(normal(first[6]), normal(second[p]), rule.spouses);
    minds[p] = {d, h, tied * (d + h) + remainder(2. * tied * tied) * own};
  }
  return minds;
}

/// The state of mind that shows in an interview: risk adds to what is drawn.
inline state_of_mind in_stratum(state_of_mind mind, const stratum& from) {
  return {mind.deactivation + from.deactivation_mean,
          mind.hyperactivation + from.hyperactivation_mean,
          mind.unresolved + from.unresolved_mean};
}

/// What a parent who did not grow up in the simulation says of a childhood: made so that an interview
/// finds the state of mind that was drawn. Deactivation claims more than it can tell and cuts short,
/// hyperactivation tells of more than happened and gets entangled, unresolved fright tells of frights.
/// Levels as among adults who grew up in the simulation (calibrated).
struct drawn_account {
  static constexpr double direct = 0.30, minimise = 0.13, maximise = 0.13;
  static constexpr double per_sd = 0.06;

  static double reflection(const draws& u) { return logistic(-0.2 + 0.7 * normal(u[0])); }

  static strategy_values habit(const state_of_mind& mind) {
    return {direct, minimise + per_sd * mind.deactivation, maximise + per_sd * mind.hyperactivation};
  }

  /// Of one parent. `u` and `v` draw how childhood was, `more` the single events.
  static account of_parent(const state_of_mind& mind, const draws& u, const draws& v,
                           const draws& more) {
    const double childhood = 0.25 + 0.25 * normal(u[0]);
    const double claimed = clamp(childhood + 0.20 + 0.12 * mind.deactivation, -1., 1.);
    account said{{claimed, claimed, 0.7 - 0.1 * mind.unresolved, claimed, claimed}, habit(mind), {}};
    said.episodes.resize(8);
    for (std::size_t k = 0; k < said.episodes.size(); ++k) {
      episode& told = said.episodes[k];
      const double spread = 0.45 * exp(0.3 * mind.hyperactivation);
      told.age = 4. + 8. * v[k];
      told.need = told.display = 0.7;
      told.response = clamp(childhood + spread * normal(more[k]), -1., 1.);
      told.relief = told.response;
      told.fright = u[1 + k % 7] < logistic(-2.5 + 1.2 * mind.unresolved) ? 1. : 0.;
    }
    return said;
  }
};

}  // namespace iwm
