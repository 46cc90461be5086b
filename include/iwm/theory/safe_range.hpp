// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/published/safe_range.hpp"
#include "iwm/theory/theory.hpp"
#include "iwm/working_model/expectations.hpp"

#include <string_view>
#include <tuple>

namespace iwm::theories {

/// An infant that remembers how promptly and how fittingly a figure answers, samples that memory
/// afresh at every moment, and signals, keeps to itself or freezes.
///
///   signals with probability 1 / (1 + 3 exp(-10 appropriateness~)) where aroused; else
///   self-regulates safe range R = min(70.7, 15 / delay~);   freezes where fear >= `frozen` fear =
///   fear~ if above 0, else half the fear before;   fear signal -phi 1.5^(.75 (display - .8))
///
/// `published::safe_range_rules` of Cittern & Edalat (2014), IEEE CCMB, with running means and
/// variances for their neural memories. What an event tells of delay and appropriateness, the rate
/// of the memory, and how R shows, are own design: docs/theory/safe_range.md.
struct safe_range {
  static constexpr std::string_view name = "safe_range";
  static constexpr std::string_view summary =
      "remembers delay and appropriateness of care; signals, self-regulates or freezes";

  struct parameters {
    double memory = 0.02;
    double unanswered_delay = 2;
    double rebuff = 0.25;
    double alarmed = 0.3;
    double frozen = 0.5;
    double self_regulation = 0.2;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"memory", &P::memory, 0., 1., "1/event",
                "share of the newest care in the memory at birth", "own choice"},
          field{"unanswered_delay", &P::unanswered_delay, 0.25, 20., "minutes",
                "delay that an unanswered signal is remembered as",
                "Cittern & Edalat 2014: the dismissing caregiver's"},
          field{"rebuff", &P::rebuff, 0., 1., "1", "dysregulation by a rebuff; fright is 1",
                "own choice"},
          field{"alarmed", &P::alarmed, 0., 1., "arousal",
                "arousal above which it signals or self-regulates", "own choice: everyday arousal"},
          field{"frozen", &P::frozen, 0.01, 5., "1", "fear at which it freezes",
                "own choice; the paper's 2 is out of reach of one fright"},
          field{"self_regulation", &P::self_regulation, 0., 1., "relief",
                "relief that self-regulation brings", "own choice"}};
    }
  };
  struct state {
    published::running_moments delay;
    published::running_moments appropriateness;
    published::running_moments fear_memory;
    double fear = 0;
    double safety = 0;  ///< trust before any fright
    bool operator==(const state&) const = default;
  };
  parameters p{};

  static constexpr published::safe_range_rules rules{};
  static constexpr double unmet_variance = 0.05;  ///< of appropriateness before any care

  /// The safe range at the remembered delay, as a share of the widest.
  double range(const state& s) const { return rules.safe_range(s.delay.mean) / rules.diagonal(); }

  state initial(const temperament&, const prior& from) const {
    const double share = max(0.01, 0.5 * (1. + from.other));
    return {.delay = {rules.reach / (share * rules.diagonal()), 0.},
            .appropriateness = {from.other, unmet_variance},
            .fear_memory = {},
            .fear = 0.,
            .safety = from.safety};
  }

  double felt_security(const state& s) const {
    return clamp01(0.5 * range(s) + 0.25 * (1. + s.appropriateness.mean) -
                   0.5 * s.fear_memory.mean);
  }

  signal behave(const state& s, const circumstance& now, double arousal, const temperament&,
                const draws& u) const {
    const double near = 1. - now.separation;
    const double chance =
        rules.signalling(s.appropriateness.sample(u[0]) + now.mood[0] - now.mood[1]);
    const double afraid = rules.fear(s.fear, true, s.fear_memory.sample(u[1]));
    const double reach = rules.safe_range(max(0., s.delay.sample(u[2]))) / rules.diagonal();
    const bool aroused = arousal > p.alarmed;
    const bool freezes = aroused & (afraid >= p.frozen);
    const bool kept = (now.previous >= 0.) & (u[4] < now.persistence);
    const bool hides = select(kept, now.previous == 1., aroused & (u[3] >= chance)) > 0.;
    const double anxious = clamp01(arousal + 0.3 * (1. - reach) * arousal);
    const double display = select(hides, 0.35 * arousal, anxious);
    return {.display = display,
            .proximity = near * display,
            .contact = near * display,
            .resistance = near * select(hides, 0., (1. - reach) * arousal),
            .avoidance = near * select(hides, 0.8 + 0.2 * arousal, 0.),
            .exploration = 1. - arousal,
            .conflict = near * select(freezes, 1., 0.),
            .manner = select(hides, 1., 0.)};
  }

  outcome appraise(const state&, const event& seen, const outcome& came, const temperament& infant,
                   const draws&) const {
    outcome felt = came;
    felt.relief +=
        select(seen.shown.manner == 1., p.self_regulation * (0.5 + infant.soothability), 0.);
    return felt;
  }

  state learn(const state& s, const event& seen, const outcome&, const temperament&,
              double plasticity) const {
    const response& given = seen.given;
    const double share = plasticity * p.memory;
    const double delay = select(given.came > 0.5, given.delay, p.unanswered_delay);
    const double care = given.came * given.welcome * given.fit - p.rebuff * given.rejection;
    const double appropriateness = clamp(care - given.fright, -1., 1.);
    const double alarm = rules.fear_signal(appropriateness, seen.shown.display);
    state after = s;
    after.delay = s.delay.with(delay, share);
    after.appropriateness = s.appropriateness.with(appropriateness, share);
    after.fear_memory = s.fear_memory.with(alarm, share);
    after.fear = rules.fear(s.fear, true, alarm);
    return after;
  }

  response anticipate(const state& s, const signal&) const {
    const double good = clamp01(s.appropriateness.mean), bad = clamp01(-s.appropriateness.mean);
    return {.came = clamp01(range(s)),
            .fit = good,
            .delay = s.delay.mean,
            .welcome = good,
            .rejection = bad,
            .fright = clamp01(s.fear_memory.mean)};
  }

  self_vector self(const state& s) const {
    return {clamp(s.appropriateness.mean, -1., 1.),
            2. * rules.signalling(s.appropriateness.mean) - 1.};
  }
  other_vector other(const state& s) const {
    return {clamp(2. * range(s) - 1., -1., 1.), clamp(s.appropriateness.mean, -1., 1.),
            clamp(s.safety - 2. * s.fear_memory.mean, -1., 1.)};
  }
};
static_assert(theory<safe_range>);

}  // namespace iwm::theories
