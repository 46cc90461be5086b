// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdlib>
#include <map>

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

/// A folder in which the program is called; run/ holds the tables of a small, invented run.
struct told {
  scratch_folder here{};
  scratch_folder said{};

  told() {
    std::filesystem::create_directory(here / "run");
    write(
        "people",
        "protocol,stratum,arm,seed,family_id,person_id,role,sex,birth,mother_id,father_id,twin_id,"
        "zygosity,generation",
        {"s,low_risk,,1,1,11,mother,female,-240,,,,,0", "s,low_risk,,1,1,12,father,male,-300,,,,,0",
         "s,low_risk,,1,1,13,child,female,0,11,12,,,1",
         "s,low_risk,,1,1,14,child,male,36,11,12,,,1", "s,low_risk,,1,2,23,child,male,0,21,22,,,1",
         "s,low_risk,,1,1,31,mother,female,-400,,,,,0",
         "s,low_risk,,1,3,40,child,male,312,13,23,,,2"});
    write("relationships",
          "protocol,stratum,arm,seed,family_id,person_id,partner_id,kind,start,end,satisfaction,"
          "conflict",
          {"s,low_risk,,1,1,13,11,parent_child,0,24,,", "s,low_risk,,1,1,13,31,parent_child,24,,,",
           "s,low_risk,,1,3,13,23,couple,288,324,0.25,0.5",
           "s,low_risk,,1,3,23,13,couple,288,324,0.75,0.5"});
    write(
        "events",
        "protocol,stratum,arm,seed,family_id,time,person_id,partner_id,kind,quality,severity,"
        "latency,crying,exploration",
        {"s,low_risk,,1,1,60,13,12,job_loss,,0.4,,,", "s,low_risk,,1,3,291,13,23,withdraw,,0.2,,,",
         "s,low_risk,,1,3,291,13,23,withdraw,,0.2,,,", "s,low_risk,,1,3,294,13,23,repair,,-0.5,,,",
         "s,low_risk,,1,3,294,23,13,escalate,,0.5,,,"});
    write("classifications",
          "protocol,stratum,arm,seed,family_id,person_id,partner_id,instrument,system,age_months,"
          "class",
          {"s,low_risk,,1,1,13,11,ssp,ABCD,12,B", "s,low_risk,,1,2,23,21,ssp,ABCD,12,A"});
    write("trajectories",
          "protocol,stratum,arm,seed,family_id,person_id,partner_id,age_months,store,availability,"
          "acceptance,safety,worth,efficacy,confidence,direct,minimise,maximise,reflection",
          {"s,low_risk,,1,1,13,31,60,implicit,0.31,0.5,0.5,0.5,0.5,0.5,0.2,0.1,0.1,0",
           "s,low_risk,,1,1,13,31,120,implicit,0.52,0.5,0.5,0.5,0.5,0.5,0.2,0.3,0.1,0"});
  }
  void write(const std::string& name, const std::string& header,
             const std::vector<std::string>& rows) const {
    std::ofstream file(here / ("run/" + name + ".csv"));
    file << header << '\n';
    for (const std::string& row : rows) file << row << '\n';
  }
  ended operator()(const std::string& arguments) const {
    const char* set = std::getenv("IWM_PROGRAM");
    if (!set) throw std::runtime_error("IWM_PROGRAM must name the program to test");
    const std::string command =
        "cd '" + here.path.string() + "' && '" + std::filesystem::absolute(set).string() + "' " +
        arguments + " > '" + (said / "out").string() + "' 2> '" + (said / "err").string() + "'";
    const int status = std::system(command.c_str());
    return {WEXITSTATUS(status), contents(said / "out"), contents(said / "err")};
  }
};

}  // namespace

TEST_CASE("a life is told in order of age, from its rows alone", "[program]") {
  const told iwm;
  const ended story = iwm("story run 13");
  REQUIRE(story.status == 0);
  CHECK(story.err == "");
  const std::vector<std::string> expected{
      "At birth            She was born to mother 11, 20 years old, and father 12, 25 years old",
      "12 months           Assessment by strange situation with mother 11: B (ABCD).",
      "24 months           The time with mother 11 ended.",
      "From now on later mother 31 cared for her.",
      "3 years             Her brother 14 was born.",
      "5 years             Life event: job loss, concerning father 12, strain 0.40.",
      "From 5 years to 10 years she came to expect more of later mother 31: availability 0.31 -> "
      "0.52; "
      "habit: more muting 0.10 -> 0.30.",
      "24 years            She and partner 23 became a couple.",
      "In her 25th year, of 3 quarrels with partner 23, she sought repair in 1, withdrew from 2.",
      "26 years            Her son 40 was born, with partner 23.",
      "27 years            She and partner 23 parted after 3 years (her satisfaction 0.25, "
      "conflict "
      "0.50)."};
  std::size_t last = 0;
  for (const std::string& sentence : expected) {
    CAPTURE(sentence, story.out);
    const std::size_t found = story.out.find(sentence);
    REQUIRE(found != std::string::npos);
    CHECK(found >= last);
    last = found;
  }
  CHECK(std::ranges::count(story.out, '\n') == 2 + static_cast<long>(expected.size()));
}

TEST_CASE("a drawn parent and a later parent have stories too", "[program]") {
  const told iwm;
  CHECK_THAT(iwm("story run 11").out, Contains("drawn as a mother") &&
                                          Contains("Her daughter 13 was born, with co-parent 12."));
  CHECK_THAT(iwm("story run 31").out, Contains("Placed child 13 came into her care."));
}

TEST_CASE("one arm is told: the one named, or the first with the person", "[program]") {
  const told iwm;
  iwm.write("people",
            "protocol,stratum,arm,seed,family_id,person_id,role,sex,birth,mother_id,father_id,"
            "twin_id,zygosity,generation",
            {"s,low_risk,short,1,1,13,child,female,0,11,12,,,1",
             "s,low_risk,\"long, dull\",1,1,13,child,female,0,11,12,,,1",
             "s,low_risk,\"long, dull\",1,1,14,child,male,36,11,12,,,1"});
  CHECK_THAT(iwm("story run 13").out, Contains("arm 'short'") && !Contains("brother"));
  CHECK_THAT(iwm("story run 13 --arm 'long, dull'").out,
             Contains("arm 'long, dull'") && Contains("Her brother 14 was born."));
  CHECK_THAT(iwm("story run 14").out, Contains("arm 'long, dull'"));
  CHECK_THAT(iwm("story run 14 --arm short").err,
             Contains("no person 14; persons have numbers from 13 to 13"));
}

TEST_CASE("a story's facts come as JSON, and as a table to plot", "[program]") {
  const told iwm;
  const ended story = iwm("story run 13 --json --out facts.csv");
  REQUIRE(story.status == 0);
  const json all = json::parse(story.out);
  CHECK(all["person"] == 13);
  CHECK(all["sentences"][0]["age_months"] == 0);
  const std::string table = contents(iwm.here / "facts.csv");
  CHECK_THAT(table, Catch::StartsWith("age_months,who,kind,what,value\n"));
  CHECK_THAT(table, Contains("\n120,later mother 31,model,implicit availability,0.52\n") &&
                        Contains("\n291,partner 23,quarrel,withdraw,0.2\n") &&
                        Contains("\n12,mother 11,class,ssp ABCD,B\n") &&
                        Contains("\n324,partner 23,couple,satisfaction,0.25\n"));
  CHECK(static_cast<std::size_t>(std::ranges::count(table, '\n')) == all["facts"].size() + 1);
  CHECK(iwm("story run 13 --out facts.csv").status == 2);
  CHECK(iwm("story run 13 --out facts.csv --overwrite").status == 0);
  CHECK(contents(iwm.here / "facts.csv") == table);
}

TEST_CASE("what cannot be told is refused and writes nothing", "[program]") {
  const told iwm;
  const std::map<std::string, std::string> wrong{
      {"story nowhere 13", "nowhere: no such folder"},
      {"story . 13", "people.csv: cannot be read"},
      {"story run 15", "no person 15; persons have numbers from 11 to 40"},
      {"story run me", "'me' is not the number of a person"},
      {"story run 13 --arm other", "no arm 'other'"}};
  for (const auto& [command, message] : wrong) {
    const ended refused = iwm(command + " --out facts.csv");
    CHECK(refused.status == 2);
    CHECK(refused.out == "");
    CHECK_THAT(refused.err, Contains(message));
  }
  iwm.write("events", "protocol,stratum", {"s,low_risk"});
  CHECK_THAT(iwm("story run 13 --out facts.csv").err, Contains("has no column 'arm'"));
  CHECK(entries(iwm.here.path) == 1);
}

TEST_CASE("everybody of a small run has a story", "[program][long]") {
  const told iwm;
  std::ofstream(iwm.here / "small.json") << R"({"name": "small", "families": 3, "months": 300,
    "lives": {"generations": 1, "stories": 3}, "trajectories": {"families": 3, "every_months": 60},
    "assessments": [{"instrument": "strange_situation", "months": [12]}, {"instrument": "ecr", "months": [252]}]})";
  REQUIRE(iwm("run small.json --out small").status == 0);
  std::ifstream people(iwm.here / "small/people.csv");
  std::string line;
  std::getline(people, line);
  std::size_t persons = 0;
  for (; std::getline(people, line); ++persons) {
    const std::vector<std::string> cells = iwm::cells_of(line);
    const ended story = iwm("story small " + cells[5]);
    CHECK(story.status == 0);
    if (cells[6] == "child")
      CHECK_THAT(story.out, Contains("was born to mother") && Contains("From birth to 5 years") &&
                                Contains("strange situation with mother"));
  }
  CHECK(persons >= 12);
}
