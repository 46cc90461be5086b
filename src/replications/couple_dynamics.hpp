// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/published/replication.hpp"

#include <tuple>

namespace iwm {

/// Couples whose love settles, and couples whose love turns in a cycle. Nothing is drawn.
struct couple_dynamics_replication {
  static constexpr std::string_view name = "couple_dynamics";
  static constexpr std::string_view summary =
      "love of two partners as differential equations: cycles need insecurity and synergy together";
  static constexpr std::string_view source =
      "Gragnani, Rinaldi & Feichtinger (1997), Int. J. Bifurcation and Chaos 7; Rinaldi & Gragnani "
      "(1998), Nonlinear Dynamics, Psychology, and Life Sciences 2, 283-301";

  struct parameters {
    double first_synergism = 2.9, second_synergism = 1.;
    bool secure = false;
    double first_start = 1., second_start = 1.5;
    double transient = 6000., step = 0.01;
    static constexpr auto fields() {
      using P = parameters;
      constexpr auto book = "public teaching version of Rinaldi et al. (2016)";
      return std::tuple{
          field{"first_synergism", &P::first_synergism, 0., 10., "1", "b of the first partner",
                book},
          field{"second_synergism", &P::second_synergism, 0., 10., "1", "b of the second partner",
                book},
          field{"secure", &P::secure, 0., 1., "switch", "both returns increase and saturate",
                "own choice"},
          field{"first_start", &P::first_start, 0.001, 100., "love",
                "feeling of the first partner at first", book},
          field{"second_start", &P::second_start, 0.001, 100., "love",
                "feeling of the second partner at first", book},
          field{"transient", &P::transient, 10., 1e5, "time units",
                "that pass before the feelings are looked at", "own choice"},
          field{"step", &P::step, 0.0001, 0.1, "time units", "of the integration", "own choice"}};
    }
  };
  parameters p{};

  std::vector<replicated_figure> table(std::uint64_t seed) const;
  std::vector<replicated_figure> condition(std::uint64_t seed) const;
};
static_assert(replication<couple_dynamics_replication>);

}  // namespace iwm
