// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/output/tables.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace iwm::commands {

/// One person's rows in the tables of a finished run. People are all those of the same arm; other
/// rows are the person's own, relationships also those in which it is the partner.
struct recorded_life {
  recorded_life() = default;
  recorded_life(recorded_life&&) = default;
  recorded_life& operator=(recorded_life&&) = default;

  person_row who;
  std::map<std::uint64_t, person_row> people;
  std::vector<relationship_row> relationships;
  std::vector<assessment_row> scores;
  std::vector<classification_row> classes;
  std::vector<event_row> events;
  std::vector<trajectory_row> models;
  std::set<std::string, std::less<>> texts;  ///< to which the rows point
};

/// Reads the tables in `folder`; people.csv must be there. Without `arm` the first one in which the
/// person occurs. Throws input_error where there is no such folder, arm or person.
recorded_life read_life(const std::filesystem::path& folder, std::uint64_t person,
                        const std::optional<std::string>& arm);

}  // namespace iwm::commands
