// SPDX-License-Identifier: MIT
#include "iwm/output/results_folder.hpp"
#include "iwm/scenario/scenario_json.hpp"

#include <algorithm>
#include <cctype>
#include <iostream>

#include "commands/class_shares.hpp"
#include "commands/commands.hpp"
#include "commands/console.hpp"
#include "commands/lives_summary.hpp"
#include "commands/recorded_run.hpp"
#include <nlohmann/json.hpp>

namespace iwm::commands {
namespace {

using json = nlohmann::ordered_json;

/// results/NAME; of the name only what every file system and shell takes as it is.
std::filesystem::path default_folder(std::string name) {
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '_') c = '_';
  return std::filesystem::path("results") / name;
}

json as_json(const std::filesystem::path& folder, const scenario& plan, const recorded& done,
             const class_shares& shares) {
  json files = json::array(), classes = json::array();
  for (const written_file& file : done.files)
    files.push_back({{"name", file.name}, {"rows", *file.rows}, {"sha256", file.sha256}});
  for (const auto& [what, counts] : shares.found())
    classes.push_back({{"age_months", what.age_months},
                       {"instrument", what.instrument},
                       {"figure", what.figure},
                       {"counts", counts}});
  return {{"out", folder.string()},  {"families", plan.families}, {"seed", plan.seed},
          {"seconds", done.seconds}, {"files", std::move(files)}, {"classes", std::move(classes)}};
}

std::string as_text(const std::filesystem::path& folder, const scenario& plan, const recorded& done,
                    const std::string& found) {
  std::string text = found + grouped(plan.families) + " families in " +
                     rounded(done.seconds, 1) + " s. Tables in " + folder.string() + ":\n";
  for (const written_file& file : done.files) {
    std::string name = file.name, rows = grouped(*file.rows);
    name.resize(std::max<std::size_t>(name.size(), 20), ' ');
    rows.insert(0, rows.size() < 12 ? 12 - rows.size() : 0, ' ');
    text += "  " + name + rows + " rows\n";
  }
  return text +
         "Next: dictionary.json there says what each column means, manifest.json how to repeat the "
         "run;\n`iwm validate` holds the theory against published findings.\n";
}

}  // namespace

int run(const run_arguments& given, const registry& known) {
  std::vector<problem> problems;
  study whole;
  try {
    whole = read_study(given.scenario, known, overrides(given));
  } catch (const input_error& wrong) {
    problems = wrong.problems();
  }
  const scenario& plan = whole.whole;
  const std::filesystem::path out =
      given.out.empty() ? default_folder(plan.name) : std::filesystem::path(given.out);
  if (const auto refused = refusal(out, given.overwrite);
      refused && (problems.empty() || !given.out.empty()))
    problems.push_back(*refused);
  if (!problems.empty()) throw input_error(std::move(problems));

  interruption stop;
  class_shares shares;
  lives_summary lives;
  const bool whole_lives = plan.lives.generations > 0;
  sink& watcher = whole_lives ? static_cast<sink&>(lives) : shares;
  results_folder folder(out, given.overwrite);
  const recorded done = record(whole, known, folder.path(), watcher, given, stop);
  folder.publish();
  if (given.json)
    std::cout << as_json(out, plan, done, shares).dump(2) << '\n';
  else
    std::cout << as_text(out, plan, done, whole_lives ? lives.text() : shares.chart());
  return 0;
}

}  // namespace iwm::commands
