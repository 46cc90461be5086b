// SPDX-License-Identifier: MIT
#include "iwm/published/nash_reinforcement.hpp"

#include "support/catch.hpp"

using namespace iwm::published;
using iwm::testing::Approx;

TEST_CASE("dense ranks share ties and leave no gap", "[published]") {
  CHECK(dense_ranks<5>({10, 1, 5, 1, 3}) == std::array{4, 1, 3, 1, 2});
  CHECK(dense_ranks<3>({2, 2, 2}) == std::array{1, 1, 1});
}

TEST_CASE("a parent begins with the ranks of the row in which the child does not go",
          "[published]") {
  nash_learner parent;
  CHECK(parent.now().value == std::array{1., 4.});
  CHECK(parent.chance_to_attend() == Approx(1. / (1. + 1.5 * 1.5 * 1.5)));
}

TEST_CASE("without a future a value is the mean of its rewards", "[published]") {
  nash_learner parent;
  parent.discount = 0.;
  parent.learn(nash_learner::dont_go, nash_learner::ignore, true);
  CHECK(parent.now().value[1] == 4.);
  parent.learn(nash_learner::go, nash_learner::ignore, true);
  CHECK(parent.now().value[1] == Approx(3.5));
}

TEST_CASE("a good outcome raises its payoff by r, and is rewarded with the raised one",
          "[published]") {
  nash_learner parent;
  parent.discount = 0.5;
  parent.learn(nash_learner::go, nash_learner::attend, true);
  CHECK(parent.worth[0][0] == Approx(2.2));
  CHECK(parent.now().value[0] == Approx(2.2 + 0.5 * 4.));
  parent.learn(nash_learner::dont_go, nash_learner::attend, true);
  CHECK(parent.worth[1][0] == 1.);
  parent.learn(nash_learner::go, nash_learner::attend, false);
  CHECK(parent.worth[0][0] == Approx(2.2));
}

TEST_CASE("a new order of payoffs is a new state with values of its own", "[published]") {
  nash_learner parent;
  parent.raise = 2.;
  const std::size_t before = nash_learner::pattern(parent.worth);
  parent.learn(nash_learner::go, nash_learner::attend, true);
  CHECK(nash_learner::pattern(parent.worth) != before);
  CHECK(parent.worth[0][0] == 4.);
  CHECK(parent.now().value == std::array{1., 3.});
  CHECK(parent.now().times == std::array{0., 0.});
}

TEST_CASE("a parent that is not reinforced makes no security", "[published]") {
  nash_learner parent;
  parent.raise = 1.;
  CHECK(play(parent, iwm::address{.seed = 1}.key(), 2000).generation == 0.);
}
