// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"
#include "iwm/interaction/event.hpp"
#include "iwm/interaction/outcome.hpp"
#include "iwm/working_model/expectations.hpp"

namespace iwm::theories {

/// A model of self and other that is one number, security in [-1, 1], for theories in which that is
/// all that is said. How it is formed from care and how it shows are own design.

/// The evidence of one event: +1 for an answer that was warm, -1 where nobody came, for a rebuff
/// and for fright; between them what the answer was.
inline double secure_evidence(const event& seen, const outcome& felt) {
  return min(select(seen.given.came > 0.5, felt.acceptance, felt.availability), felt.safety);
}

/// Distress is shown openly; what security lacks turns contact into avoidance.
inline signal security_signal(double security, const circumstance& now, double arousal) {
  const double near = 1. - now.separation;
  const double trust = 0.5 * (1. + security);
  return {.display = arousal,
          .proximity = near * arousal,
          .contact = near * arousal * trust,
          .avoidance = near * arousal * (1. - trust),
          .exploration = 1. - arousal};
}

inline response secure_response(double security) {
  const double trust = 0.5 * (1. + security);
  return {.came = trust, .welcome = trust, .rejection = 1. - trust, .fright = 0.5 * (1. - trust)};
}

inline self_vector secure_self(double security) { return {security, security}; }
inline other_vector secure_other(double security) { return {security, security, security}; }

}  // namespace iwm::theories
