// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/published/replication.hpp"

#include <tuple>

namespace iwm {

/// How well a pattern stored many times is kept, and which of two is retrieved.
struct strong_attractors_replication {
  static constexpr std::string_view name = "strong_attractors";
  static constexpr std::string_view summary =
      "attachment types as patterns that an associative memory has stored many times";
  static constexpr std::string_view source =
      "Edalat & Mancinelli (2013), Strong attractors of Hopfield neural networks, IJCNN 2013; "
      "Edalat "
      "(2013), NIPS 26, 2661-2669";

  struct parameters {
    std::uint64_t units = 500, simple = 100, bits_apart = 150;
    std::uint64_t first_degree = 8, second_degree = 5;
    double first_noise = 0., second_noise = 0.;
    std::uint64_t repetitions = 100;
    static constexpr auto fields() {
      using P = parameters;
      constexpr auto paper = "Edalat & Mancinelli (2013)";
      return std::tuple{
          field{"units", &P::units, 2., 5000., "units", "N of the network", paper},
          field{"simple", &P::simple, 1., 5000., "patterns", "random patterns of degree 1", paper},
          field{"bits_apart", &P::bits_apart, 0., 5000., "bits",
                "in which the two strong patterns differ, at most all", paper},
          field{"first_degree", &P::first_degree, 1., 1000., "copies",
                "of the first strong pattern", paper},
          field{"second_degree", &P::second_degree, 0., 1000., "copies",
                "of the second strong pattern; 0: none", paper},
          field{"first_noise", &P::first_noise, 0., 0.5, "probability",
                "that a bit of a copy of the first is turned", paper},
          field{"second_noise", &P::second_noise, 0., 0.5, "probability",
                "that a bit of a copy of the second is turned", paper},
          field{"repetitions", &P::repetitions, 2., 1e4, "networks",
                "with fresh patterns and a random start each", paper}};
    }
  };
  parameters p{};

  std::vector<replicated_figure> table(std::uint64_t seed) const;
  std::vector<replicated_figure> condition(std::uint64_t seed) const;
};
static_assert(replication<strong_attractors_replication>);

}  // namespace iwm
