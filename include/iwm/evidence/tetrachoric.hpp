// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"
#include "iwm/evidence/statistics.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace iwm::statistics {

/// A correlation r = 2 s / (1 + s^2) by the tangent s of half its angle asin r, both in [-1, 1]:
/// sqrt(1 - r^2) is (1 - s^2)/(1 + s^2), and everything below is free of roots and angles.
constexpr double correlation_of_half_angle(double s) { return 2 * s / (1 + s * s); }

/// d/ds P(X < h, Y < k) for standard normal X and Y: the bivariate normal density at h and k
/// (Plackett 1954, doi:10.1093/biomet/41.3-4.351) times dr/ds, which is
/// exp(-(h^2 - 2 r h k + k^2) / (2 (1 - r^2))) / (pi (1 + s^2)).
inline double orthant_slope(double h, double k, double s) {
  const double square = 1 + s * s, root = (1 - s * s) / square;
  const double gap = h - k, r = correlation_of_half_angle(s);
  const double exponent = (gap * gap + 2 * (1 - r) * h * k) / (2 * root * root);
  return root > 0 ? exp(-exponent) / (std::numbers::pi * square) : 0;
}

/// P(X < h, Y < k) - P(X < h) P(Y < k) for standard normal X and Y correlated r(s): the integral of
/// the slope from 0 to s, by Gauss and Legendre's rule of ten points on each of twelve panels.
/// Within 1e-10. Drezner & Wesolowsky (1990), doi:10.1080/00949659008811236.
inline double orthant_excess(double h, double k, double s) {
  constexpr std::array node{0.14887433898163122, 0.43339539412924719, 0.67940956829902441,
                            0.86506336668898451, 0.97390652851717172};
  constexpr std::array weight{0.29552422471475287, 0.26926671930999636, 0.21908636251598204,
                              0.14945134915058059, 0.06667134430868814};
  constexpr int panels = 12;
  const double half = s / (2 * panels);
  double sum = 0;
  for (int panel = 0; panel < panels; ++panel)
    for (std::size_t i = 0; i < node.size(); ++i) {
      const double centre = half * (2 * panel + 1);
      sum += weight[i] * (orthant_slope(h, k, centre - half * node[i]) +
                          orthant_slope(h, k, centre + half * node[i]));
    }
  return half * sum;
}

/// The tetrachoric correlation of two 0/1 variables: of two standard normal liabilities cut at the
/// margins, the r whose share of (1, 1) is that of the table. With both margins free this is the
/// maximum-likelihood estimate. Within 1e-8; 1 or -1 where a cell off or on the diagonal is empty,
/// undefined where nothing varies. Pearson (1900), doi:10.1098/rsta.1900.0022.
inline double tetrachoric(column x, column y, column weights) {
  double both = 0, x_only = 0, y_only = 0, neither = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (std::isnan(x[i]) || std::isnan(y[i])) continue;
    double& of_x = y[i] == 1 ? both : x_only;
    double& of_rest = y[i] == 1 ? y_only : neither;
    (x[i] == 1 ? of_x : of_rest) += weights[i];
  }
  const double n = both + x_only + y_only + neither;
  const double p = (both + x_only) / n, q = (both + y_only) / n;
  if (!(0 < p && p < 1 && 0 < q && q < 1)) return undefined;
  if (x_only * y_only == 0) return 1;
  if (both * neither == 0) return -1;
  const double h = normal_quantile(p), k = normal_quantile(q), wanted = both / n - p * q;
  double lowest = -1, highest = 1, s = 0;
  for (int step = 0; step < 60 && highest - lowest > 1e-11; ++step) {
    const double beyond = orthant_excess(h, k, s) - wanted;
    (beyond > 0 ? highest : lowest) = s;
    const double next = s - beyond / orthant_slope(h, k, s);
    if (std::abs(next - s) < 1e-11) return correlation_of_half_angle(next);
    s = lowest < next && next < highest ? next : (lowest + highest) / 2;
  }
  return correlation_of_half_angle(s);
}

}  // namespace iwm::statistics
