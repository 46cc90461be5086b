// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"

#include <array>
#include <cstddef>

namespace iwm::published::active_inference {

/// Cittern, Nolte, Friston & Edalat (2018) Intrinsic and extrinsic motivators of attachment under
/// active inference, PLoS ONE 13(4): e0193955, doi:10.1371/journal.pone.0193955, and the fuller
/// account in Cittern (2016) Computational Models of Attachment and Self-Attachment, PhD thesis,
/// Imperial College London, chapter 3.
///
/// This header: what surrounds the infant. A caregiver attends with probability q, whatever the
/// infant does. States of the world are an action beside a caregiver state, of which there are
/// `kinds`:
///   2, interoceptive: attends, ignores;
///   4, exteroceptive: what it does now and what it will do next, in the order AA, AI, IA, II.

/// Seek, guarded seek, avoid: in this order everywhere.
enum action : std::size_t { seek, guarded, avoid };
inline constexpr std::size_t actions = 3;

/// What the caregiver's face announces of its next act.
enum class cue { will_attend, none, ambiguous };

/// Change of the infant's stress, in the paper's letters: +g and -s on seeking an attending and an
/// ignoring caregiver, +h and -t on seeking it guardedly, 0 on avoiding it.
struct payoffs {
  double g = 2, h = 0.75, s = 2, t = 0.9;

  constexpr double of(std::size_t what, bool attended) const {
    return what == seek ? (attended ? g : -s) : what == guarded ? (attended ? h : -t) : 0.;
  }
};

/// How a caregiver behaves. a, b, c: probability that the cue tells the truth about attending,
/// about ignoring, and that it is ambiguous; a + c and b + c beyond 1 are taken for 1.
struct caregiver {
  double q = 0.5;
  double a = 1, b = 1, c = 0;
};

/// What the infant perceives: its own act, how its stress changed, and a cue where there is any.
struct observation {
  std::size_t acted = avoid;
  bool attended = false;  ///< unknown to an infant that avoids
  cue announced = cue::none;
};

/// Whether the caregiver of a state attends now, and next.
template <std::size_t kinds>
constexpr bool attends(std::size_t state) {
  return state < kinds / 2;
}
constexpr bool will_attend(std::size_t state) { return state % 2 == 0; }

/// The first state: attends now, and next, with probability q each (the second is our choice).
template <std::size_t kinds>
constexpr std::size_t first_state(const caregiver& who, double u, double v) {
  const std::size_t now = u < who.q ? 0 : 1;
  if constexpr (kinds == 2)
    return now;
  else
    return 2 * now + (v < who.q ? 0 : 1);
}

/// The next state: what was next becomes now, and a new next is drawn.
template <std::size_t kinds>
constexpr std::size_t next_state(const caregiver& who, std::size_t state, double u) {
  const std::size_t drawn = u < who.q ? 0 : 1;
  if constexpr (kinds == 2)
    return drawn;
  else
    return 2 * (state % 2) + drawn;
}

/// What an infant that did `acted` perceives of a state. Cues by the next act: attend (a, 1-a-c,
/// c), ignore (1-b-c, b, c); an infant that avoids sees none.
template <std::size_t kinds>
constexpr observation perceive(const caregiver& who, std::size_t acted, std::size_t state,
                               double u) {
  observation seen{acted, attends<kinds>(state), cue::none};
  if (kinds == 2 || acted == avoid) return seen;
  const double announces =
      will_attend(state) ? min(who.a, 1. - who.c) : max(0., 1. - who.b - who.c);
  seen.announced = u < announces ? cue::will_attend : u < 1. - who.c ? cue::none : cue::ambiguous;
  return seen;
}

}  // namespace iwm::published::active_inference
