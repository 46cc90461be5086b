// SPDX-License-Identifier: MIT
#include "iwm/theory/hierarchical_gaussian_filter.hpp"

#include "iwm/core/random.hpp"

#include <cmath>
#include <cstdint>

#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::Approx;

namespace {

using filter = theories::hierarchical_gaussian_filter;
const temperament anyone;
const event answered{.now = {}, .shown = {.display = 0.5}, .given = {.came = 1}};
const event alone{.now = {}, .shown = {.display = 0.5}, .given = {}};

/// The recursion of Mathys et al. (2011), equations 22 to 31, in their symbols and precisions,
/// written apart from the library.
struct recursion {
  double kappa, omega, theta;
  double mu2, sigma2, mu3, sigma3;

  void hear(double u) {
    const double s = 1. / (1. + std::exp(-mu2));
    const double rate = std::exp(kappa * mu3 + omega);
    const double sigma2_hat = sigma2 + rate;
    const double sigma1_hat = s * (1. - s);
    const double delta1 = u - s;
    const double sigma2_new = 1. / (1. / sigma2_hat + sigma1_hat);
    const double mu2_new = mu2 + sigma2_new * delta1;
    const double pi3_hat = 1. / (sigma3 + theta);
    const double w2 = rate / (sigma2 + rate);
    const double r2 = (rate - sigma2) / (rate + sigma2);
    const double delta2 = (sigma2_new + (mu2_new - mu2) * (mu2_new - mu2)) / (sigma2 + rate) - 1.;
    const double pi3 = pi3_hat + kappa * kappa / 2. * w2 * (w2 + r2 * delta2);
    mu3 += (1. / pi3) * kappa / 2. * w2 * delta2;
    sigma3 = 1. / pi3;
    mu2 = mu2_new;
    sigma2 = sigma2_new;
  }
};

double chance(const filter& t, const filter::state& s) {
  return 0.5 * (1. + other_vector(t.other(s))[0]);
}

filter::state told(const filter& t, filter::state s, int events, double x) {
  for (int i = 0; i < events; ++i)
    s = t.learn(s, answered, {.availability = x, .acceptance = x}, anyone, 1.);
  return s;
}

}  // namespace

TEST_CASE("the filter is the published recursion, step by step", "[theory]") {
  filter t;
  t.p.coupling = 1.1;
  t.p.tonic = -3;
  t.p.meta = 0.05;
  t.p.initial_variance = 1;
  t.p.initial_volatility_variance = 1;
  auto s = t.initial(anyone, {.other = 0.});
  recursion r{1.1, -3., 0.05, 0., 1., 0., 1.};
  for (std::uint64_t i = 0; i < 320; ++i) {
    const double p = i < 100 ? 0.5 : (i / 20) % 2 == 0 ? 0.9 : 0.1;
    const double u = address{.seed = 4, .event = i}.draw(purpose::procedure)[0] < p ? 1. : 0.;
    s = t.learn(s, answered, {.availability = 2. * u - 1.}, anyone, 1.);
    r.hear(u);
    const auto& b = s.beliefs[0];
    REQUIRE(b.tendency == Approx(r.mu2).epsilon(1e-10).margin(1e-12));
    REQUIRE(b.tendency_variance == Approx(r.sigma2).epsilon(1e-10));
    REQUIRE(b.volatility == Approx(r.mu3).epsilon(1e-10).margin(1e-12));
    REQUIRE(b.volatility_variance == Approx(r.sigma3).epsilon(1e-10));
  }
}

TEST_CASE("without coupling the volatility never moves and its variance grows by meta",
          "[theory]") {
  filter t;
  t.p.coupling = 0;
  t.p.meta = 0.01;
  const auto s = told(t, t.initial(anyone, {}), 50, 1.);
  CHECK(s.beliefs[0].volatility == 0.);
  CHECK(s.beliefs[0].volatility_variance == Approx(1. + 0.5).epsilon(1e-12));
}

TEST_CASE("a surprise raises the volatility, the expected lowers it", "[theory]") {
  filter t;
  t.p.tonic = -2;
  const filter::belief sure{3., 2., 0., 1.};
  CHECK(t.updated(sure, 0., 1.).volatility > 0.01);
  CHECK(t.updated(sure, 1., 1.).volatility < -0.001);
}

TEST_CASE("where the approximation fails, the precision stays positive", "[theory]") {
  filter t;
  t.p = {.coupling = 2,
         .tonic = -2,
         .meta = 0.1,
         .initial_variance = 10,
         .initial_volatility_variance = 10};
  const auto after = t.updated({5., 10., 0., 10.}, 0., 1.);
  CHECK(after.volatility_variance == Approx(100. * 10.1).epsilon(1e-12));
}

TEST_CASE("the expectation settles at the rate of good answers", "[theory]") {
  const filter t;
  auto s = t.initial(anyone, {});
  double mean = 0;
  constexpr int n = 6000;
  for (std::uint64_t i = 0; i < n; ++i) {
    const double u = address{.seed = 7, .event = i}.draw(purpose::procedure)[0];
    s = told(t, s, 1, u < 0.7 ? 1. : -1.);
    if (i >= n / 2) mean += chance(t, s) / (n / 2);
  }
  CHECK(mean == Approx(0.7).margin(0.03));
}

TEST_CASE("the prior is what a newborn expects, up to the ends of the scale", "[theory]") {
  const filter t;
  const auto s = t.initial(anyone, {.self = 0.4, .other = -0.6, .safety = 1});
  CHECK(self_vector(t.self(s))[0] == Approx(0.4));
  CHECK(other_vector(t.other(s))[1] == Approx(-0.6));
  CHECK(other_vector(t.other(s))[2] == Approx(1.).margin(2e-5));
}

TEST_CASE("an unanswered event leaves every level of welcome and worth as it was", "[theory]") {
  const filter t;
  const auto s = t.initial(anyone, {});
  const auto after =
      t.learn(s, alone, {.availability = -1, .acceptance = -1, .worth = -1}, anyone, 1.);
  CHECK(after.beliefs[1] == s.beliefs[1]);
  CHECK(after.beliefs[3] == s.beliefs[3]);
  CHECK(after.beliefs[0].tendency < s.beliefs[0].tendency);
}

TEST_CASE("hierarchical_gaussian_filter: parameters outside their ranges are refused", "[theory]") {
  CHECK(in_range(filter::parameters{}).empty());
  CHECK(in_range(filter::parameters{.coupling = -1,
                                    .tonic = 3,
                                    .meta = -1,
                                    .initial_variance = 0,
                                    .initial_volatility_variance = 11,
                                    .value_gain = 2,
                                    .temperature = 0})
            .size() == 7);
}
