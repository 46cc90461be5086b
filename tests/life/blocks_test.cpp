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
  lanes<temperament> all;
  for (std::size_t i = 0; i < block_size; ++i) all[i] = {0.01 * static_cast<double>(i), 0.5, 0.5};
  return {T{}, world{}, prior{}, all, figures};
}

lanes<draws> draws_of(std::uint64_t event, purpose why) {
  lanes<std::uint64_t> persons;
  for (std::size_t i = 0; i < block_size; ++i) persons[i] = i;
  lanes<draws> u;
  draw(u, {.seed = 4, .event = event}, persons, why);
  return u;
}

/// Events with one figure, which answers warmly or with a rebuff.
void live(theory_block& block, std::size_t figure, double warmth, std::uint64_t events,
          lanes<double>& arousal) {
  lanes<double> relief;
  for (std::uint64_t k = 0; k < events; ++k) {
    lanes<event> seen;
    seen.fill({{.need = 0.7}, {}, {}, 0});
    block.behave(figure, seen, arousal, draws_of(k, purpose::behave));
    for (event& e : seen)
      e.given = {.came = 1, .fit = 1, .welcome = warmth, .rejection = 1. - warmth};
    block.learn(figure, 1., seen, arousal, relief, draws_of(k, purpose::appraise));
  }
}

}  // namespace

TEST_CASE("the draws of a block are those of its persons", "[life]") {
  lanes<std::uint64_t> persons;
  for (std::size_t i = 0; i < block_size; ++i) persons[i] = 10 * i + 3;
  lanes<draws> u;
  const address at{.seed = 5, .replicate = 6, .person = 999, .relationship = 7, .event = 8};
  draw(u, at, persons, purpose::traits, 2);
  for (std::size_t i = 0; i < block_size; ++i) {
    address own = at;
    own.person = persons[i];
    CHECK(u[i] == own.draw(purpose::traits, 2));
  }
}

TEST_CASE("a clone lives on alone", "[life]") {
  auto block = infants<theories::conditional_strategies>();
  lanes<double> arousal{};
  const auto clone = block.clone();
  const auto before = clone->view(0, 5);
  live(block, 0, 1., 50, arousal);
  CHECK(clone->view(0, 5).other == before.other);
  CHECK(block.view(0, 5).other != before.other);
}

TEST_CASE("what is learned of one figure is not learned of another", "[life]") {
  auto block = infants<theories::delta_rule>();
  lanes<double> arousal{};
  const auto father = block.view(1, 3);
  live(block, 0, 0., 100, arousal);
  CHECK(block.view(0, 3).other[1] < 0.);
  CHECK(block.view(1, 3).other == father.other);
}

TEST_CASE("what is learned of one figure is expected of the next, through the general model",
          "[life]") {
  auto block = infants<theories::conditional_strategies>();
  lanes<double> arousal{};
  live(block, 0, 0., 500, arousal);
  CHECK(block.view_general(3).other[1] < 0.);
  CHECK(block.view(1, 3).other[1] == 0.);
  block.meet(1);
  CHECK(block.view(1, 3).other[1] < 0.);
}

TEST_CASE("to feel teaches nothing", "[life]") {
  auto block = infants<theories::conditional_strategies>();
  lanes<double> arousal{};
  live(block, 0, 1., 20, arousal);
  const auto before = block.view(0, 9);
  const auto general = block.view_general(9);
  lanes<event> seen;
  seen.fill({{.need = 0.9}, {}, {.came = 1, .fit = 1, .welcome = 1}, 0});
  block.behave(0, seen, arousal, draws_of(0, purpose::measured_behave));
  const double roused = arousal[9];
  block.feel(0, seen, arousal, draws_of(0, purpose::measured_appraise));
  CHECK(block.view(0, 9).other == before.other);
  CHECK(block.view(0, 9).self == before.self);
  CHECK(block.view_general(9).other == general.other);
  CHECK(arousal[9] < roused);
  CHECK(seen[9].settling > 0.);
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
  lanes<care_traits> momentary;
  for (std::size_t i = 0; i < block_size; ++i)
    momentary[i] = {.acceptance = i % 2 == 0 ? 1. : 0., .fright = 0};
  const auto welcomed = [&](caregiver_block& block) {
    block.adopt(momentary);
    lanes<double> warm{}, came{};
    for (std::uint64_t k = 0; k < 200; ++k) {
      lanes<event> seen;
      seen.fill({{.need = 1}, {.display = 1}, {}, 0});
      block.respond(seen, draws_of(k, purpose::respond));
      for (std::size_t i = 0; i < block_size; ++i) {
        warm[i] += seen[i].given.welcome;
        came[i] += seen[i].given.came;
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
  lanes<event> seen;
  seen.fill({{.need = 1}, {.display = 0.5}, {}, 0});
  for (std::uint64_t k = 0; k < 30; ++k) block.respond(seen, draws_of(k, purpose::respond));
  const auto clone = block.clone();
  for (std::uint64_t k = 30; k < 60; ++k) {
    lanes<event> a = seen, b = seen;
    block.respond(a, draws_of(k, purpose::respond));
    clone->respond(b, draws_of(k, purpose::respond));
    for (std::size_t i = 0; i < block_size; ++i) {
      CHECK(a[i].given.came == b[i].given.came);
      CHECK(a[i].given.delay == b[i].given.delay);
    }
  }
}

TEST_CASE("caregivers that are away do nothing that reaches the infant", "[life]") {
  caregiver_block_of<caregivers::trait_based> block{{care_traits{.fright = 1}}};
  lanes<event> seen;
  seen.fill({{.need = 1, .separation = 1}, {.display = 1, .proximity = 1}, {}, 0});
  block.respond(seen, draws_of(1, purpose::respond));
  for (const event& e : seen) CHECK(e.given.came + e.given.fright + e.given.delay == 0.);
}
