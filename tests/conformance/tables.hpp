// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/population/run.hpp"

#include <cstdint>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace iwm::testing {

/// Every row of a run as a line of text, digit by digit, sorted into tables.
class tables final : public sink {
 public:
  using lines = std::vector<std::string>;

  void row(const person_row& r) override {
    add("people", r.from, r.person_id, r.role, r.sex, r.birth, r.mother_id, r.father_id,
        r.generation);
  }
  void row(const relationship_row& r) override {
    add("relationships", r.from, r.person_id, r.partner_id, r.kind, r.start, r.end);
  }
  void row(const assessment_row& r) override {
    add("assessments", r.from, r.instrument, r.person_id, r.partner_id, r.scale, r.age_months,
        r.episode, r.value);
  }
  void row(const classification_row& r) override {
    add("classifications", r.from, r.instrument, r.person_id, r.partner_id, r.system, r.age_months,
        r.category);
  }
  void row(const event_row& r) override {
    add("events", r.from, r.time, r.person_id, r.partner_id, r.kind, r.quality, r.latency, r.crying,
        r.exploration);
  }
  void row(const trajectory_row& r) override {
    add("trajectories", r.from, r.person_id, r.partner_id, r.age_months, r.store, r.availability,
        r.acceptance, r.safety, r.worth, r.efficacy, r.confidence, r.direct, r.minimise,
        r.maximise);
  }

  /// The rows of one table; those that hold `part`, if it is given.
  lines of(const std::string& table, const std::string& part = "") const {
    lines found;
    const auto at = all_.find(table);
    if (at == all_.end()) return found;
    for (const std::string& line : at->second)
      if (line.find(part) != std::string::npos) found.push_back(line);
    return found;
  }
  /// Every row of the families up to `last`, in order.
  lines everything(std::uint64_t last = ~std::uint64_t{0}) const {
    lines found;
    for (std::size_t i = 0; i < in_order_.size(); ++i)
      if (families_[i] <= last) found.push_back(in_order_[i]);
    return found;
  }

 private:
  template <class... Cells>
  void add(const char* table, const row_origin& from, const Cells&... cells) {
    std::ostringstream line;
    line << std::hexfloat << from.protocol << ' ' << from.stratum << ' ' << from.seed << ' '
         << from.family_id;
    ((line << ' ' << cells), ...);
    all_[table].push_back(line.str());
    in_order_.push_back(table + (' ' + line.str()));
    families_.push_back(from.family_id);
  }

  std::map<std::string, lines> all_;
  lines in_order_;
  std::vector<std::uint64_t> families_;
};

/// The first lines in which two tables differ; empty if they are the same.
inline std::string first_difference(const tables::lines& a, const tables::lines& b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
    if (a[i] != b[i]) return a[i] + "\n" + b[i];
  if (a.size() == b.size()) return "";
  return std::to_string(a.size()) + " rows and " + std::to_string(b.size());
}

inline tables tables_of(const scenario& plan, unsigned threads = 1) {
  tables kept;
  sink* const to = &kept;
  run(plan, builtins(), {&to, 1}, {.threads = threads, .progress = {}});
  return kept;
}

}  // namespace iwm::testing
