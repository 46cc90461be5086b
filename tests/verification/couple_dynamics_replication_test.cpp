// SPDX-License-Identifier: MIT
#include "replications/couple_dynamics.hpp"
#include "support/catch.hpp"
#include "verification/replication_checks.hpp"

using namespace iwm;
using namespace iwm::testing;

TEST_CASE("couples: cycles with insecurity and synergy together, points without",
          "[verification][long]") {
  const auto figures = couple_dynamics_replication{}.table(1);
  CHECK(asked(figures) == 5 + 3 + 5 * 8);
  CHECK(outside_of(figures) == "");
}

TEST_CASE("couples: a saturating return removes the cycle", "[verification]") {
  couple_dynamics_replication one;
  one.p.transient = 500.;
  const auto insecure = one.condition(1);
  one.p.secure = true;
  const auto secure = one.condition(1);
  CHECK(insecure[1].ours - insecure[0].ours > 0.1);
  CHECK(secure[1].ours - secure[0].ours < 1e-6);
}
