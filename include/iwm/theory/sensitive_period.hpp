// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/theory/plain_behaviour.hpp"
#include "iwm/theory/theory.hpp"

#include <string_view>
#include <tuple>

namespace iwm::theories {

/// An infant that finds out in which of two worlds it lives, one where distress is comforted and
/// one where it is not, and meanwhile grows the phenotype of the likelier one, as long as it grows.
///
///   ln odds += plasticity (+1 comforted, -1 not) ln(reliability / (1 - reliability))
///   each event of the window adds 1 / window to direct if ln odds > m, to minimise if ln odds <
///   -m, else to neither: m = max(0, ln mismatch)
///
/// The belief is a martingale, so that with linear returns an increment is worth what it is worth
/// under the belief of its moment: this policy is the optimal one, without a table. Plasticity ends
/// by itself, in belief as the odds grow and in behaviour as the window closes. Panchanathan &
/// Frankenhuis (2016), doi:10.1098/rspb.2015.2439; see published/sensitive_period.hpp for their
/// other returns.
struct sensitive_period {
  static constexpr std::string_view name = "sensitive_period";
  static constexpr std::string_view summary =
      "learns in which of two worlds it lives, and grows to fit it while it grows";

  struct parameters {
    double reliability = 0.51;
    double window = 3000;
    double mismatch = 1;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{field{"reliability", &P::reliability, 0.5, 0.99, "probability",
                              "that one event tells truly in which world it happens",
                              "own choice: a hundred events alike make near certain"},
                        field{"window", &P::window, 1., 1e6, "events", "in which behaviour grows",
                              "own choice: a year of eight events a day"},
                        field{"mismatch", &P::mismatch, 0.01, 100., "1",
                              "cost of what suits the other world; above 1 it waits while unsure",
                              "Panchanathan & Frankenhuis 2016: 1"}};
    }
  };
  struct state {
    double log_odds = 0;               ///< of the world where distress is comforted
    double direct = 0, minimised = 0;  ///< grown so far, as shares of the window
    double waited = 0;
    bool operator==(const state&) const = default;
  };
  parameters p{};

  /// Odds of (1 + from.other) : (1 - from.other), at most 49 to 1.
  state initial(const temperament&, const prior& from) const {
    return {.log_odds = logit(clamp(0.5 * (1. + from.other), 0.02, 0.98))};
  }

  double felt_security(const state& s) const { return logistic(s.log_odds); }

  /// Muted with the probability `minimised`, shifted by the mood; what has not grown is open.
  signal behave(const state& s, const circumstance& now, double arousal, const temperament&,
                const draws& u) const {
    const double muted = s.minimised + now.mood[1] - now.mood[0];
    const bool kept = (now.previous >= 0.) & (u[1] < now.persistence);
    const double how = select(kept, now.previous, select(u[0] < muted, 1., 0.));
    return plain_signal(how, now, arousal, 0., u[2]);
  }

  outcome appraise(const state&, const event&, const outcome& came, const temperament&,
                   const draws&) const {
    return came;
  }

  state learn(const state& s, const event&, const outcome& felt, const temperament&,
              double plasticity) const {
    const double odds =
        s.log_odds + select(felt.relief > 0., plasticity, -plasticity) * logit(p.reliability);
    const double unsure = max(0., log(p.mismatch));
    const double grows = min(1. / p.window, max(0., 1. - s.direct - s.minimised - s.waited));
    const double direct = select(odds > unsure, grows, 0.);
    const double minimised = select(odds < -unsure, grows, 0.);
    return {odds, s.direct + direct, s.minimised + minimised,
            s.waited + (grows - direct - minimised)};
  }

  response anticipate(const state& s, const signal&) const {
    const double comfort = logistic(s.log_odds);
    return {.came = comfort, .fit = comfort, .welcome = comfort};
  }

  /// There is one belief, and it is about the world: all expectations but safety are 2 b - 1.
  self_vector self(const state& s) const {
    const double e = 2. * logistic(s.log_odds) - 1.;
    return {e, e};
  }
  other_vector other(const state& s) const {
    const double e = 2. * logistic(s.log_odds) - 1.;
    return {e, e, 0.};
  }
  /// What has been grown of each, not a relief that is expected.
  strategy_values strategies(const state& s) const { return {s.direct, s.minimised, 0.}; }
  /// How far the belief is from even odds.
  confidence certainty(const state& s) const {
    const double sure = abs(2. * logistic(s.log_odds) - 1.);
    return {sure, sure};
  }
};
static_assert(confident_theory<sensitive_period> && strategic_theory<sensitive_period>);

}  // namespace iwm::theories
