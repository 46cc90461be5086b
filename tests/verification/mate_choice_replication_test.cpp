// SPDX-License-Identifier: MIT
#include "replications/mate_choice.hpp"
#include "support/catch.hpp"
#include "verification/replication_checks.hpp"

using namespace iwm;
using namespace iwm::testing;

// Twenty markets of 1000 couples: the mean correlation has a standard error of .003 (criterion
// .03).
TEST_CASE("mate choice: partners are alike although both seek the attractive", "[verification]") {
  const auto figures = mate_choice_replication{}.table(1);
  CHECK(asked(figures) == 5);
  CHECK(outside_of(figures) == "");
}
