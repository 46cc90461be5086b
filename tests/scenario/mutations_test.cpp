// SPDX-License-Identifier: MIT
#include "iwm/scenario/scenario_json.hpp"

#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "scenario/same_scenario.hpp"
#include "scenario/small_registry.hpp"
#include "support/catch.hpp"

namespace iwm::testing {
namespace {

struct dice {
  std::uint64_t state;
  std::size_t operator()(std::size_t sides) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state >> 33) % sides;
  }
};

std::string a_good_scenario() {
  std::ifstream file("examples/scenarios/exchange.json");
  return {std::istreambuf_iterator<char>(file), {}};
}

constexpr std::array<std::string_view, 24> fragments{"{",     "}",        "[",
                                                     "]",     ",",        ":",
                                                     "\"",    "\\",       "NaN",
                                                     "1e400", "-1e-400",  "null",
                                                     "true",  "\"name\"", "\"\\ud83d\\ude00\"",
                                                     "\xc3",  "\xff",     "\n",
                                                     "-",     "[[[[[[",   "{\"a\":{",
                                                     "1e19",  "0.5",      "\"sensitive\""};

void mutate(std::string& text, dice& roll) {
  const std::size_t at = roll(text.size() + 1);
  const std::size_t length = std::min(text.size() - at, roll(12));
  switch (roll(6)) {
    case 0:
      text.erase(at, length);
      break;
    case 1:
      text.insert(at, text.substr(roll(text.size() + 1), 1 + roll(40)));
      break;
    case 2:
      text.replace(at, length, fragments[roll(fragments.size())]);
      break;
    case 3:
      text.insert(at, fragments[roll(fragments.size())]);
      break;
    case 4:
      if (at < text.size()) text[at] = static_cast<char>(roll(256));
      break;
    default:
      text.resize(at);
  }
}

}  // namespace

TEST_CASE("damaged scenarios are refused in sentences or read, never anything else", "[scenario]") {
  const registry known = small_registry();
  const std::string good = a_good_scenario();
  REQUIRE(good.size() > 100);
  dice roll{20'260'101};
  std::size_t refused = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text = good;
    for (std::size_t times = 1 + roll(3); times > 0; --times) mutate(text, roll);
    INFO("round " << round << '\n' << text);
    try {
      const scenario plan = scenario_from_json(text, "damaged.json", known);
      const std::string complete = to_json_text(plan, known);
      CHECK(to_json_text(scenario_from_json(complete, "complete.json", known), known) == complete);
    } catch (const input_error& error) {
      ++refused;
      REQUIRE_FALSE(error.problems().empty());
      for (const problem& wrong : error.problems()) {
        CHECK(wrong.file == "damaged.json");
        CHECK(wrong.message.size() < 1000);
        CHECK(wrong.message.find('\n') == std::string::npos);
      }
    }
  }
  CHECK(refused > 2000);
}

TEST_CASE("damaged overrides are refused in sentences or read, never anything else", "[scenario]") {
  const registry known = small_registry();
  const std::string good = a_good_scenario();
  const std::array<std::string, 4> settings{
      "/theory/gain=0.5", R"(/assessments/0/months=[3, 6])", "/mother/caregiver/name=sensitive",
      R"(/exchanges/0={"figure": "mother", "months": 3, "caregiver": "sensitive"})"};
  dice roll{20'260'102};
  std::size_t refused = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string setting = settings[roll(settings.size())];
    mutate(setting, roll);
    INFO("round " << round << '\n' << setting);
    try {
      scenario_from_json(good, "good.json", known, std::array{setting});
    } catch (const input_error& error) {
      ++refused;
      CHECK_FALSE(error.problems().empty());
    }
  }
  CHECK(refused > 500);
}

}  // namespace iwm::testing
