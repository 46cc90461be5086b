// SPDX-License-Identifier: MIT
#pragma once

#include <tuple>

#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/interaction/event.hpp"

namespace iwm {

/// What an event did to the infant, and the evidence it gives about self and other, -1 to 1.
///
/// `resolve` gives the outcome that came; a theory's `appraise` turns it into the outcome as felt.
struct outcome {
  double relief = 0;        ///< -2 to 1 as it came in the default world; as felt, with what the infant did for itself
  double availability = 0;  ///< +1 came, -1 did not
  double acceptance = 0;    ///< +1 welcomed, -1 rejected, 0 when nobody came
  double safety = 0;        ///< +1 not frightened, -1 frightened
  double worth = 0;         ///< +1 welcomed, -1 rejected, 0 when nobody came
  double efficacy = 0;      ///< +1 the signal was answered, -1 it was not, or care came unasked
};

/// How care turns into relief; the same world for every theory (reference model, section 4).
struct outcome_rule {
  double rejection_cost = 0.46;
  double fright_cost = 1.0;
  double intrusion_cost = 0.1;
  double unsoothable = 0.5;

  static constexpr auto fields() {
    using P = outcome_rule;
    return std::tuple{
        field{"rejection_cost", &P::rejection_cost, 0., 2., "relief", "relief lost to a rebuff of a full display",
              "reference model 15, calibrated"},
        field{"fright_cost", &P::fright_cost, 0., 2., "relief", "relief lost to being frightened",
              "reference model 4, own choice"},
        field{"intrusion_cost", &P::intrusion_cost, 0., 2., "relief", "relief lost to being interfered with",
              "reference model 3, own choice"},
        field{"unsoothable", &P::unsoothable, 0., 1., "1",
              "share of fitting care that calms the least soothable infant",
              "reference model 4, own choice"}};
  }
};

/// relief = quality (c + (1 - c) soothability) - cost_r rejection (0.3 + 0.7 display) - cost_f fright
///          - cost_i intrusion,
/// with c = `unsoothable`.
inline outcome resolve(const event& seen, double soothability, const outcome_rule& rule) {
  const response& given = seen.given;
  const double soothed =
      quality(given) * (rule.unsoothable + (1. - rule.unsoothable) * soothability);
  const double hurt = rule.rejection_cost * given.rejection * (0.3 + 0.7 * seen.shown.display);
  const double answered = select(given.came > 0.5, 1., -1.);
  return {.relief = soothed - hurt - rule.fright_cost * given.fright -
                    rule.intrusion_cost * given.intrusion,
          .availability = answered,
          .acceptance = given.welcome - given.rejection,
          .safety = 1. - 2. * given.fright,
          .worth = given.welcome - given.rejection,
          .efficacy = select(given.intrusion > 0.5, -1., answered)};
}

}  // namespace iwm
