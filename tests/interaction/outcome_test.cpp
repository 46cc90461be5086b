// SPDX-License-Identifier: MIT
#include "iwm/interaction/outcome.hpp"

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

namespace {

outcome of(double display, const response& given, double soothability = 0.5,
           const outcome_rule& rule = {}) {
  event seen;
  seen.shown.display = display;
  seen.given = given;
  return resolve(seen, soothability, rule);
}

const response warm{.came = 1, .fit = 1, .welcome = 1};
const response rebuff{.came = 1, .fit = 1, .rejection = 1};

}  // namespace

TEST_CASE("perfect care brings an easily soothed infant full relief, others their share",
          "[interaction]") {
  CHECK(of(0.7, warm, 1.).relief == 1.);
  CHECK(of(0.7, warm, 0.).relief == Approx(outcome_rule{}.unsoothable));
  CHECK(of(0.7, warm, 0.25, {.unsoothable = 0.4}).relief == Approx(0.4 + 0.6 * 0.25));
  CHECK(of(0.7, warm, 0., {.unsoothable = 0.}).relief == 0.);
}

TEST_CASE("a rebuff costs the more, the stronger the display was", "[interaction]") {
  const outcome_rule rule{.rejection_cost = 0.5};
  CHECK(of(0., rebuff, 0.5, rule).relief == Approx(-0.5 * 0.3));
  CHECK(of(1., rebuff, 0.5, rule).relief == Approx(-0.5));
  CHECK(of(0.5, rebuff, 0.5, rule).relief == Approx(-0.5 * 0.65));
  CHECK(of(1., rebuff, 0.5, {.rejection_cost = 0.}).relief == 0.);
}

TEST_CASE("fright and interference cost what the rule says, and add up", "[interaction]") {
  const outcome_rule rule{.fright_cost = 0.9, .intrusion_cost = 0.2};
  CHECK(of(0.5, {.fright = 1}, 0.5, rule).relief == Approx(-0.9));
  CHECK(of(0.5, {.intrusion = 1}, 0.5, rule).relief == Approx(-0.2));
  response both = warm;
  both.fright = both.intrusion = 1;
  CHECK(of(0.5, both, 1., rule).relief == Approx(1. - 0.9 - 0.2));
}

TEST_CASE("an answer is evidence of availability, its warmth of acceptance and worth",
          "[interaction]") {
  const outcome welcomed = of(0.5, warm), rejected = of(0.5, rebuff), alone = of(0.5, {});
  CHECK(welcomed.availability == 1.);
  CHECK(rejected.availability == 1.);
  CHECK(alone.availability == -1.);
  CHECK(welcomed.acceptance == 1.);
  CHECK(rejected.acceptance == -1.);
  CHECK(alone.acceptance == 0.);
  CHECK(welcomed.worth == 1.);
  CHECK(rejected.worth == -1.);
  CHECK(alone.worth == 0.);
}

TEST_CASE("fright is evidence against safety, and nothing else is", "[interaction]") {
  CHECK(of(0.5, {.fright = 1}).safety == -1.);
  CHECK(of(0.5, warm).safety == 1.);
  CHECK(of(0.5, rebuff).safety == 1.);
  CHECK(of(0.5, {}).safety == 1.);
}

TEST_CASE("a signal has an effect when it is answered, not when care comes unasked",
          "[interaction]") {
  CHECK(of(0.5, warm).efficacy == 1.);
  CHECK(of(0.5, {}).efficacy == -1.);
  response unasked = warm;
  unasked.intrusion = 1;
  CHECK(of(0.5, unasked).efficacy == -1.);
}

TEST_CASE("whatever happens in the default world, relief is in [-2, 1] and evidence in [-1, 1]",
          "[interaction]") {
  holds([] {
    const double came = *rc::gen::element(0., 1.), welcome = came * *rc::gen::element(0., 1.);
    const response given{
        came,           came * *between(0, 1),     came * *between(0, 5),    welcome,
        came - welcome, *rc::gen::element(0., 1.), *rc::gen::element(0., 1.)};
    const outcome o = of(*between(0, 1), given, *between(0, 1));
    RC_ASSERT(-2. <= o.relief && o.relief <= 1.);
    for (const double x : {o.availability, o.acceptance, o.safety, o.worth, o.efficacy})
      RC_ASSERT(-1. <= x && x <= 1.);
  });
}

TEST_CASE("better care of one kind never brings less relief", "[interaction]") {
  holds([] {
    const double display = *between(0, 1), soothability = *between(0, 1), fit = *between(0, 1);
    const response given{.came = 1, .fit = fit, .delay = *between(0, 3), .welcome = 1};
    response better = given;
    better.fit = fit + (1. - fit) * *between(0, 1);
    RC_ASSERT(of(display, better, soothability).relief >= of(display, given, soothability).relief);
    response colder = given;
    colder.welcome = 0;
    colder.rejection = 1;
    RC_ASSERT(of(display, colder, soothability).relief <= of(display, given, soothability).relief);
  });
}
