// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/rejecting.hpp"
#include "iwm/caregiver/sensitive.hpp"
#include "iwm/caregiver/trait_based.hpp"
#include "iwm/measurement/sensitivity_visit.hpp"
#include "iwm/measurement/strange_situation.hpp"
#include "iwm/measurement/temperament_report.hpp"
#include "iwm/population/registry.hpp"
#include "iwm/theory/conditional_strategies.hpp"
#include "iwm/theory/delta_rule.hpp"

namespace iwm::testing {

/// A few plug-ins, so that the names in messages do not change with the library, and one caregiver
/// with a text, a switch and a whole number.
inline registry small_registry() {
  registry known;
  known.add_theory<theories::conditional_strategies>();
  known.add_theory<theories::delta_rule>();
  known.add_caregiver<caregivers::trait_based>();
  known.add_caregiver<caregivers::sensitive>();
  known.add_caregiver<caregivers::rejecting>();
  known.add_instrument<instruments::strange_situation>();
  known.add_instrument<instruments::sensitivity_visit>();
  known.add_instrument<instruments::temperament_report>();

  caregiver_entry replayed = known.caregivers.front();
  replayed.name = "replayed";
  replayed.summary = "replays a table";
  replayed.parameters = {
      {"table", 0, 0, 0, "", "the table", "", "text"},
      {"repeats", 0, 1, 0, "", "begins again at its end", "", "switch"},
      {"first", 1, 100, 1, "rows", "where it begins", "", "integer"},
  };
  known.caregivers.push_back(replayed);
  return known;
}

}  // namespace iwm::testing
