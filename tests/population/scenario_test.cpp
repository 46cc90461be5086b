// SPDX-License-Identifier: MIT
#include "iwm/population/scenario.hpp"

#include <set>
#include <string>

#include "support/catch.hpp"

using namespace iwm;

TEST_CASE("the default scenario lies in its ranges, and no pointer means two things",
          "[population]") {
  const scenario plan;
  CHECK(in_range(plan).empty());
  std::set<std::string> pointers;
  walk_fields(plan, [&](const std::string& pointer, const auto& field, const auto&) {
    INFO(pointer);
    CHECK(pointers.insert(pointer).second);
    CHECK(field.unit != "");
    CHECK(field.meaning != "");
  });
  CHECK(pointers.count("/world/outcome/rejection_cost") == 1);
}

TEST_CASE("by default an infant grows up in a low-risk family with mother and father",
          "[population]") {
  const scenario plan;
  CHECK(plan.theory.name == "conditional_strategies");
  CHECK(plan.strata[0].name == "low_risk");
  CHECK(plan.strata[0].share == 1.);
  CHECK(plan.figures[0].events_per_day > plan.figures[1].events_per_day);
  CHECK(plan.figures[0].hierarchy > plan.figures[1].hierarchy);
  for (const figure_plan& f : plan.figures) {
    CHECK(f.caregiver.name == "trait_based");
    CHECK(in_range(f).empty());
  }
}

TEST_CASE("figures are named in the order of their numbers", "[population]") {
  CHECK(figure_names[static_cast<std::size_t>(figure::mother)] == "mother");
  CHECK(figure_names[static_cast<std::size_t>(figure::father)] == "father");
}
