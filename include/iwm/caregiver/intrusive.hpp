// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/trait_based.hpp"

namespace iwm::caregivers {

/// Present and interfering: acts on its own plans, not on the infant's. Trait values: own choice.
struct intrusive : trait_policy<preset_traits<care_traits{.45, .7, .08, .8, .01}>> {
  static constexpr std::string_view name = "intrusive";
  static constexpr std::string_view summary = "interferes with what the infant is doing";
};
static_assert(caregiver_policy<intrusive>);

}  // namespace iwm::caregivers
