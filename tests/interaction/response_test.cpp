// SPDX-License-Identifier: MIT
#include "iwm/interaction/response.hpp"

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

TEST_CASE("a prompt answer is worth everything, one after a minute 45 per cent", "[interaction]") {
  CHECK(promptness(0.) == 1.);
  CHECK(promptness(1.) == Approx(0.449329));
  CHECK(promptness(1e6) == 0.);
}

TEST_CASE("waiting twice as long squares the value of an answer", "[interaction]") {
  holds([] {
    const double delay = *between(0., 20.);
    RC_ASSERT(std::abs(promptness(2. * delay) - promptness(delay) * promptness(delay)) < 1e-15);
  });
}

TEST_CASE("only care that comes, is warm and fits has quality", "[interaction]") {
  const response best{.came = 1, .fit = 1, .welcome = 1};
  CHECK(quality(best) == 1.);
  response worse = best;
  worse.came = 0;
  CHECK(quality(worse) == 0.);
  worse = best;
  worse.welcome = 0;
  CHECK(quality(worse) == 0.);
  worse = best;
  worse.fit = 0.3;
  CHECK(quality(worse) == 0.3);
  worse.delay = 1;
  CHECK(quality(worse) == 0.3 * promptness(1.));
  CHECK(quality({}) == 0.);
}

TEST_CASE("quality stays in [0, 1] and falls with delay", "[interaction]") {
  holds([] {
    const response given{*between(0, 1), *between(0, 1), *between(0, 9), *between(0, 1)};
    response later = given;
    later.delay += *between(0, 9);
    RC_ASSERT(0. <= quality(given) && quality(given) <= 1.);
    RC_ASSERT(quality(later) <= quality(given));
  });
}
