// SPDX-License-Identifier: MIT
#include "iwm/output/sha256.hpp"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

#include "output/scratch_folder.hpp"
#include "support/catch.hpp"
#include <nlohmann/json.hpp>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

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

/// One folder with a small scenario, and the program that IWM_PROGRAM names.
struct program {
  scratch_folder here{};
  std::string name = [] {
    const char* set = std::getenv("IWM_PROGRAM");
    if (!set) throw std::runtime_error("IWM_PROGRAM must name the program to test");
    return std::filesystem::absolute(set).string();
  }();

  program() {
    write("small.json", R"({"name": "small", "families": 70, "months": 13,
      "assessments": [{"instrument": "strange_situation", "figure": "mother", "months": [12]}]})");
  }
  void write(const std::string& file, const std::string& text) const {
    std::ofstream(here / file) << text;
  }
  /// Runs a line of the shell in the folder, in which $I is the program.
  ended shell(const std::string& line) const {
    const std::string command = "cd '" + here.path.string() + "' && I='" + name + "' && { " + line +
                                "\n} > ./stdout 2> ./stderr";
    const int status = std::system(command.c_str());
    ended result{WEXITSTATUS(status), contents(here / "stdout"), contents(here / "stderr")};
    std::filesystem::remove(here / "stdout");
    std::filesystem::remove(here / "stderr");
    return result;
  }
  ended operator()(const std::string& arguments) const { return shell("\"$I\" " + arguments); }
};

std::string digest_of_tables(const std::filesystem::path& folder) {
  std::string all;
  for (const char* table : {"people", "relationships", "assessments", "classifications"})
    all += iwm::sha256_of(contents(folder / (std::string(table) + ".csv")));
  return all;
}

}  // namespace

TEST_CASE("run writes tables, dictionary and manifest, and shows the classes", "[program]") {
  const program iwm;
  const ended run = iwm("run small.json");
  CHECK(run.status == 0);
  CHECK(run.err == "");
  CHECK_THAT(run.out, Contains("Attachment to mother at 12 months (ssp, 70 children)"));
  CHECK_THAT(run.out, Contains("B secure") && Contains("Tables in results/small"));
  CHECK(entries(iwm.here / "results/small") == 6);
  CHECK(entries(iwm.here / "results") == 1);
  const json manifest = json::parse(contents(iwm.here / "results/small/manifest.json"));
  CHECK(manifest["command"] == "iwm run small.json");
  CHECK(manifest["scenario"]["families"] == 70);
  for (const json& file : manifest["files"])
    CHECK(
        iwm::sha256_of(contents(iwm.here / ("results/small/" + file["name"].get<std::string>()))) ==
        file["sha256"].get<std::string>());
}

TEST_CASE("a manifest's scenario repeats the run", "[program]") {
  const program iwm;
  REQUIRE(iwm("run small.json --out first --seed 9 --set /months=12.5").status == 0);
  iwm.write("again.json",
            json::parse(contents(iwm.here / "first/manifest.json"))["scenario"].dump());
  REQUIRE(iwm("run again.json --out second").status == 0);
  CHECK(digest_of_tables(iwm.here / "first") == digest_of_tables(iwm.here / "second"));
}

TEST_CASE("threads change no byte of the tables", "[program][long]") {
  const program iwm;
  for (const std::string threads : {"1", "2", "4"})
    REQUIRE(
        iwm("run small.json --threads " + threads + " --out t" + threads + " --set /families=200")
            .status == 0);
  CHECK(digest_of_tables(iwm.here / "t1") == digest_of_tables(iwm.here / "t2"));
  CHECK(digest_of_tables(iwm.here / "t1") == digest_of_tables(iwm.here / "t4"));
}

TEST_CASE("a diary is listed in manifest and dictionary, and alters no table", "[program]") {
  const program iwm;
  REQUIRE(iwm("run small.json --out without").status == 0);
  const ended run = iwm("run small.json --out with --set /diary/families=66");
  REQUIRE(run.status == 0);
  CHECK_THAT(run.out, Contains("diary.npy"));
  CHECK(digest_of_tables(iwm.here / "with") == digest_of_tables(iwm.here / "without"));
  CHECK_FALSE(std::filesystem::exists(iwm.here / "without/diary.npy"));
  constexpr std::uint64_t events = 396 * 8;
  const std::string bytes = contents(iwm.here / "with/diary.npy");
  CHECK(bytes.size() == 128 + 66 * events * 16);
  const json manifest = json::parse(contents(iwm.here / "with/manifest.json"));
  CHECK(manifest["files"][4] ==
        json{{"name", "diary.npy"}, {"rows", 66 * events}, {"sha256", iwm::sha256_of(bytes)}});
  const json dictionary = json::parse(contents(iwm.here / "with/dictionary.json"));
  CHECK(dictionary["arrays"][0]["shape"] == json{66, events, 2});
  const ended wrong = iwm("run small.json --out bad --set /diary/columns=[\\\"smile\\\"]");
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.err, Contains("/diary/columns/0: unknown column 'smile'"));
  CHECK_FALSE(std::filesystem::exists(iwm.here / "bad"));
}

TEST_CASE("an existing folder is refused unless --overwrite is given", "[program][long]") {
  const program iwm;
  REQUIRE(iwm("run small.json --out out").status == 0);
  const std::string before = contents(iwm.here / "out/manifest.json");
  const ended again = iwm("run small.json --out out");
  CHECK(again.status == 2);
  CHECK_THAT(again.err, Contains("out: exists already") && Contains("--overwrite"));
  CHECK(contents(iwm.here / "out/manifest.json") == before);
  CHECK(iwm("run small.json --out out --overwrite --seed 5").status == 0);
  CHECK(json::parse(contents(iwm.here / "out/manifest.json"))["seed"] == 5);
  CHECK(entries(iwm.here.path) == 2);
}

TEST_CASE("wrong input is reported all at once and writes nothing", "[program]") {
  const program iwm;
  iwm.write("bad.json", R"({"familis": 3, "months": 1e9, "theory": "delta_rul"})");
  for (const std::string command : {"run bad.json", "check bad.json", "run bad.json --out new"}) {
    const ended wrong = iwm(command);
    CHECK(wrong.status == 2);
    CHECK(wrong.out == "");
    CHECK_THAT(wrong.err, Contains("/familis") && Contains("'families'") && Contains("/months") &&
                              Contains("'delta_rule'"));
  }
  CHECK(iwm("run missing.json").status == 2);
  CHECK(entries(iwm.here.path) == 2);
  const ended listed = iwm("run bad.json --out small.json --json");
  CHECK(json::parse(listed.out)["problems"].size() == 4);
}

TEST_CASE("a misspelt command or option is named with the nearest one", "[program]") {
  const program iwm;
  const auto says = [&](const std::string& arguments, const std::string& words) {
    const ended wrong = iwm(arguments);
    INFO(arguments << ": " << wrong.err);
    CHECK(wrong.status == 2);
    CHECK(wrong.out == "");
    CHECK_THAT(wrong.err, Contains(words));
  };
  says("rnu small.json", "unknown command 'rnu'; did you mean 'run'?");
  says("", "which command?");
  says("run small.json --treads 2", "unknown option '--treads'; did you mean '--threads'?");
  says("run", "SCENARIO");
  says("run small.json --threads 0", "--threads");
  says("run small.json --seed -1", "/seed: -1 is outside");
  says("run small.json --seed x", "/seed: expected");
  says("run small.json --set", "--set");
  says("list theorys", "did you mean 'theories'?");
  says("describe delta_rul", "did you mean 'delta_rule'?");
  says("validate --protocol low_risk --theory delta", "did you mean 'low_risk_cohort'?");
  says("validate --theory delta", "did you mean 'delta_rule'?");
  says("validate --evidence missing.json", "missing.json");
  CHECK(json::parse(iwm("rnu --json").out)["exit_status"] == 2);
}

TEST_CASE("every command prints JSON that others can read", "[program][long]") {
  const program iwm;
  for (const std::string command :
       {"run small.json", "check small.json", "list", "list protocols", "describe delta_rule",
        "describe low_risk_cohort", "schema", "selftest",
        "validate --protocol maltreatment_cohort --families 64"}) {
    const ended done = iwm(command + " --json");
    INFO(command << ": " << done.err);
    CHECK(done.status == 0);
    CHECK(done.err == "");
    CHECK(json::accept(done.out));
  }
  CHECK(iwm.shell("\"$I\" list --json | python3 -m json.tool").status == 0);
}

TEST_CASE("list has one name a line, then its purpose, aligned", "[program]") {
  const program iwm;
  const ended theories = iwm("list theories");
  CHECK_THAT(theories.out, Contains("\ndelta_rule                    moves each"));
  const ended all = iwm("list");
  for (const char* kind : {"theories:\n", "caregivers:\n", "instruments:\n", "norms:\n", "protocols:\n"})
    CHECK_THAT(all.out, Contains(kind));
  CHECK_THAT(iwm("describe delta_rule").out, Contains("gain"));
  CHECK_THAT(iwm("schema").out, Contains("json-schema.org"));
  CHECK_THAT(iwm("--version").out, Contains("iwm 0."));
  CHECK_THAT(iwm("--help").out, Contains("validate") && Contains("Exit status"));
  CHECK_THAT(iwm("check small.json").out, Contains("small.json is right: 70 families"));
}

TEST_CASE("selftest finds nothing wrong with this build", "[program]") {
  const program iwm;
  const ended test = iwm("selftest");
  INFO(test.out);
  CHECK(test.status == 0);
  CHECK_THAT(test.out, !Contains("FAIL"));
}

TEST_CASE("bench reports both rates", "[program][long]") {
  const json rates = json::parse(program()("bench --json").out);
  CHECK(rates["common_dyad_events_per_second"] > 1e5);
  CHECK(rates["reference_events_per_second"] > 1e4);
  CHECK(rates["reference_events_per_second_all_threads"] > 1e4);
}

TEST_CASE("validate compares with published figures and writes them with the tables", "[program]") {
  const program iwm;
  const ended done =
      iwm("validate --protocol maltreatment_cohort --families 128 --seed 3 --out v --theory "
          "delta_rule");
  CHECK(done.status == 0);
  CHECK_THAT(done.out, Contains("DIST-11") && Contains("gating targets hit"));
  for (const char* file : {"validation.json", "validation.csv", "validation.svg", "manifest.json",
                           "maltreatment_cohort/manifest.json", "maltreatment_cohort/people.csv"})
    CHECK(std::filesystem::exists(iwm.here / ("v/" + std::string(file))));
  const json report = json::parse(contents(iwm.here / "v/validation.json"));
  CHECK(report["targets"].size() > 70);
  const json manifest = json::parse(contents(iwm.here / "v/maltreatment_cohort/manifest.json"));
  CHECK(manifest["scenario"]["families"] == 128);
  CHECK(manifest["seed"] == 3);
  CHECK(iwm("validate --protocol maltreatment_cohort --families 64 --out v").status == 2);
}

TEST_CASE("a full disk is named, and nothing torn remains", "[program]") {
  const program iwm;
  const ended limited =
      iwm.shell("ulimit -f 64; \"$I\" run small.json --out out --set /families=400");
  CHECK(limited.status == 3);
  CHECK_THAT(limited.err, Contains(".csv: cannot be written: File too large"));
  CHECK(entries(iwm.here.path) == 1);
  const ended mounted = iwm.shell(
      "mkdir full && mount -t tmpfs -o size=256k none full 2> /dev/null || exit 77\n"
      "\"$I\" run small.json --out full/out --set /families=400; status=$?; ls full; umount full; "
      "exit $status");
  if (mounted.status == 77) return;
  CHECK(mounted.status == 3);
  CHECK(mounted.out == "");
  CHECK_THAT(mounted.err, Contains("cannot be written: No space left on device"));
}

TEST_CASE("a place that cannot be written is named", "[program]") {
  const program iwm;
  const ended wrong = iwm("run small.json --out small.json/out");
  CHECK(wrong.status == 3);
  CHECK_THAT(wrong.err, Contains("small.json: cannot be made: Not a directory"));
  CHECK(iwm("schema > /dev/full").status == 3);
}

TEST_CASE("a signal ends a run after the current block with nothing left", "[program][long]") {
  const program iwm;
  for (const std::string signal : {"INT", "TERM"})
    for (const std::string command :
         {"run small.json --out out --set /families=1000000", "validate --out out"}) {
      const ended stopped =
          iwm.shell("\"$I\" " + command +
                    " & child=$!; while ! ls -d out.partial-* > /dev/null 2>&1; do "
                    "sleep 0.05; done; kill -" +
                    signal + " $child; wait $child");
      INFO(command);
      CHECK(stopped.status == 130);
      CHECK(stopped.out == "");
      CHECK_THAT(stopped.err, Contains("interrupted"));
      CHECK(entries(iwm.here.path) == 1);
    }
}

TEST_CASE("progress is shown on a terminal only, and erased", "[program][long]") {
  const program iwm;
  const std::string command = "\"$I\" run small.json --set /families=3000 --threads 1 --out ";
  CHECK(iwm.shell(command + "quiet").err == "");
  if (iwm.shell("script -qec true /dev/null").status != 0) {
    WARN("no pseudo-terminal can be had here");
    return;
  }
  const ended terminal =
      iwm.shell("export I; script -qec '" + command + "shown > /dev/null' /dev/null");
  CHECK(terminal.status == 0);
  CHECK_THAT(terminal.out, Contains("families/s") && Contains("s left"));
  CHECK(terminal.out.ends_with("\r\x1b[K"));
}
