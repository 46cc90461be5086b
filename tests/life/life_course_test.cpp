// SPDX-License-Identifier: MIT
#include "iwm/life/life_course.hpp"

#include <algorithm>

#include "support/catch.hpp"

using namespace iwm;

TEST_CASE("the default course of life lies in its ranges", "[life]") {
  CHECK(in_range(life_course{}).empty());
  CHECK(figure_names[number(figure::mother)] == "mother");
  CHECK(figure_names[number(figure::therapist)] == "therapist");
}

TEST_CASE("times of life change at 12 and at 18 years", "[life]") {
  const life_course course;
  CHECK(&course.at(6) == &course.childhood);
  CHECK(&course.at(11.99) == &course.childhood);
  CHECK(&course.at(12) == &course.adolescence);
  CHECK(&course.at(17.99) == &course.adolescence);
  CHECK(&course.at(18) == &course.adulthood);
  CHECK(&course.at(90) == &course.adulthood);
}

TEST_CASE("weights stand in the order of the figures; a therapist has none of everyday life",
          "[life]") {
  const time_of_life time{7, 1, 2, 3, 4, 5};
  const auto weights = time.weights();
  for (const figure who :
       {figure::mother, figure::father, figure::sibling, figure::peer, figure::partner})
    CHECK(weights[number(who)] == static_cast<double>(number(who)) + 1.);
  CHECK(weights[number(figure::therapist)] == 0.);
}

TEST_CASE("parents give way to peers and partners", "[life]") {
  const life_course course;
  const auto share = [](const time_of_life& time, double weight) {
    const auto all = time.weights();
    double sum = 0;
    for (const double w : all) sum += w;
    return weight / sum;
  };
  const auto of_parents = [&](const time_of_life& t) { return share(t, t.mother + t.father); };
  const auto of_partner = [&](const time_of_life& t) { return share(t, t.partner); };
  CHECK(course.childhood.partner == 0.);
  CHECK(of_parents(course.childhood) > of_parents(course.adolescence));
  CHECK(of_parents(course.adolescence) > of_parents(course.adulthood));
  CHECK(of_partner(course.adolescence) < of_partner(course.adulthood));
  CHECK(of_partner(course.adulthood) > 0.5);
  CHECK(course.partner_hierarchy >= std::max(course.peer_hierarchy, course.sibling_hierarchy));
}
