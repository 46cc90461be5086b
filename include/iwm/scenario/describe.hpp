// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/population/registry.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace iwm {

/// A scenario that the library brings along, to hold against published studies.
struct protocol_file {
  std::string name;     ///< of the file, without .json
  std::string summary;  ///< its description
  std::filesystem::path file;
};

/// The protocols in a folder, by name. Throws input_error for a file that is wrong.
std::vector<protocol_file> list_protocols(const std::filesystem::path& folder,
                                          const registry& known);

/// What a theory, caregiver, instrument or protocol is: its purpose and a table of its parameters
/// with default, range, unit, meaning and source; of a protocol, its families and assessments; of
/// "diary", the columns that a diary may have.
/// Throws input_error with the nearest name when there is nothing of that name.
std::string describe(std::string_view name, const registry& known,
                     const std::vector<protocol_file>& protocols = {});

/// docs/reference/scenario.md: every key of a scenario, and every parameter of what is registered.
std::string scenario_reference_markdown(const registry& known);

}  // namespace iwm
