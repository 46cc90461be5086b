// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace iwm {

/// One remembered event, as it was lived through.
struct episode {
  double age = 0;       ///< years
  double need = 0;      ///< 0 to 1
  double display = 0;   ///< 0 to 1
  double response = 0;  ///< quality of the response, 0 to 1, less rejection and fright
  double relief = 0;    ///< as felt
  double fright = 0;    ///< 1 when frightened by the figure
  double key = -1e300;  ///< rank among the intense

  bool operator==(const episode&) const = default;
};

/// Episodic memory of one relationship: `size` events, intense ones sooner, and the last one.
///
/// Weighted reservoir sampling without replacement: an event of weight w (its arousal) ranks by the
/// key log(u) / w, and the `size` largest keys stay, so that the chance to be remembered grows with
/// arousal. Instead of a key for every event one number tells how much arousal is still to be lived
/// through until an event stays (the exponential jumps of algorithm A-ExpJ).
/// Efraimidis & Spirakis (2006), doi:10.1016/j.ipl.2005.11.003.
struct episode_memory {
  static constexpr std::size_t size = 8;
  std::array<episode, size> intense{};
  episode last{};
  double until_next = 0;

  bool operator==(const episode_memory&) const = default;
};

/// Weight of an event of some arousal, 0 to 1: a little above it, so that every event has one.
constexpr double memorability(double arousal) { return arousal + 1e-9; }

/// Keeps an event whose turn it is in place of the weakest. `u` and `v` are uniform in (0, 1).
inline void keep(episode_memory& memory, episode lived, double arousal, double u, double v) {
  const auto weakest = std::ranges::min_element(memory.intense, {}, &episode::key);
  const double weight = memorability(arousal);
  const double least = exp(weakest->key * weight);
  lived.key = log(least + (1. - least) * u) / weight;
  *weakest = lived;
  const double threshold = std::ranges::min_element(memory.intense, {}, &episode::key)->key;
  memory.until_next = log(v) / threshold;
}

/// Adds one event of an arousal in [0, 1].
inline void remember(episode_memory& memory, const episode& lived, double arousal, double u,
                     double v) {
  memory.last = lived;
  memory.until_next -= memorability(arousal);
  if (memory.until_next <= 0.) keep(memory, lived, arousal, u, v);
}

}  // namespace iwm
