// SPDX-License-Identifier: MIT
#include <string>

#include "replications/prototype.hpp"
#include "support/catch.hpp"

using namespace iwm;

TEST_CASE("prototype and revisionist: every criterion is met", "[verification][long]") {
  const auto found = prototype_replication{}.table(1);
  int asked = 0;
  for (const replicated_figure& f : found) {
    INFO(f.condition << ": " << f.quantity << " = " << f.ours << " in [" << f.lowest << ", "
                     << f.highest << "]");
    if (!f.is_asked()) continue;
    ++asked;
    CHECK(f.is_within());
  }
  CHECK(asked == 29);
}

TEST_CASE("the fit tells the two models apart in a sample of a thousand", "[verification]") {
  int right = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto plain = simulated_stability({.carried = 0.7}, 1000, 10, seed);
    const auto kept = simulated_stability({.carried = 0.6, .pull = 0.25}, 1000, 10, seed);
    right += fit_stability(plain, 1000).prototype ? 0 : 1;
    right += fit_stability(kept, 1000).prototype ? 1 : 0;
  }
  CHECK(right >= 36);
}

TEST_CASE("a condition without a stationary model says so", "[verification]") {
  prototype_replication r;
  r.p.pull = 0.6;
  const auto found = r.condition(1);
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].is_within());
}
