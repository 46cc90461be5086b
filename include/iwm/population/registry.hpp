// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/error.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/interaction/norm.hpp"
#include "iwm/life/caregiver_block.hpp"
#include "iwm/life/theory_block.hpp"
#include "iwm/measurement/instrument.hpp"
#include "iwm/measurement/interview.hpp"
#include "iwm/population/scenario.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace iwm {

/// One parameter as the rim knows it: for reading, errors, docs and the schema.
struct parameter_info {
  std::string_view name;
  double lowest, highest, initial;
  std::string_view unit, meaning, source;
  std::string_view kind;  ///< number, integer, switch
};

namespace detail {

template <class Value>
constexpr std::string_view kind_of() {
  if constexpr (std::same_as<Value, bool>) return "switch";
  if constexpr (std::same_as<Value, double>) return "number";
  return "integer";
}

template <has_fields Parameters>
std::vector<parameter_info> describe(const Parameters& initial = {}) {
  std::vector<parameter_info> infos;
  for_each_field(initial, [&](const auto& f, const auto& value) {
    infos.push_back({f.name, f.lowest, f.highest, static_cast<double>(value), f.unit, f.meaning,
                     f.source, kind_of<std::remove_cvref_t<decltype(value)>>()});
  });
  return infos;
}

/// Instruments are about a relationship unless they say `of_both = false`.
template <class I>
constexpr bool is_of_both() {
  if constexpr (requires { I::of_both; })
    return I::of_both;
  else
    return true;
}

/// `run` has checked the settings.
template <class Plugin>
Plugin configured(std::span<const setting> settings) {
  Plugin plugin{};
  for_each_field(plugin.p, [&](const auto& f, auto& value) {
    for (const setting& s : settings)
      if (s.name == f.name) value = static_cast<std::remove_cvref_t<decltype(value)>>(s.number);
  });
  return plugin;
}

}  // namespace detail

/// The facts about a registered plug-in.
struct facts {
  std::string_view name, summary;
  std::vector<parameter_info> parameters;
};

struct theory_entry : facts {
  std::function<std::unique_ptr<theory_block>(std::span<const setting>, const world&, const prior&,
                                              const lane_columns<temperament>&,
                                              std::size_t figures)>
      make;
};
struct caregiver_entry : facts {
  std::function<std::unique_ptr<caregiver_block>(std::span<const setting>)> make;
};
/// `assess` of an instrument that watches children, `ask` of one that asks people; the other is
/// empty.
struct instrument_entry : facts {
  std::string_view table_name;
  bool of_both = true;  ///< about a relationship: rows name the partner
  std::function<void(std::span<const setting>, stage&, double age, record&)> assess;
  std::function<void(std::span<const setting>, const respondents&, double age, record&)> ask{};
};

/// A norm by name; its numbers are the defaults of its parameters.
struct norm_entry : facts {
  norm values;
  norm_entry(std::string_view called, std::string_view purpose, const norm& expected)
      : facts{called, purpose, detail::describe(expected)}, values(expected) {}
};

/// The entry of that name, or nullptr.
template <class Entry>
const Entry* find(const std::vector<Entry>& entries, std::string_view name) {
  for (const Entry& entry : entries)
    if (entry.name == name) return &entry;
  return nullptr;
}

/// What can be named in a scenario. An ordinary object: fill one with `builtins()` and add your
/// own.
///
///     registry known = builtins();
///     known.add_theory<my_theory>();
class registry {
 public:
  template <theory T>
  void add_theory() {
    refuse_twice(theories, T::name);
    theories.push_back({{T::name, T::summary, detail::describe<typename T::parameters>()},
                        [](std::span<const setting> settings, const world& rules, const prior& from,
                           const lane_columns<temperament>& infants, std::size_t figures) {
                          return std::unique_ptr<theory_block>(new theory_block_of<T>(
                              detail::configured<T>(settings), rules, from, infants, figures));
                        }});
  }
  template <caregiver_policy C>
  void add_caregiver() {
    refuse_twice(caregivers, C::name);
    caregivers.push_back({{C::name, C::summary, detail::describe<typename C::parameters>()},
                          [](std::span<const setting> settings) {
                            return std::unique_ptr<caregiver_block>(
                                new caregiver_block_of<C>(detail::configured<C>(settings)));
                          }});
  }
  template <class I>
  requires instrument<I> || interview<I>
  void add_instrument() {
    refuse_twice(instruments, I::name);
    instrument_entry entry{
        {I::name, I::summary, detail::describe<typename I::parameters>()}, I::table_name, detail::is_of_both<I>(), {}};
    if constexpr (instrument<I>)
      entry.assess = [](std::span<const setting> settings, stage& children, double age,
                        record& findings) {
        detail::configured<I>(settings).assess(children, age, findings);
      };
    if constexpr (interview<I>)
      entry.ask = [](std::span<const setting> settings, const respondents& people, double age,
                     record& findings) {
        detail::configured<I>(settings).ask(people, age, findings);
      };
    instruments.push_back(std::move(entry));
  }

  void add_norm(std::string_view name, std::string_view summary, const norm& values) {
    refuse_twice(norms, name);
    norms.emplace_back(name, summary, values);
  }

  std::vector<theory_entry> theories;
  std::vector<caregiver_entry> caregivers;
  std::vector<instrument_entry> instruments;
  std::vector<norm_entry> norms{{"neutral", "changes nothing: care and instruments as they are", {}}};

 private:
  template <class Entry>
  static void refuse_twice(const std::vector<Entry>& entries, std::string_view name) {
    if (find(entries, name) != nullptr)
      throw input_error({{"registry", "", "'" + std::string(name) + "' is registered already"}});
  }
};

/// The norm of that name with its settings.
norm norm_of(const component& chosen, const registry& known);

/// An instrument's settings when it scores by a norm: the norm's numbers that the instrument knows,
/// then its own settings.
std::vector<setting> settings_of(const assessment_plan& plan, const registry& known);

/// What an assessment is called in the tables.
std::string_view table_name_of(const assessment_plan& plan, const instrument_entry& tool);

/// Everything the library brings along: the one readable list is in src/builtins.cpp.
registry builtins();

}  // namespace iwm
