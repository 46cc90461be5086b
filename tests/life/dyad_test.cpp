// SPDX-License-Identifier: MIT
#include "iwm/life/dyad.hpp"

#include "iwm/caregiver/rejecting.hpp"
#include "iwm/caregiver/sensitive.hpp"
#include "iwm/caregiver/trait_based.hpp"
#include "iwm/theory/conditional_strategies.hpp"
#include "iwm/theory/delta_rule.hpp"

#include <cstdint>

#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::Approx;

namespace {

using theories::conditional_strategies, theories::delta_rule;
using pair = dyad<conditional_strategies, caregivers::trait_based>;

event live(auto& infant, std::uint64_t number, double age = 0.5) {
  const address at{.seed = 1, .person = 7, .relationship = 1, .event = number};
  return infant.step(infant.rules.needs(age, at.draw(purpose::circumstance)), at);
}

template <class Pair>
Pair raised(std::uint64_t events, Pair infant = {}) {
  infant.begin();
  for (std::uint64_t i = 0; i < events; ++i) live(infant, i);
  return infant;
}

bool same(const event& a, const event& b) {
  return a.shown.display == b.shown.display && a.shown.manner == b.shown.manner &&
         a.given.came == b.given.came && a.given.delay == b.given.delay && a.settling == b.settling;
}

/// Shows, gives and feels the draws that it was handed.
struct mirror_theory : delta_rule {
  signal behave(const state&, const circumstance&, double, const temperament&,
                const draws& u) const {
    return {.display = u[0]};
  }
  outcome appraise(const state&, const event&, const outcome&, const temperament&,
                   const draws& u) const {
    return {.relief = u[0]};
  }
};
struct mirror_caregiver {
  static constexpr std::string_view name = "mirror_caregiver", summary = "delays by its draw";
  struct parameters {};
  parameters p{};
  response respond(const signal&, const circumstance&, const draws& u) const {
    return {.came = 1, .delay = u[0]};
  }
};

}  // namespace

TEST_CASE("each verb has draws of its own, and others when it is watched", "[life]") {
  dyad<mirror_theory, mirror_caregiver> infant;
  infant.begin();
  const address at{.seed = 2, .person = 3, .relationship = 4, .event = 5};
  const event lived = infant.step({.need = 0.5}, at);
  CHECK(lived.shown.display == at.draw(purpose::behave)[0]);
  CHECK(lived.given.delay == at.draw(purpose::respond)[0]);
  CHECK(lived.settling == at.draw(purpose::appraise)[0]);
  const event watched = infant.watch({.need = 0.5}, at);
  CHECK(watched.shown.display == at.draw(purpose::measured_behave)[0]);
  CHECK(watched.given.delay == at.draw(purpose::measured_respond)[0]);
  CHECK(watched.settling == at.draw(purpose::measured_appraise)[0]);
}

TEST_CASE("an infant begins calm, without memories, by its innate prior", "[life]") {
  pair infant = raised<pair>(50);
  infant.begin({.self = .1, .other = .2, .safety = .3});
  CHECK(infant.arousal == 0.);
  CHECK(infant.episodes == episode_memory{});
  CHECK(infant.memory == infant.caregiver.initial());
  CHECK(infant.general == infant.theory.initial({}, {.self = .1, .other = .2, .safety = .3}));
  CHECK(infant.beliefs.implicit.availability == Approx(.2));
  CHECK(infant.beliefs.implicit.worth == Approx(.1));
}

TEST_CASE("a life is a function of its addresses: a copy lives it again", "[life]") {
  pair first = raised<pair>(200), second = first;
  for (std::uint64_t i = 200; i < 400; ++i) CHECK(same(live(first, i), live(second, i)));
  CHECK(first.beliefs == second.beliefs);
  CHECK(first.episodes == second.episodes);
  CHECK(first.arousal == second.arousal);
}

TEST_CASE("another person, another life", "[life]") {
  pair a = raised<pair>(0), b = a;
  int differ = 0;
  for (std::uint64_t i = 0; i < 50; ++i) {
    const address at{.person = 1, .event = i}, other{.person = 2, .event = i};
    const circumstance now{.need = 0.6};
    differ += same(a.step(now, at), b.step(now, other)) ? 0 : 1;
  }
  CHECK(differ > 25);
}

TEST_CASE("to be watched teaches nothing", "[life]") {
  pair infant = raised<pair>(300);
  const pair before = infant;
  for (std::uint64_t i = 0; i < 100; ++i)
    infant.watch({.need = 0.7}, {.person = 7, .relationship = 1, .event = i});
  CHECK(infant.beliefs == before.beliefs);
  CHECK(infant.general == before.general);
  CHECK(infant.episodes == before.episodes);
}

TEST_CASE("a new caregiver meets expectations that come from the general model", "[life]") {
  dyad<conditional_strategies, caregivers::rejecting> infant =
      raised<dyad<conditional_strategies, caregivers::rejecting>>(2000);
  const auto general = infant.general;
  infant.meet();
  CHECK(infant.general == general);
  CHECK(infant.beliefs == infant.theory.transfer(general, infant.infant, {}));
  CHECK(infant.beliefs.implicit.acceptance < 0.);
  CHECK(infant.episodes == episode_memory{});
}

TEST_CASE("without a general model a new caregiver is met as the first was", "[life]") {
  auto infant = raised<dyad<delta_rule, caregivers::rejecting>>(500);
  infant.meet();
  CHECK(infant.beliefs == infant.theory.initial({}, {}));
}

TEST_CASE("a figure without a place in the hierarchy leaves the general model as it was",
          "[life]") {
  pair infant;
  infant.hierarchy = 0;
  CHECK(raised<pair>(200, infant).general == infant.theory.initial({}, {}));
  infant.hierarchy = 1;
  CHECK_FALSE(raised<pair>(200, infant).general == infant.theory.initial({}, {}));
}

TEST_CASE("the older the infant, the less an event teaches", "[life]") {
  auto young = raised<dyad<delta_rule, caregivers::sensitive>>(0), old = young;
  live(young, 1, 0.);
  live(old, 1, 30.);
  const double innate = young.theory.initial({}, {}).expected.availability;
  CHECK(std::abs(old.beliefs.expected.availability - innate) <
        0.5 * std::abs(young.beliefs.expected.availability - innate));
}

TEST_CASE("an event is remembered with what was lived", "[life]") {
  pair infant = raised<pair>(0);
  const event seen = live(infant, 3, 0.75);
  CHECK(infant.episodes.last.age == 0.75);
  CHECK(infant.episodes.last.need == seen.now.need);
  CHECK(infant.episodes.last.display == seen.shown.display);
}

TEST_CASE("the camera sees settling and no more of what was felt", "[life]") {
  auto infant = raised<dyad<delta_rule, caregivers::sensitive>>(0);
  for (std::uint64_t i = 0; i < 100; ++i) {
    const event seen = live(infant, i);
    CHECK(seen.settling == clamp01(infant.episodes.last.relief));
  }
}

TEST_CASE("nothing reaches an infant whose figure is away", "[life]") {
  const response all{1, 1, 2, 1, 1, 1, 1};
  const response far = present(all, {.separation = 1}), near = present(all, {});
  CHECK(far.came + far.fit + far.delay + far.welcome + far.rejection + far.fright + far.intrusion ==
        0.);
  CHECK(near.delay == 2.);
  CHECK(near.came == 1.);
}

TEST_CASE("what is recollected of an answer is its quality less rebuff and fright", "[life]") {
  event e;
  e.given = {.came = 1, .fit = 1, .welcome = 1};
  CHECK(recollect(e, 0.5).response == 1.);
  CHECK(recollect(e, 0.5).relief == 0.5);
  e.given = {.came = 1, .rejection = 1, .fright = 1};
  CHECK(recollect(e, 0.).response == -2.);
}
