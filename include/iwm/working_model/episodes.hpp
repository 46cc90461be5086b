// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "iwm/core/real.hpp"

namespace iwm {

/// One remembered event, as it was lived through.
struct episode {
  double age = 0;       ///< years
  double need = 0;      ///< 0 to 1
  double display = 0;   ///< 0 to 1
  double response = 0;  ///< quality of the response, 0 to 1, less rejection and fright
  double relief = 0;    ///< as felt
  double key = -1e300;  ///< rank in memory: log(u) / arousal

  bool operator==(const episode&) const = default;
};

/// Episodic memory of one relationship: the most intense `size` events and the last one.
///
/// Weighted reservoir sampling without replacement: an event of weight w (its arousal) draws the key
/// u^(1/w) (kept as its logarithm), and the `size` largest keys stay, so that the chance to be remembered grows with arousal.
/// Efraimidis & Spirakis (2006), doi:10.1016/j.ipl.2005.11.003.
struct episode_memory {
  static constexpr std::size_t size = 8;
  using intense_events = std::array<episode, size>;
  intense_events intense{};
  episode last{};

  bool operator==(const episode_memory&) const = default;
};

/// The key of an event: `arousal` in [0, 1], `u` uniform in (0, 1).
inline double rank_in_memory(double arousal, double u) { return log(u) / (arousal + 1e-9); }

/// The place of the event that is given up first.
inline auto weakest_of(auto& intense) {
  return std::ranges::min_element(intense, {}, &episode::key);
}

/// Keeps an event that ranks above the weakest, in its place.
inline void keep_intense(episode_memory::intense_events& intense, const episode& lived) {
  const auto weakest = weakest_of(intense);
  if (weakest->key < lived.key) *weakest = lived;
}

/// Adds one event; `lived.key` is set here.
inline void remember(episode_memory& memory, episode lived, double arousal, double u) {
  lived.key = rank_in_memory(arousal, u);
  memory.last = lived;
  keep_intense(memory.intense, lived);
}

}  // namespace iwm
