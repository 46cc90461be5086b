// SPDX-License-Identifier: MIT
#include "iwm/life/dyad.hpp"
#include "iwm/life/life_block.hpp"

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

lane_columns<temperament> some_infants() {
  lane_columns<temperament> infants;
  for (std::size_t i = 0; i < block_size; ++i) {
    const draws u = address{.seed = 21, .person = i}.draw(purpose::temperament);
    infants.set(i, {u[0], u[1], u[2]});
  }
  return infants;
}

/// What happens at a moment: everyday needs, and now and then a moment of a laboratory.
circumstance moment(const world& rules, const address& at, std::uint64_t tick) {
  circumstance now = rules.needs(0.001 * static_cast<double>(tick), at.draw(purpose::circumstance));
  if (tick % 7 != 6) return now;
  now.need = 0;
  now.alarm = 0.6;
  now.pace = 0.2;
  now.separation = tick % 2 == 0 ? 1. : 0.;
  now.carried = 1;
  now.duration = 0.2;
  now.frightened = 1;
  now.previous = 1;
  now.persistence = 0.5;
  now.mood = {0.05, -0.05, 0.02};
  return now;
}

constexpr double hierarchy[] = {1., 0.6};

/// All with the mother or all with the father.
meetings together(std::uint64_t tick) {
  const std::size_t who = tick % 3 == 2 ? 1 : 0;
  return {who, hierarchy[who]};
}

/// Everybody with the mother, the father or nobody, as it happens.
meetings mixed(std::uint64_t tick) {
  lanes<std::uint64_t> figures;
  lane_columns<double> weights(1.);
  for (std::size_t i = 0; i < block_size; ++i) {
    const double u = address{.seed = 24, .person = i, .event = tick}.draw(purpose::schedule)[0];
    figures[i] = u < 0.4 ? 0 : u < 0.8 ? 1 : meetings::nobody;
    if (figures[i] != meetings::nobody) weights.set(i, hierarchy[figures[i]]);
  }
  return {figures, weights};
}

/// A block of infants with two figures beside scalar families of two dyads, which share the infant:
/// its general model and its arousal. Counts the places where they differ.
template <theory T, caregiver_policy Mother, caregiver_policy Father>
class side_by_side {
 public:
  side_by_side()
      : infants_(some_infants()),
        block_(std::make_unique<theory_block_of<T>>(T{}, world{}, innate, infants_, 2), 2) {
    for (std::size_t i = 0; i < block_size; ++i) {
      persons_[i] = 100 + i;
      with_mother_[i].infant = with_father_[i].infant = infants_.get(i);
      with_mother_[i].hierarchy = hierarchy[0];
      with_father_[i].hierarchy = hierarchy[1];
      with_mother_[i].caregiver = example_of<Mother>();
      with_father_[i].caregiver = example_of<Father>();
      with_mother_[i].begin(innate);
      with_father_[i].begin(innate);
    }
    block_.meet(0, std::make_unique<caregiver_block_of<Mother>>(example_of<Mother>()), keys(0));
    block_.meet(1, std::make_unique<caregiver_block_of<Father>>(example_of<Father>()), keys(1));
  }

  void live(std::uint64_t events, meetings (*schedule)(std::uint64_t)) {
    for (const std::uint64_t end = tick_ + events; tick_ < end; ++tick_) {
      if (tick_ % 8 == 0) change_traits();
      const meetings with = schedule(tick_);
      set_moments(block_, with);
      block_.live(with, tick_);
      block_.remember(with, tick_);
      for (std::size_t i = 0; i < block_size; ++i) {
        if (with[i] == 0) compare(i, 0, with_mother_[i], with_father_[i]);
        if (with[i] == 1) compare(i, 1, with_father_[i], with_mother_[i]);
        expect(block_.arousal.get(i) == with_mother_[i].arousal);
        expect(same(block_.infants().view_general(i),
                    view(with_mother_[i].theory, with_mother_[i].general)));
      }
    }
  }

  /// The same moment for all, on copies: nobody learns.
  void watch(meetings (*schedule)(std::uint64_t)) {
    life_block copies = block_.copy();
    copies.arousal = block_.arousal;
    const meetings with = schedule(tick_);
    set_moments(copies, with);
    copies.watch(with, tick_);
    for (std::size_t i = 0; i < block_size; ++i) {
      if (with[i] == 0) compare_watched(copies, i, 0, dyad(with_mother_[i]));
      if (with[i] == 1) compare_watched(copies, i, 1, dyad(with_father_[i]));
    }
  }

  void meet_a_new_father() {
    ++fathers_;
    block_.meet(1, std::make_unique<caregiver_block_of<Father>>(example_of<Father>()), keys(1));
    for (auto& pair : with_father_) {
      pair.caregiver = example_of<Father>();
      pair.meet(innate);
    }
  }

  int differences = 0;

 private:
  void set_moments(life_block& block, const meetings& with) {
    for (std::size_t i = 0; i < block_size; ++i)
      block.seen.now.set(
          i, moment(world{}, address_of(i, with[i] == meetings::nobody ? 0 : with[i]), tick_));
  }
  void compare(std::size_t lane, std::size_t who, auto& pair, auto& other) {
    const event expected = pair.step(block_.seen.now.get(lane), address_of(lane, who));
    other.general = pair.general;
    other.arousal = pair.arousal;
    expect(same_bits(block_.seen.get(lane), expected));
    expect(block_.relief.get(lane) == pair.episodes.last.relief);
    expect(block_.episodes(who, lane) == pair.episodes);
    expect(same(block_.infants().view(who, lane), view(pair.theory, pair.beliefs)));
  }
  void compare_watched(const life_block& copies, std::size_t lane, std::size_t who, auto pair) {
    const event expected = pair.watch(copies.seen.now.get(lane), address_of(lane, who));
    expect(same_bits(copies.seen.get(lane), expected));
    expect(copies.arousal.get(lane) == pair.arousal);
    expect(same(copies.infants().view(who, lane), block_.infants().view(who, lane)));
  }
  void change_traits() {
    lane_columns<care_traits> today;
    for (std::size_t i = 0; i < block_size; ++i) {
      const draws u = address{.seed = 22, .person = i, .event = tick_}.draw(purpose::drift);
      today.set(i, {u[0], u[1], u[2], u[3], 0.3 * u[4]});
      if constexpr (follows_traits<Mother>) with_mother_[i].caregiver.adopt(today.get(i));
      if constexpr (follows_traits<Father>) with_father_[i].caregiver.adopt(today.get(i));
    }
    block_.caregivers(0).adopt(today);
    block_.caregivers(1).adopt(today);
  }

  std::uint64_t relationship(std::size_t who) const { return who == 0 ? 1 : 2 * fathers_; }
  lane_columns<draw_key> keys(std::size_t who) const {
    return keys_of({.seed = 23, .relationship = relationship(who)}, persons_);
  }
  address address_of(std::size_t lane, std::size_t who) const {
    return {
        .seed = 23, .person = persons_[lane], .relationship = relationship(who), .event = tick_};
  }
  void expect(bool holds) { differences += holds ? 0 : 1; }

  lane_columns<temperament> infants_;
  life_block block_;
  std::array<dyad<T, Mother>, block_size> with_mother_;
  std::array<dyad<T, Father>, block_size> with_father_;
  lanes<std::uint64_t> persons_{};
  std::uint64_t fathers_ = 1;
  std::uint64_t tick_ = 0;
};

}  // namespace

TEMPLATE_LIST_TEST_CASE("block and dyad give the same bits, for every caregiver", "[conformance]",
                        all_theories) {
  each_of<caregivers_beside<TestType>>([](const auto& mother) {
    using Mother = std::remove_cvref_t<decltype(mother)>;
    INFO(TestType::name << " with " << Mother::name);
    const auto family = std::make_unique<side_by_side<TestType, Mother, caregivers::trait_based>>();
    const std::uint64_t share = plans<TestType> ? 5 : 1;
    family->live(150 / share, together);
    family->watch(together);
    family->live(150 / share, mixed);
    family->watch(mixed);
    family->meet_a_new_father();
    family->live(60 / share, mixed);
    family->live(60 / share, together);
    CHECK(family->differences == 0);
  });
}
