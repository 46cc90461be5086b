// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/interaction/signal.hpp"

#include <tuple>

namespace iwm {

/// What a culture expects of children and of those who care for them: which display calls for which
/// response, and what an instrument counts. The same numbers rule both.
///
///   call         clamp(distress display + closeness proximity): what a caregiver takes as a call
///   welcomed     acceptance (1 - composure display): acceptance left for a display
///   directed     direction exploration: busy play that a caregiver may step into
///   avoidance    counted as avoidance (1 + closeness) (1 - composure exploration)
///   resistance   counted as resistance (1 + composure) (1 - closeness contact)
///   credit       of a manner for secure behaviour: open 1, muted `composure`, exaggerated `closeness`
///
/// Where composure is expected, turning to one's toys is competence and angry clinging is striking;
/// where closeness is expected, clinging asks for what is due and turning away is striking. The
/// default is neutral: it changes nothing.
///
/// That good care and competence differ between cultures: Keller (2018)
/// doi:10.1073/pnas.1720325115; that sensitivity and secure behaviour are read by autonomy or by
/// interdependence: Rothbaum et al. (2000) doi:10.1037/0003-066X.55.10.1093. Equations and numbers:
/// own choice, not fitted to any country.
struct norm {
  double distress = 1;
  double closeness = 0;
  double composure = 0;
  double direction = 1;

  static constexpr auto fields() {
    using P = norm;
    constexpr auto source = "own choice";
    return std::tuple{
        field{"distress", &P::distress, 0., 2., "1", "weight of distress shown in what is a call", source},
        field{"closeness", &P::closeness, 0., 1., "1",
              "how far seeking closeness is a call, and counts as asking for what is due", source},
        field{"composure", &P::composure, 0., 1., "1",
              "how far showing little distress is expected, and counts as competence", source},
        field{"direction", &P::direction, 0., 2., "1", "how far caregivers are to direct a busy child",
              source}};
  }
  bool operator==(const norm&) const = default;
};

/// Two examples. An illustration, no portrait of any people.
inline constexpr norm independence_minded{
    .distress = 0.9, .closeness = 0, .composure = 0.3, .direction = 0.7};
inline constexpr norm interdependence_minded{
    .distress = 1, .closeness = 0.3, .composure = 0, .direction = 1.3};

/// What a caregiver takes as a call, 0 to 1.
inline double call_under(const norm& expected, const signal& shown) {
  return clamp01(expected.distress * shown.display + expected.closeness * shown.proximity);
}

/// What is left of a caregiver's acceptance for what the child shows.
inline double acceptance_under(const norm& expected, double acceptance, const signal& shown) {
  return acceptance * (1. - expected.composure * shown.display);
}

/// Avoidance and resistance as somebody counts them who scores by a norm; 0 to 1.
inline double avoidance_under(const norm& scored_by, const signal& shown) {
  return clamp01(shown.avoidance * (1. + scored_by.closeness) *
                 (1. - scored_by.composure * shown.exploration));
}
inline double resistance_under(const norm& scored_by, const signal& shown) {
  return clamp01(shown.resistance * (1. + scored_by.composure) *
                 (1. - scored_by.closeness * shown.contact));
}

/// How far a manner of showing distress passes for that of a secure child.
inline double credit_under(const norm& scored_by, double manner) {
  return select(manner == 0., 1., select(manner == 1., scored_by.composure, scored_by.closeness));
}

}  // namespace iwm
