// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <string_view>

#include "iwm/caregiver/care_traits.hpp"
#include "iwm/core/draws.hpp"
#include "iwm/interaction/circumstance.hpp"
#include "iwm/interaction/norm.hpp"
#include "iwm/interaction/response.hpp"
#include "iwm/interaction/signal.hpp"

namespace iwm {

/// A response together with the memory it leaves in the caregiver.
template <class State>
struct remembered {
  response given;
  State state;
};

/// A caregiver whose answer depends on the moment alone.
template <class C>
concept memoryless_caregiver =
    requires(const C policy, const signal shown, const circumstance now, const draws u) {
      { policy.respond(shown, now, u) } -> std::same_as<response>;
    };

/// A caregiver that carries something from one moment to the next: `initial()` and a state that is
/// handed in and returned.
template <class C>
concept remembering_caregiver =
    std::regular<typename C::state> &&
    requires(const C policy, const typename C::state before, const signal shown,
             const circumstance now, const draws u) {
      { policy.initial() } -> std::same_as<typename C::state>;
      { policy.respond(before, shown, now, u) } -> std::same_as<remembered<typename C::state>>;
    };

/// A caregiver policy: answers what an infant shows.
///
/// - `C::name`, `C::summary`: registry key and one line of purpose.
/// - `C::parameters` (default-constructible, with `fields()`) and the member `p` that holds them.
/// - `respond(shown, now, u)`, or with a state first when the policy remembers. Pure: the same
///   arguments give the same response; the only chance is in the draws `u`. Called also when nothing
///   is shown (intrusion is unasked). It sees the display, never the working model behind it.
/// - optional `adopt(care_traits)`: takes on the momentary traits of a family's caregiver.
/// - optional `live_under(norm)`: cares as a culture expects.
template <class C>
concept caregiver_policy =
    std::copyable<C> && std::default_initializable<typename C::parameters> &&
    requires(C policy) {
      { C::name } -> std::convertible_to<std::string_view>;
      { C::summary } -> std::convertible_to<std::string_view>;
      { policy.p } -> std::convertible_to<typename C::parameters>;
    } && (memoryless_caregiver<C> || remembering_caregiver<C>);

/// A caregiver that follows the traits drawn for a family and their drift.
template <class C>
concept follows_traits = requires(C policy, const care_traits momentary) { policy.adopt(momentary); };

/// A caregiver that cares as the norm of its culture expects.
template <class C>
concept follows_norm = requires(C policy, const norm culture) { policy.live_under(culture); };

/// Nothing to remember.
struct no_memory {
  bool operator==(const no_memory&) const = default;
};

namespace detail {
template <class C>
struct caregiver_memory {
  using type = no_memory;
};
template <remembering_caregiver C>
struct caregiver_memory<C> {
  using type = typename C::state;
};
}  // namespace detail

/// The memory of any policy, `no_memory` for one without.
template <caregiver_policy C>
using caregiver_memory = typename detail::caregiver_memory<C>::type;

/// The memory at the beginning of a relationship.
template <caregiver_policy C>
caregiver_memory<C> initial_memory([[maybe_unused]] const C& policy) {
  if constexpr (remembering_caregiver<C>)
    return policy.initial();
  else
    return {};
}

/// The answer of any policy; `memory` is updated where there is one.
template <caregiver_policy C>
response respond(const C& policy, [[maybe_unused]] caregiver_memory<C>& memory, const signal& shown,
                 const circumstance& now, const draws& u) {
  if constexpr (remembering_caregiver<C>) {
    const auto answer = policy.respond(memory, shown, now, u);
    memory = answer.state;
    return answer.given;
  } else {
    return policy.respond(shown, now, u);
  }
}

}  // namespace iwm
