// SPDX-License-Identifier: MIT
#include "iwm/output/manifest.hpp"
#include "iwm/output/results_folder.hpp"

#include <algorithm>
#include <iostream>
#include <optional>

#include "commands/commands.hpp"
#include "commands/console.hpp"
#include "commands/interruption.hpp"
#include "commands/names.hpp"
#include "replications/replications.hpp"
#include <nlohmann/json.hpp>

namespace iwm::commands {
namespace {

using json = nlohmann::ordered_json;

struct planned {
  const replication_entry* what;
  replication_settings how;
};

json described(const replication_entry& entry) {
  json parameters = json::array();
  for (const parameter_info& p : entry.parameters)
    parameters.push_back({{"name", p.name},
                          {"kind", p.kind},
                          {"default", p.initial},
                          {"range", {p.lowest, p.highest}},
                          {"unit", p.unit},
                          {"meaning", p.meaning},
                          {"source", p.source}});
  return {{"name", entry.name},
          {"purpose", entry.summary},
          {"source", entry.source},
          {"parameters", std::move(parameters)}};
}

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width - std::min(width, text.size()), ' ');
}

int show_list(const std::vector<replication_entry>& known, bool as_json) {
  json rows = json::array();
  std::string text;
  std::size_t width = 0;
  for (const replication_entry& entry : known) width = std::max(width, entry.name.size());
  for (const replication_entry& entry : known) {
    rows.push_back(described(entry));
    text += padded(entry.name, width + 2) + std::string(entry.summary) + '\n';
  }
  std::cout << (as_json ? rows.dump(2) + '\n' : text);
  return 0;
}

/// One replication: its source, and the condition that --set changes.
int show_one(const replication_entry& entry, bool as_json) {
  std::size_t width = 0;
  for (const parameter_info& p : entry.parameters) width = std::max(width, p.name.size());
  std::string text = std::string(entry.name) + ": " + std::string(entry.summary) + '\n' +
                     std::string(entry.source) + '\n';
  for (const parameter_info& p : entry.parameters)
    text += "  " + padded(p.name, width + 2) + padded(to_text(p.initial), 8) + "  [" +
            to_text(p.lowest) + ", " + to_text(p.highest) + "]  " + std::string(p.meaning) + " (" +
            std::string(p.unit) + ")\n";
  std::cout << (as_json ? described(entry).dump(2) + '\n' : text);
  return 0;
}

bool is_repetitions(const std::string& set) {
  return set.substr(0, set.find('=')) == '/' + std::string(repetitions_parameter);
}

bool has_repetitions(const replication_entry& entry) {
  return std::ranges::any_of(
      entry.parameters, [](const parameter_info& p) { return p.name == repetitions_parameter; });
}

/// What of --set and --seed concerns an entry: with --all a number of repetitions, where there are
/// any.
std::vector<std::string> settings_for(const replication_entry& entry,
                                      const replicate_arguments& given) {
  std::vector<std::string> set;
  for (const std::string& one : given.set)
    if (!given.all || (is_repetitions(one) && has_repetitions(entry))) set.push_back(one);
  if (!given.seed.empty()) set.push_back("/seed=" + given.seed);
  return set;
}

std::vector<planned> plan(const replicate_arguments& given,
                          const std::vector<replication_entry>& known,
                          std::vector<problem>& problems) {
  std::vector<planned> plans;
  std::vector<std::string_view> names;
  for (const replication_entry& entry : known) names.push_back(entry.name);
  if (!given.name.empty() && std::ranges::find(names, given.name) == names.end())
    problems.push_back(unknown_name("iwm replicate", given.name, names));
  if (given.name.empty() && !given.all)
    problems.push_back(
        {"iwm replicate", "", "which model? `iwm replicate --list` shows them, --all runs all"});
  if (!given.name.empty() && given.all)
    problems.push_back({"iwm replicate", "", "either a name or --all"});
  if (given.all)
    for (const std::string& one : given.set)
      if (!is_repetitions(one))
        problems.push_back(
            {"--set", "", "'" + one + "' with --all: only /repetitions is common to all"});
  for (const replication_entry& entry : known)
    if (given.all || entry.name == given.name)
      plans.push_back({&entry, read_settings(entry, settings_for(entry, given), problems)});
  if (!given.out.empty())
    if (const auto refused = refusal(given.out, given.overwrite)) problems.push_back(*refused);
  return plans;
}

std::vector<model_figure> figures_of(const std::vector<planned>& plans, interruption* stop) {
  std::vector<model_figure> figures;
  progress_line line("replications", "models");
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const auto& [what, how] = plans[i];
    for (replicated_figure& figure : what->run(how.settings, how.seed, how.of))
      figures.push_back({std::move(figure), what->name});
    if (stop && stop->requested()) throw interrupted{};
    if (plans.size() > 1) line.show(i + 1, plans.size());
  }
  return figures;
}

void write_figures(const std::filesystem::path& folder, manifest about,
                   const std::vector<model_figure>& figures) {
  written_file table = write_file(folder / "replications.csv", replications_csv(figures));
  table.rows = figures.size();
  about.files = {table, write_file(folder / "replications.json", replications_json(figures))};
  write_file(folder / "manifest.json", to_json_text(about));
}

std::string tables_of(const std::vector<model_figure>& figures, const std::vector<planned>& plans) {
  std::string text;
  for (const planned& one : plans) {
    std::vector<model_figure> own;
    for (const model_figure& figure : figures)
      if (figure.model == one.what->name) own.push_back(figure);
    if (!text.empty()) text += '\n';
    text += std::string(one.what->name) + ": " + std::string(one.what->summary) + "\n\n" +
            replications_table(own);
  }
  return text;
}

}  // namespace

int replicate(const replicate_arguments& given, const registry&) {
  const std::vector<replication_entry> known = replications();
  if (given.list && given.name.empty()) return show_list(known, given.json);
  std::vector<problem> problems;
  const std::vector<planned> plans = plan(given, known, problems);
  if (!problems.empty()) throw input_error(std::move(problems));
  if (given.list) return show_one(*plans.front().what, given.json);

  // Without a folder there is nothing to tidy up, and an interrupt may end the program where it is
  std::optional<interruption> stop;
  std::optional<results_folder> folder;
  if (!given.out.empty()) {
    stop.emplace();
    folder.emplace(given.out, given.overwrite);
  }
  manifest about{.command = given.command_line,
                 .seed = plans.front().how.seed,
                 .begun = std::chrono::system_clock::now()};
  const auto start = std::chrono::steady_clock::now();
  const std::vector<model_figure> figures = figures_of(plans, stop ? &*stop : nullptr);
  about.lasted = std::chrono::steady_clock::now() - start;
  if (folder) {
    write_figures(folder->path(), std::move(about), figures);
    folder->publish();
  }
  std::cout << (given.json ? replications_json(figures) : tables_of(figures, plans));
  if (folder && !given.json)
    std::cout << "\nFigures in " << given.out << "/replications.{csv,json}.\n";
  return 0;
}

}  // namespace iwm::commands
