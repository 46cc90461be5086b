// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <string_view>

#include "iwm/core/draws.hpp"
#include "iwm/interaction/event.hpp"
#include "iwm/interaction/outcome.hpp"
#include "iwm/interaction/temperament.hpp"
#include "iwm/working_model/expectations.hpp"
#include "iwm/working_model/prior.hpp"

namespace iwm {

/// A theory of the internal working model: parameters, a state, and pure functions on them.
///
/// - `T::name`, `T::summary`: registry key and one line of purpose.
/// - `T::parameters` (with `fields()`) and the member `p` that holds them; constants of one person.
/// - `T::state`: all that evolves in one relationship, a regular value of numbers. Copy is snapshot,
///   compare is test, store is checkpoint.
/// - `initial(infant, from) -> state`: before the first event.
/// - `felt_security(state) -> [0, 1]`: how much the figure's presence, or the thought of it, reassures.
/// - `behave(state, now, arousal, infant, u) -> signal`: what is shown; members within their ranges.
/// - `appraise(state, seen, came, infant, u) -> outcome`: the outcome as felt, after the model's filter.
/// - `learn(state, seen, felt, infant, plasticity) -> state`; `plasticity` in (0, 1] falls with age.
/// - `anticipate(state, shown) -> response`: mental simulation of the figure's answer; members are
///   expectations, 0 to 1.
/// - `self(state)`, `other(state)`: expectations in [-1, 1].
///
/// All are pure: no generator, clock, input, output, allocation or global. A theory throws nothing.
///
/// Optional, each found by its presence:
/// - `generalise(general, specific, weight) -> state` and `remind(specific, general) -> state`: a general
///   model that follows each relationship and pulls back; `transfer(general, infant, from) -> state`: how a
///   new relationship starts from it.
/// - `reflect(state, share) -> state`: what `share` of a full integration does: what is said comes to
///   agree with what was felt, defences loosen, and the model becomes open to news.
/// - `declared_self(state)`, `declared_other(state)`: the store that can be put into words.
/// - `certainty(state) -> confidence`; `strategies(state) -> strategy_values`.
template <class T>
concept theory =
    std::copyable<T> && std::regular<typename T::state> &&
    std::default_initializable<typename T::parameters> &&
    requires(const T t, const typename T::state s, const temperament infant, const prior from,
             const circumstance now, const signal shown, const event seen, const outcome came,
             const draws u, const double number) {
      { T::name } -> std::convertible_to<std::string_view>;
      { T::summary } -> std::convertible_to<std::string_view>;
      { t.p } -> std::convertible_to<typename T::parameters>;
      { t.initial(infant, from) } -> std::same_as<typename T::state>;
      { t.felt_security(s) } -> std::same_as<double>;
      { t.behave(s, now, number, infant, u) } -> std::same_as<signal>;
      { t.appraise(s, seen, came, infant, u) } -> std::same_as<outcome>;
      { t.learn(s, seen, came, infant, number) } -> std::same_as<typename T::state>;
      { t.anticipate(s, shown) } -> std::same_as<response>;
      { t.self(s) } -> std::convertible_to<self_vector>;
      { t.other(s) } -> std::convertible_to<other_vector>;
    };

/// A theory with a general model beside the models of single relationships.
template <class T>
concept generalising_theory =
    theory<T> && requires(const T t, const typename T::state s, const temperament infant,
                         const prior from) {
      { t.generalise(s, s, 1.0) } -> std::same_as<typename T::state>;
      { t.remind(s, s) } -> std::same_as<typename T::state>;
      { t.transfer(s, infant, from) } -> std::same_as<typename T::state>;
    };

/// A theory whose models can be thought over.
template <class T>
concept reflecting_theory = theory<T> && requires(const T t, const typename T::state s) {
  { t.reflect(s, 1.0) } -> std::same_as<typename T::state>;
};

/// A theory that keeps apart what is felt and what is said.
template <class T>
concept declaring_theory = theory<T> && requires(const T t, const typename T::state s) {
  { t.declared_self(s) } -> std::convertible_to<self_vector>;
  { t.declared_other(s) } -> std::convertible_to<other_vector>;
};

/// A theory that says how sure the model is of itself.
template <class T>
concept confident_theory = theory<T> && requires(const T t, const typename T::state s) {
  { t.certainty(s) } -> std::convertible_to<confidence>;
};

/// A theory that holds values of the three strategies.
template <class T>
concept strategic_theory = theory<T> && requires(const T t, const typename T::state s) {
  { t.strategies(s) } -> std::convertible_to<strategy_values>;
};

/// The state of a new relationship: from the general model where the theory has one.
template <theory T>
typename T::state begin_relationship(const T& t, [[maybe_unused]] const typename T::state& general,
                                     const temperament& infant, [[maybe_unused]] const prior& from) {
  if constexpr (generalising_theory<T>)
    return t.transfer(general, infant, from);
  else
    return t.initial(infant, from);
}

/// The exchange between a relationship's model and the general one after an event.
template <theory T>
void generalise([[maybe_unused]] const T& t, [[maybe_unused]] typename T::state& general,
                [[maybe_unused]] typename T::state& specific, [[maybe_unused]] double weight) {
  if constexpr (generalising_theory<T>) {
    general = t.generalise(general, specific, weight);
    specific = t.remind(specific, general);
  }
}

}  // namespace iwm
