// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/output/sha256.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
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

/// A new file. What is appended is hashed and written a buffer at a time, and counts only after
/// `finish`. Every write, sync and close is checked: throws run_error with file and reason. With an
/// empty path nothing is written, only hashed.
class output_file {
 public:
  explicit output_file(std::filesystem::path path);
  ~output_file();
  output_file(const output_file&) = delete;
  output_file& operator=(const output_file&) = delete;

  void append(std::string_view bytes);

  /// Room for at least `bytes` characters; say with `filled` where what was put there ends.
  char* room(std::size_t bytes) {
    if (size_ + bytes > capacity_) make_room(bytes);
    return buffer_.get() + size_;
  }
  void filled(const char* end) { size_ = static_cast<std::size_t>(end - buffer_.get()); }

  /// Writes the rest, syncs, closes, and returns the digest of the whole.
  std::string finish();

 private:
  void make_room(std::size_t bytes);
  void write_all(std::string_view bytes);
  [[noreturn]] void fail(int reason) const;

  std::filesystem::path path_;
  int descriptor_ = -1;
  sha256 hash_;
  std::size_t size_ = 0, capacity_;
  std::unique_ptr<char[]> buffer_;
};

/// Writes a whole text into a new file, synced. Throws run_error.
written_file write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace iwm
