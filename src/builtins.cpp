// SPDX-License-Identifier: MIT
#include "iwm/caregiver/attend_ignore.hpp"
#include "iwm/caregiver/delay_profile.hpp"
#include "iwm/caregiver/frightening.hpp"
#include "iwm/caregiver/inconsistent.hpp"
#include "iwm/caregiver/intrusive.hpp"
#include "iwm/caregiver/misleading_cues.hpp"
#include "iwm/caregiver/payoff_matrix.hpp"
#include "iwm/caregiver/reinforced.hpp"
#include "iwm/caregiver/rejecting.hpp"
#include "iwm/caregiver/scripted.hpp"
#include "iwm/caregiver/sensitive.hpp"
#include "iwm/caregiver/trait_based.hpp"
#include "iwm/caregiver/unavailable.hpp"
#include "iwm/measurement/adult_attachment_interview.hpp"
#include "iwm/measurement/attachment_q_sort.hpp"
#include "iwm/measurement/ecr.hpp"
#include "iwm/measurement/ecr_rc.hpp"
#include "iwm/measurement/ecr_rs.hpp"
#include "iwm/measurement/felt_security.hpp"
#include "iwm/measurement/home_recording.hpp"
#include "iwm/measurement/interview_15y.hpp"
#include "iwm/measurement/preschool.hpp"
#include "iwm/measurement/relationship_questionnaire.hpp"
#include "iwm/measurement/resilience.hpp"
#include "iwm/measurement/sensitivity_visit.hpp"
#include "iwm/measurement/strange_situation.hpp"
#include "iwm/measurement/temperament_report.hpp"
#include "iwm/measurement/verbal_security.hpp"
#include "iwm/population/registry.hpp"
#include "iwm/scenario/coded_interactions.hpp"
#include "iwm/theory/active_inference.hpp"
#include "iwm/theory/attachment_game.hpp"
#include "iwm/theory/beta_bernoulli.hpp"
#include "iwm/theory/conditional_strategies.hpp"
#include "iwm/theory/delta_rule.hpp"
#include "iwm/theory/hierarchical_gaussian_filter.hpp"
#include "iwm/theory/kalman_filter.hpp"
#include "iwm/theory/opioid_arousal.hpp"
#include "iwm/theory/pearce_hall.hpp"
#include "iwm/theory/prototype.hpp"
#include "iwm/theory/reactive_action_learning.hpp"
#include "iwm/theory/revisionist.hpp"
#include "iwm/theory/safe_range.hpp"
#include "iwm/theory/sensitive_period.hpp"
#include "iwm/theory/strong_attractors.hpp"

namespace iwm {
namespace {

/// A caregiver that reads a file is registered by hand: its settings include texts.
caregiver_entry scripted_entry() {
  using caregivers::scripted;
  caregiver_entry entry{{scripted::name, scripted::summary, detail::describe<scripted::parameters>()}, {}};
  entry.parameters.push_back({"table", 0, 0, 0, "file", "CSV with time, dyad, behaviour, start, stop, modifiers", "", "text"});
  entry.parameters.push_back({"dyad", 0, 0, 0, "", "which dyad of the table; empty: the first", "", "text"});
  entry.make = [](std::span<const setting> settings) -> std::unique_ptr<caregiver_block> {
    std::string table, dyad;
    for (const setting& s : settings) {
      if (s.name == "table") table = s.text;
      if (s.name == "dyad") dyad = s.text;
    }
    scripted policy = detail::configured<scripted>(settings);
    policy.script = std::make_shared<const std::vector<response>>(
        responses_of(read_coded_interactions(table), dyad));
    return std::make_unique<caregiver_block_of<scripted>>(policy);
  };
  return entry;
}

}  // namespace

registry builtins() {
  registry known;

  known.add_theory<theories::conditional_strategies>();
  known.add_theory<theories::delta_rule>();
  known.add_theory<theories::attachment_game>();
  known.add_theory<theories::strong_attractors>();
  known.add_theory<theories::pearce_hall>();
  known.add_theory<theories::kalman_filter>();
  known.add_theory<theories::beta_bernoulli>();
  known.add_theory<theories::hierarchical_gaussian_filter>();
  known.add_theory<theories::active_inference>();
  known.add_theory<theories::sensitive_period>();
  known.add_theory<theories::prototype>();
  known.add_theory<theories::revisionist>();
  known.add_theory<theories::safe_range>();
  known.add_theory<theories::reactive_action_learning>();
  known.add_theory<theories::opioid_arousal>();

  known.add_caregiver<caregivers::trait_based>();
  known.add_caregiver<caregivers::sensitive>();
  known.add_caregiver<caregivers::inconsistent>();
  known.add_caregiver<caregivers::rejecting>();
  known.add_caregiver<caregivers::intrusive>();
  known.add_caregiver<caregivers::unavailable>();
  known.add_caregiver<caregivers::frightening>();
  known.add_caregiver<caregivers::reinforced>();
  known.add_caregiver<caregivers::attend_ignore>();
  known.add_caregiver<caregivers::misleading_cues>();
  known.add_caregiver<caregivers::delay_profile>();
  known.add_caregiver<caregivers::payoff_matrix>();
  known.caregivers.push_back(scripted_entry());

  known.add_instrument<instruments::strange_situation>();
  known.add_instrument<instruments::preschool>();
  known.add_instrument<instruments::sensitivity_visit>();
  known.add_instrument<instruments::temperament_report>();
  known.add_instrument<instruments::attachment_q_sort>();
  known.add_instrument<instruments::home_recording>();
  known.add_instrument<instruments::adult_attachment_interview>();
  known.add_instrument<instruments::interview_15y>();
  known.add_instrument<instruments::verbal_security>();
  known.add_instrument<instruments::ecr>();
  known.add_instrument<instruments::ecr_rc>();
  known.add_instrument<instruments::ecr_rs>();
  known.add_instrument<instruments::relationship_questionnaire>();
  known.add_instrument<instruments::felt_security>();
  known.add_instrument<instruments::resilience>();

  known.add_norm("independence_minded", "composure is expected, busy children are left to play",
                 independence_minded);
  known.add_norm("interdependence_minded", "closeness is due, busy children are directed",
                 interdependence_minded);

  return known;
}

}  // namespace iwm
