// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/published/replication.hpp"

#include <tuple>

namespace iwm {

/// Rounds until reinforcement has made security an equilibrium, and until it is lost again.
struct nash_reinforcement_replication {
  static constexpr std::string_view name = "nash_reinforcement";
  static constexpr std::string_view summary =
      "a parent that is rewarded for good outcomes until the secure one is an equilibrium";
  static constexpr std::string_view source =
      "Cittern & Edalat (2015), Reinforcement learning for Nash equilibrium generation, AAMAS, "
      "1727-1728";

  struct parameters {
    double choice_base = 1.5, discount = 0.4, raise = 1.1;
    bool reinforce_dont_attend = false;
    std::uint64_t longest = 10000, repetitions = 2000;
    static constexpr auto fields() {
      using P = parameters;
      constexpr auto paper = "Cittern & Edalat (2015)";
      return std::tuple{
          field{"choice_base", &P::choice_base, 1., 10., "1",
                "k: how strictly the better action is chosen", paper},
          field{"discount", &P::discount, 0., 0.99, "1", "delta: weight of what comes later",
                paper},
          field{"raise", &P::raise, 1., 10., "1", "r: factor of a reinforced payoff", paper},
          field{"reinforce_dont_attend", &P::reinforce_dont_attend, 0., 1., "switch",
                "reinforce (Don't, Attend) too", paper},
          field{"longest", &P::longest, 5., 1e6, "rounds",
                "after which a course counts as not converged", paper},
          field{"repetitions", &P::repetitions, 2., 1e5, "courses",
                "how often each condition is run; the paper has 200", "own choice"}};
    }
  };
  parameters p{};

  std::vector<replicated_figure> table(std::uint64_t seed) const;
  std::vector<replicated_figure> condition(std::uint64_t seed) const;
};
static_assert(replication<nash_reinforcement_replication>);

}  // namespace iwm
