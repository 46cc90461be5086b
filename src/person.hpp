// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/infant/heredity.hpp"
#include "iwm/life/couple.hpp"
#include "iwm/life/state_of_mind.hpp"
#include "iwm/output/tables.hpp"
#include "iwm/population/care.hpp"
#include "iwm/population/scenario.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace iwm {

inline constexpr std::uint32_t nobody = ~std::uint32_t{0};
inline constexpr double seasons_per_year = 4;
inline constexpr double months_per_season = 12 / seasons_per_year;

/// The first day of a season of a life, or of the simulation; seasons have 91 or 92 days.
constexpr std::uint64_t first_day_of(std::uint64_t season) {
  return (season * 36525 + 200) / 400;
}

class cohort_block;

/// Somebody in the simulation. Indices point into the list of all persons and of all couples; dates
/// are seasons since the start.
struct person {
  std::uint64_t id = 0;         ///< in the tables
  std::uint64_t draws = 0;      ///< whose draws: the same for other arms and later events
  std::uint64_t family = 0;     ///< in the tables: the household of birth, later that of the couple
  std::uint64_t root = 0;       ///< the pair of drawn parents it descends from, by the mother
  std::int64_t generation = 0;  ///< 0: drawn at the start
  std::int64_t born = 0;
  bool female = false, identical = false;
  std::uint32_t mother = nobody, father = nobody, twin = nobody, couple = nobody;
  std::vector<std::uint32_t> children{};
  std::vector<std::array<std::uint32_t, 2>> placed{};  ///< later mothers and fathers, by placement
  const stratum_share* from = nullptr;
  genes inherited{};
  temperament nature{};
  double talent = 0;
  std::uint64_t home_draws = 0;  ///< whose draws: the household it heads
  household home{};
  state_of_mind mind{};
  double strain = 0;
  suitor seen{};
  strategy_values with_partner{};
  double relief_with_partner = not_available;
  cohort_block* block = nullptr;  ///< where it lives; null: drawn at the start, or not any more
  std::size_t lane = 0;

  bool lives() const { return block != nullptr; }
  double months(double season) const {
    return months_per_season * (season - static_cast<double>(born));
  }
};

/// Whose draws a further person has who belongs to somebody: the same in every arm of a study, whatever
/// else happens. The top bit keeps them apart from persons numbered at the start.
constexpr std::uint64_t same_person(std::uint64_t of, std::uint64_t number) {
  std::uint64_t x = of * 0x9e3779b97f4a7c15 + number + 1;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return (x ^ (x >> 31)) | (std::uint64_t{1} << 63);
}

/// The lasting care of a person, from its state of mind and much else.
inline trait_scores lasting_of(const person& who, const care_rule& rule,
                               const state_of_mind_rule& of_mind, const draw_key& key) {
  const stratum& from = who.from->care;
  state_of_mind mind = who.mind;
  if (who.generation > 0)
    mind = of_mind.among_parents({mind.deactivation - from.deactivation_mean,
                                  mind.hyperactivation - from.hyperactivation_mean,
                                  mind.unresolved - from.unresolved_mean});
  return lasting(rule, from.mind_weight, mind, who.home, key.draw(0, purpose::traits));
}

/// Two partners; members of two are of the woman and the man.
struct couple {
  std::uint64_t family = 0, draws = 0;
  std::array<std::uint32_t, 2> partners{nobody, nobody};
  std::int64_t began = 0, ended = -1;
  std::array<double, 2> satisfaction{}, conflict{}, satisfaction_at_three{}, conflict_at_three{};
  double tone = 0;
  std::uint64_t wanted_children = 2;

  bool together() const { return ended < 0; }
};

}  // namespace iwm
