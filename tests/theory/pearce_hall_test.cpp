// SPDX-License-Identifier: MIT
#include "iwm/theory/pearce_hall.hpp"

#include <cmath>

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

namespace {

using rule = theories::pearce_hall;
const temperament anyone;
const event answered{.now = {}, .shown = {.display = 0.5}, .given = {.came = 1}};
const event alone{.now = {}, .shown = {.display = 0.5}, .given = {}};

rule::state lived(const rule& t, rule::state s, int events, double evidence,
                  double plasticity = 1.) {
  const outcome felt{.availability = evidence,
                     .acceptance = evidence,
                     .safety = evidence,
                     .worth = evidence,
                     .efficacy = evidence};
  for (int i = 0; i < events; ++i) s = t.learn(s, answered, felt, anyone, plasticity);
  return s;
}

}  // namespace

TEST_CASE("at a constant error associability approaches half of it by (1 - attention)^n",
          "[theory]") {
  holds([] {
    rule t;
    t.p.gain = 0;
    t.p.attention = *between(0, 1);
    t.p.initial_associability = *between(0, 1);
    const double start = *between(-1, 1), x = *between(-1, 1);
    const int n = *rc::gen::inRange(0, 60);
    const double fixed = 0.5 * std::abs(x - start);
    const double expected =
        fixed + (t.p.initial_associability - fixed) * std::pow(1. - t.p.attention, n);
    const auto s = lived(t, t.initial(anyone, {.other = start}), n, x);
    RC_ASSERT(std::abs(s.associability[0] - expected) < 1e-13);
  });
}

TEST_CASE("with associability held the rule is the delta rule with gain a", "[theory]") {
  rule t;
  t.p.attention = 0;
  t.p.gain = 0.1;
  t.p.initial_associability = 0.3;
  const auto s = lived(t, t.initial(anyone, {.other = -0.2}), 20, 1.);
  CHECK(s.expected[0] == Approx(1. - 1.2 * std::pow(1. - 0.03, 20)).epsilon(1e-13));
}

TEST_CASE("no associability, no learning, until a surprise opens the model", "[theory]") {
  rule t;
  t.p.initial_associability = 0;
  t.p.attention = 0.5;
  auto s = lived(t, t.initial(anyone, {}), 1, 1.);
  CHECK(s.expected[0] == 0.);
  CHECK(s.associability[0] == 0.25);
  s = lived(t, s, 1, 1.);
  CHECK(s.expected[0] == Approx(0.1 * 0.25));
}

// With attention 1 associability is half the last error: e' - e = gain |d| (x - e) / 2, so that for
// small steps the error falls as 1 / (1 / d0 + gain n / 2), not exponentially.
TEST_CASE("what becomes expected is attended to no more: the error falls as 1 / n", "[theory]") {
  rule t;
  t.p.attention = 1;
  t.p.gain = 0.01;
  const auto s = lived(t, t.initial(anyone, {}), 20000, 1.);
  CHECK(1. - s.expected[0] == Approx(1. / (1. + 0.005 * 20000)).epsilon(0.02));
}

TEST_CASE("associability rises again when a reliable figure disappoints", "[theory]") {
  const rule t;
  const auto sure = lived(t, t.initial(anyone, {}), 2000, 1.);
  const auto disappointed = lived(t, sure, 20, -1.);
  CHECK(t.certainty(sure).other > 0.95);
  CHECK(disappointed.associability[0] > sure.associability[0] + 0.2);
  const double first = sure.expected[0] - lived(t, sure, 1, -1.).expected[0];
  const double later = disappointed.expected[0] - lived(t, disappointed, 1, -1.).expected[0];
  CHECK(later > 10 * first);
}

TEST_CASE("an unanswered event says nothing of welcome: neither expected nor associability move",
          "[theory]") {
  const rule t;
  const auto s = t.initial(anyone, {});
  const auto after =
      t.learn(s, alone, {.availability = -1, .acceptance = -1, .worth = -1}, anyone, 1.);
  CHECK(after.expected[1] == s.expected[1]);
  CHECK(after.associability[3] == s.associability[3]);
  CHECK(after.expected[0] < s.expected[0]);
}

TEST_CASE("pearce_hall: parameters outside their ranges are refused", "[theory]") {
  CHECK(in_range(rule::parameters{}).empty());
  CHECK(in_range(rule::parameters{.gain = 1.5,
                                  .attention = -0.1,
                                  .initial_associability = 2,
                                  .value_gain = -1,
                                  .temperature = 0})
            .size() == 5);
}
