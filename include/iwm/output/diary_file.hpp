// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/output/output_file.hpp"
#include "iwm/output/tables.hpp"

#include <filesystem>
#include <optional>

namespace iwm {

/// Writes the diary of one run as diary.npy: NumPy's format, version 1.0, little-endian doubles in
/// C order, shape (families, events, columns), beginning at a multiple of 64 bytes. The format is
/// that of NumPy Enhancement Proposal 1. A run without a diary leaves no file. Throws run_error if
/// it cannot be written.
///
/// With an empty folder nothing is written: numbers are counted and hashed as they would be in a
/// file.
class diary_file final : public sink {
 public:
  explicit diary_file(std::filesystem::path folder) : folder_(std::move(folder)) {}

  void diary(const diary_rows& part) override;

  /// Finishes the file: written, synced, closed.
  void end() override;

  /// After `end`: the file, if there is one; its rows are events.
  const std::optional<written_file>& file() const { return written_; }

 private:
  std::filesystem::path folder_;
  std::optional<output_file> file_;
  std::uint64_t events_ = 0;
  std::optional<written_file> written_;
};

}  // namespace iwm
