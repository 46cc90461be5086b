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

// The payoffs with which active inference learns to guard its seeking at the same q.
TEST_CASE("attachment games: at q = 0.4 the payoff-only infant does not go", "[verification]") {
  attachment_games_replication one;
  CHECK(ours(one.condition(1), "q=0.4 g=1 s=2 t=0.4 h=0.5", "plays don't go") == 1.);
  one.p = {
      .q = 0.4, .go_attended = 2., .go_ignored = 2., .half_attended = 0.75, .half_ignored = 0.9};
  CHECK(ours(one.condition(1), "q=0.4 g=2 s=2 t=0.9 h=0.75", "plays don't go") == 1.);
}
