// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/published/reactive_action_learning.hpp"
#include "iwm/published/replication.hpp"

#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

#include "replications/two_groups.hpp"

namespace iwm {

/// Whether goals alternate, and whether learning a safe range splits identical infants into two
/// groups. A reconstruction: figures are findings about our equations, not about the author's
/// programs.
struct reactive_action_learning_replication {
  static constexpr std::string_view name = "reactive_action_learning";
  static constexpr std::string_view summary =
      "goal switching; does a learned safe range split identical infants? (reconstruction)";
  static constexpr std::string_view source =
      "Petters (2004), AAAI Spring Symposium; Petters (2006), Proc. 7th ICCM, 226-231; "
      "equations are own design";

  struct parameters {
    double threshold = 0.3;
    double inattention = 0.1;
    double rate = 0.1;
    double tiring = 0;
    bool anxious = true;
    std::int64_t repetitions = 200;
    std::int64_t episodes = 1000;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"threshold", &P::threshold, 0., 3., "signal", "signal that the carer answers",
                "own choice"},
          field{"inattention", &P::inattention, 0.001, 2., "signal",
                "spread of the threshold from step to step", "own choice"},
          field{"rate", &P::rate, 0.001, 1., "1/episode",
                "share of the way that an episode moves the range", "own choice"},
          field{"tiring", &P::tiring, 0., 10., "1",
                "rise of the threshold, as a multiple, for a carer called in every episode",
                "own choice: 0"},
          field{"anxious", &P::anxious, 0., 1., "1",
                "learns from anxious episodes; else from warmth in calm ones", "paper: both"},
          field{"repetitions", &P::repetitions, 2., 1e6, "infants", "identical infants",
                "own choice"},
          field{"episodes", &P::episodes, 1., 1e6, "episodes", "excursions of a life",
                "own choice"}};
    }
  };
  parameters p{};

  std::vector<replicated_figure> table(std::uint64_t seed) const;
  std::vector<replicated_figure> condition(std::uint64_t seed) const;
};
static_assert(replication<reactive_action_learning_replication>);

/// The safe ranges of identical infants at the end, as a share of the widest.
std::vector<double> learned_ranges(const reactive_action_learning_replication::parameters& p,
                                   std::uint64_t seed);

/// How regularly an infant goes out and comes back.
struct alternation {
  double outings = 0;       ///< in 2000 steps
  double exploring = 0;     ///< share of steps
  double irregularity = 0;  ///< coefficient of variation of the time between outings
};
alternation alternation_of(const published::goal_switching& infant, double noise,
                           std::uint64_t seed);

}  // namespace iwm
