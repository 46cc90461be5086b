// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/published/replication.hpp"

#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

namespace iwm {

/// Twins of an optimally developing organism, separated at every age: how far they grow apart.
struct sensitive_period_replication {
  static constexpr std::string_view name = "sensitive_period";
  static constexpr std::string_view summary =
      "plasticity by age of an organism that develops optimally on uncertain cues";
  static constexpr std::string_view source =
      "Panchanathan & Frankenhuis (2016), Proc. R. Soc. B 283: 20152439, "
      "doi:10.1098/rspb.2015.2439; Walasek, Frankenhuis & Panchanathan (2021), "
      "doi:10.1093/beheco/arab113";

  struct parameters {
    double prior = 0.5;
    double reliability = 0.75;
    double mismatch = 1;
    std::uint64_t returns = 0;
    std::uint64_t assay = 0;
    std::uint64_t periods = 20;
    std::uint64_t repetitions = 4000;

    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"prior", &P::prior, 0.001, 0.999, "probability", "of the environment that it lives in, before any cue", "papers: .5, .7, .9"},
          field{"reliability", &P::reliability, 0.5, 0.999, "probability", "that a cue is right", "papers: .55, .75, .95"},
          field{"mismatch", &P::mismatch, 0., 10., "1", "cost of the other environment's phenotype", "papers: 1"},
          field{"returns", &P::returns, 0, 2, "1", "returns of increments: 0 linear, 1 diminishing, 2 increasing", "papers: all three"},
          field{"assay", &P::assay, 0, 2, "1", "the separated twin sees: 0 opposite cues, 1 the other environment, 2 nothing that tells", "papers: opposite cues"},
          field{"periods", &P::periods, 1, 40, "1", "cues, and increments, of a life", "papers: 20"},
          field{"repetitions", &P::repetitions, 1, 1e7, "1", "pairs of twins", "own choice"}};
    }
  };
  parameters p{};

  std::vector<replicated_figure> table(std::uint64_t seed) const;
  std::vector<replicated_figure> condition(std::uint64_t seed) const;
};
static_assert(replication<sensitive_period_replication>);

}  // namespace iwm
