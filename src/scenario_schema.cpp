// SPDX-License-Identifier: MIT
#include "iwm/scenario/json_schema.hpp"

#include "scenario_shape.hpp"
#include "scenario_text.hpp"

namespace iwm {
namespace {

using kind = shape::kind;

json schema_of(const shape& at);

std::string description_of(const shape& at) {
  std::string text = at.meaning;
  if (!at.unit.empty() && at.unit != "1") text += " (" + at.unit + ')';
  if (!at.source.empty()) text += ". Default: " + at.source;
  return text;
}

json whole_or_double(double value, kind as) {
  if (as == kind::integer && value >= 0) {
    constexpr double above_all = 18446744073709551616.;
    return value < above_all ? static_cast<std::uint64_t>(value) : UINT64_MAX;
  }
  return value;
}

json object_of(const std::vector<shape>& members) {
  json object{{"type", "object"}, {"properties", json::object()}};
  json required = json::array();
  for (const shape& one : members) {
    object["properties"][one.key] = schema_of(one);
    if (one.required) required.push_back(one.key);
  }
  if (!required.empty()) object["required"] = required;
  object["additionalProperties"] = false;
  return object;
}

/// The name alone, or an object of its parameters; the default's name may be left out.
json component_of(const shape& at) {
  json choices = json::array({{{"enum", at.keys()}}});
  for (const shape& one : at.members) {
    json object = object_of(one.members);
    object["description"] = one.meaning;
    object["properties"]["name"] = {{"const", one.key}};
    if (at.initial != json(one.key)) object["required"] = {"name"};
    choices.push_back(std::move(object));
  }
  return {{"anyOf", std::move(choices)}};
}

json schema_of(const shape& at) {
  json found = json::object();
  switch (at.is) {
    case kind::number:
    case kind::integer:
      found = {{"type", at.is == kind::integer ? "integer" : "number"},
               {"minimum", whole_or_double(at.lowest, at.is)},
               {"maximum", whole_or_double(at.highest, at.is)}};
      break;
    case kind::toggle:
      found = {{"type", "boolean"}};
      break;
    case kind::text:
      found = {{"type", "string"},
               {"minLength", static_cast<std::size_t>(at.lowest)},
               {"maxLength", longest_text},
               {"pattern", "^[^\\u0000-\\u001f\\u007f]*$"}};
      break;
    case kind::one_of:
      found = {{"enum", at.names}};
      break;
    case kind::object:
      found = object_of(at.members);
      break;
    case kind::named:
      found = object_of(at.members);
      found["propertyNames"] = {{"pattern", stratum_name_pattern}};
      found["additionalProperties"] = schema_of(at.others[0]);
      break;
    case kind::list:
      found = {{"type", "array"}, {"items", schema_of(at.others[0])}};
      if (at.lowest > 0) found["minItems"] = static_cast<std::size_t>(at.lowest);
      if (at.others[0].is == kind::one_of) found["uniqueItems"] = true;
      break;
    case kind::component:
      found = component_of(at);
      break;
  }
  if (const std::string text = description_of(at); !text.empty()) found["description"] = text;
  if (!at.initial.is_null()) found["default"] = at.initial;
  return found;
}

}  // namespace

std::string json_schema(const registry& known) {
  json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
              {"title", "iwm scenario"}};
  schema.update(schema_of(scenario_shape(known)));
  return pretty(schema);
}

}  // namespace iwm
