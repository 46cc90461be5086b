// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/testing/finding.hpp"
#include "iwm/testing/histories.hpp"

#include <cstdint>
#include <string>

namespace iwm::testing {

/// What a theory of attachment predicts about change: less with age, less against confidence, and
/// new relationships by the measure of old ones. Each property can be checked alone. Bowlby (1980)
/// Loss, chapter 4, for the resistance of models to disconfirmation.

/// Less plasticity, as it is handed in at a higher age, means less learned from the same evidence:
/// never more at any single moment, and less on the whole.
template <theory T>
finding older_infants_learn_less(const T& theory, const trial& how = {}) {
  constexpr double young = 1, old = 0.2;
  double moved_young = 0, moved_old = 0;
  std::string exception;
  const auto moved = [&](const passage<T>& p, double plasticity) {
    const auto after = theory.learn(p.before, p.seen, p.felt, p.infant, plasticity);
    return (self_vector(theory.self(after)) - self_vector(theory.self(p.before))).norm() +
           (other_vector(theory.other(after)) - other_vector(theory.other(p.before))).norm();
  };
  roam(theory, how, [&](const passage<T>& p) {
    const double now_young = moved(p, young), now_old = moved(p, old);
    moved_young += now_young;
    moved_old += now_old;
    if (now_old > now_young + 1e-12 && exception.empty())
      exception = "; one event moved them by " + detail::digits(now_old) + " against " +
                  detail::digits(now_young);
  });
  return detail::judge(__func__, exception.empty() && moved_old < 0.95 * moved_young,
                       "the same evidence moved the vectors by " + detail::digits(moved_young) +
                           " in all at plasticity 1, by " + detail::digits(moved_old) +
                           " at plasticity 0.2" + exception +
                           "; it should move an older infant less");
}

/// Disconfirming evidence moves a confident model less: after a long history of sensitive care than
/// after a short one, as a share of the way from what is expected to what is met.
template <theory T>
finding confident_models_resist(const T& theory, const trial& how = {}) {
  if constexpr (confident_theory<T>) {
    const auto unsure = raised(theory, sensitive_answer, how, how.events / 20);
    const auto sure = raised(theory, sensitive_answer, how, 2 * how.events);
    const double less = theory.certainty(unsure.beliefs).other;
    const double more = theory.certainty(sure.beliefs).other;
    if (more < less + detail::noticeable)
      return detail::judge(__func__, false,
                           "forty times as much care changed confidence from " +
                               detail::from_to(less, more) + "; it should make it more confident");
    const auto moved = [&](const typename T::state& s) {
      double share = 0;
      constexpr std::uint64_t trials = 300;
      for (std::uint64_t i = 0; i < trials; ++i) {
        const address at{.seed = how.seed, .person = 2, .event = i};
        const circumstance now = unsure.rules.needs(how.age, at.draw(purpose::circumstance));
        const signal shown =
            theory.behave(unsure.beliefs, now, 0.8, how.infant, at.draw(purpose::behave));
        const auto gap = [&](const event& seen, int component) {
          const outcome came = resolve(seen, how.infant.soothability, unsure.rules.outcome);
          const outcome felt =
              theory.appraise(s, seen, came, how.infant, at.draw(purpose::appraise));
          const double before = other_vector(theory.other(s))[component];
          const auto after = theory.learn(s, seen, felt, how.infant, 1.);
          return (before - other_vector(theory.other(after))[component]) / (before + 1.);
        };
        share += gap({now, shown, no_answer}, 0) + gap({now, shown, rejecting_answer}, 1);
      }
      return share / (2. * trials);
    };
    const double moved_unsure = moved(unsure.beliefs), moved_sure = moved(sure.beliefs);
    return detail::judge(__func__, moved_sure < 0.98 * moved_unsure,
                         "one disconfirming event moved a model of confidence " +
                             detail::digits(less) + " by " + detail::digits(moved_unsure) +
                             " of the way, one of confidence " + detail::digits(more) + " by " +
                             detail::digits(moved_sure) +
                             "; it should move the confident one less");
  } else {
    return detail::silent(__func__, "it has no confidence");
  }
}

/// The general model follows the relationships: sensitive care leaves it more accepting than
/// rejecting care does.
template <theory T>
finding general_model_follows_relationships(const T& theory, const trial& how = {}) {
  if constexpr (generalising_theory<T>) {
    const auto acceptance = [&](const response& answer) {
      return other_vector(theory.other(raised(theory, answer, how, how.events).general))[1];
    };
    const double sensitive = acceptance(sensitive_answer), rejecting = acceptance(rejecting_answer);
    return detail::judge(__func__, sensitive >= rejecting + detail::noticeable,
                         detail::after(how, "sensitive") + "the general model's acceptance was " +
                             detail::digits(sensitive) + ", after rejecting care " +
                             detail::digits(rejecting) + "; it should follow the care");
  } else {
    return detail::silent(__func__, "it has no general model");
  }
}

/// Being reminded moves a relationship towards the general model, or leaves it.
template <theory T>
finding reminding_moves_towards_the_general_model(const T& theory, const trial& how = {}) {
  if constexpr (generalising_theory<T>) {
    const auto general = raised(theory, rejecting_answer, how, how.events).general;
    const auto specific = raised(theory, sensitive_answer, how, how.events / 20).beliefs;
    const auto distance = [&](const auto& s) {
      return (other_vector(theory.other(s)) - other_vector(theory.other(general))).norm() +
             (self_vector(theory.self(s)) - self_vector(theory.self(general))).norm();
    };
    const double before = distance(specific), now = distance(theory.remind(specific, general));
    return detail::judge(__func__, now <= before,
                         "reminding changed the distance of a relationship from the general model "
                         "from " +
                             detail::from_to(before, now) + "; it should not grow");
  } else {
    return detail::silent(__func__, "it has no general model");
  }
}

/// Transference: a new relationship is expected to be like those before it.
template <theory T>
finding new_relationships_start_from_the_old(const T& theory, const trial& how = {}) {
  if constexpr (generalising_theory<T>) {
    const auto expected = [&](const response& answer) {
      const auto general = raised(theory, answer, how, how.events).general;
      return other_vector(
          theory.other(begin_relationship(theory, general, how.infant, prior{})))[1];
    };
    const double sensitive = expected(sensitive_answer), rejecting = expected(rejecting_answer);
    return detail::judge(
        __func__, sensitive >= rejecting + detail::noticeable,
        detail::after(how, "sensitive") + "the acceptance expected of a new figure was " +
            detail::digits(sensitive) + ", after rejecting care " + detail::digits(rejecting) +
            "; it should be higher after sensitive care");
  } else {
    return detail::silent(__func__, "it has no general model");
  }
}

}  // namespace iwm::testing
