// SPDX-License-Identifier: MIT
#include "family_block.hpp"

#include "iwm/core/time.hpp"
#include "iwm/population/run.hpp"

#include <cmath>

namespace iwm {
namespace {

constexpr std::size_t mother = 0, father = 1;

std::uint64_t day_of(double months) {
  return static_cast<std::uint64_t>(std::llround(months * days_per_month));
}

std::uint64_t hash_of(std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

/// Each part x of a drift becomes kept x + sqrt(1 - kept^2) z, z standard normal from the day's
/// draws, beginning with the one numbered `first`.
template <std::size_t first, class Drift>
[[gnu::noinline, gnu::flatten]] void age_by_a_day(lane_columns<Drift>& drift,
                                                  const lane_columns<draw_key>& keys,
                                                  std::uint64_t day, double kept) {
  constexpr std::size_t parts = lane_columns<Drift>::members;
  lane_columns<std::array<double, parts>> u, z;
  const lane_draws drawn{keys, day, purpose::drift};
  for_each_lane([&](std::size_t i) {
    const draws all = drawn(i);
    std::array<double, parts> used;
    for (std::size_t k = 0; k < parts; ++k) used[k] = all[first + k];
    u.set(i, used);
  });
  const double comes = remainder(kept * kept);
  for (std::size_t k = 0; k < parts; ++k) {
    normal_quantiles_of_draws(u.column(k), z.column(k));
    auto& x = drift.column(k);
    const auto& fresh = z.column(k);
    for_each_lane([&](std::size_t i) { x[i] = kept * x[i] + comes * fresh[i]; });
  }
}

[[gnu::noinline, gnu::flatten]] lane_columns<care_traits> traits_of_today(
    const momentary_weights& weights, const lane_columns<stratum>& care,
    const lane_columns<trait_scores>& lasting, const lane_columns<double>& household_drift,
    const lane_columns<double>& own_drift, const lane_columns<trait_scores>& day,
    double sensitivity_shift) {
  const momentary_weights w = weights;
  lane_columns<care_traits> today;
  for_each_lane([&](std::size_t i) {
    const double drift = w.shared * household_drift.get(i) + w.own * own_drift.get(i);
    today.set(i, momentary(care.get(i), w, lasting.get(i), drift, day.get(i), sensitivity_shift));
  });
  return today;
}

}  // namespace

/// The copies of a block's infants with one of their figures.
class family_block::block_stage final : public stage {
 public:
  block_stage(const family_block& block, std::size_t who, std::uint64_t occasion, double age)
      : block_(block), with_(who), occasion_(occasion), age_(age), lives_(block.lives_->copy()) {
    lives_.arousal.fill(0);
    address of = block.at(0);
    of.relationship = block.parents_[who].relationship;
    keys_ = keys_of(of, block.child_id_);
  }

  std::size_t size() const override { return block_size; }

  void play(std::span<const circumstance> now, std::span<event> seen) override {
    for (std::size_t i = 0; i < block_size; ++i) lives_.seen.set(i, {now[i], {}, {}, 0});
    lives_.watch(with_, occasion_ | moment_++);
    for (std::size_t i = 0; i < block_size; ++i) seen[i] = lives_.seen.get(i);
  }

  draws draw(std::size_t infant, purpose why, std::uint64_t part) const override {
    return keys_.get(infant).draw(occasion_, why, part);
  }

  circumstance everyday(std::size_t infant, std::uint64_t moment) const override {
    return block_.plan_.rules.needs(
        age_, keys_.get(infant).draw(occasion_ | moment, purpose::measured_circumstance));
  }

  temperament known(std::size_t infant) const override { return block_.infants_.get(infant); }

 private:
  const family_block& block_;
  meetings with_;
  std::uint64_t occasion_;
  double age_;
  life_block lives_;
  lane_columns<draw_key> keys_;
  std::uint64_t moment_ = 0;
};

/// Turns findings into rows.
class family_block::findings final : public record {
 public:
  findings(family_block& block, std::string_view instrument, std::size_t who, double months,
           bool about_relationship)
      : block_(block),
        instrument_(instrument),
        who_(who),
        months_(months),
        with_(about_relationship) {}

  void scale(std::size_t infant, std::string_view name, std::int64_t episode,
             double value) override {
    block_.rows_[infant].assessments.push_back({block_.origin(infant), block_.child_id_[infant],
                                                partner(infant), instrument_, name, months_,
                                                episode, value});
  }
  void category(std::size_t infant, std::string_view system, std::string_view name) override {
    block_.rows_[infant].classifications.push_back({block_.origin(infant), block_.child_id_[infant],
                                                    partner(infant), instrument_, system, months_,
                                                    name});
  }
  void recorded(std::size_t infant, double hours, const event& seen) override {
    constexpr double waking_hours_per_day = 12;
    const double time = months_ + hours / waking_hours_per_day / days_per_month;
    block_.rows_[infant].events.push_back({block_.origin(infant), time, block_.child_id_[infant],
                                           partner(infant), "response to distress",
                                           quality(seen.given), not_available,
                                           seen.given.came > 0. ? seen.given.delay : not_available,
                                           seen.shown.display, seen.shown.exploration});
  }

 private:
  std::uint64_t partner(std::size_t infant) const {
    return with_ ? block_.parents_[who_].id[infant] : 0;
  }

  family_block& block_;
  std::string_view instrument_;
  std::size_t who_;
  double months_;
  bool with_;
};

family_block::family_block(const scenario& plan, const registry& known, std::uint64_t first_family)
    : plan_(plan),
      known_(known),
      first_family_(first_family),
      weights_(plan.care),
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
  lives_->meet(who, find(known_.caregivers, caregiver.name)->make(caregiver.settings),
               keys_of(with, child_id_));
}

void family_block::draw_families() {
  double all = 0;
  for (const stratum_share& s : plan_.strata) all += s.share;
  for (std::size_t i = 0; i < block_size; ++i) {
    const std::uint64_t family = first_family_ + i;
    household_id_[i] = 10 * family;
    child_id_[i] = 10 * family + 3;
    address who = at(0);
    who.person = household_id_[i];
    const draws u = who.draw(purpose::family);
    double below = 0;
    for (const stratum_share& s : plan_.strata) {
      below += s.share / all;
      stratum_[i] = &s;
      if (u[0] < below) break;
    }
    household_[i] = {normal(u[1]), normal(u[2])};
    household_drift_.set(i, normal(u[3]));
    care_.set(i, stratum_[i]->care);
    const draws mind = who.draw(purpose::traits);
    const draws more = who.draw(purpose::traits, 1);
    const double r = plan_.care.spouses, tied = plan_.care.unresolved_mind;
    for (std::size_t p = 0; p < 2; ++p) {
      const double d = spouse(normal(mind[0]), normal(mind[1 + p]), r);
      const double h = spouse(normal(mind[3]), normal(mind[4 + p]), r);
      const double own = spouse(normal(mind[6]), normal(more[p]), r);
      minds_[i][p] = {d, h, tied * (d + h) + remainder(2. * tied * tied) * own};
    }
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
  p.keys = keys_of(at(0), p.id);
  for (std::size_t i = 0; i < block_size; ++i) {
    p.lasting.set(i, lasting(plan_.care, stratum_[i]->care.mind_weight, minds_[i][who],
                             household_[i], p.keys.get(i).draw(0, purpose::traits)));
    const draws u = p.keys.get(i).draw(0, purpose::traits, 1);
    p.slow_drift.set(i, normal(u[0]));
    p.day_drift.set(i, {normal(u[1]), normal(u[2]), normal(u[3]), normal(u[4]), normal(u[5])});
  }
}

row_origin family_block::origin(std::size_t lane) const {
  return {plan_.protocol.empty() ? plan_.name : plan_.protocol, stratum_[lane]->name, plan_.arm,
          plan_.seed, first_family_ + lane};
}

void family_block::introduce() {
  constexpr std::array<std::string_view, 2> sexes{"female", "male"};
  for (std::size_t i = 0; i < block_size; ++i) {
    address who = at(0);
    who.person = household_id_[i];
    const draws u = who.draw(purpose::history);
    const auto& ids = parents_;
    family_rows& rows = rows_[i];
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
  const auto per_day = [&](std::size_t who) { return plan_.figures[who].events_per_day; };
  const std::uint64_t events = per_day(mother) + per_day(father);
  const needs_at_age needs = plan_.rules.needs.at(years(static_cast<double>(day)));
  std::uint64_t with_mother = 0;
  for (std::uint64_t k = 0; k < events; ++k) {
    const bool hers =
        with_mother * events < (k + 1) * per_day(mother) && with_mother < per_day(mother);
    with_mother += hers ? 1 : 0;
    const meetings& with = with_[hers ? mother : father];
    const std::uint64_t tick = day * 128 + k;
    lives_->need(with, needs, tick);
    lives_->live(with, tick);
    diary_.note(lives_->seen, hers ? mother : father);
    lives_->remember(with, tick);
  }
}

void family_block::begin_day(std::uint64_t day) {
  for (const exchange& change : plan_.exchanges)
    if (day_of(change.months) == day) {
      const auto who = static_cast<std::size_t>(change.who);
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
  const care_rule& rule = plan_.care;
  const double slow = exp(-1. / rule.slow_days);
  age_by_a_day<0>(household_drift_, household_keys_, day, slow);
  for (std::size_t who = 0; who < parents_.size(); ++who) {
    if (!lives_->caregivers(who).follows()) continue;
    parent& p = parents_[who];
    age_by_a_day<0>(p.slow_drift, p.keys, day, slow);
    age_by_a_day<1>(p.day_drift, p.keys, day, rule.day_persistence);
    lives_->caregivers(who).adopt(traits_of_today(weights_, care_, p.lasting, household_drift_,
                                                  p.slow_drift, p.day_drift,
                                                  who == father ? rule.father_sensitivity : 0.));
  }
}

void family_block::assess(std::uint64_t day, double months, const assessment_plan& due) {
  const instrument_entry& tool = *find(known_.instruments, due.instrument.name);
  const auto who = static_cast<std::size_t>(due.with);
  const std::uint64_t occasion = (hash_of(tool.table_name) << 48) | (day << 24);
  block_stage children(*this, who, occasion, years(static_cast<double>(day)));
  findings found(*this, tool.table_name, who, months, tool.table_name != "temperament_report");
  tool.assess(due.instrument.settings, children, years(static_cast<double>(day)), found);
}

void family_block::follow(double months) {
  const auto add = [&](std::size_t lane, std::uint64_t partner, const model_view& m) {
    const confidence sure = m.certainty.value_or(confidence{not_available, not_available});
    const strategy_values q =
        m.strategies.value_or(strategy_values{not_available, not_available, not_available});
    const auto row = [&](std::string_view store, const self_vector& self,
                         const other_vector& other) {
      rows_[lane].trajectories.push_back({origin(lane), child_id_[lane], partner, months, store,
                                          other[0], other[1], other[2], self[0], self[1],
                                          sure.other, q.direct, q.minimise, q.maximise});
    };
    row("implicit", m.self, m.other);
    if (m.declared_self && m.declared_other) row("declared", *m.declared_self, *m.declared_other);
  };
  for (std::size_t i = 0; i < block_size; ++i) {
    if (first_family_ + i > plan_.trajectories.families) break;
    add(i, 0, lives_->infants().view_general(i));
    for (std::size_t who = 0; who < parents_.size(); ++who)
      add(i, parents_[who].id[i], lives_->infants().view(who, i));
  }
}

}  // namespace iwm
