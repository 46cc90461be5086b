// SPDX-License-Identifier: MIT
// Whole lives of one generation, from birth to 60 years, with partners, events and therapy, no instruments and no
// tables. Items are interaction events, therapy aside.
#include "iwm/life/lanes.hpp"
#include "iwm/population/run.hpp"

#include <benchmark/benchmark.h>

namespace {

void lives(benchmark::State& state) {
  iwm::scenario plan;
  plan.families = 8 * iwm::block_size;
  plan.months = 720;
  plan.lives.generations = 1;
  plan.lives.offspring = false;
  const iwm::registry known = iwm::builtins();
  const iwm::run_options options{static_cast<unsigned>(state.range(0)), {}};
  for (auto _ : state) iwm::run(plan, known, {}, options);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(iwm::count_events(plan)));
}
BENCHMARK(lives)->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

}  // namespace
