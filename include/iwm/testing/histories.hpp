// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/random.hpp"
#include "iwm/life/dyad.hpp"
#include "iwm/theory/theory.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace iwm::testing {

/// How long and with whom the kit looks. The seed makes every check repeatable.
struct trial {
  std::uint64_t seed = 1;
  std::uint64_t events = 1500;  ///< length of a history; more for a theory that learns slowly
  double age = 0.5;             ///< years
  temperament infant{};
};

/// Answers that leave no doubt, for histories of consistent care.
inline constexpr response sensitive_answer{.came = 1, .fit = 1, .delay = 0.1, .welcome = 1};
inline constexpr response rejecting_answer{.came = 1, .fit = 0.3, .delay = 0.1, .rejection = 1};
inline constexpr response frightening_answer{.came = 1, .fit = 0.3, .rejection = 1, .fright = 1};
inline constexpr response no_answer{};

/// A caregiver that answers always in the same way, whatever is shown.
struct steady_care {
  static constexpr std::string_view name = "steady_care";
  static constexpr std::string_view summary = "always the same answer";
  using parameters = response;
  parameters p{};
  response respond(const signal&, const circumstance&, const draws&) const { return p; }
};

/// A caregiver without any rule: every kind of answer can follow every signal.
struct random_care {
  static constexpr std::string_view name = "random_care";
  static constexpr std::string_view summary = "any answer to any signal";
  struct parameters {};
  parameters p{};
  response respond(const signal&, const circumstance&, const draws& u) const {
    const double came = select(u[0] < 0.7, 1., 0.);
    const double welcome = came * select(u[1] < 0.5, 1., 0.);
    return {came,
            came * u[2],
            came * 5. * u[3],
            welcome,
            came - welcome,
            select(u[4] < 0.2, 1., 0.),
            select(u[5] < 0.2, 1., 0.)};
  }
};

/// An infant before its first event.
template <theory T, caregiver_policy C>
dyad<T, C> newborn(const T& theory, const C& care, const trial& how) {
  dyad<T, C> pair{theory, care, how.infant};
  pair.begin();
  return pair;
}

/// One everyday event of a history.
template <theory T, caregiver_policy C>
event live(dyad<T, C>& pair, const trial& how, std::uint64_t number) {
  const address at{.seed = how.seed, .person = 1, .relationship = 1, .event = number};
  return pair.step(pair.rules.needs(how.age, at.draw(purpose::circumstance)), at);
}

/// An infant after a history of one kind of care; `events` counts from the first.
template <theory T>
dyad<T, steady_care> raised(const T& theory, const response& answer, const trial& how,
                            std::uint64_t events) {
  auto pair = newborn(theory, steady_care{answer}, how);
  for (std::uint64_t i = 0; i < events; ++i) live(pair, how, i);
  return pair;
}

/// One moment of a random life with everything that went in and came out, for checks of form.
template <theory T>
struct passage {
  using state = typename T::state;
  temperament infant;
  circumstance now;
  double arousal, plasticity;
  draws behaving, appraising;
  state before{};
  event seen{};
  outcome came{}, felt{};
  state after{};
};

namespace detail {

inline std::string after(const trial& how, std::string_view care) {
  return "after " + std::to_string(how.events) + " events of " + std::string(care) + " care ";
}

/// Draws of which one in five is as near to 0 or to 1 as a draw can be.
inline draws extreme(const address& at, purpose why) {
  draws u = at.draw(why);
  const draws pushed = at.draw(why, 1);
  for (std::size_t i = 0; i < u.u.size(); ++i)
    u.u[i] = pushed[i] < 0.1 ? 0x1p-33 : pushed[i] < 0.2 ? 1. - 0x1p-33 : u[i];
  return u;
}

inline circumstance anywhere(const address& at, const need_rule& needs) {
  const draws u = extreme(at, purpose::circumstance);
  const draws v = extreme(at, purpose::measured_circumstance);
  circumstance now = needs(5. * u[2], u);
  if (u[3] < 0.5) return now;
  now.need = 0;
  now.alarm = u[4];
  now.pace = u[5];
  now.separation = select(u[6] < 0.3, 1., 0.);
  now.duration = 0.2;
  now.frightened = select(v[0] < 0.2, 1., 0.);
  now.previous = select(v[1] < 0.25, -1., select(v[1] < 0.5, 0., select(v[1] < 0.75, 1., 2.)));
  now.persistence = v[2];
  now.mood = {0.3 * (v[3] - 0.5), 0.3 * (v[4] - 0.5), 0.3 * (v[5] - 0.5)};
  return now;
}

}  // namespace detail

/// One random moment in a given state.
template <theory T>
passage<T> pass(const T& theory, const typename T::state& state, const temperament& infant,
                const address& at) {
  const world rules;
  const draws u = detail::extreme(at, purpose::mood);
  passage<T> p{.infant = infant,
               .now = detail::anywhere(at, rules.needs),
               .arousal = clamp01(1.2 * u[0] - 0.1),
               .plasticity = u[1],
               .behaving = detail::extreme(at, purpose::behave),
               .appraising = detail::extreme(at, purpose::appraise),
               .before = state};
  const signal shown = theory.behave(state, p.now, p.arousal, infant, p.behaving);
  const response given = random_care{}.respond(shown, p.now, at.draw(purpose::respond));
  p.seen = {p.now, shown, present(given, p.now)};
  p.came = resolve(p.seen, infant.soothability, rules.outcome);
  p.felt = theory.appraise(state, p.seen, p.came, infant, p.appraising);
  p.seen.settling = clamp01(p.felt.relief);
  p.after = theory.learn(state, p.seen, p.felt, infant, p.plasticity);
  return p;
}

/// Leads infants of ordinary and of extreme temperament, newborn and after every kind of consistent
/// care, through random moments, at home and in a laboratory, with any arousal, any answer and
/// extreme draws; calls visit(passage) for each.
template <theory T, class Visit>
void roam(const T& theory, const trial& how, Visit&& visit) {
  address at{.seed = how.seed};
  for (const temperament& infant : {how.infant, temperament{0, 0, 0}, temperament{1, 1, 1},
                                    temperament{1, 0, 1}, temperament{0, 1, 0}}) {
    const trial his{how.seed, how.events, how.age, infant};
    for (const auto& state : {theory.initial(infant, prior{}),
                              raised(theory, sensitive_answer, his, his.events).beliefs,
                              raised(theory, rejecting_answer, his, his.events).beliefs,
                              raised(theory, frightening_answer, his, his.events).beliefs,
                              raised(theory, no_answer, his, his.events).beliefs}) {
      ++at.person;
      typename T::state now = state;
      for (at.event = 0; at.event < how.events / 25; ++at.event) {
        const passage<T> p = pass(theory, now, infant, at);
        now = p.after;
        visit(p);
      }
    }
  }
}

}  // namespace iwm::testing
