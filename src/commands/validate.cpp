// SPDX-License-Identifier: MIT
#include "iwm/evidence/collector.hpp"
#include "iwm/evidence/report.hpp"
#include "iwm/evidence/target.hpp"
#include "iwm/output/manifest.hpp"
#include "iwm/output/results_folder.hpp"
#include "iwm/scenario/describe.hpp"
#include "iwm/scenario/scenario_json.hpp"

#include <algorithm>
#include <iostream>
#include <optional>

#include "commands/commands.hpp"
#include "commands/names.hpp"
#include "commands/recorded_run.hpp"
#include "data_path.hpp"

namespace iwm::commands {
namespace {

constexpr std::size_t plot_width = 100;

std::string protocol_of(const scenario& plan) {
  return plan.protocol.empty() ? plan.name : plan.protocol;
}

template <class Entries>
std::vector<std::string_view> names_of(const Entries& entries) {
  std::vector<std::string_view> names;
  for (const auto& entry : entries) names.push_back(entry.name);
  return names;
}

/// Keeps the protocols that were asked for; all if none was.
void keep_wanted(std::vector<protocol_file>& protocols, const std::vector<std::string>& wanted,
                 std::vector<problem>& problems) {
  const std::vector<std::string_view> names = names_of(protocols);
  for (const std::string& name : wanted)
    if (std::ranges::find(names, name) == names.end())
      problems.push_back(unknown_name("--protocol", name, names));
  if (wanted.empty()) return;
  std::erase_if(protocols, [&](const protocol_file& one) {
    return std::ranges::find(wanted, one.name) == wanted.end();
  });
}

std::vector<study> read_plans(const validate_arguments& given, const registry& known,
                                 const evidence& file, std::vector<problem>& problems) {
  std::vector<std::string> changes;
  if (find(known.theories, given.theory))
    changes.push_back("/theory=" + given.theory);
  else if (!given.theory.empty())
    problems.push_back(unknown_name("--theory", given.theory, names_of(known.theories)));
  if (!given.families.empty()) changes.push_back("/families=" + given.families);
  for (std::string& change : overrides(given)) changes.push_back(std::move(change));
  std::vector<study> plans;
  std::vector<protocol_file> protocols = list_protocols(data_path() / "protocols", known);
  keep_wanted(protocols, given.protocols, problems);
  for (const protocol_file& one : protocols) try {
      plans.push_back(read_study(one.file, known, changes));
      if (!file.protocol(protocol_of(plans.back().whole)))
        problems.push_back({one.file.string(), "/protocol",
                            "the evidence has no protocol '" + protocol_of(plans.back().whole) + "'"});
    } catch (const input_error& wrong) {
      problems.insert(problems.end(), wrong.problems().begin(), wrong.problems().end());
    }
  return plans;
}

void write_report(const std::filesystem::path& folder, manifest about,
                  const std::vector<target_result>& results) {
  about.files = {write_file(folder / "validation.json", validation_json(results)),
                 write_file(folder / "validation.csv", validation_csv(results)),
                 write_file(folder / "validation.svg", validation_svg(results))};
  write_file(folder / "manifest.json", to_json_text(about));
}

}  // namespace

int validate(const validate_arguments& given, const registry& known) {
  const evidence file =
      read_evidence(given.evidence.empty() ? data_path() / "evidence.json"
                                           : std::filesystem::path(given.evidence));
  std::vector<problem> problems;
  const std::vector<study> plans = read_plans(given, known, file, problems);
  if (!given.out.empty())
    if (const auto refused = refusal(given.out, given.overwrite)) problems.push_back(*refused);
  if (!problems.empty()) throw input_error(std::move(problems));

  interruption stop;
  manifest about{.command = given.command_line,
                 .seed = plans.empty() ? 0 : plans.front().whole.seed,
                 .threads = given.threads,
                 .begun = std::chrono::system_clock::now()};
  const auto start = std::chrono::steady_clock::now();
  std::optional<results_folder> folder;
  if (!given.out.empty()) folder.emplace(given.out, given.overwrite);
  std::vector<target_result> measured;
  for (const study& plan : plans) {
    const std::filesystem::path tables = folder ? folder->path() / protocol_of(plan.whole) : "";
    if (folder) std::filesystem::create_directory(tables);
    evidence_collector collector(file, protocol_of(plan.whole));
    record(plan, known, tables, collector, given, stop);
    for (target_result& result : collector.results()) measured.push_back(std::move(result));
    if (stop.requested()) throw interrupted{};
  }
  const std::vector<target_result> results = complete(file, measured);
  about.lasted = std::chrono::steady_clock::now() - start;
  if (folder) {
    write_report(folder->path(), std::move(about), results);
    folder->publish();
  }
  if (given.json) {
    std::cout << validation_json(results);
  } else {
    std::cout << validation_table(results) << '\n' << validation_plot(results, plot_width);
    if (folder)
      std::cout << "\nFigures in " << given.out << "/validation.{json,csv,svg}, tables in a folder "
                << "for each protocol.\n";
  }
  return 0;
}

}  // namespace iwm::commands
