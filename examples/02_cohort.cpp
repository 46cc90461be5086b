// SPDX-License-Identifier: MIT
// A cohort of 1000 low-risk families, seen in the Strange Situation with the mother at 12 months.
// Claim, checked at the end: every infant gets one of the four classes, and B is the most frequent.
#include "iwm/population/run.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <string>

/// Counts the classes; everything else that a run reports is ignored.
struct class_count final : iwm::sink {
  using iwm::sink::row;
  void row(const iwm::classification_row& found) override {
    if (found.system == "ABCD") ++infants[std::string(found.category)];
  }
  std::map<std::string, int> infants;
};

int main() {
  iwm::scenario plan;
  plan.name = "low_risk_cohort";
  plan.families = 1000;
  plan.months = 12;
  plan.assessments = {{{"strange_situation"}, iwm::figure::mother, {12}}};

  class_count count;
  iwm::sink* const to = &count;
  iwm::run(plan, iwm::builtins(), {&to, 1}, {.threads = 2, .progress = {}});

  int all = 0;
  for (const auto& [name, infants] : count.infants) {
    std::cout << name << "  " << infants << '\n';
    all += infants;
  }
  const auto largest = std::max_element(count.infants.begin(), count.infants.end(),
                                        [](auto& a, auto& b) { return a.second < b.second; });
  const bool holds = all == 1000 && count.infants.size() == 4 && largest->first == "B";
  std::cout << (holds ? "Four classes, most infants are B.\n" : "The claim does not hold.\n");
  return holds ? 0 : 1;
}
