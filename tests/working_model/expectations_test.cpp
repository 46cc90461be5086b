// SPDX-License-Identifier: MIT
#include "iwm/working_model/expectations.hpp"

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::between, iwm::testing::holds;

namespace {

expectations any() {
  return {*between(-1, 1), *between(-1, 1), *between(-1, 1), *between(-1, 1), *between(-1, 1)};
}

}  // namespace

TEST_CASE("vectors hold the members in the order that is documented", "[working_model]") {
  const expectations e{
      .availability = .1, .acceptance = .2, .safety = .3, .worth = .4, .efficacy = .5};
  CHECK(e.other() == other_vector(.1, .2, .3));
  CHECK(e.self() == self_vector(.4, .5));
}

TEST_CASE("a blend begins at the first, ends at the second and is half-way in between",
          "[working_model]") {
  const expectations a{1, .5, 0, -.5, -1}, b{-1, .5, 1, .5, 1};
  CHECK(blend(a, b, 0.) == a);
  CHECK(blend(a, b, 1.) == b);
  CHECK(blend(a, b, .5) == expectations{0, .5, .5, 0, 0});
  CHECK(blend(strategy_values{1, 2, 3}, {3, 2, 1}, .5) == strategy_values{2, 2, 2});
  CHECK(blend(confidence{0, 1}, {1, 0}, .25) == confidence{.25, .75});
}

TEST_CASE("a blend of two models stays in [-1, 1], however it is rounded", "[working_model]") {
  holds([] {
    const expectations mixed = blend(any(), any(), *between(0, 1));
    RC_ASSERT(mixed.self().cwiseAbs().maxCoeff() <= 1.);
    RC_ASSERT(mixed.other().cwiseAbs().maxCoeff() <= 1.);
  });
}

TEST_CASE("blending a model with itself changes nothing", "[working_model]") {
  holds([] {
    const expectations e = any();
    RC_ASSERT(blend(e, e, *between(0, 1)) == e);
  });
}
