// SPDX-License-Identifier: MIT
#include "iwm/life/needs.hpp"

#include <array>

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

namespace {

/// Shares of hunger, fear, discomfort and closeness over an even grid of the draw that decides.
std::array<double, 4> mix(double age, const need_rule& rule = {}) {
  constexpr int grid = 10'000;
  std::array<double, 4> share{};
  for (int i = 0; i < grid; ++i)
    share[static_cast<std::size_t>(rule(age, {{(i + 0.5) / grid, 0.5}}).kind)] += 1. / grid;
  return share;
}

constexpr auto hunger = static_cast<std::size_t>(need_kind::hunger),
               fear = static_cast<std::size_t>(need_kind::fear),
               discomfort = static_cast<std::size_t>(need_kind::discomfort),
               closeness = static_cast<std::size_t>(need_kind::closeness);

}  // namespace

TEST_CASE("a newborn is hungry, a child afraid or in need of closeness", "[life]") {
  const auto newborn = mix(0.), child = mix(100.);
  CHECK(newborn[hunger] == Approx(0.4).margin(2e-4));
  CHECK(newborn[fear] == Approx(0.1).margin(2e-4));
  CHECK(newborn[discomfort] == Approx(0.3).margin(2e-4));
  CHECK(newborn[closeness] == Approx(0.2).margin(2e-4));
  CHECK(child[hunger] == Approx(0.1).margin(2e-4));
  CHECK(child[fear] == Approx(0.3).margin(2e-4));
  CHECK(child[discomfort] == Approx(0.2).margin(2e-4));
  CHECK(child[closeness] == Approx(0.4).margin(2e-4));
}

TEST_CASE("the mix shifts by 63 per cent in one time constant", "[life]") {
  const need_rule rule{.maturing = 3.};
  CHECK((mix(0., rule)[hunger] - mix(3., rule)[hunger]) / 0.3 == Approx(0.632).margin(2e-3));
}

TEST_CASE("a need is at least as strong as the mildest and never more than 1", "[life]") {
  holds([] {
    const need_rule rule{.mildest = *between(0, 1)};
    draws u;
    for (double& x : u.u) x = *between(1e-9, 1. - 1e-9);
    const circumstance now = rule(*between(0, 80), u);
    RC_ASSERT(rule.mildest <= now.need && now.need <= 1.);
  });
}

TEST_CASE("fear is the most intense need, closeness the mildest", "[life]") {
  const need_rule rule;
  const auto weakest = [&](std::size_t kind) {
    for (int i = 0; i < 1000; ++i) {
      const circumstance now = rule(0., {{(i + 0.5) / 1000., 1e-9}});
      if (now.kind == static_cast<double>(kind)) return now.need;
    }
    return -1.;
  };
  CHECK(weakest(fear) > weakest(hunger));
  CHECK(weakest(hunger) == weakest(discomfort));
  CHECK(weakest(discomfort) > weakest(closeness));
  CHECK(weakest(closeness) == Approx(rule.mildest));
}

TEST_CASE("an everyday need is no laboratory", "[life]") {
  const circumstance now = need_rule{.carried = 0.125}(2.5, {{0.5, 0.5}});
  CHECK(now.age == 2.5);
  CHECK(now.carried == 0.125);
  CHECK(now.alarm == 0.);
  CHECK(now.pace == 0.);
  CHECK(now.separation == 0.);
  CHECK(now.duration == 1.);
  CHECK(now.previous == -1.);
}
