// SPDX-License-Identifier: MIT
#include "iwm/iwm.hpp"

#include <iostream>

namespace {
struct people_counter : iwm::sink {
  void row(const iwm::person_row&) override { ++people; }
  int people = 0;
};
}  // namespace

int main() {
  const iwm::registry known = iwm::builtins();
  people_counter counted;
  iwm::sink* const sinks[]{&counted};
  iwm::scenario plan;
  plan.families = 3;
  iwm::run(plan, known, sinks);
  std::cout << known.theories.size() << " theories, " << counted.people << " people\n";
  return known.theories.empty() || counted.people < 6 ? 1 : 0;
}
