// SPDX-License-Identifier: MIT
#include "iwm/scenario/scenario_json.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
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

/// Lists of lives and of arms; a plan of infants is short, one of lives keeps no diary.
void scatter_lives(scenario& plan, numbers& next) {
  constexpr double longest_infancy = 66;
  if (plan.lives.generations == 0) plan.months = std::min(plan.months, longest_infancy);
  if (plan.lives.generations > 0) plan.diary.families = 0;
  lives_plan& lives = plan.lives;
  lives.events = {{.kind = "flood", .who = "partner"}, {.kind = "a \"war\"", .who = "peer"}};
  for (life_event& event : lives.events) scatter(event, next, 1);
  lives.placements = {{100 * next(), "maltreatment"}, {100 + 100 * next(), "high_risk"}};
  lives.programmes.resize(2);
  for (programme& one : lives.programmes) scatter(one, next, 1);
  lives.therapies.resize(1);
  scatter(lives.therapies[0], next, 1);
  if (plan.lives.generations > 0) {
    plan.assessments[0].person = assessed::couple;
    plan.assessments[0].with = figure::partner;
    plan.assessments[0].generation = 1 + static_cast<std::int64_t>(10 * next());
  }
  plan.arms = {{"one", {}}, {"two", {"/months=12", "/lives/twins=true"}}};
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
  scatter_lives(plan, next);
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
  CHECK(
      text.ends_with("\"diary\": {\"families\": 0, \"columns\": [\"display\", \"settling\"]},\n  "
                     "\"arms\": []\n}\n"));
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

TEST_CASE("lists of lives take the place of the defaults", "[scenario]") {
  const lives_plan initial = from("{}").lives;
  CHECK(same_lists(initial, lives_plan{}));
  CHECK(initial.events.size() == everyday_life_events().size());
  CHECK(from(R"({"lives": {"events": []}})").lives.events.empty());
  const scenario plan = from(R"({
    "months": 480,
    "lives": {
      "generations": 2, "twins": true, "last_months": 24,
      "course": {"school_age": 4, "adulthood": {"partner": 3}},
      "events": [{"kind": "flood", "who": "peer", "months": 90, "care": -1, "family": true}, {"kind": "war"}],
      "placements": [{"months": 3}, {"months": 9, "stratum": "high_risk"}],
      "programmes": [{"sensitivity": 1.5}],
      "therapies": [{"from": 300, "for_insecure": true}]},
    "assessments": [{"instrument": "strange_situation", "person": "couple", "figure": "partner",
                     "generation": 2, "months": [12]}]})");
  CHECK(plan.lives.generations == 2);
  CHECK(plan.lives.twins);
  CHECK(plan.lives.course.school_age == 4);
  CHECK(plan.lives.course.adulthood.partner == 3);
  REQUIRE(plan.lives.events.size() == 2);
  CHECK(plan.lives.events[0].who == "peer");
  CHECK(plan.lives.events[0].months == 90);
  CHECK(plan.lives.events[0].family);
  CHECK(plan.lives.events[1].kind == "war");
  CHECK(plan.lives.events[1].who == "mother");
  CHECK(plan.lives.events[1].lasts == life_event{}.lasts);
  REQUIRE(plan.lives.placements.size() == 2);
  CHECK(plan.lives.placements[0].stratum == "low_risk");
  CHECK(plan.lives.placements[1].stratum == "high_risk");
  CHECK(plan.lives.programmes.at(0).sensitivity == 1.5);
  CHECK(plan.lives.therapies.at(0).from == 300);
  CHECK(plan.lives.therapies.at(0).for_insecure);
  CHECK(plan.assessments.at(0).person == assessed::couple);
  CHECK(plan.assessments.at(0).with == figure::partner);
  CHECK(plan.assessments.at(0).generation == 2);
  check_round_trip(plan, small_registry());
}

TEST_CASE("overrides reach the lists of lives", "[scenario]") {
  CHECK(from("{}", {"/lives/placements/0/months=3"}).lives.placements.at(0).months == 3);
  CHECK(from("{}", {"/lives/events=[]"}).lives.events.empty());
  CHECK(from(R"({"lives": {"therapies": [{}]}})", {"/lives/therapies/0/moments=4"})
            .lives.therapies.at(0)
            .moments == 4);
}

namespace {

/// A study that lies in a file as long as this.
struct study_file {
  explicit study_file(const std::string& text) { std::ofstream(path) << text; }
  ~study_file() { std::filesystem::remove(path); }
  std::filesystem::path path = std::filesystem::temp_directory_path() / "iwm_study_of_arms.json";
};

std::string problems_of_study(const std::string& text,
                              const std::vector<std::string>& overrides = {}) {
  const study_file file(text);
  try {
    read_study(file.path, small_registry(), overrides);
    return "nothing is wrong";
  } catch (const input_error& error) {
    std::string all;
    for (problem wrong : error.problems()) {
      wrong.file.clear();
      all += to_string(wrong) + '\n';
    }
    return all;
  }
}

}  // namespace

TEST_CASE("a study without arms is its one arm", "[scenario]") {
  const study_file file(R"({"months": 12, "arm": "x"})");
  const study one = read_study(file.path, small_registry());
  REQUIRE(one.arms.size() == 1);
  CHECK(same_scenario(one.arms[0], one.whole));
  CHECK(one.arms[0].arm == "x");
}

TEST_CASE("arms set what they say, and what is overridden comes last", "[scenario]") {
  const study_file file(R"({
    "families": 10, "months": 24,
    "arms": [{"name": "control"},
             {"name": "short", "set": ["/months=12", "/families=20"]},
             {"name": "risk", "set": ["/population/low_risk=0", "/population/high_risk=1"]}]})");
  const study all =
      read_study(file.path, small_registry(), std::vector<std::string>{"/families=30"});
  CHECK(all.whole.arms.size() == 3);
  REQUIRE(all.arms.size() == 3);
  CHECK(all.arms[0].arm == "control");
  CHECK(all.arms[0].months == 24);
  CHECK(all.arms[1].arm == "short");
  CHECK(all.arms[1].months == 12);
  CHECK(all.arms[2].strata[0].share == 0);
  CHECK(all.arms[2].strata[1].share == 1);
  for (const scenario& arm : all.arms) {
    CHECK(arm.families == 30);
    CHECK(arm.arms.empty());
    CHECK(arm.seed == all.whole.seed);
  }
}

TEST_CASE("what an arm cannot set is refused with place and value", "[scenario]") {
  CHECK(problems_of_study(R"({"arms": [{"name": "a", "set": ["/mnths=12"]}]})") ==
        "/mnths: unknown key; did you mean 'months'?\n");
  CHECK(problems_of_study(R"({"arms": [{"name": "a", "set": ["/months=900"]},
                                       {"name": "b", "set": ["months"]}]})") ==
        "/months: 900 is outside [1, 66] (months): longer lives need /lives/generations above 0\n"
        "--set: 'months' is not of the form /json/pointer=value\n");
  CHECK(problems_of_study(R"({"arms": [{"name": "a"}]})") == "nothing is wrong");
}

TEST_CASE("an instrument that asks people needs whole lives", "[scenario]") {
  const auto with = [](const std::string& assessment, const std::string& lives) {
    try {
      scenario_from_json(
          "{\"months\": 60, \"lives\": " + lives + ", \"assessments\": [" + assessment + "]}", "a",
          builtins());
      return std::string("nothing is wrong");
    } catch (const input_error& error) {
      return std::string(error.what());
    }
  };
  const std::string interview = R"({"instrument": "adult_attachment_interview", "months": [12]})";
  const std::string form =
      R"({"instrument": "ecr_rs", "figure": "partner", "person": "couple", "months": [12]})";
  CHECK(with(interview, R"({"generations": 1})") == "nothing is wrong");
  CHECK(with(form, R"({"generations": 1})") == "nothing is wrong");
  CHECK(with(interview, "{}")
            .find("/assessments/0/instrument: 'adult_attachment_interview' asks people: it "
                  "needs /lives/generations above 0") != std::string::npos);
  CHECK(with(form, "{}")
            .find("/assessments/0/figure: an infant has no 'partner': it needs "
                  "/lives/generations above 0") != std::string::npos);
  CHECK(with(form, "{}")
            .find("/assessments/0/person: only whole lives have others than children assessed: "
                  "/lives/generations must be above 0") != std::string::npos);
}

}  // namespace iwm::testing
