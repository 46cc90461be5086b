// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "iwm/life/dyad.hpp"
#include "iwm/life/lanes.hpp"
#include "iwm/life/world.hpp"
#include "iwm/theory/theory.hpp"

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
/// Figures are numbered; each infant has a model of every figure and a general one. `arousal` is the
/// infants' own and goes in and out of every call.
class theory_block {
 public:
  virtual ~theory_block() = default;
  virtual std::unique_ptr<theory_block> clone() const = 0;
  /// A new relationship with `figure`, for all infants of the block.
  virtual void meet(std::size_t figure) = 0;
  /// Rouses the infants and fills in `shown` of each event from its `now`.
  virtual void behave(std::size_t figure, lanes<event>& seen, lanes<double>& arousal,
                      const lanes<draws>& u) const = 0;
  /// Appraises without learning: fills in `settling` and calms the infants.
  virtual void feel(std::size_t figure, lanes<event>& seen, lanes<double>& arousal,
                    const lanes<draws>& u) const = 0;
  /// Appraises, learns, generalises; fills in `settling`, returns the relief felt, calms the infants.
  virtual void learn(std::size_t figure, double hierarchy, lanes<event>& seen,
                     lanes<double>& arousal, lanes<double>& relief, const lanes<draws>& u) = 0;
  virtual model_view view(std::size_t figure, std::size_t lane) const = 0;
  virtual model_view view_general(std::size_t lane) const = 0;
};

template <theory Theory>
class theory_block_of final : public theory_block {
 public:
  theory_block_of(const Theory& theory, const world& rules, const prior& from,
                  const lanes<temperament>& infants, std::size_t figures)
      : theory_(theory), rules_(rules), from_(from), infants_(infants), models_(figures) {
    for (std::size_t i = 0; i < block_size; ++i) general_[i] = theory_.initial(infants_[i], from_);
    for (std::size_t figure = 0; figure < figures; ++figure) meet(figure);
  }
  std::unique_ptr<theory_block> clone() const override {
    return std::make_unique<theory_block_of>(*this);
  }
  void meet(std::size_t figure) override {
    for (std::size_t i = 0; i < block_size; ++i)
      models_[figure][i] = begin_relationship(theory_, general_[i], infants_[i], from_);
  }
  void behave(std::size_t figure, lanes<event>& seen, lanes<double>& arousal,
              const lanes<draws>& u) const override {
    const lanes<state>& models = models_[figure];
    for (std::size_t i = 0; i < block_size; ++i) {
      arousal[i] = rouse(arousal[i], seen[i].now, infants_[i], theory_.felt_security(models[i]),
                         rules_.arousal);
      seen[i].shown = theory_.behave(models[i], seen[i].now, arousal[i], infants_[i], u[i]);
    }
  }
  void feel(std::size_t figure, lanes<event>& seen, lanes<double>& arousal,
            const lanes<draws>& u) const override {
    for (std::size_t i = 0; i < block_size; ++i)
      settle(seen[i], arousal[i], appraise(models_[figure][i], seen[i], infants_[i], u[i]).relief);
  }
  void learn(std::size_t figure, double hierarchy, lanes<event>& seen, lanes<double>& arousal,
             lanes<double>& relief, const lanes<draws>& u) override {
    const double plasticity = rules_.plasticity(seen[0].now.age);
    lanes<state>& models = models_[figure];
    for (std::size_t i = 0; i < block_size; ++i) {
      const outcome felt = appraise(models[i], seen[i], infants_[i], u[i]);
      models[i] = theory_.learn(models[i], seen[i], felt, infants_[i], plasticity);
      generalise(theory_, general_[i], models[i], hierarchy);
      relief[i] = felt.relief;
      settle(seen[i], arousal[i], felt.relief);
    }
  }
  model_view view(std::size_t figure, std::size_t lane) const override {
    return iwm::view(theory_, models_[figure][lane]);
  }
  model_view view_general(std::size_t lane) const override {
    return iwm::view(theory_, general_[lane]);
  }

 private:
  using state = typename Theory::state;

  outcome appraise(const state& model, const event& seen, const temperament& infant,
                   const draws& u) const {
    const outcome came = resolve(seen, infant.soothability, rules_.outcome);
    return theory_.appraise(model, seen, came, infant, u);
  }
  static void settle(event& seen, double& arousal, double relief) {
    seen.settling = clamp01(relief);
    arousal = calm(arousal, relief, seen.now.duration);
  }

  Theory theory_;
  world rules_;
  prior from_;
  lanes<temperament> infants_;
  lanes<state> general_;
  std::vector<lanes<state>> models_;
};

}  // namespace iwm
