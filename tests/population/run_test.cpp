// SPDX-License-Identifier: MIT
#include "iwm/population/run.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::Approx;
using iwm::testing::ContainsSubstring;

namespace {

/// Keeps the order in which things arrive.
struct log_of_rows final : sink {
  std::vector<std::string> kinds;
  std::vector<std::uint64_t> families;
  std::vector<double> ages;
  int ends = 0;
  void note(const char* kind, const row_origin& from) {
    kinds.emplace_back(kind);
    families.push_back(from.family_id);
  }
  void row(const person_row& r) override { note("person", r.from); }
  void row(const relationship_row& r) override { note("relationship", r.from); }
  void row(const assessment_row& r) override {
    note("assessment", r.from);
    ages.push_back(r.age_months);
  }
  void row(const classification_row& r) override { note("classification", r.from); }
  void row(const event_row& r) override { note("event", r.from); }
  void row(const trajectory_row& r) override { note("trajectory", r.from); }
  void end() override { ++ends; }
};

scenario small() {
  scenario plan;
  plan.families = 70;
  plan.months = 2;
  plan.assessments = {{{"attachment_q_sort"}, figure::mother, {1, 2}},
                      {{"strange_situation"}, figure::father, {2}},
                      {{"home_recording"}, figure::mother, {1}}};
  plan.trajectories = {.families = 2, .every_months = 1};
  return plan;
}

log_of_rows logged(const scenario& plan, const run_options& options = {}) {
  log_of_rows log;
  sink* const to = &log;
  run(plan, builtins(), {&to, 1}, options);
  return log;
}

/// Instruments that report a draw of their own and the first thing they see.
struct first_probe {
  static constexpr std::string_view name = "first_probe", table_name = "first_probe",
                                    summary = "reports its draws";
  struct parameters {
    static constexpr auto fields() { return std::tuple<>{}; }
  };
  parameters p{};
  void assess(stage& children, double, record& findings) const {
    std::vector<circumstance> now(children.size(), {.need = 0.5});
    std::vector<event> seen(children.size());
    children.play(now, seen);
    for (std::size_t i = 0; i < children.size(); ++i) {
      findings.scale(i, "rater", 0, children.draw(i, purpose::rater)[0]);
      findings.scale(i, "need", 0, children.everyday(i, 0).need);
      findings.scale(i, "delay", 0, seen[i].given.delay);
    }
  }
};
struct second_probe : first_probe {
  static constexpr std::string_view name = "second_probe", table_name = "second_probe";
};

/// The values of one scale, by instrument, age and partner.
struct values_of final : sink {
  explicit values_of(std::string_view scale) : scale_(scale) {}
  using sink::row;
  void row(const assessment_row& r) override {
    if (r.scale == scale_)
      found[{std::string(r.instrument), r.age_months, r.partner_id % 10}].push_back(r.value);
  }
  std::map<std::tuple<std::string, double, std::uint64_t>, std::vector<double>> found;

 private:
  std::string_view scale_;
};

std::size_t count(const log_of_rows& log, const std::string& kind) {
  std::size_t n = 0;
  for (const std::string& k : log.kinds) n += k == kind ? 1 : 0;
  return n;
}

}  // namespace

TEST_CASE("rows come family by family in ascending order, then the end, once", "[population]") {
  const log_of_rows log = logged(small());
  for (std::size_t i = 1; i < log.families.size(); ++i)
    REQUIRE(log.families[i - 1] <= log.families[i]);
  CHECK(log.families.front() == 1);
  CHECK(log.families.back() == 70);
  CHECK(log.ends == 1);
}

TEST_CASE("a family of three has two relationships and every planned assessment", "[population]") {
  const log_of_rows log = logged(small());
  CHECK(count(log, "person") == 3 * 70);
  CHECK(count(log, "relationship") == 2 * 70);
  CHECK(count(log, "classification") == 2 * 70);
  CHECK(count(log, "event") == 48 * 70);
  // partner 0 (general), mother and father; implicit and declared; months 0, 1 and 2; two families
  CHECK(count(log, "trajectory") == 3 * 2 * 3 * 2);
}

TEST_CASE("within a family assessments come in order of age", "[population]") {
  scenario plan = small();
  plan.families = 1;
  const log_of_rows log = logged(plan);
  for (std::size_t i = 1; i < log.ages.size(); ++i) CHECK(log.ages[i - 1] <= log.ages[i]);
}

TEST_CASE("every sink receives every row", "[population]") {
  log_of_rows a, b;
  const std::vector<sink*> both{&a, &b};
  run(small(), builtins(), both);
  CHECK(a.kinds == b.kinds);
  CHECK(a.ends + b.ends == 2);
}

TEST_CASE("progress counts families up to all of them", "[population]") {
  std::vector<std::uint64_t> done;
  run_options options;
  options.progress = [&](std::uint64_t now, std::uint64_t all) {
    CHECK(all == 70);
    done.push_back(now);
    return true;
  };
  logged(small(), options);
  CHECK(done == std::vector<std::uint64_t>{64, 70});
}

TEST_CASE("a run can be stopped between blocks", "[population]") {
  for (const unsigned threads : {1u, 3u}) {
    scenario plan = small();
    plan.families = 640;
    plan.assessments.clear();
    log_of_rows log;
    sink* const to = &log;
    run_options options{.threads = threads, .progress = {}};
    options.progress = [](std::uint64_t done, std::uint64_t) { return done < 128; };
    CHECK_FALSE(run(plan, builtins(), {&to, 1}, options));
    CHECK(log.families.back() == 128);
  }
}

TEST_CASE("a sink that fails ends the run with its own error", "[population]") {
  struct full_disk final : sink {
    void row(const person_row& r) override {
      if (r.from.family_id == 65) throw std::runtime_error("the disk is full");
    }
  } sink_that_fails;
  sink* const to = &sink_that_fails;
  for (const unsigned threads : {1u, 2u})
    CHECK_THROWS_WITH(run(small(), builtins(), {&to, 1}, {.threads = threads, .progress = {}}),
                      "the disk is full");
}

TEST_CASE("names that are not registered are refused, all at once and before any row",
          "[population]") {
  scenario plan = small();
  plan.theory.name = "delta_rul";
  plan.figures[1].caregiver.name = "kind";
  plan.assessments[0].instrument.name = "aqs";
  log_of_rows log;
  sink* const to = &log;
  try {
    run(plan, builtins(), {&to, 1});
    FAIL("nothing was thrown");
  } catch (const input_error& e) {
    CHECK(e.problems().size() == 3);
    CHECK_THAT(e.what(), ContainsSubstring("delta_rul") && ContainsSubstring("kind") &&
                             ContainsSubstring("aqs"));
  }
  CHECK(log.kinds.empty());
  CHECK(log.ends == 0);
}

TEST_CASE("settings that a component lacks or cannot take are refused, with the nearest name",
          "[population]") {
  const auto refusal = [](const scenario& plan) {
    std::string all;
    for (const problem& p : problems_of(plan, builtins())) all += to_string(p) + "\n";
    log_of_rows log;
    sink* const to = &log;
    CHECK_THROWS_AS(run(plan, builtins(), {&to, 1}), input_error);
    CHECK(log.kinds.empty());
    return all;
  };
  scenario plan = small();
  plan.theory = {"delta_rule", {{"gian", 0.5}}};
  CHECK_THAT(refusal(plan), ContainsSubstring("gian") && ContainsSubstring("gain"));
  plan.theory = {"delta_rule", {{"gain", 1.5}}};
  CHECK_THAT(refusal(plan), ContainsSubstring("1.5 is outside [0, 1]"));
  plan = small();
  plan.families = 0;
  CHECK_THAT(refusal(plan), ContainsSubstring("/families"));
  plan = small();
  plan.strata = {{"low_risk", 0, low_risk}};
  CHECK_THAT(refusal(plan), ContainsSubstring("population is empty"));
  plan = small();
  plan.assessments[0].months = {3};
  CHECK_THAT(refusal(plan), ContainsSubstring("3 is outside [0, 2]"));
  CHECK(problems_of(small(), builtins()).empty());
}

TEST_CASE("events of a run are families x days x events a day", "[population]") {
  scenario plan;
  plan.families = 10;
  plan.months = 12;
  plan.figures[0].events_per_day = 6;
  plan.figures[1].events_per_day = 2;
  CHECK(count_events(plan) == 10u * 365u * 8u);
  plan.months = 13 * 12;
  plan.lives.generations = 1;
  plan.lives.children = 2;
  const double weeks = 7. * 365.25 / 7.;
  const double expected = 20. * (6. * 365.25 * 8. + weeks * (6. * 14. + 1. * 10.) / 7.);
  CHECK(static_cast<double>(count_events(plan)) == Approx(expected).epsilon(0.02));
}

TEST_CASE("every assessment draws for itself: by instrument, by age, by figure", "[population]") {
  registry known = builtins();
  known.add_instrument<first_probe>();
  known.add_instrument<second_probe>();
  scenario plan;
  plan.families = 64;
  plan.months = 2;
  for (const char* tool : {"first_probe", "second_probe"})
    for (const figure who : {figure::mother, figure::father})
      plan.assessments.push_back({{tool}, who, {1, 2}});
  for (const char* scale : {"rater", "need", "delay"}) {
    INFO(scale);
    values_of values(scale);
    sink* const to = &values;
    run(plan, known, {&to, 1});
    REQUIRE(values.found.size() == 8);
    std::set<std::vector<double>> different;
    for (const auto& [which, list] : values.found) {
      CHECK(list.size() == 64);
      different.insert(list);
    }
    CHECK(different.size() == 8);
  }
}

TEST_CASE("families belong to strata in the shares that are planned", "[population]") {
  struct strata_count final : sink {
    std::uint64_t risk = 0, all = 0;
    void row(const person_row& r) override {
      if (r.role != "child") return;
      ++all;
      risk += r.from.stratum == "high_risk" ? 1 : 0;
    }
  } counted;
  scenario plan;
  plan.families = 2000;
  plan.months = 1;
  for (figure_plan& f : plan.figures) f.events_per_day = 0;
  plan.strata = {{"low_risk", 3, low_risk}, {"high_risk", 1, high_risk}};
  sink* const to = &counted;
  run(plan, builtins(), {&to, 1});
  CHECK(counted.all == 2000);
  // Null: a quarter of 2000 independent families; 4.9 standard deviations are 95
  CHECK(counted.risk > 500 - 95);
  CHECK(counted.risk < 500 + 95);
}
