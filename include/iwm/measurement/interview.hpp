// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/measurement/instrument.hpp"
#include "iwm/measurement/respondents.hpp"

#include <concepts>
#include <string_view>

namespace iwm {

/// An instrument that asks: an interview, a questionnaire, a diary. It hears what people say of
/// themselves and of others, codes it with the error of items, coders and of the day, and
/// classifies.
///
/// - `I::name` registry key, `I::table_name` the name in the tables, `I::summary` one line of
///   purpose.
/// - `I::parameters` with `fields()`, held in `p`.
/// - `ask(people, age, record)`: `age` in years. Pure but for the record: draws come from the
///   respondents alone. Of a person without the relationship that is asked about, nothing is
///   recorded.
///
/// Where it codes and classifies, it also offers `code` and `classify` as pure functions.
template <class I>
concept interview = std::copyable<I> && std::default_initializable<typename I::parameters> &&
    requires(const I tool, const respondents& people, record& findings, const double age) {
  { I::name } -> std::convertible_to<std::string_view>;
  { I::table_name } -> std::convertible_to<std::string_view>;
  { I::summary } -> std::convertible_to<std::string_view>;
  { tool.p } -> std::convertible_to<typename I::parameters>;
  { tool.ask(people, age, findings) } -> std::same_as<void>;
};

}  // namespace iwm
