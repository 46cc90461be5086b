// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/trait_based.hpp"

namespace iwm::caregivers {

/// Notices, understands, answers soon and warmly. Trait values: reference model 15, own choice.
struct sensitive : trait_policy<preset_traits<care_traits{.85, .92, .85, .92, .004}>> {
  static constexpr std::string_view name = "sensitive";
  static constexpr std::string_view summary = "notices, understands, answers soon and warmly";
};
static_assert(caregiver_policy<sensitive>);

}  // namespace iwm::caregivers
