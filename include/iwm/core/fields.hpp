// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/error.hpp"

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace iwm {

/// The table of a parameter type, stated once. JSON reading, error messages, docs, CSV headers,
/// sweeps and calibration all come from it; the default of a field is what a default-constructed
/// owner holds.
///
///     struct parameters {
///       double gain = 0.02;
///       static constexpr auto fields() {
///         return std::tuple{field{"gain", &parameters::gain, 0., 1., "1/event", "step size"}};
///       }
///     };

/// What a field may hold.
template <class T>
concept field_value = std::same_as<T, double> || std::same_as<T, bool> ||
    std::same_as<T, std::int64_t> || std::same_as<T, std::uint64_t>;

/// One number or switch: its name (the JSON key), where it is, the closed range of what is allowed
/// (0 and 1 for a switch), its unit, what it means, and where its default comes from.
template <class Owner, field_value Value>
struct field {
  std::string_view name;
  Value Owner::*member;
  double lowest, highest;
  std::string_view unit, meaning, source{};
};
template <class Owner, class Value>
field(std::string_view, Value Owner::*, double, double, std::string_view, std::string_view,
      std::string_view = {}) -> field<Owner, Value>;

/// A part that has a table of its own, nested under `name`.
template <class Owner, class Part>
struct group {
  std::string_view name;
  Part Owner::*member;
  std::string_view meaning;
};
template <class Owner, class Part>
group(std::string_view, Part Owner::*, std::string_view) -> group<Owner, Part>;

/// Types with a table: `fields()` is a static constexpr function that returns a tuple of fields
/// and groups.
template <class T>
concept has_fields = requires {
  std::tuple_size<decltype(std::remove_cvref_t<T>::fields())>::value;
};

/// Tells the two kinds of entry apart in a generic visitor: `if constexpr (field_entry<E>)`.
template <class T>
concept field_entry = requires(T entry) {
  entry.unit;
};
template <class T>
concept group_entry = !field_entry<T> && requires(T entry) {
  entry.member;
};

/// Calls visit(entry) for each entry of the table of `Owner`, in order.
template <has_fields Owner, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](const auto&... entry) { (static_cast<void>(visit(entry)), ...); },
             Owner::fields());
}

/// Calls visit(entry, value) for each entry of the table of `owner`, in order; `value` is a
/// reference to the member, const if the owner is.
template <has_fields Owner, class Visit>
constexpr void for_each_field(Owner& owner, Visit&& visit) {
  for_each_field<std::remove_const_t<Owner>>(
      [&](const auto& entry) { visit(entry, owner.*(entry.member)); });
}

/// A JSON pointer one step longer: "~" and "/" in the name become "~0" and "~1" (RFC 6901).
inline std::string pointer_to(std::string_view parent, std::string_view name) {
  std::string pointer(parent);
  pointer += '/';
  for (const char c : name) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
  return pointer;
}

/// Calls visit(pointer, field, value) for each field of `owner` and of all its groups, depth first
/// and in order; `pointer` is the JSON pointer of the field, as "/temperament/reactivity".
template <has_fields Owner, class Visit>
void walk_fields(Owner& owner, Visit&& visit, std::string_view parent = {}) {
  for_each_field(owner, [&](const auto& entry, auto& value) {
    const std::string pointer = pointer_to(parent, entry.name);
    if constexpr (group_entry<decltype(entry)>)
      walk_fields(value, visit, pointer);
    else
      visit(pointer, entry, value);
  });
}

/// A value as a user would write it: shortest digits that read back the same, true or false.
template <field_value Value>
std::string to_text(Value value) {
  if constexpr (std::same_as<Value, bool>) {
    return value ? "true" : "false";
  } else {
    char digits[32];
    return std::string(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  }
}

/// Whether a value lies in the closed range of its field. A NaN never does.
template <class Owner, field_value Value>
constexpr bool allows(const field<Owner, Value>& entry, Value value) {
  const double number = static_cast<double>(value);
  return entry.lowest <= number && number <= entry.highest;
}

/// What is wrong with a value, as "1.5 is outside [0, 1] (1/event)".
template <class Owner, field_value Value>
std::string outside(const field<Owner, Value>& entry, Value value) {
  return to_text(value) + " is outside [" + to_text(entry.lowest) + ", " + to_text(entry.highest) +
         "] (" + std::string(entry.unit) + ")";
}

/// All fields of `owner` and its groups that are out of range; empty if none is.
template <has_fields Owner>
std::vector<problem> in_range(const Owner& owner, std::string_view file = {},
                              std::string_view parent = {}) {
  std::vector<problem> found;
  walk_fields(
      owner,
      [&](const std::string& pointer, const auto& entry, const auto& value) {
        if (!allows(entry, value))
          found.push_back({std::string(file), pointer, outside(entry, value)});
      },
      parent);
  return found;
}

}  // namespace iwm
