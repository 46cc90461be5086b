// SPDX-License-Identifier: MIT
#include "iwm/theory/reactive_action_learning.hpp"

#include <cmath>

#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::Approx;

namespace {

using theory_type = theories::reactive_action_learning;
const temperament anyone;

theory_type::state lived(const theory_type& t, int events, const response& given,
                         double display = 0.5) {
  auto s = t.initial(anyone, {});
  for (int i = 0; i < events; ++i)
    s = t.learn(s, {.now = {}, .shown = {.display = display}, .given = given}, {}, anyone, 1.);
  return s;
}
constexpr response prompt{.came = 1, .fit = 1, .delay = 0.1, .welcome = 1};
constexpr response slow{.came = 1, .fit = 1, .delay = 2, .welcome = 1};
constexpr response rebuff{.came = 1, .fit = 0.3, .delay = 0.1, .rejection = 1};

double manner_after(const theory_type& t, const response& given) {
  return t.behave(lived(t, 500, given), {}, 0.6, anyone, {}).manner;
}

}  // namespace

TEST_CASE("promptness moves the range by (1 - rate)^n, in anxious events only", "[theory]") {
  const theory_type t;
  CHECK(lived(t, 30, prompt).range == Approx(1. - 0.5 * std::pow(0.98, 30)));
  CHECK(lived(t, 30, slow).range == Approx(0.5 * std::pow(0.98, 30)));
  CHECK(lived(t, 30, {}).range == Approx(0.5 * std::pow(0.98, 30)));
  CHECK(lived(t, 30, prompt, 0.).range == 0.5);
}

TEST_CASE("rebuffs feed pain even when prompt; nobody's coming does not", "[theory]") {
  const theory_type t;
  CHECK(lived(t, 30, rebuff).pain == Approx(1. - 0.5 * std::pow(0.98, 30)));
  CHECK(lived(t, 30, {}).pain == 0.5);
}

TEST_CASE("prompt care is sought openly, rebuffs are avoided, slow care is clung to", "[theory]") {
  const theory_type t;
  CHECK(manner_after(t, prompt) == 0.);
  CHECK(manner_after(t, rebuff) == 1.);
  CHECK(manner_after(t, slow) == 2.);
}

TEST_CASE("a wide range leaves arousal without anxiety", "[theory]") {
  const theory_type t;
  CHECK(t.anxiety({.range = 1}, 0.3) == 0.);
  CHECK(t.anxiety({.range = 1}, 0.8) == Approx(0.5));
  CHECK(t.anxiety({.range = 0}, 0.3) == 0.3);
}

TEST_CASE("it learns nothing of fright", "[theory]") {
  const theory_type t;
  CHECK(t.other(lived(t, 100, {.came = 1, .rejection = 1, .fright = 1}))[2] == 0.3);
}

TEST_CASE("reactive_action_learning: parameters outside their ranges are refused", "[theory]") {
  CHECK(in_range(theory_type::parameters{}).empty());
  CHECK(in_range(theory_type::parameters{.rate = 2, .patience = -1, .tolerance = 2, .narrow = 2})
            .size() == 4);
}
