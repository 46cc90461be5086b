// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>

#include "iwm/interaction/event.hpp"
#include "iwm/measurement/stage.hpp"

namespace iwm {

/// Receives what an instrument has found out about the infants on its stage.
class record {
 public:
  virtual ~record() = default;
  /// `episode` 0 where the instrument has none.
  virtual void scale(std::size_t infant, std::string_view name, std::int64_t episode,
                     double value) = 0;
  virtual void category(std::size_t infant, std::string_view system, std::string_view name) = 0;
  /// One event of a recording, `hours` after its beginning.
  virtual void recorded(std::size_t infant, double hours, const event& seen) = 0;
};

/// An instrument: a procedure that watches copies of children, codes what it saw with the error of its
/// raters, and classifies.
///
/// - `I::name` registry key, `I::table_name` the name in the tables, `I::summary` one line of purpose.
/// - `I::parameters` with `fields()`, held in `p`.
/// - `assess(stage, age, record)`: `age` in years. Draws come from the stage alone.
///
/// Where an instrument codes and classifies, it also offers `code` and `classify` as pure functions.
template <class I>
concept instrument =
    std::copyable<I> && std::default_initializable<typename I::parameters> &&
    requires(const I tool, stage& children, record& findings, const double age) {
      { I::name } -> std::convertible_to<std::string_view>;
      { I::table_name } -> std::convertible_to<std::string_view>;
      { I::summary } -> std::convertible_to<std::string_view>;
      { tool.p } -> std::convertible_to<typename I::parameters>;
      { tool.assess(children, age, findings) } -> std::same_as<void>;
    };

}  // namespace iwm
