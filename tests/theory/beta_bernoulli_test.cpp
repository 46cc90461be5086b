// SPDX-License-Identifier: MIT
#include "iwm/theory/beta_bernoulli.hpp"

#include <cmath>

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

namespace {

using counter = theories::beta_bernoulli;
const temperament anyone;
const event answered{.now = {}, .shown = {.display = 0.5}, .given = {.came = 1}};
const event alone{.now = {}, .shown = {.display = 0.5}, .given = {}};

counter::state told(const counter& t, const counter::state& s, double x, double plasticity = 1.) {
  return t.learn(s, answered, {.availability = x, .acceptance = x}, anyone, plasticity);
}

}  // namespace

TEST_CASE("without forgetting the expectation is the posterior mean (a + k) / (a + b + n)",
          "[theory]") {
  holds([] {
    counter t;
    t.p.forgetting = 0;
    const double a = *between(0.1, 20), b = *between(0.1, 20);
    t.p.prior_strength = a + b;
    const int n = *rc::gen::inRange(0, 80);
    int good = 0;
    auto s = t.initial(anyone, {.other = (a - b) / (a + b)});
    for (int i = 0; i < n; ++i) {
      const bool came = *rc::gen::arbitrary<bool>();
      good += came;
      s = told(t, s, came ? 1. : -1.);
    }
    RC_ASSERT(std::abs(0.5 * (1. + s.expected[0]) - (a + good) / (a + b + n)) < 1e-13);
    RC_ASSERT(std::abs(s.strength[0] - (a + b + n)) < 1e-10);
  });
}

TEST_CASE("with forgetting both counts are discounted, and the strength settles at 1 / forgetting",
          "[theory]") {
  counter t;
  t.p.forgetting = 0.05;
  double a = 6, b = 4;
  auto s = t.initial(anyone, {.other = 0.2});
  for (int i = 0; i < 600; ++i) {
    const double x = i % 4 == 0 ? -1. : 1.;
    s = told(t, s, x);
    a = 0.95 * a + (x > 0. ? 1. : 0.);
    b = 0.95 * b + (x > 0. ? 0. : 1.);
    REQUIRE(s.expected[0] == Approx(2. * a / (a + b) - 1.).epsilon(1e-12));
  }
  CHECK(s.strength[0] == Approx(20.).epsilon(1e-9));
}

TEST_CASE("plasticity weighs an event: half of it counts twice as half an event", "[theory]") {
  counter t;
  t.p.forgetting = 0;
  const auto s = t.initial(anyone, {});
  CHECK(told(t, told(t, s, 1., 0.5), 1., 0.5).expected[0] ==
        Approx(told(t, s, 1.).expected[0]).epsilon(1e-13));
  CHECK(told(t, s, 1., 0.).expected[0] == s.expected[0]);
}

TEST_CASE("an answer good to a degree is shared between the counts", "[theory]") {
  counter t;
  t.p = {.prior_strength = 1, .forgetting = 0};
  CHECK(told(t, t.initial(anyone, {}), 0.5).expected[0] == Approx(0.25));
}

TEST_CASE("certainty is the share of the belief that is evidence", "[theory]") {
  counter t;
  t.p = {.prior_strength = 10, .forgetting = 0};
  auto s = t.initial(anyone, {});
  CHECK(t.certainty(s).other == 0.);
  for (int i = 0; i < 30; ++i) s = told(t, s, 1.);
  CHECK(t.certainty(s).other == Approx(0.75));
}

TEST_CASE("an unanswered event adds nothing to the counts of welcome and worth", "[theory]") {
  const counter t;
  const auto s = t.initial(anyone, {});
  const auto after =
      t.learn(s, alone, {.availability = -1, .acceptance = -1, .worth = -1}, anyone, 1.);
  CHECK(after.expected[1] == s.expected[1]);
  CHECK(after.strength[3] == s.strength[3]);
  CHECK(after.expected[0] < s.expected[0]);
}

TEST_CASE("beta_bernoulli: parameters outside their ranges are refused", "[theory]") {
  CHECK(in_range(counter::parameters{}).empty());
  CHECK(in_range(counter::parameters{
                     .prior_strength = 0, .forgetting = 0.6, .value_gain = 2, .temperature = 0})
            .size() == 4);
}
