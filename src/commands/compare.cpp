// SPDX-License-Identifier: MIT
#include "iwm/output/manifest.hpp"
#include "iwm/output/results_folder.hpp"

#include <algorithm>
#include <charconv>
#include <iostream>
#include <optional>

#include "commands/commands.hpp"
#include "commands/console.hpp"
#include "commands/interruption.hpp"
#include "commands/names.hpp"
#include "comparison.hpp"

namespace iwm::commands {
namespace {

template <class Entry>
std::vector<std::string> chosen_of(const std::vector<std::string>& asked,
                                   const std::vector<Entry>& entries, std::string_view place,
                                   std::vector<problem>& problems) {
  std::vector<std::string_view> names;
  for (const Entry& entry : entries) names.push_back(entry.name);
  std::vector<std::string> chosen;
  for (const std::string& name : asked)
    if (find(entries, name) == nullptr)
      problems.push_back(unknown_name(place, name, names));
    else if (std::ranges::find(chosen, name) == chosen.end())
      chosen.push_back(name);
  return chosen;
}

std::uint64_t whole_number(const std::string& text, std::uint64_t otherwise, std::uint64_t lowest,
                           std::uint64_t highest, const std::string& option,
                           std::vector<problem>& problems) {
  if (text.empty()) return otherwise;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < lowest ||
      number > highest)
    problems.push_back({option, "",
                        "'" + text + "' is not a whole number from " + std::to_string(lowest) +
                            " to " + std::to_string(highest)});
  return number;
}

comparison_plan planned(const compare_arguments& given, const registry& known) {
  std::vector<problem> problems;
  comparison_plan plan;
  std::vector<std::string> theories = given.theories, caregivers = given.caregivers;
  if (theories.empty())
    for (const theory_entry& entry : known.theories) theories.emplace_back(entry.name);
  if (caregivers.empty()) caregivers.assign(compared_caregivers.begin(), compared_caregivers.end());
  plan.theories = chosen_of(theories, known.theories, "iwm compare", problems);
  plan.caregivers = chosen_of(caregivers, known.caregivers, "--caregiver", problems);
  plan.families =
      whole_number(given.families, plan.families, 2, 1'000'000, "--families", problems);
  plan.months = whole_number(given.months, plan.months, 1, 60, "--months", problems);
  plan.seed = whole_number(given.seed, plan.seed, 0, UINT64_MAX, "--seed", problems);
  if (!given.out.empty())
    if (const auto refused = refusal(given.out, given.overwrite)) problems.push_back(*refused);
  if (problems.empty()) problems = problems_of(plan, known);
  if (!problems.empty()) throw input_error(std::move(problems));
  return plan;
}

}  // namespace

int compare(const compare_arguments& given, const registry& known) {
  const comparison_plan plan = planned(given, known);
  std::optional<results_folder> folder;
  interruption stop;
  if (!given.out.empty()) folder.emplace(given.out, given.overwrite);
  manifest about{.command = given.command_line,
                 .seed = plan.seed,
                 .threads = given.threads,
                 .begun = std::chrono::system_clock::now()};
  const auto start = std::chrono::steady_clock::now();
  std::optional<std::vector<compared_figure>> figures;
  {
    progress_line line("compare", "cells");
    figures = iwm::compare(plan, known, {given.threads, [&](std::uint64_t done, std::uint64_t all) {
                                           line.show(done, all);
                                           return !stop.requested();
                                         }});
  }
  if (!figures) throw interrupted{};
  about.lasted = std::chrono::steady_clock::now() - start;
  if (folder) {
    written_file table = write_file(folder->path() / "comparison.csv", comparison_csv(*figures));
    table.rows = figures->size();
    about.files = {table};
    write_file(folder->path() / "manifest.json", to_json_text(about));
    folder->publish();
  }
  if (given.json) {
    std::cout << comparison_json(*figures);
    return 0;
  }
  std::cout << grouped(plan.families) << " children of each theory with each caregiver, "
            << plan.months << " months; not addressed: the theory does not speak to this\n\n"
            << comparison_table(*figures);
  if (folder) std::cout << "\nFigures in " << given.out << "/comparison.csv.\n";
  return 0;
}

}  // namespace iwm::commands
