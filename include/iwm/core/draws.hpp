// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

namespace iwm {

/// Eight independent uniforms that belong to one purpose of one address (see core/random.hpp).
/// Each lies strictly inside (0, 1): (k + 0.5) / 2^32 with k from 0 to 2^32 - 1, so that logarithms
/// and quantiles of a draw are finite and 1 - u is exact.
struct draws {
  std::array<double, 8> u{};

  constexpr double operator[](std::size_t i) const { return u[i]; }
  friend constexpr bool operator==(const draws&, const draws&) = default;
};

}  // namespace iwm
