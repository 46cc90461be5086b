// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"
#include "iwm/interaction/circumstance.hpp"
#include "iwm/measurement/respondents.hpp"

namespace iwm {

/// Probabilities of the three manners in which distress is shown, or closeness is spoken of: openly
/// and free to evaluate, muted and cut short, exaggerated and entangled. They add up to 1.
struct manner_shares {
  double direct = 1;
  double minimise = 0;
  double maximise = 0;
};

/// How often a person of some habit falls into each manner: softmax(habit / temperature).
/// `temperature` above 0, in units of relief as the habit.
inline manner_shares shares_of(const strategy_values& habit, double temperature) {
  const double best = max(habit.direct, max(habit.minimise, habit.maximise));
  const double direct = exp((habit.direct - best) / temperature);
  const double minimise = exp((habit.minimise - best) / temperature);
  const double maximise = exp((habit.maximise - best) / temperature);
  const double all = direct + minimise + maximise;
  return {direct / all, minimise / all, maximise / all};
}

/// The manner that a uniform picks.
constexpr manner picked(const manner_shares& shares, double u) {
  if (u < shares.direct) return manner::direct;
  return u < shares.direct + shares.minimise ? manner::minimise : manner::maximise;
}

/// From -1..1, as people claim, to 0..1, as it is scored.
constexpr double as_share(double claimed) { return clamp01((claimed + 1.) / 2.); }

}  // namespace iwm
