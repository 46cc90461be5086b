// SPDX-License-Identifier: MIT
// expected: policy[.]respond[(]shown, now, u[)] [}] -> std::same_as<response>
#include "iwm/caregiver/sensitive.hpp"

struct caregiver_that_returns_a_number : iwm::caregivers::sensitive {
  double respond(const iwm::signal&, const iwm::circumstance&, const iwm::draws&) const;
};

static_assert(iwm::caregiver_policy<iwm::caregivers::sensitive>);
static_assert(iwm::caregiver_policy<caregiver_that_returns_a_number>);
