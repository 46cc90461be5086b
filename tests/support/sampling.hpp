// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

namespace iwm::testing {

/// Tests of samples against a stated null, all at fixed seeds. A |z| of 4.9 has a chance of 1e-6
/// under the null; so many tests are far from a false alarm together.
inline constexpr double largest_z = 4.9;

/// Null: `count` of `n` independent trials succeed, each with probability p.
inline double z_of_count(double count, double n, double p) {
  return (count - n * p) / std::sqrt(n * p * (1 - p));
}

/// Null: a mean of n independent values of that mean and standard deviation.
inline double z_of_mean(double mean, double n, double expected, double standard_deviation) {
  return (mean - expected) / (standard_deviation / std::sqrt(n));
}

/// z of a chi-square statistic with `degrees` of freedom, by the cube root of Wilson & Hilferty
/// (1931).
inline double z_of_chi_square(double statistic, double degrees) {
  const double spread = 2. / (9. * degrees);
  return (std::cbrt(statistic / degrees) - (1. - spread)) / std::sqrt(spread);
}

}  // namespace iwm::testing
