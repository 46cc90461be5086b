// SPDX-License-Identifier: MIT
#include "iwm/scenario/json_schema.hpp"

#include "iwm/scenario/scenario_json.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "scenario/small_registry.hpp"
#include "support/catch.hpp"
#include <nlohmann/json.hpp>

namespace iwm::testing {
namespace {

using nlohmann::json;

/// As much of JSON Schema as the schema uses, patterns left out.
bool valid(const json& value, const json& schema);

bool has_type(const json& value, const std::string& type) {
  if (type == "integer")
    return value.is_number_integer() ||
           (value.is_number() && value.get<double>() == std::floor(value.get<double>()));
  return type == (value.is_number() ? "number" : std::string(value.type_name()));
}

bool valid_object(const json& value, const json& schema) {
  const json none = json::object();
  const json& properties = schema.contains("properties") ? schema["properties"] : none;
  for (const auto& [key, member] : value.items()) {
    if (properties.contains(key)) {
      if (!valid(member, properties[key])) return false;
    } else if (schema.contains("additionalProperties")) {
      const json& other = schema["additionalProperties"];
      if (other.is_boolean() ? !other.get<bool>() : !valid(member, other)) return false;
    }
  }
  if (!schema.contains("required")) return true;
  return std::ranges::all_of(
      schema["required"], [&](const json& key) { return value.contains(key.get<std::string>()); });
}

bool valid(const json& value, const json& schema) {
  if (schema.contains("type") && !has_type(value, schema["type"])) return false;
  if (schema.contains("const") && value != schema["const"]) return false;
  if (schema.contains("enum") && std::ranges::find(schema["enum"], value) == schema["enum"].end())
    return false;
  if (schema.contains("anyOf") &&
      std::ranges::none_of(schema["anyOf"], [&](const json& one) { return valid(value, one); }))
    return false;
  if (value.is_number())
    return !schema.contains("minimum") ||
           (schema["minimum"] <= value && value <= schema["maximum"]);
  if (value.is_string() && schema.contains("minLength"))
    return schema["minLength"] <= value.get<std::string>().size();
  if (value.is_array()) {
    if (schema.contains("minItems") && value.size() < schema["minItems"]) return false;
    if (schema.contains("uniqueItems") &&
        std::set<json>(value.begin(), value.end()).size() < value.size())
      return false;
    return !schema.contains("items") ||
           std::ranges::all_of(value, [&](const json& one) { return valid(one, schema["items"]); });
  }
  return !value.is_object() || valid_object(value, schema);
}

/// Each schema in the schema: only known words, every default allowed by its own place.
void check_structure(const json& schema, const std::string& place) {
  INFO(place);
  static const std::set<std::string> words{
      "$schema",       "title",      "type",     "description",
      "default",       "minimum",    "maximum",  "minLength",
      "maxLength",     "pattern",    "enum",     "const",
      "anyOf",         "properties", "required", "additionalProperties",
      "propertyNames", "items",      "minItems", "uniqueItems"};
  REQUIRE(schema.is_object());
  for (const auto& [word, value] : schema.items()) CHECK(words.contains(word));
  if (schema.contains("default")) CHECK(valid(schema["default"], schema));
  if (schema.contains("minimum")) CHECK(schema["minimum"] <= schema["maximum"]);
  if (schema.contains("properties"))
    for (const auto& [key, one] : schema["properties"].items())
      check_structure(one, place + '/' + key);
  if (schema.contains("anyOf"))
    for (const json& one : schema["anyOf"]) check_structure(one, place + "/anyOf");
  if (schema.contains("items")) check_structure(schema["items"], place + "/items");
  if (schema.contains("additionalProperties") && schema["additionalProperties"].is_object())
    check_structure(schema["additionalProperties"], place + "/*");
}

json read(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return json::parse(stream);
}

}  // namespace

TEST_CASE("the schema is well formed and allows its own defaults", "[scenario]") {
  const json schema = json::parse(json_schema(builtins()));
  CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  check_structure(schema, "");
}

TEST_CASE("the schema states range, unit, meaning and default of a parameter", "[scenario]") {
  const json schema = json::parse(json_schema(small_registry()));
  const json& theories = schema["properties"]["theory"]["anyOf"];
  CHECK(theories[0] == json::parse(R"({"enum": ["conditional_strategies", "delta_rule"]})"));
  CHECK(theories[2]["properties"]["gain"] == json::parse(R"({
    "type": "number", "minimum": 0, "maximum": 1, "default": 0.02,
    "description": "share of the error that is learned at birth (1/event). Default: own choice"})"));
  CHECK(schema["properties"]["seed"]["maximum"] == 18446744073709551615u);
}

TEST_CASE("the schema allows what is read", "[scenario]") {
  const registry known = builtins();
  const json schema = json::parse(json_schema(known));
  CHECK(valid(json::object(), schema));
  CHECK(valid(json::parse(to_json_text(scenario{}, known)), schema));
  for (const char* folder : {"data/protocols", "examples/scenarios"})
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
      if (file.path().extension() != ".json") continue;
      INFO(file.path());
      CHECK(valid(read(file.path()), schema));
      CHECK(valid(json::parse(to_json_text(read_scenario(file.path(), known), known)), schema));
    }
}

TEST_CASE("the schema forbids what reading refuses at one place", "[scenario]") {
  const registry known = small_registry();
  const json schema = json::parse(json_schema(known));
  for (
      const std::string text :
      {R"([])",
       R"({"mnths": 12})",
       R"({"months": "12"})",
       R"({"months": 1300})",
       R"({"families": 2.5})",
       R"({"name": ""})",
       R"({"schema": 2})",
       R"({"theory": "delta_rul"})",
       R"({"theory": {"name": "delta_rule", "gian": 0.1}})",
       R"({"theory": {"name": "delta_rule", "gain": 1.5}})",
       R"({"world": {"needs": {"mild": 0.1}}})",
       R"({"strata": {"islanders": {"fright": -4}}})",
       R"({"population": {"low_risk": -1}})",
       R"({"mother": {"caregiver": {"name": "replayed", "repeats": 1}}})",
       R"({"exchanges": [{"months": 12}]})",
       R"({"lives": {"generations": -1}})",
       R"({"lives": {"events": [{"hazard": 0.1}]}})",
       R"({"lives": {"events": [{"kind": "flood", "who": "uncle"}]}})",
       R"({"lives": {"placements": [{"stratm": "low_risk"}]}})",
       R"({"lives": {"therapies": [{"moments": 0}]}})",
       R"({"arms": [{"set": ["/months=12"]}]})",
       R"({"arms": [{"name": "a", "set": [12]}]})",
       R"({"diary": {"columns": []}})",
       R"({"diary": {"columns": ["smile"]}})",
       R"({"diary": {"columns": ["fit", "need", "fit"]}})",
       R"({"exchanges": [{"months": 12, "caregiver": {"sensitivity": 0.5}}]})",
       R"({"assessments": [{"instrument": "strange_situation", "months": []}]})",
       R"({"assessments": [{"instrument": "strange_situation", "figure": "nanny", "months": [12]}]})"}) {
    INFO(text);
    CHECK_FALSE(valid(json::parse(text), schema));
    CHECK_THROWS_AS(scenario_from_json(text, "", known), input_error);
  }
}

}  // namespace iwm::testing
