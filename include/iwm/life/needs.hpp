// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/draws.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/interaction/circumstance.hpp"

#include <array>
#include <tuple>

namespace iwm {

/// Everyday needs at one age; the same for all infants of that age. `hunger`, `fear` and
/// `discomfort` are cumulated shares.
struct needs_at_age {
  double mildest, carried, age, hunger, fear, discomfort;

  /// One need: the kind from u[0], its intensity from u[1]; fear is the most intense, closeness the
  /// least.
  circumstance operator()(const draws& u) const {
    const double kind =
        select(u[0] < hunger, 0., select(u[0] < fear, 1., select(u[0] < discomfort, 2., 3.)));
    const double lift = select(kind == 1., 0.3, select(kind == 3., 0., 0.1));
    circumstance now;
    now.kind = kind;
    now.need = min(1., mildest + lift + (1. - mildest - lift) * u[1]);
    now.carried = carried;
    now.age = age;
    return now;
  }
};

/// What everyday life asks of an infant: needs of four kinds, mixed by age (own choice).
struct need_rule {
  double mildest = 0.1;
  double carried = 0.25;
  double maturing = 2.0;

  static constexpr auto fields() {
    using P = need_rule;
    return std::tuple{
        field{"mildest", &P::mildest, 0., 1., "1",
              "intensity of the mildest need; the strongest is 1", "own choice"},
        field{"carried", &P::carried, 0., 1., "1",
              "share of residual arousal left at the next event",
              "own choice: half-life of an hour, events two hours apart"},
        field{"maturing", &P::maturing, 0.05, 100., "years",
              "time constant of the shift from bodily needs to fear and closeness", "own choice"}};
  }

  /// Everyday needs at an age in years. Shares of hunger, fear, discomfort, closeness move from
  /// (.4, .1, .3, .2) at birth towards (.1, .3, .2, .4).
  needs_at_age at(double age) const {
    const double young = exp(-age / maturing);
    const double hunger = 0.1 + 0.3 * young;
    const double fear = hunger + 0.3 - 0.2 * young;
    return {mildest, carried, age, hunger, fear, fear + 0.2 + 0.1 * young};
  }

  /// One everyday need at an age in years.
  circumstance operator()(double age, const draws& u) const { return at(age)(u); }
};

}  // namespace iwm
