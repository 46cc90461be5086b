// SPDX-License-Identifier: MIT
#include "iwm/measurement/attachment_q_sort.hpp"

#include <vector>

#include "puppets.hpp"
#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using namespace iwm::testing;
using iwm::instruments::attachment_q_sort;

namespace {

event shows(double how, double settling) { return moment({.manner = how}, {}, settling); }

double security(const std::vector<event>& film, double openness_weight = 0.6) {
  attachment_q_sort tool;
  tool.p.openness_weight = openness_weight;
  return tool.code(film);
}

}  // namespace

TEST_CASE("open distress that settles is 1, hidden distress that does not is -1", "[measurement]") {
  CHECK(security({shows(0, 1), shows(0, 1)}) == Approx(1.));
  CHECK(security({shows(1, 0), shows(2, 0)}) == Approx(-1.));
}

TEST_CASE("the score weighs the share of open distress against mean settling", "[measurement]") {
  const std::vector<event> film{shows(0, 0.2), shows(1, 0.8), shows(0, 0.5), shows(2, 0.1)};
  CHECK(security(film, 1.) == Approx(2. * 0.5 - 1.));
  CHECK(security(film, 0.) == Approx(2. * 0.4 - 1.));
  CHECK(security(film, 0.25) == Approx(2. * (0.25 * 0.5 + 0.75 * 0.4) - 1.));
}

TEST_CASE("muted and exaggerated distress count alike against security", "[measurement]") {
  CHECK(security({shows(1, 0.5)}) == security({shows(2, 0.5)}));
}

TEST_CASE("an exact score stays in [-1, 1] and rises with settling", "[measurement]") {
  holds([] {
    std::vector<event> film;
    for (int i = 0; i < 8; ++i)
      film.push_back(shows(*rc::gen::element(0., 1., 2.), *between(0, 1)));
    const double weight = *between(0, 1), before = security(film, weight);
    RC_ASSERT(-1. <= before && before <= 1. + 1e-12);
    film[3].settling = 1;
    RC_ASSERT(security(film, weight) >= before - 1e-12);
  });
}

TEST_CASE("an observation watches as many needs as it says and writes one score", "[measurement]") {
  attachment_q_sort tool;
  tool.p.events = 9;
  tool.p.observer_sd = 0;
  puppets stage(3, [](auto...) { return shows(0, 0.5); });
  notebook notes;
  tool.assess(stage, 1., notes);
  CHECK(stage.played[2].size() == 9);
  CHECK(notes.scales.size() == 3);
  CHECK(notes.scales.at({1, "security", 0}) == Approx(security({shows(0, 0.5)})));
}

TEST_CASE("an observer's error keeps the score on its scale", "[measurement]") {
  attachment_q_sort tool;
  tool.p.observer_sd = 2;
  puppets stage(200, [](auto...) { return shows(0, 0.5); });
  notebook notes;
  tool.assess(stage, 1., notes);
  double lowest = 1, highest = -1;
  for (const auto& [what, value] : notes.scales) {
    lowest = min(lowest, value);
    highest = max(highest, value);
  }
  CHECK(lowest == -1.);
  CHECK(highest == 1.);
}

TEST_CASE("a norm credits muted or exaggerated displays", "[measurement]") {
  attachment_q_sort tool;
  tool.p.openness_weight = 1;
  tool.p.composure = 0.3;
  tool.p.closeness = 0.2;
  CHECK(tool.code(std::vector{shows(1, 0)}) == Approx(2 * 0.3 - 1));
  CHECK(tool.code(std::vector{shows(2, 0)}) == Approx(2 * 0.2 - 1));
  CHECK(tool.code(std::vector{shows(0, 0)}) == Approx(1));
}
