// SPDX-License-Identifier: MIT
#pragma once

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
  std::array<episode, size> intense{};
  episode last{};

  bool operator==(const episode_memory&) const = default;
};

/// Adds one event; `lived.key` is set here. `arousal` in [0, 1], `u` uniform in (0, 1).
inline void remember(episode_memory& memory, episode lived, double arousal, double u) {
  lived.key = log(u) / (arousal + 1e-9);
  memory.last = lived;
  std::size_t weakest = 0;
  for (std::size_t i = 1; i < episode_memory::size; ++i)
    if (memory.intense[i].key < memory.intense[weakest].key) weakest = i;
  if (memory.intense[weakest].key < lived.key) memory.intense[weakest] = lived;
}

}  // namespace iwm
