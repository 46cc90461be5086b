// SPDX-License-Identifier: MIT
#include "family_block.hpp"

#include <cmath>

#include "iwm/core/time.hpp"

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

}  // namespace

/// The copies of a block's infants with one of their figures.
class family_block::block_stage final : public stage {
 public:
  block_stage(const family_block& block, std::size_t who, std::uint64_t occasion, double age)
      : block_(block),
        who_(who),
        occasion_(occasion),
        age_(age),
        children_(block.children_->clone()),
        caregivers_(block.parents_[who].caregivers->clone()) {}

  std::size_t size() const override { return block_size; }

  void play(std::span<const circumstance> now, std::span<event> seen) override {
    for (std::size_t i = 0; i < block_size; ++i) seen_[i] = {now[i], {}, {}, 0};
    const address at = address_of(moment_++);
    iwm::draw(u_, at, block_.child_id_, purpose::measured_behave);
    children_->behave(who_, seen_, arousal_, u_);
    iwm::draw(u_, at, block_.child_id_, purpose::measured_respond);
    caregivers_->respond(seen_, u_);
    iwm::draw(u_, at, block_.child_id_, purpose::measured_appraise);
    children_->feel(who_, seen_, arousal_, u_);
    std::copy(seen_.begin(), seen_.end(), seen.begin());
  }

  draws draw(std::size_t infant, purpose why, std::uint64_t part) const override {
    address at = address_of(0);
    at.person = block_.child_id_[infant];
    return at.draw(why, part);
  }

  circumstance everyday(std::size_t infant, std::uint64_t moment) const override {
    address at = address_of(moment);
    at.person = block_.child_id_[infant];
    return block_.plan_.rules.needs(age_, at.draw(purpose::measured_circumstance));
  }

  temperament known(std::size_t infant) const override { return block_.infants_[infant]; }

 private:
  address address_of(std::uint64_t moment) const {
    address at = block_.at(occasion_ | moment);
    at.relationship = block_.parents_[who_].relationship;
    return at;
  }

  const family_block& block_;
  std::size_t who_;
  std::uint64_t occasion_;
  double age_;
  std::unique_ptr<theory_block> children_;
  std::unique_ptr<caregiver_block> caregivers_;
  lanes<double> arousal_{};
  lanes<event> seen_{};
  lanes<draws> u_{};
  std::uint64_t moment_ = 0;
};

/// Turns findings into rows.
class family_block::findings final : public record {
 public:
  findings(family_block& block, std::string_view instrument, std::size_t who, double months,
           bool about_relationship)
      : block_(block), instrument_(instrument), who_(who), months_(months), with_(about_relationship) {}

  void scale(std::size_t infant, std::string_view name, std::int64_t episode,
             double value) override {
    block_.rows_[infant].assessments.push_back({block_.origin(infant), block_.child_id_[infant],
                                                partner(infant), instrument_, name, months_,
                                                episode, value});
  }
  void category(std::size_t infant, std::string_view system, std::string_view name) override {
    block_.rows_[infant].classifications.push_back({block_.origin(infant),
                                                    block_.child_id_[infant], partner(infant),
                                                    instrument_, system, months_, name});
  }
  void recorded(std::size_t infant, double hours, const event& seen) override {
    constexpr double waking_hours_per_day = 12;
    const double time = months_ + hours / waking_hours_per_day / days_per_month;
    block_.rows_[infant].events.push_back(
        {block_.origin(infant), time, block_.child_id_[infant], partner(infant),
         "response to distress", quality(seen.given), not_available,
         seen.given.came > 0. ? seen.given.delay : not_available, seen.shown.display,
         seen.shown.exploration});
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
    : plan_(plan), known_(known), first_family_(first_family) {
  draw_families();
  for (std::size_t who = 0; who < parents_.size(); ++who) draw_parent(who);
  children_ = find(known_.theories, plan_.theory.name)
                  ->make(plan_.theory.settings, plan_.rules, plan_.innate, infants_, parents_.size());
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
    household_drift_[i] = normal(u[3]);
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
    infants_[i] = plan_.infants.draw(who.draw(purpose::temperament));
  }
}

void family_block::draw_parent(std::size_t who) {
  parent& p = parents_[who];
  p.relationship = 1 + who;
  p.caregivers = find(known_.caregivers, plan_.figures[who].caregiver.name)
                     ->make(plan_.figures[who].caregiver.settings);
  for (std::size_t i = 0; i < block_size; ++i) {
    p.id[i] = household_id_[i] + 1 + who;
    address self = at(0);
    self.person = p.id[i];
    p.lasting[i] = lasting(plan_.care, stratum_[i]->care.mind_weight, minds_[i][who],
                           household_[i], self.draw(purpose::traits));
    const draws u = self.draw(purpose::traits, 1);
    p.drift[i] = {normal(u[0]), {normal(u[1]), normal(u[2]), normal(u[3]), normal(u[4]), normal(u[5])}};
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
    rows.persons = {{origin(i), ids[mother].id[i], "mother", sexes[0], -12. * (20. + 18. * u[0]), 0, 0, 0, "", 0},
                    {origin(i), ids[father].id[i], "father", sexes[1], -12. * (21. + 20. * u[1]), 0, 0, 0, "", 0},
                    {origin(i), child_id_[i], "child", sexes[u[2] < 0.5 ? 0 : 1], 0.,
                     ids[mother].id[i], ids[father].id[i], 0, "", 1}};
    for (const parent& p : parents_)
      rows.relationships.push_back({origin(i), child_id_[i], p.id[i], "parent_child", 0.});
  }
}

lanes<family_rows> family_block::live() {
  introduce();
  const std::uint64_t last = day_of(plan_.months);
  const auto per_day = [&](std::size_t who) { return plan_.figures[who].events_per_day; };
  const std::uint64_t events = per_day(mother) + per_day(father);
  for (std::uint64_t day = 0;; ++day) {
    begin_day(day);
    if (day == last) break;
    std::uint64_t with_mother = 0;
    for (std::uint64_t k = 0; k < events; ++k) {
      const bool hers = with_mother * events < (k + 1) * per_day(mother) && with_mother < per_day(mother);
      with_mother += hers ? 1 : 0;
      interact(hers ? mother : father, day, day * 128 + k);
    }
  }
  return std::move(rows_);
}

void family_block::begin_day(std::uint64_t day) {
  for (const exchange& change : plan_.exchanges)
    if (day_of(change.months) == day) {
      const auto who = static_cast<std::size_t>(change.who);
      parent& p = parents_[who];
      p.caregivers = find(known_.caregivers, change.caregiver.name)->make(change.caregiver.settings);
      p.relationship += parents_.size();
      p.episodes = {};
      children_->meet(who);
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
  const double slow = exp(-1. / rule.slow_days), today = rule.day_persistence;
  const auto onward = [](double& x, double kept, double fresh) {
    x = kept * x + remainder(kept * kept) * normal(fresh);
  };
  draw(u_, at(day), household_id_, purpose::drift);
  for (std::size_t i = 0; i < block_size; ++i) onward(household_drift_[i], slow, u_[i][0]);
  for (std::size_t who = 0; who < parents_.size(); ++who) {
    parent& p = parents_[who];
    if (!p.caregivers->follows()) continue;
    const double shift = who == father ? rule.father_sensitivity : 0.;
    draw(u_, at(day), p.id, purpose::drift);
    lanes<care_traits> traits;
    for (std::size_t i = 0; i < block_size; ++i) {
      care_drift& now = p.drift[i];
      const draws& u = u_[i];
      onward(now.slow, slow, u[0]);
      onward(now.day.sensitivity, today, u[1]);
      onward(now.day.acceptance, today, u[2]);
      onward(now.day.cooperation, today, u[3]);
      onward(now.day.accessibility, today, u[4]);
      onward(now.day.fright, today, u[5]);
      const care_drift shared{spouse(household_drift_[i], now.slow, rule.slow_shared), now.day};
      traits[i] = momentary(stratum_[i]->care, rule, p.lasting[i], shared, shift);
    }
    p.caregivers->adopt(traits);
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

void family_block::interact(std::size_t who, std::uint64_t day, std::uint64_t number) {
  parent& p = parents_[who];
  const double age = years(static_cast<double>(day));
  address when = at(number);
  when.relationship = p.relationship;
  draw(circumstance_, when, child_id_, purpose::circumstance);
  for (std::size_t i = 0; i < block_size; ++i)
    seen_[i] = {plan_.rules.needs(age, circumstance_[i]), {}, {}, 0};
  draw(u_, when, child_id_, purpose::behave);
  children_->behave(who, seen_, arousal_, u_);
  const lanes<double> roused = arousal_;
  draw(u_, when, child_id_, purpose::respond);
  p.caregivers->respond(seen_, u_);
  draw(u_, when, child_id_, purpose::appraise);
  children_->learn(who, plan_.figures[who].hierarchy, seen_, arousal_, relief_, u_);
  for (std::size_t i = 0; i < block_size; ++i)
    remember(p.episodes[i], recollect(seen_[i], relief_[i]), roused[i], circumstance_[i][7]);
}

void family_block::follow(double months) {
  const auto add = [&](std::size_t lane, std::uint64_t partner, const model_view& m) {
    const confidence sure = m.certainty.value_or(confidence{not_available, not_available});
    const strategy_values q =
        m.strategies.value_or(strategy_values{not_available, not_available, not_available});
    const auto row = [&](std::string_view store, const self_vector& self, const other_vector& other) {
      rows_[lane].trajectories.push_back({origin(lane), child_id_[lane], partner, months, store,
                                          other[0], other[1], other[2], self[0], self[1],
                                          sure.other, q.direct, q.minimise, q.maximise});
    };
    row("implicit", m.self, m.other);
    if (m.declared_self && m.declared_other) row("declared", *m.declared_self, *m.declared_other);
  };
  for (std::size_t i = 0; i < block_size; ++i) {
    if (first_family_ + i > plan_.trajectories.families) break;
    add(i, 0, children_->view_general(i));
    for (std::size_t who = 0; who < parents_.size(); ++who)
      add(i, parents_[who].id[i], children_->view(who, i));
  }
}

}  // namespace iwm
