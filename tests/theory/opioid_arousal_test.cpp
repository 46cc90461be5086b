// SPDX-License-Identifier: MIT
#include "iwm/theory/opioid_arousal.hpp"

#include <cmath>

#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::Approx;

namespace {

using theories::opioid_arousal;
const temperament anyone;

opioid_arousal::state lived(const opioid_arousal& t, int events, double relief) {
  auto s = t.initial(anyone, {});
  for (int i = 0; i < events; ++i) s = t.learn(s, {}, {.relief = relief}, anyone, 1.);
  return s;
}

}  // namespace

TEST_CASE("the set point settles at the opioid that care keeps up", "[theory]") {
  const opioid_arousal t;
  CHECK(lived(t, 3000, 0.5).set_point == Approx(0.2 + 0.8 * 0.5));
  CHECK(lived(t, 3000, -1.).set_point == Approx(0.2));
}

TEST_CASE("the set point is slow: the recursion of two rates in closed form", "[theory]") {
  const opioid_arousal t;
  double opioid = 0.5, set_point = 0.5;
  for (int i = 0; i < 25; ++i) {
    opioid = 1. + (opioid - 1.) * 0.7;
    set_point = set_point * 0.98 + 0.02 * opioid;
  }
  const auto s = lived(t, 25, 1.);
  CHECK(s.opioid == Approx(1. - 0.5 * std::pow(0.7, 25)));
  CHECK(s.set_point == Approx(set_point));
}

TEST_CASE("at peace arousal is shown as it is, a lack of opioid adds to it", "[theory]") {
  const opioid_arousal t;
  const auto shown = [&](double opioid, double set_point) {
    return t.behave({opioid, set_point, 0.3}, {}, 0.4, anyone, {}).display;
  };
  CHECK(shown(0.6, 0.6) == Approx(0.4));
  CHECK(shown(0.5, 0.6) == Approx(0.8 * (0.1 + 0.75) / 1.5));
  CHECK(shown(0.9, 0.6) == Approx(0.4));
}

TEST_CASE("a high sensitivity to opioid calms, a high sensitivity of arousal rouses", "[theory]") {
  const auto shown = [](double opioid, double arousal) {
    opioid_arousal t;
    t.p.opioid_sensitivity = opioid;
    t.p.arousal_sensitivity = arousal;
    return t.behave({0.6, 0.6, 0.3}, {}, 0.4, anyone, {}).display;
  };
  CHECK(shown(1.5, 0.5) < shown(1., 1.));
  CHECK(shown(1., 1.) < shown(0.5, 1.5));
}

TEST_CASE("little care is not looked for, care that is missed is protested", "[theory]") {
  const opioid_arousal t;
  const auto manner = [&](double opioid, double set_point) {
    return t.behave({opioid, set_point, 0.3}, {}, 0.4, anyone, {}).manner;
  };
  CHECK(manner(0.2, 0.2) == 1.);
  CHECK(manner(0.7, 0.7) == 0.);
  CHECK(manner(0.4, 0.7) == 2.);
}

TEST_CASE("opioid_arousal: parameters outside their ranges are refused", "[theory]") {
  CHECK(in_range(opioid_arousal::parameters{}).empty());
  CHECK(in_range(opioid_arousal::parameters{.relaxation = 2,
                                            .adaptation = -1,
                                            .opioid_sensitivity = -1,
                                            .arousal_sensitivity = 11,
                                            .rest = 1,
                                            .low = 2,
                                            .missing = -1})
            .size() == 7);
}
