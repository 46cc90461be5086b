// SPDX-License-Identifier: MIT
#include "iwm/working_model/episodes.hpp"

#include "iwm/core/distributions.hpp"
#include "iwm/core/random.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "support/catch.hpp"
#include "support/sampling.hpp"

using namespace iwm;
using iwm::testing::largest_z, iwm::testing::z_of_chi_square, iwm::testing::z_of_count;

namespace {

/// A memory of events with these arousals, one after the other; `age` of an episode is its number.
episode_memory memory_of(const std::vector<double>& arousals, std::uint64_t person) {
  episode_memory memory;
  for (std::size_t i = 0; i < arousals.size(); ++i) {
    const address at{.seed = 11, .person = person, .event = i};
    const draws u = at.draw(purpose::circumstance);
    remember(memory, {.age = static_cast<double>(i)}, arousals[i], u[2], u[3]);
  }
  return memory;
}

bool holds_event(const episode_memory& memory, std::size_t number) {
  return std::ranges::any_of(memory.intense, [&](const episode& e) {
    return e.key > -1e299 && e.age == static_cast<double>(number);
  });
}

/// How often each event is remembered by `persons` with events of these arousals.
std::vector<double> times_kept(const std::vector<double>& arousals, std::uint64_t persons) {
  std::vector<double> kept(arousals.size());
  for (std::uint64_t person = 0; person < persons; ++person) {
    const episode_memory memory = memory_of(arousals, person);
    for (std::size_t i = 0; i < kept.size(); ++i) kept[i] += holds_event(memory, i) ? 1 : 0;
  }
  return kept;
}

constexpr std::size_t size = episode_memory::size;
constexpr std::uint64_t persons = 4000;

}  // namespace

TEST_CASE("up to its size, memory keeps every event", "[working_model]") {
  const episode_memory memory = memory_of(std::vector<double>(size, 0.5), 1);
  for (std::size_t i = 0; i < size; ++i) CHECK(holds_event(memory, i));
}

TEST_CASE("the last event is always at hand, however faint it was", "[working_model]") {
  episode_memory memory = memory_of(std::vector<double>(30, 0.9), 1);
  remember(memory, {.age = 99, .need = 0.25, .display = 0.5, .response = 0.75, .relief = 1}, 0.,
           0.5, 0.5);
  CHECK(memory.last.age == 99);
  CHECK(memory.last.need == 0.25);
  CHECK(memory.last.display == 0.5);
  CHECK(memory.last.response == 0.75);
  CHECK(memory.last.relief == 1);
  CHECK_FALSE(holds_event(memory, 99));
}

TEST_CASE("memory holds exactly its size of distinct events", "[working_model]") {
  const episode_memory memory = memory_of(std::vector<double>(100, 0.5), 1);
  int held = 0;
  for (std::size_t i = 0; i < 100; ++i) held += holds_event(memory, i) ? 1 : 0;
  CHECK(held == static_cast<int>(size));
}

// Null: each of n events of equal arousal is kept with probability 8 / n, as in a random sample of
// 8 without replacement; n = 24, 4000 persons. The counts' covariance is that of such samples.
TEST_CASE("events of equal arousal are equally likely to be remembered, early or late",
          "[working_model]") {
  constexpr double n = 24, p = size / n;
  const std::vector<double> kept = times_kept(std::vector<double>(24, 0.6), persons);
  double statistic = 0;
  for (const double count : kept) {
    CHECK(std::abs(z_of_count(count, persons, p)) < largest_z);
    statistic += (count - persons * p) * (count - persons * p);
  }
  statistic /= persons * p * (1 - p) * n / (n - 1);
  CHECK(std::abs(z_of_chi_square(statistic, n - 1)) < largest_z);
}

// Null: of nine events, one of arousal w among eight of arousal v, that one is forgotten with
// probability (w / v) B(w / v, 9): its key is the smallest of nine. 4000 persons.
TEST_CASE("an event is forgotten with the probability that its arousal gives it",
          "[working_model]") {
  for (const double arousal : {0.2, 0.8, 1.}) {
    std::vector<double> arousals(9, 0.4);
    arousals[3] = arousal;
    const double ratio = arousal / 0.4;
    const double forgotten =
        ratio * std::exp(log_gamma(ratio) + log_gamma(9.) - log_gamma(ratio + 9.));
    const double kept = times_kept(arousals, persons)[3];
    CHECK(std::abs(z_of_count(persons - kept, persons, forgotten)) < largest_z);
  }
}

TEST_CASE("the chance to be remembered grows with arousal", "[working_model]") {
  std::vector<double> arousals(40, 0.5);
  arousals[5] = 0.1;
  arousals[6] = 0.9;
  const std::vector<double> kept = times_kept(arousals, persons);
  CHECK(kept[5] < kept[4]);
  CHECK(kept[4] < kept[6]);
}

TEST_CASE("an event without any arousal is remembered only while there is room",
          "[working_model]") {
  std::vector<double> arousals(20, 0.5);
  arousals[0] = 0;
  CHECK(times_kept(arousals, 200)[0] == 0.);
  CHECK(holds_event(memory_of({0.}, 1), 0));
}
