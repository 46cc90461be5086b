// SPDX-License-Identifier: MIT
#include "iwm/population/run.hpp"

#include <bit>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace iwm;

namespace {

/// Scores of the Q-sort and models over time, to the bit, of the first families.
struct lives final : sink {
  static constexpr std::uint64_t families = 40;
  std::vector<std::uint64_t> bits;
  void row(const assessment_row& r) override {
    if (r.from.family_id <= families && r.instrument == "aqs") add({r.age_months, r.value});
  }
  void row(const trajectory_row& r) override {
    if (r.from.family_id <= families)
      add({r.age_months, r.availability, r.acceptance, r.safety, r.worth, r.efficacy, r.confidence,
           r.direct, r.minimise, r.maximise});
  }
  void add(std::initializer_list<double> numbers) {
    for (const double x : numbers) bits.push_back(std::bit_cast<std::uint64_t>(x));
  }
};

scenario study() {
  scenario plan;
  plan.families = lives::families;
  plan.months = 5;
  plan.assessments = {{{"attachment_q_sort"}, figure::mother, {4}}};
  plan.trajectories = {.families = lives::families, .every_months = 1};
  return plan;
}

std::vector<std::uint64_t> lived(const scenario& plan, const run_options& options = {}) {
  lives kept;
  sink* const to = &kept;
  run(plan, builtins(), {&to, 1}, options);
  return kept.bits;
}

}  // namespace

TEST_CASE("nothing that is switched on beside a life changes it", "[population]") {
  const auto expected = lived(study());
  REQUIRE(expected.size() > 40 * 5 * 9);

  const std::map<std::string, std::function<void(scenario&)>> switches{
      {"a Strange Situation",
       [](scenario& s) {
         s.assessments.push_back({{"strange_situation"}, figure::mother, {1, 2, 3, 4}});
       }},
      {"visits with the father, and a report",
       [](scenario& s) {
         s.assessments.push_back({{"sensitivity_visit"}, figure::father, {1, 4}});
         s.assessments.push_back({{"temperament_report"}, figure::mother, {3}});
       }},
      {"a recording before the Q-sort",
       [](scenario& s) {
         s.assessments.insert(s.assessments.begin(), {{"home_recording"}, figure::mother, {4}});
       }},
      {"a diary",
       [](scenario& s) {
         s.diary = {s.families, {"display", "settling"}};
       }},
      {"more families", [](scenario& s) { s.families = 3 * block_size + 1; }},
      {"names", [](scenario& s) {
         s.name = "other";
         s.protocol = s.arm = "another";
       }}};
  for (const auto& [name, turn_on] : switches) {
    INFO(name);
    scenario plan = study();
    turn_on(plan);
    CHECK(lived(plan) == expected);
  }
  CHECK(lived(study(), {.threads = 7, .progress = [](auto, auto) { return true; }}) == expected);
}

TEST_CASE("what does belong to a life changes it", "[population]") {
  const auto expected = lived(study());
  scenario plan = study();
  plan.rules.needs.mildest = 0.11;
  CHECK(lived(plan) != expected);
  plan = study();
  ++plan.seed;
  CHECK(lived(plan) != expected);
}
