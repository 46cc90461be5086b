// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/trait_based.hpp"

namespace iwm::caregivers {

/// There, but rebuffs distress, the more so the stronger it is shown. Trait values: own choice, near reference model 15.
struct rejecting : trait_policy<preset_traits<care_traits{.55, .10, .45, .80, .01}>> {
  static constexpr std::string_view name = "rejecting";
  static constexpr std::string_view summary = "rebuffs distress, the more so the stronger it is shown";
};
static_assert(caregiver_policy<rejecting>);

}  // namespace iwm::caregivers
