// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/output/output_file.hpp"
#include "iwm/output/tables.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace iwm {

/// Writes the rows of one run as tidy CSV: people, relationships, assessments, classifications,
/// and, where there is such a row, events and trajectories.
///
/// One header line, no comments, lines end in LF, numbers have the shortest digits that read back
/// the same, what is not known is empty, texts are quoted where need be (RFC 4180). Columns are
/// those of output/columns.hpp. The bytes depend on the rows alone. Throws run_error if a file
/// cannot be written.
///
/// With an empty folder nothing is written: rows are counted and hashed as they would be in files.
class csv_tables final : public sink {
 public:
  explicit csv_tables(std::filesystem::path folder);
  ~csv_tables() override;

  void row(const person_row& added) override;
  void row(const relationship_row& added) override;
  void row(const assessment_row& added) override;
  void row(const classification_row& added) override;
  void row(const event_row& added) override;
  void row(const trajectory_row& added) override;

  /// Finishes every file: written, synced, closed.
  void end() override;

  /// After `end`: the tables, in the order of output/columns.hpp.
  const std::vector<written_file>& files() const { return files_; }

 private:
  struct writers;
  std::unique_ptr<writers> writers_;
  std::vector<written_file> files_;
};

}  // namespace iwm
