// SPDX-License-Identifier: MIT
#include "iwm/evidence/statistics.hpp"

#include <cmath>
#include <vector>

#include "support/catch.hpp"

using iwm::testing::Approx;
using column = std::vector<double>;
namespace s = iwm::statistics;

namespace {

const double missing = iwm::statistics::undefined;

column ones(std::size_t n) { return column(n, 1.); }

/// 0/1 columns of a 2 x 2 table with the cells (1,1), (1,0), (0,1), (0,0).
struct two_by_two {
  column x, y;
  two_by_two(int both, int x_only, int y_only, int neither) {
    const auto add = [&](int n, double of_x, double of_y) {
      x.insert(x.end(), static_cast<std::size_t>(n), of_x);
      y.insert(y.end(), static_cast<std::size_t>(n), of_y);
    };
    add(both, 1, 1);
    add(x_only, 1, 0);
    add(y_only, 0, 1);
    add(neither, 0, 0);
  }
  column weights() const { return ones(x.size()); }
};

}  // namespace

TEST_CASE("a mean is weighted and leaves out what is missing", "[evidence]") {
  CHECK(s::mean(column{1, 2, 6}, ones(3)) == Approx(3));
  CHECK(s::mean(column{1, missing, 5}, ones(3)) == Approx(3));
  CHECK(s::mean(column{1, 2, 5}, column{2, 1, 1}) == Approx(9. / 4));
  CHECK(std::isnan(s::mean(column{missing}, ones(1))));
  CHECK(std::isnan(s::mean(column{}, column{})));
}

TEST_CASE("moments grow value by value to those of two passes", "[evidence]") {
  const column x{3, -1, 4, 1, -5, 9};
  s::moments grown;
  for (const double value : x) grown.add(value);
  const s::moments whole = s::moments_where(x, ones(6), [](std::size_t) { return true; });
  CHECK(grown.n == whole.n);
  CHECK(grown.mean == Approx(whole.mean));
  CHECK(grown.squares == Approx(whole.squares));
}

TEST_CASE("a correlation is Pearson's, over complete pairs", "[evidence]") {
  // sums of squares 10 and 6, of products 6
  const column x{1, 2, 3, 4, 5}, y{2, 1, 3, 3, 4};
  CHECK(s::correlation(x, y, ones(5)) == Approx(6 / std::sqrt(10 * 5.2)));
  const column with_gaps{1, 2, 3, 4, 5, missing, 7}, other{2, 1, 3, 3, 4, 9, missing};
  CHECK(s::correlation(with_gaps, other, ones(7)) == Approx(6 / std::sqrt(10 * 5.2)));
  CHECK(std::isnan(s::correlation(x, ones(5), ones(5))));
  CHECK(std::isnan(s::correlation(column{1}, column{1}, ones(1))));
}

TEST_CASE("a weight counts like so many families", "[evidence]") {
  const column x{1, 2, 4, 1, 3}, y{0, 1, 1, 0, 1}, weights{2, 1, 3, 1, 2};
  column x_repeated, y_repeated;
  for (std::size_t i = 0; i < x.size(); ++i)
    for (int k = 0; k < weights[i]; ++k) {
      x_repeated.push_back(x[i]);
      y_repeated.push_back(y[i]);
    }
  const column single = ones(x_repeated.size());
  CHECK(s::correlation(x, y, weights) == Approx(s::correlation(x_repeated, y_repeated, single)));
  CHECK(s::standardised_difference(x, y, weights) ==
        Approx(s::standardised_difference(x_repeated, y_repeated, single)));
  CHECK(s::standardised_difference_between(x, y, weights) ==
        Approx(s::standardised_difference_between(x_repeated, y_repeated, single)));
  CHECK(s::conditional_proportion(x, y, weights) ==
        Approx(s::conditional_proportion(x_repeated, y_repeated, single)));
}

TEST_CASE("a correlation of two 0/1 variables is phi", "[evidence]") {
  const two_by_two table(4, 2, 1, 3);
  CHECK(s::correlation(table.x, table.y, table.weights()) ==
        Approx((4 * 3 - 2 * 1) / std::sqrt(6. * 4 * 5 * 5)));
}

TEST_CASE("Fisher's z goes there and back", "[evidence]") {
  CHECK(s::fisher_z(.5) == Approx(std::atanh(.5)));
  CHECK(s::from_fisher_z(.3) == Approx(std::tanh(.3)));
  CHECK(s::from_fisher_z(s::fisher_z(-.24)) == Approx(-.24));
  CHECK(std::isnan(s::fisher_z(1)));
}

TEST_CASE("a standardised difference is over the pooled SD", "[evidence]") {
  // group 1: 4, 6 (mean 5, squares 2); group 0: 1, 2, 3 (mean 2, squares 2); variance 4/3
  const column x{4, 6, 1, 2, 3, 100}, group{1, 1, 0, 0, 0, missing};
  CHECK(s::standardised_difference(x, group, ones(6)) == Approx(3 / std::sqrt(4. / 3)));
  CHECK(std::isnan(s::standardised_difference(x, ones(6), ones(6))));
}

TEST_CASE("two variables are compared each over all that have it", "[evidence]") {
  const column father{4, 6, missing}, mother{1, 2, 3};
  CHECK(s::standardised_difference_between(father, mother, ones(3)) ==
        Approx(3 / std::sqrt(4. / 3)));
}

TEST_CASE("a deviation is that of a sample", "[evidence]") {
  CHECK(s::deviation(column{2, 4, 4, 5, 9, 12, missing}, ones(7)) == Approx(std::sqrt(70. / 5)));
  CHECK(std::isnan(s::deviation(column{3}, ones(1))));
}

TEST_CASE("a mean difference is in the unit of the scale", "[evidence]") {
  const column x{4, 6, 1, 2, 3, 100}, group{1, 1, 0, 0, 0, missing};
  CHECK(s::mean_difference(x, group, ones(6)) == Approx(3));
  CHECK(std::isnan(s::mean_difference(x, ones(6), ones(6))));
}

TEST_CASE("a composite is the mean of standardised variables", "[evidence]") {
  const column x{1, 0, 1, 0, 0, 1, 1}, y{2, 4, 4, 5, 9, missing, 1}, z{30, 10, 20, 50, 40, 7, 15};
  // by hand over the six families that have all: y has mean 25/6, z 27.5
  column mean_of_z(7, missing);
  double of_y = 0, of_z = 0, squares_y = 0, squares_z = 0;
  for (const std::size_t i : {0u, 1u, 2u, 3u, 4u, 6u}) of_y += y[i] / 6, of_z += z[i] / 6;
  for (const std::size_t i : {0u, 1u, 2u, 3u, 4u, 6u}) {
    squares_y += (y[i] - of_y) * (y[i] - of_y);
    squares_z += (z[i] - of_z) * (z[i] - of_z);
  }
  for (const std::size_t i : {0u, 1u, 2u, 3u, 4u, 6u})
    mean_of_z[i] =
        ((y[i] - of_y) / std::sqrt(squares_y) + (z[i] - of_z) / std::sqrt(squares_z)) / 2;
  const std::vector<s::column> others{y, z}, one{y};
  CHECK(s::composite_correlation(x, others, ones(7)) ==
        Approx(s::correlation(x, mean_of_z, ones(7))));
  CHECK(s::composite_correlation(x, one, ones(7)) == Approx(s::correlation(x, y, ones(7))));
  const column constant = ones(7);
  const std::vector<s::column> flat{y, constant};
  CHECK(std::isnan(s::composite_correlation(x, flat, ones(7))));
}

TEST_CASE("two shares become a d", "[evidence]") {
  CHECK(s::odds_ratio_d(.6, .5) == Approx(std::log(1.5) * std::sqrt(3.) / std::acos(-1.)));
  CHECK(std::isnan(s::odds_ratio_d(1, .5)));
  CHECK(std::isnan(s::odds_ratio_d(.5, 0)));
}

TEST_CASE("an odds ratio becomes a d", "[evidence]") {
  const two_by_two table(19, 24, 14, 36);  // odds 19/14 and 24/36
  const double expected = std::log((19. / 14) / (24. / 36)) * std::sqrt(3.) / std::acos(-1.);
  CHECK(s::odds_ratio_d(table.x, table.y, table.weights()) == Approx(expected));
  const two_by_two empty_cell(5, 3, 0, 4);
  CHECK(std::isnan(s::odds_ratio_d(empty_cell.x, empty_cell.y, empty_cell.weights())));
}

TEST_CASE("a conditional proportion is that of the given", "[evidence]") {
  const two_by_two table(3, 5, 1, 7);
  CHECK(s::conditional_proportion(table.x, table.y, table.weights()) == Approx(3. / 4));
  CHECK(std::isnan(s::conditional_proportion(column{1}, column{0}, ones(1))));
}

TEST_CASE("kappa is agreement beyond chance", "[evidence]") {
  // 20 agree on 1, 15 on 0, 5 and 10 disagree: observed .7, expected .5, kappa .4 (Cohen's example)
  const two_by_two table(20, 5, 10, 15);
  CHECK(s::kappa(table.x, table.y, table.weights()) == Approx(.4));
  const column x{0, 1, 2, 3, 0}, y{0, 1, 2, 3, 3};
  CHECK(s::kappa(x, y, ones(5)) == Approx((.8 - .24) / (1 - .24)));
  CHECK(std::isnan(s::kappa(column{2, 2}, column{2, 2}, ones(2))));
}

TEST_CASE("a variance share weighs groups of unequal size", "[evidence]") {
  // {1, 3}, {4, 6, 8}, {5}: N 6, n0 = (6 - 14/6)/2, MSW 10/3, MSB by hand
  const column weights = ones(3);
  std::vector<s::moments> groups(3);
  for (const double x : {1., 3.}) groups[0].add(x);
  for (const double x : {4., 6., 8.}) groups[1].add(x);
  groups[2].add(5);
  const double grand = 27. / 6, within = 10. / 3;
  const double between_squares =
      2 * std::pow(2 - grand, 2) + 3 * std::pow(6 - grand, 2) + std::pow(5 - grand, 2);
  const double between = (between_squares / 2 - within) / ((6 - 14. / 6) / 2);
  CHECK(s::variance_share(groups, weights) == Approx(within / (within + between)));
}

TEST_CASE("a variance share has no negative part", "[evidence]") {
  std::vector<s::moments> groups(2);
  for (const double x : {1., 9.}) groups[0].add(x);
  for (const double x : {2., 8.}) groups[1].add(x);
  CHECK(s::variance_share(groups, ones(2)) == 1);
  CHECK(std::isnan(s::variance_share(std::span(groups).first(1), ones(1))));
  CHECK(std::isnan(s::variance_share({}, {})));
}

TEST_CASE("a group without weight is as good as absent", "[evidence]") {
  std::vector<s::moments> groups(3);
  for (const double x : {1., 3., 2.}) groups[0].add(x);
  for (const double x : {7., 5.}) groups[1].add(x);
  for (const double x : {90., 100.}) groups[2].add(x);
  CHECK(s::variance_share(groups, column{1, 1, 0}) ==
        Approx(s::variance_share(std::span(groups).first(2), ones(2))));
}
