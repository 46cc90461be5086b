// SPDX-License-Identifier: MIT
#include "iwm/published/strong_attractors.hpp"

#include <cmath>

#include "support/catch.hpp"

using namespace iwm::published;
using iwm::testing::Approx;

namespace {
draw_sequence draws_of(std::uint64_t seed) { return {iwm::address{.seed = seed}.key(), 0}; }
}  // namespace

TEST_CASE("a field is the sum over weights without a unit's own", "[published]") {
  draw_sequence u = draws_of(1);
  constexpr std::size_t units = 23;
  strong_attractors memory(units);
  std::vector<std::pair<pattern, int>> stored;
  for (const int degree : {1, 4, 7}) {
    stored.emplace_back(random_pattern(units, u), degree);
    memory.store(stored.back().first, degree);
  }
  const pattern s = random_pattern(units, u);
  for (std::size_t i = 0; i < units; ++i) {
    int expected = 0;
    for (const auto& [one, degree] : stored)
      for (std::size_t j = 0; j < units; ++j)
        if (j != i) expected += degree * one[i] * one[j] * s[j];
    CHECK(memory.field(i, s) == expected);
  }
}

TEST_CASE("a single pattern, or its negative, is retrieved from anywhere", "[published]") {
  draw_sequence u = draws_of(2);
  strong_attractors memory(101);
  const pattern stored = random_pattern(101, u);
  memory.store(stored, 1);
  for (int i = 0; i < 20; ++i) {
    const std::size_t away = distance(memory.retrieve(random_pattern(101, u)), stored);
    CHECK((away == 0 || away == 101));
  }
}

TEST_CASE("what is retrieved is stable", "[published]") {
  draw_sequence u = draws_of(3);
  strong_attractors memory(80);
  for (int k = 0; k < 30; ++k) memory.store(random_pattern(80, u), 1 + k % 3);
  for (int i = 0; i < 10; ++i) CHECK(memory.unstable(memory.retrieve(random_pattern(80, u))) == 0.);
}

TEST_CASE("without noise a copy is the pattern, with noise 1/2 nothing of it is left",
          "[published]") {
  draw_sequence u = draws_of(4);
  const pattern one = random_pattern(10000, u);
  CHECK(distance(noisy_copy(one, 0., u), one) == 0);
  CHECK(static_cast<double>(distance(noisy_copy(one, 0.5, u), one)) == Approx(5000).margin(200));
}

TEST_CASE("the tail of the normal distribution agrees with erfc", "[published]") {
  for (int i = 0; i <= 300; ++i) {
    const double x = i / 10.;
    CHECK(normal_tail(x) == Approx(0.5 * std::erfc(x / std::sqrt(2.))).epsilon(1e-11));
  }
}
