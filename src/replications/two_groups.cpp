// SPDX-License-Identifier: MIT
#include "replications/two_groups.hpp"

#include "iwm/core/real.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace iwm {
namespace {

constexpr double log_two_pi = 1.8378770664093453;

double log_density(double x, double mean, double spread) {
  const double z = (x - mean) / spread;
  return -0.5 * (log_two_pi + z * z) - log(spread);
}

struct fit {
  double lower, upper, share, spread, likelihood;
};

fit two_from(const std::vector<double>& x, std::size_t cut, double grain) {
  const double n = static_cast<double>(x.size());
  fit f{0, 0, static_cast<double>(cut) / n, 0, 0};
  for (std::size_t i = 0; i < x.size(); ++i)
    (i < cut ? f.lower : f.upper) += x[i] / (i < cut ? f.share * n : (1. - f.share) * n);
  double square = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double gap = x[i] - (i < cut ? f.lower : f.upper);
    square += gap * gap;
  }
  f.spread = std::max(grain, std::sqrt(square / n));
  for (int round = 0; round < 200; ++round) {
    const fit before = f;
    double weight = 0, low = 0, high = 0, within = 0;
    f.likelihood = 0;
    for (const double v : x) {
      const double a = log(before.share) + log_density(v, before.lower, before.spread);
      const double b = log(1. - before.share) + log_density(v, before.upper, before.spread);
      const double top = std::max(a, b);
      const double sum = exp(a - top) + exp(b - top);
      const double r = exp(a - top) / sum;
      f.likelihood += top + log(sum);
      weight += r;
      low += r * v;
      high += (1. - r) * v;
      within += r * (v - before.lower) * (v - before.lower) +
                (1. - r) * (v - before.upper) * (v - before.upper);
    }
    weight = std::clamp(weight, 1e-6 * n, (1. - 1e-6) * n);
    f.share = weight / n;
    f.lower = low / weight;
    f.upper = high / (n - weight);
    f.spread = std::max(grain, std::sqrt(within / n));
    if (round > 0 && f.likelihood - before.likelihood < 1e-9 * n) break;
  }
  return f;
}

}  // namespace

two_groups split_in_two(std::span<const double> numbers, double grain) {
  std::vector<double> x(numbers.begin(), numbers.end());
  std::sort(x.begin(), x.end());
  const double n = static_cast<double>(x.size());
  double mean = 0, square = 0, one = 0;
  for (const double v : x) mean += v / n;
  for (const double v : x) square += (v - mean) * (v - mean) / n;
  const double spread = std::max(grain, std::sqrt(square));
  for (const double v : x) one += log_density(v, mean, spread);

  fit best{mean, mean, 0.5, spread, -1e300};
  for (std::size_t tenth = 1; tenth < 10; ++tenth) {
    const fit now = two_from(x, std::max<std::size_t>(1, tenth * x.size() / 10), grain);
    if (now.likelihood > best.likelihood) best = now;
  }
  const double evidence = (2. * (best.likelihood - one) - 2. * log(n)) / n;
  return {best.lower,  best.upper, best.share,
          best.spread, evidence,   evidence > 0. && best.upper - best.lower > 2. * best.spread};
}

}  // namespace iwm
