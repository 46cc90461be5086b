// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/columns.hpp"
#include "iwm/core/random.hpp"
#include "iwm/interaction/event.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace iwm {

/// Families that are simulated side by side. One virtual call serves a whole block.
#ifdef IWM_BLOCK_SIZE
inline constexpr std::size_t block_size = IWM_BLOCK_SIZE;  // for measurements and tests
#else
inline constexpr std::size_t block_size = 64;
#endif

/// One value for each family of a block: whole, or with every member in an array of its own.
template <class T>
using lanes = std::array<T, block_size>;
template <class T>
using lane_columns = columns<T, block_size>;

/// Calls step(lane) for every lane of a block. The lanes do not depend on each other, which the
/// compiler is told: with a `step` without branches it makes vector code (give the function around
/// it [[gnu::noinline, gnu::flatten]], and copy what is the same for all lanes into local variables
/// first).
template <class Step>
[[gnu::always_inline]] inline void for_each_lane(Step&& step) {
#ifdef __clang__
#pragma clang loop vectorize(assume_safety)
#else
#pragma GCC ivdep
#endif
  for (std::size_t lane = 0; lane < block_size; ++lane) step(lane);
}

/// One event of every lane.
struct event_lanes {
  lane_columns<circumstance> now;
  lane_columns<signal> shown;
  lane_columns<response> given;
  lane_columns<double> settling;

  [[gnu::always_inline]] event get(std::size_t lane) const {
    return get(lane, std::make_index_sequence<decltype(now)::members>{},
               std::make_index_sequence<decltype(shown)::members>{},
               std::make_index_sequence<decltype(given)::members>{});
  }
  /// One number of the events of all lanes, by its place among the numbers of an `event`.
  const std::array<double, block_size>& column(std::size_t place) const {
    if (place < now.members) return now.column(place);
    place -= now.members;
    if (place < shown.members) return shown.column(place);
    place -= shown.members;
    return place < given.members ? given.column(place) : settling.column(0);
  }
  void set(std::size_t lane, const event& seen) {
    now.set(lane, seen.now);
    shown.set(lane, seen.shown);
    given.set(lane, seen.given);
    settling.set(lane, seen.settling);
  }

 private:
  template <std::size_t... n, std::size_t... s, std::size_t... g>
  [[gnu::always_inline]] event get(std::size_t lane, std::index_sequence<n...>,
                                   std::index_sequence<s...>, std::index_sequence<g...>) const {
    return std::bit_cast<event>(std::array{now.column(n)[lane]..., shown.column(s)[lane]...,
                                           given.column(g)[lane]..., settling.column(0)[lane]});
  }
};

/// Whose draws a block makes, at which event and for what.
struct lane_draws {
  const lane_columns<draw_key>& keys;
  std::uint64_t event = 0;
  purpose why;

  [[gnu::always_inline]] draws operator()(std::size_t lane) const {
    return keys.get(lane).draw(event, why);
  }
};

/// Calls step(lane, draws) for every lane. The first halves of all draws come from a loop of their
/// own, which a processor gets through faster than through one long loop; the second halves cost
/// nothing where `step` does not read them.
template <class Step>
[[gnu::always_inline]] inline void for_each_lane(const lane_draws& u, Step&& step) {
  std::array<std::uint64_t, block_size> first, second;
  for_each_lane([&](std::size_t i) {
    const draw_key::half words = u.keys.get(i).half_of_draw(0, u.event, u.why);
    first[i] = words.first;
    second[i] = words.second;
  });
  for_each_lane([&](std::size_t i) {
    step(i, detail::join({first[i], second[i]}, u.keys.get(i).half_of_draw(1, u.event, u.why)));
  });
}

/// The keys of a block's draws: those of `at` with the person replaced lane by lane.
inline lane_columns<draw_key> keys_of(address at, const lanes<std::uint64_t>& persons) {
  lane_columns<draw_key> keys;
  for (std::size_t i = 0; i < block_size; ++i) {
    at.person = persons[i];
    keys.set(i, at.key());
  }
  return keys;
}

}  // namespace iwm
