// SPDX-License-Identifier: MIT
#pragma once

#include <tuple>

#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/interaction/temperament.hpp"
#include "iwm/interaction/circumstance.hpp"

namespace iwm {

/// Physiology of arousal, the same for every theory (reference model, sections 2, 4, 8 and 15.10).
struct arousal_rule {
  double reactivity_weight = 0.80;
  double reactivity_at_rest = 0.8;
  double separation_distress = 0.3;
  double expected_security = 0.6;

  static constexpr auto fields() {
    using P = arousal_rule;
    return std::tuple{
        field{"reactivity_weight", &P::reactivity_weight, 0., 2., "arousal",
              "effect of reactivity on the arousal that a strange situation calls for",
              "reference model 15.10, calibrated"},
        field{"reactivity_at_rest", &P::reactivity_at_rest, 0., 1., "1",
              "share of that effect while the figure is present", "reference model 15.10, calibrated"},
        field{"separation_distress", &P::separation_distress, 0., 2., "arousal",
              "arousal at separation added by a lack of felt security", "reference model 15.10, calibrated"},
        field{"expected_security", &P::expected_security, 0., 1., "1",
              "felt security at which separation adds nothing", "reference model 15.10, calibrated"}};
  }
};

/// Arousal at the height of a moment, 0 to 1:
///   a <- carried a + need (0.5 + reactivity);  a <- a + pace (level - a),
///   level = alarm + w (reactivity - 0.5) + separation d (expected - felt security).
inline double rouse(double arousal, const circumstance& now, const temperament& infant,
                    double felt_security, const arousal_rule& rule) {
  const double roused = clamp01(now.carried * arousal + now.need * (0.5 + infant.reactivity));
  const double share = rule.reactivity_at_rest + (1. - rule.reactivity_at_rest) * now.separation;
  const double level =
      now.alarm + rule.reactivity_weight * share * (infant.reactivity - 0.5) +
      now.separation * rule.separation_distress * (rule.expected_security - felt_security);
  return clamp01(roused + now.pace * (level - roused));
}

/// Arousal left after a moment: a (1 - duration relief), 0 to 1.
inline double calm(double arousal, double relief, double duration) {
  return clamp01(arousal * (1. - duration * relief));
}

}  // namespace iwm
