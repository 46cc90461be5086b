// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/time.hpp"
#include "iwm/output/tables.hpp"
#include "iwm/population/scenario.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace iwm {

/// The day on which an age in months falls.
inline std::uint64_t day_of(double months) {
  return static_cast<std::uint64_t>(std::llround(months * days_per_month));
}

/// What the rows of a family begin with.
inline row_origin origin_of(const scenario& plan, const stratum_share& from, std::uint64_t family) {
  return {plan.protocol.empty() ? plan.name : plan.protocol, from.name, plan.arm, plan.seed, family};
}

/// The stratum of a family, from one uniform.
inline const stratum_share& drawn_stratum(const scenario& plan, double u) {
  double all = 0, below = 0;
  for (const stratum_share& s : plan.strata) all += s.share;
  const stratum_share* last = &plan.strata.front();
  for (const stratum_share& s : plan.strata) {
    if (s.share > 0) last = &s;
    below += s.share / all;
    if (u < below) break;
  }
  return *last;
}

/// Whom an infant meets through a day, 0 mother and 1 father, evenly spread.
inline std::vector<std::size_t> figures_of_a_day(const scenario& plan) {
  const std::uint64_t hers = plan.figures[0].events_per_day;
  const std::uint64_t events = hers + plan.figures[1].events_per_day;
  std::vector<std::size_t> figures;
  std::uint64_t with_mother = 0;
  for (std::uint64_t k = 0; k < events; ++k) {
    const bool mother = with_mother * events < (k + 1) * hers && with_mother < hers;
    with_mother += mother ? 1 : 0;
    figures.push_back(mother ? 0 : 1);
  }
  return figures;
}

}  // namespace iwm
