// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/evidence/collector.hpp"
#include "iwm/output/tables.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace iwm::testing {

/// A folder that is gone with its object.
struct temporary_folder {
  std::filesystem::path path;

  explicit temporary_folder(const std::string& name)
      : path(std::filesystem::temp_directory_path() / ("iwm_evidence_" + name)) {
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path);
  }
  ~temporary_folder() { std::filesystem::remove_all(path); }
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;

  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::ofstream(path / name, std::ios::binary) << text;
    return path / name;
  }
};

/// Writes the rows of one family into a sink. Person ids follow from the family's: mother 10 f + 1,
/// father 10 f + 2, first child 10 f + 3, second 10 f + 4.
struct family_rows {
  sink& into;
  row_origin from;

  family_rows(sink& to, std::uint64_t family, std::string_view stratum = "low_risk",
              std::string_view arm = "")
      : into(to), from{"study", stratum, arm, 1, family} {
    add_person(mother(), "mother", -300);
    add_person(father(), "father", -320);
    add_child(3, 0);
  }

  std::uint64_t mother() const { return 10 * from.family_id + 1; }
  std::uint64_t father() const { return 10 * from.family_id + 2; }
  std::uint64_t child(std::uint64_t n = 1) const { return 10 * from.family_id + 2 + n; }

  void add_child(std::uint64_t last_digit, double birth) {
    add_person(10 * from.family_id + last_digit, "child", birth, mother(), father());
  }
  void add_person(std::uint64_t person, std::string_view role, double birth,
                  std::uint64_t mother_id = 0, std::uint64_t father_id = 0) {
    person_row row;
    row.from = from;
    row.person_id = person;
    row.role = role;
    row.birth = birth;
    row.mother_id = mother_id;
    row.father_id = father_id;
    into.row(row);
  }
  void score(std::uint64_t person, std::uint64_t partner, std::string_view instrument,
             std::string_view scale, double age, double value, std::int64_t episode = 0) {
    into.row(assessment_row{from, person, partner, instrument, scale, age, episode, value});
  }
  void classify(std::uint64_t person, std::uint64_t partner, std::string_view instrument,
                std::string_view system, double age, std::string_view category) {
    into.row(classification_row{from, person, partner, instrument, system, age, category});
  }
  void respond(double age, std::uint64_t caregiver, double quality) {
    event_row seen{from, age, child(), caregiver, "response to distress"};
    seen.quality = quality;
    into.row(seen);
  }
};

/// The result for one target.
inline const target_result& result_of(const std::vector<target_result>& results,
                                      const std::string& id) {
  return *std::find_if(results.begin(), results.end(),
                       [&](const target_result& one) { return one.finding.id == id; });
}

}  // namespace iwm::testing
