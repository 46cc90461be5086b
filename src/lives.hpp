// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/population/run.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "cohort_block.hpp"
#include "person.hpp"

namespace iwm {

/// Whole lives of all generations, season by season: blocks of persons live side by side on what
/// everybody was at the beginning; then couples quarrel, part and form, and children are born.
class lives {
 public:
  lives(const scenario& plan, const registry& known);

  bool over() const { return blocks_.empty() && cradle_.empty() && season_ > last_founded_; }
  void live_season(unsigned threads);
  /// Passes on the rows of the season, then lets couples and families become what they become.
  void hand_over(std::span<sink* const> sinks);

  std::int64_t season() const { return season_; }
  /// About how many seasons there will be.
  std::int64_t seasons() const;

 private:
  draw_key key_of(std::uint64_t draws) const {
    return address{plan_.seed, plan_.replicate, draws, 0, 0}.key();
  }
  row_origin origin(const person& who) const;
  void introduce(const person& who, std::string_view role);
  void relate(const person& child, const person& parent, double start, double end);

  void found(std::uint64_t family);
  std::uint32_t drawn_parent(std::uint64_t family, std::uint64_t home, bool mother,
                             const stratum_share& from, std::uint64_t id, std::uint64_t draws);
  void place_later(std::uint64_t family, std::vector<std::uint32_t> children);
  std::uint32_t conceive(std::uint32_t mother, std::uint32_t father, std::uint64_t draws,
                         std::int64_t season);
  void develop(person& who) const;
  void bear();
  void settle_couples();
  void quarrel(couple& pair);
  void part(couple& pair, bool by_choice);
  void match();
  void join(std::uint32_t woman, std::uint32_t man);
  void multiply();
  void call_parents_and_couples();
  void retire();
  void strike_if_listed(const person& who, std::string_view kind);
  void report(const couple& pair);

  const scenario& plan_;
  const registry& known_;
  std::vector<person> everybody_;
  std::vector<couple> couples_;
  std::vector<std::unique_ptr<cohort_block>> blocks_;
  std::vector<std::uint32_t> cradle_;  ///< born at the beginning of a season to come
  std::int64_t season_ = 0, last_founded_ = 0;
  std::uint64_t next_person_, next_family_;
  life_rows rows_;
};

}  // namespace iwm
