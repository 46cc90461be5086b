// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/interaction/event.hpp"
#include "iwm/working_model/episodes.hpp"

namespace iwm {

/// The response that reaches the infant: none while the figure is away.
inline response present(const response& given, const circumstance& now) {
  const double near = 1. - now.separation;
  return {near * given.came,      near * given.fit,    near * given.delay,    near * given.welcome,
          near * given.rejection, near * given.fright, near * given.intrusion};
}

/// The trace that an event leaves in episodic memory.
inline episode recollect(const event& seen, double relief) {
  return {.age = seen.now.age,
          .need = seen.now.need,
          .display = seen.shown.display,
          .response = quality(seen.given) - seen.given.rejection - seen.given.fright,
          .relief = relief,
          .fright = seen.given.fright};
}

}  // namespace iwm
