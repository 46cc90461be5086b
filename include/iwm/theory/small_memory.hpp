// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace iwm {
namespace detail {

/// Steele, Lea & Flood (2014), doi:10.1145/2660193.2660195: the mixing function of SplitMix64.
constexpr std::uint64_t scrambled(std::uint64_t x) {
  x *= 0x9e3779b97f4a7c15;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

/// Every two prototypes differ in 32 of the 64 units: rows of a Hadamard matrix, its columns
/// shuffled.
constexpr std::array<std::uint64_t, 4> prototype_patterns() {
  std::array<std::uint64_t, 64> column{};
  for (std::size_t i = 0; i < 64; ++i) column[i] = i;
  std::uint64_t number = 2013;
  for (std::size_t i = 64 - 1; i > 0; --i) {
    const std::size_t other = scrambled(number++) % (i + 1);
    const std::uint64_t kept = column[i];
    column[i] = column[other];
    column[other] = kept;
  }
  std::array<std::uint64_t, 4> made{};
  for (std::size_t k = 0; k < made.size(); ++k)
    for (std::size_t i = 0; i < 64; ++i) made[k] |= (column[i] >> k & 1) << i;
  return made;
}

}  // namespace detail

/// A Hopfield network of 64 units that holds four prototypes, each as often as its degree says, and
/// some other memories once: `published::strong_attractors` small enough for every event of a life,
/// with degrees that need not be whole.
struct small_memory {
  static constexpr std::size_t units = 64, prototypes = 4, most_others = 16;
  using degrees = std::array<double, prototypes>;

  static constexpr std::uint64_t other_pattern(std::size_t number) {
    return detail::scrambled(500 + number);
  }

  /// The prototype that an update of unit after unit, to the sign of its field, leads to from
  /// `start`: the one that the final state, or its negative, is most like; of a mixture any part.
  static constexpr std::size_t retrieve(const degrees& degree, std::size_t others,
                                        std::uint64_t start) {
    constexpr std::array<std::uint64_t, prototypes> known = detail::prototype_patterns();
    constexpr std::size_t all = prototypes + most_others;
    const std::size_t looked_at_first = start % prototypes;
    std::array<std::uint64_t, all> stored{};
    std::array<double, all> weight{}, overlap{};
    double self = 0.;
    const std::size_t count = prototypes + others;
    for (std::size_t k = 0; k < count; ++k) {
      stored[k] = k < prototypes ? known[k] : other_pattern(k - prototypes);
      weight[k] = k < prototypes ? degree[k] : 1.;
      overlap[k] = likeness(stored[k], start);
      self += weight[k];
    }
    constexpr int most_sweeps = 20;
    bool changed = true;
    for (int sweep = 0; changed && sweep < most_sweeps; ++sweep) {
      changed = false;
      for (std::size_t i = 0; i < units; ++i) {
        const double own = sign_of(start, i);
        double field = -own * self;
        for (std::size_t k = 0; k < count; ++k)
          field += weight[k] * sign_of(stored[k], i) * overlap[k];
        if ((field < 0.) == (own < 0.)) continue;
        start ^= std::uint64_t{1} << i;
        for (std::size_t k = 0; k < count; ++k) overlap[k] -= 2. * own * sign_of(stored[k], i);
        changed = true;
      }
    }
    std::size_t best = looked_at_first;
    for (std::size_t k = 0; k < prototypes; ++k)
      if (abs(overlap[k]) > abs(overlap[best])) best = k;
    return best;
  }

 private:
  static constexpr double sign_of(std::uint64_t pattern, std::size_t i) {
    return pattern >> i & 1 ? 1. : -1.;
  }
  static constexpr double likeness(std::uint64_t a, std::uint64_t b) {
    return static_cast<double>(units) - 2. * std::popcount(a ^ b);
  }
};

}  // namespace iwm
