// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/published/replication.hpp"

#include <tuple>

namespace iwm {

/// Rounds of therapy until the mentalizing prototype is stored more often than any other.
struct degree_therapy_replication {
  static constexpr std::string_view name = "degree_therapy";
  static constexpr std::string_view summary =
      "therapy that stores a good prototype more often than the old one, which is overlaid, not "
      "erased";
  static constexpr std::string_view source =
      "Edalat & Lin (2014), A neural model of mentalization/mindfulness based psychotherapy, IJCNN "
      "2014";

  struct parameters {
    double choice_base = 2., discount = 0.2, angry = 8.;
    std::uint64_t longest = 10000, repetitions = 2000;
    static constexpr auto fields() {
      using P = parameters;
      constexpr auto paper = "Edalat & Lin (2014)";
      return std::tuple{field{"choice_base", &P::choice_base, 1., 10., "1",
                              "k: how strictly the better action is chosen", paper},
                        field{"discount", &P::discount, 0., 0.99, "1",
                              "delta: weight of what comes later", paper},
                        field{"angry", &P::angry, 1., 1000., "copies",
                              "degree of the angry prototype before therapy", paper},
                        field{"longest", &P::longest, 1., 1e6, "rounds",
                              "after which therapy counts as without success", paper},
                        field{"repetitions", &P::repetitions, 2., 1e5, "courses",
                              "how often each condition is run", "own choice"}};
    }
  };
  parameters p{};

  std::vector<replicated_figure> table(std::uint64_t seed) const;
  std::vector<replicated_figure> condition(std::uint64_t seed) const;
};
static_assert(replication<degree_therapy_replication>);

}  // namespace iwm
