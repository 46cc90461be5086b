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

/// What a parent who did not grow up in the simulation says of a childhood: made so that it hangs on the
/// state of mind that was drawn as it does among adults who grew up in the simulation (calibrated on
/// them at 30 years). i is insecurity and l leaning, as in `state_of_mind_rule`.
struct drawn_account {
  static double reflection(const draws& u) { return logistic(-0.1 + 0.7 * normal(u[0])); }

  static strategy_values habit(const state_of_mind& mind, const draws& u) {
    const auto [i, l] = axes(mind);
    return {0.240 - 0.078 * i + 0.012 * normal(u[3]), 0.138 - 0.028 * i + 0.012 * l,
            0.159 - 0.046 * i - 0.026 * l + 0.012 * normal(u[4])};
  }

  /// Of one parent. `u` draws how it was, `v` and `w` the single events.
  static account of_parent(const state_of_mind& mind, const draws& u, const draws& v,
                           const draws& w) {
    const auto [i, l] = axes(mind);
    const auto bounded = [](double x) { return clamp(x, -1., 1.); };
    const double apart = 0.09 * normal(u[0]);
    const double welcome = bounded(0.748 - 0.123 * i - 0.033 * l + apart);
    account said{{.availability = bounded(0.519 - 0.214 * i + 0.039 * l + apart),
                  .acceptance = welcome,
                  .safety = bounded(0.75 - 0.1 * mind.unresolved),
                  .worth = welcome,
                  .efficacy = bounded(0.468 - 0.209 * i + 0.058 * l + apart)},
                 habit(mind, u),
                 {}};
    const auto& claimed = said.claimed;
    const double claim = (claimed.availability + claimed.acceptance + claimed.worth) / 3.;
    const double was = 0.245 + 0.9 * (claim - 0.672) + 0.12 * normal(u[1]);
    said.episodes.resize(8);
    for (std::size_t k = 0; k < said.episodes.size(); ++k) {
      episode& told = said.episodes[k];
      told.age = 3. + 3. * u[2];
      told.need = told.display = 0.7;
      told.response = clamp(was + 0.5 * normal(v[k]), -2., 1.);
      told.relief = 0.2 + 0.64 * (told.response - 0.245);
      told.fright = w[k] < logistic(-4. + 1.2 * mind.unresolved) ? 1. : 0.;
    }
    return said;
  }

 private:
  static std::array<double, 2> axes(const state_of_mind& mind) {
    constexpr double one_over_sqrt_2 = 0.70710678118654752440;
    return {one_over_sqrt_2 * (mind.deactivation + mind.hyperactivation),
            one_over_sqrt_2 * (mind.deactivation - mind.hyperactivation)};
  }
};

}  // namespace iwm
