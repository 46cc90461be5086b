// SPDX-License-Identifier: MIT
#include "iwm/life/caregiver_block.hpp"
#include "iwm/life/dyad.hpp"
#include "iwm/life/theory_block.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "registered.hpp"
#include "support/catch.hpp"

using namespace iwm;
using namespace iwm::testing;

namespace {

constexpr prior innate{.self = 0.1, .other = -0.1, .safety = 0.2};

template <class Numbers>
bool same_bits(const Numbers& a, const Numbers& b) {
  using bits = std::array<std::uint64_t, sizeof(Numbers) / sizeof(double)>;
  return std::bit_cast<bits>(a) == std::bit_cast<bits>(b);
}

bool same(const model_view& a, const model_view& b) {
  return a.self == b.self && a.other == b.other && a.declared_self == b.declared_self &&
         a.declared_other == b.declared_other && a.certainty == b.certainty &&
         a.strategies == b.strategies;
}

lanes<temperament> some_infants() {
  lanes<temperament> infants;
  for (std::size_t i = 0; i < block_size; ++i) {
    const draws u = address{.seed = 21, .person = i}.draw(purpose::temperament);
    infants[i] = {u[0], u[1], u[2]};
  }
  return infants;
}

/// What happens at a moment: everyday needs, and now and then a moment of a laboratory.
circumstance moment(const world& rules, const address& at, std::uint64_t k) {
  circumstance now = rules.needs(0.001 * static_cast<double>(k), at.draw(purpose::circumstance));
  if (k % 7 != 6) return now;
  now.need = 0;
  now.alarm = 0.6;
  now.pace = 0.2;
  now.separation = k % 2 == 0 ? 1. : 0.;
  now.carried = 1;
  now.duration = 0.2;
  now.frightened = 1;
  now.previous = 1;
  now.persistence = 0.5;
  now.mood = {0.05, -0.05, 0.02};
  return now;
}

/// A block of infants with two figures beside 64 scalar families of two dyads, which share the
/// infant: its general model and its arousal. Counts the places where they differ.
template <theory T, caregiver_policy Mother, caregiver_policy Father>
class side_by_side {
 public:
  side_by_side()
      : infants_(some_infants()),
        children_(T{}, world{}, innate, infants_, 2),
        mothers_(example_of<Mother>()),
        fathers_(example_of<Father>()) {
    for (std::size_t i = 0; i < block_size; ++i) {
      persons_[i] = 100 + i;
      with_mother_[i].infant = with_father_[i].infant = infants_[i];
      with_father_[i].hierarchy = 0.6;
      with_mother_[i].caregiver = example_of<Mother>();
      with_father_[i].caregiver = example_of<Father>();
      with_mother_[i].begin(innate);
      with_father_[i].begin(innate);
    }
  }

  void live(std::uint64_t events) {
    for (std::uint64_t k = 0; k < events; ++k) {
      if (k % 8 == 0) change_traits(k);
      if (k % 3 == 2)
        interact(1, k, fathers_, with_father_, with_mother_);
      else
        interact(0, k, mothers_, with_mother_, with_father_);
    }
  }

  /// The same moment for all, on copies: nobody learns.
  void watch(std::uint64_t k) {
    const auto children = children_.clone();
    const auto mothers = mothers_.clone();
    auto pairs = with_mother_;
    lanes<double> arousal = arousal_;
    address at = address_of(0, k);
    lanes<event> seen = now(at, k);
    draw(u_, at, persons_, purpose::measured_behave);
    children->behave(0, seen, arousal, u_);
    draw(u_, at, persons_, purpose::measured_respond);
    mothers->respond(seen, u_);
    draw(u_, at, persons_, purpose::measured_appraise);
    children->feel(0, seen, arousal, u_);
    for (std::size_t i = 0; i < block_size; ++i) {
      at.person = persons_[i];
      const event expected = pairs[i].watch(seen[i].now, at);
      expect(same_bits(seen[i], expected) && arousal[i] == pairs[i].arousal);
      expect(same(children->view(0, i), children_.view(0, i)));
    }
  }

  void meet_a_new_father() {
    children_.meet(1);
    fathers_ = caregiver_block_of<Father>(example_of<Father>());
    for (auto& pair : with_father_) pair.meet(innate);
  }

  int differences = 0;

 private:
  template <class Pairs, class Others>
  void interact(std::size_t who, std::uint64_t k, caregiver_block& parents, Pairs& pairs,
                Others& others) {
    address at = address_of(who, k);
    lanes<event> seen = now(at, k);
    lanes<double> relief;
    draw(u_, at, persons_, purpose::behave);
    children_.behave(who, seen, arousal_, u_);
    draw(u_, at, persons_, purpose::respond);
    parents.respond(seen, u_);
    draw(u_, at, persons_, purpose::appraise);
    children_.learn(who, pairs[0].hierarchy, seen, arousal_, relief, u_);
    for (std::size_t i = 0; i < block_size; ++i) {
      at.person = persons_[i];
      auto& pair = pairs[i];
      const event expected = pair.step(seen[i].now, at);
      others[i].general = pair.general;
      others[i].arousal = pair.arousal;
      expect(same_bits(seen[i], expected));
      expect(arousal_[i] == pair.arousal && relief[i] == pair.episodes.last.relief);
      expect(same(children_.view(who, i), view(pair.theory, pair.beliefs)));
      expect(same(children_.view_general(i), view(pair.theory, pair.general)));
    }
  }

  lanes<event> now(address at, std::uint64_t k) const {
    lanes<event> seen;
    for (std::size_t i = 0; i < block_size; ++i) {
      at.person = persons_[i];
      seen[i] = {moment(world{}, at, k), {}, {}, 0};
    }
    return seen;
  }

  void change_traits(std::uint64_t k) {
    lanes<care_traits> today;
    for (std::size_t i = 0; i < block_size; ++i) {
      const draws u = address{.seed = 22, .person = i, .event = k}.draw(purpose::drift);
      today[i] = {u[0], u[1], u[2], u[3], 0.3 * u[4]};
      if constexpr (follows_traits<Mother>) with_mother_[i].caregiver.adopt(today[i]);
      if constexpr (follows_traits<Father>) with_father_[i].caregiver.adopt(today[i]);
    }
    mothers_.adopt(today);
    fathers_.adopt(today);
  }

  static address address_of(std::size_t who, std::uint64_t k) {
    return {.seed = 23, .relationship = 1 + who, .event = k};
  }
  void expect(bool holds) { differences += holds ? 0 : 1; }

  lanes<temperament> infants_;
  theory_block_of<T> children_;
  caregiver_block_of<Mother> mothers_;
  caregiver_block_of<Father> fathers_;
  std::array<dyad<T, Mother>, block_size> with_mother_;
  std::array<dyad<T, Father>, block_size> with_father_;
  lanes<std::uint64_t> persons_{};
  lanes<double> arousal_{};
  lanes<draws> u_{};
};

}  // namespace

TEMPLATE_LIST_TEST_CASE("block and dyad give the same bits, for every caregiver", "[conformance]",
                        all_theories) {
  each_of<all_caregivers>([](const auto& mother) {
    using Mother = std::remove_cvref_t<decltype(mother)>;
    INFO(TestType::name << " with " << Mother::name);
    const auto family = std::make_unique<side_by_side<TestType, Mother, caregivers::trait_based>>();
    family->live(150);
    family->watch(150);
    family->watch(153);
    family->meet_a_new_father();
    family->live(60);
    CHECK(family->differences == 0);
  });
}
