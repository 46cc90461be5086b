// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/caregiver.hpp"
#include "iwm/core/distributions.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"

#include <string_view>
#include <tuple>

namespace iwm::caregivers {

/// Always answers, after a delay and with an appropriateness of its own, whatever is shown:
///
///   delay ~ inverse Gaussian(delay_mean, delay_shape),   phi ~ normal(fit_mean, fit_spread)
///
/// Cittern & Edalat (2014) An arousal-based neural model of infant attachment, IEEE Symposium
/// Series on Computational Intelligence. Here phi, held to [0, 1], is the `fit`; below 0 the care
/// dysregulates: it is a rejection, and frightens with probability -phi. The delay is in the scaled
/// minutes of a response. Whether the second number of the paper's normal is a standard deviation
/// or a variance is not stated; the first is used.
struct delay_profile {
  static constexpr std::string_view name = "delay_profile";
  static constexpr std::string_view summary =
      "answers after an inverse Gaussian delay with a normal appropriateness";
  struct parameters {
    double fit_mean = 1, fit_spread = 0.005;
    double delay_mean = 0.1, delay_shape = 10;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"fit_mean", &P::fit_mean, -1., 1., "1", "mean appropriateness of care",
                "Cittern & Edalat 2014: free-autonomous"},
          field{"fit_spread", &P::fit_spread, 0., 2., "1", "standard deviation of appropriateness",
                "Cittern & Edalat 2014: free-autonomous"},
          field{"delay_mean", &P::delay_mean, 0.01, 4., "scaled minutes", "mean delay",
                "Cittern & Edalat 2014: free-autonomous"},
          field{"delay_shape", &P::delay_shape, 0.001, 1e6, "scaled minutes",
                "shape of the delay: its variance is mean^3 / shape",
                "Cittern & Edalat 2014: free-autonomous"}};
    }
  };
  parameters p{};

  /// The four profiles of the paper.
  static constexpr parameters free_autonomous() { return {1., .005, .1, 10.}; }
  static constexpr parameters dismissing() { return {.025, .005, 2., 80'000.}; }
  static constexpr parameters ambivalent() { return {.75, .75, .1, 2. / 1125.}; }
  static constexpr parameters disorganised() { return {.25, .75, .1, 2. / 1125.}; }

  response respond(const signal&, const circumstance&, const draws& u) const {
    const double phi = normal(u[0], p.fit_mean, p.fit_spread);
    return {.came = 1,
            .fit = clamp01(phi),
            .delay = inverse_gaussian(u[1], u[2], p.delay_mean, p.delay_shape),
            .welcome = select(phi > 0., 1., 0.),
            .rejection = select(phi < 0., 1., 0.),
            .fright = select(u[3] < -phi, 1., 0.)};
  }
};
static_assert(caregiver_policy<delay_profile>);

}  // namespace iwm::caregivers
