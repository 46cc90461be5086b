// SPDX-License-Identifier: MIT
// A rejecting caregiver is exchanged for a sensitive one, after 3 months, after 12 or never. Claim,
// checked at the end: an exchange at 12 months moves the classes at 24 months by at least a quarter
// of the infants (total variation), and by less than the same exchange at 3 months does.
#include "iwm/population/run.hpp"

#include <cmath>
#include <iostream>
#include <map>
#include <string>

struct class_shares final : iwm::sink {
  using iwm::sink::row;
  void row(const iwm::classification_row& found) override {
    if (found.system == "ABCD") share[std::string(found.category)] += 1. / families;
  }
  static constexpr int families = 640;
  std::map<std::string, double> share;
};

/// Shares at 24 months with an exchange in that month; none if it is 0.
std::map<std::string, double> shares_after(double month) {
  iwm::scenario plan;
  plan.families = class_shares::families;
  plan.months = 24;
  plan.figures[0].caregiver = {"rejecting"};
  plan.figures[1].events_per_day = 0;
  if (month > 0) plan.exchanges = {{iwm::figure::mother, month, {"sensitive"}}};
  plan.assessments = {{{"strange_situation"}, iwm::figure::mother, {24}}};
  class_shares counted;
  iwm::sink* const to = &counted;
  iwm::run(plan, iwm::builtins(), {&to, 1}, {.threads = 2, .progress = {}});
  std::cout << (month > 0 ? "exchanged at " + std::to_string(static_cast<int>(month)) + " months"
                          : "never exchanged")
            << ':';
  for (const auto& [name, share] : counted.share) std::cout << "  " << name << ' ' << share;
  std::cout << '\n';
  return counted.share;
}

/// Total variation: the share of infants that would have to change class.
double distance(std::map<std::string, double> a, std::map<std::string, double> b) {
  double sum = 0;
  for (const char* name : {"A", "B", "C", "D"}) sum += std::abs(a[name] - b[name]) / 2;
  return sum;
}

int main() {
  const auto never = shares_after(0);
  const double late = distance(never, shares_after(12)), early = distance(never, shares_after(3));
  std::cout << "moved by an exchange at 12 months: " << late << ", at 3 months: " << early << '\n';
  return late >= 0.25 && late < early ? 0 : 1;
}
