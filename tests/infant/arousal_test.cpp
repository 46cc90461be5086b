// SPDX-License-Identifier: MIT
#include "iwm/infant/arousal.hpp"

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

namespace {

const arousal_rule rule;

double after(double arousal, const circumstance& now, double reactivity = 0.5,
             double felt_security = 0.5) {
  return rouse(arousal, now, {.reactivity = reactivity}, felt_security, rule);
}

}  // namespace

TEST_CASE("a need rouses by its intensity, the reactive infant three times as much", "[infant]") {
  const circumstance mild{.need = 0.2, .carried = 0};
  CHECK(after(0., mild, 0.5) == Approx(0.2));
  CHECK(after(0., mild, 0.) == Approx(0.1));
  CHECK(after(0., mild, 1.) == Approx(0.3));
  CHECK(after(0., {.need = 1, .carried = 0}, 1.) == 1.);
}

TEST_CASE("what is carried over adds to the new need, and nothing carried is forgotten",
          "[infant]") {
  CHECK(after(0.8, {.need = 0.2, .carried = 0.25}) == Approx(0.4));
  CHECK(after(0.8, {.need = 0.2, .carried = 0}) == Approx(0.2));
  CHECK(after(0.8, {.need = 0, .carried = 1}) == 0.8);
}

TEST_CASE("arousal moves to the alarm level at the pace of the situation", "[infant]") {
  CHECK(after(0.2, {.alarm = 0.6, .pace = 0.25}) == Approx(0.3));
  CHECK(after(0.2, {.alarm = 0.6, .pace = 1}) == Approx(0.6));
  CHECK(after(0.2, {.alarm = 0.6, .pace = 0}) == Approx(0.2));
  double arousal = 0;
  for (int i = 0; i < 500; ++i) arousal = after(arousal, {.alarm = 0.6, .pace = 0.05});
  CHECK(arousal == Approx(0.6));
}

TEST_CASE("n moments at pace c leave (1 - c)^n of the way to the level", "[infant]") {
  double arousal = 0.1;
  for (int i = 0; i < 7; ++i) arousal = after(arousal, {.alarm = 0.5, .pace = 0.2});
  CHECK(arousal == Approx(0.5 - 0.4 * std::pow(0.8, 7)));
}

TEST_CASE("separation alarms by the lack of felt security, and not while the figure is there",
          "[infant]") {
  const circumstance away{.alarm = 0.4, .pace = 1, .separation = 1};
  CHECK(after(0., away, 0.5, rule.expected_security) == Approx(0.4));
  CHECK(after(0., away, 0.5, rule.expected_security - 0.5) ==
        Approx(0.4 + 0.5 * rule.separation_distress));
  circumstance there = away;
  there.separation = 0;
  CHECK(after(0., there, 0.5, 0.) == after(0., there, 0.5, 1.));
}

TEST_CASE("reactivity raises the level of a strange situation, most in a separation", "[infant]") {
  const circumstance there{.alarm = 0.4, .pace = 1};
  circumstance away = there;
  away.separation = 1;
  const double secure = rule.expected_security;
  CHECK(after(0., there, 0.7) ==
        Approx(0.4 + 0.2 * rule.reactivity_weight * rule.reactivity_at_rest));
  CHECK(after(0., away, 0.7, secure) == Approx(0.4 + 0.2 * rule.reactivity_weight));
}

TEST_CASE("relief calms, harm rouses further, in proportion to the time it lasts", "[infant]") {
  CHECK(calm(0.6, 0.5, 1.) == Approx(0.3));
  CHECK(calm(0.6, 0.5, 0.2) == Approx(0.54));
  CHECK(calm(0.6, -0.5, 1.) == Approx(0.9));
  CHECK(calm(0.6, 1., 1.) == 0.);
  CHECK(calm(0.6, 0., 1.) == 0.6);
  CHECK(calm(0.9, -2., 1.) == 1.);
}

TEST_CASE("arousal stays in [0, 1] whatever happens", "[infant]") {
  holds([] {
    const circumstance now{.need = *between(0, 1),
                           .alarm = *between(-0.5, 1.5),
                           .pace = *between(0, 1),
                           .separation = *rc::gen::element(0., 1.),
                           .carried = *between(0, 1)};
    const double roused = after(*between(0, 1), now, *between(0, 1), *between(0, 1));
    RC_ASSERT(0. <= roused && roused <= 1.);
    const double calmed = calm(roused, *between(-5, 2), *between(0, 1));
    RC_ASSERT(0. <= calmed && calmed <= 1.);
  });
}
