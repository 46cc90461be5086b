// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/evidence/estimate.hpp"
#include "iwm/evidence/result.hpp"
#include "iwm/output/tables.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace iwm {

/// Receives the rows of one run and keeps what the targets of one protocol need: one number per
/// family and variable, and three per caregiver and event variable.
///
/// A family begins with the first row of another family_id, seed, stratum or arm. Roles come from
/// the person rows, which precede the family's other rows: mother and father of a child are those
/// its row names, else the family's person of that role.
class evidence_collector : public sink {
 public:
  /// Keeps a reference to `file`, which must outlive the collector. Throws
  /// std::invalid_argument if the file has no such protocol.
  evidence_collector(const evidence& file, std::string_view protocol);

  using sink::row;
  void row(const person_row& person) override;
  void row(const assessment_row& assessed) override;
  void row(const classification_row& classified) override;
  void row(const event_row& seen) override;

  const sample& collected() const { return sample_; }

  /// One result per target of the protocol, in the order of the file.
  std::vector<target_result> results() const;

 private:
  struct child {
    std::uint64_t person_id, mother_id, father_id;
    double birth;
  };

  const std::vector<std::size_t>& used(source table) const;
  void enter(const row_origin& from);
  std::uint64_t person(std::string_view role, const variable& wanted) const;
  bool concerns(const variable& wanted, std::uint64_t person_id, std::uint64_t partner_id) const;
  bool admits(const variable& wanted) const;

  const evidence& file_;
  const study_protocol* protocol_;
  std::array<std::vector<std::size_t>, 4> used_;  // variables by table
  sample sample_;
  row_origin family_;
  std::vector<child> children_;
  std::uint64_t mother_id_ = 0, father_id_ = 0;
};

}  // namespace iwm
