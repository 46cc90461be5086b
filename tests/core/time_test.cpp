// SPDX-License-Identifier: MIT
#include "iwm/core/time.hpp"

#include "support/catch.hpp"

TEST_CASE("Days, months and years convert into each other", "[core]") {
  STATIC_REQUIRE(iwm::days_per_year == 365.25);
  STATIC_REQUIRE(iwm::days_per_month == 30.4375);
  STATIC_REQUIRE(iwm::months(365.25) == 12.);
  STATIC_REQUIRE(iwm::years(730.5) == 2.);
  STATIC_REQUIRE(iwm::days_from_months(12.) == 365.25);
  STATIC_REQUIRE(iwm::days_from_years(2.) == 730.5);
}
