// SPDX-License-Identifier: MIT
#include "iwm/scenario/coded_interactions.hpp"

#include "iwm/core/error.hpp"
#include "iwm/population/run.hpp"
#include "support/catch.hpp"

#include <filesystem>
#include <fstream>

using namespace iwm;
using iwm::testing::ContainsSubstring;

namespace {

struct table_file {
  explicit table_file(const std::string& text)
      : path(std::filesystem::temp_directory_path() / ("iwm_coded_" + std::to_string(std::hash<std::string>{}(text)) + ".csv")) {
    std::ofstream(path) << text;
  }
  ~table_file() { std::filesystem::remove(path); }
  std::filesystem::path path;
};

std::string message_of(const std::string& text) {
  const table_file file(text);
  try {
    read_coded_interactions(file.path);
  } catch (const input_error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("coded tables are read with columns in any order, quotes and further columns", "[scenario]") {
  const table_file file(
      "dyad,time,observer,behaviour,start,stop,modifiers\r\n"
      "7,0,anna,distress,1.5,3,\r\n\r\n"
      "7,0,anna,comfort,2,2,\"misread, \"\"late\"\"\"\r\n");
  const auto rows = read_coded_interactions(file.path);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].start == 1.5);
  CHECK(rows[1].modifiers == "misread, \"late\"");
}

TEST_CASE("everything wrong with a coded table is told at once, with its line", "[scenario]") {
  const std::string message = message_of(
      "time,dyad,behaviour,start,stop,modifiers\n"
      "0,7,distres,1,2,\n"
      "0,7,comfort,x,2,\n"
      "0,7,comfort,5,2,\n"
      "0,7,comfort,5\n");
  CHECK_THAT(message, ContainsSubstring("line 2: unknown behaviour 'distres'; did you mean 'distress'?"));
  CHECK_THAT(message, ContainsSubstring("line 3: start is 'x', not a number"));
  CHECK_THAT(message, ContainsSubstring("line 4: stops before it starts"));
  CHECK_THAT(message, ContainsSubstring("line 5: has 4 cells where the header has 6"));
}

TEST_CASE("a coded table without a column, without rows or missing is refused", "[scenario]") {
  CHECK_THAT(message_of("time,dyad,behaviour,start,stop\n"), ContainsSubstring("has no column 'modifiers'"));
  CHECK_THAT(message_of("time,dyad,behaviour,start,stop,modifiers\n"), ContainsSubstring("no row"));
  CHECK_THROWS_AS(read_coded_interactions("no/such/table.csv"), input_error);
}

TEST_CASE("a plan with a script that cannot be read is refused before it runs", "[scenario]") {
  scenario plan;
  plan.figures[0].caregiver = {"scripted", {{"table", 0, "no/such/table.csv"}}};
  const auto problems = problems_of(plan, builtins());
  REQUIRE(problems.size() == 1);
  CHECK_THAT(problems[0].message, ContainsSubstring("cannot be read"));
}

TEST_CASE("a plan in code is checked like one in JSON", "[scenario]") {
  scenario plan;
  plan.families = 0;
  plan.theory = {"delta_rul"};
  plan.figures[0].caregiver = {"rejecting", {{"acceptanc", 0.5}, {"fright", 7}}};
  plan.assessments = {{{"strange_situation"}, figure::mother, {30}}};
  plan.strata[0].share = 0;
  std::string all;
  for (const problem& p : problems_of(plan, builtins())) all += to_string(p) + "\n";
  CHECK_THAT(all, ContainsSubstring("/families"));
  CHECK_THAT(all, ContainsSubstring("did you mean 'delta_rule'?"));
  CHECK_THAT(all, ContainsSubstring("did you mean 'acceptance'?"));
  CHECK_THAT(all, ContainsSubstring("7 is outside [0, 1]"));
  CHECK_THAT(all, ContainsSubstring("30 is outside [0, 24]"));
  CHECK_THAT(all, ContainsSubstring("the population is empty"));
}
