// SPDX-License-Identifier: MIT
#include "iwm/evidence/estimate.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include "support/catch.hpp"

using iwm::testing::Approx;
using column = std::vector<double>;
using weights_view = std::span<const double>;

namespace {

/// A uniform sequence for test data.
struct sequence {
  std::uint64_t state;
  double operator()() {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<double>(state >> 11) * 0x1p-53;
  }
};

struct pair_sample {
  column x, y;
  explicit pair_sample(std::size_t n) {
    sequence uniform{7};
    const auto normal = [&] {
      double sum = -6;
      for (int i = 0; i < 12; ++i) sum += uniform();
      return sum;
    };
    for (std::size_t i = 0; i < n; ++i) {
      x.push_back(normal());
      y.push_back(.4 * x.back() + normal());
    }
  }
};

/// The SD of a statistic over samples of families drawn with replacement.
template <class Statistic>
double bootstrap(Statistic statistic, std::size_t n, int times) {
  sequence uniform{99};
  double sum = 0, squares = 0;
  for (int t = 0; t < times; ++t) {
    column drawn(n, 0.);
    for (std::size_t i = 0; i < n; ++i)
      drawn[static_cast<std::size_t>(uniform() * static_cast<double>(n))] += 1;
    const double value = statistic(weights_view(drawn));
    sum += value;
    squares += value * value;
  }
  return std::sqrt(squares / times - sum / times * sum / times);
}

iwm::sample strata(std::initializer_list<std::pair<const char*, int>> counts) {
  iwm::sample seen;
  for (const auto& [name, count] : counts) {
    seen.stratum.insert(seen.stratum.end(), static_cast<std::size_t>(count), seen.strata.size());
    seen.strata.emplace_back(name);
  }
  return seen;
}

const iwm::study_protocol world{
    "", "", "", 0, {{"low_risk", .60}, {"high_risk", .33}, {"maltreatment", .07}}, .11, {}};

}  // namespace

TEST_CASE("the jackknife of a mean of as many groups as families is s / sqrt n", "[evidence]") {
  const column x{2, 4, 4, 5, 9, 12};
  const auto found = iwm::jackknife([&](weights_view w) { return iwm::statistics::mean(x, w); },
                                    column(x.size(), 1.));
  CHECK(found.value == Approx(6));
  CHECK(found.standard_error == Approx(std::sqrt(70. / 5 / 6)));
}

TEST_CASE("the jackknife agrees with closed forms", "[evidence]") {
  // The relative error of an SE from 100 groups is about 1/sqrt(200) = 7%: a tolerance of three.
  const std::size_t n = 20000;
  const pair_sample data(n);
  const column weights(n, 1.);
  column above(n);
  for (std::size_t i = 0; i < n; ++i) above[i] = data.x[i] > .5;
  const auto p =
      iwm::jackknife([&](weights_view w) { return iwm::statistics::mean(above, w); }, weights);
  CHECK(p.standard_error == Approx(std::sqrt(p.value * (1 - p.value) / n)).epsilon(.21));
  const auto r = iwm::jackknife(
      [&](weights_view w) { return iwm::statistics::correlation(data.x, data.y, w); }, weights);
  CHECK(r.standard_error == Approx((1 - r.value * r.value) / std::sqrt(n)).epsilon(.21));
}

TEST_CASE("the jackknife agrees with a bootstrap over families", "[evidence]") {
  const std::size_t n = 2000;
  const pair_sample data(n);
  column group(n), class_x(n), class_y(n);
  for (std::size_t i = 0; i < n; ++i) {
    group[i] = data.y[i] > .3;
    class_x[i] = std::clamp(std::floor(data.x[i]) + 2, 0., 3.);
    class_y[i] = std::clamp(std::floor(data.y[i]) + 2, 0., 3.);
  }
  namespace s = iwm::statistics;
  const auto check = [&](auto statistic) {
    const double error = iwm::jackknife(statistic, column(n, 1.)).standard_error;
    CHECK(error == Approx(bootstrap(statistic, n, 400)).epsilon(.25));
  };
  check([&](weights_view w) { return s::standardised_difference(data.x, group, w); });
  check([&](weights_view w) { return s::kappa(class_x, class_y, w); });
  check([&](weights_view w) { return s::fisher_z(s::correlation(data.x, data.y, w)); });
  std::vector<s::moments> caregivers(n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < 3 + i % 4; ++k)
      caregivers[i].add(data.x[i] + 2 * data.y[(7 * i + k) % n]);
  check([&](weights_view w) { return s::variance_share(caregivers, w); });
}

TEST_CASE("one family has no standard error", "[evidence]") {
  const auto constant = [](weights_view) { return 3.; };
  CHECK(std::isnan(iwm::jackknife(constant, column{1}).standard_error));
  CHECK(std::isnan(iwm::jackknife(constant, column{}).standard_error));
  CHECK(iwm::jackknife(constant, column{1, 1}).standard_error == 0);
}

TEST_CASE("shares near the reference are taken as they are", "[evidence]") {
  CHECK(iwm::strata_weights(strata({{"low_risk", 70}, {"high_risk", 22}, {"maltreatment", 8}}),
                            world) == column(100, 1.));
  CHECK(iwm::strata_weights(strata({{"low_risk", 71}, {"high_risk", 22}, {"maltreatment", 7}}),
                            world) == column(100, 1.));
}

TEST_CASE("shares far from the reference are weighted to it", "[evidence]") {
  const column weights = iwm::strata_weights(
      strata({{"maltreatment", 20}, {"low_risk", 60}, {"high_risk", 20}}), world);
  CHECK(weights[0] == Approx(.07 / .2));
  CHECK(weights[20] == Approx(1));
  CHECK(weights[99] == Approx(.33 / .2));
  double sum = 0;
  for (const double weight : weights) sum += weight;
  CHECK(sum == Approx(100));
}

TEST_CASE("a stratum outside the reference has no weight, one alone all of it", "[evidence]") {
  const iwm::study_protocol low{"", "", "", 0, {{"low_risk", 1.}}, .03, {}};
  const column weights = iwm::strata_weights(strata({{"low_risk", 5}, {"institution", 5}}), low);
  CHECK(weights[0] == Approx(2));
  CHECK(weights[9] == 0);
  CHECK(iwm::strata_weights(strata({{"low_risk", 98}, {"institution", 2}}), low) ==
        column(100, 1.));
  CHECK(iwm::strata_weights(strata({{"low_risk", 3}}), iwm::study_protocol{}) == column(3, 1.));
}

TEST_CASE("only the arms named are held to the reference", "[evidence]") {
  iwm::study_protocol held = world;
  held.strata_arms = {"biological"};
  iwm::sample seen = strata({{"low_risk", 140}, {"high_risk", 40}, {"maltreatment", 20}});
  seen.arms = {"foster", "biological"};
  for (std::size_t i = 0; i < 200; ++i) seen.arm.push_back(i >= 100);
  // the biological arm: 40, 40 and 20 of 100
  const column weights = iwm::strata_weights(seen, held);
  CHECK(weights[0] == 1);
  CHECK(weights[100] == Approx(.60 / .40));
  CHECK(weights[140] == Approx(.33 / .40));
  CHECK(weights[199] == Approx(.07 / .20));
}

TEST_CASE("a median and the largest leave out what is undefined", "[evidence]") {
  using iwm::measure;
  using iwm::statistic;
  const iwm::sample seen;
  const auto number = [](double x) { return measure{statistic::constant, x, {}, {}, {}}; };
  const auto of = [&](statistic kind, std::vector<measure> parts) {
    return iwm::evaluate({kind, 0, {}, {}, std::move(parts)}, seen, {});
  };
  const measure hidden{statistic::ratio, 0, {}, {}, {number(1), number(.1), number(.1)}};
  CHECK(std::isnan(iwm::evaluate(hidden, seen, {})));
  CHECK(of(statistic::ratio, {number(1), number(-.2), number(.1)}) == Approx(-5));
  CHECK(of(statistic::sum, {number(1), number(-.2)}) == Approx(.8));
  CHECK(of(statistic::median, {number(4), hidden, number(1), number(2)}) == 2);
  CHECK(of(statistic::median, {number(4), hidden, number(1)}) == 2.5);
  CHECK(of(statistic::largest, {number(4), hidden, number(7), number(2)}) == 7);
  CHECK(std::isnan(of(statistic::median, {hidden})));
  CHECK(std::isnan(of(statistic::largest, {hidden, hidden})));
  CHECK(of(statistic::odds_ratio_d_between, {number(.6), number(.5)}) ==
        Approx(iwm::statistics::odds_ratio_d(.6, .5)));
}

TEST_CASE("pooled differences count every family that has either variable", "[evidence]") {
  const double gap = iwm::statistics::undefined;
  iwm::sample seen;
  seen.columns = {{4, 6, gap}, {1, 2, 3}};
  seen.stratum.assign(3, 0);
  const iwm::measure once{iwm::statistic::standardised_difference_between, 0, {{0, 1}}, {}, {}};
  const iwm::measure twice{
      iwm::statistic::standardised_difference_between, 0, {{0, 1}, {0, 1}}, {.5, .5}, {}};
  const column weights(3, 1.);
  CHECK(iwm::evaluate(once, seen, weights) == Approx(3 / std::sqrt(4. / 3)));
  CHECK(iwm::evaluate(twice, seen, weights) == Approx(3 / std::sqrt(4. / 3)));
}

TEST_CASE("measures are computed from measures", "[evidence]") {
  using iwm::measure;
  using iwm::statistic;
  iwm::sample seen;
  seen.columns = {{1, 2, 3}, {2, 2, 2}};
  seen.stratum = {0, 0, 0};
  const column weights(3, 1.);
  const measure first{statistic::mean, 0, {{0, 0}}, {}, {}},
      half{statistic::constant, .5, {}, {}, {}};
  CHECK(iwm::evaluate(first, seen, weights) == Approx(2));
  CHECK(iwm::evaluate({statistic::difference, 0, {}, {}, {half, first}}, seen, weights) ==
        Approx(-1.5));
  CHECK(iwm::evaluate({statistic::product, 0, {}, {}, {half, first}}, seen, weights) == Approx(1));
  const measure negative{statistic::difference, 0, {}, {}, {half, first}};
  CHECK(iwm::evaluate({statistic::magnitude, 0, {}, {}, {negative}}, seen, weights) == Approx(1.5));
}

TEST_CASE("pooled pairs weigh as told, however many families each has", "[evidence]") {
  const double gap = iwm::statistics::undefined;
  iwm::sample seen;
  // 1/2 of the two families that have the first given, 3/4 of the four that have the second
  seen.columns = {{1, 1, gap, gap, gap, gap}, {1, 0, 1, 1, 1, 0}, {1, 1, 1, 1, gap, gap}};
  seen.stratum.assign(6, 0);
  const column weights(6, 1.);
  const iwm::measure pooled{
      iwm::statistic::conditional_proportion, 0, {{1, 0}, {1, 2}}, {.4, .6}, {}};
  CHECK(iwm::evaluate(pooled, seen, weights) == Approx(.4 * 1 / 2 + .6 * 3 / 4));
}

TEST_CASE("a twin correlation is that of double-entered pairs", "[evidence]") {
  iwm::sample seen;
  seen.columns = {{1, 2, 4, 3}, {2, 2, 3, 5}};
  seen.stratum.assign(4, 0);
  const iwm::measure twins{iwm::statistic::correlation, 0, {{0, 1}, {1, 0}}, {.5, .5}, {}};
  const column x{1, 2, 4, 3, 2, 2, 3, 5}, y{2, 2, 3, 5, 1, 2, 4, 3};
  CHECK(iwm::evaluate(twins, seen, column(4, 1.)) ==
        Approx(iwm::statistics::correlation(x, y, column(8, 1.))));
}

TEST_CASE("correlations are pooled through Fisher's z", "[evidence]") {
  iwm::sample seen;
  seen.columns = {{1, 2, 3, 4}, {1, 3, 2, 4}, {4, 2, 3, 1}};
  seen.stratum.assign(4, 0);
  const iwm::measure pooled{
      iwm::statistic::pooled_correlation, 0, {{0, 1}, {0, 2}}, {2. / 3, 1. / 3}, {}};
  CHECK(iwm::evaluate(pooled, seen, column(4, 1.)) ==
        Approx(std::tanh(2. / 3 * std::atanh(.8) + 1. / 3 * std::atanh(-.8))));
}
