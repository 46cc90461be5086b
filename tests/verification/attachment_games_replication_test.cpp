// SPDX-License-Identifier: MIT
#include "replications/attachment_games.hpp"
#include "support/catch.hpp"
#include "verification/replication_checks.hpp"

using namespace iwm;
using namespace iwm::testing;

TEST_CASE("attachment games: boundaries and equilibria are those of the report", "[verification]") {
  const auto figures = attachment_games_replication{}.table(1);
  CHECK(asked(figures) == 18);
  CHECK(outside_of(figures) == "");
}

TEST_CASE("attachment games: at q = 0.4 the payoff-only infant does not go", "[verification]") {
  const auto figures = attachment_games_replication{}.condition(1);
  CHECK(ours(figures, "q=0.4 g=1 s=2 t=0.4 h=0.5", "plays don't go") == 1.);
}
