// SPDX-License-Identifier: MIT
// A theory of one's own and the kit that tests it: the mean of all that was met, with a slip that
// the kit finds. Claim, checked at the end: the theory fails with the slip and passes without it.
#include "iwm/testing/theory_kit.hpp"

#include <iostream>

/// Expects acceptance as it was met on average; a newborn is sure of nothing.
struct average {
  static constexpr std::string_view name = "average", summary = "expects what it met on average";
  struct parameters {
    bool with_the_slip = false;
  };
  struct state {
    double met = 0, events = 0;
    bool operator==(const state&) const = default;
  };
  parameters p{};

  double mean(const state& s) const { return s.met / (s.events + (p.with_the_slip ? 0. : 5.)); }
  state initial(const iwm::temperament&, const iwm::prior&) const { return {}; }
  double felt_security(const state& s) const { return iwm::clamp01(0.5 + 0.5 * mean(s)); }
  iwm::signal behave(const state&, const iwm::circumstance&, double arousal,
                     const iwm::temperament&, const iwm::draws&) const {
    return {.display = arousal};
  }
  iwm::outcome appraise(const state&, const iwm::event&, const iwm::outcome& came,
                        const iwm::temperament&, const iwm::draws&) const {
    return came;
  }
  state learn(const state& s, const iwm::event&, const iwm::outcome& felt, const iwm::temperament&,
              double plasticity) const {
    return {s.met + plasticity * felt.acceptance, s.events + plasticity};
  }
  iwm::response anticipate(const state& s, const iwm::signal&) const {
    return {.came = 1, .welcome = felt_security(s), .rejection = 1 - felt_security(s)};
  }
  iwm::self_vector self(const state&) const { return {0, 0}; }
  iwm::other_vector other(const state& s) const { return {0, mean(s), 0}; }
  iwm::confidence certainty(const state& s) const {
    return {s.events / (s.events + 5), s.events / (s.events + 5)};
  }
};

int main() {
  const average with_slip{.p = {.with_the_slip = true}};
  std::cout << report(iwm::testing::check_theory(with_slip)) << '\n';
  std::cout << report(iwm::testing::check_theory<average>()) << '\n';

  const bool slip_found = iwm::testing::failures(with_slip) != "";
  const bool sound = iwm::testing::failures<average>() == "";
  return slip_found && sound ? 0 : 1;
}
