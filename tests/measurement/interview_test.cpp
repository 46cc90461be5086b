// SPDX-License-Identifier: MIT
// What holds for every instrument that asks.
#include "iwm/measurement/interview.hpp"

#include "iwm/population/registry.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "speakers.hpp"
#include "support/catch.hpp"

using namespace iwm;
using namespace iwm::testing;

namespace {

template <class Visit>
void each_interview(Visit&& visit) {
  int seen = 0;
  for (const instrument_entry& tool : builtins().instruments)
    if (tool.ask) {
      INFO(tool.name);
      visit(tool);
      ++seen;
    }
  REQUIRE(seen == 9);
}

notebook asked(const instrument_entry& tool, std::vector<speaker> people,
               std::uint64_t occasion = 0) {
  notebook notes;
  tool.ask({}, speakers(std::move(people), occasion), 20., notes);
  return notes;
}

/// An interview of one question.
struct chat {
  static constexpr std::string_view name = "chat", table_name = "chat", summary = "how are you?";
  struct parameters {
    double fine = 1;
    static constexpr auto fields() {
      return std::tuple{field{"fine", &parameters::fine, 0., 1., "1", "answer", "own choice"}};
    }
  };
  parameters p{};
  void ask(const respondents& people, double, record& findings) const {
    for (std::size_t i = 0; i < people.size(); ++i) findings.scale(i, "fine", 0, p.fine);
  }
};

/// Lowest and highest value of a scale.
const std::map<std::string, std::pair<double, double>> ends{
    {"coherence", {1, 9}},      {"idealisation", {1, 9}},  {"anger", {1, 9}},
    {"passivity", {1, 9}},      {"lapses", {1, 9}},        {"reflective_functioning", {1, 9}},
    {"anxiety", {1, 7}},        {"avoidance", {1, 7}},     {"self_model", {-12, 12}},
    {"other_model", {-12, 12}}, {"felt_security", {1, 7}}, {"self_esteem", {1, 4}},
    {"resilience", {1, 5}}};

/// People at every end: claims, memories, fright, habits, reflection and strain.
std::vector<speaker> extremes() {
  std::vector<speaker> all;
  for (const double claim : {-1., 0., 1.})
    for (const double memory : {-2., 1.})
      for (const strategy_values& habit : {open_habit, muting, exaggerating, strategy_values{}})
        for (const double reflection : {0., 1.})
          for (const double strain : {0., 1.}) {
            speaker one = raised(claim, memory, habit);
            one.reflection = reflection, one.strain = strain;
            for (auto& parent : one.childhood)
              for (episode& e : parent->episodes) e.fright = memory < 0. ? 1. : 0.;
            all.push_back(one);
          }
  return all;
}

}  // namespace

TEST_CASE("every scale stays within its ends, whoever is asked", "[measurement]") {
  each_interview([](const instrument_entry& tool) {
    const auto notes = asked(tool, extremes());
    for (const auto& [where, value] : notes.scales) {
      const std::string& scale = std::get<1>(where);
      const auto [lowest, highest] = scale == "security"
                                         ? std::pair{1., tool.name == "verbal_security" ? 4. : 9.}
                                         : ends.at(scale);
      INFO(scale);
      CHECK(value >= lowest);
      CHECK(value <= highest);
    }
  });
}

TEST_CASE("nothing is recorded of people without the relationship", "[measurement]") {
  each_interview([](const instrument_entry& tool) {
    std::vector<speaker> people(3, raised(0.3, 0.3));
    people[1].about.reset();
    const auto notes = asked(tool, people);
    CHECK_FALSE(notes.scales.empty());
    for (const auto& [where, value] : notes.scales) CHECK(std::get<0>(where) != 1);
    for (const auto& [where, name] : notes.categories) CHECK(where.first != 1);
    CHECK(asked(tool, {people[1]}).scales.empty());
  });
}

TEST_CASE("asked twice on one occasion people say the same, another day not quite",
          "[measurement]") {
  each_interview([](const instrument_entry& tool) {
    const auto people = population(50);
    CHECK(asked(tool, people).scales == asked(tool, people).scales);
    CHECK(asked(tool, people).categories == asked(tool, people).categories);
    CHECK(asked(tool, people).scales != asked(tool, people, 1).scales);
  });
}

TEST_CASE("what one says does not depend on who else is asked", "[measurement]") {
  each_interview([](const instrument_entry& tool) {
    auto people = population(20);
    const auto together = asked(tool, people).scales;
    people.resize(5);
    for (const auto& [where, value] : asked(tool, people).scales)
      CHECK(together.at(where) == value);
  });
}

TEST_CASE("people with nobody in childhood and no memories can be asked", "[measurement]") {
  each_interview([](const instrument_entry& tool) {
    speaker alone{account{}, account{}};
    for (const auto& [where, value] : asked(tool, {alone}).scales) CHECK(value == value);
    alone.childhood = {account{}, std::nullopt};
    for (const auto& [where, value] : asked(tool, {alone}).scales) CHECK(value == value);
  });
}

TEST_CASE("settings reach an instrument that asks", "[measurement]") {
  const registry known = builtins();
  const instrument_entry& tool = *find(known.instruments, "ecr_rs");
  const std::vector<setting> single{{"items", 1}};
  notebook notes;
  tool.ask(single, speakers({raised(0, 0)}), 20., notes);
  CHECK(notes.scales.size() == 11);
}

TEST_CASE("a registry takes an interview of one's own", "[measurement]") {
  static_assert(interview<chat>);
  static_assert(!instrument<chat>);
  registry known;
  known.add_instrument<chat>();
  CHECK_FALSE(known.instruments[0].assess);
  CHECK(asked(known.instruments[0], {speaker{}}).scales.at({0, "fine", 0}) == 1.);
}
