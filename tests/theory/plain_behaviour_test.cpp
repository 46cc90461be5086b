// SPDX-License-Identifier: MIT
#include "iwm/theory/plain_behaviour.hpp"

#include <cmath>

#include "support/catch.hpp"

using namespace iwm;
using namespace iwm::theories;
using iwm::testing::Approx;

TEST_CASE("the plain choice is the softmax of value and mood", "[theory]") {
  const strategy_values q{0.1, 0.2, -0.1};
  const circumstance now{.mood = {0.1, 0., 0.05}};
  const double direct = std::exp(0.2 / 0.1), minimise = std::exp(0.2 / 0.1),
               maximise = std::exp(-0.05 / 0.1), sum = direct + minimise + maximise;
  double share[3] = {};
  constexpr int grid = 3000;
  for (int i = 0; i < grid; ++i)
    share[static_cast<int>(softmax_manner(q, now, 0.1, (i + 0.5) / grid))] += 1. / grid;
  CHECK(share[0] == Approx(direct / sum).margin(1e-3));
  CHECK(share[1] == Approx(minimise / sum).margin(1e-3));
  CHECK(share[2] == Approx(maximise / sum).margin(1e-3));
}

TEST_CASE("freezing follows fear of the figure", "[theory]") {
  CHECK(plain_signal(0, {}, 0.5, -1., 0.49).conflict == 1.);
  CHECK(plain_signal(0, {}, 0.5, -1., 0.51).conflict == 0.);
  CHECK(plain_signal(0, {}, 0.5, 0.2, 1e-9).conflict == 0.);
}

TEST_CASE("only the manner shown is credited", "[theory]") {
  const event muted{.now = {}, .shown = {.manner = 1}, .given = {}};
  CHECK(credited({0.2, 0.1, 0.1}, muted, 1., 0.5) == strategy_values{0.2, 0.55, 0.1});
}

TEST_CASE("acceptance and worth are informed by an answer only", "[theory]") {
  CHECK(informed_by({}) == five{1, 0, 1, 0, 1});
  CHECK(informed_by({.now = {}, .shown = {}, .given = {.came = 1}}) == five{1, 1, 1, 1, 1});
  CHECK(expectations_of(start_of(0.1, 0.2, 0.3)) == expectations{0.2, 0.2, 0.3, 0.1, 0.1});
}
