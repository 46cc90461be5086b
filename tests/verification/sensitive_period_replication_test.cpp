// SPDX-License-Identifier: MIT
#include "replications/sensitive_period.hpp"
#include "support/catch.hpp"

using namespace iwm;

// 4000 pairs of twins a condition.
TEST_CASE("plasticity falls with age as the model of sensitive periods says",
          "[verification][long]") {
  const auto figures = sensitive_period_replication{}.table(1);
  int asked = 0;
  for (const replicated_figure& f : figures) {
    INFO(f.condition << ": " << f.quantity << " " << f.ours << " in [" << f.lowest << ", "
                     << f.highest << "]");
    asked += f.is_asked() ? 1 : 0;
    CHECK((!f.is_asked() || f.is_within()));
  }
  CHECK(asked == 62);
}

TEST_CASE("a twin that is deprived grows apart less than one that is deceived", "[verification]") {
  sensitive_period_replication deceived, moved, deprived;
  moved.p.assay = 1;
  deprived.p.assay = 2;
  for (auto* r : {&deceived, &moved, &deprived}) {
    r->p.repetitions = 300;
    r->p.reliability = 0.9;
  }
  CHECK(deprived.condition(1)[3].ours < moved.condition(1)[3].ours - 0.05);
  CHECK(moved.condition(1)[3].ours < deceived.condition(1)[3].ours + 0.02);
}

TEST_CASE("a life may have another number of periods", "[verification]") {
  sensitive_period_replication brief;
  brief.p.periods = 8;
  brief.p.repetitions = 100;
  const auto figures = brief.condition(1);
  REQUIRE(figures.size() == 9);
  CHECK(figures[7].ours < figures[0].ours);
}
