// SPDX-License-Identifier: MIT
#include "iwm/scenario/scenario_json.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "scenario/small_registry.hpp"
#include "support/catch.hpp"

namespace iwm::testing {
namespace {

const std::string table = "tests/scenario/bad_scenarios.txt";

struct bad_scenario {
  std::string name, given;
  std::vector<std::string> overrides{};
  std::string text{}, expected{};
};

struct bad_scenarios {
  std::string head{};
  std::vector<bad_scenario> cases{};
};

bad_scenarios read_table() {
  std::ifstream file(table);
  bad_scenarios all;
  bool answer = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("== ")) {
      all.cases.push_back({line.substr(3), ""});
      answer = false;
    } else if (all.cases.empty()) {
      all.head += line + '\n';
    } else if (line == "--") {
      answer = true;
    } else if (answer) {
      all.cases.back().expected += line + '\n';
    } else {
      all.cases.back().given += line + '\n';
      if (line.starts_with("--set "))
        all.cases.back().overrides.push_back(line.substr(6));
      else
        all.cases.back().text += line + '\n';
    }
  }
  return all;
}

/// All messages, one a line, without the name of the file.
std::string messages_of(const bad_scenario& one, const registry& known) {
  try {
    scenario_from_json(one.text, "bad.json", known, one.overrides);
    return "nothing is wrong\n";
  } catch (const input_error& error) {
    std::string text;
    for (problem wrong : error.problems()) {
      if (wrong.file == "bad.json") wrong.file.clear();
      text += to_string(wrong) + '\n';
    }
    return text;
  }
}

void approve(const bad_scenarios& all, const registry& known) {
  std::ofstream file(table);
  file << all.head;
  for (const bad_scenario& one : all.cases)
    file << "== " << one.name << '\n' << one.given << "--\n" << messages_of(one, known);
}

std::string message_of_file(const std::filesystem::path& file) {
  try {
    read_scenario(file, small_registry());
    return "nothing is wrong";
  } catch (const input_error& error) {
    return error.what();
  }
}

std::string message_of_text(const std::string& text) {
  return messages_of({"", "", {}, text, ""}, small_registry());
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("each bad scenario is answered with every message of the table", "[scenario]") {
  const bad_scenarios all = read_table();
  const registry known = small_registry();
  REQUIRE(all.cases.size() >= 60);
  if (std::getenv("IWM_APPROVE") != nullptr) return approve(all, known);
  for (const bad_scenario& one : all.cases) {
    INFO(one.name << '\n' << one.given);
    CHECK(messages_of(one, known) == one.expected);
  }
}

TEST_CASE("what is not a file is said so", "[scenario]") {
  CHECK(message_of_file("no/such/file.json") == "no/such/file.json: there is no such file");
  CHECK(message_of_file("tests") == "tests: is a folder; expected a scenario file");
  CHECK(message_of_file("") == "there is no such file");
}

TEST_CASE("a file that a component needs is looked for before anything is done", "[scenario]") {
  const std::string text =
      R"({"mother": {"caregiver": {"name": "scripted", "table": "no/such/table.csv"}}})";
  CHECK(messages_of({"", "", {}, text, ""}, builtins()).starts_with("no/such/table.csv: "));
}

TEST_CASE("bytes that are not UTF-8 are placed by line and column", "[scenario]") {
  CHECK(message_of_text("{\"name\": \"\xff\"}") ==
        "line 1, column 11: not JSON: invalid string: ill-formed UTF-8 byte\n");
  CHECK(message_of_text("{\n\"n\xc3\x28me\": 1}") ==
        "line 2, column 4: not JSON: invalid string: ill-formed UTF-8 byte\n");
  CHECK(message_of_text(std::string("{}\0{}", 5)) ==
        "line 1, column 3: not JSON: a zero byte; JSON is saved as UTF-8\n");
  CHECK(message_of_text("\xff\xfe{") == "line 1, column 1: not JSON: expected a value\n");
  CHECK(message_of_text("\xef\xbb\xbf{}") == "nothing is wrong\n");
}

TEST_CASE("columns count characters, not bytes", "[scenario]") {
  CHECK(message_of_text("{\"name\": \"\xc3\xa4\xc3\xb6\xc3\xbc\" x}") ==
        "line 1, column 16: not JSON: expected ',' or '}'\n");
}

TEST_CASE("nesting without end and files without end are refused", "[scenario]") {
  const std::string deep = message_of_text(repeated("[", 100'000));
  CHECK(deep.ends_with(": nested deeper than 64 levels\n"));
  CHECK(
      message_of_text(repeated("{\"a\":", 100'000)).ends_with(": nested deeper than 64 levels\n"));
  CHECK(message_of_text(repeated(" ", 1'000'001) + "{}") == "is larger than 1000000 bytes\n");
  std::string wide = "{";
  for (int i = 0; i < 2000; ++i) wide += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":0";
  CHECK(message_of_text(wide + '}').ends_with(": more than 1000 keys in one object\n"));
}

TEST_CASE("more problems than anybody reads are counted", "[scenario]") {
  std::string many = "{\"exchanges\": [0";
  for (int i = 1; i < 300; ++i) many += ",0";
  const std::string messages = message_of_text(many + "]}");
  CHECK(messages.ends_with("\nand 100 more problems\n"));
}

TEST_CASE("a name of enormous length is no burden", "[scenario]") {
  const std::string name(900'000, 'x');
  const std::string messages =
      message_of_text("{\"theory\": \"" + name + "\", \"" + name + "\": 1}");
  CHECK(messages.size() < 2'000);
}

TEST_CASE("an override that is not UTF-8 is refused", "[scenario]") {
  const bad_scenario one{"", "", {"/name=\xff"}, "{}", ""};
  CHECK(messages_of(one, small_registry()) == "--set: '/name=\\xff' is not UTF-8\n");
}

}  // namespace iwm::testing
