// SPDX-License-Identifier: MIT
#include "iwm/working_model/plasticity.hpp"

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

namespace {

plasticity_rule any_rule() {
  return {.floor = *between(0, 1), .time_constant = *between(0.05, 100)};
}

}  // namespace

TEST_CASE("plasticity is 1 at birth and its floor in the end", "[working_model]") {
  holds([] {
    const plasticity_rule rule = any_rule();
    RC_ASSERT(rule(0.) == rule.floor + (1. - rule.floor));
    RC_ASSERT(rule(1e6) == rule.floor);
  });
}

TEST_CASE("plasticity never rises with age and stays between its floor and 1", "[working_model]") {
  holds([] {
    const plasticity_rule rule = any_rule();
    const double age = *between(0, 80), later = age + *between(0, 20);
    RC_ASSERT(rule(later) <= rule(age));
    RC_ASSERT(rule.floor <= rule(age) && rule(age) <= 1.);
  });
}

TEST_CASE("63 per cent of the decline are over after one time constant", "[working_model]") {
  const plasticity_rule rule{.floor = 0.2, .time_constant = 3.};
  CHECK((1. - rule(3.)) / (1. - rule.floor) == Approx(0.632121));
  CHECK((1. - rule(6.)) / (1. - rule.floor) == Approx(0.864665));
}

TEST_CASE("a floor of 1 means no sensitive period", "[working_model]") {
  const plasticity_rule rule{.floor = 1.};
  for (const double age : {0., 1., 5., 50.}) CHECK(rule(age) == 1.);
}
