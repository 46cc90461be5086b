// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

namespace iwm::statistics {

/// Weighted statistics of columns with one number per family. A weight w counts as w families; a
/// missing value (NaN) leaves its family out; what is undefined (nobody there, no variance) is NaN.
/// Columns and weights of one call have the same length.
using column = std::span<const double>;

inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Number, mean and sum of squared deviations of one variable.
struct moments {
  double n = 0, mean = 0, squares = 0;

  /// One more value (Welford's update).
  void add(double x) {
    const double deviation = x - mean;
    n += 1;
    mean += deviation / n;
    squares += deviation * (x - mean);
  }
};

/// Moments of the values of `x` where `chosen(i)`; two passes.
template <class Chosen>
moments moments_where(column x, column weights, Chosen chosen) {
  moments of;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (!std::isnan(x[i]) && chosen(i)) {
      of.n += weights[i];
      of.mean += weights[i] * x[i];
    }
  of.mean = of.n > 0 ? of.mean / of.n : undefined;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (!std::isnan(x[i]) && chosen(i))
      of.squares += weights[i] * (x[i] - of.mean) * (x[i] - of.mean);
  return of;
}

/// sum w x / sum w; the share of ones if x is 0 or 1.
inline double mean(column x, column weights) {
  return moments_where(x, weights, [](std::size_t) { return true; }).mean;
}

/// sqrt(squares / (n - 1)).
inline double deviation(column x, column weights) {
  const moments of = moments_where(x, weights, [](std::size_t) { return true; });
  return of.n > 1 ? std::sqrt(of.squares / (of.n - 1)) : undefined;
}

/// Pearson's r: point-biserial if one variable is 0 or 1, phi if both are.
inline double correlation(column x, column y, column weights) {
  const moments of_x = moments_where(x, weights, [&](std::size_t i) { return !std::isnan(y[i]); });
  const moments of_y = moments_where(y, weights, [&](std::size_t i) { return !std::isnan(x[i]); });
  double products = 0;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (!std::isnan(x[i]) && !std::isnan(y[i]))
      products += weights[i] * (x[i] - of_x.mean) * (y[i] - of_y.mean);
  const double squares = of_x.squares * of_y.squares;
  return squares > 0 ? products / std::sqrt(squares) : undefined;
}

/// Pearson's r of x with the mean of several standardised variables y, all over the families that
/// have everything: sum_i r(x, y_i) / sqrt(sum_ij r(y_i, y_j)).
inline double composite_correlation(column x, std::span<const column> y, column weights) {
  std::vector<double> complete(weights.begin(), weights.end());
  for (std::size_t i = 0; i < x.size(); ++i)
    for (const column& one : y)
      if (std::isnan(x[i]) || std::isnan(one[i])) complete[i] = 0;
  double with_x = 0, among_y = 0;
  for (const column& one : y) {
    with_x += correlation(x, one, complete);
    for (const column& other : y) among_y += correlation(one, other, complete);
  }
  return among_y > 0 ? with_x / std::sqrt(among_y) : undefined;
}

/// Fisher's z = atanh r, and back.
inline double fisher_z(double r) {
  return std::abs(r) < 1 ? log((1 + r) / (1 - r)) / 2 : undefined;
}
inline double from_fisher_z(double z) { return 1 - 2 / (exp(2 * z) + 1); }

/// Mean of x where `group` is 1 minus its mean where `group` is 0.
inline double mean_difference(column x, column group, column weights) {
  const auto mean_of = [&](double wanted) {
    return moments_where(x, weights, [&](std::size_t i) { return group[i] == wanted; }).mean;
  };
  return mean_of(1) - mean_of(0);
}

/// (mean of `high` - mean of `low`) / sqrt((squares of high + squares of low) / (n - 2)).
inline double standardised_difference(const moments& high, const moments& low) {
  const double variance = (high.squares + low.squares) / (high.n + low.n - 2);
  return variance > 0 ? (high.mean - low.mean) / std::sqrt(variance) : undefined;
}

/// Cohen's d of x between the families where `group` is 1 and those where it is 0; pooled SD.
inline double standardised_difference(column x, column group, column weights) {
  return standardised_difference(
      moments_where(x, weights, [&](std::size_t i) { return group[i] == 1; }),
      moments_where(x, weights, [&](std::size_t i) { return group[i] == 0; }));
}

/// Cohen's d of x against y, each over all families that have it; pooled SD.
inline double standardised_difference_between(column x, column y, column weights) {
  const auto all = [](std::size_t) { return true; };
  return standardised_difference(moments_where(x, weights, all), moments_where(y, weights, all));
}

/// P(x = 1 | given = 1).
inline double conditional_proportion(column x, column given, column weights) {
  return moments_where(x, weights, [&](std::size_t i) { return given[i] == 1; }).mean;
}

/// ln(OR) sqrt(3)/pi, with OR the odds of the share p over those of q.
inline double odds_ratio_d(double p, double q) {
  const bool inside = 0 < p && p < 1 && 0 < q && q < 1;
  const double log_ratio = inside ? log(p / (1 - p)) - log(q / (1 - q)) : undefined;
  return log_ratio * std::numbers::sqrt3 / std::numbers::pi;
}

/// The same, of the share of ones in x where `group` is 1 and where it is 0.
inline double odds_ratio_d(column x, column group, column weights) {
  const auto share = [&](double wanted) {
    return moments_where(x, weights, [&](std::size_t i) { return group[i] == wanted; }).mean;
  };
  return odds_ratio_d(share(1), share(0));
}

/// Cohen's kappa of two classifications whose classes are numbered from 0.
inline double kappa(column x, column y, column weights) {
  std::vector<double> rows, columns;
  double n = 0, agreeing = 0, expected = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (std::isnan(x[i]) || std::isnan(y[i])) continue;
    const std::size_t row = static_cast<std::size_t>(x[i]), col = static_cast<std::size_t>(y[i]);
    rows.resize(std::max({rows.size(), row + 1, col + 1}));
    columns.resize(rows.size());
    rows[row] += weights[i];
    columns[col] += weights[i];
    n += weights[i];
    agreeing += row == col ? weights[i] : 0;
  }
  for (std::size_t k = 0; k < rows.size(); ++k) expected += rows[k] * columns[k] / n;
  return n > expected ? (agreeing - expected) / (n - expected) : undefined;
}

/// within / (within + between), the variance components of a one-way random-effects analysis of
/// variance of groups of unequal size n_i, a negative between component counted as 0:
/// within = MSW, between = (MSB - MSW) / n0, n0 = (N - sum n_i^2 / N) / (groups - 1).
/// Searle, Casella & McCulloch (1992), doi:10.1002/9780470316856.
inline double variance_share(std::span<const moments> groups, column weights) {
  double count = 0, n = 0, n_squares = 0, sum = 0, squares = 0, between_squares = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    count += weights[i];
    n += weights[i] * groups[i].n;
    n_squares += weights[i] * groups[i].n * groups[i].n;
    sum += weights[i] * groups[i].n * groups[i].mean;
    squares += weights[i] * groups[i].squares;
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const double deviation = groups[i].mean - sum / n;
    between_squares += weights[i] * groups[i].n * deviation * deviation;
  }
  if (!(count > 1 && n > count)) return undefined;
  const double within = squares / (n - count);
  const double typical_n = (n - n_squares / n) / (count - 1);
  const double between = std::max(0., (between_squares / (count - 1) - within) / typical_n);
  return within + between > 0 ? within / (within + between) : undefined;
}

}  // namespace iwm::statistics
