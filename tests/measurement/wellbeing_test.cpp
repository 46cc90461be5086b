// SPDX-License-Identifier: MIT
// Short forms on one relationship or on the self: verbal security, felt security, resilience.
#include "iwm/measurement/felt_security.hpp"
#include "iwm/measurement/resilience.hpp"
#include "iwm/measurement/verbal_security.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "speakers.hpp"
#include "support/catch.hpp"

using namespace iwm;
using namespace iwm::testing;
using namespace iwm::instruments;

namespace {

template <class Tool>
std::vector<double> found(const std::string& scale, std::vector<speaker> people, const Tool& tool,
                          std::uint64_t occasion = 0) {
  notebook notes;
  tool.ask(speakers(std::move(people), occasion), 12., notes);
  return values_of(notes, scale);
}

/// Correlation of a scale with itself on another day, in a plausible population.
template <class Tool>
double retest(const std::string& scale) {
  const auto people = population(1500);
  return correlation(found(scale, people, Tool{}), found(scale, people, Tool{}, 1));
}

}  // namespace

TEST_CASE("items are ticked in whole numbers within the form", "[measurement]") {
  CHECK(ticked(2.4, 1, 4) == 2.);
  CHECK(ticked(2.5, 1, 4) == 3.);
  CHECK(ticked(-7, 1, 4) == 1.);
  CHECK(ticked(9, 1, 4) == 4.);
}

TEST_CASE("errors of items differ, and come again on the same occasion only", "[measurement]") {
  const speakers today({raised(0, 0)}), later({raised(0, 0)}, 1);
  for (std::size_t k = 1; k < 20; ++k) {
    CHECK(item_error(today, 0, k, 1.) != item_error(today, 0, k - 1, 1.));
    CHECK(item_error(today, 0, k, 1.) == item_error(today, 0, k, 1.));
    CHECK(item_error(today, 0, k, 1.) != item_error(later, 0, k, 1.));
  }
  CHECK(style_of(today, 0, response_style::gloom, 1.) ==
        style_of(later, 0, response_style::gloom, 1.));
  CHECK(style_of(today, 0, response_style::gloom, 1.) !=
        style_of(today, 0, response_style::anxiety, 1.));
}

TEST_CASE("verbal security is the trust that is claimed, less strain", "[measurement]") {
  verbal_security tool;
  tool.p.lowest_level = 1;
  tool.p.security_slope = 3;
  tool.p.strain_effect = 0.4;
  CHECK(tool.level(telling(1, 0), 0) == 4.);
  CHECK(tool.level(telling(0, 0), 0) == 2.5);
  CHECK(tool.level(telling(-1, 0), 0) == 1.);
  CHECK(tool.level(telling(0, 0), 0.5) == Approx(2.3));
  CHECK(tool.level(telling(0, 0, exaggerating), 0) == tool.level(telling(0, 0, muting), 0));
}

TEST_CASE("felt security counts safety as well", "[measurement]") {
  felt_security tool;
  tool.p.strain_effect = 2;
  CHECK(tool.level(telling(1, 0), 0) == 7.);
  CHECK(tool.level(telling(-1, 0), 0) == 1.);
  CHECK(tool.level(telling(1, 0), 0.5) == 6.);
  account afraid = telling(1, 0);
  afraid.claimed.safety = -1;
  CHECK(tool.level(afraid, 0) == Approx(5.5));
}

TEST_CASE("self-esteem is worth and efficacy, resilience that and low strain", "[measurement]") {
  resilience tool;
  tool.p.esteem_weight = 0.25;
  account told = telling(-1, 0);
  told.claimed.worth = told.claimed.efficacy = 1;
  CHECK(tool.level(told, 0).self_esteem == 4.);
  CHECK(tool.level(told, 0).resilience == 5.);
  CHECK(tool.level(told, 1).self_esteem == 4.);
  CHECK(tool.level(told, 1).resilience == 2.);
  told.claimed.efficacy = -1;
  CHECK(tool.level(told, 0).self_esteem == 2.5);
  CHECK(tool.level(told, 0).resilience == Approx(4.5));
}

TEST_CASE("without errors a form gives its level to the next whole number", "[measurement]") {
  verbal_security kerns;
  kerns.p.style_sd = kerns.p.item_sd = 0;
  CHECK(found("security", {raised(1, 0)}, kerns)[0] == 4.);
  felt_security diary;
  diary.p.style_sd = diary.p.day_sd = 0;
  CHECK(found("felt_security", {raised(0, 0)}, diary)[0] == 4.);
  resilience form;
  form.p.style_sd = form.p.item_sd = 0;
  CHECK(found("self_esteem", {raised(1, 0)}, form)[0] == 4.);
  CHECK(found("resilience", {raised(1, 0)}, form)[0] == 5.);
}

TEST_CASE("short forms are reliable, not perfect", "[measurement]") {
  for (const double r :
       {retest<verbal_security>("security"), retest<felt_security>("felt_security"),
        retest<resilience>("self_esteem"), retest<resilience>("resilience")}) {
    CHECK(r > 0.6);
    CHECK(r < 0.95);
  }
}

TEST_CASE("longer forms are more reliable", "[measurement]") {
  verbal_security brief, thorough;
  brief.p.items = 2;
  thorough.p.items = 40;
  const auto people = population(800);
  const auto r = [&](const verbal_security& tool) {
    return correlation(found("security", people, tool), found("security", people, tool, 1));
  };
  CHECK(r(thorough) > r(brief) + 0.1);
}
