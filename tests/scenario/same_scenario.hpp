// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/population/scenario.hpp"

#include <algorithm>

namespace iwm::testing {

template <has_fields Owner>
bool same(const Owner& a, const Owner& b) {
  bool equal = true;
  for_each_field(a, [&](const auto& entry, const auto& value) {
    const auto& other = b.*(entry.member);
    if constexpr (group_entry<decltype(entry)>)
      equal = equal && same(value, other);
    else
      equal = equal && value == other;
  });
  return equal;
}

inline bool same(const component& a, const component& b) {
  return a.name == b.name &&
         std::ranges::equal(a.settings, b.settings, [](const auto& x, const auto& y) {
           return x.name == y.name && x.number == y.number && x.text == y.text;
         });
}

/// The lists of two plans of lives; the rest is in `fields()`.
inline bool same_lists(const lives_plan& a, const lives_plan& b) {
  const auto events = [](const life_event& x, const life_event& y) {
    return x.kind == y.kind && x.who == y.who && same<life_event>(x, y);
  };
  const auto placements = [](const placement& x, const placement& y) {
    return x.stratum == y.stratum && same<placement>(x, y);
  };
  const auto numbers = [](const auto& x, const auto& y) { return same(x, y); };
  return std::ranges::equal(a.events, b.events, events) &&
         std::ranges::equal(a.placements, b.placements, placements) &&
         std::ranges::equal(a.programmes, b.programmes, numbers) &&
         std::ranges::equal(a.therapies, b.therapies, numbers);
}

/// Equal in every part, to the last bit.
inline bool same_scenario(const scenario& a, const scenario& b) {
  const auto strata = [](const stratum_share& x, const stratum_share& y) {
    return x.name == y.name && x.share == y.share && same(x.care, y.care);
  };
  const auto figures = [](const figure_plan& x, const figure_plan& y) {
    return same(x.caregiver, y.caregiver) && same<figure_plan>(x, y);
  };
  const auto exchanges = [](const exchange& x, const exchange& y) {
    return x.who == y.who && x.months == y.months && same(x.caregiver, y.caregiver);
  };
  const auto assessments = [](const assessment_plan& x, const assessment_plan& y) {
    return same(x.instrument, y.instrument) && x.with == y.with && x.months == y.months &&
           x.person == y.person && x.generation == y.generation;
  };
  return a.name == b.name && a.description == b.description && a.protocol == b.protocol &&
         a.arm == b.arm && same<scenario>(a, b) && std::ranges::equal(a.strata, b.strata, strata) &&
         same(a.theory, b.theory) && a.diary.columns == b.diary.columns &&
         std::ranges::equal(a.figures, b.figures, figures) &&
         std::ranges::equal(a.exchanges, b.exchanges, exchanges) &&
         std::ranges::equal(a.assessments, b.assessments, assessments) &&
         same_lists(a.lives, b.lives) && a.arms == b.arms;
}

}  // namespace iwm::testing
