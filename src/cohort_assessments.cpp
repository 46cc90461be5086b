// SPDX-License-Identifier: MIT
#include "iwm/core/time.hpp"
#include "iwm/population/founders.hpp"

#include <string_view>

#include "cohort_block.hpp"

namespace iwm {
namespace {

account account_of(const model_view& model) {
  const self_vector self = model.declared_self.value_or(model.self);
  const other_vector other = model.declared_other.value_or(model.other);
  return {{other[0], other[1], other[2], self[0], self[1]},
          model.strategies.value_or(strategy_values{}),
          {}};
}

account account_of(const model_view& model, const episode_memory& memory) {
  account told = account_of(model);
  for (const episode& one : memory.intense)
    if (one.key > -1e299) told.episodes.push_back(one);
  if (!told.episodes.empty()) told.episodes.push_back(memory.last);
  return told;
}

}  // namespace

/// The members of a block, who are asked.
class cohort_block::room final : public respondents {
 public:
  room(const cohort_block& block, figure who, bool of_both, const lanes<bool>& whom,
       std::uint64_t occasion)
      : block_(block), who_(who), of_both_(of_both), whom_(whom), occasion_(occasion) {}

  std::size_t size() const override { return block_.members_.size(); }
  std::optional<account> about(std::size_t i) const override {
    if (!whom_[i]) return {};
    return of_both_ ? known(i, who_) : in_general(i);
  }
  account in_general(std::size_t i) const override {
    return account_of(block_.lives_->infants().view_general(i));
  }
  std::array<std::optional<account>, 2> childhood(std::size_t i) const override {
    return {known(i, figure::mother), known(i, figure::father)};
  }
  double reflection(std::size_t i) const override { return block_.nature_.get(i).reflection; }
  double unsettled(std::size_t i) const override { return unsettled_by(block_.mind_of(i).unresolved); }
  double strain(std::size_t i) const override {
    return clamp(block_.strain_[i] + 0.5 * block_.bereaved_[i], -1., 1.);
  }
  draws draw(std::size_t i, purpose why, std::uint64_t part) const override {
    return key(i).draw(occasion_, why, part);
  }
  draws habitual(std::size_t i, std::uint64_t part) const override {
    return block_.keys_.get(i).draw(0, purpose::habit, part);
  }
  draws habitual_about(std::size_t i, std::uint64_t part) const override {
    return key(i).draw(0, purpose::habit, part);
  }

 private:
  const draw_key& key(std::size_t i) const { return keys_[i]; }
  std::optional<account> known(std::size_t i, figure f) const {
    if (!block_.of(f).there[i]) return {};
    return account_of(block_.lives_->infants().view(number(f), i),
                      block_.lives_->episodes(number(f), i));
  }

  const cohort_block& block_;
  figure who_;
  bool of_both_;
  lanes<bool> whom_;
  std::uint64_t occasion_;
  lanes<draw_key> keys_ = [this] {
    lanes<draw_key> keys;
    for (std::size_t i = 0; i < block_size; ++i)
      keys[i] = of_both_ ? block_.lives_->keys(number(who_)).get(i) : block_.keys_.get(i);
    return keys;
  }();
};

/// Parents drawn at the start, who are asked at some age of their first child.
class cohort_block::parents_room final : public respondents {
 public:
  parents_room(const lanes<const person*>& parents, const lanes<draw_key>& keys,
               std::uint64_t occasion, std::size_t size)
      : parents_(parents), keys_(keys), occasion_(occasion), size_(size) {}

  std::size_t size() const override { return size_; }
  std::optional<account> about(std::size_t i) const override {
    if (parents_[i] == nullptr) return {};
    return in_general(i);
  }
  account in_general(std::size_t i) const override {
    const auto both = childhood(i);
    account said{both[0]->claimed, both[0]->habit, {}};
    return said;
  }
  std::array<std::optional<account>, 2> childhood(std::size_t i) const override {
    const state_of_mind mind = shown(i);
    const auto of = [&](std::uint64_t which) {
      const auto u = [&](std::uint64_t part) {
        return keys_[i].draw(0, purpose::history, 1 + 3 * which + part);
      };
      return drawn_account::of_parent(mind, u(0), u(1), u(2));
    };
    return {of(0), of(1)};
  }
  double reflection(std::size_t i) const override {
    return drawn_account::reflection(keys_[i].draw(0, purpose::history, 7));
  }
  double unsettled(std::size_t i) const override {
    return parents_[i] == nullptr ? 0. : unsettled_by(shown(i).unresolved);
  }
  double strain(std::size_t) const override { return 0; }
  draws draw(std::size_t i, purpose why, std::uint64_t part) const override {
    return keys_[i].draw(occasion_, why, part);
  }
  draws habitual(std::size_t i, std::uint64_t part) const override {
    return keys_[i].draw(0, purpose::habit, part);
  }
  draws habitual_about(std::size_t i, std::uint64_t part) const override {
    return habitual(i, part);
  }

 private:
  state_of_mind shown(std::size_t i) const {
    return parents_[i] == nullptr ? state_of_mind{}
                                  : in_stratum(parents_[i]->mind, parents_[i]->from->care);
  }

  lanes<const person*> parents_;
  lanes<draw_key> keys_;
  std::uint64_t occasion_;
  std::size_t size_;
};

void cohort_block::assess(std::size_t assessment, double months) {
  const assessment_plan& plan = plan_.assessments[assessment];
  const bool wanted = plan.generation == 0 || plan.generation == member(0).generation;
  if (plan.person == assessed::child && wanted) {
    lanes<bool> whom{};
    for (std::size_t i = 0; i < members_.size(); ++i) whom[i] = true;
    hold(assessment, months, whom);
  }
  if (plan.generation == 0 && (plan.person == assessed::mother || plan.person == assessed::father))
    hold_with_drawn_parents(assessment);
}

void cohort_block::hold(std::size_t assessment, double months, const lanes<bool>& whom) {
  const assessment_plan& plan = plan_.assessments[assessment];
  const instrument_entry& tool = *find(known_.instruments, plan.instrument.name);
  const place& with = of(plan.with);
  const std::uint64_t occasion = occasion_of(tool.table_name, day_);
  const std::size_t before = rows.classifications.size();
  findings found(table_name_of(plan, tool), [&](std::size_t i) {
    const bool held = i < members_.size() && whom[i] && (!tool.of_both || with.there[i]);
    if (!held) return assessed_person{};
    return assessed_person{&rows, origin(i), member(i).id, tool.of_both ? with.id[i] : 0, months};
  });
  const double now = years(static_cast<double>(day_));
  if (tool.ask) {
    room people(*this, plan.with, tool.of_both, whom, occasion);
    tool.ask(settings_of(plan, known_), people, now, found);
  } else {
    const lane_columns<draw_key> keys = lives_->keys(number(plan.with));
    block_stage children(*lives_, number(plan.with), occasion, now, keys, plan_.rules.needs, nature_);
    tool.assess(settings_of(plan, known_), children, now, found);
  }
  for (std::size_t r = before; r < rows.classifications.size(); ++r)
    if (const classification_row& row = rows.classifications[r];
        row.instrument == "aai" && row.system == "FDsEU")
      for (std::size_t i = 0; i < members_.size(); ++i)
        if (member(i).id == row.person_id) insecure_[i] = row.category != "F";
}

void cohort_block::hold_with_drawn_parents(std::size_t assessment) {
  const assessment_plan& plan = plan_.assessments[assessment];
  const instrument_entry& tool = *find(known_.instruments, plan.instrument.name);
  if (!tool.ask) return;
  const std::size_t which = plan.person == assessed::mother ? 0 : 1;
  lanes<const person*> parents{};
  lanes<draw_key> keys{};
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const person& child = member(i);
    const std::uint32_t born_to = which == 0 ? child.mother : child.father;
    const std::uint32_t index = child.placed.empty() ? born_to : child.placed.back()[which];
    if (everybody_[index].generation > 0 || everybody_[child.mother].children.front() != members_[i])
      continue;
    parents[i] = &everybody_[index];
    keys[i] = key_of(parents[i]->draws);
  }
  findings found(table_name_of(plan, tool), [&](std::size_t i) {
    if (i >= members_.size() || parents[i] == nullptr) return assessed_person{};
    return assessed_person{&rows, origin(i), parents[i]->id, 0,
                           parents[i]->months(static_cast<double>(born_ + age_))};
  });
  parents_room people(parents, keys, occasion_of(tool.table_name, today()), members_.size());
  tool.ask(settings_of(plan, known_), people, age(), found);
}

}  // namespace iwm
