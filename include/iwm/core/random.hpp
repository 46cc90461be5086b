// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/draws.hpp"

#include <bit>
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
  heredity,
  mind,
  market,
  conflict,
  life_event,
  birth,

  circumstance = 0x100,
  behave,
  respond,
  appraise,
  mood,
  company,

  schedule = 0x200,
  measured_circumstance,
  measured_behave,
  measured_respond,
  measured_appraise,
  occasion,
  rater,
  recording,
  habit,

  procedure = 0x300,  ///< of a published model run by itself
};

/// What the draws of one person in one relationship hang on: made once, used at every event.
struct draw_key {
  std::uint64_t first = 0, second = 0;

  /// Eight uniforms for `why` at `event`. Where eight do not suffice, count `part` up from 0 (below
  /// 2^31).
  draws draw(std::uint64_t event, purpose why, std::uint64_t part = 0) const;

  /// The two 64-bit words of one half of a draw, number 0 or 1: Threefry2x64-20 with this key and
  /// counter (event, 2^32 why + 2 part + number). Each word gives two uniforms, low half first.
  struct half {
    std::uint64_t first, second;
  };
  half half_of_draw(std::uint64_t number, std::uint64_t event, purpose why,
                    std::uint64_t part = 0) const;

  friend constexpr bool operator==(const draw_key&, const draw_key&) = default;
};

/// Where a draw lives. A draw is a function of its address and of nothing else: no generator object
/// exists, so results cannot depend on threads, shards, block sizes or the order of events.
///
/// The first four parts give a `draw_key`: the first two words of Threefry4x64-20 with key (seed,
/// replicate, person, relationship) and counter 0.
/// Salmon, Moraes, Dror & Shaw (2011), doi:10.1145/2063384.2063405.
struct address {
  std::uint64_t seed = 0;
  std::uint64_t replicate = 0;
  std::uint64_t person = 0;
  std::uint64_t relationship = 0;
  std::uint64_t event = 0;

  draw_key key() const;
  draws draw(purpose why, std::uint64_t part = 0) const { return key().draw(event, why, part); }

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

inline draw_key address::key() const {
  const threefry4x64_key_t key{{seed, replicate, person, relationship}};
  const threefry4x64_ctr_t words = threefry4x64_R(20, threefry4x64_ctr_t{{0, 0, 0, 0}}, key);
  return {words.v[0], words.v[1]};
}

[[gnu::always_inline]] inline draw_key::half draw_key::half_of_draw(std::uint64_t number,
                                                                    std::uint64_t event,
                                                                    purpose why,
                                                                    std::uint64_t part) const {
  const std::uint64_t place = (static_cast<std::uint64_t>(why) << 32) + 2 * part + number;
  const threefry2x64_ctr_t words =
      threefry2x64_R(20, threefry2x64_ctr_t{{event, place}}, threefry2x64_key_t{{first, second}});
  return {words.v[0], words.v[1]};
}

namespace detail {

[[gnu::always_inline]] inline draws join(const draw_key::half& a, const draw_key::half& b) {
  constexpr auto low = [](std::uint64_t word) { return open_uniform(word & 0xffffffff); };
  constexpr auto high = [](std::uint64_t word) { return open_uniform(word >> 32); };
  return {{low(a.first), high(a.first), low(a.second), high(a.second), low(b.first), high(b.first),
           low(b.second), high(b.second)}};
}

}  // namespace detail

[[gnu::always_inline]] inline draws draw_key::draw(std::uint64_t event, purpose why,
                                                   std::uint64_t part) const {
  return detail::join(half_of_draw(0, event, why, part), half_of_draw(1, event, why, part));
}

}  // namespace iwm
