// SPDX-License-Identifier: MIT
#include "iwm/population/stratum.hpp"

#include "support/catch.hpp"

using namespace iwm;

TEST_CASE("the strata lie in their ranges", "[population]") {
  CHECK(in_range(low_risk).empty());
  CHECK(in_range(high_risk).empty());
  CHECK(in_range(maltreatment).empty());
}

TEST_CASE("care worsens from stratum to stratum, and fright grows", "[population]") {
  const auto worse = [](const stratum& a, const stratum& b) {
    CHECK(b.sensitivity_mean < a.sensitivity_mean);
    CHECK(b.acceptance_mean < a.acceptance_mean);
    CHECK(b.cooperation_mean < a.cooperation_mean);
    CHECK(b.accessibility_mean < a.accessibility_mean);
    CHECK(b.fright_mean > a.fright_mean);
    CHECK(b.mind_weight <= a.mind_weight);
  };
  worse(low_risk, high_risk);
  worse(high_risk, maltreatment);
}
