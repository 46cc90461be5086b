// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>
#include <iostream>
#include <thread>

#include "build_info.hpp"
#include "commands/commands.hpp"
#include "commands/console.hpp"
#include "commands/interruption.hpp"
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace iwm::commands {
namespace {

constexpr int input_is_wrong = 2, run_failed = 3, was_interrupted = 130;

/// The command line as declared to CLI11, and the command that it asked for.
struct command_line {
  CLI::App app{"iwm: how internal working models of attachment form, are used and change", "iwm"};
  std::function<int()> chosen;
  bool json = false;
};

CLI::App* add_command(command_line& line, const std::string& name, const std::string& purpose,
                      bool& json, std::function<int()> call) {
  CLI::App* command = line.app.add_subcommand(name, purpose);
  command->add_flag("--json", json, "Print the result as JSON");
  command->callback([&line, &json, call = std::move(call)] {
    line.json = json;
    line.chosen = call;
  });
  return command;
}

/// An option that may be given several times, each time with one value.
void add_repeated(CLI::App* command, const std::string& name, std::vector<std::string>& values,
                  const std::string& purpose, const std::string& type) {
  command->add_option(name, values, purpose + "; may be repeated")
      ->type_name(type)
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_set(CLI::App* command, std::vector<std::string>& set) {
  add_repeated(command, "--set", set, "Change one value of the scenario", "/json/pointer=value");
}

void add_threads(CLI::App* command, unsigned& threads) {
  command->add_option("--threads", threads, "Threads; changes no byte of the tables")
      ->type_name("N")
      ->check(CLI::Range(1u, 1024u).description(""))
      ->capture_default_str();
}

void add_simulation(CLI::App* command, simulation_arguments& given, const std::string& where) {
  command->add_option("--out", given.out, where)->type_name("DIR");
  command->add_flag("--overwrite", given.overwrite, "Replace the results that are there");
  command->add_option("--seed", given.seed, "Seed in place of the scenario's")->type_name("N");
  add_threads(command, given.threads);
  add_set(command, given.set);
}

std::string version() {
  using namespace build_info;
  return "iwm " + std::string(build_info::version) + " (commit " + std::string(commit) + ", " +
         std::string(compiler) + ")";
}

/// The command line for a shell.
std::string as_typed(const std::vector<std::string>& words) {
  std::string text = "iwm";
  for (const std::string& word : words) {
    const bool plain = word.find_first_not_of(
                           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                           "0123456789-_./=,:+") == std::string::npos;
    text += plain && !word.empty() ? " " + word : " '" + word + "'";
  }
  return text;
}

/// What is wrong with a command line, with the name that was probably meant.
std::string explain(const command_line& line, const CLI::ParseError& error,
                    const std::vector<std::string>& words) {
  std::vector<std::string> names;
  const CLI::App* within = &line.app;
  for (const CLI::App* command : line.app.get_subcommands()) within = command;
  const bool no_command = within == &line.app;
  if (no_command)
    for (const CLI::App* command : line.app.get_subcommands([](const CLI::App*) { return true; }))
      names.push_back(command->get_name());
  for (const CLI::Option* option : within->get_options()) names.push_back(option->get_name());

  const std::vector<std::string_view> known(names.begin(), names.end());
  for (const std::string& word : words) {
    const std::string name = word.substr(0, word.find('='));
    const bool meant_as_name = no_command || name.starts_with("--");
    if (!meant_as_name || std::ranges::find(names, name) != names.end()) continue;
    const std::string near = nearest_name(name, known);
    std::string text =
        (name.starts_with("-") ? "unknown option '" : "unknown command '") + name + "'";
    if (!near.empty()) text += "; did you mean '" + near + "'?";
    return text + (no_command ? "\n`iwm --help` lists the commands" : "");
  }
  return no_command ? "which command? `iwm --help` lists them" : error.what();
}

nlohmann::ordered_json as_json(int status, const std::vector<problem>& problems) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const problem& wrong : problems)
    rows.push_back({{"file", wrong.file}, {"pointer", wrong.pointer}, {"message", wrong.message}});
  return {{"exit_status", status}, {"problems", std::move(rows)}};
}

int fail(const command_line& line, int status, const std::vector<problem>& problems) {
  for (const problem& wrong : problems) complain(to_string(wrong));
  if (line.json)
    std::cout
        << as_json(status, problems).dump(2, ' ', false, nlohmann::json::error_handler_t::replace)
        << std::endl;
  return status;
}

/// Runs the command that was chosen and turns what it throws into messages and an exit status.
int answer(const command_line& line) {
  try {
    const int status = line.chosen();
    if (!std::cout.flush()) throw run_error("standard output cannot be written");
    return status;
  } catch (const input_error& wrong) {
    return fail(line, input_is_wrong, wrong.problems());
  } catch (const interrupted&) {
    return fail(line, was_interrupted, {{"", "", "interrupted; nothing was kept"}});
  } catch (const std::exception& failure) {
    return fail(line, run_failed, {{"", "", failure.what()}});
  }
}

int main(const std::vector<std::string>& words) {
  const registry known = builtins();
  const unsigned threads = std::max(1u, std::thread::hardware_concurrency());
  command_line line;
  line.app.set_version_flag("--version", version(), "Print the version");
  line.app.require_subcommand(1);
  line.app.footer(
      "Exit status: 0 done, 2 the input is wrong (nothing is written), 3 the run failed, "
      "130 interrupted.");

  run_arguments to_run;
  validate_arguments to_validate;
  replicate_arguments to_replicate;
  compare_arguments to_compare;
  story_arguments to_tell;
  check_arguments to_check;
  list_arguments to_list;
  describe_arguments to_describe;
  bench_arguments to_bench{.threads = threads};
  selftest_arguments to_selftest;
  bool schema_json = true;
  to_run.threads = to_validate.threads = to_compare.threads = threads;
  to_run.command_line = to_validate.command_line = to_replicate.command_line =
      to_compare.command_line = as_typed(words);

  CLI::App* command = add_command(line, "run", "Simulate a scenario and write its tables",
                                  to_run.json, [&] { return run(to_run, known); });
  command->add_option("SCENARIO", to_run.scenario, "Scenario file (JSON)")->required();
  add_simulation(command, to_run, "New folder for the tables; default results/NAME");

  command = add_command(line, "validate",
                        "Simulate the evidence protocols and compare with published figures",
                        to_validate.json, [&] { return validate(to_validate, known); });
  add_repeated(command, "--protocol", to_validate.protocols, "Only this protocol", "NAME");
  command->add_option("--theory", to_validate.theory, "Theory in place of the protocols'")
      ->type_name("NAME");
  command->add_option("--families", to_validate.families, "Families in each protocol")
      ->type_name("N");
  command->add_option("--evidence", to_validate.evidence, "Evidence file in place of the library's")
      ->type_name("FILE");
  add_simulation(command, to_validate,
                 "New folder for figures and tables; without it nothing is written");

  command = add_command(line, "replicate", "Run the procedure of a published model again",
                        to_replicate.json, [&] { return replicate(to_replicate, known); });
  command->add_option("NAME", to_replicate.name, "A model that --list shows");
  command->add_flag("--list", to_replicate.list, "List the models; with NAME, what can be set");
  command->add_flag("--all", to_replicate.all, "Run every model");
  command->add_option("--out", to_replicate.out, "New folder for the figures; without it nothing is written")
      ->type_name("DIR");
  command->add_flag("--overwrite", to_replicate.overwrite, "Replace the results that are there");
  command->add_option("--seed", to_replicate.seed, "Seed; default 1")->type_name("N");
  add_repeated(command, "--set", to_replicate.set, "Run one condition, with this value of it", "/parameter=value");

  command = add_command(line, "compare", "Set theories side by side, with the same caregivers",
                        to_compare.json, [&] { return compare(to_compare, known); });
  command->add_option("THEORY", to_compare.theories, "Theories; default all that are known");
  add_repeated(command, "--caregiver", to_compare.caregivers, "Caregiver; default six", "NAME");
  command->add_option("--families", to_compare.families, "Children in each cell; default 200")
      ->type_name("N");
  command->add_option("--months", to_compare.months, "Age at the Strange Situation; default 12")
      ->type_name("M");
  command->add_option("--out", to_compare.out, "New folder for the figures; without it nothing is written")
      ->type_name("DIR");
  command->add_flag("--overwrite", to_compare.overwrite, "Replace the results that are there");
  command->add_option("--seed", to_compare.seed, "Seed; default 1")->type_name("N");
  add_threads(command, to_compare.threads);

  command = add_command(line, "story", "Tell one life of a finished run, from its tables",
                        to_tell.json, [&] { return story(to_tell, known); });
  command->add_option("DIR", to_tell.folder, "Folder of a finished run")->required();
  command->add_option("PERSON", to_tell.person, "person_id in people.csv")->required();
  command->add_option("--arm", to_tell.arm, "Arm of the study; default the first with the person")
      ->type_name("NAME");
  command->add_option("--out", to_tell.out, "New file for the facts, one a row (CSV)")
      ->type_name("FILE");
  command->add_flag("--overwrite", to_tell.overwrite, "Replace the file that is there");

  command = add_command(line, "check", "Find everything that is wrong with a scenario",
                        to_check.json, [&] { return check(to_check, known); });
  command->add_option("SCENARIO", to_check.scenario, "Scenario file (JSON)")->required();
  add_set(command, to_check.set);

  command = add_command(line, "list", "List what a scenario can name", to_list.json,
                        [&] { return list(to_list, known); });
  command->add_option("KIND", to_list.kind, "theories, caregivers, instruments, norms or protocols");

  command = add_command(line, "describe", "Describe a theory, caregiver, instrument or protocol",
                        to_describe.json, [&] { return describe(to_describe, known); });
  command->add_option("NAME", to_describe.name, "A name that `iwm list` shows")->required();

  add_command(line, "schema", "Print the JSON Schema of scenarios", schema_json,
              [&] { return schema(known); });

  command = add_command(line, "bench", "Measure the speed of this build on this machine",
                        to_bench.json, [&] { return bench(to_bench, known); });
  add_threads(command, to_bench.threads);

  add_command(line, "selftest", "Check this build: known answers, digits, ranges", to_selftest.json,
              [&] { return selftest(to_selftest, known); });

  try {
    line.app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return line.app.exit(error);
    line.json = std::ranges::find(words, "--json") != words.end();
    return fail(line, input_is_wrong, {{"", "", explain(line, error, words)}});
  }
  return answer(line);
}

}  // namespace
}  // namespace iwm::commands

int main(int count, char** words) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file at its size limit is an error to report
  return iwm::commands::main({words + 1, words + count});
}
