// SPDX-License-Identifier: MIT
#include "iwm/caregiver/sensitive.hpp"
#include "iwm/life/dyad.hpp"
#include "iwm/theory/delta_rule.hpp"

#include <iostream>

int main() {
  iwm::dyad<iwm::theories::delta_rule, iwm::caregivers::sensitive> pair;
  pair.begin();
  const iwm::other_vector before = pair.theory.other(pair.beliefs);
  for (std::uint64_t i = 0; i < 500; ++i) {
    const iwm::address at{.seed = 1, .person = 1, .relationship = 1, .event = i};
    pair.step(pair.rules.needs(.5, at.draw(iwm::purpose::circumstance)), at);
  }
  const iwm::other_vector after = pair.theory.other(pair.beliefs);
  std::cout << "availability " << before[0] << " -> " << after[0] << '\n';
  return after[0] > before[0] ? 0 : 1;
}
