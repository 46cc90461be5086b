// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <map>
#include <sstream>

#include "csv_cells.hpp"
#include "output/scratch_folder.hpp"
#include "support/catch.hpp"
#include <nlohmann/json.hpp>
#include <sys/wait.h>

using Catch::Contains;
using iwm::testing::contents;
using iwm::testing::entries;
using iwm::testing::scratch_folder;
using nlohmann::json;

namespace {

struct ended {
  int status;
  std::string out, err;
};

/// `iwm compare` in an empty folder.
struct compare {
  scratch_folder here{};
  std::string program = std::filesystem::absolute(std::getenv("IWM_PROGRAM")).string();

  ended operator()(const std::string& arguments) const {
    const std::string command = "cd '" + here.path.string() + "' && '" + program + "' compare " +
                                arguments + " > ./stdout 2> ./stderr";
    const int status = std::system(command.c_str());
    ended result{WEXITSTATUS(status), contents(here / "stdout"), contents(here / "stderr")};
    std::filesystem::remove(here / "stdout");
    std::filesystem::remove(here / "stderr");
    return result;
  }
};

const std::string small =
    "conditional_strategies prototype --caregiver sensitive --caregiver rejecting --families 10 "
    "--months 6 ";

using cells = std::vector<std::string>;
using table = std::map<std::string, cells>;

/// The rows by "theory caregiver question quantity".
table figures_in(const std::filesystem::path& file) {
  std::istringstream stream(contents(file));
  std::string line;
  std::getline(stream, line);
  CHECK(line == "theory,caregiver,question,quantity,value,standard_error,addressed");
  table rows;
  while (std::getline(stream, line)) {
    const cells c = iwm::cells_of(line);
    REQUIRE(c.size() == 7);
    rows[c[0] + ' ' + c[1] + ' ' + c[2] + ' ' + c[3]] = c;
  }
  return rows;
}

double value(const table& rows, const std::string& name) {
  INFO(name);
  const cells& row = rows.at(name);
  REQUIRE(row[6] == "yes");
  return std::stod(row[4]);
}

}  // namespace

TEST_CASE("compare gives each theory with each caregiver, and what care does shows", "[program][long]") {
  const compare iwm;
  const ended run = iwm(small + "--out out");
  CHECK(run.err == "");
  REQUIRE(run.status == 0);
  CHECK(entries(iwm.here / "out") == 2);
  const table rows = figures_in(iwm.here / "out/comparison.csv");
  CHECK(rows.size() == 2 * 2 * (3 + 4 + 2 + 4));
  CHECK(json::parse(contents(iwm.here / "out/manifest.json"))["files"][0]["rows"] == rows.size());

  const std::string cold = "conditional_strategies rejecting ",
                    warm = "conditional_strategies sensitive ";
  for (const std::string& who : {cold, warm}) {
    CHECK(value(rows, who + "strategies direct") + value(rows, who + "strategies minimise") +
              value(rows, who + "strategies maximise") ==
          iwm::testing::Approx(1.));
    double children = 0;
    for (const char* one : {"A", "B", "C", "D"})
      children += value(rows, who + "strange_situation " + one);
    CHECK(children == iwm::testing::Approx(1.));
  }
  CHECK(value(rows, cold + "strategies minimise") > value(rows, warm + "strategies minimise") + .2);
  CHECK(value(rows, cold + "strange_situation B") < value(rows, warm + "strange_situation B"));
  const double soon = value(rows, cold + "exchange way_after_1_month"),
               late = value(rows, cold + "exchange way_after_6_months");
  CHECK(0.05 < soon);
  CHECK(soon < late);
  CHECK(late < 1.1);
  CHECK(value(rows, cold + "therapy direct_advantage") > 0.01);
}

TEST_CASE("what a theory does not speak to is not addressed, what cannot be asked undefined",
          "[program][long]") {
  const compare iwm;
  REQUIRE(iwm(small + "--out out").status == 0);
  const table rows = figures_in(iwm.here / "out/comparison.csv");
  for (const std::string question :
       {"strategies direct", "strategies minimise", "strange_situation C", "strange_situation D",
        "therapy other", "therapy confidence"}) {
    INFO(question);
    const cells& row = rows.at("prototype rejecting " + question);
    CHECK(row[4] == "");
    CHECK(row[5] == "");
    CHECK(row[6] == "not addressed");
  }
  CHECK(rows.at("prototype rejecting strange_situation A")[6] == "yes");
  CHECK(rows.at("prototype sensitive exchange way_after_1_month")[6] == "undefined");
  CHECK(rows.at("conditional_strategies rejecting strange_situation D")[6] == "yes");
  CHECK_THAT(iwm("prototype --caregiver rejecting --families 2 --months 1").out,
             Contains("therapy: other                      not addressed"));
  const json shown = json::parse(iwm("prototype --caregiver rejecting --families 2 --json").out);
  CHECK(shown[0]["value"].is_null());
  CHECK(shown[0]["addressed"] == "not addressed");
}

TEST_CASE("compare gives the same bytes with any number of threads, and alone or beside others",
          "[program]") {
  const compare iwm;
  REQUIRE(iwm(small + "--threads 1 --out one").status == 0);
  REQUIRE(iwm(small + "--threads 2 --out two").status == 0);
  const std::string one = contents(iwm.here / "one/comparison.csv");
  CHECK(one == contents(iwm.here / "two/comparison.csv"));
  REQUIRE(iwm("prototype --caregiver rejecting --families 10 --months 6 --out alone").status == 0);
  const table all = figures_in(iwm.here / "one/comparison.csv");
  for (const auto& [name, row] : figures_in(iwm.here / "alone/comparison.csv"))
    CHECK(all.at(name) == row);
  REQUIRE(iwm(small + "--seed 2 --out other").status == 0);
  CHECK(one != contents(iwm.here / "other/comparison.csv"));
}

TEST_CASE("compare refuses wrong names and numbers, all at once", "[program]") {
  const compare iwm;
  const ended run =
      iwm("delta_rul --caregiver rejectin --families 1 --months 2.5 --seed -1 --out out");
  CHECK(run.status == 2);
  CHECK(run.out == "");
  CHECK_THAT(run.err, Contains("unknown name 'delta_rul'; did you mean 'delta_rule'?") &&
                          Contains("did you mean 'rejecting'?") &&
                          Contains("--families: '1' is not a whole number") &&
                          Contains("--months: '2.5'") && Contains("--seed: '-1'"));
  const ended scripted = iwm("delta_rule --caregiver scripted");
  CHECK(scripted.status == 2);
  CHECK_THAT(scripted.err, Contains("delta_rule with scripted"));
  CHECK(entries(iwm.here.path) == 0);
  REQUIRE(iwm("delta_rule --caregiver sensitive --families 2 --months 1 --out out").status == 0);
  CHECK(iwm("delta_rule --caregiver sensitive --families 2 --months 1 --out out").status == 2);
}
