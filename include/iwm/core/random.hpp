// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/draws.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>

#include <Random123/threefry.h>

namespace iwm {

/// What a draw is for. Population, behaviour and measurement have address spaces of their own, so
/// that a new instrument never shifts a draw of anybody's life. The numbers are part of the
/// promise that a seed repeats a run: they may be added to, never changed.
enum class purpose : std::uint64_t {
  family = 0x000,
  temperament,
  traits,
  drift,
  history,

  circumstance = 0x100,
  behave,
  respond,
  appraise,
  mood,

  schedule = 0x200,
  measured_circumstance,
  measured_behave,
  measured_respond,
  measured_appraise,
  occasion,
  rater,
  recording,
};

/// Where a draw lives. A draw is a function of its address and of nothing else: no generator object
/// exists, so results cannot depend on threads, shards, block sizes or the order of events.
///
/// Threefry4x64-20 with key (seed, replicate, person, relationship) and counter (event, purpose,
/// part, 0) gives four 64-bit words, each of them two uniforms (low half first).
/// Salmon, Moraes, Dror & Shaw (2011), doi:10.1145/2063384.2063405.
struct address {
  std::uint64_t seed = 0;
  std::uint64_t replicate = 0;
  std::uint64_t person = 0;
  std::uint64_t relationship = 0;
  std::uint64_t event = 0;

  /// Eight uniforms for `why`. Where eight do not suffice, count `part` up from 0.
  draws draw(purpose why, std::uint64_t part = 0) const;

  friend constexpr bool operator==(const address&, const address&) = default;
};

namespace detail {

/// (k + 0.5) / 2^32, exact; integers become doubles by way of the bits of 2^52 + k, which every
/// vector unit can do.
constexpr double open_uniform(std::uint64_t k) {
  constexpr std::uint64_t two_to_52 = 0x4330000000000000;
  return (std::bit_cast<double>(two_to_52 | k) - (0x1p52 - 0.5)) * 0x1p-32;
}

}  // namespace detail

inline draws address::draw(purpose why, std::uint64_t part) const {
  const threefry4x64_ctr_t counter{{event, static_cast<std::uint64_t>(why), part, 0}};
  const threefry4x64_key_t key{{seed, replicate, person, relationship}};
  const threefry4x64_ctr_t words = threefry4x64_R(20, counter, key);
  draws result;
  for (std::size_t i = 0; i < 4; ++i) {
    result.u[2 * i] = detail::open_uniform(words.v[i] & 0xffffffff);
    result.u[2 * i + 1] = detail::open_uniform(words.v[i] >> 32);
  }
  return result;
}

}  // namespace iwm
