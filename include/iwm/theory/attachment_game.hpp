// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/published/attachment_game.hpp"
#include "iwm/theory/theory.hpp"

#include <string_view>
#include <tuple>

namespace iwm::theories {

/// An infant that plays what pays: the best reply to the probability q of being attended.
///
///   go: g q - s (1 - q)     half go: h q - t (1 - q)     don't go: 0      the largest is shown,
///   always q += plasticity tracking (attended - q)              tracking = 0: q is known and stays
///
/// Go is an open signal, half go an exaggerated one, don't go a muted one. Buono, Chau, Lewis,
/// Madras, Pugh, Rossi & Witelski (2006), Fields-MITACS workshop; that q is tracked is our own. It
/// has no model of the self, no fear, no confidence and no general model: the rational baseline.
struct attachment_game {
  static constexpr std::string_view name = "attachment_game";
  static constexpr std::string_view summary =
      "plays the best reply to how likely the caregiver attends: the rational baseline";

  struct parameters {
    double go_attended = 1., go_ignored = 2., half_attended = 0.5, half_ignored = 0.4;
    double attended = 0.5, tracking = 0.02;
    static constexpr auto fields() {
      using P = parameters;
      constexpr auto ours = "own choice: one of three moves pays best somewhere";
      return std::tuple{
          field{"go_attended", &P::go_attended, 0.01, 10., "payoff",
                "g: signalling openly, attended", "Buono et al. (2006)"},
          field{"go_ignored", &P::go_ignored, -10., 10., "payoff",
                "s: cost of signalling openly, ignored", ours},
          field{"half_attended", &P::half_attended, 0.01, 10., "payoff",
                "h: exaggerated signal, attended", ours},
          field{"half_ignored", &P::half_ignored, -10., 10., "payoff",
                "t: cost of an exaggerated signal, ignored", ours},
          field{"attended", &P::attended, 0., 1., "probability",
                "q before any evidence, where others are expected to be neutral", "own choice"},
          field{"tracking", &P::tracking, 0., 1., "1/event",
                "share of the error by which q follows what happens at birth; 0: q is known",
                "own choice"}};
    }
  };
  struct state {
    double attended = 0.5;  ///< q
    bool operator==(const state&) const = default;
  };
  parameters p{};

  published::one_player_game game() const {
    return {p.go_attended, p.go_ignored, p.half_attended, p.half_ignored};
  }

  state initial(const temperament&, const prior& from) const {
    return {clamp01(p.attended + 0.5 * from.other)};
  }

  double felt_security(const state& s) const { return s.attended; }

  signal behave(const state& s, const circumstance& now, double arousal, const temperament&,
                const draws&) const {
    const auto worth = game().payoffs(s.attended);
    const double go = worth[0] + now.mood[0], half = worth[1] + now.mood[2],
                 no = worth[2] + now.mood[1];
    const double how = select((go >= half) & (go >= no), 0., select(half >= no, 2., 1.));
    const double near = 1. - now.separation;
    const double display =
        select(how == 0., arousal, select(how == 1., 0.35 * arousal, clamp01(1.6 * arousal)));
    return {.display = display,
            .proximity = near * display,
            .contact = near * display,
            .resistance = near * select(how == 2., 0.3 + 0.7 * arousal, 0.),
            .avoidance = near * select(how == 1., 0.8 + 0.2 * arousal, 0.),
            .exploration = 1. - arousal,
            .conflict = 0.,
            .manner = how};
  }

  outcome appraise(const state&, const event&, const outcome& came, const temperament&,
                   const draws&) const {
    return came;
  }

  /// Attended is who was answered and welcomed; a rebuff is no attention.
  state learn(const state& s, const event&, const outcome& felt, const temperament&,
              double plasticity) const {
    const double attended = select(felt.availability > 0., max(0., felt.acceptance), 0.);
    return {blend(s.attended, attended, plasticity * p.tracking)};
  }

  response anticipate(const state& s, const signal&) const {
    return {.came = s.attended, .fit = s.attended, .welcome = s.attended};
  }

  self_vector self(const state& s) const { return {0., 2. * s.attended - 1.}; }
  other_vector other(const state& s) const {
    return {2. * s.attended - 1., 2. * s.attended - 1., 0.};
  }
  strategy_values strategies(const state& s) const {
    const auto worth = game().payoffs(s.attended);
    return {worth[0], worth[2], worth[1]};
  }
};
static_assert(theory<attachment_game>);

}  // namespace iwm::theories
