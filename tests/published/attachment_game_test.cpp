// SPDX-License-Identifier: MIT
#include "iwm/published/attachment_game.hpp"

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm::published;
using iwm::testing::between, iwm::testing::holds;

TEST_CASE("the boundaries are where the best move changes", "[published]") {
  holds([] {
    const double g = *between(0.1, 3), s = *between(0.1, 3);
    const one_player_game game{g, s, g * *between(0.01, 0.99), s * *between(0.01, 0.99)};
    std::size_t changes = 0;
    for (const double q : game.boundaries()) {
      RC_ASSERT(game.best(q - 1e-6) > game.best(q + 1e-6));
      ++changes;
    }
    move before = game.best(0.);
    RC_ASSERT(before == move::dont_go);
    for (int i = 1; i <= 1000; ++i) {
      const move now = game.best(i / 1000.);
      RC_ASSERT(now <= before);
      before = now;
    }
    RC_ASSERT(before == move::go);
    RC_ASSERT(
        changes ==
        (game.half_attended > game.go_attended * game.half_ignored / game.go_ignored ? 2u : 1u));
  });
}

TEST_CASE("when being ignored comforts, going always pays", "[published]") {
  const one_player_game game{1., -0.3, 0.5, -0.1};
  for (int i = 0; i <= 100; ++i) CHECK(game.best(i / 100.) == move::go);
}

TEST_CASE("of moves that are worth the same the one that seeks more is played", "[published]") {
  CHECK(one_player_game{1., 1., 0.5, 0.5}.best(0.5) == move::go);
  CHECK(one_player_game{1., 2., 1., 1.}.best(0.5) == move::half_go);
}

TEST_CASE("equilibria of the three games", "[published]") {
  using cells = std::vector<std::pair<std::size_t, std::size_t>>;
  CHECK(secure_game.equilibria() == cells{{0, 0}});
  CHECK(avoidant_game.equilibria() == cells{{1, 1}});
  CHECK(game_of_two_equilibria.equilibria() == cells{{0, 0}, {1, 1}});
}
