// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>

/// What the contestants of benchmarks/compare have in common: PROGRAM DYADS EVENTS prints one line,
/// processor seconds, mean and standard deviation of s, and the peak of memory in KiB.
namespace contestant {

struct task {
  std::size_t dyads;
  std::uint64_t events;
};

inline constexpr std::uint64_t seed = 1;

struct result {
  double mean, standard_deviation;
};

inline double processor_seconds() {
  std::timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

inline std::string peak_of_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == "VmHWM:" && status >> word) return word;
  return "0";
}

template <class Live>
int run(int count, char** words, Live&& live) {
  if (count < 3) {
    std::cerr << "usage: " << words[0] << " DYADS EVENTS\n";
    return 2;
  }
  const auto number = [&](int i) { return std::strtoull(words[i], nullptr, 10); };
  const task given{number(1), number(2)};
  const double start = processor_seconds();
  const result found = live(given);
  const double seconds = processor_seconds() - start;
  std::cout << seconds << ' ' << found.mean << ' ' << found.standard_deviation << ' '
            << peak_of_memory() << '\n';
  return 0;
}

}  // namespace contestant
