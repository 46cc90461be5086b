// SPDX-License-Identifier: MIT
// One interaction event: the scalar dyad of research code; blocks of lives as cohorts live them;
// and the floor, which is the chance and the elementary functions of the reference event and
// nothing else.
#include "iwm/caregiver/trait_based.hpp"
#include "iwm/life/dyad.hpp"
#include "iwm/life/life_block.hpp"
#include "iwm/population/registry.hpp"
#include "iwm/theory/conditional_strategies.hpp"
#include "iwm/theory/delta_rule.hpp"

#include <array>
#include <vector>

#include <benchmark/benchmark.h>

namespace {

constexpr double age = 0.5;

template <class Theory>
void dyad_event(benchmark::State& state) {
  iwm::dyad<Theory, iwm::caregivers::trait_based> pair;
  pair.begin();
  std::uint64_t i = 0;
  for (auto _ : state) {
    const iwm::address at{.seed = 1, .person = 1, .relationship = 1, .event = i++};
    benchmark::DoNotOptimize(
        pair.step(pair.rules.needs(age, at.draw(iwm::purpose::circumstance)), at));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(dyad_event<iwm::theories::conditional_strategies>);
BENCHMARK(dyad_event<iwm::theories::delta_rule>);

iwm::lane_columns<iwm::draw_key> keys_of_figure(std::size_t figure) {
  iwm::lanes<std::uint64_t> persons;
  for (std::size_t i = 0; i < iwm::block_size; ++i) persons[i] = 10 * i + 3;
  return iwm::keys_of({.seed = 1, .relationship = 1 + figure}, persons);
}

double spread(std::size_t lane, std::size_t stride) {
  return (static_cast<double>(stride * lane % iwm::block_size) + 0.5) / iwm::block_size;
}

iwm::life_block block_of(const iwm::theory_entry& theory, std::size_t figures) {
  iwm::lane_columns<iwm::temperament> infants;
  iwm::lane_columns<iwm::care_traits> traits;
  for (std::size_t i = 0; i < iwm::block_size; ++i) {
    infants.set(i, {spread(i, 3), spread(i, 5), spread(i, 7)});
    traits.set(i, {spread(i, 9), spread(i, 11), spread(i, 13), spread(i, 15), 0.1 * spread(i, 17)});
  }
  const iwm::registry known = iwm::builtins();
  iwm::life_block block(theory.make({}, {}, {}, infants, figures), figures);
  for (std::size_t f = 0; f < figures; ++f) {
    block.meet(f, find(known.caregivers, "trait_based")->make({}), keys_of_figure(f));
    block.caregivers(f).adopt(traits);
  }
  return block;
}

void live_tick(iwm::life_block& block, const iwm::meetings& with, std::uint64_t tick) {
  block.need(with, iwm::world{}.needs.at(age), tick);
  block.live(with, tick);
  block.remember(with, tick);
}

void block_event(benchmark::State& state, const iwm::theory_entry& theory) {
  iwm::life_block block = block_of(theory, 1);
  const iwm::meetings with(0);
  std::uint64_t tick = 0;
  for (auto _ : state) live_tick(block, with, tick++);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(iwm::block_size));
}

/// Mother for half of the lanes, father or nobody for a quarter each, anew at every tick.
iwm::meetings meetings_at_random(std::uint64_t tick) {
  iwm::lanes<std::uint64_t> figures;
  for (std::size_t i = 0; i < iwm::block_size; ++i) {
    const double u =
        iwm::address{.seed = 2, .person = i, .event = tick}.draw(iwm::purpose::schedule)[0];
    figures[i] = u < 0.5 ? 0 : u < 0.75 ? 1 : iwm::meetings::nobody;
  }
  return {figures, iwm::lane_columns<double>(1.)};
}

void mixed_event(benchmark::State& state, const iwm::theory_entry& theory) {
  iwm::life_block block = block_of(theory, 2);
  std::vector<iwm::meetings> with;
  for (std::uint64_t tick = 0; tick < 64; ++tick) with.push_back(meetings_at_random(tick));
  std::int64_t lived = 0;
  std::uint64_t tick = 0;
  for (auto _ : state) {
    const iwm::meetings& now = with[tick % with.size()];
    live_tick(block, now, tick++);
    for (std::size_t i = 0; i < iwm::block_size; ++i)
      lived += now[i] == iwm::meetings::nobody ? 0 : 1;
  }
  state.SetItemsProcessed(lived);
}

[[maybe_unused]] const bool registered = [] {
  for (const iwm::theory_entry& theory : iwm::builtins().theories) {
    const std::string name(theory.name);
    benchmark::RegisterBenchmark(("block_event/" + name).c_str(), block_event, theory);
    benchmark::RegisterBenchmark(("mixed_event/" + name).c_str(), mixed_event, theory);
  }
  return true;
}();

/// What an event of `conditional_strategies` with `trait_based` cannot do without, pass by pass.
struct floor_of_an_event {
  iwm::lane_columns<iwm::draw_key> keys = keys_of_figure(0);
  iwm::lane_columns<double> sum{0.}, delay{0.};

  template <class Step>
  [[gnu::always_inline]] void pass(std::uint64_t tick, iwm::purpose why, Step&& step) {
    const iwm::lane_draws u{keys, tick, why};
    iwm::for_each_lane([&](std::size_t i) { sum.set(i, sum.get(i) + step(i, u(i))); });
  }
  [[gnu::noinline, gnu::flatten]] void need(std::uint64_t tick) {
    pass(tick, iwm::purpose::circumstance,
         [&](std::size_t, const iwm::draws& u) { return u[0] + u[1]; });
  }
  [[gnu::noinline, gnu::flatten]] void behave(std::uint64_t tick) {
    pass(tick, iwm::purpose::behave, [](std::size_t, const iwm::draws& u) {
      return iwm::exp(u[1] - u[0]) + iwm::exp(u[2] - u[0]);
    });
  }
  [[gnu::noinline, gnu::flatten]] void respond(std::uint64_t tick) {
    pass(tick, iwm::purpose::respond, [&](std::size_t i, const iwm::draws& u) {
      delay.set(i, iwm::exponential(u[3], 1.));
      return u[0] + u[2] + u[4] + u[5] + u[6] + iwm::logistic(u[1]);
    });
  }
  [[gnu::noinline, gnu::flatten]] void learn(std::uint64_t tick) {
    const iwm::plasticity_rule plasticity;
    pass(tick, iwm::purpose::appraise, [&](std::size_t i, const iwm::draws& u) {
      return u[0] + u[1] + u[2] + u[3] + iwm::promptness(delay.get(i)) + plasticity(u[3]);
    });
  }
};

void floor_event(benchmark::State& state) {
  floor_of_an_event lanes;
  std::uint64_t tick = 0;
  for (auto _ : state) {
    lanes.need(tick);
    lanes.behave(tick);
    lanes.respond(tick);
    lanes.learn(tick++);
    benchmark::DoNotOptimize(lanes);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(iwm::block_size));
}
BENCHMARK(floor_event);

}  // namespace
