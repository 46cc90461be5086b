// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "iwm/measurement/stage.hpp"

namespace iwm {

/// Films everyday needs of every infant on the stage, `moments` of each; film[i] is that of infant i.
inline std::vector<std::vector<event>> observe_at_home(stage& children, std::size_t moments) {
  const std::size_t n = children.size();
  std::vector<std::vector<event>> films(n);
  std::vector<circumstance> now(n);
  std::vector<event> seen(n);
  for (std::size_t m = 0; m < moments; ++m) {
    for (std::size_t i = 0; i < n; ++i) now[i] = children.everyday(i, m);
    children.play(now, seen);
    for (std::size_t i = 0; i < n; ++i) films[i].push_back(seen[i]);
  }
  return films;
}

}  // namespace iwm
