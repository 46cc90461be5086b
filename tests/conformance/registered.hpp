// SPDX-License-Identifier: MIT
#pragma once

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
#include "iwm/theory/conditional_strategies.hpp"
#include "iwm/theory/delta_rule.hpp"

#include <string>
#include <tuple>
#include <vector>

namespace iwm::testing {

/// Everything that src/builtins.cpp registers, as types; registry_test.cpp checks that nothing is
/// missing.
using all_theories = std::tuple<theories::conditional_strategies, theories::delta_rule>;
using all_caregivers =
    std::tuple<caregivers::trait_based, caregivers::sensitive, caregivers::inconsistent,
               caregivers::rejecting, caregivers::intrusive, caregivers::unavailable,
               caregivers::frightening>;
using all_instruments = std::tuple<instruments::strange_situation, instruments::sensitivity_visit,
                                   instruments::temperament_report, instruments::attachment_q_sort,
                                   instruments::home_recording>;

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
