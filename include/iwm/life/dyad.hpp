// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/caregiver.hpp"
#include "iwm/core/random.hpp"
#include "iwm/infant/arousal.hpp"
#include "iwm/interaction/outcome.hpp"
#include "iwm/life/moment.hpp"
#include "iwm/life/world.hpp"
#include "iwm/theory/theory.hpp"

namespace iwm {

/// One infant with one caregiver: the readable reference of the engine, and the tool for research
/// code.
///
///     dyad<theories::conditional_strategies, caregivers::rejecting> pair;
///     pair.begin();
///     for (std::uint64_t i = 0; i < 1000; ++i) {
///       const address at{.seed = 1, .person = 7, .relationship = 1, .event = i};
///       pair.step(pair.rules.needs(age, at.draw(purpose::circumstance)), at);
///     }
template <theory Theory, caregiver_policy Caregiver>
struct dyad {
  Theory theory{};
  Caregiver caregiver{};
  temperament infant{};
  world rules{};
  double hierarchy = 1;  ///< weight of this figure for the general model

  typename Theory::state general{}, beliefs{};
  caregiver_memory<Caregiver> memory{};
  episode_memory episodes{};
  double arousal = 0;

  /// Before the first event.
  void begin(const prior& from = {}) {
    general = theory.initial(infant, from);
    arousal = 0;
    meet(from);
  }

  /// A new caregiver: a new relationship, expected to be like the general model.
  void meet(const prior& from = {}) {
    beliefs = begin_relationship(theory, general, infant, from);
    memory = initial_memory(caregiver);
    episodes = {};
  }

  /// One event: behave, respond, resolve, appraise, learn.
  event step(const circumstance& now, const address& at) {
    const moment lived = encounter(now, at, purpose::behave, purpose::respond, purpose::appraise);
    beliefs = theory.learn(beliefs, lived.seen, lived.felt, infant, rules.plasticity(now.age));
    generalise(theory, general, beliefs, hierarchy);
    const draws u = at.draw(purpose::circumstance);
    remember(episodes, recollect(lived.seen, lived.felt.relief), lived.arousal, u[2], u[3]);
    return lived.seen;
  }

  /// One moment that teaches nothing: for instruments, on a copy of the pair.
  event watch(const circumstance& now, const address& at) {
    return encounter(now, at, purpose::measured_behave, purpose::measured_respond,
                     purpose::measured_appraise)
        .seen;
  }

 private:
  struct moment {
    event seen;
    outcome felt;
    double arousal;
  };

  moment encounter(const circumstance& now, const address& at, purpose behave, purpose respond,
                   purpose appraise) {
    const double roused = rouse(arousal, now, infant, theory.felt_security(beliefs), rules.arousal);
    const signal shown = theory.behave(beliefs, now, roused, infant, at.draw(behave));
    const response given = iwm::respond(caregiver, memory, shown, now, at.draw(respond));
    event seen{now, shown, present(given, now)};
    const outcome came = resolve(seen, infant.soothability, rules.outcome);
    const outcome felt = theory.appraise(beliefs, seen, came, infant, at.draw(appraise));
    seen.settling = clamp01(felt.relief);
    arousal = calm(roused, felt.relief, now.duration);
    return {seen, felt, roused};
  }
};

}  // namespace iwm
