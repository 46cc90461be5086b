// SPDX-License-Identifier: MIT
#include "iwm/interaction/norm.hpp"

#include "support/catch.hpp"

using namespace iwm;

namespace {

const signal crying{.display = 0.8, .proximity = 0.5, .contact = 0.6, .resistance = 0.5, .exploration = 0.2};
const signal turning{.display = 0.2, .proximity = 0.1, .avoidance = 0.9, .exploration = 0.8, .manner = 1};

}  // namespace

TEST_CASE("a neutral norm changes nothing, to the last digit", "[interaction]") {
  for (int i = 0; i <= 100; ++i) {
    const double x = i / 100.;
    const signal shown{x, 1 - x, x, x, x, 1 - x, 0, 0};
    CHECK(call_under({}, shown) == x);
    CHECK(acceptance_under({}, x, shown) == x);
    CHECK(avoidance_under({}, shown) == x);
    CHECK(resistance_under({}, shown) == x);
  }
  CHECK(credit_under({}, 0) == 1.);
  CHECK(credit_under({}, 1) == 0.);
  CHECK(credit_under({}, 2) == 0.);
}

TEST_CASE("a norm weighs what calls, what is welcomed and what counts", "[interaction]") {
  const norm both{.distress = 0.5, .closeness = 0.4, .composure = 0.25, .direction = 1};
  CHECK(call_under(both, crying) == Approx(0.4 + 0.2));
  CHECK(acceptance_under(both, 0.5, crying) == Approx(0.5 * 0.8));
  CHECK(avoidance_under(both, {.avoidance = 0.5, .exploration = 0.8}) == Approx(0.5 * 1.4 * 0.8));
  CHECK(resistance_under(both, crying) == Approx(0.5 * 1.25 * 0.76));
  CHECK(credit_under(both, 1) == 0.25);
  CHECK(credit_under(both, 2) == 0.4);
}

TEST_CASE("what a norm counts stays from 0 to 1", "[interaction]") {
  const norm most{.distress = 2, .closeness = 1, .composure = 1, .direction = 2};
  const signal all{1, 1, 0, 1, 1, 0, 0, 0};
  CHECK(call_under(most, all) == 1.);
  CHECK(avoidance_under(most, all) == 1.);
  CHECK(resistance_under(most, all) == 1.);
  CHECK(acceptance_under(most, 1., all) == 0.);
}

TEST_CASE("the example norms disagree about one film", "[interaction]") {
  CHECK(avoidance_under(independence_minded, turning) < turning.avoidance);
  CHECK(avoidance_under(interdependence_minded, turning) > turning.avoidance);
  CHECK(resistance_under(independence_minded, crying) > crying.resistance);
  CHECK(resistance_under(interdependence_minded, crying) < crying.resistance);
  CHECK(call_under(independence_minded, crying) < call_under(interdependence_minded, crying));
}
