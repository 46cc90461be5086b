// SPDX-License-Identifier: MIT
#include "iwm/life/couple.hpp"

#include <array>
#include <cstdint>

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

namespace {

constexpr std::array moves{conflict_move::repair, conflict_move::withdraw, conflict_move::escalate};

/// Shares of the three moves over a thousand even draws.
std::array<double, 3> shares_of(const strategy_values& q, const couple_rule& rule = {}) {
  std::array<double, 3> shares{};
  for (std::uint64_t k = 0; k < 1000; ++k)
    shares[static_cast<std::size_t>(rule.move(q, (static_cast<double>(k) + 0.5) / 1000.))] += 1e-3;
  return shares;
}

}  // namespace

TEST_CASE("the default rule of couples lies in its ranges", "[life]") {
  CHECK(in_range(couple_rule{}).empty());
  CHECK(conflict_move_names.size() == moves.size());
}

TEST_CASE("without familiarity and security everybody is as welcome as the next", "[life]") {
  couple_rule rule;
  rule.security = rule.familiarity = 0;
  CHECK(rule.acceptance({0.1, 0.9}, {0.2, 0.3}) == logistic(rule.eagerness));
  CHECK(rule.acceptance({0.9, 0.1}, {0.8, 0.3}) == logistic(rule.eagerness));
}

TEST_CASE("warmth attracts, and so does to be answered as one expects", "[life]") {
  holds([] {
    const double expected = *between(0, 1), warmth = *between(0, 0.9), more = *between(0.01, 0.1);
    couple_rule warm, familiar;
    warm.familiarity = familiar.security = 0;
    const suitor seeker{0.5, expected}, cold{warmth, 0.5}, warmer{warmth + more, 0.5};
    RC_ASSERT(warm.acceptance(seeker, warmer) > warm.acceptance(seeker, cold));
    const suitor as_expected{expected, 0.5},
        other{expected < 0.5 ? expected + more : expected - more, 0.5};
    RC_ASSERT(familiar.acceptance(seeker, as_expected) == logistic(familiar.eagerness));
    RC_ASSERT(familiar.acceptance(seeker, other) < familiar.acceptance(seeker, as_expected));
  });
}

TEST_CASE("an open habit repairs, an avoidant one withdraws, an anxious one escalates", "[life]") {
  const auto secure = shares_of({0.6, 0.1, 0.1});
  const auto avoidant = shares_of({0.0, 0.3, 0.0});
  const auto anxious = shares_of({0.0, 0.0, 0.3});
  CHECK(secure[0] > 0.99);
  CHECK(avoidant[1] > 0.95);
  CHECK(anxious[2] > 0.95);
}

TEST_CASE("moves have the shares of a softmax", "[life]") {
  const auto even = shares_of({0.2, 0.2, 0.2});
  for (const double share : even) CHECK(share == Approx(1. / 3.).margin(2e-3));
  const couple_rule rule;
  const strategy_values q{0.20, 0.15, 0.18};
  const std::array weights{1., iwm::exp(-0.05 / rule.temperature),
                           iwm::exp(-0.02 / rule.temperature)};
  const double sum = weights[0] + weights[1] + weights[2];
  const auto shares = shares_of(q);
  for (std::size_t k = 0; k < 3; ++k) CHECK(shares[k] == Approx(weights[k] / sum).margin(2e-3));
}

TEST_CASE("a hot quarrel is decided by chance, a cool one by habit", "[life]") {
  couple_rule rule;
  rule.temperature = 10;
  for (const double share : shares_of({0.6, 0.1, 0.1}, rule))
    CHECK(share == Approx(1. / 3.).margin(0.03));
  rule.temperature = 0.001;
  CHECK(shares_of({0.2, 0.19, 0.19}, rule)[0] == Approx(1.));
}

TEST_CASE("the tone of a quarrel hangs on both alike; demand and withdrawal are worst", "[life]") {
  const double worst = couple_rule::tone(conflict_move::withdraw, conflict_move::escalate);
  const double best = couple_rule::tone(conflict_move::repair, conflict_move::repair);
  for (const conflict_move a : moves)
    for (const conflict_move b : moves) {
      CHECK(couple_rule::tone(a, b) == couple_rule::tone(b, a));
      CHECK(couple_rule::tone(a, b) >= worst);
      CHECK(couple_rule::tone(a, b) <= best);
      CHECK(iwm::abs(couple_rule::tone(a, b)) <= 1.);
      CHECK(couple_rule::tone(conflict_move::repair, b) >= couple_rule::tone(a, b));
    }
  CHECK(worst < couple_rule::tone(conflict_move::escalate, conflict_move::escalate));
}

TEST_CASE("satisfaction moves to the relief and the tone of a relationship", "[life]") {
  couple_rule rule;
  CHECK(rule.satisfied(0.3 + rule.quarrel * 0.5, 0.3, 0.5) == Approx(0.3 + rule.quarrel * 0.5));
  CHECK(rule.satisfied(0.2, 0.5, 0.) > 0.2);
  CHECK(rule.satisfied(0.2, 0.5, 0.) < 0.5);
  double satisfaction = -0.5;
  for (int season = 0; season < 200; ++season)
    satisfaction = rule.satisfied(satisfaction, 0.4, -0.2);
  CHECK(satisfaction == Approx(0.4 - 0.2 * rule.quarrel));
  rule.pace = 0;
  CHECK(rule.satisfied(0.2, 0.9, 0.9) == 0.2);
  rule.pace = 1;
  CHECK(rule.satisfied(0.2, 0.9, 0.) == Approx(0.9));
}

TEST_CASE("satisfaction and years hold a couple together, ten years as well as twenty", "[life]") {
  const couple_rule rule;
  CHECK(rule.break_up(0., 0.) == logistic(rule.restlessness));
  holds([&] {
    const double satisfaction = *between(-0.5, 0.5), years = *between(0, 9);
    RC_ASSERT(rule.break_up(satisfaction + 0.1, years) < rule.break_up(satisfaction, years));
    RC_ASSERT(rule.break_up(satisfaction, years + 0.5) < rule.break_up(satisfaction, years));
    RC_ASSERT(rule.break_up(satisfaction, 10. + years) == rule.break_up(satisfaction, 10.));
  });
}
