// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/output/output_file.hpp"
#include "iwm/output/tables.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace iwm {

/// What stands beside tables so that they can be understood and made again.
struct manifest {
  std::string command;  ///< the command line
  std::uint64_t seed = 0;
  unsigned threads = 1;
  std::chrono::system_clock::time_point begun{};
  std::chrono::duration<double> lasted{};
  std::string scenario{};  ///< JSON, complete; empty if there is none
  std::vector<written_file> files{};
};

/// manifest.json: schema, program (version, commit, compiler, flags), command, seed, threads, times
/// in UTC, rows and SHA-256 of each file, the complete scenario and its SHA-256. All that may
/// differ between two runs of the same bytes is here.
std::string to_json_text(const manifest& of);

/// dictionary.json: meaning, unit, type, allowed values of each column of each table, and what an
/// empty field means; the shape of the run's diary, if it has one, and the same of its columns.
std::string dictionary_json(const diary_shape& diary = {});

}  // namespace iwm
