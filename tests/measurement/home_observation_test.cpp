// SPDX-License-Identifier: MIT
#include "iwm/measurement/home_observation.hpp"

#include "iwm/measurement/home_recording.hpp"

#include "puppets.hpp"
#include "support/catch.hpp"

using namespace iwm;
using namespace iwm::testing;
using iwm::instruments::home_recording;

namespace {
const auto numbered = [](std::size_t infant, std::size_t number, const circumstance&) {
  return moment(
      {.display = static_cast<double>(number) / 100. + static_cast<double>(infant) / 10.});
};
}  // namespace

TEST_CASE("a film holds the needs of one infant in their order", "[measurement]") {
  puppets stage(3, numbered);
  const auto films = observe_at_home(stage, 5);
  REQUIRE(films.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    REQUIRE(films[i].size() == 5);
    for (std::size_t m = 0; m < 5; ++m) {
      CHECK(films[i][m].shown.display == numbered(i, m, {}).shown.display);
      CHECK(films[i][m].now.need == stage.everyday(i, m).need);
    }
  }
}

TEST_CASE("no moments give empty films", "[measurement]") {
  puppets stage(2, numbered);
  CHECK(observe_at_home(stage, 0)[1].empty());
}

TEST_CASE("a recording spreads its episodes evenly over its hours", "[measurement]") {
  home_recording tool;
  tool.p.episodes = 4;
  tool.p.hours = 12;
  puppets stage(2, numbered);
  notebook notes;
  tool.assess(stage, 1., notes);
  REQUIRE(notes.recordings.size() == 8);
  for (std::size_t k = 0; k < 8; ++k) {
    const auto& r = notes.recordings[k];
    CHECK(r.infant == k / 4);
    CHECK(r.hours == 3. * static_cast<double>(k % 4));
    CHECK(r.seen.shown.display == numbered(k / 4, k % 4, {}).shown.display);
  }
  CHECK(notes.scales.empty());
}
