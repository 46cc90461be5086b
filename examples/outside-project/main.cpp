// SPDX-License-Identifier: MIT
// An outside project: a theory and a caregiver of its own, both tested, and a cohort with them.
#include <iostream>
#include <map>

#include <iwm/population/run.hpp>
#include <iwm/testing/caregiver_kit.hpp>
#include <iwm/testing/theory_kit.hpp>
using namespace iwm;

struct trust {  // expects the welcome that it has met, and mutes distress for fear of a rebuff
  static constexpr std::string_view name = "trust", summary = "one expectation, two manners";
  struct parameters {
    static constexpr auto fields() { return std::tuple<>{}; }
  } p{};
  using state = double;
  state initial(auto&&, const prior& from) const { return from.other; }
  double felt_security(state s) const { return 0.5 + 0.5 * s; }
  signal behave(state s, const circumstance& now, double arousal, auto&&, const draws& u) const {
    const double muted = select(u[0] > felt_security(s), 1., 0.), near = 1 - now.separation;
    return {.display = arousal * (1 - 0.6 * muted), .avoidance = near * muted, .manner = muted};
  }
  outcome appraise(state, auto&&, const outcome& came, auto&&, auto&&) const { return came; }
  state learn(state s, auto&&, const outcome& felt, auto&&, double plasticity) const {
    return blend(s, felt.acceptance, 0.02 * plasticity);
  }
  response anticipate(state s, auto&&) const { return {.came = 1, .welcome = felt_security(s)}; }
  self_vector self(state s) const { return {s, 0}; }
  other_vector other(state s) const { return {0, s, 0}; }
};

struct strict {  // comes to every loud cry, and welcomes it by its acceptance
  static constexpr std::string_view name = "strict", summary = "comes, and may rebuff";
  using parameters = care_traits;
  parameters p{};
  response respond(const signal& shown, auto&&, const draws& u) const {
    const double came = shown.display > 0.2 ? 1 : 0, warm = u[0] < p.acceptance ? came : 0;
    return {.came = came, .fit = came, .welcome = warm, .rejection = came - warm};
  }
};

int main() {
  testing::require_theory<trust>();
  testing::require_caregiver<strict>();
  registry known = builtins();
  known.add_theory<trust>();
  known.add_caregiver<strict>();
  scenario plan{.families = 500, .months = 12, .theory = {"trust"}};
  plan.figures[0].caregiver = {"strict", {{"acceptance", 0.5}}};
  plan.assessments = {{{"strange_situation"}, figure::mother, {12}}};
  struct class_count : sink {
    void row(const classification_row& r) override { infants[r.category] += r.system == "ABCD"; }
    std::map<std::string_view, int> infants;
  } counted;
  sink* const to = &counted;
  run(plan, known, {&to, 1});
  for (const auto& [name, infants] : counted.infants) std::cout << name << ' ' << infants << '\n';
  return counted.infants["A"] > counted.infants["B"] ? 0 : 1;
}
