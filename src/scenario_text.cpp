// SPDX-License-Identifier: MIT
#include "scenario_text.hpp"

#include "iwm/core/fields.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "scenario_parse.hpp"

namespace iwm {
namespace {

constexpr int shown_digits = 10;
constexpr std::size_t longest_name = 64;

std::string allowed_text(const shape& at) {
  switch (at.is) {
    case shape::kind::number:
      return range_text(at);
    case shape::kind::integer:
      return "whole, " + range_text(at);
    case shape::kind::toggle:
      return "true, false";
    case shape::kind::text:
      return "text";
    case shape::kind::one_of: {
      std::string names;
      for (const std::string& name : at.names) names += (names.empty() ? "" : ", ") + name;
      return names;
    }
    case shape::kind::component:
      return at.noun;
    case shape::kind::list:
      return "list";
    default:
      return "object";
  }
}

}  // namespace

std::string number_text(double value) {
  if (std::floor(value) != value || std::abs(value) >= 1e21) return to_text(value);
  char digits[32];
  const auto end =
      std::to_chars(digits, digits + sizeof digits, value + 0., std::chars_format::fixed);
  return {digits, end.ptr};
}

std::string brief_text(double value) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::general,
                                 shown_digits);
  return {digits, end.ptr};
}

std::string range_text(const shape& at) {
  constexpr double above_all = 18446744073709551616.;
  const auto bound = [&](double value) {
    return at.is == shape::kind::integer && value == above_all ? "18446744073709551615"
                                                               : number_text(value);
  };
  return '[' + bound(at.lowest) + ", " + bound(at.highest) + ']';
}

std::string default_text(const shape& at) {
  if (at.initial.is_null()) return "";
  return at.initial.is_number_float() ? brief_text(at.initial.get<double>()) : at.initial.dump();
}

std::array<std::string, 6> cells_of(const shape& at) {
  return {at.key, default_text(at), allowed_text(at), at.unit, at.meaning, at.source};
}

namespace {

constexpr std::size_t line_width = 100;

std::string leaf_text(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string flat(const json& value) {
  if (value.is_number_float()) {
    const double number = value.get<double>();
    return std::isfinite(number) ? number_text(number) : "null";
  }
  if (!value.is_structured()) return leaf_text(value);
  std::string text;
  for (const auto& [key, member] : value.items()) {
    if (!text.empty()) text += ", ";
    if (value.is_object()) text += leaf_text(key) + ": ";
    text += flat(member);
  }
  return value.is_object() ? '{' + text + '}' : '[' + text + ']';
}

bool is_flat(const json& value) {
  return std::none_of(value.begin(), value.end(), [](const json& one) {
    return one.is_object() || (one.is_array() && !is_flat(one));
  });
}

void write(const json& value, std::string& to, std::size_t indent, std::size_t column) {
  if (!value.is_structured() || is_flat(value)) {
    const std::string line = flat(value);
    if (!value.is_structured() || value.empty() || column + line.size() < line_width) {
      to += line;
      return;
    }
  }
  to += value.is_object() ? "{\n" : "[\n";
  bool first = true;
  for (const auto& [key, member] : value.items()) {
    if (!first) to += ",\n";
    first = false;
    const std::string start = value.is_object() ? leaf_text(key) + ": " : "";
    to += std::string(indent + 2, ' ') + start;
    write(member, to, indent + 2, indent + 2 + start.size());
  }
  to += '\n' + std::string(indent, ' ') + (value.is_object() ? '}' : ']');
}

}  // namespace

std::string pretty(const json& value) {
  std::string text;
  write(value, text, 0, 0);
  return text + '\n';
}

namespace {

std::string joined(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) text += (text.empty() ? "" : ", ") + std::string(name);
  return text;
}

}  // namespace

std::string in_quotes(std::string_view name) { return '\'' + printable(name) + '\''; }

std::string near_to(std::string_view wrong, const std::vector<std::string_view>& known) {
  const std::string near = wrong.size() > longest_name ? "" : nearest_name(wrong, known);
  return near.empty() ? near : "; did you mean " + in_quotes(near) + '?';
}

std::string unknown_name(std::string_view noun, std::string_view wrong,
                         const std::vector<std::string_view>& known) {
  const std::string near = near_to(wrong, known);
  return "unknown " + std::string(noun) + ' ' + in_quotes(wrong) + near +
         (near.empty() ? ";" : "") + " known: " + joined(known);
}

std::string unknown_key(std::string_view wrong, const std::vector<std::string_view>& known) {
  if (known.empty()) return "; it has none";
  const std::string near = near_to(wrong, known);
  return near.empty() ? "; known: " + joined(known) : near;
}

std::string got(const json& value) {
  if (value.is_string()) return "the string \"" + printable(value.get<std::string>(), 40) + '"';
  if (value.is_number()) return "the number " + as_text(value);
  if (value.is_array()) return value.empty() ? "an empty list" : "a list";
  return value.is_object() ? "an object" : value.dump();
}

std::string as_text(const json& number) {
  return number.is_number_float() ? number_text(number.get<double>()) : number.dump();
}

bool is_stratum_name(std::string_view name) {
  const auto allowed = [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  };
  return !name.empty() && name.size() <= longest_name &&
         std::all_of(name.begin(), name.end(), allowed);
}

}  // namespace iwm
