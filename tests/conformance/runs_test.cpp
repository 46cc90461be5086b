// SPDX-License-Identifier: MIT
#include "iwm/population/run.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "registered.hpp"
#include "support/catch.hpp"
#include "tables.hpp"

using namespace iwm;
using namespace iwm::testing;

namespace {

/// The instruments that watch children.
std::vector<std::string> watching() {
  std::vector<std::string> names;
  for (const instrument_entry& tool : builtins().instruments)
    if (tool.assess) names.emplace_back(tool.name);
  return names;
}

/// Three strata, an exchange, every instrument that watches with both figures.
scenario busy(std::uint64_t families = 200) {
  scenario plan;
  plan.seed = 31;
  plan.families = families;
  plan.months = 4;
  plan.strata = {{"low_risk", 0.5, low_risk},
                 {"high_risk", 0.3, high_risk},
                 {"maltreatment", 0.2, maltreatment}};
  plan.exchanges = {{figure::father, 2, {"rejecting"}}};
  for (const std::string& name : watching()) {
    plan.assessments.push_back({{name}, figure::mother, {2, 4}});
    plan.assessments.push_back({{name}, figure::father, {3}});
  }
  plan.trajectories = {.families = 70, .every_months = 1};
  return plan;
}

/// The same life without instruments.
scenario unwatched(std::uint64_t families = 70) {
  scenario plan = busy(families);
  plan.assessments.clear();
  return plan;
}

}  // namespace

TEST_CASE("one, two and four threads write the same bytes", "[conformance]") {
  const auto one = tables_of(busy(), 1).everything();
  CHECK(one.size() > 10'000);
  CHECK(first_difference(tables_of(busy(), 2).everything(), one) == "");
  CHECK(first_difference(tables_of(busy(), 4).everything(), one) == "");
}

TEST_CASE("the first families are the same, however many follow", "[conformance][long]") {
  const auto all = tables_of(busy(640)).everything(64);
  CHECK(first_difference(tables_of(busy(64)).everything(), all) == "");
  CHECK(first_difference(tables_of(busy(10)).everything(), tables_of(busy(64)).everything(10)) ==
        "");
}

TEST_CASE("instruments do not teach: watched or not, models develop alike", "[conformance]") {
  const auto watched = tables_of(busy(70)).of("trajectories");
  CHECK(watched.size() > 1000);
  CHECK(first_difference(tables_of(unwatched()).of("trajectories"), watched) == "");
}

TEST_CASE("an instrument finds the same, whatever other instruments there are", "[conformance][long]") {
  const tables all = tables_of(busy(70));
  for (const std::string& name : watching()) {
    scenario alone = unwatched();
    for (const assessment_plan& a : busy().assessments)
      if (a.instrument.name == name) alone.assessments.push_back(a);
    const registry known = builtins();
    const std::string table(find(known.instruments, name)->table_name);
    INFO(name);
    const tables found = tables_of(alone);
    CHECK(first_difference(found.of("assessments"), all.of("assessments", " " + table + " ")) ==
          "");
    CHECK(first_difference(found.of("classifications"),
                           all.of("classifications", " " + table + " ")) == "");
  }
  scenario recorded = unwatched();
  recorded.assessments = {{{"home_recording"}, figure::mother, {2, 4}},
                          {{"home_recording"}, figure::father, {3}}};
  CHECK(first_difference(tables_of(recorded).of("events"), all.of("events")) == "");
}

TEST_CASE("the order in which instruments are planned changes no finding", "[conformance][long]") {
  scenario forwards = busy(20), backwards = forwards;
  std::reverse(backwards.assessments.begin(), backwards.assessments.end());
  auto a = tables_of(forwards).of("assessments"), b = tables_of(backwards).of("assessments");
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  CHECK(first_difference(a, b) == "");
}

TEST_CASE("an earlier assessment does not shift a later one", "[conformance][long]") {
  scenario twice = unwatched(), once = twice;
  twice.assessments = {{{"strange_situation"}, figure::mother, {1, 3}}};
  once.assessments = {{{"strange_situation"}, figure::mother, {3}}};
  const std::string third_month = " 0x1.8p+1 ";
  CHECK(first_difference(tables_of(once).of("assessments"),
                         tables_of(twice).of("assessments", third_month)) == "");
}

TEST_CASE("recording trajectories changes nothing else", "[conformance][long]") {
  scenario plan = busy(70), unrecorded = plan;
  unrecorded.trajectories.families = 0;
  const tables with = tables_of(plan), without = tables_of(unrecorded);
  CHECK(without.of("trajectories").empty());
  for (const char* table : {"people", "relationships", "assessments", "classifications", "events"})
    CHECK(first_difference(with.of(table), without.of(table)) == "");
  scenario finer = plan;
  finer.trajectories.every_months = 0.5;
  CHECK(first_difference(tables_of(finer).of("assessments"), with.of("assessments")) == "");
}

TEST_CASE("seed and replicate each give another population, and repeat their own",
          "[conformance][long]") {
  scenario plan = busy(30);
  const auto first = tables_of(plan).of("assessments");
  CHECK(first_difference(tables_of(plan).of("assessments"), first) == "");
  scenario other = plan;
  other.replicate = 1;
  const auto replicate = tables_of(other).of("assessments");
  CHECK(first_difference(replicate, first) != "");
  CHECK(replicate.size() == first.size());
  plan.seed = 0;
  CHECK(tables_of(plan).of("assessments").size() == first.size());
}

TEST_CASE("two theories meet the same families", "[conformance]") {
  scenario plan = unwatched();
  const auto people = tables_of(plan).of("people");
  plan.theory.name = "delta_rule";
  CHECK(first_difference(tables_of(plan).of("people"), people) == "");
}

TEST_CASE("every theory meets every caregiver before every instrument, the same for any threads",
          "[conformance][long]") {
  const registry known = builtins();
  for (const theory_entry& theory : known.theories)
    for (const caregiver_entry& caregiver : known.caregivers) {
      if (caregiver.name == "scripted") continue;  // needs a table
      scenario plan = busy(66);
      plan.months = 2;
      plan.theory.name = theory.name;
      plan.figures[0].caregiver.name = plan.figures[1].caregiver.name = caregiver.name;
      plan.figures[0].events_per_day = 2;
      plan.exchanges.clear();
      plan.assessments.clear();
      for (const std::string& name : watching())
        plan.assessments.push_back({{name}, figure::mother, {2}});
      INFO(theory.name << " with " << caregiver.name);
      const auto one = tables_of(plan, 1).everything();
      CHECK(one.size() > 1000);
      CHECK(first_difference(tables_of(plan, 2).everything(), one) == "");
      CHECK(std::ranges::none_of(one, [](const std::string& row) {
        return row.ends_with(" inf") || row.find(" inf ") != row.npos;
      }));
    }
}
