// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/testing/finding.hpp"
#include "iwm/testing/histories.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace iwm::testing {

/// What a theory owes the engine, whatever it claims, about functions: they are pure, and the state
/// is all there is. Each property can be checked alone.

/// The same arguments give the same bits, from the theory and from a copy of it, and leave the
/// arguments as they were: no generator, counter, clock or memory is hidden in it.
template <theory T>
finding is_pure(const T& theory, const trial& how = {}) {
  std::string impure;
  std::size_t moment = 0;
  roam(theory, how, [&](const passage<T>& p) {
    ++moment;
    const T copy = theory;
    const auto expect = [&](std::string_view what, bool holds) {
      if (!holds && impure.empty())
        impure = std::string(what) + " at random moment " + std::to_string(moment);
    };
    const self_vector self = theory.self(p.before);
    const other_vector other = theory.other(p.before);
    for (const T* again : {&theory, &copy}) {
      const signal shown = again->behave(p.before, p.now, p.arousal, p.infant, p.behaving);
      expect("behave gave another signal for the same arguments",
             detail::same_bits(shown, p.seen.shown));
      const outcome felt = again->appraise(p.before, p.seen, p.came, p.infant, p.appraising);
      expect("appraise gave another outcome for the same arguments",
             detail::same_bits(felt, p.felt));
      const auto after = again->learn(p.before, p.seen, p.felt, p.infant, p.plasticity);
      expect("learn gave another state for the same arguments", after == p.after);
      expect("initial gave another state for the same arguments",
             again->initial(p.infant, prior{}) == theory.initial(p.infant, prior{}));
      expect("anticipate gave another response for the same arguments",
             detail::same_bits(again->anticipate(p.before, shown),
                               theory.anticipate(p.before, shown)));
      expect("felt_security gave another number for the same state",
             detail::same_bits(again->felt_security(p.before), theory.felt_security(p.before)));
    }
    expect("learn changed the state it was given",
           self == theory.self(p.before) && other == theory.other(p.before));
  });
  return detail::judge(
      __func__, impure.empty(),
      impure.empty() ? "the same bits at " + std::to_string(moment) + " moments" : impure);
}

/// A copy of the state in mid-life is a snapshot: it stays as it was while life goes on, and from
/// it the same life comes again, event by event.
template <theory T>
finding replays_from_a_snapshot(const T& theory, const trial& how = {}) {
  const std::uint64_t middle = how.events / 10, end = how.events / 5;
  auto first = newborn(theory, random_care{}, how);
  for (std::uint64_t i = 0; i < middle; ++i) live(first, how, i);

  auto second = newborn(theory, random_care{}, how);
  second.general = first.general;
  second.beliefs = first.beliefs;
  second.arousal = first.arousal;
  const self_vector self = theory.self(second.beliefs);
  const other_vector other = theory.other(second.beliefs);

  std::vector<typename T::state> states;
  for (std::uint64_t i = middle; i < end; ++i) {
    live(first, how, i);
    states.push_back(first.beliefs);
  }
  if (self != theory.self(second.beliefs) || other != theory.other(second.beliefs))
    return detail::judge(__func__, false, "the copied state changed while the other lived on");
  for (std::uint64_t i = middle; i < end; ++i) {
    live(second, how, i);
    if (!(second.beliefs == states[i - middle]))
      return detail::judge(__func__, false,
                           "replayed from a copy of the state after event " +
                               std::to_string(middle) + ", life differed after event " +
                               std::to_string(i + 1));
  }
  return detail::judge(__func__, true,
                       std::to_string(states.size()) + " events came again from a copied state");
}

}  // namespace iwm::testing
