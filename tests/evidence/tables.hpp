// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/evidence/collector.hpp"
#include "iwm/output/tables.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <variant>
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

/// Writes the rows of one household into a sink. Persons born in the simulation have generation 1;
/// those with an odd number are female.
struct household_rows {
  sink& into;
  row_origin from;

  household_rows(sink& to, std::uint64_t household, std::string_view stratum = "low_risk",
                 std::string_view arm = "")
      : into(to), from{"study", stratum, arm, 1, household} {}

  void add_person(std::uint64_t person, std::string_view role, double birth,
                  std::uint64_t mother_id = 0, std::uint64_t father_id = 0) {
    person_row row;
    row.from = from;
    row.person_id = person;
    row.role = role;
    row.sex = person % 2 ? "female" : "male";
    row.birth = birth;
    row.mother_id = mother_id;
    row.father_id = father_id;
    row.generation = role == "child" ? 1 : 0;
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
  void undergo(std::uint64_t person, double age, std::string_view kind) {
    event_row seen{from, age, person, 0, kind};
    seen.severity = .5;
    into.row(seen);
  }
  void bond(std::uint64_t person, std::uint64_t partner, double satisfaction, double conflict) {
    into.row(relationship_row{from, person, partner, "couple", 240, 500, satisfaction, conflict});
  }
};

/// Writes the rows of one founding family. Person ids follow from the family's: mother 10 f + 1,
/// father 10 f + 2, first child 10 f + 3, second 10 f + 4.
struct family_rows : household_rows {
  family_rows(sink& to, std::uint64_t family, std::string_view stratum = "low_risk",
              std::string_view arm = "")
      : household_rows(to, family, stratum, arm) {
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
  void respond(double age, std::uint64_t caregiver, double quality) {
    event_row seen{from, age, child(), caregiver, "response to distress"};
    seen.quality = quality;
    into.row(seen);
  }
};

/// Keeps the rows of an arm and passes them on by turns: the first of every household, then the
/// second of every household, and so on.
struct rows_in_turn : sink {
  using any_row =
      std::variant<person_row, relationship_row, assessment_row, classification_row, event_row>;
  std::vector<std::vector<any_row>> kept;
  std::map<std::uint64_t, std::size_t> places;

  template <class Row>
  void keep(const Row& one) {
    const auto place = places.try_emplace(one.from.family_id, kept.size()).first->second;
    if (place == kept.size()) kept.emplace_back();
    kept[place].push_back(one);
  }
  using sink::row;
  void row(const person_row& one) override { keep(one); }
  void row(const relationship_row& one) override { keep(one); }
  void row(const assessment_row& one) override { keep(one); }
  void row(const classification_row& one) override { keep(one); }
  void row(const event_row& one) override { keep(one); }

  void pass_on(sink& into) {
    std::size_t longest = 0;
    for (const auto& rows : kept) longest = std::max(longest, rows.size());
    for (std::size_t turn = 0; turn < longest; ++turn)
      for (const auto& rows : kept)
        if (turn < rows.size()) std::visit([&](const auto& one) { into.row(one); }, rows[turn]);
    kept.clear();
    places.clear();
  }
};

/// The result for one target.
inline const target_result& result_of(const std::vector<target_result>& results,
                                      const std::string& id) {
  return *std::find_if(results.begin(), results.end(),
                       [&](const target_result& one) { return one.finding.id == id; });
}

}  // namespace iwm::testing
