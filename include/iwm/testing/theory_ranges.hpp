// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/testing/finding.hpp"
#include "iwm/testing/histories.hpp"

#include <string>

namespace iwm::testing {

/// What a theory owes the engine, whatever it claims, about numbers: they stay in range in states
/// reached by random lives (see `roam`). Each property can be checked alone.

namespace detail {

inline void watch_self(range_watch& watch, const std::string& store, const self_vector& self) {
  watch.within(store + "worth", self[0], -1., 1.);
  watch.within(store + "efficacy", self[1], -1., 1.);
}
inline void watch_other(range_watch& watch, const std::string& store, const other_vector& other) {
  watch.within(store + "availability", other[0], -1., 1.);
  watch.within(store + "acceptance", other[1], -1., 1.);
  watch.within(store + "safety", other[2], -1., 1.);
}

}  // namespace detail

/// Every parameter lies in the range its own table gives.
template <theory T>
finding parameters_lie_in_range(const T& theory, const trial& = {}) {
  return detail::in_their_ranges<typename T::parameters>(__func__, theory.p);
}

/// Vectors of self and other, implicit and declared, stay in [-1, 1]; confidence in [0, 1];
/// strategy values finite. Where there is a general model, so do the states that it exchanges.
template <theory T>
finding vectors_stay_in_range(const T& theory, const trial& how = {}) {
  detail::range_watch watch;
  const auto look = [&](const typename T::state& s) {
    detail::watch_self(watch, "", theory.self(s));
    detail::watch_other(watch, "", theory.other(s));
    if constexpr (declaring_theory<T>) {
      detail::watch_self(watch, "declared ", theory.declared_self(s));
      detail::watch_other(watch, "declared ", theory.declared_other(s));
    }
    if constexpr (confident_theory<T>) {
      const confidence sure = theory.certainty(s);
      watch.within("confidence in self", sure.self, 0., 1.);
      watch.within("confidence in other", sure.other, 0., 1.);
    }
    if constexpr (strategic_theory<T>) {
      const strategy_values q = theory.strategies(s);
      watch.within("value of direct", q.direct, -1e6, 1e6);
      watch.within("value of minimise", q.minimise, -1e6, 1e6);
      watch.within("value of maximise", q.maximise, -1e6, 1e6);
    }
  };
  roam(theory, how, [&](const passage<T>& p) {
    look(p.before);
    if constexpr (generalising_theory<T>) {
      look(theory.generalise(p.before, p.after, p.arousal));
      look(theory.remind(p.after, p.before));
      look(begin_relationship(theory, p.after, p.infant, prior{}));
    }
  });
  return watch.judged(__func__);
}

/// What is shown stays in [0, 1], and the manner is one of the three.
template <theory T>
finding signals_stay_in_range(const T& theory, const trial& how = {}) {
  detail::range_watch watch;
  roam(theory, how, [&](const passage<T>& p) {
    const signal& s = p.seen.shown;
    watch.within("display", s.display, 0., 1.);
    watch.within("proximity", s.proximity, 0., 1.);
    watch.within("contact", s.contact, 0., 1.);
    watch.within("resistance", s.resistance, 0., 1.);
    watch.within("avoidance", s.avoidance, 0., 1.);
    watch.within("exploration", s.exploration, 0., 1.);
    watch.within("conflict", s.conflict, 0., 1.);
    if (s.manner != 0. && s.manner != 1. && s.manner != 2.)
      watch.broken("manner was " + detail::digits(s.manner) +
                   ", which is none of 0 (direct), 1 (minimise), 2 (maximise)");
  });
  return watch.judged(__func__);
}

/// Evidence as felt stays in [-1, 1], relief in [-5, 5]: what came lies in [-2, 1] in the default
/// world, and a theory may add what the infant did for itself.
template <theory T>
finding felt_outcomes_stay_in_range(const T& theory, const trial& how = {}) {
  detail::range_watch watch;
  roam(theory, how, [&](const passage<T>& p) {
    watch.within("felt relief", p.felt.relief, -5., 5.);
    watch.within("felt availability", p.felt.availability, -1., 1.);
    watch.within("felt acceptance", p.felt.acceptance, -1., 1.);
    watch.within("felt safety", p.felt.safety, -1., 1.);
    watch.within("felt worth", p.felt.worth, -1., 1.);
    watch.within("felt efficacy", p.felt.efficacy, -1., 1.);
  });
  return watch.judged(__func__);
}

/// An anticipated response holds expectations in [0, 1] and a delay of 0 or more.
template <theory T>
finding anticipation_stays_in_range(const T& theory, const trial& how = {}) {
  detail::range_watch watch;
  roam(theory, how, [&](const passage<T>& p) {
    const response r = theory.anticipate(p.before, p.seen.shown);
    watch.within("anticipated came", r.came, 0., 1.);
    watch.within("anticipated fit", r.fit, 0., 1.);
    watch.within("anticipated delay", r.delay, 0., 1e6);
    watch.within("anticipated welcome", r.welcome, 0., 1.);
    watch.within("anticipated rejection", r.rejection, 0., 1.);
    watch.within("anticipated fright", r.fright, 0., 1.);
    watch.within("anticipated intrusion", r.intrusion, 0., 1.);
  });
  return watch.judged(__func__);
}

/// Felt security stays in [0, 1].
template <theory T>
finding felt_security_stays_in_range(const T& theory, const trial& how = {}) {
  detail::range_watch watch;
  roam(theory, how, [&](const passage<T>& p) {
    watch.within("felt security", theory.felt_security(p.before), 0., 1.);
  });
  return watch.judged(__func__);
}

}  // namespace iwm::testing
