// SPDX-License-Identifier: MIT
#include "iwm/measurement/temperament_report.hpp"

#include <cmath>

#include "puppets.hpp"
#include "support/catch.hpp"
#include "support/sampling.hpp"

using namespace iwm;
using namespace iwm::testing;
using iwm::instruments::temperament_report;

namespace {
const auto asleep = [](auto...) { return event{}; };
}  // namespace

TEST_CASE("an exact reporter maps 0 to 1 and 1 to 7", "[measurement]") {
  temperament_report tool;
  tool.p.reporter_sd = 0;
  puppets stage(1, asleep, {.reactivity = 0, .soothability = 1, .sociability = 0.25});
  notebook notes;
  tool.assess(stage, 1., notes);
  CHECK(notes.scales.size() == 3);
  CHECK(notes.scales.at({0, "negative_reactivity", 0}) == 1.);
  CHECK(notes.scales.at({0, "soothability", 0}) == 7.);
  CHECK(notes.scales.at({0, "sociability", 0}) == 2.5);
}

TEST_CASE("a report plays nothing: it is about what has been seen", "[measurement]") {
  puppets stage(1, asleep);
  notebook notes;
  temperament_report{}.assess(stage, 1., notes);
  CHECK(stage.played[0].empty());
}

// Null: errors are normal with mean 0 and the stated standard deviation, independent between
// scales; 2000 infants in the middle of the scale, 6 standard deviations from its ends.
TEST_CASE("reporters err by their standard deviation, on each scale anew", "[measurement]") {
  temperament_report tool;
  tool.p.reporter_sd = 0.5;
  constexpr std::size_t reports = 2000;
  puppets stage(reports, asleep);
  notebook notes;
  tool.assess(stage, 1., notes);
  double sum = 0, squares = 0, products = 0;
  for (std::size_t i = 0; i < reports; ++i) {
    const double error = (notes.scales.at({i, "negative_reactivity", 0}) - 4.) / 0.5;
    sum += error;
    squares += error * error;
    products += error * (notes.scales.at({i, "soothability", 0}) - 4.) / 0.5;
  }
  constexpr double n = reports;
  CHECK(std::abs(z_of_mean(sum / n, n, 0, 1)) < largest_z);
  CHECK(std::abs(z_of_mean(squares / n, n, 1, std::sqrt(2.))) < largest_z);
  CHECK(std::abs(z_of_mean(products / n, n, 0, 1)) < largest_z);
}
