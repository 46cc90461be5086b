// SPDX-License-Identifier: MIT
#pragma once

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
#include "iwm/testing/histories.hpp"
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

#include <memory>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace iwm::testing {

/// Everything that src/builtins.cpp registers, as types; registry_test.cpp checks that nothing is
/// missing.
using all_theories =
    std::tuple<theories::conditional_strategies, theories::delta_rule, theories::attachment_game,
               theories::strong_attractors, theories::pearce_hall, theories::kalman_filter,
               theories::beta_bernoulli, theories::hierarchical_gaussian_filter,
               theories::active_inference, theories::sensitive_period, theories::prototype,
               theories::revisionist, theories::safe_range, theories::reactive_action_learning,
               theories::opioid_arousal>;
using all_caregivers =
    std::tuple<caregivers::trait_based, caregivers::sensitive, caregivers::inconsistent,
               caregivers::rejecting, caregivers::intrusive, caregivers::unavailable,
               caregivers::frightening, caregivers::reinforced, caregivers::attend_ignore,
               caregivers::misleading_cues, caregivers::delay_profile, caregivers::payoff_matrix,
               caregivers::scripted>;
/// Every caregiver beside the theories that others are measured by; with any theory those that follow traits,
/// remember, and draw.
template <class T>
using caregivers_beside =
    std::conditional_t<std::is_same_v<T, theories::conditional_strategies> ||
                           std::is_same_v<T, theories::delta_rule>,
                       all_caregivers,
                       std::tuple<caregivers::trait_based, caregivers::reinforced,
                                  caregivers::delay_profile>>;

using all_instruments = std::tuple<
    instruments::strange_situation, instruments::preschool, instruments::sensitivity_visit,
    instruments::temperament_report, instruments::attachment_q_sort, instruments::home_recording,
    instruments::adult_attachment_interview, instruments::interview_15y,
    instruments::verbal_security, instruments::ecr, instruments::ecr_rc, instruments::ecr_rs,
    instruments::relationship_questionnaire, instruments::felt_security, instruments::resilience>;

/// A caregiver of a type; a scripted one has a script.
template <class C>
C example_of() {
  C policy{};
  if constexpr (std::is_same_v<C, caregivers::scripted>)
    policy.script = std::make_shared<const std::vector<response>>(
        std::vector<response>{{.came = 1, .fit = 1, .delay = 0.2, .welcome = 1},
                              {},
                              {.came = 1, .fit = 0.3, .rejection = 1, .intrusion = 1}});
  return policy;
}

/// Theories that plan at every event, which costs a microsecond: they are watched less long.
template <class T>
inline constexpr bool plans = std::is_same_v<T, theories::active_inference>;

/// Theories of many sums an event: they are watched less long under any setting.
template <class T>
inline constexpr bool reckons = plans<T> || std::is_same_v<T, theories::strong_attractors>;

/// How long the kit looks at a theory. One that learns by episodes of four decisions is asked between
/// two of them: what follows the fourth is not learned.
template <class T>
trial trial_of() {
  return {.events = plans<T> ? 400u : 1500u};
}

/// Calls visit(Type{}) for each type of a list.
template <class List, class Visit>
void each_of(Visit&& visit) {
  std::apply([&](const auto&... one) { (visit(one), ...); }, List{});
}

template <class List>
std::vector<std::string> names_of() {
  std::vector<std::string> names;
  each_of<List>([&](const auto& one) { names.emplace_back(one.name); });
  return names;
}

}  // namespace iwm::testing
