// SPDX-License-Identifier: MIT
// One infant with one caregiver who rebuffs distress: in a year it comes to expect rejection and to
// mute its distress. Claim, checked at the end: acceptance falls below zero, muted distress is
// worth more to it than open distress, and it mutes more of its signals than in its first month.
#include "iwm/caregiver/rejecting.hpp"
#include "iwm/core/time.hpp"
#include "iwm/life/dyad.hpp"
#include "iwm/theory/conditional_strategies.hpp"

#include <cstdint>
#include <iostream>

int main() {
  iwm::dyad<iwm::theories::conditional_strategies, iwm::caregivers::rejecting> pair;
  pair.begin();

  constexpr std::uint64_t events_per_day = 6, days = 365;
  std::uint64_t signals = 0, muted = 0;
  double share = 0, first_share = -1;
  std::cout << "month  availability  acceptance   worth  open   muted  share of muted distress\n";
  for (std::uint64_t i = 0; i < days * events_per_day; ++i) {
    const double age = static_cast<double>(i) / events_per_day / iwm::days_per_year;
    const iwm::address at{.seed = 1, .person = 1, .relationship = 1, .event = i};
    const iwm::circumstance now = pair.rules.needs(age, at.draw(iwm::purpose::circumstance));
    const iwm::event seen = pair.step(now, at);

    muted += seen.shown.manner == static_cast<double>(iwm::manner::minimise) ? 1 : 0;
    if (++signals < 30 * events_per_day) continue;
    share = static_cast<double>(muted) / static_cast<double>(signals);
    if (first_share < 0) first_share = share;
    signals = muted = 0;
    const auto other = pair.theory.other(pair.beliefs);
    const auto self = pair.theory.self(pair.beliefs);
    const auto values = pair.theory.strategies(pair.beliefs);
    std::cout << std::fixed;
    std::cout.precision(2);
    std::cout << age * 12 << "  " << other[0] << "  " << other[1] << "  " << self[0] << "  "
              << values.direct << "  " << values.minimise << "  " << share << '\n';
  }

  const auto values = pair.theory.strategies(pair.beliefs);
  const bool holds = pair.theory.other(pair.beliefs)[1] < 0 && values.minimise > values.direct &&
                     share > first_share;
  std::cout << (holds ? "The infant expects rejection and has learned to mute its distress.\n"
                      : "The claim does not hold.\n");
  return holds ? 0 : 1;
}
