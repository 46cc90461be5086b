// SPDX-License-Identifier: MIT
#include "iwm/caregiver/rejecting.hpp"
#include "iwm/caregiver/sensitive.hpp"
#include "iwm/caregiver/trait_based.hpp"
#include "iwm/life/dyad.hpp"
#include "iwm/theory/conditional_strategies.hpp"

#include <cmath>
#include <cstdint>

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

namespace {

using strategies = theories::conditional_strategies;
using state = strategies::state;
const temperament anyone;
const outcome good{
    .relief = 0.8, .availability = 1, .acceptance = 1, .safety = 1, .worth = 1, .efficacy = 1};
const outcome bad{.relief = -0.6,
                  .availability = -1,
                  .acceptance = -1,
                  .safety = -1,
                  .worth = -1,
                  .efficacy = -1};

state with(const expectations& e, double certainty = 0) {
  return {e, e, {0.2, 0.1, 0.1}, {certainty, certainty}};
}

/// An event with a full display that was answered without ambiguity.
event loud(manner how = manner::direct) {
  event e;
  e.shown = {.display = 1, .manner = static_cast<double>(how)};
  e.given = {.came = 1, .fit = 1};
  return e;
}

/// A theory whose learning of expectations is nothing but its gain.
strategies bare() {
  strategies t;
  t.p.filter = t.p.assimilation = t.p.exclusion = 0;
  t.p.confidence_gain = t.p.volatility = t.p.resistance_to_change = 0;
  t.p.differential_susceptibility = 0;
  return t;
}

state repeat(const strategies& t, state s, int n, const outcome& felt, double plasticity = 1,
             const event& seen = loud()) {
  for (int i = 0; i < n; ++i) s = t.learn(s, seen, felt, anyone, plasticity);
  return s;
}

outcome felt_of(const strategies& t, const state& s, const outcome& came, double u,
                const event& seen = loud()) {
  draws all;
  all.u.fill(u);
  return t.appraise(s, seen, came, anyone, all);
}

bool same_evidence(const outcome& a, const outcome& b) {
  return a.availability == b.availability && a.acceptance == b.acceptance && a.safety == b.safety &&
         a.worth == b.worth && a.efficacy == b.efficacy;
}

expectations any_expectations() {
  return {*between(-1, 1), *between(-1, 1), *between(-1, 1), *between(-1, 1), *between(-1, 1)};
}
outcome any_outcome() {
  return {*between(-2, 1), *between(-1, 1), *between(-1, 1),
          *between(-1, 1), *between(-1, 1), *between(-1, 1)};
}

using pair = dyad<strategies, caregivers::trait_based>;

/// Calls visit(pair) after each event of a life.
template <class Visit>
void live(pair infant, std::uint64_t events, Visit&& visit) {
  infant.begin();
  for (std::uint64_t i = 0; i < events; ++i) {
    const address at{.seed = 9, .person = 1, .event = i};
    infant.step(infant.rules.needs(0.5, at.draw(purpose::circumstance)), at);
    visit(infant);
  }
}

}  // namespace

TEST_CASE("without a filter every piece of evidence is felt as it came", "[theory]") {
  strategies t;
  t.p.filter = t.p.assimilation = 0;
  holds([&] {
    const outcome came = any_outcome();
    const state s = with(any_expectations(), *between(0, 1));
    RC_ASSERT(same_evidence(felt_of(t, s, came, *between(1e-9, 1 - 1e-9)), came));
  });
}

TEST_CASE("a model without certainty filters nothing, however strong its filter", "[theory]") {
  strategies t;
  t.p.filter = t.p.assimilation = 1;
  holds([&] {
    const outcome came = any_outcome();
    RC_ASSERT(same_evidence(felt_of(t, with(any_expectations(), 0), came, 1e-9), came));
  });
}

TEST_CASE("a wholly certain model with a full filter misses all that disconfirms it", "[theory]") {
  strategies t;
  t.p.filter = 1;
  t.p.assimilation = 0;
  const state hopeful = with({1, 1, 1, 1, 1}, 1);
  CHECK(same_evidence(felt_of(t, hopeful, bad, 0.999), good));
  const state hopeless = with({-1, -1, -1, -1, -1}, 1);
  CHECK(same_evidence(felt_of(t, hopeless, good, 0.999), bad));
}

TEST_CASE("what confirms a model is never missed", "[theory]") {
  strategies t;
  t.p.filter = 1;
  t.p.assimilation = 0;
  CHECK(same_evidence(felt_of(t, with({.5, .5, .5, .5, .5}, 1), good, 1e-9), good));
}

TEST_CASE("evidence against a model is missed in the share filter x certainty x expectation",
          "[theory]") {
  strategies t;
  t.p.filter = 0.8;
  t.p.assimilation = 0;
  const state s = with({.availability = 0.5}, 0.5);
  CHECK(felt_of(t, s, bad, 0.199).availability == 0.5);
  CHECK(felt_of(t, s, bad, 0.201).availability == -1.);
}

TEST_CASE("only ambiguous care is assimilated to what was expected", "[theory]") {
  strategies t;
  t.p.filter = 0;
  t.p.assimilation = 0.5;
  const state s = with({.5, .5, .5, .5, .5}, 1);
  CHECK(same_evidence(felt_of(t, s, bad, 0.5), bad));
  event misread = loud();
  misread.given.fit = 0.3;
  const outcome felt = felt_of(t, s, bad, 0.5, misread);
  CHECK(felt.availability > -1.);
  CHECK(felt.acceptance > -1.);
  CHECK(felt.worth > -1.);
  CHECK(felt.safety == -1.);
  t.p.assimilation = 0;
  CHECK(same_evidence(felt_of(t, s, bad, 0.5, misread), bad));
}

TEST_CASE("turning away adds its own relief, exaggerating takes its cost", "[theory]") {
  const strategies t;
  const state s = with({.availability = 1});
  const auto relief = [&](manner how) { return felt_of(t, s, {}, 0.5, loud(how)).relief; };
  CHECK(relief(manner::direct) == 0.);
  CHECK(relief(manner::minimise) > 0.);
  CHECK(relief(manner::maximise) == -t.p.maximising_cost);
}

TEST_CASE("acceptance approaches the evidence by the closed form x + (e - x) (1 - g)^n",
          "[theory]") {
  holds([] {
    strategies t = bare();
    t.p.gain = *between(0, 1);
    const double plasticity = *between(0, 1), start = *between(-1, 1);
    const int n = *rc::gen::inRange(0, 60);
    const double e =
        repeat(t, with({.acceptance = start}), n, good, plasticity).implicit.acceptance;
    RC_ASSERT(std::abs(e - (1. + (start - 1.) * std::pow(1. - t.p.gain * plasticity, n))) < 1e-12);
  });
}

TEST_CASE("half the gain takes twice as long", "[theory]") {
  const auto time_constant = [](double gain) {
    strategies t = bare();
    t.p.gain = gain;
    int n = 0;
    while (repeat(t, with({}), n, good).implicit.acceptance < 1. - std::exp(-1.)) ++n;
    return n;
  };
  for (const double gain : {0.04, 0.02, 0.01})
    CHECK(time_constant(gain / 2) == Approx(2 * time_constant(gain)).margin(1));
}

TEST_CASE("evidence that agrees with the model leaves its expectations", "[theory]") {
  const strategies t;
  holds([&] {
    const expectations e = any_expectations();
    const outcome same{0, e.availability, e.acceptance, e.safety, e.worth, e.efficacy};
    RC_ASSERT(repeat(t, with(e, *between(0, 1)), 3, same).implicit == e);
  });
}

TEST_CASE("a signal not sent is little evidence about answers", "[theory]") {
  const strategies t;
  event silent = loud();
  silent.shown.display = 0;
  const state s = with({});
  CHECK(repeat(t, s, 1, bad, 1, silent).implicit.availability >
        repeat(t, s, 1, bad).implicit.availability);
}

TEST_CASE("nobody who does not come is learned to welcome or to reject", "[theory]") {
  const strategies t;
  event alone = loud();
  alone.given = {};
  const state after = repeat(t, with({}), 20, bad, 1, alone);
  CHECK(after.implicit.acceptance == 0.);
  CHECK(after.implicit.worth == 0.);
  CHECK(after.implicit.availability < 0.);
}

TEST_CASE("a fright weighs as much more as its parameter says", "[theory]") {
  strategies t = bare();
  t.p.safety_gain = 0.01;
  t.p.fright_weight = 5;
  const state s = with({.safety = 0});
  const double reassured = repeat(t, s, 1, good).implicit.safety;
  const double frightened = repeat(t, s, 1, bad).implicit.safety;
  CHECK(reassured == Approx(0.01));
  CHECK(frightened == Approx(-0.05));
  t.p.fright_weight = 1;
  CHECK(repeat(t, s, 1, bad).implicit.safety == Approx(-0.01));
}

TEST_CASE("certainty takes away the share of learning that its parameter says", "[theory]") {
  strategies t = bare();
  const double free = repeat(t, with({}, 1), 1, good).implicit.acceptance;
  t.p.resistance_to_change = 0.75;
  CHECK(repeat(t, with({}, 1), 1, good).implicit.acceptance == Approx(0.25 * free));
  CHECK(repeat(t, with({}, 0), 1, good).implicit.acceptance == Approx(free));
  t.p.resistance_to_change = 1;
  CHECK(repeat(t, with({}, 1), 100, bad).implicit.acceptance == 0.);
}

TEST_CASE("reactive infants learn more, for better and for worse, if susceptibility differs",
          "[theory]") {
  strategies t;
  const auto moved = [&](double reactivity, const outcome& felt) {
    const temperament infant{.reactivity = reactivity};
    return std::abs(t.learn(with({}), loud(), felt, infant, 1.).implicit.acceptance);
  };
  for (const outcome& felt : {good, bad}) CHECK(moved(0.9, felt) > moved(0.1, felt));
  t.p.differential_susceptibility = 0;
  for (const outcome& felt : {good, bad}) CHECK(moved(0.9, felt) == moved(0.1, felt));
}

TEST_CASE("the manner shown moves to the relief it brought, the others return to their start",
          "[theory]") {
  strategies t = bare();
  t.p.strategy_gain = 0.5;
  t.p.strategy_return = 0.4;
  state s = with({});
  s.values = {1, 1, 1};
  const strategy_values now = t.learn(s, loud(manner::direct), {.relief = 0}, anyone, 1.).values;
  CHECK(now.direct == Approx(0.5));
  CHECK(now.minimise == Approx(1. + 0.5 * 0.4 * (strategies::innate.minimise - 1.)));
  CHECK(now.maximise == Approx(1. + 0.5 * 0.4 * (strategies::innate.maximise - 1.)));
}

TEST_CASE("without the return an unused manner keeps its value for ever", "[theory]") {
  strategies t;
  t.p.strategy_return = 0;
  state s = with({});
  s.values = {-0.5, 0.5, -0.25};
  const strategy_values now = repeat(t, s, 2000, good, 1, loud(manner::minimise)).values;
  CHECK(now.direct == -0.5);
  CHECK(now.maximise == -0.25);
}

TEST_CASE("with the return a manner lost is found again", "[theory]") {
  const strategies t;
  state s = with({});
  s.values = {-0.5, 0.5, -0.25};
  const strategy_values now = repeat(t, s, 20'000, good, 1, loud(manner::minimise)).values;
  CHECK(now.direct == Approx(strategies::innate.direct).margin(1e-3));
  CHECK(now.maximise == Approx(strategies::innate.maximise).margin(1e-3));
}

TEST_CASE("without volatility certainty is 1 - (1 - g)^n, an age clock", "[theory]") {
  strategies t;
  t.p.volatility = 0;
  t.p.confidence_gain = 0.01;
  for (const int n : {1, 50, 300}) {
    const confidence sure = repeat(t, with({}), n, n % 2 == 0 ? good : bad, 0.5).certainty;
    CHECK(sure.other == Approx(1. - std::pow(1. - 0.005, n)));
    CHECK(sure.self == Approx(sure.other));
  }
}

TEST_CASE("surprise takes certainty away, as volatility says", "[theory]") {
  strategies t;
  t.p.confidence_gain = 0;
  t.p.volatility = 0.1;
  const state sure = with({1, 1, 1, 1, 1}, 0.8);
  CHECK(repeat(t, sure, 1, good).certainty.other == 0.8);
  CHECK(repeat(t, sure, 1, bad).certainty.other < 0.8);
  t.p.volatility = 0;
  CHECK(repeat(t, sure, 1, bad).certainty.other == 0.8);
}

TEST_CASE("without exclusion what is said is what is felt, all life long", "[theory]") {
  pair infant;
  infant.theory.p.exclusion = 0;
  infant.caregiver.p = {.sensitivity = 0.4, .acceptance = 0.2, .fright = 0.1};
  bool same = true;
  live(infant, 3000, [&](const pair& now) {
    same = same && now.beliefs.declared == now.beliefs.implicit &&
           now.general.declared == now.general.implicit;
  });
  CHECK(same);
}

TEST_CASE("a minimising infant does not say of itself what rejection taught it", "[theory]") {
  const strategies t;
  state s = with({});
  s.values = {-0.3, 0.3, -0.3};
  event rejected = loud(manner::minimise);
  rejected.given.rejection = 1;
  const state after = repeat(t, s, 200, bad, 1, rejected);
  CHECK(after.declared.worth > after.implicit.worth);
  CHECK(after.declared.efficacy > after.implicit.efficacy);
  CHECK(after.declared.availability == after.implicit.availability);
  s.values = {0.3, -0.3, -0.3};
  const state open = repeat(t, s, 1, bad, 1, rejected);
  CHECK(open.declared == open.implicit);
}

TEST_CASE("a maximising infant does not say how far it was comforted", "[theory]") {
  const strategies t;
  state s = with({});
  s.values = {-0.3, -0.3, 0.3};
  const state after = repeat(t, s, 50, good, 1, loud(manner::maximise));
  CHECK(after.declared.acceptance < after.implicit.acceptance);
  CHECK(after.declared.availability < after.implicit.availability);
  CHECK(repeat(t, s, 50, bad, 1, loud(manner::maximise)).declared.availability ==
        repeat(t, s, 50, bad, 1, loud(manner::maximise)).implicit.availability);
}

TEST_CASE("a figure without a place in the hierarchy leaves the general model alone", "[theory]") {
  strategies t;
  const state general = with({}), specific = with({1, 1, 1, 1, 1}, 0.5);
  CHECK(t.generalise(general, specific, 0.) == general);
  CHECK(t.generalise(general, specific, 1.).implicit.availability >
        t.generalise(general, specific, 0.5).implicit.availability);
  t.p.generalisation = 0;
  CHECK(t.generalise(general, specific, 1.) == general);
}

TEST_CASE("the general model follows a relationship in the time its parameter says", "[theory]") {
  strategies t;
  t.p.generalisation = 0.01;
  state general = with({});
  const state specific = with({1, 1, 1, 1, 1}, 0.5);
  for (int i = 0; i < 100; ++i) general = t.generalise(general, specific, 1.);
  CHECK(general.implicit.availability == Approx(1. - std::pow(0.99, 100)));
}

TEST_CASE("without reminding a relationship is left alone by the general model", "[theory]") {
  strategies t;
  const state general = with({-1, -1, -1, -1, -1}), specific = with({1, 1, 1, 1, 1});
  CHECK(t.remind(specific, general).implicit.availability < 1.);
  t.p.reminding = 0;
  CHECK(t.remind(specific, general) == specific);
}

TEST_CASE("transference runs from nothing to the whole general model", "[theory]") {
  strategies t;
  state general = with({-1, -1, -1, -1, -1}, 0.5);
  general.values = {-0.5, 0.5, 0};
  t.p.transference = 1;
  const state whole = begin_relationship(t, general, anyone, {});
  CHECK(whole.implicit.availability == Approx(-1.));
  CHECK(whole.values.minimise == Approx(0.5));
  CHECK(whole.certainty.other == Approx(0.5));
  t.p.transference = 0;
  CHECK(begin_relationship(t, general, anyone, {}) == t.initial(anyone, {}));
  t.p.transference = 0.5;
  CHECK(begin_relationship(t, general, anyone, {}).implicit.availability == Approx(-0.5));
}

TEST_CASE("learning keeps every expectation in [-1, 1] at any parameters in range", "[theory]") {
  holds([] {
    strategies t;
    for_each_field(t.p, [](const auto& f, auto& value) { value = *between(f.lowest, f.highest); });
    state s = with(any_expectations(), *between(0, 1));
    s.values = {*between(-2, 1), *between(-2, 1), *between(-2, 1)};
    event e = loud(*rc::gen::element(manner::direct, manner::minimise, manner::maximise));
    e.shown.display = *between(0, 1);
    e.given.rejection = *rc::gen::element(0., 1.);
    const temperament infant{*between(0, 1), *between(0, 1), *between(0, 1)};
    const state after = t.learn(s, e, any_outcome(), infant, *between(0, 1));
    for (const expectations& x : {after.implicit, after.declared}) {
      RC_ASSERT(x.self().cwiseAbs().maxCoeff() <= 1.);
      RC_ASSERT(x.other().cwiseAbs().maxCoeff() <= 1.);
    }
    RC_ASSERT(0. <= after.certainty.self && after.certainty.self <= 1.);
    RC_ASSERT(0. <= after.certainty.other && after.certainty.other <= 1.);
  });
}

TEST_CASE("who reflects fully misses half of what others miss", "[theory]") {
  strategies t;
  t.p.filter = 0.8;
  t.p.assimilation = 0;
  const state s =
      with({.availability = 1, .acceptance = 1, .safety = 1, .worth = 1, .efficacy = 1}, 1);
  temperament thoughtful = anyone;
  thoughtful.reflection = 1;
  const auto missed = [&](const temperament& who, double u) {
    draws all;
    all.u.fill(u);
    return t.appraise(s, loud(), bad, who, all).availability == s.implicit.availability;
  };
  CHECK(missed(anyone, 0.79));
  CHECK_FALSE(missed(anyone, 0.81));
  CHECK(missed(thoughtful, 0.39));
  CHECK_FALSE(missed(thoughtful, 0.41));
}

TEST_CASE(
    "to think a model over moves the declared to the implicit store, and habits towards openness",
    "[theory]") {
  const strategies t;
  const state s{
      {-0.5, -0.4, 0.2, -0.3, -0.2}, {0.5, 0.6, 0.2, 0.3, 0.2}, {0.0, 0.3, 0.05}, {0.8, 0.6}};
  CHECK(t.reflect(s, 0.) == s);
  const state half = t.reflect(s, 0.5), whole = t.reflect(s, 1.);
  CHECK(half.implicit == s.implicit);
  CHECK(half.declared.availability == Approx(0.));
  CHECK(whole.declared == s.implicit);
  CHECK(whole.certainty.self == Approx(0.4));
  CHECK(whole.values.direct == Approx(strategies::innate.direct));
  CHECK(whole.values.minimise == Approx(strategies::innate.minimise));
  CHECK(whole.values.maximise == s.values.maximise);
  state open = s;
  open.values.direct = 0.7;
  CHECK(t.reflect(open, 1.).values.direct == 0.7);
}

TEST_CASE("of news better than expected a share is not believed, all other news whole",
          "[theory]") {
  const strategies t = bare();
  state s = with({.availability = 0.2, .acceptance = 0.6, .worth = -1});
  s.mistrust = 0.25;
  const outcome pleased = felt_of(t, s, good, 0.5), hurt = felt_of(t, s, bad, 0.5);
  CHECK(pleased.relief == Approx(0.75 * good.relief));
  CHECK(pleased.availability == Approx(1. - 0.25 * 0.8));
  CHECK(pleased.acceptance == Approx(1. - 0.25 * 0.4));
  CHECK(pleased.worth == Approx(1. - 0.25 * 2.));
  CHECK(pleased.efficacy == Approx(0.75));
  CHECK(pleased.safety == 1.);
  CHECK(hurt.relief == bad.relief);
  CHECK(same_evidence(hurt, bad));
}

TEST_CASE("good news lowers no expectation, however little it is believed", "[theory]") {
  holds([] {
    const strategies t;
    state s = with(any_expectations(), *between(0, 1));
    s.mistrust = *between(0, 1);
    const event seen = loud();
    const state after = t.learn(s, seen, felt_of(t, s, good, *between(0, 1)), anyone, 1);
    RC_ASSERT(after.implicit.availability >= s.implicit.availability - 1e-12);
    RC_ASSERT(after.implicit.acceptance >= s.implicit.acceptance - 1e-12);
    RC_ASSERT(after.implicit.worth >= s.implicit.worth - 1e-12);
    RC_ASSERT(after.implicit.efficacy >= s.implicit.efficacy - 1e-12);
  });
}

TEST_CASE("a year of rejection makes new figures mistrusted, a year of sensitive care does not",
          "[theory]") {
  const auto mistrust_after_a_year = [](auto policy) {
    dyad<strategies, decltype(policy)> pair;
    pair.caregiver = policy;
    pair.begin();
    CHECK(pair.beliefs.mistrust == 0.);
    for (std::uint64_t i = 0; i < 8 * 365; ++i) {
      const address at{.seed = 3, .person = 1, .relationship = 1, .event = i};
      const double age = static_cast<double>(i) / (8 * 365);
      pair.step(pair.rules.needs(age, at.draw(purpose::circumstance)), at);
    }
    pair.meet();
    return pair.beliefs.mistrust;
  };
  CHECK(mistrust_after_a_year(caregivers::rejecting{}) > 0.9);
  CHECK(mistrust_after_a_year(caregivers::sensitive{}) == 0.);
}

TEST_CASE("what early care lacked becomes mistrust of new figures, less in who reflects",
          "[theory]") {
  strategies t;
  t.p.expected_care = 0.4, t.p.mistrust_weight = 2;
  state general = with({});
  general.mistrust = 0.9;
  const auto mistrust_after = [&](double early_care, double reflection) {
    general.early_care = early_care;
    temperament who = anyone;
    who.reflection = reflection;
    const state met = t.transfer(general, who, {});
    CHECK(met.early_care == early_care);
    return met.mistrust;
  };
  CHECK(mistrust_after(0.5, 0) == 0.);
  CHECK(mistrust_after(0.4, 0) == 0.);
  CHECK(mistrust_after(0.3, 0) == Approx(0.2));
  CHECK(mistrust_after(0.3, 0.75) == Approx(0.05));
  CHECK(t.initial(anyone, {}).mistrust == 0.);
  t.p.mistrust_weight = 100;
  CHECK(mistrust_after(0.1, 0) == 1.);
}

TEST_CASE("early care is learned early, and trust is won by good answers", "[theory]") {
  strategies t;
  t.p.early_care_gain = 0.4, t.p.trust_gain = 0.2;
  state s = with({});
  s.early_care = 0.5, s.mistrust = 0.8;
  event answered = loud(), ignored = loud();
  answered.given.welcome = 1;
  ignored.given = {};
  CHECK(t.learn(s, answered, good, anyone, 0.5).early_care == Approx(0.5 + 0.4 * 0.25 * 0.5));
  CHECK(t.learn(s, ignored, bad, anyone, 1.).early_care == Approx(0.5 - 0.4 * 0.5));
  CHECK(t.learn(s, answered, good, anyone, 0.5).mistrust == Approx(0.8 * (1. - 0.2 * 0.5)));
  CHECK(t.learn(s, ignored, bad, anyone, 1.).mistrust == 0.8);
  CHECK(t.reflect(s, 0.5).mistrust == Approx(0.4));
  state general = with({});
  general.early_care = 0.1;
  CHECK(t.remind(s, general).early_care == Approx(0.5 - t.p.reminding * 0.4));
  CHECK(t.remind(s, general).mistrust == 0.8);
}

TEST_CASE("turning away soothes of what the figure leaves", "[theory]") {
  const strategies t;
  const auto gained = [&](double relief) {
    return felt_of(t, with({}), {.relief = relief}, 0.5, loud(manner::minimise)).relief - relief;
  };
  const double whole = t.p.self_soothing * (0.5 + anyone.soothability);
  CHECK(gained(-0.4) == Approx(whole));
  CHECK(gained(0.) == Approx(whole));
  CHECK(gained(0.25) == Approx(0.75 * whole));
  CHECK(gained(1.) == 0.);
  state wary = with({});
  wary.mistrust = 1;
  CHECK(felt_of(t, wary, {.relief = 1.}, 0.5, loud(manner::minimise)).relief == Approx(whole));
}
