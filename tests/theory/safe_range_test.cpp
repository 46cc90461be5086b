// SPDX-License-Identifier: MIT
#include "iwm/theory/safe_range.hpp"

#include <cmath>

#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::Approx;

namespace {

using theories::safe_range;
const temperament anyone;

safe_range::state lived(const safe_range& t, int events, const response& given) {
  auto s = t.initial(anyone, {});
  for (int i = 0; i < events; ++i)
    s = t.learn(s, {.now = {}, .shown = {.display = 0.8}, .given = given}, {}, anyone, 1.);
  return s;
}
constexpr response prompt{.came = 1, .fit = 1, .delay = 0.1, .welcome = 1};
constexpr response rebuff{.came = 1, .fit = 0.3, .delay = 0.1, .rejection = 1};
constexpr response fright{.came = 1, .fit = 0.3, .delay = 0.1, .rejection = 1, .fright = 1};

/// Share of an even grid of one draw in which distress is kept to itself.
double hidden(const safe_range& t, const safe_range::state& s, double arousal,
              const circumstance& now = {}) {
  double share = 0;
  for (int i = 0; i < 1000; ++i)
    share +=
        t.behave(s, now, arousal, anyone, {{0.5, 0.5, 0.5, (i + 0.5) / 1000, 0.5}}).manner / 1000.;
  return share;
}

}  // namespace

TEST_CASE("memory approaches steady care by (1 - memory)^n and its variance goes", "[theory]") {
  const safe_range t;
  const auto s = lived(t, 40, prompt);
  const double start = t.initial(anyone, {}).delay.mean, left = std::pow(0.98, 40);
  CHECK(s.delay.mean == Approx(0.1 + (start - 0.1) * left));
  CHECK(s.appropriateness.mean == Approx(1. - left));
  // var_n = left var_0 + (0 - 1)^2 left (1 - left)
  CHECK(s.appropriateness.variance == Approx(0.05 * left + left * (1. - left)));
}

TEST_CASE("distress is kept in with the probability of the published equation", "[theory]") {
  const safe_range t;
  const auto s = lived(t, 4000, {.came = 1, .fit = 0.025, .delay = 2, .welcome = 1});
  CHECK(hidden(t, s, 0.8) == Approx(1. - 1. / (1. + 3. * std::exp(-0.25))).margin(2e-3));
  CHECK(hidden(t, s, 0.2) == 0.);
  CHECK(hidden(t, lived(t, 1000, prompt), 0.8) == 0.);
}

TEST_CASE("the safe range is the widest after prompt care and narrow after none", "[theory]") {
  const safe_range t;
  CHECK(t.range(lived(t, 1000, prompt)) == 1.);
  CHECK(t.range(lived(t, 1000, {})) == Approx(7.5 / std::sqrt(5000.)).epsilon(1e-3));
}

TEST_CASE("a figure that frightens is frozen at, one that rebuffs is not", "[theory]") {
  const safe_range t;
  const draws middle{{0.5, 0.5, 0.5, 0.5, 0.5}};
  CHECK(t.behave(lived(t, 1000, fright), {}, 0.9, anyone, middle).conflict == 1.);
  CHECK(t.behave(lived(t, 1000, rebuff), {}, 0.9, anyone, middle).conflict == 0.);
  CHECK(t.behave(lived(t, 1000, fright), {}, 0.1, anyone, middle).conflict == 0.);
  CHECK(t.behave(lived(t, 1000, fright), {.separation = 1}, 0.9, anyone, middle).conflict == 0.);
}

TEST_CASE("self-regulation brings relief of its own, signalling none", "[theory]") {
  const safe_range t;
  const auto s = t.initial(anyone, {});
  event e;
  e.shown.manner = 1;
  CHECK(t.appraise(s, e, {.relief = 0.1}, anyone, {}).relief == Approx(0.1 + 0.2));
  e.shown.manner = 0;
  CHECK(t.appraise(s, e, {.relief = 0.1}, anyone, {}).relief == 0.1);
}

TEST_CASE("a newborn's memory is its prior", "[theory]") {
  const safe_range t;
  const auto other = t.other(t.initial(anyone, {.other = 0.2, .safety = 0.4}));
  CHECK(other[0] == Approx(0.2));
  CHECK(other[1] == Approx(0.2));
  CHECK(other[2] == Approx(0.4));
}

TEST_CASE("safe_range: parameters outside their ranges are refused", "[theory]") {
  CHECK(in_range(safe_range::parameters{}).empty());
  CHECK(in_range(safe_range::parameters{.memory = 2,
                                        .unanswered_delay = 0,
                                        .rebuff = -1,
                                        .alarmed = 2,
                                        .frozen = 0,
                                        .self_regulation = -1})
            .size() == 6);
}
