// SPDX-License-Identifier: MIT
#include "iwm/working_model/prior.hpp"

#include "support/catch.hpp"

TEST_CASE("before any evidence nothing is expected but that others do little harm",
          "[working_model]") {
  const iwm::prior innate;
  CHECK(innate.self == 0.);
  CHECK(innate.other == 0.);
  CHECK(innate.safety >= 0.);
  CHECK(iwm::in_range(innate).empty());
}

TEST_CASE("certain trust or distrust from birth can be asked for, more cannot", "[working_model]") {
  CHECK(iwm::in_range(iwm::prior{.self = -1, .other = 1, .safety = -1}).empty());
  CHECK(iwm::in_range(iwm::prior{.self = -1.5, .other = 1, .safety = 2}).size() == 2);
}
