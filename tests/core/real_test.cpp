// SPDX-License-Identifier: MIT
#include "iwm/core/real.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "support/catch.hpp"
#include "support/fingerprint.hpp"
#include "support/property.hpp"
#include <boost/math/special_functions/erf.hpp>

namespace {

using iwm::testing::between;
using iwm::testing::fingerprint;
using iwm::testing::holds;
using extended = long double;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// The distance from a reference in units of the last place of the reference.
double ulps(double value, extended reference) {
  int exponent = 0;
  static_cast<void>(std::frexp(reference, &exponent));
  return static_cast<double>(std::fabs(value - reference) / std::ldexp(1.0L, exponent - 53));
}

double relative(double value, extended reference) {
  return static_cast<double>(std::fabs(value / reference - 1));
}

/// The largest error of `error(x)` and where it is.
struct worst {
  double error = 0, at = 0;

  void add(double e, double x) {
    if (!(e <= error)) *this = {e, x};
  }
};

/// `count` numbers between two bounds that fill them evenly without hitting round numbers.
std::vector<double> spread(double lowest, double highest, int count) {
  std::vector<double> points;
  for (int i = 0; i < count; ++i)
    points.push_back(lowest + (highest - lowest) * std::fmod((i + 0.5) * 0.6180339887498949, 1.));
  return points;
}

/// The doubles nearest to x: `count` below, x and `count` above.
std::vector<double> neighbours(double x, int count) {
  for (int i = 0; i < count; ++i) x = std::nextafter(x, -infinity);
  std::vector<double> points;
  points.reserve(static_cast<std::size_t>(2 * count + 1));
  for (int i = 0; i <= 2 * count; ++i) {
    points.push_back(x);
    x = std::nextafter(x, infinity);
  }
  return points;
}

template <class Function>
bool never_decreases(const std::vector<double>& ascending, Function&& f) {
  double before = -infinity;
  for (const double x : ascending) {
    const double now = f(x);
    if (now < before) return false;
    before = now;
  }
  return true;
}

/// The points where exp changes its power of two: (n + 1/2) ln 2.
std::vector<double> seams_of_exp() {
  std::vector<double> points;
  for (int n = -1021; n <= 1022; ++n) points.push_back((n + 0.5) * 0.69314718055994530942);
  return points;
}

extended exact_normal_quantile(double p) {
  const extended tail = p < 0.5 ? p : 1.0L - p;
  const extended z = std::sqrt(2.0L) * boost::math::erfc_inv(2 * tail);
  return p < 0.5 ? -z : z;
}

}  // namespace

TEST_CASE("select, clamp, min, max and abs choose values", "[core]") {
  STATIC_REQUIRE(iwm::select(true, 1., 2.) == 1.);
  STATIC_REQUIRE(iwm::select(false, 1., 2.) == 2.);
  STATIC_REQUIRE(iwm::clamp(-3., -2., 5.) == -2.);
  STATIC_REQUIRE(iwm::clamp(6., -2., 5.) == 5.);
  STATIC_REQUIRE(iwm::clamp(4., -2., 5.) == 4.);
  STATIC_REQUIRE(iwm::clamp01(-0.1) == 0.);
  STATIC_REQUIRE(iwm::clamp01(1.1) == 1.);
  STATIC_REQUIRE(iwm::min(2., -3.) == -3.);
  STATIC_REQUIRE(iwm::max(2., -3.) == 2.);
  STATIC_REQUIRE(iwm::abs(-2.5) == 2.5);
  STATIC_REQUIRE(iwm::abs(2.5) == 2.5);
  CHECK_FALSE(std::signbit(iwm::abs(-0.)));
}

TEST_CASE("NaN arguments give NaN", "[core]") {
  CHECK(std::isnan(iwm::clamp01(not_a_number)));
  CHECK(std::isnan(iwm::exp(not_a_number)));
  CHECK(std::isnan(iwm::log(not_a_number)));
  CHECK(std::isnan(iwm::logistic(not_a_number)));
  CHECK(std::isnan(iwm::logit(not_a_number)));
  CHECK(std::isnan(iwm::normal_quantile(not_a_number)));
}

TEST_CASE("exp is within 1.1 ULP over its whole range", "[core]") {
  worst found;
  const auto look = [&](double x) { found.add(ulps(iwm::exp(x), std::exp(extended{x})), x); };
  for (const double x : spread(-708., 709., 500'000)) look(x);
  for (const double x : spread(-2., 2., 500'000)) look(x);
  for (const double x : spread(-1e-8, 1e-8, 10'000)) look(x);
  for (const double seam : seams_of_exp())
    for (const double x : neighbours(seam, 20)) look(x);
  INFO("worst at " << found.at);
  CHECK(found.error < 1.1);
}

TEST_CASE("exp saturates below -708 and above 709", "[core]") {
  STATIC_REQUIRE(iwm::exp(0.) == 1.);
  CHECK(iwm::exp(-708.) > 0.);
  CHECK(iwm::exp(std::nextafter(-708., -infinity)) == 0.);
  CHECK(iwm::exp(-infinity) == 0.);
  CHECK(iwm::exp(710.) == iwm::exp(709.));
  CHECK(iwm::exp(infinity) == iwm::exp(709.));
  CHECK(ulps(iwm::exp(709.), std::exp(709.0L)) < 1.1);
}

TEST_CASE("exp and logistic never decrease", "[core]") {
  std::vector<double> grid;
  for (int i = -80'000; i <= 80'000; ++i) grid.push_back(i * 0.01);
  CHECK(never_decreases(grid, [](double x) { return iwm::exp(x); }));
  CHECK(never_decreases(grid, [](double x) { return iwm::logistic(x); }));
  for (const double seam : seams_of_exp()) {
    const std::vector<double> close = neighbours(seam, seam * seam < 4. ? 5000 : 50);
    REQUIRE(never_decreases(close, [](double x) { return iwm::exp(x); }));
    REQUIRE(never_decreases(close, [](double x) { return iwm::logistic(x); }));
  }
  for (const double x : {-700., -10., -1., -0.1, 0., 0.1, 1., 10., 36., 709.}) {
    const std::vector<double> close = neighbours(x, 5000);
    REQUIRE(never_decreases(close, [](double y) { return iwm::exp(y); }));
    REQUIRE(never_decreases(close, [](double y) { return iwm::logistic(y); }));
  }
}

TEST_CASE("log is within 1 ULP for normal positive numbers", "[core]") {
  worst found;
  const auto look = [&](double x) { found.add(ulps(iwm::log(x), std::log(extended{x})), x); };
  for (const double x : spread(0.4, 2.6, 1'000'000)) look(x);
  for (int exponent = -1022; exponent <= 1023; ++exponent)
    for (const double fraction : spread(1., 2., 200)) look(std::ldexp(fraction, exponent));
  for (const double x : neighbours(1., 2000))
    if (x != 1.) look(x);
  for (const double x : neighbours(std::sqrt(0.5), 2000)) look(x);
  look(std::numeric_limits<double>::min());
  look(std::numeric_limits<double>::max());
  INFO("worst at " << found.at);
  CHECK(found.error < 1.);
}

TEST_CASE("log is finite at zero and infinity and a NaN below zero", "[core]") {
  STATIC_REQUIRE(iwm::log(1.) == 0.);
  CHECK(relative(iwm::log(0.), -1023 * std::log(2.0L)) < 1e-16);
  CHECK(iwm::log(-0.) == iwm::log(0.));
  CHECK(relative(iwm::log(infinity), 1024 * std::log(2.0L)) < 1e-16);
  CHECK(iwm::log(0.) < iwm::log(1e-310));
  CHECK(iwm::log(1e-310) < iwm::log(1e-307));
  CHECK(std::isnan(iwm::log(-1e-300)));
}

TEST_CASE("logistic is within 3 ULP and stays in [0, 1]", "[core]") {
  worst found;
  const auto look = [&](double x) {
    found.add(ulps(iwm::logistic(x), 1 / (1 + std::exp(-extended{x}))), x);
  };
  for (const double x : spread(-708., 708., 300'000)) look(x);
  for (const double x : spread(-40., 40., 700'000)) look(x);
  INFO("worst at " << found.at);
  CHECK(found.error < 3.);
  STATIC_REQUIRE(iwm::logistic(0.) == 0.5);
  CHECK(iwm::logistic(infinity) == 1.);
  CHECK(iwm::logistic(-infinity) >= 0.);
  CHECK(iwm::logistic(-infinity) < 3.4e-308);
}

TEST_CASE("logistic is symmetric about one half", "[core]") {
  holds([] {
    const double x = *between(-745., 745.);
    RC_ASSERT(iwm::abs(iwm::logistic(-x) - (1. - iwm::logistic(x))) <= 2.3e-16);
  });
}

TEST_CASE("logit is within 4.5e-16 of the larger of 1 and its value", "[core]") {
  worst found;
  const auto look = [&](double p) {
    const extended exact = std::log(extended{p}) - std::log1p(-extended{p});
    const extended error = std::fabs(iwm::logit(p) - exact) / std::fmax(1.0L, std::fabs(exact));
    found.add(static_cast<double>(error), p);
  };
  for (const double p : spread(0., 1., 500'000)) look(p);
  for (const double x : spread(-708., 0., 100'000)) look(std::exp(x));
  INFO("worst at " << found.at);
  CHECK(found.error < 4.5e-16);
}

TEST_CASE("logit is finite on [0, 1], a NaN outside, and odd about one half", "[core]") {
  STATIC_REQUIRE(iwm::logit(0.5) == 0.);
  CHECK(iwm::logit(0.) == iwm::log(0.));
  CHECK(iwm::logit(1.) == -iwm::log(0.));
  CHECK(std::isnan(iwm::logit(-0.1)));
  CHECK(std::isnan(iwm::logit(1.1)));
  holds([] {
    const double p = *between(0.5, 1.);
    RC_ASSERT(iwm::logit(1. - p) == -iwm::logit(p));
  });
}

TEST_CASE("logistic undoes logit", "[core]") {
  holds([] {
    const double p = *between(0., 1.);
    RC_ASSERT(iwm::abs(iwm::logistic(iwm::logit(p)) - p) <= 4e-16);
  });
}

TEST_CASE("normal_quantile has a relative error below 1e-15", "[core]") {
  worst found;
  const auto look = [&](double p) {
    found.add(relative(iwm::normal_quantile(p), exact_normal_quantile(p)), p);
  };
  for (const double p : spread(0., 1., 100'000)) look(p);
  for (const double p : spread(0.07, 0.08, 20'000)) look(p);
  for (const double p : spread(0.4999, 0.5001, 20'000)) look(p);
  for (const double x : spread(-708., 0., 40'000)) look(std::exp(x));
  for (const double x : spread(-36., -1., 20'000)) look(1. - std::exp(x));
  for (const double p : neighbours(std::exp(-25.), 500)) look(p);
  for (const double p : neighbours(0.075, 500)) look(p);
  INFO("worst at " << found.at);
  CHECK(found.error < 1e-15);
}

TEST_CASE("normal_quantile is finite on [0, 1], a NaN outside, and odd about one half", "[core]") {
  CHECK(iwm::normal_quantile(0.5) == 0.);
  CHECK(iwm::normal_quantile(0.) == iwm::testing::Approx(-37.54).margin(0.01));
  CHECK(iwm::normal_quantile(1.) == -iwm::normal_quantile(0.));
  CHECK(std::isnan(iwm::normal_quantile(-0.1)));
  CHECK(std::isnan(iwm::normal_quantile(1.1)));
  holds([] {
    const double p = *between(0.5, 1.);
    RC_ASSERT(iwm::normal_quantile(1. - p) == -iwm::normal_quantile(p));
  });
}

TEST_CASE("normal_quantile increases", "[core]") {
  holds([] {
    const double p = *between(0., 1.);
    RC_ASSERT(iwm::normal_quantile(p) < iwm::normal_quantile(p + 1e-12));
  });
}

TEST_CASE("The quantile of a draw has the bits of the quantile", "[core]") {
  std::vector<double> u = spread(0x1p-33, 1. - 0x1p-33, 1001);
  u.front() = 0x1p-33;
  u.back() = 1. - 0x1p-33;
  std::vector<double> z(u.size());
  iwm::normal_quantiles_of_draws(u, z);
  for (std::size_t i = 0; i < u.size(); ++i) {
    REQUIRE(z[i] == iwm::normal_quantile(u[i]));
    REQUIRE(z[i] == iwm::normal_quantile_of_draw(u[i]));
  }
}

TEST_CASE("Elementary functions have the same digits in every build", "[core]") {
  fingerprint found;
  for (int i = 0; i < 20'000; ++i) {
    const double x = (i - 10'000) * 0.07123456789;
    const double p = (i + 0.5) / 20'000;
    found.add(iwm::exp(x)).add(iwm::log(iwm::exp(x))).add(iwm::log(p)).add(iwm::logistic(x));
    found.add(iwm::logistic(x / 64)).add(iwm::logit(p)).add(iwm::normal_quantile(p));
    found.add(iwm::normal_quantile(iwm::exp(-0.035 * i))).add(iwm::clamp01(x));
  }
  CHECK(found.value == 0xd949d0885acca177);
}

TEST_CASE("Constant evaluation and a vector loop give the same digits", "[core]") {
  constexpr std::array at_compile_time{iwm::exp(0.7), iwm::log(0.7), iwm::logistic(0.7),
                                       iwm::logit(0.7)};
  std::array<double, 64> x{}, exps{}, logs{}, logistics{}, logits{};
  x.fill(0.7);
  for (std::size_t i = 0; i < 64; ++i) exps[i] = iwm::exp(x[i]);
  for (std::size_t i = 0; i < 64; ++i) logs[i] = iwm::log(x[i]);
  for (std::size_t i = 0; i < 64; ++i) logistics[i] = iwm::logistic(x[i]);
  for (std::size_t i = 0; i < 64; ++i) logits[i] = iwm::logit(x[i]);
  for (std::size_t i = 0; i < 64; ++i)
    REQUIRE(std::array{exps[i], logs[i], logistics[i], logits[i]} == at_compile_time);
}
