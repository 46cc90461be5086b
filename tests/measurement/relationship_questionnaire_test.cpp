// SPDX-License-Identifier: MIT
#include "iwm/measurement/relationship_questionnaire.hpp"

#include <string>
#include <vector>

#include "speakers.hpp"
#include "support/catch.hpp"

using namespace iwm;
using namespace iwm::testing;
using iwm::instruments::relationship_questionnaire;

namespace {

notebook filled_in(std::vector<speaker> people, const relationship_questionnaire& tool = {},
                   std::uint64_t occasion = 0) {
  notebook notes;
  tool.ask(speakers(std::move(people), occasion), 20., notes);
  return notes;
}

/// Somebody who claims so much of the self and of others.
speaker thinking(double self, double other) {
  speaker one = raised(0, 0, {1000, 0, 0});
  one.about->claimed = {other, other, 0, self, self};
  return one;
}

}  // namespace

TEST_CASE("models are sums and differences of the four portraits", "[measurement]") {
  const auto best = relationship_questionnaire::code({7, 1, 7, 1});
  CHECK(best.self == 12.);
  CHECK(best.other == 0.);
  const auto needy = relationship_questionnaire::code({2, 7, 1, 1});
  CHECK(needy.self == -5.);
  CHECK(needy.other == 7.);
}

TEST_CASE("the quadrant is the best portrait, of equals the first", "[measurement]") {
  CHECK(relationship_questionnaire::classify({7, 6, 5, 4}) == "secure");
  CHECK(relationship_questionnaire::classify({4, 6, 5, 4}) == "preoccupied");
  CHECK(relationship_questionnaire::classify({4, 5, 6, 4}) == "dismissing");
  CHECK(relationship_questionnaire::classify({4, 5, 6, 7}) == "fearful");
  CHECK(relationship_questionnaire::classify({5, 5, 5, 5}) == "secure");
}

TEST_CASE("self and other span the quadrants", "[measurement]") {
  relationship_questionnaire tool;
  tool.p.style_sd = tool.p.rating_sd = 0;
  tool.p.self_middle = tool.p.other_middle = 0;
  const auto quadrant = [&](double self, double other) {
    return filled_in({thinking(self, other)}, tool).categories.at({0, "quadrant"});
  };
  CHECK(quadrant(0.8, 0.8) == "secure");
  CHECK(quadrant(-0.8, 0.8) == "preoccupied");
  CHECK(quadrant(0.8, -0.8) == "dismissing");
  CHECK(quadrant(-0.8, -0.8) == "fearful");
  const auto notes = filled_in({thinking(1, 1)}, tool);
  CHECK(notes.scales.at({0, "self_model", 0}) == 6.);
  CHECK(notes.scales.at({0, "other_model", 0}) == 6.);
}

TEST_CASE("exaggerating costs the model of the self, muting that of others", "[measurement]") {
  relationship_questionnaire tool;
  tool.p.maximise_effect = 0.2;
  tool.p.minimise_effect = 0.4;
  account told = telling(0.3, 0, {1000, 0, 0});
  const auto open = tool.level(told);
  told.habit = {0, 0, 1000};
  CHECK(tool.level(told).self == Approx(open.self - 0.2));
  CHECK(tool.level(told).other == open.other);
  told.habit = {0, 1000, 0};
  CHECK(tool.level(told).self == open.self);
  CHECK(tool.level(told).other == Approx(open.other - 0.4));
}

TEST_CASE("a plausible population has all quadrants, most are secure", "[measurement]") {
  const auto people = population(1500);
  const auto first = filled_in(people), second = filled_in(people, {}, 1);
  const double secure = share_of(first, "quadrant", "secure");
  for (const char* other : {"preoccupied", "dismissing", "fearful"}) {
    CHECK(share_of(first, "quadrant", other) > 0.08);
    CHECK(share_of(first, "quadrant", other) < secure);
  }
  for (const char* scale : {"self_model", "other_model"})
    CHECK(correlation(values_of(first, scale), values_of(second, scale)) > 0.5);
}
