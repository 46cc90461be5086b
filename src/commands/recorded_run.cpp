// SPDX-License-Identifier: MIT
#include "commands/recorded_run.hpp"

#include "iwm/output/csv.hpp"
#include "iwm/output/diary_file.hpp"
#include "iwm/output/manifest.hpp"
#include "iwm/population/run.hpp"
#include "iwm/scenario/scenario_json.hpp"

#include <optional>

#include "commands/console.hpp"

namespace iwm::commands {

recorded record(const study& plan, const registry& known, const std::filesystem::path& folder,
                sink& watcher, const simulation_arguments& given, interruption& stop) {
  std::optional<csv_tables> tables;
  std::optional<diary_file> diary;
  std::vector<sink*> sinks{&watcher};
  if (!folder.empty()) {
    sinks.push_back(&tables.emplace(folder));
    sinks.push_back(&diary.emplace(folder));
  }
  manifest about{.command = given.command_line,
                 .seed = plan.whole.seed,
                 .threads = given.threads,
                 .begun = std::chrono::system_clock::now()};
  const auto start = std::chrono::steady_clock::now();
  {
    progress_line line(plan.whole.name, plan.whole.lives.generations > 0 ? "seasons" : "families");
    const bool completed =
        iwm::run(plan.arms, known, sinks, {given.threads, [&](std::uint64_t done, std::uint64_t all) {
                                        line.show(done, all);
                                        return !stop.requested();
                                      }});
    if (!completed) throw interrupted{};
  }
  about.lasted = std::chrono::steady_clock::now() - start;
  if (!tables) return {{}, about.lasted.count()};
  about.scenario = to_json_text(plan.whole, known);
  std::vector<written_file> files = tables->files();
  if (diary->file()) files.push_back(*diary->file());
  about.files = files;
  about.files.push_back(write_file(folder / "dictionary.json", dictionary_json(diary_of(plan.whole))));
  write_file(folder / "manifest.json", to_json_text(about));
  return {std::move(files), about.lasted.count()};
}

std::vector<std::string> overrides(const simulation_arguments& given) {
  std::vector<std::string> all = given.set;
  if (!given.seed.empty()) all.push_back("/seed=" + given.seed);
  return all;
}

}  // namespace iwm::commands
