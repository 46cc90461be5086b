// SPDX-License-Identifier: MIT
#include "figure_care.hpp"

#include <array>
#include <cmath>

namespace iwm {
namespace {

/// Each part x of a drift becomes kept x + sqrt(1 - kept^2) z, z standard normal from the day's
/// draws, beginning with the one numbered `first`.
template <std::size_t first, class Drift>
[[gnu::noinline, gnu::flatten]] void age_by_a_day(lane_columns<Drift>& drift,
                                                  const lane_columns<draw_key>& keys,
                                                  std::uint64_t day, double kept) {
  constexpr std::size_t parts = lane_columns<Drift>::members;
  lane_columns<std::array<double, parts>> u, z;
  const lane_draws drawn{keys, day, purpose::drift};
  for_each_lane([&](std::size_t i) {
    const draws all = drawn(i);
    std::array<double, parts> used;
    for (std::size_t k = 0; k < parts; ++k) used[k] = all[first + k];
    u.set(i, used);
  });
  const double comes = remainder(kept * kept);
  for (std::size_t k = 0; k < parts; ++k) {
    normal_quantiles_of_draws(u.column(k), z.column(k));
    auto& x = drift.column(k);
    const auto& fresh = z.column(k);
    for_each_lane([&](std::size_t i) { x[i] = kept * x[i] + comes * fresh[i]; });
  }
}

[[gnu::noinline, gnu::flatten]] void traits_of_today(
    const momentary_weights& weights, const lane_columns<stratum>& from,
    const lane_columns<trait_scores>& lasting, const lane_columns<double>& household_drift,
    const lane_columns<double>& own_drift, const lane_columns<double>& fear_drift,
    const lane_columns<trait_scores>& day,
    lane_columns<care_traits>& today) {
  const momentary_weights w = weights;
  for_each_lane([&](std::size_t i) {
    const double drift = w.shared * household_drift.get(i) + w.own * own_drift.get(i);
    today.set(i, momentary(from.get(i), w, lasting.get(i), drift, fear_drift.get(i), day.get(i)));
  });
}

/// x^n for a whole n, by multiplication alone: the same digits everywhere.
double power(double x, double n) {
  double y = 1;
  for (; n >= 1.; n -= 1.) y *= x;
  return y;
}

}  // namespace

void figure_care::begin(std::uint64_t day) {
  for (std::size_t i = 0; i < block_size; ++i) begin(day, i);
}

void figure_care::begin(std::uint64_t day, std::size_t lane) {
  household_drift_.set(lane, normal(households.get(lane).draw(day, purpose::family)[3]));
  const draws u = figures.get(lane).draw(day, purpose::traits, 1);
  own_drift_.set(lane, normal(u[0]));
  fear_drift_.set(lane, normal(u[6]));
  day_.set(lane, {normal(u[1]), normal(u[2]), normal(u[3]), normal(u[4]), normal(u[5])});
}

void figure_care::drift(std::uint64_t day, double days, const care_rule& rule) {
  const double slow = exp(-days / rule.slow_days);
  age_by_a_day<0>(household_drift_, households, day, slow);
  age_by_a_day<0>(own_drift_, figures, day, slow);
  age_by_a_day<6>(fear_drift_, figures, day, slow);
  age_by_a_day<1>(day_, figures, day, power(rule.day_persistence, days));
}

lane_columns<care_traits> figure_care::today(const momentary_weights& weights) const {
  lane_columns<care_traits> traits;
  traits_of_today(weights, from, lasting, household_drift_, own_drift_, fear_drift_, day_, traits);
  return traits;
}

}  // namespace iwm
