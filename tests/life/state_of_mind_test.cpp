// SPDX-License-Identifier: MIT
#include "iwm/life/state_of_mind.hpp"

#include <cmath>

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

namespace {

/// Somebody who felt `felt` of everything, leans to muting by `leaning` and fears the parents by
/// `fear`.
inner_world somebody(double felt, double leaning, double fear, double reflection) {
  inner_world mind;
  mind.general.self = {felt, felt};
  mind.general.other = {felt, felt, 1.};
  mind.general.strategies = strategy_values{0.2, 0.1 + leaning, 0.1};
  model_view parent{{felt, felt}, {felt, felt, 1. - 2. * fear}, {}, {}, {}, {}};
  mind.parents = {parent, parent};
  mind.reflection = reflection;
  return mind;
}

inner_world mean_person(const state_of_mind_rule& rule) {
  inner_world mind = somebody(rule.felt_mean, rule.leaning_mean, std::exp(rule.fear_mean),
                              rule.reflection_mean);
  mind.bereaved = rule.loss_mean;
  return mind;
}

}  // namespace

TEST_CASE("the default rule of states of mind lies in its ranges", "[life]") {
  CHECK(in_range(state_of_mind_rule{}).empty());
}

TEST_CASE("the mean person has the mean state of mind", "[life]") {
  const state_of_mind_rule rule;
  const state_of_mind mind = rule(mean_person(rule));
  CHECK(mind.deactivation == Approx(0.).margin(1e-9));
  CHECK(mind.hyperactivation == Approx(0.).margin(1e-9));
  CHECK(mind.unresolved == Approx(0.).margin(1e-9));
}

TEST_CASE("deactivation and hyperactivation are the two diagonals of insecurity and leaning",
          "[life]") {
  const state_of_mind_rule rule;
  const double r = rule.insecure_leaning, root = std::sqrt(1. - r * r);
  holds([&] {
    const double i = *between(-1.4, 1.4), l = *between(-1.4, 1.4);
    const double leaning = rule.leaning_mean + rule.leaning_sd * (r * i + root * l);
    const state_of_mind mind = rule(
        somebody(rule.felt_mean - rule.felt_sd * i, leaning, 0.1, rule.reflection_mean));
    RC_ASSERT(iwm::abs(mind.deactivation - (i + l) / std::sqrt(2.)) < 1e-9);
    RC_ASSERT(iwm::abs(mind.hyperactivation - (i - l) / std::sqrt(2.)) < 1e-9);
  });
}

TEST_CASE("reflection lightens insecurity and fear, and turns neither round", "[life]") {
  const state_of_mind_rule rule;
  const auto mind = [&](double reflection) {
    return rule(somebody(rule.felt_mean - 1.2 * rule.felt_sd, rule.leaning_mean, 0.4, reflection));
  };
  const state_of_mind less = mind(0.1), more = mind(0.9);
  CHECK(more.deactivation + more.hyperactivation < less.deactivation + less.hyperactivation);
  CHECK(more.deactivation + more.hyperactivation > 0.);
  CHECK(more.unresolved < less.unresolved);
  state_of_mind_rule blind = rule;
  blind.mellowing = 0;
  const auto unmoved = [&](double reflection) {
    return blind(somebody(rule.felt_mean - rule.felt_sd, rule.leaning_mean, 0.3, reflection));
  };
  CHECK(unmoved(0.).deactivation == unmoved(1.).deactivation);
  CHECK(unmoved(0.).unresolved == unmoved(1.).unresolved);
}

TEST_CASE("claims above what was felt deactivate", "[life]") {
  const state_of_mind_rule rule;
  inner_world mind = mean_person(rule);
  for (auto& parent : mind.parents)
    parent->declared_other = parent->other + other_vector{0, 0.2, 0};
  CHECK(rule(mind).deactivation > 0.);
  CHECK(rule(mind).hyperactivation < 0.);
  CHECK(rule.read(mind)[1] == Approx(rule.leaning_mean + 0.2 * rule.idealisation));
}

TEST_CASE("one parent counts as much as two who are alike; without any there is no fear",
          "[life]") {
  const state_of_mind_rule rule;
  inner_world mind = somebody(0.4, 0.05, 0.3, 0.5);
  const auto both = rule.read(mind);
  mind.parents[1].reset();
  const auto one = rule.read(mind);
  for (std::size_t k = 0; k < both.size(); ++k) CHECK(one[k] == Approx(both[k]));
  mind.parents[0].reset();
  CHECK(rule.read(mind)[2] == 0.);
}

TEST_CASE("fear and loss leave what is unresolved, and nothing else", "[life]") {
  const state_of_mind_rule rule;
  inner_world mind = mean_person(rule);
  mind.bereaved += 0.5;
  CHECK(rule(mind).unresolved == Approx(0.5 * rule.mourning));
  CHECK(rule(mind).deactivation == rule(mean_person(rule)).deactivation);
  inner_world afraid = somebody(rule.felt_mean, rule.leaning_mean,
                                std::exp(rule.fear_mean + rule.fear_sd), rule.reflection_mean);
  afraid.bereaved = rule.loss_mean;
  CHECK(rule(afraid).unresolved == Approx(1.));
}

TEST_CASE("states of mind stay within three standard deviations", "[life]") {
  const state_of_mind_rule rule;
  holds([&] {
    inner_world mind = somebody(*between(-1, 1), *between(-1, 1), *between(0, 1), *between(0, 1));
    mind.bereaved = *between(0, 1);
    const state_of_mind s = rule(mind);
    RC_ASSERT(iwm::abs(s.deactivation) <= 3. && iwm::abs(s.hyperactivation) <= 3. &&
              iwm::abs(s.unresolved) <= 3.);
  });
}

TEST_CASE("speaking of loss unsettles the more, the less is resolved", "[life]") {
  CHECK(unsettled_by(0) == logistic(-3.3));
  holds([] {
    const double x = *between(-3, 2.9);
    RC_ASSERT(unsettled_by(x + 0.1) > unsettled_by(x));
    RC_ASSERT(unsettled_by(x) > 0. && unsettled_by(x) < 1.);
  });
}

TEST_CASE("the mean person is half as warm as can be, and expects as much", "[life]") {
  const state_of_mind_rule rule;
  const inner_world mean = mean_person(rule);
  CHECK(rule.seen({}, mean).warmth == 0.5);
  CHECK(rule.seen({}, mean).expected == Approx(0.5));
  CHECK(rule.seen({1, 0, 0}, mean).warmth < 0.5);
  CHECK(rule.seen({0, 1, 0}, mean).warmth < 0.5);
  CHECK(rule.seen({0, 0, 1}, mean).warmth < 0.5);
  CHECK(rule.seen({}, somebody(0.9, 0, 0, 0.5)).expected > 0.5);
}
