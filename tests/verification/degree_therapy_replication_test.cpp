// SPDX-License-Identifier: MIT
#include "replications/degree_therapy.hpp"
#include "support/catch.hpp"
#include "verification/replication_checks.hpp"

using namespace iwm;
using namespace iwm::testing;

// 2000 courses a condition: standard errors of 1 to 3 %, 6 % at delta = 0.9 and k = 4.
TEST_CASE("therapy: rounds are those of the paper's equations", "[verification][long]") {
  const auto figures = degree_therapy_replication{}.table(1);
  CHECK(asked(figures) == 29);
  CHECK(outside_of(figures) == "");

  const auto rounds = [&](const std::string& condition) {
    return ours(figures, condition, "rounds until mentalizing is strongest");
  };
  for (const std::string discount : {"0.1", "0.3", "0.5", "0.7"}) {
    INFO(discount);
    const std::string rest = " delta=" + discount + " Angry=8";
    CHECK(rounds("k=1.5" + rest) > rounds("k=2" + rest));
    CHECK(rounds("k=2" + rest) > rounds("k=4" + rest));
  }
}

// Null: rounds do not fall as Angry rises. A step down must stay below three standard errors of the
// difference.
TEST_CASE("therapy: the angrier before, the longer it takes", "[verification][long]") {
  const auto figures = degree_therapy_replication{}.table(2);
  std::vector<replicated_figure> by_anger;
  for (const replicated_figure& one : figures)
    if (one.condition.starts_with("k=2 delta=0.2 Angry=")) by_anger.push_back(one);
  REQUIRE(by_anger.size() == 11);
  for (std::size_t i = 1; i < by_anger.size(); ++i)
    CHECK(by_anger[i].ours > by_anger[i - 1].ours - 3. * 1.42 * by_anger[i].standard_error);
  CHECK(by_anger.back().ours > by_anger.front().ours + 10. * by_anger.back().standard_error);
}

TEST_CASE("therapy: who chooses at random often never gets there", "[verification][long]") {
  degree_therapy_replication random;
  random.p.choice_base = 1.;
  random.p.repetitions = 400;
  CHECK(ours(random.condition(1), "k=1 delta=0.2 Angry=8", "share that finishes") ==
        Approx(0.7).margin(0.07));
}
