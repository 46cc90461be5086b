// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/published/reactive_action_learning.hpp"
#include "iwm/theory/theory.hpp"
#include "iwm/working_model/expectations.hpp"

#include <string_view>
#include <tuple>

namespace iwm::theories {

/// An infant that learns from promptness how far it may go before it is anxious, and from rebuffs
/// to keep off the figure.
///
///   anxiety = max(0, arousal - tolerance R);   after an anxious event R += rate ([prompt] - R)
///   pain += rate ([rebuff] - pain);  it avoids where pain arousal > max(anxiety, (1 - pain)
/// arousal): the two goals inhibit each other
///
/// `published::safe_range_learning` and `pain_avoidance`: A RECONSTRUCTION after Petters (2006),
/// Proc. 7th ICCM, 226-231, the architectures with reactive action learning and an avoid-pain goal;
/// all equations are own design. R is a share of the widest range.
struct reactive_action_learning {
  static constexpr std::string_view name = "reactive_action_learning";
  static constexpr std::string_view summary =
      "learns its safe range from promptness, and to avoid pain (reconstruction after Petters)";

  struct parameters {
    double rate = 0.02;
    double patience = 0.5;
    double tolerance = 0.3;
    double narrow = 0.4;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"rate", &P::rate, 0., 1., "1/event",
                "share of the way that an event moves range and pain at birth", "own choice"},
          field{"patience", &P::patience, 0., 10., "minutes",
                "delay up to which an answer is prompt", "own choice"},
          field{"tolerance", &P::tolerance, 0., 1., "arousal",
                "arousal without anxiety at the widest range", "own choice"},
          field{"narrow", &P::narrow, 0., 1., "1",
                "range below which security stays active without relief", "own choice"}};
    }
  };
  struct state {
    double range = 0;   ///< R, 0 to 1
    double pain = 0;    ///< expected rebuff, 0 to 1
    double safety = 0;  ///< trust at birth; this theory learns nothing of fright
    bool operator==(const state&) const = default;
  };
  parameters p{};

  state initial(const temperament&, const prior& from) const {
    return {0.5 * (1. + from.other), 0.5 * (1. - from.other), from.safety};
  }

  double felt_security(const state& s) const { return clamp01(s.range * (1. - s.pain)); }

  double anxiety(const state& s, double arousal) const {
    return published::safe_range_learning{.rate = p.rate, .widest = 1.}.anxiety(
        arousal, p.tolerance * s.range);
  }

  signal behave(const state& s, const circumstance& now, double arousal, const temperament&,
                const draws& u) const {
    const double near = 1. - now.separation;
    const double worried = anxiety(s, arousal);
    const double security = max(worried, (1. - s.pain) * arousal) + now.mood[0];
    const bool avoids =
        published::pain_avoidance{}.avoids(s.pain * arousal + now.mood[1], security);
    const bool clings = s.range + now.mood[0] - now.mood[2] < p.narrow;
    const bool kept = (now.previous >= 0.) & (u[0] < now.persistence);
    const double how = select(kept, now.previous, select(avoids, 1., select(clings, 2., 0.)));
    const double open = clamp01(worried + 0.5 * p.tolerance * s.range * arousal);
    const double display =
        select(how == 1., 0.35 * worried, select(how == 2., clamp01(1.6 * worried), open));
    return {.display = display,
            .proximity = near * display,
            .contact = near * display,
            .resistance = near * select(how == 2., 0.3 + 0.7 * arousal, 0.),
            .avoidance = near * select(how == 1., 0.8 + 0.2 * arousal, 0.),
            .exploration = clamp01(1. - select(how == 1., 0.5 * worried, worried)),
            .conflict = 0.,
            .manner = how};
  }

  outcome appraise(const state&, const event&, const outcome& came, const temperament&,
                   const draws&) const {
    return came;
  }

  state learn(const state& s, const event& seen, const outcome&, const temperament&,
              double plasticity) const {
    const response& given = seen.given;
    const double rate = plasticity * p.rate;
    const published::safe_range_learning ranging{.rate = rate, .widest = 1.};
    const published::pain_avoidance avoiding{.rate = rate};
    const bool prompt = (given.came > 0.5) & (given.delay < p.patience);
    const bool anxious = seen.shown.display > 0.;
    return {select(anxious, ranging.adapted(s.range, prompt), s.range),
            select(given.came > 0.5, avoiding.adapted(s.pain, given.rejection), s.pain), s.safety};
  }

  response anticipate(const state& s, const signal&) const {
    return {.came = clamp01(s.range),
            .delay = p.patience * 2. * (1. - clamp01(s.range)),
            .welcome = 1. - clamp01(s.pain),
            .rejection = clamp01(s.pain),
            .fright = 0.5 * (1. - s.safety)};
  }

  self_vector self(const state& s) const {
    return {clamp(1. - 2. * s.pain, -1., 1.), clamp(2. * s.range - 1., -1., 1.)};
  }
  other_vector other(const state& s) const {
    return {clamp(2. * s.range - 1., -1., 1.), clamp(1. - 2. * s.pain, -1., 1.), s.safety};
  }
};
static_assert(theory<reactive_action_learning>);

}  // namespace iwm::theories
