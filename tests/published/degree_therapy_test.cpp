// SPDX-License-Identifier: MIT
#include "iwm/published/degree_therapy.hpp"

#include "support/catch.hpp"

using namespace iwm::published;

TEST_CASE("an old prototype is overlaid only by a higher degree", "[published]") {
  for (const double angry : {3., 8., 40.}) {
    degree_therapy therapy;
    therapy.degrees[degree_therapy::angry] = angry;
    for (std::uint64_t i = 0; i < 50; ++i)
      CHECK(therapy.rounds(iwm::address{.replicate = i}.key(), 10000) >=
            angry + 1. - therapy.degrees[degree_therapy::mentalizing]);
  }
}

TEST_CASE("a tie is not yet an overlay: the shortest therapy stores one copy more", "[published]") {
  degree_therapy therapy;
  therapy.degrees = {3., 1., 1., 1., 2.};
  double shortest = 1e9;
  for (std::uint64_t i = 0; i < 500; ++i)
    shortest = iwm::min(shortest, therapy.rounds(iwm::address{.replicate = i}.key(), 10000));
  CHECK(shortest == 2.);
}

TEST_CASE("who practises the best state only gets there in the fewest rounds", "[published]") {
  degree_therapy therapy;
  therapy.choice_base = 1e6;
  therapy.discount = 0.;
  therapy.degrees = {4., 1., 1., 1., 4.};
  therapy.rewards = {-1000., -1000., -1000., -1000., 1000.};
  const double rounds = therapy.rounds(iwm::address{}.key(), 10000);
  CHECK((rounds == 1. || rounds == 3.));
}

TEST_CASE("therapy that is too short does not succeed", "[published]") {
  CHECK(degree_therapy{}.rounds(iwm::address{}.key(), 6) == 0.);
}
