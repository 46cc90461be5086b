// SPDX-License-Identifier: MIT
#include "iwm/published/mate_choice.hpp"

#include <algorithm>

#include "support/catch.hpp"

using namespace iwm::published;
using iwm::testing::Approx;

TEST_CASE("liking follows the three rules", "[published]") {
  CHECK(mate_market{mate_rule::seek_attractive}.liking(3, 5) == Approx(0.125));
  CHECK(mate_market{mate_rule::seek_similar}.liking(3, 5) == Approx(0.512));
  CHECK(mate_market{mate_rule::mixed}.liking(3, 5) == Approx(0.3185));
}

TEST_CASE("consent rises from liking at the first date to certainty at the last", "[published]") {
  const mate_market market;
  CHECK(market.consent(1, 5, 1) == Approx(0.125));
  CHECK(market.consent(1, 5, 26) == Approx(std::sqrt(0.125)));
  CHECK(market.consent(1, 1, mate_market::last_date) == 1.);
}

TEST_CASE("everybody is paired, once", "[published]") {
  for (const mate_rule rule :
       {mate_rule::seek_attractive, mate_rule::seek_similar, mate_rule::mixed}) {
    const auto found = mate_market{rule, 300}.run(iwm::address{.seed = 4}.key());
    CHECK(found.couples.size() == 300);
    CHECK(found.dates <= mate_market::last_date);
    for (const auto& [she, he] : found.couples)
      CHECK((she >= 1 && she <= 10 && he >= 1 && he <= 10));
  }
}

TEST_CASE("a correlation is 1 of equals, -1 of opposites, and known in between", "[published]") {
  CHECK(correlation({{1, 1}, {2, 2}, {5, 5}}) == Approx(1.));
  CHECK(correlation({{1, -1}, {2, -2}, {5, -5}}) == Approx(-1.));
  CHECK(correlation({{1, 1}, {2, 3}, {3, 2}}) == Approx(0.5));
}
