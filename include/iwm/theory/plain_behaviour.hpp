// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/draws.hpp"
#include "iwm/core/real.hpp"
#include "iwm/interaction/event.hpp"
#include "iwm/interaction/outcome.hpp"
#include "iwm/working_model/expectations.hpp"

#include <array>

namespace iwm::theories {

/// How theories that only say how expectations are learned let an infant act: one softmax over the
/// values of three ways to signal. The same for all of them, so that what differs is the learning.

/// The manner drawn with u from P(k) = softmax((q + mood) / temperature).
inline double softmax_manner(const strategy_values& q, const circumstance& now, double temperature,
                             double u) {
  const double minimise = exp((q.minimise + now.mood[1] - q.direct - now.mood[0]) / temperature);
  const double maximise = exp((q.maximise + now.mood[2] - q.direct - now.mood[0]) / temperature);
  const double chosen = u * (1. + minimise + maximise);
  return select(chosen < 1., 0., select(chosen < 1. + minimise, 1., 2.));
}

/// What is shown in a manner: open, muted (0.35 arousal, turned away), exaggerated (1.6 arousal,
/// resistant). It freezes with probability max(0, -safety) / 2.
inline signal plain_signal(double how, const circumstance& now, double arousal, double safety,
                           double u) {
  const double near = 1. - now.separation;
  const double display =
      select(how == 0., arousal, select(how == 1., 0.35 * arousal, clamp01(1.6 * arousal)));
  return {.display = display,
          .proximity = near * display,
          .contact = near * display,
          .resistance = near * select(how == 2., 0.3 + 0.7 * arousal, 0.),
          .avoidance = near * select(how == 1., 0.8 + 0.2 * arousal, 0.),
          .exploration = 1. - arousal,
          .conflict = near * select(u < 0.5 * max(0., -safety), 1., 0.),
          .manner = how};
}

/// The value of the manner that was shown moves towards the relief felt: q += gain (relief - q).
inline strategy_values credited(const strategy_values& q, const event& seen, double relief,
                                double gain) {
  const auto value = [&](double now, double which) {
    return blend(now, relief, select(seen.shown.manner == which, gain, 0.));
  };
  return {value(q.direct, 0.), value(q.minimise, 1.), value(q.maximise, 2.)};
}

/// A figure is anticipated as it is expected to be.
inline response expected_response(const expectations& e) {
  const double welcome = 0.5 * (1. + e.acceptance);
  return {.came = 0.5 * (1. + e.availability),
          .welcome = welcome,
          .rejection = 1. - welcome,
          .fright = 0.5 * (1. - e.safety)};
}

/// Felt security (1 + availability / 2 + acceptance / 2) / 2.
inline double reassurance(const expectations& e) {
  return clamp01(0.5 * (1. + 0.5 * e.availability + 0.5 * e.acceptance));
}

/// Values before any experience: signalling openly is tried first.
inline constexpr strategy_values untried{0.2, 0.1, 0.1};

/// The five expectations in the order of `expectations`, for a learner that treats all alike.
using five = std::array<double, 5>;

inline five evidence_of(const outcome& felt) {
  return {felt.availability, felt.acceptance, felt.safety, felt.worth, felt.efficacy};
}
/// Whether an event says anything about each: acceptance and worth show only in an answer.
inline five informed_by(const event& seen) {
  return {1., seen.given.came, 1., seen.given.came, 1.};
}
inline five start_of(double self, double other, double safety) {
  return {other, other, safety, self, self};
}
inline expectations expectations_of(const five& e) { return {e[0], e[1], e[2], e[3], e[4]}; }

}  // namespace iwm::theories
