// SPDX-License-Identifier: MIT
#include "iwm/measurement/preschool.hpp"

#include "iwm/measurement/strange_situation.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "puppets.hpp"
#include "support/catch.hpp"

using namespace iwm;
using namespace iwm::testing;
using iwm::instruments::preschool;

namespace {

using film = std::vector<preschool::interval>;

/// A film that shows one signal in some episodes and plays with toys in the others.
film showing(const signal& shown, std::vector<int> in) {
  film f;
  for (const auto& plan : preschool::protocol)
    for (int i = 0; i < plan.intervals; ++i) {
      const bool here = std::ranges::find(in, plan.number) != in.end();
      f.push_back({plan.number, moment(here ? shown : signal{.exploration = 1})});
    }
  return f;
}

std::string class_of(const film& f, const preschool& tool = {}) {
  return std::string(tool.classify(preschool::code(f)).four_way);
}

const signal avoiding{.avoidance = 1}, resisting{.resistance = 1},
    torn{.proximity = 1, .conflict = 1};

}  // namespace

TEST_CASE("a preschool child is left twice and met again twice, without a stranger",
          "[measurement]") {
  int minutes = 0;
  for (const auto& plan : preschool::protocol) {
    minutes += plan.intervals / 4;
    CHECK(plan.separation == (plan.number == 2 || plan.number == 4));
    CHECK(preschool::is_reunion(plan.number) == (plan.number == 3 || plan.number == 5));
  }
  CHECK(minutes == 17);
}

TEST_CASE("preschool classes come from the reunions", "[measurement]") {
  CHECK(class_of(showing(avoiding, {3, 5})) == "A");
  CHECK(class_of(showing(resisting, {3, 5})) == "C");
  CHECK(class_of(showing(torn, {3, 5})) == "D");
  CHECK(class_of(showing({}, {})) == "B");
  for (const signal& shown : {avoiding, resisting, torn})
    CHECK(class_of(showing(shown, {1, 2, 4})) == "B");
}

TEST_CASE("a distance that makes an infant avoidant is a preschool child's manners",
          "[measurement]") {
  const film f = showing({.avoidance = 0.45}, {3, 5});
  CHECK(class_of(f) == "B");
  preschool as_in_infancy;
  as_in_infancy.p.avoidance_cut = strange_situation_parameters{}.avoidance_cut;
  CHECK(class_of(f, as_in_infancy) == "A");
}

TEST_CASE("a preschool procedure puts every child through its episodes, with its levels",
          "[measurement]") {
  puppets children(3, [](std::size_t, std::size_t, const circumstance&) {
    return moment({.exploration = 1});
  });
  preschool tool;
  tool.p.arousal_mood_sd = 0;
  notebook found;
  tool.assess(children, 3.7, found);
  for (std::size_t i = 0; i < 3; ++i) {
    REQUIRE(children.played[i].size() == 68);
    CHECK(children.played[i].front().alarm == tool.p.alarm_together);
    CHECK(children.played[i][12].alarm == tool.p.alarm_first_separation);
    CHECK(children.played[i][12].separation == 1.);
    CHECK(children.played[i].back().alarm == tool.p.alarm_reunion);
    CHECK(children.played[i].back().age == 3.7);
    CHECK(found.categories.at({i, "ABCD"}) == "B");
  }
}
