// SPDX-License-Identifier: MIT
#include "scenario_check.hpp"

#include <algorithm>
#include <cmath>

#include "scenario_parse.hpp"
#include "scenario_text.hpp"

namespace iwm {
namespace {

using kind = shape::kind;

struct checker {
  const std::string& file;
  std::vector<problem>& problems;

  void wrong(const std::string& pointer, std::string message) const {
    problems.push_back({file, pointer, std::move(message)});
  }
  void expected(const std::string& what, const json& value, const std::string& pointer) const {
    wrong(pointer, "expected " + what + ", got " + got(value));
  }

  void check(const json& value, const shape& at, const std::string& pointer) const {
    if (is_reported(value)) return;
    switch (at.is) {
      case kind::number:
      case kind::integer:
        return check_number(value, at, pointer);
      case kind::toggle:
        if (!value.is_boolean()) expected("true or false", value, pointer);
        return;
      case kind::text:
        return check_text(value, at, pointer);
      case kind::one_of:
        if (!value.is_string()) return expected("the name of a " + at.noun, value, pointer);
        if (std::find(at.names.begin(), at.names.end(), value.get<std::string>()) == at.names.end())
          wrong(pointer, unknown_name(at.noun, value.get<std::string>(),
                                      {at.names.begin(), at.names.end()}));
        return;
      case kind::object:
        return check_object(value, at, pointer);
      case kind::named:
        return check_named(value, at, pointer);
      case kind::list:
        return check_list(value, at, pointer);
      case kind::component:
        return check_component(value, at, pointer);
    }
  }

  void check_number(const json& value, const shape& at, const std::string& pointer) const {
    const bool whole = at.is == kind::integer;
    const bool only_one = at.lowest == at.highest;
    if (!value.is_number() || (whole && !is_whole(value)))
      return expected(only_one ? number_text(at.lowest)
                      : whole  ? "a whole number"
                               : "a number",
                      value, pointer);
    if (is_within(value, at)) return;
    if (only_one) return expected(number_text(at.lowest), value, pointer);
    const std::string unit = at.unit.empty() || at.unit == "1" ? "" : " (" + at.unit + ')';
    wrong(pointer, as_text(value) + " is outside " + range_text(at) + unit);
  }

  void check_text(const json& value, const shape& at, const std::string& pointer) const {
    if (!value.is_string()) return expected("a text", value, pointer);
    const std::string text = value.get<std::string>();
    const auto control = [](char c) { return (0 <= c && c < ' ') || c == '\x7f'; };
    if (static_cast<double>(text.size()) < at.lowest)
      wrong(pointer, "is empty");
    else if (text.size() > longest_text)
      wrong(pointer, "is longer than " + std::to_string(longest_text) + " bytes");
    else if (std::any_of(text.begin(), text.end(), control))
      wrong(pointer, "holds a line break or another control character");
  }

  void check_list(const json& value, const shape& at, const std::string& pointer) const {
    if (!value.is_array()) return expected("a list", value, pointer);
    if (static_cast<double>(value.size()) < at.lowest) wrong(pointer, "expected at least one");
    for (auto one = value.begin(); one != value.end(); ++one) {
      const std::string place = pointer_to(pointer, std::to_string(one - value.begin()));
      check(*one, at.others[0], place);
      if (at.others[0].is == kind::one_of && one->is_string() &&
          std::find(value.begin(), one, *one) != one)
        wrong(place, in_quotes(one->get<std::string>()) + " is there twice");
    }
  }

  void check_object(const json& value, const shape& at, const std::string& pointer) const {
    if (!value.is_object()) return expected("an object", value, pointer);
    for (const auto& [key, member] : value.items()) {
      const std::string inside = pointer_to(pointer, printable(key));
      if (const shape* known = at.member(key))
        check(member, *known, inside);
      else
        wrong(inside, "unknown key" + unknown_key(key, at.keys()));
    }
    for (const shape& known : at.members)
      if (known.required && !value.contains(known.key))
        wrong(pointer, "lacks " + in_quotes(known.key));
  }

  void check_named(const json& value, const shape& at, const std::string& pointer) const {
    if (!value.is_object()) return expected("an object", value, pointer);
    for (const auto& [key, member] : value.items()) {
      const std::string inside = pointer_to(pointer, printable(key));
      const shape* known = at.member(key);
      if (known == nullptr && !is_stratum_name(key))
        wrong(inside, "the name of a " + at.noun + " has 1 to 64 letters, digits, '_', '-' or '.'");
      else
        check(member, known != nullptr ? *known : at.others[0], inside);
    }
  }

  void check_component(const json& value, const shape& at, const std::string& pointer) const {
    if (!value.is_string() && !value.is_object())
      return expected("the name of a registered " + at.noun + " or an object", value, pointer);
    json name = value;
    std::string place = pointer;
    if (value.is_object()) {
      place = pointer_to(pointer, "name");
      name = value.contains("name") ? value["name"] : at.initial;
      if (name.is_null() && !value.contains("name")) return wrong(pointer, "lacks 'name'");
      if (is_reported(name)) return;
      if (!name.is_string()) return expected("the name of a " + at.noun, name, place);
    }
    const std::string called = name.get<std::string>();
    const shape* chosen = at.member(called);
    if (chosen == nullptr) return wrong(place, unknown_name(at.noun, called, at.keys()));
    if (!value.is_object()) return;
    for (const auto& [key, setting] : value.items()) {
      const std::string inside = pointer_to(pointer, printable(key));
      if (key == "name") continue;
      if (const shape* known = chosen->member(key))
        check(setting, *known, inside);
      else
        wrong(inside,
              "no such parameter of " + in_quotes(called) + unknown_key(key, chosen->keys()));
    }
  }
};

}  // namespace

bool is_whole(const json& number) {
  return !number.is_number_float() || std::floor(number.get<double>()) == number.get<double>();
}

bool is_within(const json& number, const shape& at) {
  constexpr double above_all = 18446744073709551616.;
  const double value = number.get<double>();
  const bool fits = at.is != shape::kind::integer || !number.is_number_float() || value < above_all;
  return at.lowest <= value && value <= at.highest && fits;
}

void check_shape(const json& document, const shape& root, const std::string& file,
                 std::vector<problem>& problems) {
  checker{file, problems}.check(document, root, "");
}

}  // namespace iwm
