// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/output/output_file.hpp"
#include "iwm/output/tables.hpp"
#include "iwm/scenario/scenario_json.hpp"

#include <filesystem>
#include <vector>

#include "commands/commands.hpp"
#include "commands/interruption.hpp"

namespace iwm::commands {

struct recorded {
  std::vector<written_file> files;
  double seconds;
};

/// Runs `plan` with progress. Rows go to `watcher` and, unless `folder` is empty, into tables in
/// `folder`, which then get dictionary.json and, last, manifest.json. Throws `interrupted`.
recorded record(const study& plan, const registry& known, const std::filesystem::path& folder,
                sink& watcher, const simulation_arguments& given, interruption& stop);

/// The overrides of a command line: those of --set, then --seed.
std::vector<std::string> overrides(const simulation_arguments& given);

}  // namespace iwm::commands
