// SPDX-License-Identifier: MIT
#include "iwm/evidence/tetrachoric.hpp"

#include <cmath>
#include <numbers>
#include <vector>

#include "support/catch.hpp"

using iwm::testing::Approx;
using column = std::vector<double>;
namespace s = iwm::statistics;

namespace {

/// Of a table with the cells (1,1), (1,0), (0,1), (0,0).
double tetrachoric(double both, double x_only, double y_only, double neither) {
  column x, y;
  for (const double of_x : {1., 0.})
    for (const double of_y : {1., 0.}) {
      x.push_back(of_x);
      y.push_back(of_y);
    }
  return s::tetrachoric(x, y, column{both, x_only, y_only, neither});
}

}  // namespace

TEST_CASE("a tetrachoric correlation is that of the normal variables behind", "[evidence]") {
  // P(X < h, Y < k), P(X < h), P(Y < k) of known r, by Simpson's rule over X with 20,000 steps
  struct cut {
    double r, both, x, y;
  };
  const std::vector<cut> cuts{
      {.5, 1. / 3, .5, .5},
      {.5, 0.2960906343541767, 0.8413447460685429, 0.3085375387259869},
      {.5, 0.032417578632275436, 0.06680720126885809, 0.15865525393145707},
      {.5, 0.9585526823387994, 0.9772498680518208, 0.9772498680518208},
      {-.3, 0.5448218021212173, 0.5987063256829237, 0.9331927987311419},
      {.9, 0.3400007205347509, 0.3445782583896758, 0.6179114221889526},
      {.99, 0.42073742486027627, 0.6179114221889526, 0.420740290560897},
      {-.85, 0.0009124936981994417, 0.02275013194817921, 0.8413447460685429}};
  for (const cut& one : cuts) {
    INFO(one.r << ' ' << one.x << ' ' << one.y);
    const double neither = 1 - one.x - one.y + one.both;
    const double found = tetrachoric(one.both, one.x - one.both, one.y - one.both, neither);
    CHECK(found == Approx(one.r).epsilon(0).margin(1e-8));
    CHECK(tetrachoric(neither, one.y - one.both, one.x - one.both, one.both) ==
          Approx(found).margin(1e-8));
  }
}

TEST_CASE("at medians it is Sheppard's sine", "[evidence]") {
  for (const double both : {.01, .1, .2, .25, .3, .45, .49}) {
    const double r = std::sin(2 * std::numbers::pi * (both - .25));
    CHECK(tetrachoric(both, .5 - both, .5 - both, both) == Approx(r).margin(1e-8));
  }
}

TEST_CASE("a table as empty as it can be is at the end of the scale", "[evidence]") {
  CHECK(tetrachoric(0, 4, 3, 5) == Approx(-1).margin(1e-8));
  CHECK(tetrachoric(4, 0, 3, 5) == Approx(1).margin(1e-8));
  CHECK(tetrachoric(4, 0, 0, 5) == Approx(1).margin(1e-8));
  CHECK(tetrachoric(2, 6, 3, 9) == Approx(0).margin(1e-8));
  CHECK(std::isnan(tetrachoric(3, 5, 0, 0)));
  CHECK(std::isnan(tetrachoric(0, 0, 0, 0)));
}

TEST_CASE("families without either value are left out of a tetrachoric table", "[evidence]") {
  const double gap = s::undefined;
  CHECK(s::tetrachoric(column{1, 1, 0, 0, gap, 1}, column{1, 0, 1, 0, 1, gap},
                       column{5, 2, 3, 6, 100, 100}) == Approx(tetrachoric(5, 2, 3, 6)));
}
