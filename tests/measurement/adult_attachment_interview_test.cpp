// SPDX-License-Identifier: MIT
#include "iwm/measurement/adult_attachment_interview.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "speakers.hpp"
#include "support/catch.hpp"
#include "support/sampling.hpp"

using namespace iwm;
using namespace iwm::testing;
using iwm::instruments::adult_attachment_interview;

namespace {

constexpr std::size_t many = 400;

notebook held_with(std::vector<speaker> people, const adult_attachment_interview& tool = {},
                   std::uint64_t occasion = 0) {
  notebook notes;
  tool.ask(speakers(std::move(people), occasion), 30., notes);
  return notes;
}
notebook held_with(const speaker& one, const adult_attachment_interview& tool = {}) {
  return held_with(std::vector<speaker>(many, one), tool);
}
double forced(const notebook& notes, const std::string& name) {
  return share_of(notes, "FDsE forced", name);
}
double mean(const notebook& notes, const std::string& scale) {
  return mean_of(values_of(notes, scale));
}
double mean(const speaker& one, const std::string& scale) { return mean(held_with(one), scale); }

speaker frightened(double unsettled) {
  speaker one = raised(-0.5, -0.5);
  one.unsettled = unsettled;
  return one;
}

}  // namespace

TEST_CASE("a transcript without a flaw is coherent, and nothing else", "[measurement]") {
  const std::vector<statement> said(18,
                                    {0, manner::direct, 0.7, false, true, 0.7, 0.3, false, true});
  const auto s = adult_attachment_interview{}.code(said);
  CHECK(s.coherence == 9.);
  CHECK(s.idealisation == 1.);
  CHECK(s.anger == 1.);
  CHECK(s.passivity == 1.);
  CHECK(s.lapses == 1.);
  CHECK(s.reflective_functioning == 9.);
}

TEST_CASE("claims above memories, or without any, idealise; claims below them do not",
          "[measurement]") {
  adult_attachment_interview tool;
  tool.p.tolerance = 0.1;
  tool.p.excess_gain = tool.p.blank_gain = 1;
  const auto idealisation = [&](double claim, double quality, bool blank) {
    const std::vector<statement> said(4, {0, manner::direct, claim, blank, !blank, quality});
    return tool.code(said).idealisation;
  };
  CHECK(idealisation(0.8, 0.2, false) == Approx(5.));
  CHECK(idealisation(0.6, 0.5, false) == Approx(1.));
  CHECK(idealisation(0.2, 0.8, false) == 1.);
  CHECK(idealisation(0.5, 0, true) == Approx(5.));
}

TEST_CASE("entanglement is anger as far as it is over hurt, else passivity", "[measurement]") {
  adult_attachment_interview tool;
  tool.p.entangled_gain = 1;
  const auto scales = [&](double quality, double relief) {
    std::vector<statement> said(4, {0, manner::maximise, 0.5, false, true, quality});
    said[0].relief = said[1].relief = relief;
    for (std::size_t k = 2; k < 4; ++k) said[k].how = manner::direct;
    return tool.code(said);
  };
  CHECK(scales(0, 0).anger == Approx(5.));
  CHECK(scales(0, 0).passivity == 1.);
  CHECK(scales(1, 0).anger == 1.);
  CHECK(scales(1, 0).passivity == Approx(5.));
  CHECK(scales(0, 1).anger == Approx(1. + 8. * 0.5 * 1.5));
}

TEST_CASE("lapses saturate", "[measurement]") {
  adult_attachment_interview tool;
  tool.p.lapse_scale = 2;
  const auto with = [&](std::size_t lapses) {
    std::vector<statement> said(18, {0, manner::direct, 0.5, false, true, 0.5});
    for (std::size_t k = 0; k < lapses; ++k) said[k].lapse = true;
    return tool.code(said).lapses;
  };
  CHECK(with(0) == 1.);
  CHECK(with(2) == Approx(9. - 8. / std::exp(1.)));
  CHECK(with(18) < 9.);
}

TEST_CASE("classes go by cuts and by the larger margin, U beside them", "[measurement]") {
  adult_attachment_interview tool;
  tool.p.dismissing_cut = 4;
  tool.p.preoccupied_cut = 3;
  tool.p.unresolved_cut = 5;
  const auto forced_of = [&](double idealisation, double anger, double passivity) {
    return tool.classify({5, idealisation, anger, passivity, 1, 5}).forced;
  };
  CHECK(forced_of(3.9, 2.9, 2.9) == "F");
  CHECK(forced_of(4, 1, 1) == "Ds");
  CHECK(forced_of(1, 3, 1) == "E");
  CHECK(forced_of(1, 1, 3) == "E");
  CHECK(forced_of(5, 3.5, 1) == "Ds");
  CHECK(forced_of(4.4, 1, 3.5) == "E");
  CHECK(tool.classify({9, 1, 1, 1, 4.9, 5}).four_way == "F");
  CHECK(tool.classify({9, 1, 1, 1, 5, 5}).four_way == "U");
  CHECK(tool.classify({9, 1, 1, 1, 5, 5}).forced == "F");
  CHECK(tool.classify({1, 9, 1, 1, 1, 5}).four_way == "Ds");
}

TEST_CASE("how one speaks decides", "[measurement]") {
  CHECK(forced(held_with(raised(0.6, 0.6)), "F") > 0.95);
  CHECK(forced(held_with(raised(0.6, 0.6, muting)), "Ds") > 0.95);
  CHECK(forced(held_with(raised(0.6, 0.6, exaggerating)), "E") > 0.95);
}

TEST_CASE("earned security: poor care told as it was, and openly, is autonomous", "[measurement]") {
  const speaker earned = raised(-0.6, -0.6), loved = raised(0.6, 0.6);
  CHECK(forced(held_with(earned), "F") > 0.95);
  CHECK(std::abs(mean(earned, "coherence") - mean(loved, "coherence")) < 0.2);
  CHECK(forced(held_with(raised(0.8, -0.6)), "Ds") > 0.95);
  CHECK(mean(raised(0.8, -0.6), "coherence") < mean(earned, "coherence") - 2);
}

TEST_CASE("memories of changing care, told openly, are no preoccupation", "[measurement]") {
  speaker one = raised(0, 0);
  for (auto& parent : one.childhood)
    for (std::size_t k = 0; k < 9; ++k) {
      parent->episodes[k].relief = k % 2 == 0 ? 1. : -0.5;
      parent->episodes[k].response = k % 2 == 0 ? 0.8 : -0.8;
    }
  CHECK(forced(held_with(one), "E") < 0.05);
}

TEST_CASE("who is unsettled by questions about fright is unresolved, and else what they are",
          "[measurement]") {
  CHECK(share_of(held_with(frightened(1)), "FDsEU", "U") > 0.95);
  CHECK(share_of(held_with(frightened(0)), "FDsEU", "U") < 0.05);
  CHECK(forced(held_with(frightened(1)), "F") > 0.95);
  double last = 0;
  for (const double unsettled : {0., 0.2, 0.5, 1.}) {
    const double lapses = mean(frightened(unsettled), "lapses");
    CHECK(lapses > last);
    last = lapses;
  }
}

TEST_CASE("reflection makes every state of mind more coherent", "[measurement]") {
  for (speaker one :
       {raised(0.8, -0.2), raised(0.6, 0.6, muting), raised(0.4, 0.4, exaggerating)}) {
    const double before = mean(one, "coherence"), seen = mean(one, "reflective_functioning");
    one.reflection = 0.8;
    CHECK(mean(one, "coherence") > before + 0.2);
    CHECK(mean(one, "reflective_functioning") > seen + 0.5);
  }
}

TEST_CASE("the more often cut short, the more idealisation", "[measurement]") {
  double last = 0;
  for (const double value : {0., 0.25, 0.3, 0.35}) {
    const double found = mean(raised(0.4, 0.4, {0.3, value, 0}), "idealisation");
    CHECK(found > last);
    last = found;
  }
}

// Null: coders err by their standard deviation, on each scale anew; coherence of 5 is far from both
// ends of the scale.
TEST_CASE("coders err", "[measurement]") {
  adult_attachment_interview tool;
  tool.p.coder_sd = 0.5;
  tool.p.mood_sd = tool.p.claim_sd = 0;
  tool.p.tolerance = 0.1;
  tool.p.incoherence_gain = 1;
  constexpr std::size_t people = 2000;
  const auto notes = held_with(std::vector<speaker>(people, raised(0.6, -0.6)), tool);
  double sum = 0, squares = 0;
  for (const double found : values_of(notes, "coherence")) {
    const double error = (found - 5.) / 0.5;
    sum += error, squares += error * error;
  }
  CHECK(std::abs(z_of_mean(sum / people, people, 0, 1)) < largest_z);
  CHECK(std::abs(z_of_mean(squares / people, people, 1, std::sqrt(2.))) < largest_z);
}

TEST_CASE("a plausible population has every class, and holds its place at a second interview",
          "[measurement]") {
  adult_attachment_interview tool;
  tool.p.temperature = 0.05, tool.p.mood_sd = 0.02, tool.p.tolerance = 0.1;
  tool.p.dismissing_cut = 2.8, tool.p.preoccupied_cut = 2.4;
  const auto people = population(1500);
  const auto first = held_with(people, tool), second = held_with(people, tool, 1);
  CHECK(std::abs(forced(first, "F") - 0.58) < 0.12);
  CHECK(std::abs(forced(first, "Ds") - 0.23) < 0.12);
  CHECK(std::abs(forced(first, "E") - 0.19) < 0.12);
  CHECK(std::abs(share_of(first, "FDsEU", "U") - 0.18) < 0.08);
  for (const char* scale : {"coherence", "idealisation", "lapses"})
    CHECK(correlation(values_of(first, scale), values_of(second, scale)) > 0.5);
  CHECK(correlation(values_of(first, "coherence"), values_of(second, "coherence")) < 0.95);
}
