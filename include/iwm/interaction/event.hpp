// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/interaction/circumstance.hpp"
#include "iwm/interaction/response.hpp"
#include "iwm/interaction/signal.hpp"

namespace iwm {

/// One interaction as a camera would hold it: nothing of what anybody thought or felt.
struct event {
  circumstance now{};
  signal shown{};
  response given{};
  double settling = 0;  ///< how far the infant visibly calms afterwards, 0 to 1
};

}  // namespace iwm
