// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/trait_based.hpp"

namespace iwm::caregivers {

/// Neglecting: seldom there in mind, slow when it is. Trait values: own choice.
struct unavailable : trait_policy<preset_traits<care_traits{.2, .6, .7, .08, .01}>> {
  static constexpr std::string_view name = "unavailable";
  static constexpr std::string_view summary = "seldom there in mind, slow to answer";
};
static_assert(caregiver_policy<unavailable>);

}  // namespace iwm::caregivers
