// SPDX-License-Identifier: MIT
#include "iwm/caregiver/sensitive.hpp"
#include "iwm/caregiver/trait_based.hpp"
#include "iwm/life/caregiver_block.hpp"
#include "iwm/life/theory_block.hpp"
#include "iwm/theory/conditional_strategies.hpp"
#include "iwm/theory/delta_rule.hpp"

#include <cstdint>
#include <memory>

#include "support/catch.hpp"

using namespace iwm;

namespace {

template <theory T>
theory_block_of<T> infants(std::size_t figures = 2) {
  lane_columns<temperament> all;
  for (std::size_t i = 0; i < block_size; ++i)
    all.set(i, {0.01 * static_cast<double>(i), 0.5, 0.5});
  return {T{}, world{}, prior{}, all, figures};
}

lanes<std::uint64_t> persons() {
  lanes<std::uint64_t> numbers;
  for (std::size_t i = 0; i < block_size; ++i) numbers[i] = 10 * i + 3;
  return numbers;
}
const lane_columns<draw_key> keys = keys_of({.seed = 4}, persons());

/// Events with these figures, which answer warmly or with a rebuff.
void live(theory_block& block, const meetings& with, double warmth, std::uint64_t events,
          lane_columns<double>& arousal) {
  lane_columns<double> relief;
  for (std::uint64_t k = 0; k < events; ++k) {
    event_lanes seen;
    seen.now.fill({.need = 0.7});
    block.behave(with, seen, arousal, {keys, k, purpose::behave});
    seen.given.fill({.came = 1, .fit = 1, .welcome = warmth, .rejection = 1. - warmth});
    block.learn(with, seen, arousal, relief, {keys, k, purpose::appraise});
  }
}

}  // namespace

TEST_CASE("the draws of a block are those of its persons", "[life]") {
  const address at{.seed = 5, .replicate = 6, .person = 999, .relationship = 7, .event = 8};
  const auto own_keys = keys_of(at, persons());
  const lane_draws u{own_keys, at.event, purpose::traits};
  for (std::size_t i = 0; i < block_size; ++i) {
    address own = at;
    own.person = persons()[i];
    CHECK(u(i) == own.draw(purpose::traits));
  }
}

TEST_CASE("a clone lives on alone", "[life]") {
  auto block = infants<theories::conditional_strategies>();
  lane_columns<double> arousal;
  const auto clone = block.clone();
  const auto before = clone->view(0, 5);
  live(block, 0, 1., 50, arousal);
  CHECK(clone->view(0, 5).other == before.other);
  CHECK(block.view(0, 5).other != before.other);
}

TEST_CASE("what is learned of one figure is not learned of another", "[life]") {
  auto block = infants<theories::delta_rule>();
  lane_columns<double> arousal;
  const auto father = block.view(1, 3);
  live(block, 0, 0., 100, arousal);
  CHECK(block.view(0, 3).other[1] < 0.);
  CHECK(block.view(1, 3).other == father.other);
}

TEST_CASE("what is learned of one figure is expected of the next, through the general model",
          "[life]") {
  auto block = infants<theories::conditional_strategies>();
  lane_columns<double> arousal;
  live(block, 0, 0., 500, arousal);
  CHECK(block.view_general(3).other[1] < 0.);
  CHECK(block.view(1, 3).other[1] == 0.);
  block.meet(1);
  CHECK(block.view(1, 3).other[1] < 0.);
}

TEST_CASE("care that comes at once teaches the same, whoever else waits for it", "[life]") {
  auto at_once = infants<theories::conditional_strategies>();
  auto somebody_waits = infants<theories::conditional_strategies>();
  lane_columns<double> arousal, arousal_beside, relief;
  for (std::uint64_t k = 0; k < 50; ++k)
    for (const bool waits : {false, true}) {
      auto& block = waits ? somebody_waits : at_once;
      auto& roused = waits ? arousal_beside : arousal;
      event_lanes seen;
      seen.now.fill({.need = 0.7});
      block.behave(0, seen, roused, {keys, k, purpose::behave});
      seen.given.fill({.came = 1, .fit = 0.9, .welcome = 1});
      if (waits) seen.given.set(0, {.came = 1, .fit = 0.9, .delay = 0.5, .welcome = 1});
      block.learn(0, seen, roused, relief, {keys, k, purpose::appraise});
    }
  CHECK(at_once.view(0, 0).strategies != somebody_waits.view(0, 0).strategies);
  for (std::size_t i = 1; i < block_size; ++i) {
    CHECK(arousal.get(i) == arousal_beside.get(i));
    CHECK(at_once.view(0, i).other == somebody_waits.view(0, i).other);
    CHECK(at_once.view(0, i).strategies == somebody_waits.view(0, i).strategies);
  }
}

TEST_CASE("to feel teaches nothing", "[life]") {
  auto block = infants<theories::conditional_strategies>();
  lane_columns<double> arousal;
  live(block, 0, 1., 20, arousal);
  const auto before = block.view(0, 9);
  const auto general = block.view_general(9);
  event_lanes seen;
  seen.now.fill({.need = 0.9});
  seen.given.fill({.came = 1, .fit = 1, .welcome = 1});
  block.behave(0, seen, arousal, {keys, 0, purpose::measured_behave});
  const double roused = arousal.get(9);
  block.feel(0, seen, arousal, {keys, 0, purpose::measured_appraise});
  CHECK(block.view(0, 9).other == before.other);
  CHECK(block.view(0, 9).self == before.self);
  CHECK(block.view_general(9).other == general.other);
  CHECK(arousal.get(9) < roused);
  CHECK(seen.settling.get(9) > 0.);
}

TEST_CASE("who meets nobody stays as it is; who meets one figure learns nothing of another",
          "[life]") {
  auto block = infants<theories::conditional_strategies>();
  lane_columns<double> arousal(0.25);
  const auto before = block.view(1, 0);
  lanes<std::uint64_t> figures{};
  figures[1] = meetings::nobody;
  figures[2] = 1;
  live(block, {figures, lane_columns<double>(1.)}, 0., 100, arousal);
  CHECK(block.view(0, 0).other[1] < 0.);
  CHECK(block.view(1, 0).other == before.other);
  CHECK(block.view(0, 1).other == before.other);
  CHECK(block.view_general(1).other == before.other);
  CHECK(arousal.get(1) == 0.25);
  CHECK(block.view(0, 2).other == before.other);
  CHECK(block.view(1, 2).other[1] < 0.);
}

TEST_CASE("a view has the parts that the theory has", "[life]") {
  const auto rich = infants<theories::conditional_strategies>().view(0, 0);
  CHECK(rich.declared_self.has_value());
  CHECK(rich.declared_other.has_value());
  CHECK(rich.certainty.has_value());
  CHECK(rich.strategies.has_value());
  const auto plain = infants<theories::delta_rule>().view(0, 0);
  CHECK_FALSE(plain.declared_self.has_value());
  CHECK_FALSE(plain.declared_other.has_value());
  CHECK_FALSE(plain.certainty.has_value());
  CHECK(plain.strategies.has_value());
}

TEST_CASE("only caregivers that follow traits take them on, each its own", "[life]") {
  lane_columns<care_traits> momentary;
  for (std::size_t i = 0; i < block_size; ++i)
    momentary.set(i, {.acceptance = i % 2 == 0 ? 1. : 0., .fright = 0});
  const auto welcomed = [&](caregiver_block& block) {
    block.adopt(momentary);
    lanes<double> warm{}, came{};
    for (std::uint64_t k = 0; k < 200; ++k) {
      event_lanes seen;
      seen.shown.fill({.display = 1});
      block.respond(0, 0, seen, {keys, k, purpose::respond});
      for (std::size_t i = 0; i < block_size; ++i) {
        warm[i] += seen.given.get(i).welcome;
        came[i] += seen.given.get(i).came;
      }
    }
    for (std::size_t i = 0; i < block_size; ++i) warm[i] /= came[i];
    return warm;
  };
  caregiver_block_of<caregivers::trait_based> follows{{}};
  const auto own = welcomed(follows);
  CHECK(own[0] == 1.);
  CHECK(own[1] == 0.);
  caregiver_block_of<caregivers::sensitive> does_not{{}};
  CHECK(welcomed(does_not)[1] > 0.5);
}

TEST_CASE("a clone of caregivers keeps memories of its own", "[life]") {
  caregiver_block_of<caregivers::trait_based> block{{}};
  event_lanes seen;
  seen.shown.fill({.display = 0.5});
  for (std::uint64_t k = 0; k < 30; ++k) block.respond(0, 0, seen, {keys, k, purpose::respond});
  const auto clone = block.clone();
  for (std::uint64_t k = 30; k < 60; ++k) {
    event_lanes a = seen, b = seen;
    block.respond(0, 0, a, {keys, k, purpose::respond});
    clone->respond(0, 0, b, {keys, k, purpose::respond});
    for (std::size_t i = 0; i < block_size; ++i) {
      CHECK(a.given.get(i).came == b.given.get(i).came);
      CHECK(a.given.get(i).delay == b.given.get(i).delay);
    }
  }
}

TEST_CASE("caregivers that are away do nothing that reaches the infant", "[life]") {
  caregiver_block_of<caregivers::trait_based> block{{care_traits{.fright = 1}}};
  event_lanes seen;
  seen.now.fill({.need = 1, .separation = 1});
  seen.shown.fill({.display = 1, .proximity = 1});
  block.respond(0, 0, seen, {keys, 1, purpose::respond});
  for (std::size_t i = 0; i < block_size; ++i) {
    const response given = seen.given.get(i);
    CHECK(given.came + given.fright + given.delay == 0.);
  }
}
