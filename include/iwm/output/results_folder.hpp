// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/error.hpp"

#include <filesystem>
#include <optional>

namespace iwm {

/// Why results may not be put there: it exists, and either `overwrite` is off or it holds neither
/// results of this program nor nothing.
std::optional<problem> refusal(const std::filesystem::path& destination, bool overwrite);

/// A folder of results that appears whole or not at all.
///
/// Files are written into `path()`, a folder beside the destination named DESTINATION.partial-PID.
/// `publish` syncs it, gives it its name in one step and syncs the parent folder. Without `publish`
/// the destructor removes it. Overwritten results are exchanged in one step, then removed.
///
/// Throws input_error as `refusal`, run_error where the file system refuses.
class results_folder {
 public:
  explicit results_folder(std::filesystem::path destination, bool overwrite = false);
  ~results_folder();
  results_folder(const results_folder&) = delete;
  results_folder& operator=(const results_folder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void publish();

 private:
  std::filesystem::path destination_, path_;
  bool overwrite_;
};

}  // namespace iwm
