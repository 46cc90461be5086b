// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/evidence/estimate.hpp"
#include "iwm/evidence/target.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace iwm {

/// `not_yet_measured`: nothing in the tables could have answered (protocol not simulated, no row of
/// an instrument, no measure written); does not count. `no_data`: rows came, but the statistic is
/// undefined (an empty class, no variance); counts as a miss.
enum class target_status { measured, not_yet_measured, no_data };

std::string_view to_string(target_status status);

/// One target held against one run.
struct target_result {
  target finding;
  target_status status = target_status::not_yet_measured;
  /// The statistic; for an ordering the difference beyond its margin of the comparison that is
  /// nearest to failing (least difference - margin - two standard errors). NaN unless measured.
  double simulated = statistics::undefined;
  double standard_error = statistics::undefined;
  bool pass = false;
  std::string reason{};  ///< a sentence, empty for a hit

  bool counts() const { return finding.gating && status != target_status::not_yet_measured; }
};

/// Measures one target and decides: inside the band, or every difference of the ordering, less its
/// margin, above two standard errors.
target_result judge(const target& finding, const evidence& file, const sample& seen,
                    std::span<const double> weights);

/// One result per target of the file, in its order; those without a result are not yet measured.
std::vector<target_result> complete(const evidence& file, std::span<const target_result> measured);

/// How many gating targets there are in an area, how many count and how many of these are hit.
struct area_summary {
  std::string area;
  std::size_t gating = 0, counted = 0, passed = 0;
};

/// One summary per area in order of appearance, then the overall one, named "all".
std::vector<area_summary> summarise(std::span<const target_result> results);

}  // namespace iwm
