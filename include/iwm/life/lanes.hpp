// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "iwm/core/random.hpp"

namespace iwm {

/// Families that are simulated side by side. One virtual call serves a whole block.
inline constexpr std::size_t block_size = 64;

/// One value for each family of a block.
template <class T>
using lanes = std::array<T, block_size>;

/// The draws of a block in one pass: those of `at` with the person replaced lane by lane.
inline void draw(lanes<draws>& out, address at, const lanes<std::uint64_t>& persons, purpose why,
                 std::uint64_t part = 0) {
  for (std::size_t i = 0; i < block_size; ++i) {
    at.person = persons[i];
    out[i] = at.draw(why, part);
  }
}

}  // namespace iwm
