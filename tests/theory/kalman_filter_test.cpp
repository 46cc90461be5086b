// SPDX-License-Identifier: MIT
#include "iwm/theory/kalman_filter.hpp"

#include "iwm/core/distributions.hpp"
#include "iwm/core/random.hpp"

#include <cmath>
#include <cstdint>

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

namespace {

using filter = theories::kalman_filter;
const temperament anyone;
const event answered{.now = {}, .shown = {.display = 0.5}, .given = {.came = 1}};
const event alone{.now = {}, .shown = {.display = 0.5}, .given = {}};

filter::state told(const filter& t, const filter::state& s, double x, double plasticity = 1.) {
  return t.learn(s, answered, {.availability = x, .acceptance = x}, anyone, plasticity);
}

}  // namespace

// The stationary predicted variance solves V^2 - q V - q r = 0.
TEST_CASE("the gain settles at the closed form of the steady state", "[theory]") {
  holds([] {
    filter t;
    t.p.drift = *between(1e-4, 0.05);
    t.p.noise = *between(0.1, 2);
    t.p.initial_variance = *between(0.01, 1);
    const double q = t.p.drift, r = t.p.noise;
    const double predicted = (q + std::sqrt(q * q + 4. * q * r)) / 2.;
    RC_PRE(predicted < 1.);
    auto s = t.initial(anyone, {});
    for (int i = 0; i < 5000; ++i) s = told(t, s, 0.);
    const double gain = told(t, s, 1.).expected[0] - s.expected[0];
    RC_ASSERT(std::abs(gain / (predicted / (predicted + r)) - 1.) < 1e-9);
  });
}

TEST_CASE("without drift the belief is the precision-weighted mean of prior and evidence",
          "[theory]") {
  filter t;
  t.p.drift = 0;
  t.p.noise = 0.5;
  t.p.initial_variance = 0.25;
  auto s = t.initial(anyone, {.other = -0.4});
  double sum = 0;
  for (int i = 1; i <= 50; ++i) {
    const double x = i % 3 == 0 ? -1. : 1.;
    sum += x;
    s = told(t, s, x);
    const double precision = 1. / 0.25 + i / 0.5;
    CHECK(s.expected[0] == Approx((-0.4 / 0.25 + sum / 0.5) / precision).epsilon(1e-12));
    CHECK(s.variance[0] == Approx(1. / precision).epsilon(1e-12));
  }
}

TEST_CASE("at full plasticity the variance is the optimal one, (1 - K) v", "[theory]") {
  filter t;
  t.p.drift = 0.01;
  const auto s = t.initial(anyone, {});
  const double predicted = 0.11, gain = predicted / (predicted + 1.);
  CHECK(told(t, s, 1.).variance[0] == Approx((1. - gain) * predicted).epsilon(1e-13));
  CHECK(told(t, s, 1., 0.3).variance[0] > told(t, s, 1.).variance[0]);
}

// Null: the state's variance is the mean square error of its mean, at a reduced plasticity too.
TEST_CASE("the variance is the error that is really made, at any plasticity", "[theory]") {
  filter t;
  t.p = {.drift = 1e-3, .noise = 0.01, .initial_variance = 0.02};
  for (const double plasticity : {1., 0.3}) {
    constexpr std::uint64_t figures = 20000;
    double square = 0, variance = 0;
    for (std::uint64_t k = 0; k < figures; ++k) {
      auto s = t.initial(anyone, {});
      double truth = 0;
      for (std::uint64_t i = 0; i < 12; ++i) {
        const draws u = address{.seed = 5, .person = k, .event = i}.draw(purpose::procedure);
        truth = i == 0 ? normal(u[0], 0, std::sqrt(0.02)) : truth;
        truth += normal(u[1], 0, std::sqrt(1e-3));
        s = told(t, s, normal(u[2], truth, 0.1), plasticity);
      }
      square += (s.expected[0] - truth) * (s.expected[0] - truth) / figures;
      variance = s.variance[0];
    }
    CHECK(square == Approx(variance).epsilon(0.05));
  }
}

TEST_CASE("what is not seen grows uncertain by the drift, never above 1", "[theory]") {
  filter t;
  t.p.drift = 0.3;
  auto s = t.initial(anyone, {.self = 0.2});
  s = t.learn(s, alone, {.acceptance = -1, .worth = -1}, anyone, 1.);
  CHECK(s.expected[3] == 0.2);
  CHECK(s.variance[3] == Approx(0.4));
  for (int i = 0; i < 5; ++i) s = t.learn(s, alone, {}, anyone, 1.);
  CHECK(s.variance[3] == 1.);
}

TEST_CASE("kalman_filter: parameters outside their ranges are refused", "[theory]") {
  CHECK(in_range(filter::parameters{}).empty());
  CHECK(in_range(
            filter::parameters{
                .drift = -1, .noise = 0, .initial_variance = 0, .value_gain = 2, .temperature = -1})
            .size() == 5);
}
