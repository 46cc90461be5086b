// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/life/life_block.hpp"
#include "iwm/measurement/respondents.hpp"
#include "iwm/population/registry.hpp"
#include "iwm/population/scenario.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "assessment.hpp"
#include "figure_care.hpp"
#include "person.hpp"

namespace iwm {

/// `block_size` persons of one age who live side by side, from birth to the end of the scenario.
///
/// `live` reads what all persons were at the beginning of a season and touches this block alone, so that
/// blocks may live side by side; `settle` then tells what became of the members.
class cohort_block {
 public:
  /// Keeps references; `everybody` may grow and change between seasons.
  cohort_block(const scenario& plan, const registry& known, const std::vector<person>& everybody,
               std::vector<std::uint32_t> members);

  void live();
  void settle(std::vector<person>& everybody) const;

  /// Who is the partner from now on; nobody: none any more. `tone` of the last quarrels.
  void pair(std::size_t lane, std::uint32_t partner);
  void quarrelled(std::size_t lane, double tone) { tone_[lane] = tone; }
  void strike(std::size_t lane, std::size_t event);
  /// An assessment that falls due at the beginning of the next season.
  void due(std::size_t lane, std::size_t assessment) { due_.push_back({lane, assessment}); }

  bool over() const;
  std::span<const std::uint32_t> members() const { return members_; }
  life_rows rows;

 private:
  class room;
  class parents_room;

  /// A figure of each lane: a person, an outsider of whom nobody knows more, or nobody.
  struct place {
    lanes<std::uint32_t> who{};
    lanes<std::uint64_t> id{};
    lanes<bool> there{};
    lanes<double> contact{};
    lanes<std::uint64_t> arrivals{};
    figure_care care{};
  };
  /// A shift of a figure's care that fades.
  struct effect {
    std::size_t lane;
    figure who;
    double care, fright;
    std::int64_t began;
    double seasons;
  };
  struct asked {
    std::size_t lane, assessment;
  };

  const person& member(std::size_t lane) const { return everybody_[members_[lane]]; }
  address at(std::uint64_t draws) const { return {plan_.seed, plan_.replicate, draws, 0, 0}; }
  draw_key key_of(std::uint64_t draws) const { return at(draws).key(); }
  std::unique_ptr<caregiver_block> caregivers_of(const component& plan) const;
  row_origin origin(std::size_t lane) const;
  double months() const { return months_per_season * static_cast<double>(age_); }
  double age() const { return static_cast<double>(age_) / seasons_per_year; }
  std::uint64_t today() const { return first_day_of(static_cast<std::uint64_t>(born_)) + day_; }
  place& of(figure who) { return places_[number(who)]; }
  const place& of(figure who) const { return places_[number(who)]; }

  void arrive(figure who, std::size_t lane, std::uint32_t index);
  void arrive_outsider(figure who, std::size_t lane, std::uint64_t draws, const stratum& from,
                       const trait_scores& lasting);
  void take_place(figure who, std::size_t lane, std::uint64_t draws, std::uint64_t home);
  void new_season();
  void know_figures();
  void age_with_peers();
  void begin_therapies();
  void happen();
  void find_company();
  void begin_turn(std::uint64_t days);
  void live_day();
  void live_week();
  void meet(const meetings& with, const needs_at_age& needs, std::uint64_t tick);
  void replace_parents(std::size_t placement);
  void assess(std::size_t assessment, double months);
  void hold(std::size_t assessment, double months, const lanes<bool>& whom);
  void hold_with_drawn_parents(std::size_t assessment);
  void follow(double months);
  void reflect();
  inner_world inner_world_of(std::size_t lane) const;
  state_of_mind mind_of(std::size_t lane) const { return plan_.lives.mind(inner_world_of(lane)); }
  double trust(std::size_t lane, figure who) const;
  double alliance(std::size_t lane) const;
  std::uint64_t therapy_moments(std::size_t lane) const;
  draw_key new_relationship(figure who, std::size_t lane);

  const scenario& plan_;
  const registry& known_;
  const std::vector<person>& everybody_;
  momentary_weights weights_;
  std::vector<std::size_t> whom_;  ///< through a day of infancy
  std::vector<std::uint32_t> members_;
  std::int64_t born_ = 0, age_ = 0;
  std::uint64_t day_ = 0;
  std::array<place, figure_count> places_{};
  std::optional<life_block> lives_;
  lane_columns<draw_key> keys_{};
  lane_columns<temperament> nature_{};
  lanes<std::array<double, figure_count>> company_{};
  lanes<double> strain_{}, bereaved_{}, tone_{}, relief_{}, moments_{};
  lanes<bool> insecure_{};
  lanes<std::uint64_t> moments_of_therapy_{};
  std::vector<effect> effects_;
  std::vector<asked> due_;
};

}  // namespace iwm
