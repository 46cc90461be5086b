// SPDX-License-Identifier: MIT
#include "family_block.hpp"

#include "iwm/population/founders.hpp"
#include "iwm/population/run.hpp"

#include <cmath>

#include "plan_terms.hpp"

namespace iwm {
namespace {

constexpr std::size_t mother = 0, father = 1;

}  // namespace

family_block::family_block(const scenario& plan, const registry& known, std::uint64_t first_family)
    : plan_(plan),
      known_(known),
      first_family_(first_family),
      weights_(plan.care),
      whom_(figures_of_a_day(plan)),
      with_{meetings(mother, plan.figures[mother].hierarchy),
            meetings(father, plan.figures[father].hierarchy)},
      diary_(diary_of(plan), first_family) {
  draw_families();
  lives_.emplace(
      find(known_.theories, plan_.theory.name)
          ->make(plan_.theory.settings, plan_.rules, plan_.innate, infants_, parents_.size()),
      parents_.size());
  for (std::size_t who = 0; who < parents_.size(); ++who) draw_parent(who);
}

void family_block::place(std::size_t who, const component& caregiver) {
  address with = at(0);
  with.relationship = parents_[who].relationship;
  auto caregivers = find(known_.caregivers, caregiver.name)->make(caregiver.settings);
  caregivers->live_under(norm_of(plan_.culture, known_));
  lives_->meet(who, std::move(caregivers), keys_of(with, child_id_));
}

void family_block::draw_families() {
  for (std::size_t i = 0; i < block_size; ++i) {
    const std::uint64_t family = first_family_ + i;
    household_id_[i] = 10 * family;
    child_id_[i] = 10 * family + 3;
    address who = at(0);
    who.person = household_id_[i];
    const draws u = who.draw(purpose::family);
    stratum_[i] = &drawn_stratum(plan_, u[0]);
    household_[i] = {normal(u[1]), normal(u[2])};
    minds_[i] = draw_minds(plan_.care, who.draw(purpose::traits), who.draw(purpose::traits, 1));
    who.person = child_id_[i];
    infants_.set(i, plan_.infants.draw(who.draw(purpose::temperament)));
  }
  household_keys_ = keys_of(at(0), household_id_);
}

void family_block::draw_parent(std::size_t who) {
  parent& p = parents_[who];
  p.relationship = 1 + who;
  place(who, plan_.figures[who].caregiver);
  for (std::size_t i = 0; i < block_size; ++i) p.id[i] = household_id_[i] + 1 + who;
  p.care.figures = keys_of(at(0), p.id);
  p.care.households = household_keys_;
  p.care.begin(0);
  for (std::size_t i = 0; i < block_size; ++i) {
    stratum from = stratum_[i]->care;
    if (who == father) from.sensitivity_mean += plan_.care.father_sensitivity;
    p.care.from.set(i, from);
    p.care.lasting.set(i, lasting(plan_.care, from.mind_weight, minds_[i][who], household_[i],
                                  p.care.figures.get(i).draw(0, purpose::traits)));
  }
}

row_origin family_block::origin(std::size_t lane) const {
  return origin_of(plan_, *stratum_[lane], first_family_ + lane);
}

void family_block::introduce() {
  constexpr std::array<std::string_view, 2> sexes{"female", "male"};
  for (std::size_t i = 0; i < block_size; ++i) {
    address who = at(0);
    who.person = household_id_[i];
    const draws u = who.draw(purpose::history);
    const auto& ids = parents_;
    life_rows& rows = rows_[i];
    rows.persons = {{origin(i), ids[mother].id[i], "mother", sexes[0], -12. * (20. + 18. * u[0]), 0,
                     0, 0, "", 0},
                    {origin(i), ids[father].id[i], "father", sexes[1], -12. * (21. + 20. * u[1]), 0,
                     0, 0, "", 0},
                    {origin(i), child_id_[i], "child", sexes[u[2] < 0.5 ? 0 : 1], 0.,
                     ids[mother].id[i], ids[father].id[i], 0, "", 1}};
    for (const parent& p : parents_)
      rows.relationships.push_back({origin(i), child_id_[i], p.id[i], "parent_child", 0.});
  }
}

lived_block family_block::live() {
  introduce();
  const std::uint64_t last = day_of(plan_.months);
  for (std::uint64_t day = 0;; ++day) {
    begin_day(day);
    if (day == last) break;
    live_day(day);
  }
  return {std::move(rows_), std::move(diary_)};
}

void family_block::live_day(std::uint64_t day) {
  const needs_at_age needs = plan_.rules.needs.at(years(static_cast<double>(day)));
  for (std::size_t k = 0; k < whom_.size(); ++k) {
    const meetings& with = with_[whom_[k]];
    const std::uint64_t tick = day * 128 + k;
    lives_->need(with, needs, tick);
    lives_->live(with, tick);
    diary_.note(lives_->seen, whom_[k]);
    lives_->remember(with, tick);
  }
}

void family_block::begin_day(std::uint64_t day) {
  for (const exchange& change : plan_.exchanges)
    if (day_of(change.months) == day) {
      const std::size_t who = number(change.who);
      parents_[who].relationship += parents_.size();
      place(who, change.caregiver);
    }
  drift_care(day);
  for (const assessment_plan& due : plan_.assessments)
    for (const double months : due.months)
      if (day_of(months) == day) assess(day, months, due);
  const double step = plan_.trajectories.every_months;
  if (plan_.trajectories.families >= first_family_) {
    const double n = std::floor(static_cast<double>(day) / days_per_month / step + 0.5);
    if (day_of(n * step) == day) follow(n * step);
  }
}

void family_block::drift_care(std::uint64_t day) {
  for (std::size_t who = 0; who < parents_.size(); ++who) {
    caregiver_block& caregivers = lives_->caregivers(who);
    if (!caregivers.follows()) continue;
    parents_[who].care.drift(day, 1, plan_.care);
    caregivers.adopt(parents_[who].care.today(weights_));
  }
}

void family_block::assess(std::uint64_t day, double months, const assessment_plan& due) {
  const instrument_entry& tool = *find(known_.instruments, due.instrument.name);
  const std::size_t who = number(due.with);
  const double age = years(static_cast<double>(day));
  address of = at(0);
  of.relationship = parents_[who].relationship;
  const lane_columns<draw_key> keys = keys_of(of, child_id_);
  block_stage children(*lives_, who, occasion_of(tool.table_name, day), age, keys,
                       plan_.rules.needs, infants_);
  findings found(table_name_of(due, tool), [&](std::size_t i) {
    return assessed_person{&rows_[i], origin(i), child_id_[i],
                           tool.of_both ? parents_[who].id[i] : 0, months};
  });
  tool.assess(settings_of(due, known_), children, age, found);
}

void family_block::follow(double months) {
  for (std::size_t i = 0; i < block_size; ++i) {
    if (first_family_ + i > plan_.trajectories.families) break;
    add_trajectory(rows_[i], origin(i), child_id_[i], 0, months, lives_->infants().view_general(i), 0);
    for (std::size_t who = 0; who < parents_.size(); ++who)
      add_trajectory(rows_[i], origin(i), child_id_[i], parents_[who].id[i], months,
                     lives_->infants().view(who, i), 0);
  }
}

}  // namespace iwm
