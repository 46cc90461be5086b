// SPDX-License-Identifier: MIT
#include "iwm/published/sensitive_period.hpp"

#include <array>
#include <cmath>
#include <cstdint>

#include "support/catch.hpp"

using namespace iwm;
using namespace iwm::published;
using iwm::testing::Approx;

namespace {

/// The value of the best development by trying everything: no table, no shared states.
double best_value(const sensitive_period_model& m, std::size_t t, std::size_t ones, std::size_t y0,
                  std::size_t y1) {
  const double one = m.posterior(ones, t - 1);
  if (t > m.periods) return m.fitness(one, y0, y1);
  const double next = one * m.reliability + (1. - one) * (1. - m.reliability);
  double value = 0;
  for (const std::size_t cue : {0u, 1u}) {
    const auto then = [&](std::size_t a, std::size_t b) {
      return best_value(m, t + 1, ones + cue, y0 + a, y1 + b);
    };
    value += (cue == 1 ? next : 1. - next) * std::max({then(1, 0), then(0, 1), then(0, 0)});
  }
  return value;
}

/// The expected fitness of following the policy.
double value_of_policy(const sensitive_period_model& m, const sensitive_period_policy& policy,
                       std::size_t t, std::size_t ones, std::size_t y0, std::size_t y1) {
  const double one = m.posterior(ones, t - 1);
  if (t > m.periods) return m.fitness(one, y0, y1);
  const double next = one * m.reliability + (1. - one) * (1. - m.reliability);
  double value = 0;
  for (const std::size_t cue : {0u, 1u}) {
    const development did = policy.act(t, ones + cue, y0, y1, 0.5);
    value += (cue == 1 ? next : 1. - next) * value_of_policy(m, policy, t + 1, ones + cue,
                                                             y0 + (did == towards_zero ? 1 : 0),
                                                             y1 + (did == towards_one ? 1 : 0));
  }
  return value;
}

}  // namespace

TEST_CASE("the policy is worth as much as the best that trying everything finds", "[published]") {
  for (const returns f : {returns::linear, returns::diminishing, returns::increasing})
    for (const double prior : {.5, .3}) {
      const sensitive_period_model m{prior, .7, 1., f, 5};
      const sensitive_period_policy policy(m);
      CHECK(value_of_policy(m, policy, 1, 0, 0, 0) == Approx(best_value(m, 1, 0, 0, 0)));
    }
}

// The posterior is a martingale, so an increment is worth 2 b - 1 whenever it is made.
TEST_CASE("with linear returns it grows towards the likelier environment, whatever it has grown",
          "[published]") {
  const sensitive_period_model m{.6, .65};
  const sensitive_period_policy policy(m);
  for (std::size_t t = 1; t <= m.periods; ++t)
    for (std::size_t ones = 0; ones <= t; ++ones)
      for (std::size_t y0 = 0; y0 < t; ++y0)
        CHECK(policy.best(t, ones, y0, t - 1 - y0) ==
              (m.posterior(ones, t) > 0.5 ? 1u << towards_one : 1u << towards_zero));
}

TEST_CASE("what is worth the same is chosen alike often", "[published]") {
  const sensitive_period_model m{.5, .75};
  const sensitive_period_policy policy(m);
  CHECK(policy.best(2, 1, 0, 0) == 7u);
  CHECK(policy.act(2, 1, 0, 0, 0.1) == towards_zero);
  CHECK(policy.act(2, 1, 0, 0, 0.5) == towards_one);
  CHECK(policy.act(2, 1, 0, 0, 0.9) == waiting);
}

TEST_CASE("the posterior weighs cues by their reliability", "[published]") {
  const sensitive_period_model m{.3, .8};
  CHECK(m.posterior(0, 0) == Approx(.3));
  CHECK(m.posterior(1, 2) == Approx(.3));
  CHECK(m.posterior(1, 1) == Approx(.3 * .8 / (.3 * .8 + .7 * .2)));
}

TEST_CASE("all returns give a whole life of increments the same worth", "[published]") {
  for (const returns f : {returns::linear, returns::diminishing, returns::increasing}) {
    const sensitive_period_model m{.5, .75, 1., f};
    CHECK(m.worth(0) == 0.);
    CHECK(m.worth(20) == Approx(20.));
  }
  CHECK(sensitive_period_model{.5, .75, 1., returns::diminishing}.worth(10) > 12.);
  CHECK(sensitive_period_model{.5, .75, 1., returns::increasing}.worth(10) < 8.);
}

TEST_CASE("twins who are never separated are the same, and a life has as many acts as periods",
          "[published]") {
  const sensitive_period_model m{.5, .55, 1., returns::diminishing};
  const sensitive_period_policy policy(m);
  for (std::uint64_t i = 0; i < 50; ++i) {
    const draw_key key = address{.seed = 2, .replicate = i}.key();
    const phenotype one = grow_up(m, policy, key, 21);
    CHECK(one.distance(grow_up(m, policy, key, 21)) == 0.);
    CHECK(one.increments[0] + one.increments[1] + one.waits == 20);
    CHECK(one.distance(grow_up(m, policy, key, 21, assay::deprived)) == 0.);
  }
}
