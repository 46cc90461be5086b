// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/population/run.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <type_traits>
#include <vector>

namespace iwm::testing {

/// All rows of a run, by kind; texts outlive the run only as long as the plan and the registry do,
/// so both are kept here.
struct lived_rows final : sink {
  using sink::row;
  std::vector<person_row> people;
  std::vector<relationship_row> relationships;
  std::vector<assessment_row> assessments;
  std::vector<classification_row> classifications;
  std::vector<event_row> events;
  std::vector<trajectory_row> trajectories;
  std::map<std::uint64_t, person_row> by_id;
  bool in_order = true;  ///< nobody is spoken of who has not been introduced

  void row(const person_row& r) override {
    in_order = in_order && by_id.emplace(r.person_id, r).second;
    know(r.mother_id);
    know(r.father_id);
    people.push_back(r);
  }
  void row(const relationship_row& r) override { keep(relationships, r); }
  void row(const assessment_row& r) override { keep(assessments, r); }
  void row(const classification_row& r) override { keep(classifications, r); }
  void row(const event_row& r) override { keep(events, r); }
  void row(const trajectory_row& r) override { keep(trajectories, r); }

  const person_row& person(std::uint64_t id) const { return by_id.at(id); }

 private:
  void know(std::uint64_t id) { in_order = in_order && (id == 0 || by_id.contains(id)); }
  template <class Row>
  void keep(std::vector<Row>& list, const Row& r) {
    in_order = in_order && by_id.contains(r.person_id);
    know(r.partner_id);
    list.push_back(r);
  }
};

inline const registry& known_plug_ins() {
  static const registry known = builtins();
  return known;
}

/// `plan` must outlive the rows.
inline lived_rows lived(const scenario& plan, const run_options& options = {}) {
  lived_rows rows;
  sink* const to = &rows;
  run(plan, known_plug_ins(), {&to, 1}, options);
  return rows;
}
lived_rows lived(scenario&&, const run_options& = {}) = delete;

}  // namespace iwm::testing
