// SPDX-License-Identifier: MIT
#include "lives.hpp"

#include "iwm/population/founders.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <thread>
#include <type_traits>

#include "plan_terms.hpp"

namespace iwm {
namespace {

constexpr std::uint64_t ids_per_family = 10;

std::int64_t in_seasons(double months) { return std::llround(months / months_per_season); }

void gather(life_rows& from, life_rows& to) {
  for_each_list(from, to, [](auto& source, auto& target) {
    target.insert(target.end(), source.begin(), source.end());
    source.clear();
  });
}

/// So that rows do not depend on who lives in which block.
void in_order_of_persons(life_rows& rows) {
  for_each_list(rows, rows, [](auto& list, auto&) {
    using row = typename std::remove_reference_t<decltype(list)>::value_type;
    std::ranges::stable_sort(list, {}, &row::person_id);
  });
}

}  // namespace

lives::lives(const scenario& plan, const registry& known)
    : plan_(plan),
      known_(known),
      next_person_(ids_per_family * (plan.families + 1)),
      next_family_(plan.families + 1) {
  for (std::uint64_t family = 1; family <= plan_.families; ++family) found(family);
}

std::int64_t lives::seasons() const {
  constexpr double years_between_generations = 27;
  const double last = plan_.lives.last_months > 0 ? plan_.lives.last_months : plan_.months;
  const double begun = static_cast<double>(plan_.lives.generations - 1) * years_between_generations;
  return in_seasons(std::max(plan_.months, 12. * begun + last));
}

row_origin lives::origin(const person& who) const {
  return origin_of(plan_, *who.from, who.family);
}

void lives::introduce(const person& who, std::string_view role) {
  const auto id = [&](std::uint32_t index) { return index == nobody ? 0 : everybody_[index].id; };
  rows_.persons.push_back({origin(who), who.id, role, who.female ? "female" : "male",
                           months_per_season * static_cast<double>(who.born), id(who.mother),
                           id(who.father), id(who.twin),
                           who.twin == nobody ? "" : who.identical ? "MZ" : "DZ", who.generation});
}

void lives::relate(const person& child, const person& parent, double start, double end) {
  rows_.relationships.push_back({origin(child), child.id, parent.id,
                                 parent.from->name == "institution" ? "staff_child" : "parent_child",
                                 start, end, not_available, not_available});
}

std::uint32_t lives::drawn_parent(std::uint64_t family, std::uint64_t home, bool mother,
                                  const stratum_share& from, std::uint64_t id,
                                  std::uint64_t draws) {
  const draw_key house = key_of(home);
  const iwm::draws u = house.draw(0, purpose::family), ages = house.draw(0, purpose::history);
  person who;
  who.id = id;
  who.draws = draws;
  who.family = who.root = family;
  who.female = mother;
  who.born = -std::llround(mother ? (20. + 18. * ages[0]) * seasons_per_year
                                  : (21. + 20. * ages[1]) * seasons_per_year);
  who.from = &from;
  who.home_draws = home;
  who.home = {normal(u[1]), normal(u[2])};
  who.mind = draw_minds(plan_.care, house.draw(0, purpose::traits),
                        house.draw(0, purpose::traits, 1))[mother ? 0 : 1];
  who.inherited = heredity_rule::founder(key_of(draws).draw(0, purpose::heredity));
  everybody_.push_back(std::move(who));
  return static_cast<std::uint32_t>(everybody_.size() - 1);
}

void lives::found(std::uint64_t family) {
  const std::uint64_t home = ids_per_family * family;
  const stratum_share& from = drawn_stratum(plan_, key_of(home).draw(0, purpose::family)[0]);
  const std::uint32_t mother = drawn_parent(family, home, true, from, home + 1, home + 1);
  const std::uint32_t father = drawn_parent(family, home, false, from, home + 2, home + 2);
  introduce(everybody_[mother], "mother");
  introduce(everybody_[father], "father");
  const std::uint64_t children = plan_.lives.twins ? 2 : plan_.lives.children;
  std::vector<std::uint32_t> born;
  for (std::uint64_t k = 0; k < children; ++k) {
    const std::int64_t season = k == 0 || plan_.lives.twins ? 0 : in_seasons(plan_.lives.spacing);
    born.push_back(conceive(mother, father, home + 3 + k, season));
    last_founded_ = std::max(last_founded_, season);
  }
  if (plan_.lives.twins) {
    person& first = everybody_[born[0]];
    person& second = everybody_[born[1]];
    first.twin = born[1];
    second.twin = born[0];
    second.female = first.female;
    first.identical = second.identical = plan_.lives.identical;
    if (plan_.lives.identical) {
      second.inherited = first.inherited;
      develop(second);
    }
  }
  if (!plan_.lives.placements.empty()) place_later(family, born);
}

/// Adoptive parents, foster parents or staff, who take over at a date.
void lives::place_later(std::uint64_t family, std::vector<std::uint32_t> children) {
  const auto& placements = plan_.lives.placements;
  for (std::size_t k = 0; k < placements.size(); ++k) {
    const auto from = std::ranges::find(plan_.strata, placements[k].stratum, &stratum_share::name);
    const std::uint64_t home = same_person(ids_per_family * family, k);
    std::array<std::uint32_t, 2> parents{};
    for (std::size_t p = 0; p < 2; ++p) {
      parents[p] = drawn_parent(family, home, p == 0, *from, next_person_++, same_person(home, p));
      introduce(everybody_[parents[p]], p == 0 ? "mother" : "father");
    }
    for (const std::uint32_t child : children) {
      everybody_[child].placed.push_back(parents);
      const double end = k + 1 < placements.size() ? placements[k + 1].months : not_available;
      for (const std::uint32_t parent : parents)
        relate(everybody_[child], everybody_[parent], placements[k].months, end);
    }
  }
}

/// What genes and circumstances of one's own make of a person.
void lives::develop(person& who) const {
  const draws u = key_of(who.draws).draw(0, purpose::temperament);
  who.nature = plan_.lives.heredity.express(plan_.infants, who.inherited, u);
  who.talent = plan_.lives.heredity.talent(who.inherited, u);
}

std::uint32_t lives::conceive(std::uint32_t mother, std::uint32_t father, std::uint64_t draws,
                              std::int64_t season) {
  const auto index = static_cast<std::uint32_t>(everybody_.size());
  const draw_key key = key_of(draws);
  const person& her = everybody_[mother];
  person child;
  child.id = draws < (std::uint64_t{1} << 63) ? draws : next_person_++;
  child.draws = draws;
  child.family = her.family;
  child.root = her.root;
  child.generation = her.generation + 1;
  child.born = season;
  child.female = key.draw(0, purpose::birth)[0] < 0.5;
  child.mother = mother;
  child.father = father;
  child.from = her.from;
  child.home_draws = her.home_draws;
  child.home = her.home;
  const stratum& care = child.from->care;
  child.mind = {care.deactivation_mean, care.hyperactivation_mean, care.unresolved_mean};
  child.inherited = heredity_rule::child(her.inherited, everybody_[father].inherited,
                                         key.draw(0, purpose::heredity));
  develop(child);
  everybody_.push_back(std::move(child));
  everybody_[mother].children.push_back(index);
  everybody_[father].children.push_back(index);
  cradle_.push_back(index);
  return index;
}

/// Those whose life begins this season, in blocks of one age and generation.
void lives::bear() {
  std::vector<std::uint32_t> born;
  std::erase_if(cradle_, [&](std::uint32_t child) {
    if (everybody_[child].born != season_) return false;
    born.push_back(child);
    return true;
  });
  std::ranges::stable_sort(born, {}, [&](std::uint32_t c) { return everybody_[c].generation; });
  std::vector<std::vector<std::uint32_t>> groups;
  for (const std::uint32_t child : born) {
    const person& who = everybody_[child];
    introduce(who, "child");
    const double left = plan_.lives.placements.empty() ? not_available
                                                       : plan_.lives.placements.front().months;
    for (const std::uint32_t parent : {who.mother, who.father})
      relate(who, everybody_[parent], 0, who.placed.empty() ? not_available : left);
    for (const std::uint32_t other : everybody_[who.mother].children)
      if (other != child && everybody_[other].born <= season_ &&
          (everybody_[other].born < season_ || other < child))
        rows_.relationships.push_back({origin(who), who.id, everybody_[other].id, "sibling", 0,
                                       not_available, not_available, not_available});
    if (who.generation > static_cast<std::int64_t>(plan_.lives.generations)) continue;
    if (groups.empty() || groups.back().size() == block_size ||
        everybody_[groups.back().front()].generation != who.generation)
      groups.emplace_back();
    groups.back().push_back(child);
  }
  for (const auto& group : groups) {
    blocks_.push_back(std::make_unique<cohort_block>(plan_, known_, everybody_, group));
    for (std::size_t lane = 0; lane < group.size(); ++lane) {
      everybody_[group[lane]].block = blocks_.back().get();
      everybody_[group[lane]].lane = lane;
    }
  }
}

void lives::live_season(unsigned threads) {
  bear();
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t b; (b = next++) < blocks_.size();) blocks_[b]->live();
  };
  {
    std::vector<std::jthread> crew;
    for (unsigned i = 1; i < threads; ++i) crew.emplace_back(work);
    work();
  }
  ++season_;
  for (const auto& block : blocks_) block->settle(everybody_);
}

void lives::hand_over(std::span<sink* const> sinks) {
  pass_on(rows_, sinks);
  for (const auto& block : blocks_) gather(block->rows, rows_);
  in_order_of_persons(rows_);
  pass_on(rows_, sinks);
  settle_couples();
  if (plan_.lives.couples) match();
  multiply();
  call_parents_and_couples();
  retire();
  in_order_of_persons(rows_);
  if (over()) pass_on(rows_, sinks);
}

}  // namespace iwm
