// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/output/sha256.hpp"

#include <cstdint>
#include <filesystem>
#include <future>
#include <optional>
#include <string>
#include <string_view>

namespace iwm {

/// A file that is finished: its name, its rows if it is a table, and its digest.
struct written_file {
  std::string name;
  std::optional<std::uint64_t> rows;
  std::string sha256;
};

/// A new file. What is appended is written a buffer at a time, while a helper thread hashes it, and
/// counts only after `finish`. Every write, sync and close is checked: throws run_error with file
/// and reason. With an empty path nothing is written, only hashed.
class output_file {
 public:
  explicit output_file(std::filesystem::path path);
  ~output_file();
  output_file(const output_file&) = delete;
  output_file& operator=(const output_file&) = delete;

  /// Append to this text, then call `drain`.
  std::string& buffer() { return ahead_; }
  void drain() {
    if (ahead_.size() >= full) hand_over();
  }

  /// Writes the rest, syncs, closes, and returns the digest of the whole.
  std::string finish();

 private:
  static constexpr std::size_t full = 1 << 20;

  void hand_over();
  void write_all(std::string_view bytes);
  [[noreturn]] void fail(int reason) const;

  std::filesystem::path path_;
  int descriptor_ = -1;
  sha256 hash_;
  std::string ahead_, behind_;
  std::future<void> hashing_;
};

/// Writes a whole text into a new file, synced. Throws run_error.
written_file write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace iwm
