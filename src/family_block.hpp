// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/life/life_block.hpp"
#include "iwm/population/care.hpp"
#include "iwm/population/registry.hpp"
#include "iwm/population/scenario.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "assessment.hpp"
#include "block_diary.hpp"
#include "figure_care.hpp"

namespace iwm {

/// What a block hands over: the rows of each family, and its part of the diary.
struct lived_block {
  lanes<life_rows> families{};
  block_diary diary;
};

/// `block_size` families that live side by side, from the birth of the infant to the end of the
/// scenario.
class family_block {
 public:
  /// Families are numbered from 1; this block begins with `first_family`.
  family_block(const scenario& plan, const registry& known, std::uint64_t first_family);

  /// Lives all days and hands over what they left.
  lived_block live();

  /// A copy of the models as they now are.
  std::unique_ptr<theory_block> models() const { return lives_->infants().clone(); }

 private:
  struct parent {
    lanes<std::uint64_t> id{};
    figure_care care{};
    std::uint64_t relationship = 0;
  };

  void draw_families();
  void draw_parent(std::size_t who);
  void place(std::size_t who, const component& caregiver);
  void begin_day(std::uint64_t day);
  void drift_care(std::uint64_t day);
  void assess(std::uint64_t day, double months, const assessment_plan& due);
  void live_day(std::uint64_t day);
  void follow(double months);
  void introduce();
  address at(std::uint64_t event) const { return {plan_.seed, plan_.replicate, 0, 0, event}; }
  row_origin origin(std::size_t lane) const;

  const scenario& plan_;
  const registry& known_;
  std::uint64_t first_family_;
  momentary_weights weights_;
  std::vector<std::size_t> whom_;  ///< through a day
  std::array<meetings, 2> with_;
  lanes<std::uint64_t> household_id_{}, child_id_{};
  lane_columns<draw_key> household_keys_{};
  lanes<const stratum_share*> stratum_{};
  lanes<household> household_{};
  lanes<std::array<state_of_mind, 2>> minds_{};
  lane_columns<temperament> infants_{};
  std::array<parent, 2> parents_{};
  std::optional<life_block> lives_;
  lanes<life_rows> rows_{};
  block_diary diary_;
};

}  // namespace iwm
