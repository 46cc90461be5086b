// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/caregiver.hpp"
#include "iwm/core/random.hpp"
#include "iwm/testing/finding.hpp"
#include "iwm/testing/histories.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace iwm::testing {

/// The test kit for caregiver policies, for any test framework or none:
///
///     require_caregiver<my_policy>();        // throws, with every message
///     REQUIRE(failures<my_policy>() == "");  // one line of Catch2
///
/// A caregiver need not be good, so no property speaks of the care itself; one that is stated of a
/// policy can be checked alone: `answers_stronger_displays_more`.

/// One answer with everything that went in.
template <caregiver_policy C>
struct answering {
  const C& policy;  ///< the very object that answered
  caregiver_memory<C> before{};
  signal shown{};
  circumstance now{};
  draws u{};
  response given{};
  caregiver_memory<C> after{};
};

namespace detail {

/// Shows a caregiver everything an infant may show, anywhere, with extreme draws and, where it
/// follows traits, at many points of the trait space; calls visit(answering) for each.
template <caregiver_policy C, class Visit>
void show_everything(C policy, const trial& how, Visit&& visit) {
  caregiver_memory<C> memory = initial_memory(policy);
  for (std::uint64_t i = 0; i < how.events; ++i) {
    const address at{.seed = how.seed, .person = 3, .event = i};
    const draws s = extreme(at, purpose::behave);
    if constexpr (follows_traits<C>) {
      const draws t = extreme(at, purpose::traits);
      policy.adopt({t[0], t[1], t[2], t[3], t[4]});
    }
    answering<C> a{policy, memory};
    a.shown = {s[0], s[1], s[2], s[3], s[4], s[5]};
    a.shown.conflict = select(s[6] < 0.1, 1., 0.);
    a.shown.manner = select(s[7] < 0.4, 0., select(s[7] < 0.7, 1., 2.));
    a.now = anywhere(at, {});
    a.u = extreme(at, purpose::respond);
    a.given = iwm::respond(policy, memory, a.shown, a.now, a.u);
    a.after = memory;
    visit(a);
  }
}

}  // namespace detail

/// Every parameter lies in the range its own table gives.
template <caregiver_policy C>
finding parameters_lie_in_range(const C& policy, const trial& = {}) {
  return detail::in_their_ranges<typename C::parameters>(__func__, policy.p);
}

/// Every part of an answer stays in [0, 1], and the delay at 0 or more.
template <caregiver_policy C>
finding answers_stay_in_range(const C& policy, const trial& how = {}) {
  detail::range_watch watch;
  detail::show_everything(policy, how, [&](const answering<C>& a) {
    watch.within("came", a.given.came, 0., 1.);
    watch.within("fit", a.given.fit, 0., 1.);
    watch.within("delay", a.given.delay, 0., 1e6);
    watch.within("welcome", a.given.welcome, 0., 1.);
    watch.within("rejection", a.given.rejection, 0., 1.);
    watch.within("fright", a.given.fright, 0., 1.);
    watch.within("intrusion", a.given.intrusion, 0., 1.);
  });
  return watch.judged(__func__);
}

/// Nobody is welcomed or rejected by a caregiver that did not come: welcome + rejection <= came.
template <caregiver_policy C>
finding comes_to_welcome_or_reject(const C& policy, const trial& how = {}) {
  std::string wrong;
  detail::show_everything(policy, how, [&](const answering<C>& a) {
    if (wrong.empty() && !(a.given.welcome + a.given.rejection <= a.given.came + 1e-12))
      wrong = "welcome " + detail::digits(a.given.welcome) + " and rejection " +
              detail::digits(a.given.rejection) + " exceed came " + detail::digits(a.given.came);
  });
  return detail::judge(__func__, wrong.empty(),
                       wrong.empty() ? "in " + std::to_string(how.events) + " answers" : wrong);
}

/// The same arguments give the same bits, from the policy and from a copy of it: no generator,
/// counter, clock or memory is hidden in it.
template <caregiver_policy C>
finding is_pure(const C& policy, const trial& how = {}) {
  std::string impure;
  std::size_t moment = 0;
  detail::show_everything(policy, how, [&](const answering<C>& a) {
    ++moment;
    const C copy = a.policy;
    for (const C* again : {&a.policy, &copy}) {
      caregiver_memory<C> memory = a.before;
      const response given = iwm::respond(*again, memory, a.shown, a.now, a.u);
      if (impure.empty() && !(detail::same_bits(given, a.given) && memory == a.after))
        impure = "respond gave another answer for the same arguments at moment " +
                 std::to_string(moment);
    }
  });
  return detail::judge(
      __func__, impure.empty(),
      impure.empty() ? "the same bits at " + std::to_string(moment) + " moments" : impure);
}

/// A strong display is answered more often than a weak one, in the long run. Not part of
/// `check_caregiver`: some policies are meant to be otherwise.
template <caregiver_policy C>
finding answers_stronger_displays_more(const C& policy, const trial& how = {}) {
  const auto answered = [&](double display) {
    caregiver_memory<C> memory = initial_memory(policy);
    double came = 0;
    for (std::uint64_t i = 0; i < how.events; ++i) {
      const address at{.seed = how.seed, .person = 4, .event = i};
      came += iwm::respond(policy, memory, {.display = display}, {.need = display, .age = how.age},
                           at.draw(purpose::respond))
                  .came;
    }
    return came / static_cast<double>(how.events);
  };
  const double weak = answered(0.15), strong = answered(0.85);
  return detail::judge(__func__, strong >= weak + 0.02,
                       "it answered " + detail::digits(strong) + " of displays of 0.85 and " +
                           detail::digits(weak) +
                           " of displays of 0.15; it should answer more of the strong");
}

/// Every property of a caregiver policy but the optional one.
template <caregiver_policy C>
std::vector<finding> check_caregiver(const C& policy = {}, const trial& how = {}) {
  return {parameters_lie_in_range(policy, how), answers_stay_in_range(policy, how),
          comes_to_welcome_or_reject(policy, how), is_pure(policy, how)};
}

/// What failed, one property a line; empty if nothing did.
template <caregiver_policy C>
std::string failures(const C& policy = {}, const trial& how = {}) {
  return failures(check_caregiver(policy, how));
}

/// Throws property_error if a property fails.
template <caregiver_policy C>
void require_caregiver(const C& policy = {}, const trial& how = {}) {
  require(check_caregiver(policy, how));
}

}  // namespace iwm::testing
