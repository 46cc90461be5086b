// SPDX-License-Identifier: MIT
#include "iwm/caregiver/frightening.hpp"
#include "iwm/caregiver/inconsistent.hpp"
#include "iwm/caregiver/intrusive.hpp"
#include "iwm/caregiver/rejecting.hpp"
#include "iwm/caregiver/sensitive.hpp"
#include "iwm/caregiver/trait_based.hpp"
#include "iwm/caregiver/unavailable.hpp"
#include "iwm/measurement/attachment_q_sort.hpp"
#include "iwm/measurement/home_recording.hpp"
#include "iwm/measurement/sensitivity_visit.hpp"
#include "iwm/measurement/strange_situation.hpp"
#include "iwm/measurement/temperament_report.hpp"
#include "iwm/population/registry.hpp"
#include "iwm/theory/conditional_strategies.hpp"
#include "iwm/theory/delta_rule.hpp"

namespace iwm {

registry builtins() {
  registry known;

  known.add_theory<theories::conditional_strategies>();
  known.add_theory<theories::delta_rule>();

  known.add_caregiver<caregivers::trait_based>();
  known.add_caregiver<caregivers::sensitive>();
  known.add_caregiver<caregivers::inconsistent>();
  known.add_caregiver<caregivers::rejecting>();
  known.add_caregiver<caregivers::intrusive>();
  known.add_caregiver<caregivers::unavailable>();
  known.add_caregiver<caregivers::frightening>();

  known.add_instrument<instruments::strange_situation>();
  known.add_instrument<instruments::sensitivity_visit>();
  known.add_instrument<instruments::temperament_report>();
  known.add_instrument<instruments::attachment_q_sort>();
  known.add_instrument<instruments::home_recording>();

  return known;
}

}  // namespace iwm
