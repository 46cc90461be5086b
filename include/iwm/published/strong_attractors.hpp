// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"
#include "iwm/published/draw_sequence.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace iwm::published {

/// A pattern of an associative memory: +1 or -1 for each unit.
using pattern = std::vector<std::int8_t>;

inline pattern random_pattern(std::size_t units, draw_sequence& u) {
  pattern made(units);
  for (auto& bit : made) bit = u.next() < 0.5 ? -1 : 1;
  return made;
}

/// A copy in which each bit is turned with the probability `noise`.
inline pattern noisy_copy(pattern of, double noise, draw_sequence& u) {
  for (auto& bit : of)
    if (u.next() < noise) bit = static_cast<std::int8_t>(-bit);
  return of;
}

/// Bits in which two patterns differ.
inline std::size_t distance(const pattern& a, const pattern& b) {
  std::size_t differ = 0;
  for (std::size_t i = 0; i < a.size(); ++i) differ += a[i] != b[i];
  return differ;
}

/// A Hopfield network in which a pattern counts as often as it was stored: attachment types as
/// strong attractors. Edalat & Mancinelli (2013), IJCNN 2013; Edalat (2013), NIPS 26, 2661-2669.
///
///     w_ij = (1/N) sum over patterns of d xi_i xi_j,  w_ii = 0;   S_i <- sign(sum_j w_ij S_j),
///     sign(0) = +1
///
/// The weights are never formed: N h_i = sum d xi_i m - S_i sum d with the overlap m = sum_j xi_j
/// S_j of each pattern, in whole numbers, so that no rounding occurs.
class strong_attractors {
 public:
  explicit strong_attractors(std::size_t units) : units_(units) {}

  void store(const pattern& one, int degree) {
    patterns_.push_back(one);
    degrees_.push_back(degree);
  }

  /// N times the field that the other units exert on unit i in the state s.
  std::int64_t field(std::size_t i, const pattern& s) const { return field(i, s, overlaps(s)); }

  /// Share of the bits of s that an update would turn.
  double unstable(const pattern& s) const {
    const std::vector<std::int64_t> m = overlaps(s);
    std::size_t turned = 0;
    for (std::size_t i = 0; i < units_; ++i) turned += sign(field(i, s, m)) != s[i];
    return static_cast<double>(turned) / static_cast<double>(units_);
  }

  /// Updates one unit after the other until none changes, at most `sweeps` times all.
  pattern retrieve(pattern s, int sweeps = 1000) const {
    std::vector<std::int64_t> m = overlaps(s);
    for (bool changed = true; changed && sweeps > 0; --sweeps) {
      changed = false;
      for (std::size_t i = 0; i < units_; ++i) {
        if (sign(field(i, s, m)) == s[i]) continue;
        s[i] = static_cast<std::int8_t>(-s[i]);
        for (std::size_t k = 0; k < m.size(); ++k) m[k] += 2 * patterns_[k][i] * s[i];
        changed = true;
      }
    }
    return s;
  }

 private:
  static std::int8_t sign(std::int64_t field) { return field < 0 ? -1 : 1; }

  std::vector<std::int64_t> overlaps(const pattern& s) const {
    std::vector<std::int64_t> m;
    for (const pattern& one : patterns_)
      m.push_back(static_cast<std::int64_t>(units_) -
                  2 * static_cast<std::int64_t>(distance(one, s)));
    return m;
  }

  std::int64_t field(std::size_t i, const pattern& s, const std::vector<std::int64_t>& m) const {
    std::int64_t all = 0;
    for (std::size_t k = 0; k < m.size(); ++k) all += degrees_[k] * (patterns_[k][i] * m[k] - s[i]);
    return all;
  }

  std::size_t units_;
  std::vector<pattern> patterns_;
  std::vector<std::int64_t> degrees_;
};

/// The probability that a standard normal variable exceeds x >= 0; relative error below 1e-13.
/// Series below 3, continued fraction above (Abramowitz & Stegun 26.2.11 and 26.2.14).
constexpr double normal_tail(double x) {
  constexpr double root_two_pi = 2.5066282746310005;
  const double density = exp(-0.5 * x * x) / root_two_pi;
  if (x < 3.) {
    double term = x, sum = x;
    for (int n = 1; n < 60; ++n) sum += term *= x * x / (2 * n + 1);
    return 0.5 - density * sum;
  }
  double fraction = x;
  for (int n = 200; n > 0; --n) fraction = x + n / fraction;
  return density / fraction;
}

/// Expected share of unstable bits of one pattern of degree d among `simple` random ones:
/// (1 - erf(d sqrt(N / (2 simple)))) / 2.
inline double unstable_share(double units, double degree, double simple) {
  return normal_tail(degree * std::sqrt(units / simple));
}

}  // namespace iwm::published
