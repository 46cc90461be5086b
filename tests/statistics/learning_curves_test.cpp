// SPDX-License-Identifier: MIT
// The appraisal filter and the sensitive period show in the vectors, hardly in class shares of
// infants; mistrust shows in both. 512 infants a cohort, seeds fixed; a mean of an expectation has
// a standard error below .01.
#include <map>

#include "support/catch.hpp"
#include "support/cohort.hpp"

using namespace iwm;
using namespace iwm::test;

namespace {

struct mean_model : sink {
  using sink::row;
  void row(const trajectory_row& r) override {
    if (r.store != "implicit" || r.partner_id % 10 != 1) return;
    auto& [acceptance, n] = at[r.age_months];
    acceptance += r.acceptance;
    n += 1;
  }
  double acceptance(double months) const {
    const auto& [sum, n] = at.at(months);
    return sum / n;
  }
  std::map<double, std::pair<double, double>> at;
};

mean_model followed(cohort c) {
  c.families = 512;
  scenario plan = c.plan();
  plan.assessments.clear();
  plan.trajectories = {512, 1};
  mean_model seen;
  std::array<sink*, 1> sinks{&seen};
  run(plan, builtins(), sinks, {.threads = 2});
  return seen;
}

cohort exchanged(double months, std::vector<setting> theory, world rules = {}) {
  return {
      "rejecting", months + 2, {{figure::mother, months, {"sensitive"}}}, std::move(theory), rules};
}

/// Share of the way from rejection to full acceptance that two months with a new caregiver cover.
double recovery(double months, std::vector<setting> theory, world rules = {}) {
  const mean_model seen = followed(exchanged(months, std::move(theory), rules));
  const double before = seen.acceptance(months);
  return (seen.acceptance(months + 2) - before) / (1 - before);
}

/// Without mistrust, which would hide what else slows learning.
const std::vector<setting> trusting{{"mistrust_weight", 0}};

}  // namespace

TEST_CASE("the filter keeps a confident good model from learning of rejection", "[statistics][long]") {
  const auto expected_after_a_month = [](const std::vector<setting>& theory) {
    const std::vector<exchange> rejected{{figure::mother, 12, {"rejecting"}}};
    return followed({"sensitive", 13, rejected, theory}).acceptance(13);
  };
  const double with = expected_after_a_month({});
  const double without = expected_after_a_month({{"filter", 0}, {"assimilation", 0}});
  CAPTURE(with, without);
  CHECK(with > without + 0.05);
}

TEST_CASE("the same corrective care teaches less at two years than at three months",
          "[statistics][long]") {
  const double early = recovery(3, {}), late = recovery(24, {});
  CAPTURE(early, late);
  CHECK(late < early - 0.05);
}

// Mistrust is switched off: with a floor of 1 it would be learned faster too and hide the effect.
TEST_CASE("without a sensitive period the later correction is faster", "[statistics][long]") {
  world open;
  open.plasticity.floor = 1;
  const double with = recovery(24, trusting), without = recovery(24, trusting, open);
  CAPTURE(with, without);
  CHECK(without > with + 0.05);
}

TEST_CASE("confidence slows learning", "[statistics][long]") {
  const double with = recovery(12, trusting),
               without = recovery(12, {{"mistrust_weight", 0}, {"resistance_to_change", 0}});
  CAPTURE(with, without);
  CHECK(without > with + 0.03);
}

TEST_CASE("mistrust slows the correction of long rejection, not of short", "[statistics][long]") {
  const double late = recovery(24, {}), late_without = recovery(24, trusting);
  const double early = recovery(3, {}), early_without = recovery(3, trusting);
  CAPTURE(late, late_without, early, early_without);
  CHECK(late < late_without - 0.05);
  CHECK(early == iwm::testing::Approx(early_without).margin(0.02));
}
