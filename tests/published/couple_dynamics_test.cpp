// SPDX-License-Identifier: MIT
#include "iwm/published/couple_dynamics.hpp"

#include <cmath>

#include "support/catch.hpp"

using namespace iwm::published;
using iwm::testing::Approx;

namespace {

/// Error at time 1 of two feelings that only fade, by exp(-alpha t).
double error_of(int steps) {
  const linear_couple fading{{1., 2.}, {0., 0.}, {1., 1.}, {0., 0.}};
  return std::abs(follow(fading, {1., 1.}, 1. / steps, steps).end[1] - std::exp(-2.));
}

}  // namespace

TEST_CASE("half the step makes a sixteenth of the error", "[published]") {
  for (const int steps : {10, 20, 40})
    CHECK(error_of(steps) / error_of(2 * steps) == Approx(16.).epsilon(0.15));
}

TEST_CASE("at the closed form a linear couple rests", "[published]") {
  const linear_couple two{{0.5, 2.}, {1., 0.9}, {1., 0.8}, {1.5, 2.}};
  const feelings slope = two.slope(two.equilibrium());
  CHECK(slope[0] == Approx(0.).margin(1e-12));
  CHECK(slope[1] == Approx(0.).margin(1e-12));
  CHECK(two.equilibrium()[0] > 0.);
}

TEST_CASE("a linear couple beyond the boundary runs away, one before it settles", "[published]") {
  linear_couple two{{1., 1.}, {1., 0.99}, {1., 1.}, {1., 1.}};
  CHECK(two.is_stable());
  CHECK(follow(two, {0., 0.}, 0.05, 60000).width(0) < 201.);
  two.reaction[1] = 1.01;
  CHECK_FALSE(two.is_stable());
  CHECK(follow(two, {0., 0.}, 0.05, 60000).most[0] > 1e6);
}

TEST_CASE("an insecure return is largest at k x = (1 / n)^(1 / n), a secure one never falls",
          "[published]") {
  lover one = couple{}.partners[1];
  const double best = std::pow(1. / one.steepness, 1. / one.steepness) / one.closeness;
  CHECK(one.returned(best) > one.returned(0.99 * best));
  CHECK(one.returned(best) > one.returned(1.01 * best));
  CHECK(one.returned(0.5) == Approx(one.reaction * 0.75 * std::exp(-std::pow(0.75, 4))));
  one.secure = true;
  for (double x = 0.1; x < 100.; x *= 1.5) CHECK(one.returned(1.5 * x) > one.returned(x));
}

TEST_CASE("synergy is a half at its threshold", "[published]") {
  const lover one = couple{}.partners[0];
  CHECK(one.synergy(one.threshold) == 0.5);
  CHECK(one.synergy(2.) == Approx(256. / 257.));
}
