// SPDX-License-Identifier: MIT
#include "iwm/life/world.hpp"

#include <set>
#include <string>

#include "support/catch.hpp"

using namespace iwm;

TEST_CASE("the default world lies in its ranges and says where each number comes from", "[life]") {
  const world rules;
  CHECK(in_range(rules).empty());
  std::set<std::string> pointers;
  walk_fields(rules, [&](const std::string& pointer, const auto& field, const auto&) {
    INFO(pointer);
    CHECK(pointers.insert(pointer).second);
    CHECK(field.unit != "");
    CHECK(field.meaning != "");
    CHECK(field.source != "");
  });
  CHECK(pointers.count("/needs/mildest") == 1);
  CHECK(pointers.count("/arousal/separation_distress") == 1);
  CHECK(pointers.count("/outcome/rejection_cost") == 1);
  CHECK(pointers.count("/plasticity/floor") == 1);
}
