// SPDX-License-Identifier: MIT
#include "iwm/evidence/collector.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "evidence/tables.hpp"
#include "support/catch.hpp"

using iwm::testing::Approx;
using iwm::testing::family_rows;
using iwm::testing::household_rows;

namespace {

/// An evidence file with one variable, which one target of the protocol "study" asks for.
iwm::evidence asking_for(iwm::variable wanted) {
  iwm::evidence file;
  file.protocols.emplace_back().name = "study";
  wanted.name = "wanted";
  file.variables.push_back(std::move(wanted));
  iwm::target finding;
  finding.id = "X";
  finding.protocol = "study";
  finding.band = {{0., 1.}};
  const bool events = file.variables[0].from == iwm::source::events;
  finding.statistic = iwm::measure{
      events ? iwm::statistic::variance_share : iwm::statistic::mean, 0, {{0, 0}}, {}, {}};
  file.targets.push_back(finding);
  return file;
}

iwm::variable visit(double age) {
  iwm::variable wanted;
  wanted.instrument = "visit";
  wanted.scale = "sensitivity";
  wanted.partner = "mother";
  wanted.age_months = age;
  return wanted;
}

iwm::variable situation() {
  iwm::variable wanted;
  wanted.from = iwm::source::classifications;
  wanted.instrument = "ssp";
  wanted.system = "ABCD";
  wanted.partner = "mother";
  return wanted;
}

/// The column of that variable after `fill` has sent rows.
template <class Fill>
std::vector<double> column_of(const iwm::variable& wanted, Fill fill) {
  const iwm::evidence file = asking_for(wanted);
  iwm::evidence_collector collector(file, "study");
  fill(collector);
  return collector.collected().columns[0];
}

bool found_at(double nominal, double age) {
  const auto column = column_of(visit(nominal), [&](iwm::sink& into) {
    family_rows family(into, 1);
    family.score(family.child(), family.mother(), "visit", "sensitivity", age, 5);
  });
  return !std::isnan(column[0]);
}

}  // namespace

TEST_CASE("ages match within half a month, one month or six", "[evidence]") {
  CHECK(found_at(12, 11.5));
  CHECK(found_at(12, 12.5));
  CHECK_FALSE(found_at(12, 12.75));
  CHECK(found_at(31, 31.5));
  CHECK_FALSE(found_at(31, 32));
  CHECK(found_at(44, 45));
  CHECK_FALSE(found_at(44, 45.25));
  CHECK(found_at(80, 81));
  CHECK(found_at(120, 126));
  CHECK_FALSE(found_at(120, 113.75));
}

TEST_CASE("a score counts for its person, partner, instrument, scale and episode", "[evidence]") {
  iwm::variable wanted = visit(12);
  wanted.episode = 5;
  const auto column = column_of(wanted, [](iwm::sink& into) {
    for (std::uint64_t f = 1; f <= 2; ++f) {
      family_rows family(into, f);
      const auto child = family.child(), mother = family.mother();
      family.score(child, family.father(), "visit", "sensitivity", 12, 1, 5);
      family.score(mother, child, "visit", "sensitivity", 12, 2, 5);
      family.score(child, mother, "visitation", "sensitivity", 12, 3, 5);
      family.score(child, mother, "visit", "acceptance", 12, 4, 5);
      family.score(child, mother, "visit", "sensitivity", 12, 5, 4);
      if (f == 2) continue;
      family.score(child, mother, "visit", "sensitivity", 12, iwm::not_available, 5);
      family.score(child, mother, "visit", "sensitivity", 12, 7, 5);
      family.score(child, mother, "visit", "sensitivity", 12, 8, 5);
    }
  });
  REQUIRE(column.size() == 2);
  CHECK(column[0] == 7);
  CHECK(std::isnan(column[1]));
}

TEST_CASE("a general score needs no partner", "[evidence]") {
  iwm::variable wanted = visit(12);
  wanted.partner.clear();
  const auto column = column_of(wanted, [](iwm::sink& into) {
    family_rows family(into, 1);
    family.score(family.child(), 0, "visit", "sensitivity", 12, 4);
  });
  CHECK(column[0] == 4);
}

TEST_CASE("a class is 1, 0 or missing", "[evidence]") {
  iwm::variable wanted = situation();
  wanted.is = {"A"};
  wanted.among = {"A", "B"};
  const auto fill = [](iwm::sink& into) {
    const std::vector<const char*> classes{"A", "B", "D"};
    for (std::size_t f = 0; f < classes.size(); ++f) {
      family_rows family(into, f + 1);
      family.classify(family.child(), family.mother(), "ssp", "ABC forced", 12, "C");
      family.classify(family.child(), family.mother(), "ssp", "ABCD", 12, classes[f]);
    }
  };
  auto column = column_of(wanted, fill);
  CHECK(column[0] == 1);
  CHECK(column[1] == 0);
  CHECK(std::isnan(column[2]));
  wanted.is.clear();
  wanted.among = {"A", "B", "C", "D"};
  CHECK(column_of(wanted, fill) == std::vector<double>{0, 1, 3});
}

TEST_CASE("the forced class is read from its own system", "[evidence]") {
  iwm::variable wanted = situation();
  wanted.system = "ABC forced";
  wanted.is = {"B"};
  const auto column = column_of(wanted, [](iwm::sink& into) {
    family_rows family(into, 1);
    family.classify(family.child(), family.mother(), "ssp", "ABCD", 12, "D");
    family.classify(family.child(), family.mother(), "ssp", "ABC forced", 12, "B");
  });
  CHECK(column == std::vector<double>{1});
}

TEST_CASE("children are counted in order of birth, parents may be subjects", "[evidence]") {
  const auto fill = [](iwm::sink& into) {
    family_rows family(into, 1);
    family.add_child(4, -36);  // listed second, born first
    family.score(family.child(1), family.mother(), "visit", "sensitivity", 12, 1);
    family.score(family.child(2), family.mother(), "visit", "sensitivity", 12, 2);
    family.score(family.mother(), family.child(2), "visit", "sensitivity", 12, 3);
  };
  iwm::variable wanted = visit(12);
  CHECK(column_of(wanted, fill) == std::vector<double>{2});
  wanted.child = 2;
  CHECK(column_of(wanted, fill) == std::vector<double>{1});
  wanted.child = 3;
  CHECK(std::isnan(column_of(wanted, fill)[0]));
  wanted.child = 1;
  wanted.person = "mother";
  wanted.partner = "child";
  CHECK(column_of(wanted, fill) == std::vector<double>{3});
}

TEST_CASE("a parent that the child does not name is the family's", "[evidence]") {
  const auto column = column_of(visit(12), [](iwm::sink& into) {
    family_rows family(into, 1);
    family.add_person(99, "child", -12);
    family.score(99, family.mother(), "visit", "sensitivity", 12, 9);
  });
  CHECK(column == std::vector<double>{9});
}

TEST_CASE("strata and arms are variables and filters", "[evidence]") {
  const auto fill = [](iwm::sink& into) {
    for (const char* stratum : {"low_risk", "high_risk", "maltreatment"})
      for (const char* arm : {"control", "programme"}) {
        family_rows family(into, 1, stratum, arm);  // the same number again: another family
        family.score(family.child(), family.mother(), "visit", "sensitivity", 12, 1);
      }
  };
  iwm::variable risk;
  risk.from = iwm::source::families;
  risk.column = "stratum";
  risk.is = {"high_risk"};
  risk.among = {"high_risk", "low_risk"};
  auto column = column_of(risk, fill);
  REQUIRE(column.size() == 6);
  CHECK(column[1] == 0);
  CHECK(column[3] == 1);
  CHECK(std::isnan(column[5]));
  risk.column = "arm";
  risk.is = {"programme"};
  risk.among.clear();
  CHECK(column_of(risk, fill) == std::vector<double>{0, 1, 0, 1, 0, 1});
  iwm::variable filtered = visit(12);
  filtered.stratum = {"low_risk", "maltreatment"};
  filtered.arm = {"control"};
  column = column_of(filtered, fill);
  for (std::size_t i = 0; i < 6; ++i) CHECK(std::isnan(column[i]) == (i != 0 && i != 4));
}

TEST_CASE("events are gathered by caregiver", "[evidence]") {
  iwm::variable wanted;
  wanted.from = iwm::source::events;
  wanted.kind = "response to distress";
  wanted.column = "quality";
  const iwm::evidence file = asking_for(wanted);
  iwm::evidence_collector collector(file, "study");
  for (std::uint64_t f = 1; f <= 2; ++f) {
    family_rows family(collector, f);
    for (const double quality : {.2, .4, .9}) {
      family.respond(4.5, family.mother(), quality);
      if (f == 1) family.respond(4.5, family.father(), quality / 2);
    }
    family.respond(4.5, family.mother(), iwm::not_available);
    collector.row(iwm::event_row{family.from, 4.5, family.child(), family.mother(), "play", .1});
  }
  const auto events = collector.collected().events[0];
  REQUIRE(events.size() == 3);
  CHECK(events[0].family == 0);
  CHECK(events[0].of.n == 3);
  CHECK(events[0].of.mean == Approx(.5));
  CHECK(events[0].of.squares == Approx(.26));
  CHECK(events[1].of.mean == Approx(.25));
  CHECK(events[2].family == 1);
}

TEST_CASE("every column of an event can be asked for", "[evidence]") {
  for (const char* name : {"quality", "severity", "latency", "crying", "exploration"}) {
    iwm::variable wanted;
    wanted.from = iwm::source::events;
    wanted.kind = "k";
    wanted.column = name;
    const iwm::evidence file = asking_for(wanted);
    iwm::evidence_collector collector(file, "study");
    const family_rows family(collector, 1);
    iwm::event_row seen{family.from, 4, family.child(), family.mother(), "k", 0, 1, 2, 3, 4};
    const std::vector<const char*> order{"quality", "severity", "latency", "crying", "exploration"};
    collector.row(seen);
    CHECK(order[static_cast<std::size_t>(collector.collected().events[0][0].of.mean)] ==
          std::string(name));
  }
}

TEST_CASE("rows of many families may come by turns", "[evidence]") {
  iwm::variable class_of = situation();
  class_of.among = {"A", "B", "C", "D"};
  iwm::variable responses;
  responses.from = iwm::source::events;
  responses.kind = "response to distress";
  responses.column = "quality";
  const auto fill = [](iwm::sink& into) {
    for (std::uint64_t f = 1; f <= 5; ++f) {
      family_rows family(into, f);
      for (int k = 0; k < 3; ++k) {
        family.score(family.child(), family.mother(), "visit", "sensitivity", 12,
                     10. * k + static_cast<double>(f));
        family.respond(4.5, k % 2 ? family.father() : family.mother(),
                       .1 * k + .01 * static_cast<double>(f));
      }
      family.classify(family.child(), family.mother(), "ssp", "ABCD", 12, f % 2 ? "B" : "D");
    }
  };
  const auto by_turns = [&](iwm::sink& into) {
    iwm::testing::rows_in_turn rows;
    fill(rows);
    rows.pass_on(into);
  };
  CHECK(column_of(visit(12), fill) == column_of(visit(12), by_turns));
  CHECK(column_of(visit(12), fill) == std::vector<double>{1, 2, 3, 4, 5});
  CHECK(column_of(class_of, fill) == column_of(class_of, by_turns));
  const iwm::evidence file = asking_for(responses);
  iwm::evidence_collector grouped(file, "study"), mixed(file, "study");
  fill(grouped);
  by_turns(mixed);
  const auto one = grouped.collected().events[0], other = mixed.collected().events[0];
  REQUIRE(one.size() == 10);
  REQUIRE(other.size() == 10);
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(one[i].family == other[i].family);
    CHECK(one[i].caregiver == other[i].caregiver);
    CHECK(one[i].of.mean == other[i].of.mean);
    CHECK(one[i].of.squares == other[i].of.squares);
  }
}

TEST_CASE("arms keep families of the same number apart", "[evidence]") {
  const auto column = column_of(visit(12), [](iwm::sink& into) {
    std::vector<family_rows> all;
    for (const char* arm : {"control", "programme"})
      for (std::uint64_t f = 1; f <= 2; ++f) all.emplace_back(into, f, "low_risk", arm);
    for (std::size_t i : {3u, 0u, 2u, 1u})
      all[i].score(all[i].child(), all[i].mother(), "visit", "sensitivity", 12,
                   static_cast<double>(i));
  });
  CHECK(column == std::vector<double>{0, 1, 2, 3});
}

TEST_CASE("a tolerance, an occasion or a span of months selects among rows", "[evidence]") {
  const auto fill = [](iwm::sink& into) {
    family_rows family(into, 1);
    for (const double age : {359., 360., 360.69, 361., 372.})
      family.score(family.child(), family.mother(), "visit", "sensitivity", age, age);
    family.score(family.child(), family.mother(), "visit", "sensitivity", 372, iwm::not_available);
  };
  iwm::variable wanted = visit(360);
  CHECK(column_of(wanted, fill) == std::vector<double>{359});
  wanted.tolerance_months = .3;
  CHECK(column_of(wanted, fill) == std::vector<double>{360});
  wanted.age_months = 360.69;
  CHECK(column_of(wanted, fill) == std::vector<double>{360.69});
  wanted = visit(360);
  wanted.occasion = 3;
  CHECK(column_of(wanted, fill) == std::vector<double>{360.69});
  wanted.age_months.reset();
  wanted.occasion = 5;
  CHECK(column_of(wanted, fill) == std::vector<double>{372});
  wanted.occasion = 6;
  CHECK(std::isnan(column_of(wanted, fill)[0]));
  wanted.occasion = 1;
  wanted.between_months = {{360, 361}};
  CHECK(column_of(wanted, fill)[0] == Approx((360 + 360.69 + 361) / 3));
  wanted.between_months = {{373, 400}};
  CHECK(std::isnan(column_of(wanted, fill)[0]));
}

TEST_CASE("a score can be looked for at the age of another row", "[evidence]") {
  iwm::variable interview = situation();
  interview.partner.clear();
  interview.instrument = "aai";
  interview.is = {"F"};
  iwm::variable style = visit(0);
  style.age_months.reset();
  style.same_age_as = 1;
  style.tolerance_months = .5;
  iwm::evidence file = asking_for(style);
  file.variables.push_back(interview);
  iwm::evidence_collector collector(file, "study");
  for (std::uint64_t f = 1; f <= 2; ++f) {
    family_rows family(collector, f);
    for (const double age : {300., 330.4, 331.})
      family.score(family.child(), family.mother(), "visit", "sensitivity", age, age);
    if (f == 1) family.classify(family.child(), 0, "aai", "ABCD", 330, "F");
  }
  const auto column = collector.collected().columns[0];
  CHECK(column[0] == 330.4);
  CHECK(std::isnan(column[1]));
}

TEST_CASE("an event of one of several kinds is 1, none is 0", "[evidence]") {
  iwm::variable hardship;
  hardship.from = iwm::source::events;
  hardship.any_of = {"loss", "abuse"};
  hardship.between_months = {{12, 216}};
  hardship.arm = {"a"};
  const auto column = column_of(hardship, [](iwm::sink& into) {
    for (std::uint64_t f = 1; f <= 6; ++f) {
      family_rows family(into, f, "low_risk", f == 5 ? "b" : "a");
      if (f == 1) family.undergo(family.child(), 30, "abuse");
      if (f == 1) family.undergo(family.child(), 40, "loss");
      if (f == 2) family.undergo(family.child(), 6, "loss");
      if (f == 3) family.undergo(family.mother(), 30, "loss");
      if (f == 4) family.undergo(family.child(), 30, "new house");
      if (f == 5) family.undergo(family.child(), 30, "loss");
    }
    household_rows(into, 7, "low_risk", "a").undergo(63, 100, "loss");  // at home with a partner
  });
  REQUIRE(column.size() == 7);
  for (std::size_t i = 0; i < 4; ++i) CHECK(column[i] == (i == 0 ? 1 : 0));
  CHECK(std::isnan(column[4]));
  CHECK(column[5] == 1);
  CHECK(std::isnan(column[6]));
}

TEST_CASE("variables are made of variables", "[evidence]") {
  iwm::evidence file = asking_for({});
  for (const char* scale : {"anxiety", "avoidance"}) {
    file.variables.push_back(visit(12));
    file.variables.back().scale = scale;
  }
  std::rotate(file.variables.begin(), file.variables.begin() + 1, file.variables.end());
  file.variables[2].from = iwm::source::variables;
  file.variables[2].of = {0, 1};
  file.targets[0].statistic->pairs = {{2, 2}};
  const auto made = [&](iwm::composition as) {
    file.variables[2].as = as;
    iwm::evidence_collector collector(file, "study");
    for (std::uint64_t f = 1; f <= 3; ++f) {
      family_rows family(collector, f);
      family.score(family.child(), family.mother(), "visit", "anxiety", 12, 3);
      if (f < 3)
        family.score(family.child(), family.mother(), "visit", "avoidance", 12,
                     2. + static_cast<double>(f));
    }
    const auto column = collector.collected().columns[2];
    CHECK(std::isnan(column[2]));
    return std::vector<double>(column.begin(), column.begin() + 2);
  };
  CHECK(made(iwm::composition::mean) == std::vector<double>{3, 3.5});
  CHECK(made(iwm::composition::difference) == std::vector<double>{0, -1});
  CHECK(made(iwm::composition::unlike) == std::vector<double>{0, 1});
}

TEST_CASE("only variables of the protocol's targets are kept", "[evidence]") {
  const iwm::evidence file = iwm::read_evidence("data/evidence.json");
  iwm::evidence_collector collector(file, "maltreatment_cohort");
  family_rows(collector, 1, "maltreatment");
  std::size_t kept = 0;
  const iwm::sample seen = collector.collected();
  for (const auto& column : seen.columns) kept += !column.empty();
  CHECK(kept == 1);
  CHECK_THROWS_AS(iwm::evidence_collector(file, "no_such_protocol"), std::invalid_argument);
}
