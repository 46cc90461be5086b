// SPDX-License-Identifier: MIT
// One interaction event: the scalar dyad of research code, by theory; and a whole cohort, by family-day.
#include "iwm/caregiver/trait_based.hpp"
#include "iwm/life/dyad.hpp"
#include "iwm/population/run.hpp"
#include "iwm/theory/conditional_strategies.hpp"
#include "iwm/theory/delta_rule.hpp"

#include <benchmark/benchmark.h>

namespace {

template <class Theory>
void dyad_event(benchmark::State& state) {
  iwm::dyad<Theory, iwm::caregivers::trait_based> pair;
  pair.begin();
  std::uint64_t i = 0;
  for (auto _ : state) {
    const iwm::address at{.seed = 1, .person = 1, .relationship = 1, .event = i++};
    benchmark::DoNotOptimize(pair.step(pair.rules.needs(0.5, at.draw(iwm::purpose::circumstance)), at));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(dyad_event<iwm::theories::conditional_strategies>);
BENCHMARK(dyad_event<iwm::theories::delta_rule>);

void cohort(benchmark::State& state) {
  iwm::scenario plan;
  plan.families = 256;
  plan.months = 3;
  const iwm::registry known = iwm::builtins();
  for (auto _ : state) iwm::run(plan, known, {});
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(iwm::count_events(plan)));
}
BENCHMARK(cohort)->Unit(benchmark::kMillisecond);

}  // namespace
