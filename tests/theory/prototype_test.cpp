// SPDX-License-Identifier: MIT
#include "iwm/theory/prototype.hpp"

#include "iwm/theory/revisionist.hpp"

#include <cmath>

#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::Approx;

namespace {

const temperament anyone;
const event warm{.now = {}, .shown = {.display = 0.5}, .given = {.came = 1, .welcome = 1}};
const outcome good{.availability = 1, .acceptance = 1, .safety = 1, .worth = 1, .efficacy = 1};
const outcome bad{.availability = 1, .acceptance = -1, .safety = 1, .worth = -1, .efficacy = 1};

event at_age(double age) {
  event e = warm;
  e.now.age = age;
  return e;
}

template <class T>
typename T::state lived(const T& t, typename T::state s, int events, const outcome& felt,
                        double age) {
  for (int i = 0; i < events; ++i) s = t.learn(s, at_age(age), felt, anyone, 1.);
  return s;
}

}  // namespace

TEST_CASE("revised security approaches care by 1 - a^n, whatever was before", "[theory]") {
  theories::revisionist t;
  t.p.carried = 0.9;
  CHECK(lived(t, {-0.5}, 20, good, 0.).security == Approx(1. - 1.5 * std::pow(0.9, 20)));
  CHECK(lived(t, {-1.}, 500, good, 0.).security == Approx(lived(t, {1.}, 500, good, 0.).security));
}

TEST_CASE("with a closed prototype security settles between it and care", "[theory]") {
  theories::prototype t;
  t.p = {.carried = 0.9, .prototype_weight = 0.3, .formation = 0};
  const auto s = lived(t, {.security = 0., .prototype = 1.}, 500, bad, 10.);
  CHECK(s.prototype == 1.);
  CHECK(s.security == Approx(0.3 * 1. + 0.7 * -1.));
}

TEST_CASE("without weight the prototype changes nothing: the revisionist model", "[theory]") {
  theories::prototype t;
  t.p.prototype_weight = 0;
  const theories::revisionist r;
  CHECK(lived(t, {.security = 0.2, .prototype = -1.}, 77, good, 1.).security ==
        lived(r, {0.2}, 77, good, 1.).security);
}

TEST_CASE("the prototype is formed early: the same care enters it less with age", "[theory]") {
  theories::prototype t;
  t.p = {.carried = 0.99, .prototype_weight = 0.5, .formation = 0.1, .window = 2};
  CHECK(lived(t, {}, 1, good, 0.).prototype == Approx(0.1));
  CHECK(lived(t, {}, 1, good, 4.).prototype == Approx(0.1 * std::exp(-2.)));
}

TEST_CASE("years after the care has turned, early care is seen only with a prototype", "[theory]") {
  const theories::prototype t;
  const theories::revisionist r;
  const auto later = [](const auto& theory, const outcome& early) {
    return lived(theory, lived(theory, theory.initial(anyone, {}), 500, early, 0.5), 5000, good,
                 12.)
        .security;
  };
  CHECK(later(r, good) - later(r, bad) == Approx(0.).margin(1e-9));
  CHECK(later(t, good) - later(t, bad) > 0.5);
}

TEST_CASE("the evidence of an event is the worse of warmth and safety, or absence", "[theory]") {
  const event absent{};
  CHECK(theories::secure_evidence(warm, good) == 1.);
  CHECK(theories::secure_evidence(warm, bad) == -1.);
  CHECK(theories::secure_evidence(warm, {.acceptance = 1, .safety = -1}) == -1.);
  CHECK(theories::secure_evidence(absent, {.availability = -1, .safety = 1}) == -1.);
}

TEST_CASE("insecurity shows as avoidance in place of contact", "[theory]") {
  const theories::revisionist t;
  const signal secure = t.behave({1.}, {}, 0.5, anyone, {}),
               insecure = t.behave({-1.}, {}, 0.5, anyone, {});
  CHECK(secure.contact == 0.5);
  CHECK(secure.avoidance == 0.);
  CHECK(insecure.contact == 0.);
  CHECK(insecure.avoidance == 0.5);
  CHECK(t.behave({-1.}, {.separation = 1}, 0.5, anyone, {}).avoidance == 0.);
}

TEST_CASE("prototype and revisionist: parameters outside their ranges are refused", "[theory]") {
  CHECK(in_range(theories::prototype::parameters{}).empty());
  CHECK(in_range(theories::prototype::parameters{
                     .carried = 1.1, .prototype_weight = -1, .formation = 2, .window = 0})
            .size() == 4);
  CHECK(in_range(theories::revisionist::parameters{.carried = -0.1}).size() == 1);
}
