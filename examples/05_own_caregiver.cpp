// SPDX-License-Identifier: MIT
// A caregiver of one's own, with a memory: every cry tires it, quiet restores it. Claim, checked at
// the end: the kit finds nothing wrong with it, and the quieter of two infants is answered more
// often.
#include "iwm/core/real.hpp"
#include "iwm/testing/caregiver_kit.hpp"

#include <cstdint>
#include <iostream>

/// Answers warmly, if it still has the strength.
struct tiring {
  static constexpr std::string_view name = "tiring", summary = "tires with every cry";
  struct parameters {
    double toll = 0.5, rest = 0.2;
    static constexpr auto fields() {
      return std::tuple{iwm::field{"toll", &parameters::toll, 0., 1., "1/event",
                                   "strength that a full display takes", "own choice"},
                        iwm::field{"rest", &parameters::rest, 0., 1., "1/event",
                                   "share of fatigue gone at the next event", "own choice"}};
    }
  };
  struct state {
    double fatigue = 0;
    bool operator==(const state&) const = default;
  };
  parameters p{};

  state initial() const { return {}; }
  iwm::remembered<state> respond(const state& before, const iwm::signal& shown,
                                 const iwm::circumstance&, const iwm::draws& u) const {
    const double rested = before.fatigue * (1 - p.rest);
    const double came = iwm::select(u[0] < (1 - rested) * shown.display, 1., 0.);
    const double fatigue = iwm::clamp01(rested + p.toll * shown.display * (1 - rested));
    return {{.came = came, .fit = came, .delay = came * rested, .welcome = came}, {fatigue}};
  }
};

/// Share of signals of one strength that are answered, in a long relationship.
double answered(double display) {
  const tiring caregiver;
  tiring::state memory = caregiver.initial();
  double came = 0;
  constexpr std::uint64_t events = 5000;
  for (std::uint64_t i = 0; i < events; ++i) {
    const iwm::draws u = iwm::address{.seed = 1, .event = i}.draw(iwm::purpose::respond);
    came += iwm::respond(caregiver, memory, {.display = display}, {}, u).came;
  }
  return came / events;
}

int main() {
  iwm::testing::require_caregiver<tiring>();
  const double loud = answered(1) / 1., quiet = answered(0.3) / 0.3;
  std::cout << "answers per display: to a loud infant " << loud << ", to a quiet one " << quiet
            << '\n';
  return quiet > loud ? 0 : 1;
}
