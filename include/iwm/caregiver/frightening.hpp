// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/trait_based.hpp"

namespace iwm::caregivers {

/// Of ordinary care otherwise, but frightens the infant that comes near. Trait values: reference model 15, own choice.
struct frightening : trait_policy<preset_traits<care_traits{.5, .65, .5, .65, .30}>> {
  static constexpr std::string_view name = "frightening";
  static constexpr std::string_view summary = "frightens the infant that comes near";
};
static_assert(caregiver_policy<frightening>);

}  // namespace iwm::caregivers
