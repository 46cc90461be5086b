// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstdint>

namespace iwm::testing {

/// FNV-1a over the bits of numbers, in order: equal for equal digits, so that one golden value
/// shows whether thousands of results are the same in every build. Not for NaNs, whose sign is
/// free.
struct fingerprint {
  std::uint64_t value = 0xcbf29ce484222325;

  constexpr fingerprint& add(std::uint64_t bits) {
    for (int byte = 0; byte < 8; ++byte)
      value = (value ^ (bits >> (8 * byte) & 0xff)) * 0x100000001b3;
    return *this;
  }
  constexpr fingerprint& add(double number) { return add(std::bit_cast<std::uint64_t>(number)); }
};

}  // namespace iwm::testing
