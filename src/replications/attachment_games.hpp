// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/published/replication.hpp"

#include <tuple>

namespace iwm {

/// Best moves of one infant, and the equilibria of the three games. Nothing is drawn.
struct attachment_games_replication {
  static constexpr std::string_view name = "attachment_games";
  static constexpr std::string_view summary =
      "an infant that knows how likely it is attended plays what pays; attachment as an "
      "equilibrium";
  static constexpr std::string_view source =
      "Buono, Chau, Lewis, Madras, Pugh, Rossi & Witelski (2006), Fields-MITACS Industrial Problem "
      "Solving Workshop; as restated by Cittern & Edalat (2015), AAMAS, 1727-1728";

  struct parameters {
    double q = 0.4;
    double go_attended = 1., go_ignored = 2., half_attended = 0.5, half_ignored = 0.4;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{field{"q", &P::q, 0., 1., "probability", "how likely the caregiver attends",
                              "own choice"},
                        field{"go_attended", &P::go_attended, 0., 100., "payoff",
                              "g: going, attended", "Buono et al. (2006)"},
                        field{"go_ignored", &P::go_ignored, -100., 100., "payoff",
                              "s: cost of going, ignored", "own choice"},
                        field{"half_attended", &P::half_attended, 0., 100., "payoff",
                              "h: going half, attended", "own choice"},
                        field{"half_ignored", &P::half_ignored, -100., 100., "payoff",
                              "t: cost of going half, ignored", "own choice"}};
    }
  };
  parameters p{};

  std::vector<replicated_figure> table(std::uint64_t seed) const;
  std::vector<replicated_figure> condition(std::uint64_t seed) const;
};
static_assert(replication<attachment_games_replication>);

}  // namespace iwm
