// SPDX-License-Identifier: MIT
#include "iwm/theory/conditional_strategies.hpp"

#include <array>
#include <cmath>

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

namespace {

using strategies = theories::conditional_strategies;
using state = strategies::state;
const temperament anyone;
constexpr double old_enough = 5;  // years: imagined outcomes count as much as they ever do

state with(const expectations& e, const strategy_values& q = {}, double certainty = 0) {
  return {e, e, q, {certainty, certainty}};
}

/// Share of direct, minimise and maximise over an even grid of the draw that chooses.
std::array<double, 3> shares(const strategies& t, const state& s, const circumstance& now = {}) {
  constexpr int grid = 2000;
  std::array<double, 3> share{};
  for (int i = 0; i < grid; ++i) {
    draws u;
    u.u.fill(0.5);
    u.u[0] = (i + 0.5) / grid;
    share[static_cast<std::size_t>(t.behave(s, now, 0.5, anyone, u).manner)] += 1. / grid;
  }
  return share;
}

/// What is shown in one manner: all others are worthless.
signal shown_in(manner how, const state& s, double arousal, const circumstance& now = {},
                const strategies& t = {}, double u = 0.5) {
  state only = s;
  only.values = {how == manner::direct ? 9. : -9., how == manner::minimise ? 9. : -9.,
                 how == manner::maximise ? 9. : -9.};
  draws all;
  all.u.fill(0.5);
  all.u[2] = u;
  return t.behave(only, now, arousal, anyone, all);
}

/// Probability of conflict behaviour, by an even grid of the draw that decides it.
double conflict(const strategies& t, const state& s, const circumstance& now,
                manner how = manner::direct) {
  constexpr int grid = 2000;
  double count = 0;
  for (int i = 0; i < grid; ++i) count += shown_in(how, s, 0.6, now, t, (i + 0.5) / grid).conflict;
  return count / grid;
}

expectations any_expectations() {
  return {*between(-1, 1), *between(-1, 1), *between(-1, 1), *between(-1, 1), *between(-1, 1)};
}

}  // namespace

TEST_CASE("muted distress shows less than open distress, exaggerated distress more", "[theory]") {
  const strategies t;
  holds([&] {
    const double arousal = *between(0, 1);
    const strategy_values d = t.displays(arousal);
    RC_ASSERT(d.direct == arousal);
    RC_ASSERT(d.minimise <= d.direct && d.direct <= d.maximise);
    RC_ASSERT(0. <= d.minimise && d.maximise <= 1.);
  });
}

TEST_CASE("a figure that certainly comes is expected at a full display, one that does not never",
          "[theory]") {
  const strategies t;
  CHECK(t.anticipate(with({.availability = 1}), {.display = 1}).came == 1.);
  CHECK(t.anticipate(with({.availability = -1}), {.display = 1}).came == 0.);
  CHECK(t.anticipate(with({.acceptance = 1}), {}).welcome == 1.);
  CHECK(t.anticipate(with({.acceptance = -1}), {}).rejection == 1.);
  CHECK(t.anticipate(with({.safety = 1}), {}).fright == 0.);
  CHECK(t.anticipate(with({.safety = -1}), {}).fright == 1.);
}

TEST_CASE("louder signals are expected to bring more answers, the more available the figure",
          "[theory]") {
  const strategies t;
  holds([&] {
    const expectations e = any_expectations();
    const double display = *between(0, 1), more = display + (1. - display) * *between(0, 1);
    RC_ASSERT(t.anticipate(with(e), {.display = more}).came >=
              t.anticipate(with(e), {.display = display}).came);
    expectations surer = e;
    surer.availability += (1. - e.availability) * *between(0, 1);
    RC_ASSERT(t.anticipate(with(surer), {.display = display}).came >=
              t.anticipate(with(e), {.display = display}).came);
  });
}

TEST_CASE("without foresight manners are chosen by the softmax of their values", "[theory]") {
  strategies t;
  t.p.foresight = t.p.trial = 0;
  t.p.temperature = 0.1;
  const double sum = std::exp(0.5) + std::exp(1.) + 1.;
  const auto share = shares(t, with({}, {0.05, 0.1, 0.}), {.age = old_enough});
  CHECK(share[0] == Approx(std::exp(0.5) / sum).margin(1e-3));
  CHECK(share[1] == Approx(std::exp(1.) / sum).margin(1e-3));
  CHECK(share[2] == Approx(1. / sum).margin(1e-3));
}

TEST_CASE("without foresight expectations do not move the choice, however old the infant",
          "[theory]") {
  strategies t;
  t.p.foresight = 0;
  const strategy_values q{0.2, 0.15, 0.1};
  const auto trusting = with({1, 1, 1, 1, 1}, q), wary = with({-1, -1, -1, -1, -1}, q);
  CHECK(shares(t, trusting, {.age = old_enough}) == shares(t, wary, {.age = old_enough}));
}

TEST_CASE("at birth only values count, whatever the foresight to come", "[theory]") {
  strategies t;
  t.p.foresight = 1;
  const strategy_values q{0.2, 0.15, 0.1};
  CHECK(shares(t, with({1, 1, 1, 1, 1}, q), {.age = 0}) ==
        shares(t, with({-1, -1, -1, -1, -1}, q), {.age = 0}));
}

TEST_CASE("with foresight an expected rebuff mutes distress, if being rejected hurts", "[theory]") {
  strategies t;
  t.p.foresight = 1;
  const auto muted = [&](double acceptance) {
    return shares(t, with({.availability = 0.5, .acceptance = acceptance}), {.age = old_enough})[1];
  };
  CHECK(muted(-0.9) > muted(0.9) + 0.1);
  const double hurting = muted(-0.9);
  t.p.hurt = 0;
  CHECK(muted(-0.9) < hurting - 0.1);
}

TEST_CASE("an imagined rebuff costs by the display, an imagined fright by its fear", "[theory]") {
  strategies t;
  const auto imagined = [&](const expectations& e) { return t.imagine(with(e), 0.6, anyone); };
  const expectations rejected{.availability = 0.5, .acceptance = -1, .safety = 1};
  const strategy_values with_hurt = imagined(rejected), shown = t.displays(0.6);
  const double hurt = t.p.hurt;
  t.p.hurt = 0;
  const strategy_values without = imagined(rejected);
  CHECK(without.direct - with_hurt.direct == Approx(hurt * shown.direct));
  CHECK(without.minimise - with_hurt.minimise == Approx(hurt * shown.minimise));
  CHECK(without.maximise - with_hurt.maximise == Approx(hurt * shown.maximise));

  const expectations feared{.availability = 0.5, .safety = -1};
  const double afraid = imagined(feared).direct;
  t.p.fear_cost = 0;
  CHECK(imagined(feared).direct > afraid);
}

TEST_CASE("turning away brings its own relief, exaggerating its own cost", "[theory]") {
  strategies t;
  const auto imagined = [&] { return t.imagine(with({}), 0.5, anyone); };
  const strategy_values before = imagined();
  const double eased = before.minimise - t.p.self_soothing;
  t.p.self_soothing += 0.1;
  t.p.maximising_cost += 0.1;
  CHECK(eased < 0.);
  CHECK(imagined().minimise == Approx(before.minimise + 0.1));
  CHECK(imagined().maximise == Approx(before.maximise - 0.1));
  CHECK(imagined().direct == before.direct);
}

TEST_CASE("one imagines to soothe oneself of what the figure would leave", "[theory]") {
  strategies t;
  const state trusting = with({.availability = 1, .acceptance = 1, .safety = 1});
  t.p.self_soothing = 0;
  const double eased = t.imagine(trusting, 0.5, anyone).minimise;
  t.p.self_soothing = 0.2;
  REQUIRE(eased > 0.);
  CHECK(t.imagine(trusting, 0.5, anyone).minimise ==
        Approx(eased + 0.2 * (0.5 + anyone.soothability) * (1. - eased)));
}

TEST_CASE("an infant tries more with a figure not yet known, and not without trial", "[theory]") {
  strategies t;
  t.p.trial = 2;
  const strategy_values q{0.2, 0.1, 0.1};
  CHECK(shares(t, with({}, q, 0.))[0] < shares(t, with({}, q, 1.))[0] - 0.05);
  t.p.trial = 0;
  CHECK(shares(t, with({}, q, 0.)) == shares(t, with({}, q, 1.)));
}

TEST_CASE("the coldest choice takes the best manner, at any values that relief can give",
          "[theory]") {
  strategies t;
  t.p.trial = t.p.foresight = 0;
  t.p.temperature = std::get<0>(strategies::parameters::fields()).lowest;
  CHECK(shares(t, with({}, {-2, 1, 0.5}))[1] == Approx(1.));
  CHECK(shares(t, with({}, {-2, 0.5, 1}))[2] == Approx(1.));
  CHECK(shares(t, with({}, {1, -2, -2}))[0] == Approx(1.));
  CHECK(shares(t, with({}, {-2, 1, 1}))[1] == Approx(0.5).margin(1e-3));
}

TEST_CASE("a manner is kept with the probability of its persistence, and none at a beginning",
          "[theory]") {
  const strategies t;
  const state s = with({}, {9, -9, -9});
  draws u;
  u.u.fill(0.5);
  for (const double before : {0., 1., 2.}) {
    CHECK(t.behave(s, {.previous = before, .persistence = 0.51}, 0.5, anyone, u).manner == before);
    CHECK(t.behave(s, {.previous = before, .persistence = 0.5}, 0.5, anyone, u).manner == 0.);
  }
  CHECK(t.behave(s, {.previous = -1, .persistence = 1}, 0.5, anyone, u).manner == 0.);
}

TEST_CASE("the mood of an occasion tilts the choice like value", "[theory]") {
  strategies t;
  t.p.foresight = 0;
  CHECK(shares(t, with({}, {0.2, 0.1, 0.1}), {.mood = {-0.1, 0., 0.}}) ==
        shares(t, with({}, {0.1, 0.1, 0.1})));
}

TEST_CASE("only muted distress avoids", "[theory]") {
  const state s = with({});
  CHECK(shown_in(manner::minimise, s, 0.5).avoidance > 0.5);
  CHECK(shown_in(manner::direct, s, 0.5).avoidance == 0.);
  CHECK(shown_in(manner::maximise, s, 0.5).avoidance == 0.);
}

TEST_CASE("exaggerated distress resists, muted distress does not", "[theory]") {
  const state sure = with({.availability = 1});
  CHECK(shown_in(manner::maximise, sure, 0.5).resistance > 0.3);
  CHECK(shown_in(manner::minimise, with({}), 0.5).resistance == 0.);
}

TEST_CASE("open distress is angry where it is uncertain whether the figure comes", "[theory]") {
  const auto anger = [](double availability, const strategies& t = {}) {
    return shown_in(manner::direct, with({.availability = availability}), 0.5, {}, t).resistance;
  };
  CHECK(anger(0.) > anger(0.5));
  CHECK(anger(0.5) == Approx(anger(-0.5)));
  CHECK(anger(1.) == 0.);
  CHECK(anger(-1.) == 0.);
  strategies calm;
  calm.p.uncertainty_anger = 0;
  CHECK(anger(0., calm) == 0.);
}

TEST_CASE("muted distress approaches and holds on less, exaggerated distress more", "[theory]") {
  holds([] {
    const double arousal = *between(0.05, 1);
    const signal open = shown_in(manner::direct, with({}), arousal),
                 muted = shown_in(manner::minimise, with({}), arousal),
                 loud = shown_in(manner::maximise, with({}), arousal);
    RC_ASSERT(muted.proximity < open.proximity && open.proximity <= loud.proximity);
    RC_ASSERT(muted.contact < open.contact && open.contact <= loud.contact);
    RC_ASSERT(muted.exploration >= open.exploration && open.exploration >= loud.exploration);
  });
}

TEST_CASE("arousal brings proximity and takes exploration away", "[theory]") {
  for (const manner how : {manner::direct, manner::minimise, manner::maximise}) {
    CHECK(shown_in(how, with({}), 0.6).proximity > shown_in(how, with({}), 0.2).proximity);
    CHECK(shown_in(how, with({}), 0.6).exploration < shown_in(how, with({}), 0.2).exploration);
  }
}

TEST_CASE("a figure that is away can only be cried for", "[theory]") {
  const circumstance away{.separation = 1, .frightened = 1};
  for (const manner how : {manner::direct, manner::minimise, manner::maximise}) {
    const signal s = shown_in(how, with({.safety = -1}), 0.8, away, {}, 1e-9);
    CHECK(s.proximity + s.contact + s.resistance + s.avoidance + s.conflict == 0.);
    CHECK(s.display > 0.);
  }
}

TEST_CASE("fear begins where safety falls short of what is expected", "[theory]") {
  const strategies t;
  const double enough = t.p.expected_safety;
  CHECK(t.fear(with({.safety = enough})) == 0.);
  CHECK(t.fear(with({.safety = 1})) == 0.);
  CHECK(t.fear(with({.safety = enough - 0.5})) == Approx(0.5 * t.p.fear_weight));
}

TEST_CASE("fear of the figure brings conflict behaviour, less when muted", "[theory]") {
  const strategies t;
  const state safe = with({.safety = 1}), feared = with({.safety = -0.5});
  CHECK(conflict(t, feared, {}) > conflict(t, safe, {}) + 0.1);
  CHECK(conflict(t, feared, {}, manner::minimise) < conflict(t, feared, {}));
  strategies fearless;
  fearless.p.fear_conflict = 0;
  CHECK(conflict(fearless, feared, {}) == conflict(fearless, safe, {}));
  fearless = {};
  fearless.p.fear_weight = 0;
  CHECK(conflict(fearless, feared, {}) == conflict(fearless, safe, {}));
}

TEST_CASE("a fright brings conflict behaviour in the moment after, by its parameter", "[theory]") {
  strategies t;
  const state safe = with({.safety = 1});
  const double rarely = conflict(t, safe, {});
  CHECK(rarely < 0.02);
  CHECK(conflict(t, safe, {.frightened = 1}) == Approx(rarely + t.p.fright_conflict).margin(1e-3));
  t.p.fright_conflict = 0;
  CHECK(conflict(t, safe, {.frightened = 1}) == rarely);
}

TEST_CASE("felt security rises with every expectation of the figure and with worth", "[theory]") {
  const strategies t;
  CHECK(t.felt_security(with({-1, -1, -1, -1, -1})) == Approx(0.).margin(1e-12));
  CHECK(t.felt_security(with({1, 1, 1, 1, 1})) == Approx(1.));
  holds([&] {
    expectations e = any_expectations();
    const double before = t.felt_security(with(e));
    double& one = **rc::gen::element(&e.availability, &e.acceptance, &e.safety, &e.worth);
    one += (1. - one) * *between(0, 1);
    RC_ASSERT(t.felt_security(with(e)) >= before);
  });
}

TEST_CASE("an infant is innately ready to signal openly", "[theory]") {
  const strategies t;
  const state s = t.initial(anyone, {.self = .1, .other = .2, .safety = .3});
  CHECK(s.implicit == expectations{.2, .2, .3, .1, .1});
  CHECK(s.declared == s.implicit);
  CHECK(s.certainty == confidence{});
  CHECK(s.values.direct > s.values.minimise);
  CHECK(s.values.direct > s.values.maximise);
}
