// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/published/replication.hpp"

#include <tuple>

namespace iwm {

/// How alike partners become whom random dates bring together.
struct mate_choice_replication {
  static constexpr std::string_view name = "mate_choice";
  static constexpr std::string_view summary =
      "partners resemble each other although each seeks the most attractive";
  static constexpr std::string_view source =
      "Kalick & Hamilton (1986), J. Personality and Social Psychology 51, 673-682, "
      "doi:10.1037/0022-3514.51.4.673";

  struct parameters {
    bool attractive = true, similar = false;
    std::uint64_t of_each_sex = 1000, repetitions = 20;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"attractive", &P::attractive, 0., 1., "switch",
                "seek the attractive; with `similar`, both half", "Kalick & Hamilton (1986)"},
          field{"similar", &P::similar, 0., 1., "switch",
                "seek the similar; without either, the attractive", "Kalick & Hamilton (1986)"},
          field{"of_each_sex", &P::of_each_sex, 2., 1e5, "persons", "women, and men, in the market",
                "Kalick & Hamilton (1986)"},
          field{"repetitions", &P::repetitions, 2., 1e4, "markets",
                "how often each condition is run", "own choice"}};
    }
  };
  parameters p{};

  std::vector<replicated_figure> table(std::uint64_t seed) const;
  std::vector<replicated_figure> condition(std::uint64_t seed) const;
};
static_assert(replication<mate_choice_replication>);

}  // namespace iwm
