// SPDX-License-Identifier: MIT
#include "iwm/caregiver/sensitive.hpp"
#include "iwm/caregiver/trait_based.hpp"
#include "iwm/life/caregiver_block.hpp"
#include "iwm/life/life_block.hpp"
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

bool same(const model_view& a, const model_view& b) {
  return a.self == b.self && a.other == b.other && a.declared_self == b.declared_self &&
         a.declared_other == b.declared_other && a.certainty == b.certainty &&
         a.strategies == b.strategies;
}

/// A life with two figures, some of it remembered.
life_block lived(std::uint64_t ticks) {
  life_block block(std::make_unique<theory_block_of<theories::conditional_strategies>>(
                       infants<theories::conditional_strategies>()),
                   2);
  for (std::size_t f = 0; f < 2; ++f)
    block.meet(f,
               std::make_unique<caregiver_block_of<caregivers::sensitive>>(caregivers::sensitive{}),
               keys_of({.seed = 4, .relationship = 1 + f}, persons()));
  for (std::uint64_t tick = 0; tick < ticks; ++tick) {
    block.need(tick % 2, need_rule{}.at(0.5), tick);
    block.live(tick % 2, tick);
    block.remember(tick % 2, tick);
  }
  return block;
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

TEST_CASE("a new relationship of one infant is nothing to the others", "[life]") {
  auto block = infants<theories::conditional_strategies>();
  lane_columns<double> arousal;
  live(block, 0, 0., 200, arousal);
  live(block, 1, 1., 200, arousal);
  const auto before = block.clone();
  block.meet(0, 9);
  CHECK_FALSE(same(block.view(0, 9), before->view(0, 9)));
  CHECK(same(block.view(1, 9), before->view(1, 9)));
  CHECK(same(block.view_general(9), before->view_general(9)));
  for (std::size_t i = 0; i < block_size; ++i)
    if (i != 9) CHECK(same(block.view(0, i), before->view(0, i)));
  block.meet(1);
  auto alone = before->clone();
  alone->meet(1, 9);
  CHECK(same(alone->view(1, 9), block.view(1, 9)));
}

TEST_CASE("whom one infant meets anew, it has no memories of and other draws with", "[life]") {
  life_block block = lived(60);
  const life_block before = lived(60);
  const draw_key fresh = address{.seed = 77}.key();
  block.meet(0, 9, fresh);
  CHECK(block.episodes(0, 9) == episode_memory{});
  CHECK(block.episodes(1, 9) == before.episodes(1, 9));
  CHECK(block.keys(0).get(9).draw(0, purpose::behave) == fresh.draw(0, purpose::behave));
  for (std::size_t i = 0; i < block_size; ++i) {
    if (i == 9) continue;
    CHECK_FALSE(block.episodes(0, i) == episode_memory{});
    CHECK(block.episodes(0, i) == before.episodes(0, i));
    CHECK(block.keys(0).get(i).draw(0, purpose::behave) ==
          before.keys(0).get(i).draw(0, purpose::behave));
    CHECK(same(block.infants().view(0, i), before.infants().view(0, i)));
  }
}

TEST_CASE("to become who one is, as open as before, changes nothing", "[life]") {
  auto block = infants<theories::conditional_strategies>();
  auto other = infants<theories::conditional_strategies>();
  lane_columns<temperament> persons;
  for (std::size_t i = 0; i < block_size; ++i)
    persons.set(i, {0.01 * static_cast<double>(i), 0.5, 0.5});
  lane_columns<double> arousal, other_arousal;
  for (int quarter = 0; quarter < 4; ++quarter) {
    live(block, 0, 0.3, 50, arousal);
    live(other, 0, 0.3, 50, other_arousal);
    block.become(persons, lane_columns<double>(1.));
  }
  for (std::size_t i = 0; i < block_size; ++i) {
    CHECK(same(block.view(0, i), other.view(0, i)));
    CHECK(same(block.view_general(i), other.view_general(i)));
  }
}

TEST_CASE("who is not open does not learn; who is more open learns more, up to a newborn",
          "[life]") {
  const auto acceptance = [](double openness) {
    auto block = infants<theories::conditional_strategies>(1);
    lane_columns<temperament> persons;
    persons.fill({0.5, 0.5, 0.5});
    block.become(persons, lane_columns<double>(openness));
    lane_columns<double> arousal, relief;
    for (std::uint64_t k = 0; k < 30; ++k) {
      event_lanes seen;
      seen.now.fill({.need = 0.7, .age = 30});
      block.behave(0, seen, arousal, {keys, k, purpose::behave});
      seen.given.fill({.came = 1, .fit = 1, .welcome = 1});
      block.learn(0, seen, arousal, relief, {keys, k, purpose::appraise});
    }
    return block.view(0, 3).other[1];
  };
  CHECK(acceptance(0.) == 0.);
  CHECK(acceptance(1.) > 0.);
  CHECK(acceptance(3.) > acceptance(1.));
  CHECK(acceptance(1000.) == acceptance(2000.));
}

TEST_CASE("to think models over makes what is said what is felt, for one person alone", "[life]") {
  auto block = infants<theories::conditional_strategies>();
  lane_columns<double> arousal;
  live(block, 0, 0., 600, arousal);
  live(block, 1, 1., 100, arousal);
  const auto before = block.clone();
  block.reflect(9, 0.);
  for (std::size_t i = 0; i < block_size; ++i)
    for (std::size_t f = 0; f < 2; ++f) CHECK(same(block.view(f, i), before->view(f, i)));
  REQUIRE(before->view(0, 9).declared_other != before->view(0, 9).other);
  block.reflect(9, 1.);
  const auto thought = [&](const model_view& now, const model_view& then) {
    CHECK(now.self == then.self);
    CHECK(now.other == then.other);
    CHECK(now.declared_self == now.self);
    CHECK(now.declared_other == now.other);
    CHECK(now.certainty->other == 0.5 * then.certainty->other);
    CHECK(now.strategies->minimise <= then.strategies->minimise);
    CHECK(now.strategies->maximise <= then.strategies->maximise);
    CHECK(now.strategies->direct >= then.strategies->direct);
  };
  for (std::size_t f = 0; f < 2; ++f) thought(block.view(f, 9), before->view(f, 9));
  thought(block.view_general(9), before->view_general(9));
  for (std::size_t i = 0; i < block_size; ++i)
    if (i != 9) CHECK(same(block.view(0, i), before->view(0, i)));
}

TEST_CASE("a theory without reflection thinks nothing over", "[life]") {
  auto block = infants<theories::delta_rule>();
  lane_columns<double> arousal;
  live(block, 0, 0., 50, arousal);
  const auto before = block.view(0, 4);
  block.reflect(4, 1.);
  CHECK(same(block.view(0, 4), before));
}
