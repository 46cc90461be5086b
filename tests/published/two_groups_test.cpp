// SPDX-License-Identifier: MIT
#include "replications/two_groups.hpp"

#include "iwm/core/distributions.hpp"
#include "iwm/core/random.hpp"

#include <cstdint>
#include <vector>

#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::Approx;

namespace {

/// Two Gaussians of spread 1, `apart` from each other, a share in the lower.
std::vector<double> mixture(double apart, double share, std::uint64_t n = 400) {
  std::vector<double> x;
  for (std::uint64_t i = 0; i < n; ++i) {
    const draws u = address{.seed = 12, .event = i}.draw(purpose::procedure);
    x.push_back(normal(u[0]) + (u[1] < share ? 0. : apart));
  }
  return x;
}

}  // namespace

TEST_CASE("one Gaussian is one group, two far apart are two", "[published]") {
  CHECK_FALSE(split_in_two(mixture(0., 0.5), 0.01).are_two);
  CHECK(split_in_two(mixture(0., 0.5), 0.01).evidence < 0.);
  const two_groups split = split_in_two(mixture(5., 0.3), 0.01);
  CHECK(split.are_two);
  CHECK(split.evidence > 0.5);
  CHECK(split.lower == Approx(0.).margin(0.3));
  CHECK(split.upper == Approx(5.).margin(0.3));
  CHECK(split.share == Approx(0.3).margin(0.08));
  CHECK(split.spread == Approx(1.).margin(0.15));
}

TEST_CASE("one wide Gaussian is not split, equal numbers are not either", "[published]") {
  CHECK_FALSE(split_in_two(std::vector<double>(50, 3.), 0.01).are_two);
  std::vector<double> even;
  for (int i = 0; i < 300; ++i) even.push_back(normal((i + 0.5) / 300, 10., 7.));
  CHECK_FALSE(split_in_two(even, 0.01).are_two);
}

TEST_CASE("four numbers in a row lie apart, but are too few to be two groups", "[published]") {
  const two_groups split = split_in_two(std::vector<double>{0., 1., 2., 3.}, 0.01);
  CHECK(split.upper - split.lower > 2. * split.spread);
  CHECK(split.evidence < 0.);
  CHECK_FALSE(split.are_two);
}
