// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "replications/replications.hpp"

namespace iwm::testing {

/// The figures that lie outside the range that is asked for, one a line; empty if all are within.
inline std::string outside_of(const std::vector<replicated_figure>& figures) {
  std::string text;
  for (const replicated_figure& one : figures)
    if (one.is_asked() && !one.is_within())
      text += one.condition + ", " + one.quantity + ": " + to_text(one.ours) + " is outside [" +
              to_text(one.lowest) + ", " + to_text(one.highest) + "]\n";
  return text;
}

inline auto asked(const std::vector<replicated_figure>& figures) {
  return std::ranges::count_if(figures, &replicated_figure::is_asked);
}

/// Ours of one figure; NaN if there is none of that name.
inline double ours(const std::vector<replicated_figure>& figures, std::string_view condition,
                   std::string_view quantity) {
  for (const replicated_figure& one : figures)
    if (one.condition == condition && one.quantity == quantity) return one.ours;
  return replicated_figure::none;
}

}  // namespace iwm::testing
