// SPDX-License-Identifier: MIT
#include "data_path.hpp"

#include "iwm/core/error.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace iwm {
namespace {

bool holds_the_data(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(folder / "evidence.json", ignored);
}

std::filesystem::path folder_of_the_program() {
  std::error_code unknown;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  return unknown ? std::filesystem::current_path() : program.parent_path();
}

}  // namespace

std::filesystem::path data_path() {
  if (const char* chosen = std::getenv("IWM_DATA")) {
    if (holds_the_data(chosen)) return chosen;
    throw run_error("IWM_DATA: there is no evidence.json in " + std::string(chosen));
  }
  std::string searched;
  std::filesystem::path folder = folder_of_the_program();
  for (int level = 0; level <= 3; ++level, folder = folder.parent_path()) {
    for (const auto& candidate : {folder / "data", folder / "share" / "iwm"}) {
      if (holds_the_data(candidate)) return candidate;
      searched += "\n  " + candidate.string();
    }
  }
  throw run_error("evidence.json was not found; set IWM_DATA to its folder. Searched:" + searched);
}

}  // namespace iwm
