// SPDX-License-Identifier: MIT
#include "commands/common_dyad.hpp"

#include "support/catch.hpp"

using iwm::testing::Approx;

TEST_CASE("the common dyad gives the figure that other frameworks agree on", "[program]") {
  const iwm::common_dyad_result found = iwm::live_common_dyads(10'000, 100, 1);
  CHECK(found.mean == Approx(0.073).margin(0.002));
  CHECK(found.standard_deviation == Approx(0.225).margin(0.005));
}

TEST_CASE("the common dyad agrees with an independent program", "[program][long]") {
  // NumPy, two million dyads: .0753 and .2259; margins are four standard errors of 50,000 dyads
  const iwm::common_dyad_result found = iwm::live_common_dyads(50'000, 100, 2);
  CHECK(found.mean == Approx(0.0753).margin(0.004));
  CHECK(found.standard_deviation == Approx(0.2259).margin(0.003));
}

TEST_CASE("the common dyad lives as many dyads as asked for", "[program]") {
  CHECK(iwm::live_common_dyads(1, 20, 5).standard_deviation == Approx(0).margin(1e-9));
  CHECK(iwm::live_common_dyads(65, 20, 5).standard_deviation > 0);
}
