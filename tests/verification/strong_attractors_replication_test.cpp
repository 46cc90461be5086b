// SPDX-License-Identifier: MIT
#include "replications/strong_attractors.hpp"
#include "support/catch.hpp"
#include "verification/replication_checks.hpp"

using namespace iwm;
using namespace iwm::testing;

TEST_CASE("strong attractors: unstable bits follow the formula, and the higher degree wins",
          "[verification][long]") {
  const auto figures = strong_attractors_replication{}.table(1);
  CHECK(asked(figures) == 8 + 5 + 1);
  CHECK(outside_of(figures) == "");
}

TEST_CASE("strong attractors: of noisy copies the prototype is extracted, up to a point",
          "[verification][long]") {
  strong_attractors_replication copies;
  copies.p.first_degree = 15;
  copies.p.second_degree = 0;
  copies.p.repetitions = 40;
  const auto retrieved = [&](double noise) {
    copies.p.first_noise = noise;
    return copies.condition(2)[1].ours;
  };
  CHECK(retrieved(0.15) > 0.9);
  CHECK(retrieved(0.45) < 0.1);
}
