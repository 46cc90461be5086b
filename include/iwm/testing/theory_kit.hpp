// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/testing/finding.hpp"
#include "iwm/testing/theory_predictions.hpp"
#include "iwm/testing/theory_purity.hpp"
#include "iwm/testing/theory_ranges.hpp"
#include "iwm/testing/theory_resistance.hpp"

#include <string>
#include <vector>

namespace iwm::testing {

/// The test kit for theories, for any test framework or none:
///
///     require_theory<my_theory>();                     // throws, with every message
///     REQUIRE(failures<my_theory>() == "");            // one line of Catch2
///     std::cout << report(check_theory<my_theory>());  // every property, for reading
///     is_pure(my_theory{.p = {.gain = 0.5}});          // one property at one setting
///
/// Everything is a function of the theory and of `trial`: no chance, no clock. A theory that learns
/// slowly is given more events: `failures(my_theory{}, {.events = 10000})`.

/// Every property of a theory, in the order: form, predictions, change.
template <theory T>
std::vector<finding> check_theory(const T& theory = {}, const trial& how = {}) {
  return {parameters_lie_in_range(theory, how),
          vectors_stay_in_range(theory, how),
          signals_stay_in_range(theory, how),
          felt_outcomes_stay_in_range(theory, how),
          anticipation_stays_in_range(theory, how),
          felt_security_stays_in_range(theory, how),
          is_pure(theory, how),
          replays_from_a_snapshot(theory, how),
          sensitive_care_raises_self(theory, how),
          sensitive_care_raises_other(theory, how),
          sensitive_care_raises_confidence(theory, how),
          rejecting_care_lowers_acceptance(theory, how),
          rejecting_care_favours_minimising(theory, how),
          felt_security_follows_care(theory, how),
          older_infants_learn_less(theory, how),
          confident_models_resist(theory, how),
          general_model_follows_relationships(theory, how),
          reminding_moves_towards_the_general_model(theory, how),
          new_relationships_start_from_the_old(theory, how)};
}

/// What failed, one property a line; empty if nothing did.
template <theory T>
std::string failures(const T& theory = {}, const trial& how = {}) {
  return failures(check_theory(theory, how));
}

/// Throws property_error if a property fails.
template <theory T>
void require_theory(const T& theory = {}, const trial& how = {}) {
  require(check_theory(theory, how));
}

}  // namespace iwm::testing
