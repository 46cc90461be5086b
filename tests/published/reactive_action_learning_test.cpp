// SPDX-License-Identifier: MIT
#include "iwm/published/reactive_action_learning.hpp"

#include <cmath>

#include "support/catch.hpp"

using namespace iwm::published;
using iwm::testing::Approx;

TEST_CASE("anxiety begins at the safe range", "[published]") {
  const safe_range_learning r;
  CHECK(r.anxiety(0.4, 0.5) == 0.);
  CHECK(r.anxiety(0.7, 0.5) == Approx(0.2));
}

TEST_CASE("prompt answers widen the range to the widest by (1 - rate)^n, slow ones close it",
          "[published]") {
  const safe_range_learning r{.rate = 0.2, .widest = 5};
  double wide = 1, narrow = 1;
  for (int i = 0; i < 10; ++i) {
    wide = r.adapted(wide, true);
    narrow = r.adapted(narrow, false);
  }
  CHECK(wide == Approx(5. - 4. * std::pow(0.8, 10)));
  CHECK(narrow == Approx(std::pow(0.8, 10)));
}

TEST_CASE("a worried infant turns back, a comforted one goes out", "[published]") {
  const goal_switching infant;
  const auto back = infant.step({.distance = 1., .security = 2., .seeks_carer = false}, 0.);
  CHECK(back.seeks_carer);
  CHECK(back.distance == Approx(0.9));
  CHECK(back.security == Approx(2. + 0.1 * 0.6));
  const auto out = infant.step({.distance = 0., .security = 0.1, .seeks_carer = true}, 0.);
  CHECK_FALSE(out.seeks_carer);
  CHECK(out.distance == Approx(0.1));
  CHECK(out.security == Approx(0.));
}

TEST_CASE("pain is the expected rebuff and wins where it is stronger", "[published]") {
  const pain_avoidance a{.rate = 0.5};
  CHECK(a.adapted(0., 1.) == 0.5);
  CHECK(a.avoids(0.6, 0.5));
  CHECK_FALSE(a.avoids(0.5, 0.6));
}
