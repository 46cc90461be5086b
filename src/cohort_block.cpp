// SPDX-License-Identifier: MIT
#include "cohort_block.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "plan_terms.hpp"

namespace iwm {
namespace {

constexpr double grown_up = 16;
constexpr std::uint64_t ticks_per_day = 128;
constexpr std::uint64_t therapy_ticks = 64;

bool falls(double months, std::uint64_t from, std::uint64_t days) {
  const std::uint64_t day = day_of(months);
  return from <= day && day < from + days;
}

}  // namespace

cohort_block::cohort_block(const scenario& plan, const registry& known,
                           const std::vector<person>& everybody, std::vector<std::uint32_t> members)
    : plan_(plan),
      known_(known),
      everybody_(everybody),
      weights_(plan.care),
      whom_(figures_of_a_day(plan)),
      members_(std::move(members)) {
  born_ = member(0).born;
  lanes<std::uint64_t> draws{};
  for (std::size_t i = 0; i < block_size; ++i) {
    const person& who = member(std::min(i, members_.size() - 1));
    draws[i] = who.draws;
    nature_.set(i, who.nature);
  }
  keys_ = keys_of(at(0), draws);
  lives_.emplace(
      find(known_.theories, plan_.theory.name)
          ->make(plan_.theory.settings, plan_.rules, plan_.innate, nature_, figure_count),
      figure_count);
  for (std::size_t f = 0; f < figure_count; ++f) {
    places_[f].contact.fill(1);
    const component caregiver =
        f < plan_.figures.size() ? plan_.figures[f].caregiver : component{"trait_based"};
    lives_->meet(f, caregivers_of(caregiver), keys_);
  }
  for (std::size_t i = 0; i < block_size; ++i) {
    const person& who = member(std::min(i, members_.size() - 1));
    arrive(figure::mother, i, who.mother);
    arrive(figure::father, i, who.father);
  }
}

row_origin cohort_block::origin(std::size_t lane) const {
  return origin_of(plan_, *member(lane).from, member(lane).family);
}

bool cohort_block::over() const {
  const bool last = member(0).generation >= static_cast<std::int64_t>(plan_.lives.generations);
  const double end = last && plan_.lives.last_months > 0 ? plan_.lives.last_months : plan_.months;
  return months() >= end;
}

void cohort_block::strike(std::size_t lane, std::size_t event) {
  const life_event& what = plan_.lives.events[event];
  const auto named = std::ranges::find(figure_names, what.who);
  const auto who = static_cast<figure>(named - figure_names.begin());
  place& p = of(who);
  strain_[lane] = clamp(strain_[lane] + what.strain, -1., 1.);
  bereaved_[lane] = max(bereaved_[lane], what.mourning);
  p.contact[lane] *= what.contact;
  if (what.care != 0 || what.fright != 0)
    effects_.push_back(
        {lane, who, what.care, what.fright, age_, max(what.lasts / months_per_season, 1e-9)});
  rows.events.push_back({origin(lane), months(), member(lane).id, p.there[lane] ? p.id[lane] : 0,
                         what.kind, not_available, what.strain, not_available, not_available,
                         not_available});
}

/// Moments a week with a therapist: of the longest of a person's therapies, 0 without any.
std::uint64_t cohort_block::therapy_moments(std::size_t lane) const {
  std::uint64_t moments = 0;
  for (const therapy& plan : plan_.lives.therapies)
    if (plan.from <= months() && months() < plan.to && (!plan.for_insecure || insecure_[lane]))
      moments = std::max(moments, plan.moments);
  return moments;
}

void cohort_block::begin_therapies() {
  place& p = of(figure::therapist);
  for (std::size_t i = 0; i < members_.size(); ++i) {
    moments_of_therapy_[i] = therapy_moments(i);
    const bool now = moments_of_therapy_[i] > 0;
    if (now && !p.there[i])
      arrive_outsider(figure::therapist, i, same_person(member(i).draws, 2000), low_risk,
                      {1.5, 1.0, 1.5, 0.7, -1.0});
    p.there[i] = now;
  }
}

void cohort_block::happen() {
  const auto& events = plan_.lives.events;
  for (std::size_t k = 0; k < events.size(); ++k) {
    const life_event& what = events[k];
    const bool dated = what.months >= 0;
    if (dated ? std::floor(what.months / months_per_season) != static_cast<double>(age_)
              : !(what.from <= age() && age() < what.to && what.hazard > 0))
      continue;
    const double chance = what.hazard / seasons_per_year;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const person& who = member(i);
      const person& mother = everybody_[who.mother];
      if (what.family && !dated && mother.generation > 0) continue;
      const std::uint64_t whose = what.family ? mother.home_draws : who.draws;
      const auto season = static_cast<std::uint64_t>(born_ + age_);
      if (dated || key_of(whose).draw(season, purpose::life_event, k)[0] < chance) strike(i, k);
    }
  }
}

void cohort_block::new_season() {
  for (double& strain : strain_) strain *= 0.5;
  happen();
  if (age() >= plan_.lives.course.school_age) {
    age_with_peers();
    begin_therapies();
  }
  know_figures();
  find_company();
  relief_.fill(0);
  moments_.fill(0);
}

void cohort_block::live() {
  new_season();
  for (const asked& one : due_) {
    lanes<bool> whom{};
    whom[one.lane] = true;
    hold(one.assessment, months(), whom);
  }
  due_.clear();
  const std::uint64_t end = first_day_of(static_cast<std::uint64_t>(age_ + 1));
  const auto school = static_cast<std::uint64_t>(plan_.lives.course.school_age * days_per_year);
  while (day_ < end) {
    const std::uint64_t left = end - day_;
    const std::uint64_t days = day_ < school ? 1 : left < 14 ? left : 7;
    begin_turn(days);
    if (days == 1)
      live_day();
    else
      live_week();
    day_ += days;
  }
  ++age_;
  reflect();
  if (over()) begin_turn(1);
}

void cohort_block::begin_turn(std::uint64_t days) {
  for (std::size_t k = 0; k < member(0).placed.size(); ++k)
    if (falls(plan_.lives.placements[k].months, day_, days)) replace_parents(k);
  for (const exchange& change : plan_.exchanges)
    if (falls(change.months, day_, days)) {
      lane_columns<draw_key> keys;
      for (std::size_t i = 0; i < block_size; ++i) keys.set(i, new_relationship(change.who, i));
      lives_->meet(number(change.who), caregivers_of(change.caregiver), keys);
    }
  for (std::size_t f = 0; f < figure_count; ++f) {
    caregiver_block& caregivers = lives_->caregivers(f);
    if (!caregivers.follows() || std::ranges::none_of(places_[f].there, std::identity{})) continue;
    places_[f].care.drift(today(), static_cast<double>(days), plan_.care);
    caregivers.adopt(places_[f].care.today(weights_));
  }
  for (std::size_t k = 0; k < plan_.assessments.size(); ++k)
    for (const double months : plan_.assessments[k].months)
      if (falls(months, day_, days)) assess(k, months);
  const double step = plan_.trajectories.every_months;
  const double n = std::ceil(max(0., static_cast<double>(day_) / days_per_month / step - 0.01));
  if (plan_.trajectories.families > 0 && falls(n * step, day_, days)) follow(n * step);
}

void cohort_block::meet(const meetings& with, const needs_at_age& needs, std::uint64_t tick) {
  lives_->need(with, needs, tick);
  lives_->live(with, tick);
  lives_->remember(with, tick);
}

void cohort_block::live_day() {
  const needs_at_age needs = plan_.rules.needs.at(years(static_cast<double>(day_)));
  std::array<bool, 2> all{};
  for (std::size_t p = 0; p < 2; ++p)
    all[p] = std::ranges::all_of(places_[p].there, std::identity{}) &&
             std::ranges::all_of(places_[p].contact, [](double c) { return c >= 1.; });
  for (std::size_t k = 0; k < whom_.size(); ++k) {
    const std::size_t who = whom_[k], other = 1 - who;
    const std::uint64_t tick = day_ * ticks_per_day + k;
    if (all[who]) {
      meet(meetings(who, plan_.figures[who].hierarchy), needs, tick);
      continue;
    }
    lanes<std::uint64_t> figures;
    lane_columns<double> hierarchy;
    for (std::size_t i = 0; i < block_size; ++i) {
      const auto reachable = [&](std::size_t f) {
        return places_[f].there[i] &&
               (places_[f].contact[i] >= 1. ||
                keys_.get(i).draw(tick, purpose::company)[f] < places_[f].contact[i]);
      };
      figures[i] = reachable(who) ? who : reachable(other) ? other : meetings::nobody;
      hierarchy.set(i, figures[i] == meetings::nobody ? 0. : plan_.figures[figures[i]].hierarchy);
    }
    meet(meetings(figures, hierarchy), needs, tick);
  }
}

void cohort_block::live_week() {
  const life_course& course = plan_.lives.course;
  const needs_at_age needs = plan_.rules.needs.at(years(static_cast<double>(day_)));
  const std::array<double, figure_count> ranks{
      plan_.figures[0].hierarchy, plan_.figures[1].hierarchy, course.sibling_hierarchy,
      course.peer_hierarchy,      course.partner_hierarchy,   course.therapist_hierarchy};
  const std::uint64_t first = day_ * ticks_per_day, n = course.at(age()).events_per_week;
  lanes<draws> chances{};
  lanes<std::uint64_t> figures;
  lane_columns<double> hierarchy;
  for (std::uint64_t k = 0; k < n; ++k) {
    if (k % 8 == 0)
      for (std::size_t i = 0; i < block_size; ++i)
        chances[i] = keys_.get(i).draw(first + k, purpose::company);
    for (std::size_t i = 0; i < block_size; ++i) {
      const double u = chances[i][k % 8];
      std::size_t f = 0;
      while (f < figure_count && company_[i][f] <= u) ++f;
      figures[i] = f < figure_count ? f : meetings::nobody;
      hierarchy.set(i, f < figure_count ? ranks[f] : 0.);
    }
    meet(meetings(figures, hierarchy), needs, first + k);
    for (std::size_t i = 0; i < block_size; ++i)
      if (figures[i] == number(figure::partner)) {
        relief_[i] += lives_->relief.get(i);
        moments_[i] += 1;
      }
  }
  const std::uint64_t longest = std::ranges::max(moments_of_therapy_);
  for (std::uint64_t k = 0; k < longest; ++k) {
    for (std::size_t i = 0; i < block_size; ++i) {
      const bool met = k < moments_of_therapy_[i];
      figures[i] = met ? number(figure::therapist) : meetings::nobody;
      hierarchy.set(i, met ? course.therapist_hierarchy : 0.);
    }
    meet(meetings(figures, hierarchy), needs, first + therapy_ticks + k);
  }
}

double cohort_block::trust(std::size_t lane, figure who) const {
  if (!of(who).there[lane] || of(who).contact[lane] <= 0) return -1;
  const other_vector other = lives_->infants().view(number(who), lane).other;
  return (other[0] + other[1] + other[2]) / 3.;
}

double cohort_block::alliance(std::size_t lane) const {
  return of(figure::therapist).there[lane] ? max(0., trust(lane, figure::therapist)) : 0.;
}

void cohort_block::reflect() {
  if (age() < plan_.lives.reflection.begins) return;
  const reflection_rule& rule = plan_.lives.reflection;
  lane_columns<double> openness(1.);
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const person& who = member(i);
    double trusted = -1;
    for (const figure f : {figure::mother, figure::father, figure::peer, figure::partner})
      trusted = max(trusted, trust(i, f));
    const double small_child =
        !who.children.empty() && born_ + age_ - everybody_[who.children.back()].born < 12 ? 1. : 0.;
    temperament nature = nature_.get(i);
    const double aim = rule.aim(age(), who.talent, trusted, alliance(i), small_child);
    nature.reflection = rule.grow(nature.reflection, aim);
    nature_.set(i, nature);
    openness.set(i, rule.openness(alliance(i), small_child));
    lives_->infants().reflect(i, rule.integrated(nature.reflection, alliance(i)));
    bereaved_[i] *= 1. - rule.integrated(nature.reflection, alliance(i));
  }
  lives_->infants().become(nature_, openness);
}

inner_world cohort_block::inner_world_of(std::size_t lane) const {
  inner_world mind{
      lives_->infants().view_general(lane), {}, nature_.get(lane).reflection, bereaved_[lane]};
  for (std::size_t p = 0; p < mind.parents.size(); ++p)
    mind.parents[p] = lives_->infants().view(p, lane);
  return mind;
}

void cohort_block::settle(std::vector<person>& everybody) const {
  for (std::size_t i = 0; i < members_.size(); ++i) {
    person& who = everybody[members_[i]];
    who.nature = nature_.get(i);
    who.strain = strain_[i];
    if (age() < grown_up) continue;
    const inner_world mind = inner_world_of(i);
    who.mind = plan_.lives.mind(mind);
    who.seen = plan_.lives.mind.seen(who.mind, mind);
    if (of(figure::partner).there[i]) {
      const model_view partner = lives_->infants().view(number(figure::partner), i);
      who.with_partner = partner.strategies.value_or(strategy_values{});
      who.relief_with_partner = moments_[i] > 0 ? relief_[i] / moments_[i] : not_available;
    }
  }
}

void cohort_block::follow(double months) {
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const person& who = member(i);
    if (who.root > plan_.trajectories.families) continue;
    const double reflection = nature_.get(i).reflection;
    add_trajectory(rows, origin(i), who.id, 0, months, lives_->infants().view_general(i),
                   reflection);
    for (std::size_t f = 0; f < figure_count; ++f)
      if (places_[f].there[i] && places_[f].id[i] != 0)
        add_trajectory(rows, origin(i), who.id, places_[f].id[i], months,
                       lives_->infants().view(f, i), reflection);
  }
}

}  // namespace iwm
