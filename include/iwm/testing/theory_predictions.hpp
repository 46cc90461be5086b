// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/testing/finding.hpp"
#include "iwm/testing/histories.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace iwm::testing {

/// What every theory of attachment predicts, shown by histories of care without any doubt in it.
/// Each property can be checked alone. One that a theory cannot speak of is "not addressed".
/// Bowlby (1969/1982) Attachment; Ainsworth, Blehar, Waters & Wall (1978) Patterns of Attachment;
/// Main (1990) doi:10.1159/000276535 for minimising.

namespace detail {

/// A mean expectation must rise with sensitive care; a theory in which it moves with neither kind
/// of care does not address it.
template <theory T, class Mean>
finding rises(std::string_view property, std::string_view what, const T& theory, const trial& how,
              Mean&& mean) {
  const double start = mean(theory.initial(how.infant, prior{}));
  const double sensitive = mean(raised(theory, sensitive_answer, how, how.events).beliefs);
  const double rejecting = mean(raised(theory, rejecting_answer, how, how.events).beliefs);
  if (sensitive == start && rejecting == start)
    return silent(property, std::string(what) + " stays at " + digits(start));
  return judge(property, sensitive >= start + noticeable,
               after(how, "sensitive") + std::string(what) + " went from " +
                   from_to(start, sensitive) + "; it should rise");
}

}  // namespace detail

/// Consistent sensitive care raises the model of the self.
template <theory T>
finding sensitive_care_raises_self(const T& theory, const trial& how = {}) {
  return detail::rises(__func__, "the mean of self", theory, how,
                       [&](const auto& s) { return self_vector(theory.self(s)).mean(); });
}

/// Consistent sensitive care raises the model of the other.
template <theory T>
finding sensitive_care_raises_other(const T& theory, const trial& how = {}) {
  return detail::rises(__func__, "the mean of other", theory, how,
                       [&](const auto& s) { return other_vector(theory.other(s)).mean(); });
}

/// Consistent sensitive care raises confidence, in the model of self and of other.
template <theory T>
finding sensitive_care_raises_confidence(const T& theory, const trial& how = {}) {
  if constexpr (confident_theory<T>) {
    const confidence start = theory.certainty(theory.initial(how.infant, prior{}));
    const confidence now =
        theory.certainty(raised(theory, sensitive_answer, how, how.events).beliefs);
    return detail::judge(__func__,
                         now.self >= start.self + detail::noticeable &&
                             now.other >= start.other + detail::noticeable,
                         detail::after(how, "sensitive") + "confidence in self went from " +
                             detail::from_to(start.self, now.self) + ", in other from " +
                             detail::from_to(start.other, now.other) + "; both should rise");
  } else {
    return detail::silent(__func__, "it has no confidence");
  }
}

/// Consistent rejection lowers the expected acceptance.
template <theory T>
finding rejecting_care_lowers_acceptance(const T& theory, const trial& how = {}) {
  const auto acceptance = [&](const auto& s) { return other_vector(theory.other(s))[1]; };
  const double start = acceptance(theory.initial(how.infant, prior{}));
  const double rejected = acceptance(raised(theory, rejecting_answer, how, how.events).beliefs);
  const double welcomed = acceptance(raised(theory, sensitive_answer, how, how.events).beliefs);
  if (rejected == start && welcomed == start)
    return detail::silent(__func__, "acceptance stays at " + detail::digits(start));
  return detail::judge(__func__, rejected <= start - detail::noticeable,
                       detail::after(how, "rejecting") + "acceptance went from " +
                           detail::from_to(start, rejected) + "; it should fall");
}

/// Consistent rejection favours minimising: distress is muted more often than after sensitive care.
template <theory T>
finding rejecting_care_favours_minimising(const T& theory, const trial& how = {}) {
  constexpr int probes = 500;
  bool varies = false;
  const auto muted = [&](const response& answer) {
    auto pair = raised(theory, answer, how, how.events);
    int count = 0;
    for (std::uint64_t i = 0; i < probes; ++i) {
      const address at{.seed = how.seed, .person = 1, .relationship = 2, .event = i};
      const draws u = at.draw(purpose::circumstance);
      const signal shown = theory.behave(pair.beliefs, pair.rules.needs(how.age, u), u[7],
                                         how.infant, at.draw(purpose::behave));
      count += shown.manner == static_cast<double>(manner::minimise);
      varies = varies || shown.manner != 0.;
    }
    return static_cast<double>(count) / probes;
  };
  const double rejected = muted(rejecting_answer), welcomed = muted(sensitive_answer);
  if (!varies) return detail::silent(__func__, "it knows one manner of signalling");
  return detail::judge(__func__, rejected >= welcomed + 0.05,
                       detail::after(how, "rejecting") + "distress was muted in " +
                           detail::digits(rejected) + " of moments, after sensitive care in " +
                           detail::digits(welcomed) + "; it should be muted more after rejection");
}

/// Felt security is higher after sensitive than after rejecting care.
template <theory T>
finding felt_security_follows_care(const T& theory, const trial& how = {}) {
  const double sensitive =
      theory.felt_security(raised(theory, sensitive_answer, how, how.events).beliefs);
  const double rejecting =
      theory.felt_security(raised(theory, rejecting_answer, how, how.events).beliefs);
  return detail::judge(__func__, sensitive >= rejecting + detail::noticeable,
                       detail::after(how, "sensitive") + "felt security was " +
                           detail::digits(sensitive) + ", after rejecting care " +
                           detail::digits(rejecting) +
                           "; it should be higher after sensitive care");
}

}  // namespace iwm::testing
