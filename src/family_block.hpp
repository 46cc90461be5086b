// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "iwm/life/caregiver_block.hpp"
#include "iwm/life/lanes.hpp"
#include "iwm/life/theory_block.hpp"
#include "iwm/output/tables.hpp"
#include "iwm/population/registry.hpp"
#include "iwm/population/scenario.hpp"
#include "iwm/working_model/episodes.hpp"

namespace iwm {

/// Everything that one family adds to the tables.
struct family_rows {
  std::vector<person_row> persons;
  std::vector<relationship_row> relationships;
  std::vector<assessment_row> assessments;
  std::vector<classification_row> classifications;
  std::vector<event_row> events;
  std::vector<trajectory_row> trajectories;
};

/// `block_size` families that live side by side, from the birth of the infant to the end of the scenario.
class family_block {
 public:
  /// Families are numbered from 1; this block begins with `first_family`.
  family_block(const scenario& plan, const registry& known, std::uint64_t first_family);

  /// Lives all days and hands over the rows of each family.
  lanes<family_rows> live();

 private:
  class block_stage;
  class findings;

  struct parent {
    lanes<std::uint64_t> id{};
    lanes<trait_scores> lasting{};
    lanes<care_drift> drift{};
    std::unique_ptr<caregiver_block> caregivers;
    std::uint64_t relationship = 0;
    lanes<episode_memory> episodes{};
  };

  void draw_families();
  void draw_parent(std::size_t who);
  void begin_day(std::uint64_t day);
  void drift_care(std::uint64_t day);
  void assess(std::uint64_t day, double months, const assessment_plan& due);
  void interact(std::size_t who, std::uint64_t day, std::uint64_t event);
  void follow(double months);
  void introduce();
  address at(std::uint64_t event) const { return {plan_.seed, plan_.replicate, 0, 0, event}; }
  row_origin origin(std::size_t lane) const;

  const scenario& plan_;
  const registry& known_;
  std::uint64_t first_family_;
  lanes<std::uint64_t> household_id_{}, child_id_{};
  lanes<const stratum_share*> stratum_{};
  lanes<household> household_{};
  lanes<std::array<state_of_mind, 2>> minds_{};
  lanes<double> household_drift_{};
  lanes<temperament> infants_{};
  std::array<parent, 2> parents_{};
  std::unique_ptr<theory_block> children_;
  lanes<double> arousal_{};
  lanes<event> seen_{};
  lanes<draws> u_{}, circumstance_{};
  lanes<double> relief_{};
  lanes<family_rows> rows_{};
};

}  // namespace iwm
