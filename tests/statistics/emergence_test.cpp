// SPDX-License-Identifier: MIT
// Emergence. Each cohort has 2,000 infants (default temperament, seeds fixed) and a Strange
// Situation. Null: the true share is at least .65 where .60 is asked for. A share of 2,000 has a
// standard error of at most .011, so a false alarm needs 4.6 of them: 2e-6 a test. Differences of
// two cohorts have at most .016; the margins below are chosen so that a true effect of the stated
// size fails less than once in 1e6.
#include "support/catch.hpp"
#include "support/cohort.hpp"

using namespace iwm;
using namespace iwm::test;

namespace {

world without_rejection_cost() {
  world rules;
  rules.outcome.rejection_cost = 0;
  return rules;
}

std::vector<exchange> to_sensitive_at(double months) {
  return {{figure::mother, months, {"sensitive"}}};
}

}  // namespace

TEST_CASE("twelve months of sensitive care make most infants B", "[statistics][long]") {
  CHECK(cohort{"sensitive"}.classes()[b_class] >= 0.60);
}

TEST_CASE("twelve months of rejecting care make most infants A", "[statistics][long]") {
  CHECK(cohort{"rejecting"}.classes()[a_class] >= 0.60);
}

TEST_CASE("twelve months of inconsistent care make most infants C", "[statistics][long]") {
  CHECK(cohort{"inconsistent"}.classes()[c_class] >= 0.60);
}

TEST_CASE("twelve months of frightening care make most infants D", "[statistics][long]") {
  CHECK(cohort{"frightening"}.classes()[d_class] >= 0.60);
}

TEST_CASE("an exchange of caregiver at 12 months moves the classes at 24, and less than one at 3",
          "[statistics][long]") {
  const std::string before = GENERATE("rejecting", "inconsistent");
  const shares stays = cohort{before, 24}.classes();
  const double early = total_variation(stays, cohort{before, 24, to_sensitive_at(3)}.classes());
  const double late = total_variation(stays, cohort{before, 24, to_sensitive_at(12)}.classes());
  CAPTURE(before, early, late);
  CHECK(late >= 0.25);
  CHECK(late < early);
}

TEST_CASE(
    "without the hurt of rejection, rejecting care no longer makes infants A, and nothing else "
    "changes",
    "[statistics][long]") {
  const std::vector<setting> no_hurt{{"hurt", 0}};
  const world rules = without_rejection_cost();
  CHECK(cohort{"rejecting", 12, {}, no_hurt, rules}.classes()[a_class] <
        cohort{"rejecting"}.classes()[a_class] - 0.25);
  CHECK(std::abs(cohort{"sensitive", 12, {}, no_hurt, rules}.classes()[b_class] -
                 cohort{"sensitive"}.classes()[b_class]) < 0.05);
  CHECK(std::abs(cohort{"frightening", 12, {}, no_hurt, rules}.classes()[d_class] -
                 cohort{"frightening"}.classes()[d_class]) < 0.05);
}

TEST_CASE(
    "without anger at uncertainty, inconsistent care no longer makes infants C, and nothing else "
    "changes",
    "[statistics][long]") {
  const std::vector<setting> calm{{"uncertainty_anger", 0}};
  CHECK(cohort{"inconsistent", 12, {}, calm}.classes()[c_class] <
        cohort{"inconsistent"}.classes()[c_class] - 0.25);
  CHECK(std::abs(cohort{"sensitive", 12, {}, calm}.classes()[b_class] -
                 cohort{"sensitive"}.classes()[b_class]) < 0.05);
  CHECK(std::abs(cohort{"frightening", 12, {}, calm}.classes()[d_class] -
                 cohort{"frightening"}.classes()[d_class]) < 0.05);
  CHECK(cohort{"rejecting", 12, {}, calm}.classes()[a_class] >
        cohort{"rejecting"}.classes()[a_class] - 0.05);
}

TEST_CASE(
    "without the weight of fright, ordinary families have fewer D infants, and A, B and C care "
    "stay what they were",
    "[statistics][long]") {
  const std::vector<setting> even{{"fright_weight", 1}};
  CHECK(cohort{"trait_based", 12, {}, even}.classes()[d_class] <
        cohort{"trait_based"}.classes()[d_class] - 0.05);
  CHECK(std::abs(cohort{"sensitive", 12, {}, even}.classes()[b_class] -
                 cohort{"sensitive"}.classes()[b_class]) < 0.05);
  CHECK(std::abs(cohort{"rejecting", 12, {}, even}.classes()[a_class] -
                 cohort{"rejecting"}.classes()[a_class]) < 0.05);
}

TEST_CASE("without the return of unused strategies, avoidance outlives the rejecting caregiver",
          "[statistics][long]") {
  const std::vector<setting> locked{{"strategy_return", 0}};
  const auto a_after = [&](const std::vector<setting>& theory) {
    return cohort{"rejecting", 24, to_sensitive_at(12), theory}.classes()[a_class];
  };
  CHECK(a_after(locked) > a_after({}) + 0.08);
  CHECK(std::abs(cohort{"sensitive", 12, {}, locked}.classes()[b_class] -
                 cohort{"sensitive"}.classes()[b_class]) < 0.05);
}

TEST_CASE("without transference a new caregiver meets no history", "[statistics][long]") {
  const std::vector<setting> fresh{{"transference", 0}};
  const auto a_soon_after = [&](const std::vector<setting>& theory) {
    return cohort{"rejecting", 13, to_sensitive_at(12), theory}.classes()[a_class];
  };
  CHECK(a_soon_after({}) > a_soon_after(fresh) + 0.10);
}

TEST_CASE(
    "after a year of rejection mistrust keeps many from becoming secure, after three months none",
    "[statistics][long]") {
  const std::vector<setting> trusting{{"mistrust_weight", 0}};
  const auto b_after = [&](double months, const std::vector<setting>& theory) {
    return cohort{"rejecting", 24, to_sensitive_at(months), theory}.classes()[b_class];
  };
  CHECK(b_after(12, {}) < b_after(12, trusting) - 0.10);
  CHECK(std::abs(b_after(3, {}) - b_after(3, trusting)) < 0.05);
}
