// SPDX-License-Identifier: MIT
#include "iwm/published/safe_range.hpp"

#include "iwm/core/random.hpp"

#include <cmath>
#include <cstdint>

#include "support/catch.hpp"
#include "support/sampling.hpp"

using namespace iwm;
using namespace iwm::published;
using iwm::testing::Approx, iwm::testing::largest_z, iwm::testing::z_of_mean;

TEST_CASE("the printed standard deviations of the delays are those of the inverse Gaussian",
          "[published]") {
  CHECK(care_profiles[0].delay_spread() == Approx(0.01));
  CHECK(care_profiles[1].delay_spread() == Approx(0.01));
  CHECK(care_profiles[2].delay_spread() == Approx(0.75));
  CHECK(care_profiles[3].delay_spread() == Approx(0.75));
}

// Null: the draws are inverse Gaussian, so that their mean is the delay and the mean of 1 / x is
// 1 / delay + 1 / shape.
TEST_CASE("delays are drawn from the inverse Gaussian", "[published]") {
  for (const auto& [mean, shape] : {std::pair{0.1, 10.}, {2., 3.}, {1., 0.5}}) {
    const care_profile care{"", 0, 0, mean, shape};
    constexpr std::uint64_t n = 100'000;
    double sum = 0, inverse = 0;
    for (std::uint64_t i = 0; i < n; ++i) {
      const draws u = address{.seed = 8, .event = i}.draw(purpose::procedure);
      const double x = care.draw_delay(u[0], u[1]);
      REQUIRE(x > 0.);
      sum += x / n;
      inverse += 1. / x / n;
    }
    const double spread_of_inverse = std::sqrt(1. / (mean * shape) + 2. / (shape * shape));
    CHECK(std::abs(z_of_mean(sum, n, mean, care.delay_spread())) < largest_z);
    CHECK(std::abs(z_of_mean(inverse, n, 1. / mean + 1. / shape, spread_of_inverse)) < largest_z);
  }
}

TEST_CASE("the safe range is the room for prompt care and shrinks with delay", "[published]") {
  const safe_range_rules r;
  CHECK(r.safe_range(0.1) == Approx(std::sqrt(5000.)));
  CHECK(r.safe_range(-3.) == r.diagonal());
  CHECK(r.safe_range(2.) == 7.5);
}

TEST_CASE("signalling, fear and arousal follow the equations", "[published]") {
  const safe_range_rules r;
  CHECK(r.signalling(0.) == Approx(0.25));
  CHECK(r.signalling(0.025) == Approx(1. / (1. + 3. * std::exp(-0.25))));
  CHECK(r.fear_signal(-0.5, 0.8) == Approx(0.5));
  CHECK(r.fear_signal(-0.5, 1.8) == Approx(0.5 * std::pow(1.5, 0.75)));
  CHECK(r.fear_signal(0.5, 2.) == 0.);
  CHECK(r.fear(1., true, -0.1) == 0.5);
  CHECK(r.fear(1., true, 0.3) == 0.3);
  CHECK(r.fear(1., false, 0.3) == 0.);
  CHECK(r.care(0.8, 0.) == 0.4);
  CHECK(r.care(0.8, -0.2) == -0.2);
  CHECK(r.instantaneous(1., 2.02) == Approx(102.02 / 101.));
  CHECK(r.sustained(1., 0.49, 0.) == Approx(50.49 / 51.));
  CHECK(r.sustained(1., 0.5, 1.) == Approx(0.55));
  CHECK(r.sustained(0.1, 0.5, 1.) == 0.);
  CHECK(r.sustained(0.1, 0.005, 0.) == 0.1);
}

TEST_CASE("a running memory of weight 1 / n holds mean and variance of what was met",
          "[published]") {
  const double met[] = {0.3, -1., 2., 0.7, 0.1};
  running_moments m;
  double n = 0;
  for (const double x : met) m = m.with(x, 1. / ++n);
  CHECK(m.mean == Approx(0.42));
  double variance = 0;
  for (const double x : met) variance += (x - 0.42) * (x - 0.42) / 5.;
  CHECK(m.variance == Approx(variance));
  CHECK(m.sample(0.5) == Approx(0.42));
}
