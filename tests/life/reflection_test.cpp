// SPDX-License-Identifier: MIT
#include "iwm/life/reflection.hpp"

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

TEST_CASE("the default rule of reflection lies in its ranges", "[life]") {
  CHECK(in_range(reflection_rule{}).empty());
}

TEST_CASE("reflection is supported from the age at which it begins, fully once it is mature",
          "[life]") {
  const reflection_rule rule;
  const double full = logistic(rule.level);
  CHECK(rule.aim(0, 0, 0, 0, 0) == 0.);
  CHECK(rule.aim(rule.begins, 5, 1, 1, 1) == 0.);
  CHECK(rule.aim(0.5 * (rule.begins + rule.mature), 0, 0, 0, 0) == Approx(0.5 * full));
  CHECK(rule.aim(rule.mature, 0, 0, 0, 0) == full);
  CHECK(rule.aim(90, 0, 0, 0, 0) == full);
}

TEST_CASE("reflection that is mature as it begins is a step", "[life]") {
  reflection_rule rule;
  rule.begins = rule.mature = 10;
  CHECK(rule.aim(9.99, 0, 0, 0, 0) == 0.);
  CHECK(rule.aim(10.01, 0, 0, 0, 0) == logistic(rule.level));
}

TEST_CASE("talent, trust, therapy and a small child all support reflection", "[life]") {
  const reflection_rule rule;
  holds([&] {
    const double age = *between(4, 60), talent = *between(-3, 3), trust = *between(-1, 0.9);
    const double alliance = *between(0, 0.9), base = rule.aim(age, talent, trust, alliance, 0);
    RC_ASSERT(base > 0. && base < 1.);
    RC_ASSERT(rule.aim(age, talent + 0.1, trust, alliance, 0) > base);
    RC_ASSERT(rule.aim(age, talent, trust + 0.1, alliance, 0) > base);
    RC_ASSERT(rule.aim(age, talent, trust, alliance + 0.1, 0) > base);
    RC_ASSERT(rule.aim(age, talent, trust, alliance, 1) > base);
  });
  CHECK(rule.aim(30, 0, 0, -1, 0) == rule.aim(30, 0, 0, 0, 0));
}

TEST_CASE("the support is the logistic sum that is written", "[life]") {
  const reflection_rule rule;
  CHECK(rule.aim(40, 0.5, -0.25, 0.75, 1) ==
        Approx(logistic(rule.level + 0.5 * rule.talent - 0.25 * rule.trust + 0.75 * rule.therapy +
                        rule.parenthood)));
}

TEST_CASE("reflection approaches what a life supports, from either side", "[life]") {
  const reflection_rule rule;
  CHECK(rule.grow(0.4, 0.4) == 0.4);
  double up = 0, down = 1;
  for (int season = 0; season < 200; ++season) {
    const double higher = rule.grow(up, 0.6), lower = rule.grow(down, 0.6);
    CHECK(higher >= up);
    CHECK(lower <= down);
    up = higher;
    down = lower;
  }
  CHECK(up == Approx(0.6));
  CHECK(down == Approx(0.6));
  reflection_rule still;
  still.pace = 0;
  CHECK(still.grow(0.3, 1.) == 0.3);
}

TEST_CASE("who reflects more thinks over more, in therapy most", "[life]") {
  const reflection_rule rule;
  CHECK(rule.integrated(0, 0) == 0.);
  CHECK(rule.integrated(1, 0) == rule.integration);
  CHECK(rule.integrated(0, 1) == rule.therapeutic_integration);
  CHECK(rule.integrated(0, -1) == 0.);
  CHECK(rule.therapeutic_integration > rule.integration);
  holds([&] {
    const double rho = *between(0, 0.9), alliance = *between(0, 0.9);
    RC_ASSERT(rule.integrated(rho + 0.1, alliance) > rule.integrated(rho, alliance));
    RC_ASSERT(rule.integrated(rho, alliance + 0.1) > rule.integrated(rho, alliance));
    RC_ASSERT(rule.integrated(rho, alliance) <= 1.);
  });
}
