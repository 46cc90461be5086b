// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "csv_cells.hpp"
#include "output/scratch_folder.hpp"
#include "replications/replications.hpp"
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

/// `iwm replicate` in an empty folder.
struct replicate {
  scratch_folder here{};
  std::string program = std::filesystem::absolute(std::getenv("IWM_PROGRAM")).string();

  ended operator()(const std::string& arguments) const {
    const std::string command = "cd '" + here.path.string() + "' && '" + program + "' replicate " +
                                arguments + " > ./stdout 2> ./stderr";
    const int status = std::system(command.c_str());
    ended result{WEXITSTATUS(status), contents(here / "stdout"), contents(here / "stderr")};
    std::filesystem::remove(here / "stdout");
    std::filesystem::remove(here / "stderr");
    return result;
  }
};

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

const iwm::replication_entry& entry(std::string_view name) {
  static const std::vector<iwm::replication_entry> all = iwm::replications();
  const auto found = std::ranges::find(all, name, &iwm::replication_entry::name);
  REQUIRE(found != all.end());
  return *found;
}

}  // namespace

TEST_CASE("every replication has a name of its own, a source, and defaults within their ranges",
          "[program]") {
  std::vector<std::string_view> names;
  for (const iwm::replication_entry& one : iwm::replications()) {
    INFO(one.name);
    CHECK(std::ranges::find(names, one.name) == names.end());
    names.push_back(one.name);
    CHECK(one.summary.size() > 10);
    CHECK(one.source.find("(") != one.source.npos);
    for (const iwm::parameter_info& p : one.parameters) {
      INFO(p.name);
      CHECK(p.lowest <= p.initial);
      CHECK(p.initial <= p.highest);
      CHECK(p.name != "seed");
    }
  }
}

TEST_CASE("replicate shows what the paper has and what ours is", "[program]") {
  const replicate iwm;
  const ended run = iwm("attachment_games");
  CHECK(run.status == 0);
  CHECK(run.err == "");
  const std::vector<std::string> lines = lines_of(run.out);
  REQUIRE(lines.size() > 3);
  CHECK_THAT(lines[2], Contains("condition") && Contains("published") && Contains("recomputed") &&
                           Contains("ours") && Contains("standard error") && Contains("within"));
  CHECK_THAT(run.out, Contains("boundary 1") && Contains("0.4444") && Contains("yes"));
  CHECK_THAT(lines.back(), Contains("18 of 18 figures within the range"));
  CHECK(entries(iwm.here.path) == 0);
}

TEST_CASE("setting a parameter runs one condition, setting only the repetitions the whole table",
          "[program]") {
  const replicate iwm;
  const ended one = iwm("attachment_games --set /q=0.9 --set /go_ignored=1");
  CHECK(one.status == 0);
  CHECK_THAT(one.out, Contains("q=0.9 g=1 s=1 t=0.4 h=0.5") && !Contains("boundary"));
  CHECK_THAT(one.out, Contains("payoff of go") && Contains("0.8"));
  std::vector<iwm::problem> problems;
  iwm::replication_entry made = entry("attachment_games");
  made.parameters.push_back({iwm::repetitions_parameter, 1, 1000, 200, "1", "runs", "", "integer"});
  const auto whole = iwm::read_settings(made, {"/repetitions=3", "/seed=9"}, problems);
  CHECK(whole.of == iwm::extent::whole_table);
  CHECK(whole.seed == 9);
  REQUIRE(whole.settings.size() == 1);
  CHECK(whole.settings[0].number == 3);
  CHECK(iwm::read_settings(made, {"/repetitions=3", "/q=0"}, problems).of ==
        iwm::extent::one_condition);
  CHECK(problems.empty());
}

TEST_CASE("replicate --list names the models, with a name what can be set", "[program]") {
  const replicate iwm;
  const ended all = iwm("--list");
  CHECK(all.status == 0);
  CHECK(lines_of(all.out).size() == iwm::replications().size());
  CHECK_THAT(all.out, Contains("attachment_games"));
  const json listed = json::parse(iwm("--list --json").out);
  CHECK(listed.size() == iwm::replications().size());
  CHECK(listed[0]["parameters"][0]["range"] == json{0., 1.});
  CHECK_THAT(iwm("attachment_games --list").out, Contains("go_ignored") && Contains("[-100, 100]"));
}

TEST_CASE("replicate --all writes every figure in one step", "[program][long]") {
  const replicate iwm;
  const ended run = iwm("--all --set /repetitions=2 --out figures");
  CHECK(run.err == "");
  REQUIRE(run.status == 0);
  CHECK(entries(iwm.here.path) == 1);
  CHECK(entries(iwm.here / "figures") == 3);
  const std::vector<std::string> rows = lines_of(contents(iwm.here / "figures/replications.csv"));
  CHECK(rows[0] ==
        "model,condition,quantity,published,recomputed,ours,standard_error,within_tolerance");
  const json figures = json::parse(contents(iwm.here / "figures/replications.json"));
  REQUIRE(figures.size() == rows.size() - 1);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const std::vector<std::string> cells = iwm::cells_of(rows[i + 1]);
    REQUIRE(cells.size() == 8);
    CHECK(figures[i]["model"] == cells[0]);
    CHECK(figures[i]["condition"] == cells[1]);
    CHECK(figures[i]["quantity"] == cells[2]);
    for (const auto& [column, name] :
         {std::pair{3, "published"}, {4, "recomputed"}, {5, "ours"}, {6, "standard_error"}})
      CHECK(figures[i][name] == (cells[column].empty() ? json() : json(std::stod(cells[column]))));
    CHECK(figures[i]["within_tolerance"] == (cells[7].empty() ? json() : json(cells[7] == "true")));
  }
  const json manifest = json::parse(contents(iwm.here / "figures/manifest.json"));
  CHECK(manifest["files"][0]["rows"] == figures.size());

  const ended again = iwm("--all --out figures");
  CHECK(again.status == 2);
  CHECK_THAT(again.err, Contains("figures: exists already") && Contains("--overwrite"));
}

TEST_CASE("the same seed replicates to the byte, and --overwrite replaces", "[program]") {
  const replicate iwm;
  const std::string small = "attachment_games --seed 5 --out out";
  REQUIRE(iwm(small).status == 0);
  const std::string before = contents(iwm.here / "out/replications.csv");
  CHECK(iwm(small).status == 2);
  CHECK(iwm(small + " --overwrite").status == 0);
  CHECK(contents(iwm.here / "out/replications.csv") == before);
  CHECK(json::parse(contents(iwm.here / "out/manifest.json"))["seed"] == 5);
}

TEST_CASE("wrong names and values of a replication are reported all at once", "[program]") {
  const replicate iwm;
  const ended name = iwm("attachment_gams --out out");
  CHECK(name.status == 2);
  CHECK_THAT(name.err, Contains("unknown name 'attachment_gams'") &&
                           Contains("did you mean 'attachment_games'?"));
  const ended values =
      iwm("attachment_games --out out --seed -1 --set /q=1.5 --set /go_atended=1 --set "
          "/half_ignored=nan "
          "--set /go_ignored=1e999 --set half=2");
  CHECK(values.status == 2);
  CHECK(values.out == "");
  CHECK_THAT(values.err, Contains("/q: 1.5 is outside [0, 1] (probability)") &&
                             Contains("/go_atended: unknown key; did you mean 'go_attended'?") &&
                             Contains("/half_ignored: nan is not a finite number") &&
                             Contains("/go_ignored") && Contains("'half=2' is not of the form") &&
                             Contains("/seed: -1 is outside"));
  const ended none = iwm("");
  CHECK(none.status == 2);
  CHECK_THAT(none.err, Contains("which model?"));
  const ended both = iwm("attachment_games --all --set /q=0.5");
  CHECK(both.status == 2);
  CHECK_THAT(both.err, Contains("either a name or --all") && Contains("only /repetitions"));
  const json problems = json::parse(iwm("attachment_games --set /q=2 --json").out);
  CHECK(problems["problems"][0]["pointer"] == "/q");
  CHECK(entries(iwm.here.path) == 0);
}

TEST_CASE("what does not exist is empty in a table, and null in JSON", "[program]") {
  iwm::model_figure figure;
  figure.model = "a,b";
  figure.condition = "x \"1\"";
  figure.quantity = "y";
  figure.ours = 0.25;
  const std::vector<iwm::model_figure> figures{figure};
  CHECK_THAT(iwm::replications_csv(figures), Contains(",\"x \"\"1\"\"\",y,,,0.25,0,\n"));
  const json rows = json::parse(iwm::replications_json(figures));
  CHECK(rows[0]["published"].is_null());
  CHECK(rows[0]["within_tolerance"].is_null());
  CHECK(rows[0]["ours"] == 0.25);
}

TEST_CASE("a figure is within only where a range is asked for and met", "[program]") {
  iwm::model_figure met, missed, unknown;
  met.ours = missed.ours = 0.5;
  met.lowest = unknown.lowest = 0.4;
  missed.highest = 0.4;
  const std::string text = iwm::replications_table(std::vector{met, missed, unknown});
  CHECK_THAT(text, Contains("yes\n") && Contains("NO\n") && Contains("1 of 3 figures"));
}
