// SPDX-License-Identifier: MIT
#include "replications/nash_reinforcement.hpp"
#include "support/catch.hpp"
#include "verification/replication_checks.hpp"

using namespace iwm;
using namespace iwm::testing;

// 2000 courses a condition: a mean has a standard error of 1 to 3 % (criterion 15 %), a share of 4
// to 5 % one of half a per cent (criterion 6 %).
TEST_CASE("reinforcement: rounds and shares are those of the paper's equations",
          "[verification][long]") {
  const auto figures = nash_reinforcement_replication{}.table(1);
  CHECK(asked(figures) == 40 + 32 + 2);
  CHECK(outside_of(figures) == "");

  const auto rounds = [&](const std::string& base, const std::string& set, const std::string& raise,
                          const std::string& discount) {
    return ours(figures, "k=" + base + " " + set + " r=" + raise + " delta=" + discount,
                "rounds to the secure equilibrium");
  };
  for (const std::string base : {"1.5", "2"})
    for (const std::string discount : {"0", "0.2", "0.4"}) {
      INFO("k=" + base + " delta=" + discount);
      for (const std::string set : {"{GA}", "{GA,DA}"})
        CHECK(rounds(base, set, "1.1", discount) > rounds(base, set, "1.5", discount));
      for (const std::string raise : {"1.1", "1.5"})
        CHECK(rounds(base, "{GA,DA}", raise, discount) < rounds(base, "{GA}", raise, discount));
    }
}

TEST_CASE("reinforcement: security is lost faster than it was made", "[verification]") {
  nash_reinforcement_replication one;
  one.p.repetitions = 200;
  const auto figures = one.condition(3);
  const std::string condition = "k=1.5 {GA} r=1.1 delta=0.4";
  CHECK(ours(figures, condition, "rounds of decay") <
        0.5 * ours(figures, condition, "rounds to the secure equilibrium"));
}
