// SPDX-License-Identifier: MIT
#include "iwm/measurement/sensitivity_visit.hpp"

#include <cmath>
#include <vector>

#include "puppets.hpp"
#include "support/catch.hpp"
#include "support/property.hpp"
#include "support/sampling.hpp"

using namespace iwm;
using namespace iwm::testing;
using iwm::instruments::sensitivity_visit;

namespace {

const response best{.came = 1, .fit = 1, .welcome = 1};
const response rebuff{.came = 1, .fit = 1, .rejection = 1};

auto coded(const std::vector<response>& answers) {
  std::vector<event> film;
  for (const response& given : answers) film.push_back(moment({}, given));
  return sensitivity_visit{}.code(film);
}

}  // namespace

TEST_CASE("sensitivity is the mean over all signals: 9 for perfect answers, 1 for none",
          "[measurement]") {
  CHECK(coded({best, best}).sensitivity == 9.);
  CHECK(coded({best, {}}).sensitivity == Approx(5.));
  CHECK(coded({{}, {}}).sensitivity == 1.);
  CHECK(coded({}).sensitivity == 1.);
}

TEST_CASE("acceptance is the share of warm among the answers given", "[measurement]") {
  CHECK(coded({best, best, {}}).acceptance == Approx(9.));
  CHECK(coded({best, rebuff, {}}).acceptance == Approx(5.));
  CHECK(coded({rebuff, {}}).acceptance == 1.);
  CHECK(coded({{}, {}}).acceptance == 5.);
}

TEST_CASE("cooperation falls with interference, accessibility with what is ignored",
          "[measurement]") {
  const response interferes{.intrusion = 1};
  CHECK(coded({best, best}).cooperation == 9.);
  CHECK(coded({best, interferes}).cooperation == Approx(5.));
  CHECK(coded({interferes}).cooperation == 1.);
  CHECK(coded({best, rebuff}).accessibility == 9.);
  CHECK(coded({best, {}, {}, {}}).accessibility == Approx(3.));
  CHECK(coded({{}}).accessibility == 1.);
}

TEST_CASE("one fright is rated 3, four are rated 5", "[measurement]") {
  const response frightens{.fright = 1};
  CHECK(coded({best}).frightening == 1.);
  CHECK(coded({frightens, best}).frightening == Approx(3.));
  CHECK(coded({frightens, frightens, frightens, frightens}).frightening == Approx(5.));
}

TEST_CASE("what the infant does has no place in the visitor's ratings", "[measurement]") {
  const sensitivity_visit tool;
  std::vector<event> quiet{moment({}, best)}, loud{moment({.display = 1, .manner = 2}, best, 1)};
  CHECK(tool.code(quiet).sensitivity == tool.code(loud).sensitivity);
  CHECK(tool.code(quiet).acceptance == tool.code(loud).acceptance);
}

TEST_CASE("a visit watches as many needs as it says and writes five scales from 1 to 9",
          "[measurement]") {
  sensitivity_visit tool;
  tool.p.events = 7;
  puppets stage(50, [](std::size_t i, auto...) { return moment({}, i % 2 == 0 ? best : rebuff); });
  notebook notes;
  tool.assess(stage, 1., notes);
  CHECK(stage.played[0].size() == 7);
  CHECK(notes.scales.size() == 50 * 5);
  CHECK(notes.categories.empty());
  for (const auto& [what, value] : notes.scales) {
    CHECK(value >= 1.);
    CHECK(value <= 9.);
  }
}

// Null: errors of raters are normal with mean 0 and the stated standard deviation; 2000 visits with
// care in the middle of the accessibility scale, 8 standard deviations from its ends.
TEST_CASE("visitors err by their standard deviation", "[measurement]") {
  sensitivity_visit tool;
  tool.p.events = 2;
  tool.p.rater_sd = 0.5;
  constexpr std::size_t visits = 2000;
  puppets stage(visits, [](std::size_t, std::size_t number, const circumstance&) {
    return moment({}, number % 2 == 0 ? best : response{});
  });
  notebook notes;
  tool.assess(stage, 1., notes);
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < visits; ++i) {
    const double error = (notes.scales.at({i, "accessibility", 0}) - 5.) / 0.5;
    sum += error;
    squares += error * error;
  }
  constexpr double n = visits;
  CHECK(std::abs(z_of_mean(sum / n, n, 0, 1)) < largest_z);
  CHECK(std::abs(z_of_mean(squares / n, n, 1, std::sqrt(2.))) < largest_z);
}

TEST_CASE("better care is never rated as less sensitive by an exact visitor", "[measurement]") {
  holds([] {
    std::vector<response> answers;
    for (int i = 0; i < 6; ++i)
      answers.push_back({.came = 1, .fit = *between(0, 1), .delay = *between(0, 2), .welcome = 1});
    const double before = coded(answers).sensitivity;
    answers[2].fit = 1;
    RC_ASSERT(coded(answers).sensitivity >= before);
    answers[3].delay = 0;
    RC_ASSERT(coded(answers).sensitivity >= before);
  });
}
