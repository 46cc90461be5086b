// SPDX-License-Identifier: MIT
#include "iwm/published/opioid_arousal.hpp"

#include <cmath>

#include "support/catch.hpp"

using namespace iwm::published;
using iwm::testing::Approx;

namespace {

opioid_arousal_system::state after(const opioid_arousal_system& system, double presence,
                                   double threat, double minutes, double step) {
  opioid_arousal_system::state s;
  for (int i = 0; i < static_cast<int>(minutes / step + 0.5); ++i)
    s = system.step(s, presence, threat, step);
  return s;
}

}  // namespace

TEST_CASE("with the caregiver near and no threat nothing moves", "[published]") {
  const opioid_arousal_system system;
  CHECK(after(system, 1., 0., 10., 0.1) == opioid_arousal_system::state{});
}

TEST_CASE("alone, opioid decays to rest by its closed form", "[published]") {
  const opioid_arousal_system system{.rest = 0.3, .opioid_time = 2};
  CHECK(after(system, 0., 0., 3., 0.05).opioid == Approx(0.3 + 0.7 * std::exp(-1.5)).epsilon(1e-8));
}

TEST_CASE("alone for long, arousal settles at its balance", "[published]") {
  const opioid_arousal_system system{
      .opioid_sensitivity = 2, .arousal_sensitivity = 1.5, .adaptation_time = 1e9};
  CHECK(system.settled_arousal(0.3, 1., 0.2) == Approx(1.5 * 0.9 / 1.6));
  CHECK(after(system, 0., 0.2, 60., 0.05).arousal ==
        Approx(system.settled_arousal(0.3, 1., 0.2)).epsilon(1e-6));
}

TEST_CASE("the error of a step falls with the fourth power of its length", "[published]") {
  const opioid_arousal_system system;
  const double exact = after(system, 0., 0.2, 2., 0.001).arousal;
  const double coarse = std::abs(after(system, 0., 0.2, 2., 0.2).arousal - exact);
  const double fine = std::abs(after(system, 0., 0.2, 2., 0.1).arousal - exact);
  CHECK(coarse / fine > 12.);
  CHECK(coarse / fine < 22.);
}

TEST_CASE("the set point slowly becomes the level that is kept up", "[published]") {
  const opioid_arousal_system system{.adaptation_time = 20};
  CHECK(after(system, 0., 0., 300., 0.1).set_point == Approx(0.3).epsilon(1e-4));
}
