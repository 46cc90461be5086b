// SPDX-License-Identifier: MIT
// Draws: one uniform at a time, a block of lanes, keys, and the generator of the standard library.
#include "iwm/core/random.hpp"
#include "iwm/life/lanes.hpp"

#include <random>

#include <benchmark/benchmark.h>

namespace {

constexpr iwm::address at{.seed = 1, .replicate = 0, .person = 7, .relationship = 1};

template <class... Sizes>
void count_items(benchmark::State& state, Sizes... sizes) {
  state.SetItemsProcessed(state.iterations() * (static_cast<std::int64_t>(sizes) * ... * 1));
}

void one_uniform(benchmark::State& state) {
  const iwm::draw_key key = at.key();
  std::uint64_t event = 0;
  for (auto _ : state) benchmark::DoNotOptimize(key.draw(event++, iwm::purpose::behave)[0]);
  count_items(state);
}
BENCHMARK(one_uniform);

void one_address(benchmark::State& state) {
  iwm::address moving = at;
  for (auto _ : state) {
    benchmark::DoNotOptimize(moving.draw(iwm::purpose::behave)[0]);
    ++moving.event;
  }
  count_items(state);
}
BENCHMARK(one_address);

void key_of_an_address(benchmark::State& state) {
  iwm::address moving = at;
  for (auto _ : state) {
    benchmark::DoNotOptimize(moving.key());
    ++moving.person;
  }
  count_items(state);
}
BENCHMARK(key_of_an_address);

iwm::lane_columns<iwm::draw_key> keys_of_a_block() {
  iwm::lanes<std::uint64_t> persons;
  for (std::size_t i = 0; i < persons.size(); ++i) persons[i] = i;
  return iwm::keys_of(at, persons);
}

template <std::size_t... part>
[[gnu::noinline, gnu::flatten]] void fill(
    iwm::lane_columns<std::array<double, sizeof...(part)>>& uniforms, const iwm::lane_draws& u,
    std::index_sequence<part...>) {
  iwm::for_each_lane([&](std::size_t i) {
    const iwm::draws drawn = u(i);
    uniforms.set(i, {drawn[part]...});
  });
}

/// The first `used` of the eight uniforms of every lane: up to four cost one half of the draw.
template <std::size_t used>
void block_of_uniforms(benchmark::State& state) {
  const auto keys = keys_of_a_block();
  iwm::lane_columns<std::array<double, used>> uniforms;
  std::uint64_t event = 0;
  for (auto _ : state) {
    fill(uniforms, {keys, event++, iwm::purpose::behave}, std::make_index_sequence<used>{});
    benchmark::DoNotOptimize(uniforms);
    benchmark::ClobberMemory();
  }
  count_items(state, iwm::block_size, used);
}
BENCHMARK(block_of_uniforms<1>);
BENCHMARK(block_of_uniforms<4>);
BENCHMARK(block_of_uniforms<8>);

void keys_of_a_block_of_persons(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(keys_of_a_block());
  count_items(state, iwm::block_size);
}
BENCHMARK(keys_of_a_block_of_persons);

void standard_uniform(benchmark::State& state) {
  std::mt19937_64 generator(1);
  std::uniform_real_distribution<double> uniform;
  for (auto _ : state) benchmark::DoNotOptimize(uniform(generator));
  count_items(state);
}
BENCHMARK(standard_uniform);

}  // namespace
