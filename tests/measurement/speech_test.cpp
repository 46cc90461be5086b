// SPDX-License-Identifier: MIT
#include "iwm/measurement/speech.hpp"

#include <cmath>
#include <vector>

#include "speakers.hpp"
#include "support/catch.hpp"
#include "support/sampling.hpp"

using namespace iwm;
using namespace iwm::testing;

namespace {

/// Speech without scatter, mood or second thoughts.
speech_parameters plain(std::uint64_t probes = 2000) {
  speech_parameters p;
  p.probes = probes;
  p.mood_sd = p.claim_sd = p.monitoring = p.revision = 0;
  return p;
}

double count(const std::vector<statement>& said, auto&& which) {
  double n = 0;
  for (const statement& s : said) n += which(s) ? 1. : 0.;
  return n;
}

statement told(double claim, double quality, manner how = manner::direct, std::size_t about = 0) {
  return {about, how, claim, false, true, quality};
}

}  // namespace

TEST_CASE("the manners share out by their values, and add up to one", "[measurement]") {
  const auto even = shares_of({0.3, 0.3, 0.3}, 0.1);
  CHECK(even.direct == Approx(1. / 3.));
  CHECK(even.maximise == Approx(1. / 3.));
  const auto shares = shares_of({0.4, 0.3, 0.2}, 0.1);
  CHECK(shares.direct / shares.minimise == Approx(std::exp(1.)));
  CHECK(shares.minimise / shares.maximise == Approx(std::exp(1.)));
  CHECK(shares.direct + shares.minimise + shares.maximise == Approx(1.));
  CHECK(shares_of({0, 1000, 0}, 0.001).minimise == 1.);
  CHECK(shares_of({0, -1000, -1000}, 0.001).direct == 1.);
}

TEST_CASE("a uniform picks the manner in whose share it falls", "[measurement]") {
  const manner_shares shares{0.5, 0.3, 0.2};
  CHECK(picked(shares, 0.49) == manner::direct);
  CHECK(picked(shares, 0.51) == manner::minimise);
  CHECK(picked(shares, 0.79) == manner::minimise);
  CHECK(picked(shares, 0.81) == manner::maximise);
}

TEST_CASE("questions are about whom there was", "[measurement]") {
  const auto about = [](const speaker& one, std::size_t whom) {
    return count(transcript(speakers({one}), 0, plain()),
                 [&](const statement& s) { return s.about == whom; });
  };
  speaker one = raised(0.4, 0.4);
  CHECK(std::abs(z_of_count(about(one, 0), 2000, 0.5)) < largest_z);
  CHECK(about(one, 0) + about(one, 1) == 2000);
  one.childhood[0].reset();
  CHECK(about(one, 1) == 2000);
  one.childhood[1].reset();
  CHECK(about(one, 2) == 2000);
}

TEST_CASE("general talk brings no episodes, and nobody is missing memories of it",
          "[measurement]") {
  speaker orphan = raised(0.4, 0.4, muting);
  orphan.childhood = {};
  for (const statement& s : transcript(speakers({orphan}), 0, plain(50))) {
    CHECK_FALSE(s.told);
    CHECK_FALSE(s.blank);
  }
}

TEST_CASE("a claim is the mean of claimed availability, acceptance and worth, from 0 to 1",
          "[measurement]") {
  speaker one = raised(0, 0);
  for (auto& parent : one.childhood) parent->claimed = {0.9, 0.3, -1, 0.6, -1};
  for (const statement& s : transcript(speakers({one}), 0, plain(5))) CHECK(s.claim == Approx(0.8));
}

TEST_CASE("an episode's goodness counts from -1 to 1", "[measurement]") {
  const auto quality = [](double response) {
    return transcript(speakers({raised(0, response)}), 0, plain(1))[0].quality;
  };
  CHECK(quality(1) == 1.);
  CHECK(quality(0) == 0.5);
  CHECK(quality(-1) == 0.);
  CHECK(quality(-2) == 0.);
}

TEST_CASE("every episode is told about as often", "[measurement]") {
  speaker one = raised(0, 0);
  one.childhood[1].reset();
  for (std::size_t k = 0; k < 9; ++k) one.childhood[0]->episodes[k].relief = static_cast<double>(k);
  const auto said = transcript(speakers({one}), 0, plain(9000));
  for (double k = 0; k < 9; k += 1.) {
    const double n = count(said, [&](const statement& s) { return s.relief == k; });
    CHECK(std::abs(z_of_count(n, 9000, 1. / 9.)) < largest_z);
  }
}

// Null: the habits of the figure and in general count half each; shares 1 to e to 1.
TEST_CASE("the manner is between the figure's and the general habit", "[measurement]") {
  speaker one = raised(0, 0, {0.3, 0.3, 0.3});
  for (auto& parent : one.childhood) parent->habit = {0.3, 0.4, 0.3};
  speech_parameters p = plain(4000);
  p.temperature = 0.05;
  const double muted = count(transcript(speakers({one}), 0, p),
                             [](const statement& s) { return s.how == manner::minimise; });
  CHECK(std::abs(z_of_count(muted, 4000, std::exp(1.) / (2 + std::exp(1.)))) < largest_z);
}

TEST_CASE("who cuts short tells nothing, as often as is set", "[measurement]") {
  speech_parameters p = plain(4000);
  p.forgetting = 0.7;
  const auto said = transcript(speakers({raised(0.4, 0.4, muting)}), 0, p);
  const double blank = count(said, [](const statement& s) { return s.blank; });
  CHECK(std::abs(z_of_count(blank, 4000, 0.7)) < largest_z);
  CHECK(count(said, [](const statement& s) { return s.blank == s.told; }) == 0);
  CHECK(count(transcript(speakers({raised(0.4, 0.4, exaggerating)}), 0, p),
              [](const statement& s) { return s.blank; }) == 0);
}

// Null: questions about fright, and no others, make lapses with the probability given.
TEST_CASE("the unsettled lose the thread over questions about fright", "[measurement]") {
  for (const double unsettled : {0., 0.3, 1.}) {
    speaker one = raised(0, -1);
    one.unsettled = unsettled;
    speech_parameters p = plain(5000);
    p.fright_probes = 4000;
    const double lapses =
        count(transcript(speakers({one}), 0, p), [](const statement& s) { return s.lapse; });
    if (unsettled == 0.3)
      CHECK(std::abs(z_of_count(lapses, 4000, 0.3)) < largest_z);
    else
      CHECK(lapses == 4000 * unsettled);
  }
  CHECK(count(transcript(speakers({raised(0, -1)}), 0, plain()),
              [](const statement& s) { return s.lapse; }) == 0);
}

TEST_CASE("the reflective stop themselves, and bring claims nearer to memories", "[measurement]") {
  speech_parameters p = plain(4000);
  p.monitoring = 0.5;
  p.revision = 0.5;
  speaker one = raised(1, 0, muting);
  one.reflection = 0.8;
  const auto said = transcript(speakers({one}), 0, p);
  const double open = count(said, [](const statement& s) { return s.how == manner::direct; });
  CHECK(std::abs(z_of_count(open, 4000, 0.4)) < largest_z);
  for (const statement& s : said) CHECK(s.claim == Approx(s.how == manner::direct ? 0.8 : 1.));
}

TEST_CASE("mood tilts a whole day, and other days differently", "[measurement]") {
  speech_parameters p = plain(300);
  p.mood_sd = 10;
  const auto said = transcript(speakers({raised(0, 0, {})}), 0, p);
  for (const statement& s : said) CHECK(s.how == said[0].how);
  int same = 0;
  for (std::uint64_t day = 0; day < 20; ++day)
    same += transcript(speakers({raised(0, 0, {})}, day), 0, p)[0].how == said[0].how;
  CHECK(same < 20);
}

TEST_CASE("an impression counts manners, claims without memory, and stories", "[measurement]") {
  const std::vector<statement> said{told(0.5, 0.5),
                                    told(0.5, 0.25, manner::maximise),
                                    {0, manner::minimise, 0.75, true},
                                    {0, manner::maximise, 0.5}};
  const impression seen = impression_of(said);
  CHECK(seen.open == 0.25);
  CHECK(seen.cut_short == 0.25);
  CHECK(seen.entangled == 0.5);
  CHECK(seen.blank_claims == Approx(0.75 / 4));
  CHECK(seen.entangled_hurt == Approx(0.75 / 4));
  CHECK(seen.excess == Approx(0.125));
  CHECK(seen.contradiction == Approx(0.125));
  CHECK(seen.supported == Approx(0.375));
  CHECK(seen.spread == 0.);
}

TEST_CASE("claims are held against the mean of the memories, figure by figure", "[measurement]") {
  const std::vector<statement> mixed{told(0.5, 0.1), told(0.5, 0.9)};
  CHECK(impression_of(mixed).contradiction == Approx(0.).margin(1e-12));
  const std::vector<statement> split{told(0.5, 0.1), told(0.5, 0.9, manner::direct, 1)};
  CHECK(impression_of(split).contradiction == Approx(0.4));
  CHECK(impression_of(split).excess == Approx(0.2));
}

TEST_CASE("recalled relief spreads by its standard deviation", "[measurement]") {
  std::vector<statement> said{told(0.5, 0.5), told(0.5, 0.5)};
  said[0].relief = 0.2, said[1].relief = 0.8;
  CHECK(impression_of(said).spread == Approx(0.3));
}

TEST_CASE("who says nothing leaves no impression", "[measurement]") {
  const impression seen = impression_of({});
  CHECK(seen.open == 0.);
  CHECK(seen.excess == 0.);
  CHECK(seen.supported == 0.);
}

TEST_CASE("coherence falls with contradiction beyond tolerance, cutting short, entanglement",
          "[measurement]") {
  speech_parameters p;
  p.tolerance = 0.1;
  p.incoherence_gain = 1;
  CHECK(coherence_of({}, p) == 9.);
  CHECK(coherence_of({.contradiction = 0.1}, p) == 9.);
  CHECK(coherence_of({.contradiction = 0.35}, p) == Approx(7.));
  CHECK(coherence_of({.cut_short = 0.5}, p) == Approx(7.));
  CHECK(coherence_of({.entangled = 0.5}, p) == Approx(5.));
  CHECK(coherence_of({.entangled = 1, .contradiction = 1}, p) == 1.);
}
