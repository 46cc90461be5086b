// SPDX-License-Identifier: MIT
#include "iwm/measurement/experiences.hpp"

#include "iwm/measurement/ecr.hpp"
#include "iwm/measurement/ecr_rc.hpp"
#include "iwm/measurement/ecr_rs.hpp"

#include <algorithm>
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
notebook filled_in(std::vector<speaker> people, const Tool& tool, std::uint64_t occasion = 0) {
  notebook notes;
  tool.ask(speakers(std::move(people), occasion), 20., notes);
  return notes;
}

/// A form without style, mood and error.
template <class Tool>
Tool exact() {
  Tool tool;
  tool.p.style_sd = tool.p.gloom_sd = tool.p.agreement_sd = tool.p.mood_sd = tool.p.item_sd = 0;
  return tool;
}

/// Alpha of anxiety and of avoidance in a plausible population.
template <class Tool, class Form>
std::array<double, 2> alphas() {
  Tool tool;
  tool.p.items = true;
  const auto notes = filled_in(population(1500), tool);
  std::array<std::vector<std::vector<double>>, 2> items;
  for (std::size_t k = 0; k < Form::items.size(); ++k) {
    auto given = values_of(notes, std::string(item_names[k]));
    if (Form::items[k].reversed)
      for (double& x : given) x = 8. - x;
    items[Form::items[k].avoidance ? 1 : 0].push_back(std::move(given));
  }
  return {cronbach_alpha(items[0]), cronbach_alpha(items[1])};
}

template <class Form>
std::array<long, 4> composition() {
  const auto count = [](bool avoidance, bool reversed) {
    return std::ranges::count_if(Form::items, [=](const experience_item& item) {
      return item.avoidance == avoidance && item.reversed == reversed;
    });
  };
  return {count(false, false), count(false, true), count(true, false), count(true, true)};
}

}  // namespace

TEST_CASE("forms have the items of their originals", "[measurement]") {
  CHECK(composition<ecr_form>() == std::array{17L, 1L, 9L, 9L});
  CHECK(composition<ecr_rc_form>() == std::array{6L, 0L, 3L, 3L});
  CHECK(composition<ecr_rs_form>() == std::array{3L, 0L, 2L, 4L});
}

TEST_CASE("scales are means of the items, reversed ones turned round", "[measurement]") {
  CHECK(ecr_rs::code({1, 1, 1, 1, 7, 7, 2, 3, 4}).avoidance == 7.);
  CHECK(ecr_rs::code({1, 1, 1, 1, 7, 7, 2, 3, 4}).anxiety == 3.);
  CHECK(ecr_rs::code({7, 7, 7, 7, 7, 7, 1, 1, 1}).avoidance == Approx(3.));
  ecr::answers all{};
  all.fill(7.);
  CHECK(ecr::code(all).avoidance == 4.);
  CHECK(ecr::code(all).anxiety == Approx(1 + 6 * 17. / 18.));
}

TEST_CASE("anxiety comes from doubt of worth and acceptance, exaggerating and strain",
          "[measurement]") {
  ecr tool;
  tool.p.anxiety_floor = 1;
  tool.p.anxiety_doubt = 4;
  tool.p.anxiety_maximise = 2;
  tool.p.anxiety_strain = 0.5;
  account told = telling(1, 0);
  told.habit = {1000, 0, 0};
  CHECK(tool.level(told, 0).anxiety == 1.);
  CHECK(tool.level(told, 1).anxiety == 1.5);
  told.claimed.worth = -1;
  CHECK(tool.level(told, 0).anxiety == 3.);
  told.claimed.acceptance = -1;
  CHECK(tool.level(told, 0).anxiety == 5.);
  told.claimed.availability = -1, told.claimed.safety = -1;
  CHECK(tool.level(told, 0).anxiety == 5.);
  told.habit = {0, 0, 1000};
  CHECK(tool.level(told, 0).anxiety == 7.);
}

TEST_CASE("avoidance comes from doubt of availability and acceptance, and from muting",
          "[measurement]") {
  ecr tool;
  tool.p.avoidance_floor = 1;
  tool.p.avoidance_distance = 4;
  tool.p.avoidance_minimise = 2;
  account told = telling(1, 0);
  told.habit = {1000, 0, 0};
  CHECK(tool.level(told, 0).avoidance == 1.);
  CHECK(tool.level(told, 1).avoidance == 1.);
  told.claimed.availability = -1;
  CHECK(tool.level(told, 0).avoidance == 3.);
  told.claimed.worth = -1;
  CHECK(tool.level(told, 0).avoidance == 3.);
  told.claimed.acceptance = -1;
  CHECK(tool.level(told, 0).avoidance == 5.);
  told.habit = {0, 1000, 0};
  CHECK(tool.level(told, 0).avoidance == 7.);
}

TEST_CASE("without errors every item says the same, in whole numbers", "[measurement]") {
  auto tool = exact<ecr_rs>();
  tool.p.items = true;
  tool.p.avoidance_floor = 1;
  tool.p.avoidance_distance = 4;
  speaker one = raised(-0.5, 0, {1000, 0, 0});
  const auto notes = filled_in({one}, tool);
  CHECK(notes.scales.size() == 11);
  CHECK(notes.scales.at({0, "item_1", 0}) == 4.);
  CHECK(notes.scales.at({0, "item_5", 0}) == 4.);
  one.about = telling(-0.9, 0, {1000, 0, 0});
  const auto worse = filled_in({one}, tool);
  CHECK(worse.scales.at({0, "item_1", 0}) == 3.);
  CHECK(worse.scales.at({0, "item_5", 0}) == 5.);
  CHECK(worse.scales.at({0, "avoidance", 0}) == 5.);
}

TEST_CASE("single items are written when asked for", "[measurement]") {
  CHECK(filled_in(population(1), ecr{}).scales.size() == 2);
  ecr tool;
  tool.p.items = true;
  const auto notes = filled_in(population(50), tool);
  CHECK(notes.scales.size() == 50 * 38);
  for (const auto& [where, value] : notes.scales) {
    CHECK(value >= 1.);
    CHECK(value <= 7.);
    if (std::get<1>(where).starts_with("item")) CHECK(value == std::floor(value));
  }
}

TEST_CASE("saying yes to everything raises anxiety, and avoidance only where no item is reversed",
          "[measurement]") {
  auto tool = exact<ecr>();
  tool.p.agreement_sd = 1;
  const auto notes = filled_in(std::vector<speaker>(400, raised(0, 0)), tool);
  const auto anxiety = values_of(notes, "anxiety"), avoidance = values_of(notes, "avoidance");
  CHECK(covariance(anxiety, anxiety) > 0.5);
  CHECK(covariance(avoidance, avoidance) < 0.1);
}

TEST_CASE("Cronbach's alpha of known items", "[measurement]") {
  const std::vector<double> x{1, 2, 3, 4}, y{1, -1, -1, 1};
  CHECK(cronbach_alpha({x, x, x}) == Approx(1.));
  CHECK(cronbach_alpha({x, y}) == Approx(2 * (1 - (5. / 3 + 4. / 3) / (9. / 3))));
}

TEST_CASE("alpha is near .9 for the long form and near .8 for the short ones", "[measurement]") {
  for (const double alpha : alphas<ecr, ecr_form>()) CHECK(std::abs(alpha - 0.91) < 0.03);
  for (const double alpha : alphas<ecr_rc, ecr_rc_form>()) CHECK(std::abs(alpha - 0.8) < 0.06);
  for (const double alpha : alphas<ecr_rs, ecr_rs_form>()) CHECK(std::abs(alpha - 0.82) < 0.07);
}

TEST_CASE("answers last over weeks, and both scales go together a little", "[measurement]") {
  const auto people = population(1500);
  const auto first = filled_in(people, ecr{}), second = filled_in(people, ecr{}, 1);
  const auto anxiety = values_of(first, "anxiety"), avoidance = values_of(first, "avoidance");
  CHECK(std::abs(correlation(anxiety, values_of(second, "anxiety")) - 0.9) < 0.04);
  CHECK(std::abs(correlation(avoidance, values_of(second, "avoidance")) - 0.9) < 0.04);
  CHECK(std::abs(correlation(anxiety, avoidance) - 0.2) < 0.1);
}

TEST_CASE("one style of answering goes with a person through all such forms", "[measurement]") {
  const std::vector<speaker> alike(600, raised(0, 0));
  const auto general = values_of(filled_in(alike, ecr{}), "anxiety");
  const auto mother = values_of(filled_in(alike, ecr_rc{}, 7), "anxiety");
  CHECK(correlation(general, mother) > 0.5);
}
