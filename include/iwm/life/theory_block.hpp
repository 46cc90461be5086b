// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/life/lanes.hpp"
#include "iwm/life/meetings.hpp"
#include "iwm/life/world.hpp"
#include "iwm/theory/theory.hpp"

#include <cstddef>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace iwm {

/// What a researcher who looks inside may read of one model: for trajectories and tests, never for
/// instruments. Parts that a theory does not have are empty.
struct model_view {
  self_vector self;
  other_vector other;
  std::optional<self_vector> declared_self;
  std::optional<other_vector> declared_other;
  std::optional<confidence> certainty;
  std::optional<strategy_values> strategies;
};

template <theory Theory>
model_view view(const Theory& theory, const typename Theory::state& s) {
  model_view seen{theory.self(s), theory.other(s), {}, {}, {}, {}};
  if constexpr (declaring_theory<Theory>) {
    seen.declared_self = theory.declared_self(s);
    seen.declared_other = theory.declared_other(s);
  }
  if constexpr (confident_theory<Theory>) seen.certainty = theory.certainty(s);
  if constexpr (strategic_theory<Theory>) seen.strategies = theory.strategies(s);
  return seen;
}

/// The infants of a block of families: the run-time seam of the infant's role.
///
/// Figures are numbered; each infant has a model of every figure and a general one, and at a tick
/// turns to the figure that `with` names. `arousal` is the infants' own and goes in and out of
/// every call. Infants who meet nobody stay as they are.
class theory_block {
 public:
  virtual ~theory_block() = default;
  virtual std::unique_ptr<theory_block> clone() const = 0;
  /// A new relationship with `figure`, for all infants of the block or for one.
  virtual void meet(std::size_t figure) = 0;
  virtual void meet(std::size_t figure, std::size_t lane) = 0;
  /// What the persons bring along from now on: themselves, and how far they are open to learn, as a
  /// factor of the plasticity of their age.
  virtual void become(const lane_columns<temperament>& persons,
                      const lane_columns<double>& openness) = 0;
  /// All models of one person are thought over, where the theory knows of that.
  virtual void reflect(std::size_t lane, double share) = 0;
  /// Rouses the infants and fills in `shown` of each event from its `now`.
  virtual void behave(const meetings& with, event_lanes& seen, lane_columns<double>& arousal,
                      const lane_draws& u) const = 0;
  /// Appraises without learning: fills in `settling` and calms the infants.
  virtual void feel(const meetings& with, event_lanes& seen, lane_columns<double>& arousal,
                    const lane_draws& u) const = 0;
  /// Appraises, learns, generalises; fills in `settling` and `relief`, the relief felt; calms the
  /// infants.
  virtual void learn(const meetings& with, event_lanes& seen, lane_columns<double>& arousal,
                     lane_columns<double>& relief, const lane_draws& u) = 0;
  virtual model_view view(std::size_t figure, std::size_t lane) const = 0;
  virtual model_view view_general(std::size_t lane) const = 0;
};

template <theory Theory>
class theory_block_of final : public theory_block {
 public:
  theory_block_of(const Theory& theory, const world& rules, const prior& from,
                  const lane_columns<temperament>& infants, std::size_t figures)
      : theory_(theory), rules_(rules), from_(from), infants_(infants), models_(figures) {
    for (std::size_t i = 0; i < block_size; ++i)
      general_.set(i, theory_.initial(infants_.get(i), from_));
    for (std::size_t figure = 0; figure < figures; ++figure) meet(figure);
  }
  std::unique_ptr<theory_block> clone() const override {
    return std::make_unique<theory_block_of>(*this);
  }
  void meet(std::size_t figure) override {
    for (std::size_t i = 0; i < block_size; ++i) meet(figure, i);
  }
  void meet(std::size_t figure, std::size_t lane) override {
    models_[figure].set(
        lane, begin_relationship(theory_, general_.get(lane), infants_.get(lane), from_));
  }
  void become(const lane_columns<temperament>& persons,
              const lane_columns<double>& openness) override {
    infants_ = persons;
    openness_ = openness;
    ages_.fill(-1);
  }
  void reflect([[maybe_unused]] std::size_t lane, [[maybe_unused]] double share) override {
    if constexpr (reflecting_theory<Theory>) {
      general_.set(lane, theory_.reflect(general_.get(lane), share));
      for (auto& models : models_) models.set(lane, theory_.reflect(models.get(lane), share));
    }
  }
  void behave(const meetings& with, event_lanes& seen, lane_columns<double>& arousal,
              const lane_draws& u) const override {
    if (with.together()) return show(models_[with[0]], seen, arousal, u);
    const auto before = arousal;
    show(with.pick(std::span(models_)), seen, arousal, u);
    with.undo_others(arousal, before);
  }
  void feel(const meetings& with, event_lanes& seen, lane_columns<double>& arousal,
            const lane_draws& u) const override {
    if (with.together()) return judge(models_[with[0]], seen, arousal, u);
    const auto before = arousal;
    judge(with.pick(std::span(models_)), seen, arousal, u);
    with.undo_others(arousal, before);
  }
  void learn(const meetings& with, event_lanes& seen, lane_columns<double>& arousal,
             lane_columns<double>& relief, const lane_draws& u) override {
    if (with.together()) {
      auto& models = models_[with[0]];
      if (somebody_waits(seen))
        take_in<true>(models, with.hierarchy(), seen, arousal, relief, u);
      else
        take_in<false>(models, with.hierarchy(), seen, arousal, relief, u);
      return;
    }
    const auto before = arousal;
    const auto general = general_;
    auto models = with.pick(std::span<const lane_columns<state>>(models_));
    take_in<true>(models, with.hierarchy(), seen, arousal, relief, u);
    with.put_back(std::span(models_), models);
    with.undo_others(general_, general);
    with.undo_others(arousal, before);
  }
  model_view view(std::size_t figure, std::size_t lane) const override {
    return iwm::view(theory_, models_[figure].get(lane));
  }
  model_view view_general(std::size_t lane) const override {
    return iwm::view(theory_, general_.get(lane));
  }

 private:
  using state = typename Theory::state;

  [[gnu::noinline, gnu::flatten]] void show(const lane_columns<state>& models, event_lanes& seen,
                                            lane_columns<double>& arousal,
                                            const lane_draws& u) const {
    const Theory theory = theory_;
    const arousal_rule rule = rules_.arousal;
    for_each_lane(u, [&](std::size_t i, const draws& chance) {
      const circumstance now = seen.now.get(i);
      const temperament infant = infants_.get(i);
      const state model = models.get(i);
      const double roused = rouse(arousal.get(i), now, infant, theory.felt_security(model), rule);
      seen.shown.set(i, theory.behave(model, now, roused, infant, chance));
      arousal.set(i, roused);
    });
  }
  [[gnu::noinline, gnu::flatten]] void judge(const lane_columns<state>& models, event_lanes& seen,
                                             lane_columns<double>& arousal,
                                             const lane_draws& u) const {
    const Theory theory = theory_;
    const outcome_rule rule = rules_.outcome;
    for_each_lane(u, [&](std::size_t i, const draws& chance) {
      const event lived = seen.get(i);
      const temperament infant = infants_.get(i);
      const outcome came = resolve(lived, infant.soothability, rule);
      const outcome felt = theory.appraise(models.get(i), lived, came, infant, chance);
      seen.settling.set(i, clamp01(felt.relief));
      arousal.set(i, calm(arousal.get(i), felt.relief, lived.now.duration));
    });
  }
  /// `late`: some care came late. Where none did, the compiler knows what promptness is worth.
  template <bool late>
  [[gnu::noinline, gnu::flatten]] void take_in(lane_columns<state>& models,
                                               const lane_columns<double>& hierarchy,
                                               event_lanes& seen, lane_columns<double>& arousal,
                                               lane_columns<double>& relief, const lane_draws& u) {
    const Theory theory = theory_;
    const outcome_rule rule = rules_.outcome;
    grow_older(seen);
    for_each_lane(u, [&](std::size_t i, const draws& chance) {
      event lived = seen.get(i);
      if constexpr (!late) lived.given.delay = 0;
      const temperament infant = infants_.get(i);
      const state before = models.get(i);
      const outcome came = resolve(lived, infant.soothability, rule);
      const outcome felt = theory.appraise(before, lived, came, infant, chance);
      state specific = theory.learn(before, lived, felt, infant, plasticity_.get(i));
      if constexpr (generalising_theory<Theory>) {
        state general = general_.get(i);
        generalise(theory, general, specific, hierarchy.get(i));
        general_.set(i, general);
      }
      models.set(i, specific);
      seen.settling.set(i, clamp01(felt.relief));
      relief.set(i, felt.relief);
      arousal.set(i, calm(arousal.get(i), felt.relief, lived.now.duration));
    });
  }

  static bool somebody_waits(const event_lanes& seen) {
    static constexpr lanes<double> at_once{};
    const auto& delays = seen.given.column(offsetof(response, delay) / sizeof(double));
    return std::memcmp(delays.data(), at_once.data(), sizeof at_once) != 0;
  }
  /// Plasticity anew for those whose age has changed.
  void grow_older(const event_lanes& seen) {
    const auto& ages = seen.now.column(offsetof(circumstance, age) / sizeof(double));
    if (std::memcmp(ages.data(), ages_.data(), sizeof ages_) == 0) return;
    ages_ = ages;
    for (std::size_t i = 0; i < block_size; ++i)
      plasticity_.set(i, min(1., openness_.get(i) * rules_.plasticity(ages_[i])));
  }

  Theory theory_;
  world rules_;
  prior from_;
  lane_columns<temperament> infants_;
  lane_columns<state> general_;
  std::vector<lane_columns<state>> models_;
  lanes<double> ages_{};
  lane_columns<double> openness_{1.};
  lane_columns<double> plasticity_{rules_.plasticity(0)};
};

}  // namespace iwm
