// SPDX-License-Identifier: MIT
#include "iwm/theory/strong_attractors.hpp"

#include "iwm/core/random.hpp"
#include "iwm/published/strong_attractors.hpp"
#include "iwm/testing/theory_kit.hpp"

#include <array>

#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::Approx;

namespace {

using attractors = theories::strong_attractors;
const temperament anyone;
const event answered{.now = {}, .shown = {.display = 0.5}, .given = {.came = 1}};
constexpr outcome welcomed{.availability = 1, .acceptance = 1, .safety = 1};
constexpr outcome rebuffed{.availability = 1, .acceptance = -1, .safety = 1};

/// How often each prototype is retrieved from random states.
std::array<double, 4> shares(const attractors& t, const attractors::state& s,
                             const circumstance& now = {}) {
  constexpr std::uint64_t times = 4000;
  std::array<double, 4> share{};
  for (std::uint64_t i = 0; i < times; ++i)
    share[t.retrieved(s, now, address{.event = i}.draw(purpose::behave))] += 1. / times;
  return share;
}

attractors::state lived(const attractors& t, attractors::state s, const outcome& felt, int events) {
  for (int i = 0; i < events; ++i) s = t.learn(s, answered, felt, anyone, 1.);
  return s;
}

published::pattern unpacked(std::uint64_t word) {
  published::pattern bits(64);
  for (std::size_t i = 0; i < 64; ++i) bits[i] = word >> i & 1 ? 1 : -1;
  return bits;
}

}  // namespace

TEST_CASE("strong attractors have every property of the kit that they can speak of", "[theory]") {
  const auto found = iwm::testing::check_theory<attractors>();
  CHECK(iwm::testing::failures(found) == "");
  std::string silent;
  for (const auto& f : found)
    if (f.result == iwm::testing::verdict::not_addressed) silent += std::string(f.property) + ' ';
  CHECK(silent ==
        "general_model_follows_relationships reminding_moves_towards_the_general_model "
        "new_relationships_start_from_the_old ");
}

TEST_CASE("the small memory retrieves what the published network does", "[theory]") {
  const auto known = detail::prototype_patterns();
  published::strong_attractors memory(64);
  constexpr std::array degree{7, 3, 5, 2};
  for (std::size_t k = 0; k < 4; ++k) memory.store(unpacked(known[k]), degree[k]);
  for (std::size_t k = 0; k < 6; ++k) memory.store(unpacked(small_memory::other_pattern(k)), 1);
  int compared = 0;
  for (std::uint64_t i = 0; i < 500; ++i) {
    const draws u = address{.event = i}.draw(purpose::behave);
    const auto start =
        static_cast<std::uint64_t>(u[0] * 0x1p32) << 32 | static_cast<std::uint64_t>(u[1] * 0x1p32);
    const auto found = memory.retrieve(unpacked(start), 20);
    std::array<int, 4> like{};
    for (std::size_t k = 0; k < 4; ++k)
      like[k] = std::abs(64 - 2 * static_cast<int>(published::distance(found, unpacked(known[k]))));
    const auto best = std::max_element(like.begin(), like.end());
    if (std::count(like.begin(), like.end(), *best) > 1) continue;
    CHECK(small_memory::retrieve({7., 3., 5., 2.}, 6, start) ==
          static_cast<std::size_t>(best - like.begin()));
    ++compared;
  }
  CHECK(compared > 400);
}

TEST_CASE("every two prototypes differ in half of the units", "[theory]") {
  const auto known = detail::prototype_patterns();
  for (std::size_t a = 0; a < 4; ++a)
    for (std::size_t b = 0; b < a; ++b) CHECK(std::popcount(known[a] ^ known[b]) == 32);
}

// Null: equal degrees are retrieved equally often. 4000 retrievals: the standard error of a share
// is .007.
TEST_CASE("of equal degrees each is retrieved about as often, the higher one more often",
          "[theory]") {
  const attractors t;
  for (const double share : shares(t, {10, 10, 10, 10})) CHECK(share == Approx(0.25).margin(0.06));
  CHECK(shares(t, {10, 20, 10, 10})[1] > 0.6);
  CHECK(shares(t, {10, 60, 10, 10})[1] > 0.95);
  CHECK(shares(t, {10, 10, 10, 20})[3] > 0.6);
}

TEST_CASE("each kind of exchange is stored as its prototype, by copies times plasticity",
          "[theory]") {
  attractors t;
  t.p.copies = 0.5;
  const attractors::state s{1, 1, 1, 1};
  CHECK(t.learn(s, answered, welcomed, anyone, 1.) == attractors::state{1.5, 1, 1, 1});
  CHECK(t.learn(s, answered, rebuffed, anyone, 0.5) == attractors::state{1, 1.25, 1, 1});
  CHECK(t.learn(s, answered, {.availability = -1, .safety = 1}, anyone, 1.) ==
        attractors::state{1, 1, 1.5, 1});
  CHECK(t.learn(s, answered, {.availability = 1, .safety = -1}, anyone, 1.) ==
        attractors::state{1, 1, 1, 1.5});
}

TEST_CASE("nothing is erased: whatever is met, no degree falls", "[theory]") {
  const attractors t;
  iwm::testing::roam(t, {.events = 250}, [](const auto& p) {
    CHECK(p.after.secure >= p.before.secure);
    CHECK(p.after.avoidant >= p.before.avoidant);
    CHECK(p.after.ambivalent >= p.before.ambivalent);
    CHECK(p.after.fearful >= p.before.fearful);
  });
}

TEST_CASE("a new prototype overlays an old one only once it was stored more often", "[theory]") {
  const attractors t;
  const auto old = lived(t, t.initial(anyone, {}), rebuffed, 500);
  REQUIRE(shares(t, old)[1] > 0.95);
  const auto half_way = lived(t, old, welcomed, 250);
  CHECK(shares(t, half_way)[1] > 0.6);
  const auto beyond = lived(t, old, welcomed, 1000);
  CHECK(shares(t, beyond)[0] > 0.6);
  CHECK(beyond.avoidant == Approx(old.avoidant).epsilon(0.001));
}

TEST_CASE("therapy stores the secure prototype until it is strongest; the old one can return",
          "[theory]") {
  const attractors t;
  const attractors::state old{1, 30, 4, 2};
  CHECK(t.reflect(old, 0.) == old);
  const auto treated = t.reflect(old, 1.);
  CHECK(treated == attractors::state{31, 30, 4, 2});
  CHECK(t.reflect(treated, 1.) == treated);
  CHECK(t.felt_security(treated) > 0.4);
  CHECK(shares(t, lived(t, treated, rebuffed, 200))[1] > 0.6);
}

TEST_CASE("prototypes show themselves as open, muted, exaggerated and conflicted", "[theory]") {
  const attractors t;
  const auto shown = [&](const attractors::state& s) {
    return t.behave(s, {}, 0.5, anyone, {{0.3, 0.6}});
  };
  const signal open = shown({90, 1, 1, 1}), muted = shown({1, 90, 1, 1}),
               loud = shown({1, 1, 90, 1}), afraid = shown({1, 1, 1, 90});
  CHECK(open.manner == 0.);
  CHECK(open.conflict == 0.);
  CHECK(muted.manner == 1.);
  CHECK(muted.avoidance > 0.);
  CHECK(loud.manner == 2.);
  CHECK(loud.resistance > 0.);
  CHECK(afraid.conflict == 1.);
  CHECK(muted.display < open.display);
  CHECK(open.display < loud.display);
}

TEST_CASE("a mood counts like copies", "[theory]") {
  const attractors t;
  const attractors::state even{10, 10, 10, 10};
  CHECK(shares(t, even, {.mood = {0., 1., 0.}}) == shares(t, {10, 20, 10, 10}));
}
