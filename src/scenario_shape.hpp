// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/population/registry.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace iwm {

using json = nlohmann::ordered_json;

/// What may stand at one place of a scenario file. The tree of all of them is written once, from
/// the `fields()` tables and the registry; checking, the JSON Schema and the reference follow it.
struct shape {
  enum class kind { number, integer, toggle, text, one_of, object, named, list, component };

  kind is = kind::object;
  std::string key{}, meaning{}, unit{}, source{};
  double lowest = 0,
         highest = 0;     ///< number, integer: closed range; text: fewest bytes; list: fewest
  json initial{};         ///< the default; null where there is none
  bool required = false;  ///< must be there when the object around it is
  std::string noun{};     ///< component, one_of, named: "theory", "figure", "stratum"
  std::vector<std::string> names{};  ///< one_of
  std::vector<shape> members{};      ///< object, named: by key; component: one object by name
  std::vector<shape> others{};       ///< named: what any other name holds; list: the elements

  const shape* member(std::string_view name) const;
  std::vector<std::string_view> keys() const;
};

/// The whole scenario file.
shape scenario_shape(const registry& known);

/// What may be set of a published model: its parameters and the seed.
shape parameters_shape(const std::vector<parameter_info>& parameters);

/// The theories, caregivers, instruments and norms in it, each once.
std::array<const shape*, 4> components_of(const shape& scenario);

inline constexpr std::size_t longest_text = 1000;
inline constexpr std::string_view stratum_name_pattern = "^[A-Za-z0-9_.-]{1,64}$";

}  // namespace iwm
