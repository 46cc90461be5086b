// SPDX-License-Identifier: MIT
// A day of a whole cohort: drift of care, eight events a family, no instruments. Items are events.
#include "iwm/life/lanes.hpp"
#include "iwm/population/run.hpp"

#include <benchmark/benchmark.h>

namespace {

void cohort_day(benchmark::State& state) {
  iwm::scenario plan;
  plan.families = 8 * iwm::block_size;
  plan.months = 3;
  const iwm::registry known = iwm::builtins();
  const iwm::run_options options{static_cast<unsigned>(state.range(0)), {}};
  for (auto _ : state) iwm::run(plan, known, {}, options);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(iwm::count_events(plan)));
}
BENCHMARK(cohort_day)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
