// SPDX-License-Identifier: MIT
#include "iwm/evidence/collector.hpp"

#include <cmath>
#include <stdexcept>
#include <vector>

#include "evidence/tables.hpp"
#include "support/catch.hpp"

using iwm::testing::Approx;
using iwm::testing::family_rows;

namespace {

/// An evidence file with one variable, which one target of the protocol "study" asks for.
iwm::evidence asking_for(iwm::variable wanted) {
  iwm::evidence file;
  file.protocols.push_back({"study", "", "", 0, {}});
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
  const auto& events = collector.collected().events[0];
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

TEST_CASE("only variables of the protocol's targets are kept", "[evidence]") {
  const iwm::evidence file = iwm::read_evidence("data/evidence.json");
  iwm::evidence_collector collector(file, "maltreatment_cohort");
  family_rows(collector, 1, "maltreatment");
  std::size_t kept = 0;
  for (const auto& column : collector.collected().columns) kept += !column.empty();
  CHECK(kept == 1);
  CHECK_THROWS_AS(iwm::evidence_collector(file, "no_such_protocol"), std::invalid_argument);
}
