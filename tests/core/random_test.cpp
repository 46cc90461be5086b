// SPDX-License-Identifier: MIT
#include "iwm/core/random.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <set>
#include <vector>

#include "support/catch.hpp"
#include "support/fingerprint.hpp"
#include "support/property.hpp"

namespace {

using iwm::address;
using iwm::draws;
using iwm::purpose;
using words = std::array<std::uint64_t, 4>;
using pair_of_words = std::array<std::uint64_t, 2>;

/// Threefry-20 of two and of four words, written from the paper (Salmon et al. 2011, section 3.3
/// and table 2): a second witness beside the library.
constexpr std::uint64_t parity = 0x1bd11bdaa9fc1a22;

pair_of_words threefry(const pair_of_words& counter, const pair_of_words& key) {
  constexpr int rotation[8] = {16, 42, 12, 31, 16, 32, 24, 21};
  const std::array<std::uint64_t, 3> schedule{key[0], key[1], parity ^ key[0] ^ key[1]};
  pair_of_words x{counter[0] + schedule[0], counter[1] + schedule[1]};
  for (std::size_t round = 0; round < 20; ++round) {
    x[0] += x[1];
    x[1] = std::rotl(x[1], rotation[round % 8]) ^ x[0];
    if (round % 4 != 3) continue;
    const std::size_t injection = round / 4 + 1;
    x[0] += schedule[injection % 3];
    x[1] += schedule[(injection + 1) % 3] + injection;
  }
  return x;
}

words threefry(const words& counter, const words& key) {
  constexpr int rotation[8][2] = {{14, 16}, {52, 57}, {23, 40}, {5, 37},
                                  {25, 33}, {46, 12}, {58, 22}, {32, 32}};
  std::array<std::uint64_t, 5> schedule{key[0], key[1], key[2], key[3], parity};
  for (const std::uint64_t word : key) schedule[4] ^= word;
  words x;
  for (std::size_t i = 0; i < 4; ++i) x[i] = counter[i] + schedule[i];
  for (std::size_t round = 0; round < 20; ++round) {
    std::uint64_t &b = x[round % 2 == 0 ? 1 : 3], &d = x[round % 2 == 0 ? 3 : 1];
    x[0] += b;
    b = std::rotl(b, rotation[round % 8][0]) ^ x[0];
    x[2] += d;
    d = std::rotl(d, rotation[round % 8][1]) ^ x[2];
    if (round % 4 != 3) continue;
    const std::size_t injection = round / 4 + 1;
    for (std::size_t i = 0; i < 4; ++i) x[i] += schedule[(injection + i) % 5];
    x[3] += injection;
  }
  return x;
}

words library(const words& counter, const words& key) {
  const threefry4x64_ctr_t result = threefry4x64_R(
      20, {{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1], key[2], key[3]}});
  return {result.v[0], result.v[1], result.v[2], result.v[3]};
}

pair_of_words library(const pair_of_words& counter, const pair_of_words& key) {
  const threefry2x64_ctr_t result =
      threefry2x64_R(20, {{counter[0], counter[1]}}, {{key[0], key[1]}});
  return {result.v[0], result.v[1]};
}

template <class Words>
struct known_answer {
  Words counter, key, result;
};

/// The lines "threefry4x64 20" and "threefry2x64 20" of Random123's kat_vectors.
constexpr std::uint64_t ones = 0xffffffffffffffff;
constexpr known_answer<words> known_answers[] = {
    {{0, 0, 0, 0},
     {0, 0, 0, 0},
     {0x09218ebde6c85537, 0x55941f5266d86105, 0x4bd25e16282434dc, 0xee29ec846bd2e40b}},
    {{ones, ones, ones, ones},
     {ones, ones, ones, ones},
     {0x29c24097942bba1b, 0x0371bbfb0f6f4e11, 0x3c231ffa33f83a1c, 0xcd29113fde32d168}},
    {{0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89},
     {0x452821e638d01377, 0xbe5466cf34e90c6c, 0xbe5466cf34e90c6c, 0xc0ac29b7c97c50dd},
     {0xa7e8fde591651bd9, 0xbaafd0c30138319b, 0x84a5c1a729e685b9, 0x901d406ccebc1ba4}}};

constexpr known_answer<pair_of_words> known_answers_of_two[] = {
    {{0, 0}, {0, 0}, {0xc2b6e3a8c2c69865, 0x6f81ed42f350084d}},
    {{ones, ones}, {ones, ones}, {0xe02cb7c4d95d277a, 0xd06633d0893b8b68}},
    {{0x243f6a8885a308d3, 0x13198a2e03707344},
     {0xa4093822299f31d0, 0x082efa98ec4e6c89},
     {0x263c7d30bb0f0af1, 0x56be8361d3311526}}};

constexpr purpose all_purposes[] = {purpose::family,
                                    purpose::temperament,
                                    purpose::traits,
                                    purpose::drift,
                                    purpose::history,
                                    purpose::circumstance,
                                    purpose::behave,
                                    purpose::respond,
                                    purpose::appraise,
                                    purpose::mood,
                                    purpose::schedule,
                                    purpose::measured_circumstance,
                                    purpose::measured_behave,
                                    purpose::measured_respond,
                                    purpose::measured_appraise,
                                    purpose::occasion,
                                    purpose::rater,
                                    purpose::recording};

}  // namespace

TEST_CASE("Threefry-20 gives the published answers", "[core]") {
  for (const auto& known : known_answers) {
    CHECK(library(known.counter, known.key) == known.result);
    CHECK(threefry(known.counter, known.key) == known.result);
  }
  for (const auto& known : known_answers_of_two) {
    CHECK(library(known.counter, known.key) == known.result);
    CHECK(threefry(known.counter, known.key) == known.result);
  }
}

TEST_CASE("A draw is Threefry of its address, low halves first", "[core]") {
  iwm::testing::holds([](const words& parts, std::uint64_t event, std::uint32_t any) {
    const purpose why =
        *rc::gen::elementOf(std::vector<purpose>(std::begin(all_purposes), std::end(all_purposes)));
    const std::uint64_t part = any / 2;
    const draws found = address{parts[0], parts[1], parts[2], parts[3], event}.draw(why, part);
    const words of_relationship = threefry(words{}, parts);
    const pair_of_words key{of_relationship[0], of_relationship[1]};
    for (std::uint64_t half = 0; half < 2; ++half) {
      const pair_of_words expected =
          threefry({event, (static_cast<std::uint64_t>(why) << 32) + 2 * part + half}, key);
      for (std::size_t i = 0; i < 4; ++i) {
        const std::uint64_t k = i % 2 == 0 ? expected[i / 2] & 0xffffffff : expected[i / 2] >> 32;
        RC_ASSERT(found[4 * half + i] == (static_cast<double>(k) + 0.5) / 4294967296.);
      }
    }
  });
}

TEST_CASE("A uniform is strictly inside (0, 1), also at both ends", "[core]") {
  STATIC_REQUIRE(iwm::detail::open_uniform(0) == 0x1p-33);
  STATIC_REQUIRE(iwm::detail::open_uniform(0xffffffff) == 1. - 0x1p-33);
  STATIC_REQUIRE(iwm::detail::open_uniform(0x80000000) == 0.5 + 0x1p-33);
}

TEST_CASE("A draw depends on every part of its address", "[core]") {
  const address here{1, 2, 3, 4, 5};
  std::vector<draws> found{here.draw(purpose::behave)};
  for (std::uint64_t address::*part : {&address::seed, &address::replicate, &address::person,
                                       &address::relationship, &address::event})
    for (int bit = 0; bit < 64; ++bit) {
      address there = here;
      there.*part ^= std::uint64_t{1} << bit;
      found.push_back(there.draw(purpose::behave));
    }
  for (int bit = 0; bit < 31; ++bit)
    found.push_back(here.draw(purpose::behave, std::uint64_t{1} << bit));
  for (const purpose why : all_purposes)
    if (why != purpose::behave) found.push_back(here.draw(why));

  std::set<double> distinct;
  for (const draws& some : found) distinct.insert(some.u.begin(), some.u.end());
  // 369 draws of 8 numbers of 32 bits: with chance 0.001 two coincide; here none do
  CHECK(distinct.size() == found.size() * 8);
}

TEST_CASE("The same address gives the same draw", "[core]") {
  const address here{1, 2, 3, 4, 5};
  CHECK(here.draw(purpose::respond) == address{1, 2, 3, 4, 5}.draw(purpose::respond));
  CHECK(here.draw(purpose::respond) == here.draw(purpose::respond, 0));
}

TEST_CASE("Population, behaviour and measurement have address spaces of their own", "[core]") {
  std::set<purpose> distinct(std::begin(all_purposes), std::end(all_purposes));
  CHECK(distinct.size() == std::size(all_purposes));
  const auto space = [](purpose why) { return static_cast<std::uint64_t>(why) / 256; };
  for (std::size_t i = 0; i < std::size(all_purposes); ++i)
    CHECK(space(all_purposes[i]) == (i < 5 ? 0u : i < 10 ? 1u : 2u));
}

TEST_CASE("The numbers of the purposes never change", "[core]") {
  STATIC_REQUIRE(static_cast<int>(purpose::family) == 0x000);
  STATIC_REQUIRE(static_cast<int>(purpose::history) == 0x004);
  STATIC_REQUIRE(static_cast<int>(purpose::circumstance) == 0x100);
  STATIC_REQUIRE(static_cast<int>(purpose::behave) == 0x101);
  STATIC_REQUIRE(static_cast<int>(purpose::mood) == 0x104);
  STATIC_REQUIRE(static_cast<int>(purpose::schedule) == 0x200);
  STATIC_REQUIRE(static_cast<int>(purpose::recording) == 0x207);
}

TEST_CASE("Draws are the golden ones", "[core]") {
  iwm::testing::fingerprint found;
  for (std::uint64_t person = 0; person < 20; ++person)
    for (std::uint64_t event = 0; event < 20; ++event)
      for (const purpose why : all_purposes)
        for (const double u : address{2026, 1, person, 7, event}.draw(why).u) found.add(u);
  CHECK(found.value == 0x948570e2d9699434);
}

TEST_CASE("Uniforms of neighbouring addresses are uniform and uncorrelated", "[core]") {
  // Null: independent uniforms. n = 400,000 in 100 cells, chi-squared of 99 degrees; correlation of
  // neighbours along person, event and place with standard error 1 / sqrt(n). Level 1e-6 each.
  constexpr int persons = 250, events = 200;
  std::vector<double> u;
  for (std::uint64_t person = 0; person < persons; ++person)
    for (std::uint64_t event = 0; event < events; ++event)
      for (const double x : address{1, 0, person, 0, event}.draw(purpose::behave).u) u.push_back(x);

  std::array<double, 100> cells{};
  for (const double x : u) cells[static_cast<std::size_t>(100 * x)] += 1;
  const double expected = static_cast<double>(u.size()) / 100;
  double chi_squared = 0;
  for (const double cell : cells) chi_squared += (cell - expected) * (cell - expected) / expected;
  CHECK(chi_squared < 180.8);

  for (const std::size_t lag : {1u, 8u, 8u * events}) {
    double sum = 0;
    for (std::size_t i = 0; i + lag < u.size(); ++i) sum += (u[i] - 0.5) * (u[i + lag] - 0.5);
    const double n = static_cast<double>(u.size() - lag);
    CHECK(std::abs(12 * sum / n) < 4.892 / std::sqrt(n));
  }
}
