// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/published/replication.hpp"
#include "iwm/published/safe_range.hpp"

#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

namespace iwm {

/// The four caregivers of Cittern & Edalat, with a Gaussian surrogate for the neural memories: the
/// readouts of the profiles, and infants that learn, are separated and reunited. What the paper
/// leaves open is listed in docs/theory/safe_range.md.
struct safe_range_replication {
  static constexpr std::string_view name = "safe_range";
  static constexpr std::string_view summary =
      "safe range, signalling, separation and reunion under four caregivers (surrogate memory)";
  static constexpr std::string_view source =
      "Cittern & Edalat (2014), An arousal-based neural model of infant attachment, IEEE SSCI/CCMB";

  struct parameters {
    double appropriateness = 0.75;
    double appropriateness_spread = 0.75;
    double delay = 0.1;
    double delay_shape = 2. / 1125.;
    double arousal_scale = 0.5;
    std::int64_t repetitions = 100;
    std::int64_t steps = 10'000;
    std::int64_t samples = 200'000;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"appropriateness", &P::appropriateness, -2., 2., "1",
                "mean appropriateness of care", "paper: ambivalent"},
          field{"appropriateness_spread", &P::appropriateness_spread, 0., 3., "1",
                "its standard deviation", "paper: ambivalent"},
          field{"delay", &P::delay, 0.01, 10., "1", "mean delay of care", "paper: ambivalent"},
          field{"delay_shape", &P::delay_shape, 1e-4, 1e6, "1", "shape of the delay's distribution",
                "paper: ambivalent"},
          field{"arousal_scale", &P::arousal_scale, 0.01, 10., "1",
                "scale of surprise and distance against the thresholds of arousal",
                "own choice: every profile is alarmed by the separation"},
          field{"repetitions", &P::repetitions, 2., 1e5, "infants", "infants of a profile",
                "paper: 100"},
          field{"steps", &P::steps, 100., 1e6, "steps", "length of the time before the separation",
                "paper: 10 000"},
          field{"samples", &P::samples, 1000., 1e8, "draws", "Monte Carlo draws of the readouts",
                "own choice"}};
    }
  };
  parameters p{};

  std::vector<replicated_figure> table(std::uint64_t seed) const;
  std::vector<replicated_figure> condition(std::uint64_t seed) const;
};
static_assert(replication<safe_range_replication>);

/// Means over the draws of the memory that a profile leads to.
struct safe_range_readouts {
  double range = 0, range_spread = 0, signalling = 0;
};
safe_range_readouts readouts_of(const published::care_profile& care, std::int64_t samples,
                                std::uint64_t seed);

/// What one infant did: before, in the separation, in the reunion.
struct safe_range_life {
  double range = 0;       ///< mean safe range before the separation
  double signalling = 0;  ///< share of its high arousal spent signalling before the separation
  double frozen = 0;      ///< share of its high arousal spent frozen before the separation
  double rise = 0;        ///< rise of sustained arousal in the separation
  double recovery = 0;    ///< steps of the reunion until it is calm, at most 50
  double first_care = 0;  ///< mean appropriateness of the first five encounters
};
safe_range_life safe_range_infant(const published::care_profile& care, std::int64_t steps,
                                  double arousal_scale, std::uint64_t seed, std::uint64_t infant);

}  // namespace iwm
