// SPDX-License-Identifier: MIT
#include "iwm/published/prototype.hpp"

#include <cmath>

#include "support/catch.hpp"

using namespace iwm::published;
using iwm::testing::Approx;

TEST_CASE("without a prototype correlations are a^k and fall to 0", "[published]") {
  const prototype_dynamics m{.carried = 0.8};
  for (const int k : {0, 1, 5, 40}) CHECK(m.correlation(k) == Approx(std::pow(0.8, k)));
  CHECK(m.plateau() == 0.);
  CHECK(m.disturbance_variance() == Approx(1. - 0.64));
}

TEST_CASE("the plateau is p^2 Var(P) / (1 - a)^2, and a stationary model keeps its variance",
          "[published]") {
  const prototype_dynamics m{.carried = 0.6, .pull = 0.25, .prototype_variance = 1.44};
  CHECK(m.plateau() == Approx(0.0625 * 1.44 / 0.16));
  CHECK(m.correlation(200) == Approx(m.plateau()));
  const double c = m.covariance_with_prototype();
  const double variance = 0.36 + 0.0625 * 1.44 + 2. * 0.6 * 0.25 * c + m.disturbance_variance();
  CHECK(variance == Approx(1.));
  CHECK(0.6 * c + 0.25 * 1.44 == Approx(c));
}

// Cov(A1, A(t+1)) = a Cov(A1, A(t)) + p c is the recursion that the closed form solves.
TEST_CASE("the closed form solves the recursion of covariances", "[published]") {
  const prototype_dynamics m{.carried = 0.7, .pull = 0.2, .prototype_variance = 0.9};
  double covariance = 1;
  for (int k = 0; k < 30; ++k) {
    CHECK(m.correlation(k) == Approx(covariance).epsilon(1e-12));
    covariance = 0.7 * covariance + 0.2 * m.covariance_with_prototype();
  }
}

TEST_CASE("too strong a prototype leaves no stationary model", "[published]") {
  CHECK(prototype_dynamics{.carried = 0.6, .pull = 0.5}.disturbance_variance() < 0.);
}

TEST_CASE("an impulse dies out at the rate a; a move of the prototype stays", "[published]") {
  const prototype_dynamics m{.carried = 0.6, .pull = 0.2};
  double shocked = 1, moved = 0;
  for (int t = 0; t < 60; ++t) {
    if (t == 3) CHECK(shocked == Approx(0.216));
    shocked = m.step(shocked, 0., 0.);
    moved = m.step(moved, 1., 0.);
  }
  CHECK(shocked == Approx(0.).margin(1e-12));
  CHECK(moved == Approx(m.settled_change(1.)));
  CHECK(moved == Approx(0.5));
}

TEST_CASE("person and environment shape each other, and K holds the person", "[published]") {
  const transactional_dynamics m{.person_carried = 0.5,
                                 .environment_on_person = 0.2,
                                 .constant = 0.3,
                                 .environment_carried = 0.4,
                                 .person_on_environment = 0.1};
  transactional_dynamics::state s{1., 2.};
  s = m.step(s, -1., 0.01, 0.02);
  CHECK(s.person == Approx(0.5 + 0.4 - 0.3 + 0.01));
  CHECK(s.environment == Approx(0.8 + 0.1 + 0.02));
  for (int t = 0; t < 300; ++t) s = m.step(s, 1., 0., 0.);
  // P (1 - a) = b E + c, E (1 - d) = f P
  CHECK(s.person == Approx(0.3 / (0.5 - 0.2 * 0.1 / 0.6)));
}
