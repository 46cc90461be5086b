// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/evidence/estimate.hpp"
#include "iwm/evidence/households.hpp"
#include "iwm/evidence/result.hpp"
#include "iwm/output/tables.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace iwm {

/// Receives the rows of one run and keeps those that the targets of one protocol ask for: what
/// instrument, kind and age select. Who a row is about is settled when the sample is asked for, so
/// that rows of many families and arms may come in any order, and a person's row after the others.
class evidence_collector : public sink {
 public:
  /// Keeps a reference to `file`, which must outlive the collector. Throws
  /// std::invalid_argument if the file has no such protocol.
  evidence_collector(const evidence& file, std::string_view protocol);

  using sink::row;
  void row(const person_row& person) override;
  void row(const relationship_row& bond) override;
  void row(const assessment_row& assessed) override;
  void row(const classification_row& classified) override;
  void row(const event_row& seen) override;

  /// One number per family and variable, and three per caregiver and event variable.
  sample collected() const;

  /// One result per target of the protocol, in the order of the file.
  std::vector<target_result> results() const;

 private:
  /// Rows of one instrument and scale or system, or of one kind and column, and who wants them.
  struct channel {
    source from;
    std::string name, part;
    std::vector<std::size_t> variables;
    bool arrived = false;
  };
  struct kept_row {
    std::size_t family;
    std::uint64_t person_id, partner_id;
    double age, value;  // of a classification: position in categories_
    std::int32_t episode;
    std::uint32_t channel;
  };

  void want(std::size_t v);
  void open(source from, const std::string& name, const std::string& part, std::size_t v);
  void keep(channel& into, kept_row seen);
  bool admits(const variable& wanted, std::size_t family) const;
  std::size_t family_of(const variable& wanted, const kept_row& seen) const;
  double value_of(const variable& wanted, const kept_row& seen) const;
  sample without_rows() const;
  void select(sample& seen) const;
  void compose(sample& seen) const;

  const evidence& file_;
  const study_protocol* protocol_;
  std::vector<bool> wanted_;  // [variable]
  std::vector<channel> channels_;
  households homes_;
  std::vector<std::string> categories_;
  std::vector<kept_row> rows_;
};

}  // namespace iwm
