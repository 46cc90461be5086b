// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/trait_based.hpp"

namespace iwm::caregivers {

/// Warm when there, and mostly not there: nobody can tell when. Trait values: reference model 15, own choice.
struct inconsistent : trait_policy<preset_traits<care_traits{.45, .95, .5, .2, .01}>> {
  static constexpr std::string_view name = "inconsistent";
  static constexpr std::string_view summary = "warm when there, which nobody can foresee";
};
static_assert(caregiver_policy<inconsistent>);

}  // namespace iwm::caregivers
