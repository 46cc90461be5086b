// SPDX-License-Identifier: MIT
#include "iwm/evidence/households.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "evidence/tables.hpp"
#include "support/catch.hpp"

using iwm::testing::family_rows;
using iwm::testing::household_rows;

namespace {

/// Two founding families of two children each; child 1 of the first (13) and child 2 of the second
/// (24) become a couple, household 900, and have the child 9003 later. The daughter has rows
/// with everybody before any row says who is who.
constexpr std::uint64_t wife = 13, husband = 24, baby = 9003;

struct village {
  std::vector<double> column;

  explicit village(const iwm::variable& wanted) {
    iwm::evidence file;
    file.protocols.emplace_back().name = "study";
    file.variables.push_back(wanted);
    iwm::target finding;
    finding.protocol = "study";
    finding.band = {{0., 1.}};
    finding.statistic = iwm::measure{iwm::statistic::mean, 0, {{0, 0}}, {}, {}};
    file.targets.push_back(finding);
    iwm::evidence_collector collector(file, "study");
    std::vector<family_rows> founders;
    for (std::uint64_t f = 1; f <= 2; ++f) {
      founders.emplace_back(collector, f);
      founders.back().add_child(4, 36);
      founders.back().score(10 * f + 3, 10 * f + 1, "q", "s", 100, 1);
      founders.back().score(10 * f + 3, 10 * f + 4, "q", "s", 110, 2);
    }
    household_rows couple(collector, 900);
    couple.score(wife, 11, "q", "s", 252, 3);
    couple.score(wife, 12, "q", "s", 252, 4);
    couple.score(wife, 14, "q", "s", 252, 5);
    couple.score(wife, husband, "q", "s", 252, 6);
    couple.score(husband, 21, "q", "s", 216, 7);
    couple.score(husband, wife, "q", "s", 216, 8);
    couple.score(wife, husband, "q", "s", 426, 9);
    couple.add_person(baby, "child", 400, wife, husband);
    couple.score(wife, baby, "q", "s", 430, 10);
    couple.score(baby, wife, "q", "s", 12, 11);
    couple.bond(wife, husband, 12, 13);
    couple.bond(husband, wife, 14, 15);
    column = collector.collected().columns[0];
  }
};

iwm::variable of(const char* person, const char* partner = "", std::int64_t child = 1) {
  iwm::variable wanted;
  wanted.instrument = "q";
  wanted.scale = "s";
  wanted.person = person;
  wanted.partner = partner;
  wanted.child = child;
  return wanted;
}

/// The values found in the two founding families and in the couple's household, 0 where none.
std::vector<double> found(const iwm::variable& wanted) {
  std::vector<double> column = village(wanted).column;
  for (double& value : column)
    if (std::isnan(value)) value = 0;
  return column;
}

using values = std::vector<double>;

}  // namespace

TEST_CASE("a child's rows count for the family of birth", "[evidence]") {
  iwm::variable grown = of("child", "mother");
  CHECK(found(grown) == values{1, 1, 11});
  grown.age_months = 252;
  CHECK(found(grown) == values{3, 0, 0});
  CHECK(found(of("child", "father")) == values{4, 0, 0});
  CHECK(found(of("child", "sibling")) == values{2, 2, 0});
  CHECK(found(of("child", "partner")) == values{6, 0, 0});
  CHECK(found(of("child", "mother", 2)) == values{0, 7, 0});
  CHECK(found(of("child", "partner", 2)) == values{0, 8, 0});
  CHECK(found(of("child", "child")) == values{0, 0, 0});
}

TEST_CASE("wife and husband are adults of a household", "[evidence]") {
  CHECK(found(of("wife")) == values{0, 0, 3});
  CHECK(found(of("husband")) == values{0, 0, 7});
  CHECK(found(of("wife", "partner")) == values{0, 0, 6});
  CHECK(found(of("wife", "husband")) == values{0, 0, 6});
  CHECK(found(of("husband", "partner")) == values{0, 0, 8});
  CHECK(found(of("wife", "mother")) == values{0, 0, 3});
  CHECK(found(of("wife", "father")) == values{0, 0, 4});
  CHECK(found(of("wife", "sibling")) == values{0, 0, 5});
  CHECK(found(of("wife", "child")) == values{0, 0, 10});
  CHECK(found(of("husband", "mother")) == values{0, 0, 7});
  iwm::variable later = of("wife", "partner");
  later.occasion = 2;
  CHECK(found(later) == values{0, 0, 9});
}

TEST_CASE("the parents of a household are those that its child names", "[evidence]") {
  CHECK(found(of("mother")) == values{0, 0, 3});
  CHECK(found(of("mother", "child")) == values{0, 0, 10});
  CHECK(found(of("mother", "partner")) == values{0, 0, 6});
  CHECK(found(of("father", "mother")) == values{0, 0, 8});
  CHECK(found(of("mother", "father", 2)) == values{0, 0, 6});
}

TEST_CASE("a relationship has satisfaction and conflict", "[evidence]") {
  iwm::variable bond = of("wife");
  bond.from = iwm::source::relationships;
  bond.kind = "couple";
  bond.column = "satisfaction";
  CHECK(found(bond) == values{0, 0, 12});
  bond.person = "husband";
  CHECK(found(bond) == values{0, 0, 14});
  bond.column = "conflict";
  bond.partner = "partner";
  CHECK(found(bond) == values{0, 0, 15});
  bond.person = "child";
  CHECK(found(bond) == values{13, 0, 0});
  bond.kind = "sibling";
  CHECK(found(bond) == values{0, 0, 0});
}

TEST_CASE("persons of other generations can be left out", "[evidence]") {
  iwm::variable wanted = of("wife");
  wanted.generation = {1, 2};
  CHECK(found(wanted) == values{0, 0, 3});
  wanted.generation = {0};
  CHECK(found(wanted) == values{0, 0, 0});
}

TEST_CASE("a household is a seed, stratum, arm and number", "[evidence]") {
  iwm::households homes;
  const std::string low = "low", high = "high", arm = "a", other = "b";
  CHECK(homes.enter({"study", low, arm, 1, 7}) == 0);
  CHECK(homes.enter({"study", low, arm, 1, 8}) == 1);
  CHECK(homes.enter({"study", low, other, 1, 7}) == 2);
  CHECK(homes.enter({"study", high, arm, 1, 7}) == 3);
  CHECK(homes.enter({"study", low, arm, 2, 7}) == 4);
  CHECK(homes.enter({"study", low, arm, 1, 7}) == 0);
  CHECK(homes.size() == 5);
  CHECK(homes.strata()[homes.stratum(3)] == "high");
  CHECK(homes.arms()[homes.arm(2)] == "b");
}
