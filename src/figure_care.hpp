// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/life/lanes.hpp"
#include "iwm/population/care.hpp"

#include <cstdint>

namespace iwm {

/// The care of one figure of each lane: lasting traits, and their drift in the figure and in its
/// household. Draws hang on the figure and the date alone, so that all who are cared for by one person
/// see the same drift.
struct figure_care {
  lane_columns<stratum> from{};
  lane_columns<trait_scores> lasting{};
  lane_columns<draw_key> figures{}, households{};

  /// Begins at a date, in days.
  void begin(std::uint64_t day);
  void begin(std::uint64_t day, std::size_t lane);
  /// What comes after `days` days, at date `day`.
  void drift(std::uint64_t day, double days, const care_rule& rule);
  lane_columns<care_traits> today(const momentary_weights& weights) const;

 private:
  lane_columns<double> household_drift_{}, own_drift_{}, fear_drift_{};
  lane_columns<trait_scores> day_{};
};

}  // namespace iwm
