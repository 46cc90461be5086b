// SPDX-License-Identifier: MIT
#include "iwm/scenario/scenario_json.hpp"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include "scenario/same_scenario.hpp"
#include "scenario/small_registry.hpp"
#include "support/catch.hpp"

namespace iwm::testing {
namespace {

scenario from(const std::string& text, const std::vector<std::string>& overrides = {}) {
  return scenario_from_json(text, "a.json", small_registry(), overrides);
}

void check_round_trip(const scenario& plan, const registry& known) {
  const std::string text = to_json_text(plan, known);
  const scenario again = scenario_from_json(text, "again.json", known);
  CHECK(same_scenario(again, plan));
  CHECK(to_json_text(again, known) == text);
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  return files;
}

/// Uniform in (0, 1), the same on every machine.
struct numbers {
  std::uint64_t state;
  double operator()() {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (static_cast<double>(state >> 11) + 0.5) * 0x1p-53;
  }
};

template <has_fields Owner>
void scatter(Owner& to, numbers& next, double reach) {
  walk_fields(to, [&](const std::string&, const auto& entry, auto& value) {
    const double x = entry.lowest + reach * next() * (entry.highest - entry.lowest);
    value = static_cast<std::remove_cvref_t<decltype(value)>>(x);
  });
}

/// Every number of a scenario somewhere in its range.
scenario scattered(std::uint64_t seed) {
  numbers next{seed};
  scenario plan;
  const care_rule ordinary = plan.care;
  scatter(plan, next, 1);
  plan.care = ordinary;
  constexpr double loads_below_all_variance = 0.3;
  scatter(plan.care, next, loads_below_all_variance);
  for (stratum_share& s : plan.strata) {
    s.share = next();
    scatter(s.care, next, 1);
  }
  for (figure_plan& f : plan.figures) scatter(f, next, 1);
  plan.diary.columns = {"need", "display"};
  plan.theory = {"delta_rule", {{"gain", next()}}};
  plan.figures[1].caregiver = {"replayed",
                               {{"table", 0, "visits \"1\"\\2.csv"}, {"repeats", 1}, {"first", 7}}};
  plan.exchanges = {
      {figure::father, plan.months * next(), {"sensitive", {{"acceptance", next()}}}}};
  plan.assessments = {
      {{"strange_situation", {{"rater_sd", next()}}}, figure::father, {plan.months * next()}}};
  return plan;
}

}  // namespace

TEST_CASE("an empty object is the default scenario", "[scenario]") {
  CHECK(same_scenario(from("{}"), scenario{}));
  CHECK(same_scenario(from(" {\"schema\": 1, \"world\": {}, \"theory\": {}, \"$schema\": \"x\"} "),
                      scenario{}));
}

TEST_CASE("what is written is read", "[scenario]") {
  const scenario plan = from(R"({
    "name": "a", "description": "b", "protocol": "c", "arm": "d", "seed": 18446744073709551615,
    "replicate": 3, "families": 2e4, "months": 30.5,
    "innate": {"safety": -1}, "temperament": {"reactivity_sd": 0}, "world": {"needs": {"mildest": 1}},
    "care": {"slow_days": 100}, "father": {"events_per_day": 0, "hierarchy": 0.25},
    "exchanges": [{"months": 12, "caregiver": "rejecting"},
                  {"figure": "father", "months": 0, "caregiver": {"name": "sensitive", "fright": 0.5}}],
    "assessments": [{"instrument": "sensitivity_visit", "figure": "father", "months": [3, 30.5]}],
    "trajectories": {"families": 10, "every_months": 0.5},
    "diary": {"families": 4, "columns": ["settling", "figure", "delay"]}})");
  CHECK(plan.name == "a");
  CHECK(plan.description == "b");
  CHECK(plan.protocol == "c");
  CHECK(plan.arm == "d");
  CHECK(plan.seed == std::numeric_limits<std::uint64_t>::max());
  CHECK(plan.replicate == 3);
  CHECK(plan.families == 20'000);
  CHECK(plan.months == 30.5);
  CHECK(plan.innate.safety == -1);
  CHECK(plan.infants.reactivity_sd == 0);
  CHECK(plan.rules.needs.mildest == 1);
  CHECK(plan.care.slow_days == 100);
  CHECK(plan.figures[1].events_per_day == 0);
  CHECK(plan.figures[1].hierarchy == 0.25);
  REQUIRE(plan.exchanges.size() == 2);
  CHECK(plan.exchanges[0].who == figure::mother);
  CHECK(plan.exchanges[0].caregiver.name == "rejecting");
  CHECK(plan.exchanges[1].who == figure::father);
  CHECK(same(plan.exchanges[1].caregiver, component{"sensitive", {{"fright", 0.5}}}));
  REQUIRE(plan.assessments.size() == 1);
  CHECK(plan.assessments[0].with == figure::father);
  CHECK(plan.assessments[0].months == std::vector<double>{3, 30.5});
  CHECK(plan.trajectories.families == 10);
  CHECK(plan.diary.families == 4);
  CHECK(plan.diary.columns == std::vector<std::string>{"settling", "figure", "delay"});
  check_round_trip(plan, small_registry());
}

TEST_CASE("a component is a name, or an object with the settings that differ", "[scenario]") {
  CHECK(same(from(R"({"theory": "delta_rule"})").theory, component{"delta_rule"}));
  CHECK(same(from(R"({"theory": {"gain": 0.5}})").theory,
             component{"conditional_strategies", {{"gain", 0.5}}}));
  CHECK(same(from(R"({"theory": {"temperature": 1, "gain": 0.02, "name": "delta_rule"}})").theory,
             component{"delta_rule", {{"temperature", 1}}}));
  const component replayed =
      from(
          R"({"mother": {"caregiver": {"name": "replayed", "first": 2, "repeats": true, "table": "é.csv"}}})")
          .figures[0]
          .caregiver;
  CHECK(
      same(replayed, component{"replayed", {{"table", 0, "é.csv"}, {"repeats", 1}, {"first", 2}}}));
  CHECK(
      from(
          R"({"mother": {"caregiver": {"name": "replayed", "first": 1, "repeats": false, "table": ""}}})")
          .figures[0]
          .caregiver.settings.empty());
}

TEST_CASE("a population that is given is the whole population", "[scenario]") {
  const auto shares = [](const scenario& plan) {
    std::vector<double> all;
    for (const stratum_share& s : plan.strata) all.push_back(s.share);
    return all;
  };
  CHECK(shares(from("{}")) == std::vector<double>{1, 0, 0});
  CHECK(shares(from(R"({"population": {"maltreatment": 2}})")) == std::vector<double>{0, 0, 2});
  CHECK(shares(from(R"({"population": {"high_risk": 0.33, "low_risk": 0.6}})")) ==
        std::vector<double>{0.6, 0.33, 0});
}

TEST_CASE("strata start from their own defaults, new ones from low_risk", "[scenario]") {
  const scenario plan = from(R"({
    "population": {"zealots": 1, "islanders": 2},
    "strata": {"zealots": {}, "high_risk": {"mind_weight": 0.5}, "islanders": {"fright_mean": -4}}})");
  REQUIRE(plan.strata.size() == 5);
  CHECK(plan.strata[1].care.mind_weight == 0.5);
  CHECK(plan.strata[1].care.acceptance_mean == high_risk.acceptance_mean);
  CHECK(plan.strata[3].name == "islanders");
  CHECK(plan.strata[3].share == 2);
  CHECK(plan.strata[3].care.fright_mean == -4);
  CHECK(plan.strata[3].care.mind_weight == low_risk.mind_weight);
  CHECK(plan.strata[4].name == "zealots");
  CHECK(same(plan.strata[4].care, low_risk));
  check_round_trip(plan, small_registry());
}

TEST_CASE("the order of keys has no meaning", "[scenario]") {
  const std::string strata = R"("strata": {"b": {}, "a": {"fright_sd": 1}})";
  const std::string population = R"("population": {"b": 1, "low_risk": 1, "a": 1})";
  CHECK(same_scenario(
      from('{' + strata + ',' + population + '}'),
      from('{' + population + R"(, "strata": {"a": {"fright_sd": 1}, "b": {}}, "seed": 1})")));
}

TEST_CASE("overrides reach every place, in order", "[scenario]") {
  CHECK(from("{}", {"/months=12", "/months=13"}).months == 13);
  CHECK(from(R"({"months": 12})", {"/months=13"}).months == 13);
  CHECK(from("{}", {"/world/needs/mildest=0.5"}).rules.needs.mildest == 0.5);
  CHECK(from("{}", {"/name=a = b"}).name == "a = b");
  CHECK(from("{}", {"/name=2"}).name == "2");
  CHECK(from("{}", {R"(/name="2")"}).name == "2");
  CHECK(from(R"({"arm": "x"})", {"/arm="}).arm.empty());
  CHECK(from("{}", {"/theory=delta_rule"}).theory.name == "delta_rule");
  CHECK(same(from(R"({"theory": "delta_rule"})", {"/theory/gain=0.5"}).theory,
             component{"delta_rule", {{"gain", 0.5}}}));
  CHECK(same(from("{}", {"/theory/name=delta_rule", "/theory/gain=0.5"}).theory,
             component{"delta_rule", {{"gain", 0.5}}}));
  CHECK(from("{}", {"/mother/caregiver=sensitive"}).figures[0].caregiver.name == "sensitive");
  CHECK(from("{}", {R"(/population={"high_risk": 1})"}).strata[1].share == 1);
  CHECK(from("{}", {"/population/own~01=1", R"(/strata={"own~1": {}})",
                    "/population={\"low_risk\": 1}", "/strata={}"})
            .strata.size() == 3);
}

TEST_CASE("overrides change elements of lists and add one", "[scenario]") {
  const std::string one =
      R"({"assessments": [{"instrument": "strange_situation", "months": [12]}]})";
  CHECK(from(one, {"/assessments/0/months/0=15"}).assessments[0].months == std::vector<double>{15});
  CHECK(from(one, {"/assessments/0/months/1=15"}).assessments[0].months ==
        std::vector<double>{12, 15});
  CHECK(same(from(one, {"/assessments/0/instrument/rater_sd=0"}).assessments[0].instrument,
             component{"strange_situation", {{"rater_sd", 0}}}));
  const scenario two =
      from(one, {"/assessments/1/instrument=sensitivity_visit", "/assessments/1/months/0=3"});
  REQUIRE(two.assessments.size() == 2);
  CHECK(two.assessments[1].months == std::vector<double>{3});
  CHECK(
      from("{}", {"/exchanges/0/months=3", "/exchanges/0/caregiver=sensitive"}).exchanges.size() ==
      1);
}

TEST_CASE("every scenario of the library reads, and its complete text reads the same",
          "[scenario]") {
  const registry known = builtins();
  for (const char* folder : {"data/protocols", "examples/scenarios"})
    for (const std::filesystem::path& file : files_in(folder)) {
      INFO(file);
      const scenario plan = read_scenario(file, known);
      CHECK(plan.name == file.stem());
      CHECK_FALSE(plan.description.empty());
      check_round_trip(plan, known);
    }
}

TEST_CASE("any scenario survives writing and reading to the last bit", "[scenario]") {
  const registry known = small_registry();
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    INFO("seed " << seed);
    check_round_trip(scattered(seed), known);
  }
}

TEST_CASE("the complete text holds every default and nothing twice", "[scenario]") {
  const std::string text = to_json_text(scenario{}, small_registry());
  CHECK(text.starts_with("{\n  \"schema\": 1,\n  \"name\": \"scenario\",\n"));
  CHECK(text.find("\"seed\": 1,") != text.npos);
  CHECK(text.find("\"population\": {\"low_risk\": 1, \"high_risk\": 0, \"maltreatment\": 0},") !=
        text.npos);
  CHECK(text.find("\"temperature\": 0.05,") != text.npos);
  CHECK(text.find("\"innate\": {\"self\": 0, \"other\": 0, \"safety\": 0.3},") != text.npos);
  CHECK(text.ends_with(
      "\"diary\": {\"families\": 0, \"columns\": [\"display\", \"settling\"]}\n}\n"));
  CHECK(to_json_text(from(R"({"innate": {"self": -0.0}})"), small_registry()) == text);
}

TEST_CASE("a scenario that names what is unknown is still written", "[scenario]") {
  scenario plan;
  plan.theory = {"lost", {{"gain", 0.5}}};
  plan.name = "\xff";
  plan.innate.self = std::numeric_limits<double>::quiet_NaN();
  const std::string text = to_json_text(plan, small_registry());
  CHECK(text.find("\"theory\": {\"name\": \"lost\", \"gain\": 0.5}") != text.npos);
  CHECK(text.find("\"self\": null") != text.npos);
}

}  // namespace iwm::testing
