// SPDX-License-Identifier: MIT
#include "iwm/theory/delta_rule.hpp"

#include "iwm/core/random.hpp"

#include <array>
#include <cmath>
#include <cstdint>

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

namespace {

using rule = theories::delta_rule;
const temperament anyone;
const event answered{.now = {}, .shown = {.display = 0.5}, .given = {.came = 1}};

rule with_gain(double gain) {
  rule t;
  t.p.gain = gain;
  return t;
}

/// Availability after `n` events with the same evidence.
double learned(const rule& t, int n, double start, double evidence, double plasticity = 1.) {
  auto s = t.initial(anyone, {.other = start});
  for (int i = 0; i < n; ++i)
    s = t.learn(s, answered, {.availability = evidence}, anyone, plasticity);
  return s.expected.availability;
}

/// Events until 1 - 1/e of the way to the evidence is gone.
int time_constant(const rule& t) {
  int n = 0;
  while (learned(t, n, 0., 1.) < 1. - std::exp(-1.)) ++n;
  return n;
}

/// Share of direct, minimise and maximise over an even grid of the draw that chooses.
std::array<double, 3> shares(const rule& t, const rule::state& s, const circumstance& now = {}) {
  constexpr int grid = 2000;
  std::array<double, 3> share{};
  for (int i = 0; i < grid; ++i) {
    const draws u{{(i + 0.5) / grid, 0.5}};
    share[static_cast<std::size_t>(t.behave(s, now, 0.5, anyone, u).manner)] += 1. / grid;
  }
  return share;
}

}  // namespace

TEST_CASE("an expectation approaches the evidence by the closed form x + (e - x) (1 - g)^n",
          "[theory]") {
  holds([] {
    const double gain = *between(0, 1), start = *between(-1, 1), evidence = *between(-1, 1);
    const double plasticity = *between(0, 1);
    const int n = *rc::gen::inRange(0, 60);
    const double expected = evidence + (start - evidence) * std::pow(1. - gain * plasticity, n);
    RC_ASSERT(std::abs(learned(with_gain(gain), n, start, evidence, plasticity) - expected) <
              1e-13);
  });
}

TEST_CASE("what agrees with the expectation changes nothing: the fixed point", "[theory]") {
  holds([] {
    const double e = *between(-1, 1);
    RC_ASSERT(learned(with_gain(*between(0, 1)), 5, e, e) == e);
  });
}

TEST_CASE("half the gain of the delta rule takes twice as long", "[theory]") {
  for (const double gain : {0.04, 0.02, 0.01})
    CHECK(time_constant(with_gain(gain / 2)) ==
          Approx(2 * time_constant(with_gain(gain))).margin(1));
  CHECK(time_constant(with_gain(0.01)) == Approx(100).margin(1));
}

TEST_CASE("a gain of 0 never learns, a gain of 1 believes the last event", "[theory]") {
  CHECK(learned(with_gain(0.), 100, 0.25, 1.) == 0.25);
  CHECK(learned(with_gain(1.), 1, 0.25, -1.) == -1.);
}

// Summed over a life, e_N - e_0 = g sum (x - e): on average the expectation is the evidence, up to
// (e_0 - e_N) / (g N), whatever the order of events.
TEST_CASE("over a life the mean expectation is the mean evidence", "[theory]") {
  const rule t = with_gain(0.05);
  auto s = t.initial(anyone, {});
  double evidence = 0, expectation = 0;
  constexpr int n = 5000;
  for (std::uint64_t i = 0; i < n; ++i) {
    const double x = address{.seed = 2, .event = i}.draw(purpose::respond)[0] < 0.7 ? 1. : -1.;
    evidence += x;
    expectation += s.expected.availability;
    s = t.learn(s, answered, {.availability = x}, anyone, 1.);
  }
  const double edge = (0. - s.expected.availability) / (0.05 * n);
  CHECK(expectation / n == Approx(evidence / n + edge).margin(1e-12));
}

TEST_CASE("an infant that is not answered learns nothing about welcome or worth", "[theory]") {
  const rule t;
  const auto s = t.initial(anyone, {});
  const event alone{.now = {}, .shown = {.display = 0.5}, .given = {}};
  const auto after =
      t.learn(s, alone, {.availability = -1, .acceptance = -1, .worth = -1}, anyone, 1.);
  CHECK(after.expected.acceptance == s.expected.acceptance);
  CHECK(after.expected.worth == s.expected.worth);
  CHECK(after.expected.availability < s.expected.availability);
}

TEST_CASE("only the manner that was shown is credited with the relief", "[theory]") {
  const rule t = with_gain(0.5);
  const auto s = t.initial(anyone, {});
  for (const double shown : {0., 1., 2.}) {
    event e = answered;
    e.shown.manner = shown;
    const auto now = t.learn(s, e, {.relief = 1}, anyone, 1.).values;
    CHECK(now.direct ==
          (shown == 0. ? Approx((s.values.direct + 1) / 2) : Approx(s.values.direct)));
    CHECK(now.minimise ==
          (shown == 1. ? Approx((s.values.minimise + 1) / 2) : Approx(s.values.minimise)));
    CHECK(now.maximise ==
          (shown == 2. ? Approx((s.values.maximise + 1) / 2) : Approx(s.values.maximise)));
  }
}

TEST_CASE("manners are chosen by the softmax of their values", "[theory]") {
  rule t;
  t.p.temperature = 0.1;
  auto s = t.initial(anyone, {});
  s.values = {0.05, 0.1, 0.};
  const double sum = std::exp(0.5) + std::exp(1.) + 1.;
  const auto share = shares(t, s);
  CHECK(share[0] == Approx(std::exp(0.5) / sum).margin(1e-3));
  CHECK(share[1] == Approx(std::exp(1.) / sum).margin(1e-3));
  CHECK(share[2] == Approx(1. / sum).margin(1e-3));
}

TEST_CASE("the coldest delta rule takes the best manner, the hottest any of the three",
          "[theory]") {
  rule t;
  auto s = t.initial(anyone, {});
  const auto temperature = std::get<1>(rule::parameters::fields());
  REQUIRE(temperature.name == "temperature");
  s.values = {-2., 1., 0.5};
  t.p.temperature = temperature.lowest;
  CHECK(shares(t, s)[1] == Approx(1.));
  s.values = {0.1, 0.2, 0.15};
  t.p.temperature = temperature.highest;
  for (const double share : shares(t, s)) CHECK(share == Approx(1. / 3.).margin(0.01));
}

TEST_CASE("the mood of an occasion tilts the delta rule's choice like value", "[theory]") {
  const rule t;
  auto s = t.initial(anyone, {});
  s.values = {0.2, 0.1, 0.1};
  const auto tilted = shares(t, s, {.mood = {-0.1, 0., 0.}});
  s.values = {0.1, 0.1, 0.1};
  CHECK(tilted == shares(t, s));
}

TEST_CASE("muted distress avoids, exaggerated distress resists, open distress does neither",
          "[theory]") {
  const rule t;
  auto s = t.initial(anyone, {});
  const auto shown = [&](strategy_values q) {
    s.values = q;
    return t.behave(s, {}, 0.5, anyone, {{0.5, 0.5}});
  };
  const signal open = shown({9, 0, 0}), muted = shown({0, 9, 0}), loud = shown({0, 0, 9});
  CHECK(muted.display < open.display);
  CHECK(open.display < loud.display);
  CHECK(muted.avoidance > 0.);
  CHECK(open.avoidance == 0.);
  CHECK(loud.resistance > 0.);
  CHECK(open.resistance == 0.);
}

TEST_CASE("nothing is done towards a figure that is away", "[theory]") {
  const rule t;
  for (const double u : {0.1, 0.5, 0.9}) {
    const signal shown =
        t.behave(t.initial(anyone, {.safety = -1}), {.separation = 1}, 0.7, anyone, {{u, u}});
    CHECK(shown.proximity + shown.contact + shown.resistance + shown.avoidance + shown.conflict ==
          0.);
    CHECK(shown.display > 0.);
  }
}

TEST_CASE("what came is what is felt: this theory has no filter", "[theory]") {
  const rule t;
  const outcome came{.relief = 0.3, .availability = 1, .acceptance = -1, .safety = 1, .worth = -1};
  const outcome felt = t.appraise(t.initial(anyone, {.other = 1}), answered, came, anyone, {});
  CHECK(felt.relief == came.relief);
  CHECK(felt.acceptance == came.acceptance);
  CHECK(felt.worth == came.worth);
}

TEST_CASE("a figure is anticipated as it was met", "[theory]") {
  const rule t;
  auto s = t.initial(anyone, {});
  s.expected = {.availability = 1, .acceptance = -1, .safety = 0};
  const response r = t.anticipate(s, {});
  CHECK(r.came == 1.);
  CHECK(r.welcome == 0.);
  CHECK(r.rejection == 1.);
  CHECK(r.fright == 0.5);
}

TEST_CASE("felt security runs from 0 to 1 with availability and acceptance", "[theory]") {
  const rule t;
  CHECK(t.felt_security(t.initial(anyone, {.other = -1})) == 0.);
  CHECK(t.felt_security(t.initial(anyone, {.other = 0})) == 0.5);
  CHECK(t.felt_security(t.initial(anyone, {.other = 1})) == 1.);
}
