// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/caregiver.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"

#include <string_view>
#include <tuple>

namespace iwm {

/// What attending and ignoring are worth to a caregiver, by whether the infant seeks it.
struct care_payoffs {
  double sought_attend = 2, sought_ignore = 3, unsought_attend = 1, unsought_ignore = 4;
  bool operator==(const care_payoffs&) const = default;
};

namespace caregivers {

/// A caregiver whose payoffs change as its good answers are rewarded: an avoidant parent in
/// therapy.
///
///   P(attend) = 1 / (1 + k^(M(move, ignore) - M(move, attend)));   sought when the display is seen
///   to be one; each time it is sought and attends, M(sought, attend) <- raise M, up to `most`
///
/// After Cittern & Edalat (2015), AAMAS, 1727-1728, with the published payoffs; our own departures,
/// above all that it chooses by the payoffs themselves and has no table of values, are in
/// docs/theory/nash_reinforcement.md.
struct reinforced {
  static constexpr std::string_view name = "reinforced";
  static constexpr std::string_view summary =
      "an avoidant parent that comes to attend as its good answers are rewarded";
  struct parameters {
    double choice_base = 1.5, raise = 1.01, most = 10., seen = 0.25, fit = 0.7;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"choice_base", &P::choice_base, 1., 10., "1",
                "k: how strictly the better action is chosen", "Cittern & Edalat (2015)"},
          field{"raise", &P::raise, 1., 2., "1/event",
                "factor of the payoff of a good answer; 1: no therapy",
                "own choice: in the paper 1.1 to 1.5 in each round of therapy"},
          field{"most", &P::most, 2., 100., "payoff", "that attending can come to be worth",
                "own choice"},
          field{"seen", &P::seen, 0., 1., "1", "display from which the infant seeks", "own choice"},
          field{"fit", &P::fit, 0., 1., "1", "how well its care meets the need", "own choice"}};
    }
  };
  using state = care_payoffs;
  parameters p{};

  state initial() const { return {}; }

  remembered<state> respond(const state& before, const signal& shown, const circumstance&,
                            const draws& u) const {
    const bool sought = shown.display > p.seen;
    const double attend = select(sought, before.sought_attend, before.unsought_attend);
    const double ignore = select(sought, before.sought_ignore, before.unsought_ignore);
    const bool attends = u[0] < 1. / (1. + exp((ignore - attend) * log(p.choice_base)));
    state after = before;
    after.sought_attend =
        select(sought & attends, min(p.most, p.raise * before.sought_attend), before.sought_attend);
    const double came = select(attends, 1., 0.);
    return {{.came = came, .fit = came * p.fit, .welcome = came}, after};
  }
};
static_assert(caregiver_policy<reinforced>);

}  // namespace caregivers
}  // namespace iwm
