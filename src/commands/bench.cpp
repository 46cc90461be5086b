// SPDX-License-Identifier: MIT
#include "iwm/population/run.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <iostream>

#include "commands/commands.hpp"
#include "commands/common_dyad.hpp"
#include "commands/console.hpp"
#include <nlohmann/json.hpp>

namespace iwm::commands {
namespace {

double now(clockid_t clock) {
  std::timespec time{};
  ::clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Seconds that `work` takes: the middle one of three runs. Time of the processor for one thread,
/// which other programs disturb least; else of the clock on the wall.
template <class Work>
double seconds(unsigned threads, Work&& work) {
  const clockid_t clock = threads == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC;
  std::array<double, 3> taken;
  for (double& one : taken) {
    const double start = now(clock);
    work();
    one = now(clock) - start;
  }
  std::ranges::sort(taken);
  return taken[1];
}

/// Interactions per second of a whole run without instruments: the default theory and caregivers.
double reference_rate(const registry& known, unsigned threads) {
  scenario plan;
  plan.months = 3;
  plan.families = 16 * block_size * threads;
  const double time = seconds(threads, [&] { iwm::run(plan, known, {}, {threads, {}}); });
  return static_cast<double>(count_events(plan)) / time;
}

double common_dyad_rate() {
  constexpr std::size_t dyads = 100'000;
  constexpr std::uint64_t events = 50;
  const double time = seconds(1, [] { live_common_dyads(dyads, events, 1); });
  return static_cast<double>(dyads * events) / time;
}

std::string line(const std::string& what, double rate) {
  return what + std::string(48 - what.size(), ' ') + rounded(rate / 1e6, 1) + " million/s\n";
}

}  // namespace

int bench(const bench_arguments& given, const registry& known) {
  const double reference = reference_rate(known, 1);
  const double all_threads = given.threads > 1 ? reference_rate(known, given.threads) : reference;
  const double common = common_dyad_rate();
  if (given.json)
    std::cout << nlohmann::ordered_json{{"reference_events_per_second", reference},
                                        {"reference_events_per_second_all_threads", all_threads},
                                        {"threads", given.threads},
                                        {"common_dyad_events_per_second", common}}
                     .dump(2)
              << '\n';
  else
    std::cout << "interaction events lived, middle of three runs\n"
              << line("reference theory, 1 thread", reference)
              << line("reference theory, " + std::to_string(given.threads) + " threads",
                      all_threads)
              << line("common dyad of other frameworks, 1 thread", common);
  return 0;
}

}  // namespace iwm::commands
