// SPDX-License-Identifier: MIT
// The Strange Situation: a month of life without it, and the same month with ever more of them at
// its end. Items are procedures; the difference between the rows is what a procedure costs.
#include "iwm/life/lanes.hpp"
#include "iwm/population/run.hpp"

#include <benchmark/benchmark.h>

namespace {

void month_with_procedures(benchmark::State& state) {
  iwm::scenario plan;
  plan.families = 4 * iwm::block_size;
  plan.months = 1;
  for (std::int64_t n = 0; n < state.range(0); ++n)
    plan.assessments.push_back({{"strange_situation"}, iwm::figure::mother, {1}});
  const iwm::registry known = iwm::builtins();
  for (auto _ : state) iwm::run(plan, known, {});
  state.SetItemsProcessed(state.iterations() * state.range(0) *
                          static_cast<std::int64_t>(plan.families));
}
BENCHMARK(month_with_procedures)
    ->ArgName("procedures")
    ->Arg(0)
    ->Arg(1)
    ->Arg(10)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();

}  // namespace
