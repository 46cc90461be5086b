// SPDX-License-Identifier: MIT
// A thousand episodes of four decisions by an infant that begins without knowledge, without cues (2
// states of the caregiver) and with them (4). Items are decisions.
#include "iwm/published/active_inference.hpp"

#include <cstdint>

#include <benchmark/benchmark.h>

namespace {

using namespace iwm::published::active_inference;

template <std::size_t kinds>
void decisions(benchmark::State& state) {
  constexpr std::uint64_t episodes = 1000;
  const iwm::draw_key key = iwm::address{.seed = 1}.key();
  for (auto _ : state) {
    infant<kinds> one;
    for (std::uint64_t e = 0; e < episodes; ++e)
      benchmark::DoNotOptimize(one.live({.q = 0.4, .b = 0.6}, key, e));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(episodes * depth));
}
BENCHMARK(decisions<2>)->Name("interoceptive")->Unit(benchmark::kMillisecond);
BENCHMARK(decisions<4>)->Name("exteroceptive")->Unit(benchmark::kMillisecond);

}  // namespace
