// SPDX-License-Identifier: MIT
#pragma once

#include <tuple>

#include "iwm/core/fields.hpp"
#include "iwm/infant/arousal.hpp"
#include "iwm/interaction/outcome.hpp"
#include "iwm/life/needs.hpp"
#include "iwm/working_model/plasticity.hpp"

namespace iwm {

/// What is the same for every theory and every caregiver: needs, physiology, the effect of care, age.
struct world {
  need_rule needs;
  arousal_rule arousal;
  outcome_rule outcome;
  plasticity_rule plasticity;

  static constexpr auto fields() {
    using P = world;
    return std::tuple{group{"needs", &P::needs, "what everyday life asks of an infant"},
                      group{"arousal", &P::arousal, "how situations rouse an infant"},
                      group{"outcome", &P::outcome, "how care turns into relief"},
                      group{"plasticity", &P::plasticity, "how much is learned at an age"}};
  }
};

}  // namespace iwm
