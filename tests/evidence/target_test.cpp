// SPDX-License-Identifier: MIT
#include "iwm/evidence/target.hpp"

#include "iwm/core/error.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "evidence/tables.hpp"
#include "support/catch.hpp"

using iwm::testing::Approx;
using iwm::testing::temporary_folder;

namespace {

/// What is wrong with a file of that text, "POINTER: message" each.
std::vector<std::string> problems_of(const std::string& text) {
  const temporary_folder folder("target");
  const auto file = folder.write("findings.json", text);
  std::vector<std::string> lines;
  try {
    iwm::read_evidence(file);
  } catch (const iwm::input_error& error) {
    for (const iwm::problem& one : error.problems()) {
      CHECK(one.file == file.string());
      lines.push_back(one.pointer + ": " + one.message);
    }
  }
  return lines;
}

/// A file with two variables and one target, whose measure and further members are given.
std::string file_with(const std::string& measure, const std::string& more = "\"band\": [0, 1]") {
  return R"({"schema": 1, "protocols": [{"name": "low_risk_cohort"}], "variables": {
    "secure": {"table": "classifications", "instrument": "ssp", "system": "ABCD", "is": ["B"]},
    "class": {"table": "classifications", "instrument": "ssp", "system": "ABCD", "among": ["A", "B"]},
    "sensitivity": {"table": "assessments", "instrument": "visit", "scale": "sensitivity"},
    "quality": {"table": "events", "kind": "response", "column": "quality"}},
    "targets": [{"id": "X", "area": "a", "protocol": "low_risk_cohort", "claim": "c", "citation": "s",
    "measure": )" +
         measure + ", " + more + "}]}";
}

using lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the shipped evidence is read whole", "[evidence]") {
  const iwm::evidence file = iwm::read_evidence("data/evidence.json");
  CHECK(file.targets.size() == 75);
  CHECK(file.protocols.size() == 14);
  CHECK(std::count_if(file.targets.begin(), file.targets.end(),
                      [](const iwm::target& one) { return one.gating; }) == 74);
  for (const iwm::target& one : file.targets) {
    INFO(one.id);
    CHECK_FALSE(one.citation.empty());
    CHECK_FALSE(one.band_basis.empty());
    CHECK_FALSE(one.estimator.empty());
    CHECK(one.value.has_value() == one.band.has_value());
    CHECK(one.rule.empty() == one.band.has_value());
    if (one.band) {
      CHECK((*one.band)[0] <= *one.value);
      CHECK(*one.value <= (*one.band)[1]);
      CHECK(one.ordering.empty());
    }
    CHECK(one.measurable());
  }
  const iwm::study_protocol& world = *file.protocol("world_mixed_cohort");
  CHECK(world.strata.size() == 3);
  CHECK(world.strata_tolerance == .11);
  CHECK(file.protocol("low_risk_cohort")->strata_tolerance == .03);
  CHECK(file.protocol("no_such") == nullptr);
}

TEST_CASE("every part of a finding is kept", "[evidence]") {
  const temporary_folder folder("parts");
  const iwm::evidence file = iwm::read_evidence(folder.write(
      "e.json",
      file_with(
          R"({"pooled_correlation": {"pairs": [["sensitivity", "secure"], ["secure", "sensitivity"]], "weights": [2, 1]}})",
          R"("band": [0.1, 0.2], "ci": null, "value": 0.15, "gating": false, "doi": "10.1/x", "doi_verified": true,
         "notes": "n", "rule": "", "estimator": "e", "population": "p", "band_basis": "b")")));
  const iwm::target& one = file.targets.front();
  CHECK(one.id == "X");
  CHECK_FALSE(one.gating);
  CHECK(one.doi_verified);
  CHECK_FALSE(one.ci);
  CHECK(*one.value == .15);
  CHECK((*one.band)[1] == .2);
  CHECK(one.statistic->kind == iwm::statistic::pooled_correlation);
  CHECK(one.statistic->weights[0] == Approx(2. / 3));
  CHECK(file.variables[one.statistic->pairs[0][0]].name == "sensitivity");
  CHECK(iwm::variables_of(one).size() == 4);
}

TEST_CASE("an ordering keeps its margins", "[evidence]") {
  const temporary_folder folder("ordering");
  const iwm::evidence file = iwm::read_evidence(folder.write(
      "e.json", file_with(
                    R"({"ordering": [{"greater": [{"mean": "sensitivity"}, 2.5], "margin": -0.1},
                       {"greater": [{"difference": [{"proportion": "secure"}, 1]}, 0]}]})",
                    R"("band": null)")));
  const auto& ordering = file.targets.front().ordering;
  REQUIRE(ordering.size() == 2);
  CHECK(ordering[0].margin == -.1);
  CHECK(ordering[0].than.constant == 2.5);
  CHECK(ordering[1].greater.parts[0].kind == iwm::statistic::proportion);
}

TEST_CASE("an unknown statistic or variable names the nearest", "[evidence]") {
  CHECK(problems_of(file_with(R"({"corelation": ["sensitivity", "secure"]})")) ==
        lines{"/targets/0/measure/corelation: unknown statistic 'corelation'; did you mean "
              "'correlation'? known: mean, deviation, proportion, variance_share, correlation, "
              "pooled_correlation, composite_correlation, tetrachoric, conditional_proportion, "
              "mean_difference, standardised_difference, standardised_difference_between, "
              "odds_ratio_d, odds_ratio_d_between, kappa, sum, difference, product, ratio, "
              "magnitude, median, largest"});
  CHECK(problems_of(file_with(R"({"correlation": ["sensitvity", "attachment"]})")) ==
        lines{"/targets/0/measure/correlation/0: unknown variable 'sensitvity'; did you mean "
              "'sensitivity'?",
              "/targets/0/measure/correlation/1: unknown variable 'attachment'; known: secure, "
              "class, sensitivity, quality"});
}

TEST_CASE("an unknown key, table, column, role or protocol names the known ones", "[evidence]") {
  CHECK(problems_of(file_with("1", R"("band": [0, 1], "notse": "")")) ==
        lines{"/targets/0/notse: unknown key; did you mean 'notes'?"});
  CHECK(
      problems_of(R"({"schema": 1, "protocols": [{"name": "a"}], "variables": {
      "v": {"table": "assesments"},
      "w": {"table": "families", "column": "seed", "is": ["1"]},
      "x": {"table": "assessments", "instrument": "i", "scale": "s", "person": "aunt", "child": 0},
      "y": {"table": "events", "kind": "k", "column": "loudness", "episode": 1},
      "z": {"table": "classifications", "instrument": "i", "system": "s"}},
      "targets": [{"id": "X", "area": "a", "protocol": "b", "claim": "c", "citation": "s"}]})") ==
      lines{
          "/variables/v/table: unknown table 'assesments'; did you mean 'assessments'? known: "
          "assessments, classifications, events, relationships, families, variables",
          "/variables/w/column: unknown column 'seed'; known: stratum, arm",
          "/variables/x/person: unknown person 'aunt'; known: child, mother, father, wife, husband",
          "/variables/x/child: children are counted from 1",
          "/variables/y/episode: unknown key; known: table, person, child, partner, stratum, "
          "arm, generation, age_months, tolerance_months, between_months, any_of, kind, column",
          "/variables/y/column: unknown column 'loudness'; known: quality, severity, latency, "
          "crying, exploration",
          "/variables/z: lacks 'is' or 'among'",
          "/targets/0/protocol: unknown protocol 'b'; known: a"});
}

TEST_CASE("a variable of others, of persons and of ages is read whole", "[evidence]") {
  const temporary_folder folder("variables");
  const iwm::evidence file = iwm::read_evidence(folder.write("e.json", R"({"schema": 1,
    "protocols": [{"name": "p", "strata": {"a": 1}, "strata_arms": ["x"]}], "variables": {
    "a": {"table": "classifications", "instrument": "i", "system": "s", "is": ["F"], "person": "wife"},
    "b": {"table": "assessments", "instrument": "i", "scale": "s", "partner": "sibling", "occasion": 2,
          "same_age_as": "a", "tolerance_months": 0.5, "generation": [1, 2]},
    "c": {"table": "events", "any_of": ["loss", "abuse"], "between_months": [12, 216]},
    "d": {"table": "variables", "of": ["a", "c"], "as": "unlike"},
    "e": {"table": "relationships", "kind": "couple", "column": "conflict", "person": "husband"}},
    "targets": [{"id": "X", "area": "a", "protocol": "p", "claim": "c", "citation": "s", "band": [0, 1],
    "measure": {"median": [{"tetrachoric": ["c", "d"]}, {"composite_correlation": ["a", "b", "e"]},
                           {"ratio": [{"deviation": "b"}, {"mean_difference": ["e", "c"]}, 0.1]}]}}]})"));
  CHECK(file.protocols[0].strata_arms == lines{"x"});
  CHECK(file.variables[1].occasion == 2);
  CHECK(file.variables[1].same_age_as == std::size_t(0));
  CHECK(*file.variables[1].tolerance_months == .5);
  CHECK(file.variables[1].generation == std::vector<std::int64_t>{1, 2});
  CHECK(file.variables[2].binary());
  CHECK_FALSE(file.variables[2].keeps_events());
  CHECK((*file.variables[2].between_months)[1] == 216);
  CHECK(file.variables[3].of == std::vector<std::size_t>{0, 2});
  CHECK(file.variables[3].as == iwm::composition::unlike);
  CHECK(file.variables[3].binary());
  CHECK(file.variables[4].from == iwm::source::relationships);
  const auto& parts = file.targets[0].statistic->parts;
  REQUIRE(parts.size() == 3);
  CHECK(parts[1].pairs == std::vector<std::array<std::size_t, 2>>{{0, 1}, {0, 4}});
  CHECK(parts[2].parts.size() == 3);
}

TEST_CASE("a variable that makes no sense is refused", "[evidence]") {
  CHECK(problems_of(R"({"schema": 1, "protocols": [{"name": "p"}], "variables": {
      "a": {"table": "assessments", "instrument": "i", "scale": "s", "occasion": 0},
      "b": {"table": "assessments", "instrument": "i", "scale": "s", "same_age_as": "b"},
      "c": {"table": "assessments", "instrument": "i", "scale": "s", "same_age_as": "a"},
      "d": {"table": "assessments", "instrument": "i", "scale": "s", "same_age_as": "c"},
      "e": {"table": "assessments", "instrument": "i", "scale": "s", "between_months": [1, 2], "age_months": 1},
      "f": {"table": "classifications", "instrument": "i", "system": "s", "is": ["F"], "between_months": [1, 2]},
      "g": {"table": "events", "kind": "k", "column": "quality"},
      "h": {"table": "variables", "of": ["a", "g"], "as": "sum"},
      "i": {"table": "variables", "of": ["a"], "as": "mean"},
      "j": {"table": "relationships", "kind": "couple", "column": "love", "partner": "aunt"}},
      "targets": [{"id": "X", "area": "a", "protocol": "p", "claim": "c", "citation": "s"}]})") ==
        lines{"/variables/a/occasion: occasions are counted from 1",
              "/variables/b/same_age_as: is the variable itself",
              "/variables/d/same_age_as: that variable looks for another's age itself",
              "/variables/e/between_months: takes the mean of all ages: give no other age or "
              "occasion",
              "/variables/f/between_months: a class has no mean",
              "/variables/h/as: unknown composition 'sum'; known: mean, difference, unlike",
              "/variables/h/of/1: is a variable of events",
              "/variables/i/of: expected two variables, got a list",
              "/variables/j/column: unknown column 'love'; known: satisfaction, conflict",
              "/variables/j/partner: unknown partner 'aunt'; known: child, mother, father, wife, "
              "husband, sibling, partner"});
}

TEST_CASE("wrong types are told all at once", "[evidence]") {
  CHECK(problems_of(R"({"schema": 2,
      "protocols": [{"name": 3, "strata": {"low_risk": 0.5}, "default_n": -1}, {"strata": [1]}],
      "variables": [], "targets": [{"id": "X", "gating": "yes", "band": [2, 1], "value": "0.1",
      "ci": 5, "area": "a", "protocol": 7, "claim": "c", "citation": null}]})") ==
        lines{"/protocols/0/name: expected a text, got the number 3",
              "/protocols/0/default_n: expected a whole number, got the number -1",
              "/protocols/0/strata: the shares do not add up to 1", "/protocols/1: lacks 'name'",
              "/protocols/1/strata: expected an object, got a list",
              "/schema: this program reads schema 1",
              "/variables: expected an object, got an empty list",
              "/targets/0/protocol: expected a text, got the number 7",
              "/targets/0/citation: expected a text, got null",
              "/targets/0/value: expected a number, got the string \"0.1\"",
              "/targets/0/ci: expected [lowest, highest], got the number 5",
              "/targets/0/band: the lowest is above the highest",
              "/targets/0/gating: expected true or false, got the string \"yes\""});
}

TEST_CASE("measures that make no sense are refused", "[evidence]") {
  const auto complaint = [](const std::string& measure,
                            const std::string& more = "\"band\": [0, 1]") {
    const lines all = problems_of(file_with(measure, more));
    REQUIRE(all.size() == 1);
    return all.front();
  };
  const std::string at = "/targets/0/measure";
  CHECK(complaint(R"({"proportion": "sensitivity"})") ==
        at + "/proportion: 'sensitivity' is not 0 or 1: it has no 'is'");
  CHECK(complaint(R"({"mean": "quality"})") == at + "/mean: 'quality' is a variable of events");
  CHECK(complaint(R"({"variance_share": "secure"})") ==
        at + "/variance_share: 'secure' is not a variable of events");
  CHECK(complaint(R"({"kappa": ["class", "sensitivity"]})") ==
        at + "/kappa: 'sensitivity' is not a class");
  CHECK(complaint(R"({"odds_ratio_d": ["secure", "class"]})") ==
        at + "/odds_ratio_d: 'class' is not 0 or 1: it has no 'is'");
  CHECK(complaint(R"({"correlation": "secure"})") ==
        at + "/correlation: expected an object, got the string \"secure\"");
  CHECK(complaint(R"({"correlation": ["secure"]})") ==
        at + "/correlation: expected two variables, got a list");
  CHECK(complaint(R"({"ratio": [1, 2]})") == at + "/ratio: expected three measures, got a list");
  CHECK(complaint(R"({"median": []})") ==
        at + "/median: expected a list of measures, got an empty list");
  CHECK(complaint(R"({"composite_correlation": ["secure", "sensitivity"]})") ==
        at + "/composite_correlation: expected a variable and two or more others, got a list");
  CHECK(complaint(R"({"tetrachoric": ["secure", "sensitivity"]})") ==
        at + "/tetrachoric: 'sensitivity' is not 0 or 1: it has no 'is'");
  CHECK(complaint(R"({"difference": [1]})") ==
        at + "/difference: expected two measures, got a list");
  CHECK(
      complaint(R"({"correlation": {"pairs": [["secure", "sensitivity"]], "weights": [1, 2]}})") ==
      at + "/correlation/weights: expected one positive number for each pair");
  CHECK(complaint(R"({"correlation": {"pairs": [["secure", "sensitivity"]], "weights": [0]}})") ==
        at + "/correlation/weights: expected one positive number for each pair");
  CHECK(complaint(R"({"mean": "sensitivity", "proportion": "secure"})") ==
        at + ": expected a number or {\"statistic\": operands}, got an object");
  CHECK(complaint(R"({"mean": "sensitivity"})", "\"band\": null") ==
        "/targets/0: a measure that is no ordering needs a band");
  CHECK(complaint(R"({"ordering": [{"greater": [1, 0]}]})") ==
        "/targets/0/band: an ordering has no band");
  CHECK(complaint(R"({"ordering": [{"greater": [1]}]})", "\"band\": null") ==
        at + "/ordering/0/greater: expected two measures");
  CHECK(complaint(R"({"ordering": []})", "\"band\": null") ==
        at + "/ordering: expected a list, got an empty list");
  std::string deep = "1";
  for (int i = 0; i < 17; ++i) deep = "{\"magnitude\": " + deep + "}";
  CHECK(complaint(deep).find("is nested too deeply") != std::string::npos);
}

TEST_CASE("an identifier or key that is there twice is refused", "[evidence]") {
  const std::string finding =
      R"({"id": "X", "area": "a", "protocol": "a", "claim": "c", "citation": "s"})";
  CHECK(problems_of(R"({"schema": 1, "protocols": [{"name": "a"}], "targets": [)" + finding + "," +
                    finding + "]}") == lines{"/targets/1/id: 'X' is there twice"});
  CHECK(problems_of(R"({"schema": 1, "schema": 1, "protocols": [{"name": "a"}], "targets": [)" +
                    finding + "]}") == lines{"/schema: this key is there twice"});
}

TEST_CASE("what is no file or no JSON is refused", "[evidence]") {
  try {
    iwm::read_evidence("no/such/evidence.json");
    FAIL("read a file that does not exist");
  } catch (const iwm::input_error& error) {
    CHECK(std::string(error.what()) == "no/such/evidence.json: cannot be opened");
  }
  for (const char* text : {"", " ", "{", "[1, 2", "no"}) CHECK(problems_of(text).size() == 1);
  CHECK(problems_of(file_with("1", "\"band\": [0, 1e400]")).size() == 1);
  CHECK(problems_of(file_with("NaN")).size() == 1);
  CHECK(problems_of("[1]") == lines{": expected an object, got a list"});
  CHECK(problems_of("{}") == lines{": lacks 'schema'", ": lacks 'protocols'", ": lacks 'targets'"});
  CHECK(problems_of(std::string(100000, '[') + std::string(100000, ']')).size() == 1);
  CHECK_THROWS_AS(iwm::read_evidence("."), iwm::input_error);
}
