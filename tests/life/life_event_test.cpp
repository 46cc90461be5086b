// SPDX-License-Identifier: MIT
#include "iwm/life/life_event.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "support/catch.hpp"

using namespace iwm;

TEST_CASE("everyday life events lie in their ranges and name a figure", "[life]") {
  std::set<std::string> kinds;
  for (const life_event& event : everyday_life_events()) {
    INFO(event.kind);
    CHECK(in_range(event).empty());
    CHECK(std::ranges::find(figure_names, event.who) != figure_names.end());
    CHECK(event.from < event.to);
    CHECK(event.months < 0.);
    CHECK(kinds.insert(event.kind).second);
  }
  CHECK(in_range(life_event{}).empty());
}

TEST_CASE("what the simulation itself brings about is in the list, by name", "[life]") {
  const auto events = everyday_life_events();
  const auto named = [&](const char* kind) {
    const auto found = std::ranges::find(events, kind, &life_event::kind);
    REQUIRE(found != events.end());
    return *found;
  };
  CHECK(named("parental_separation").family);
  CHECK(named("parental_separation").contact < 1.);
  CHECK(named("relationship_end").hazard == 0.);
  CHECK(named("relationship_end").strain > 0.);
  CHECK(named("relationship_start").hazard == 0.);
  CHECK(named("relationship_start").strain < 0.);
  CHECK(named("loss_of_parent").contact == 0.);
}

TEST_CASE(
    "only burdens lower care and raise fright; no event of childhood is rare beyond counting or "
    "common",
    "[life]") {
  double a_childhood = 0;
  for (const life_event& event : everyday_life_events()) {
    INFO(event.kind);
    CHECK(event.care <= 0.);
    CHECK(event.fright >= 0.);
    if (event.care < 0. || event.fright > 0.) CHECK(event.strain > 0.);
    if (event.to <= 18) a_childhood += event.hazard * (event.to - event.from);
  }
  CHECK(a_childhood > 0.2);
  CHECK(a_childhood < 1.);
}
