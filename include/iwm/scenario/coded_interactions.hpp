// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/interaction/coded_interaction.hpp"

#include <filesystem>
#include <vector>

namespace iwm {

/// Reads a table of coded interaction: CSV with the columns time, dyad, behaviour, start, stop and
/// modifiers in any order; further columns are ignored. Throws input_error with every line that is
/// wrong: a missing column, a number that is none, an unknown behaviour, a stop before its start.
std::vector<coded_interaction> read_coded_interactions(const std::filesystem::path& file);

}  // namespace iwm
