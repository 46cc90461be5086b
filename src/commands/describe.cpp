// SPDX-License-Identifier: MIT
#include "iwm/scenario/describe.hpp"

#include "iwm/scenario/scenario_json.hpp"

#include <iostream>

#include "commands/commands.hpp"
#include "data_path.hpp"
#include <nlohmann/json.hpp>

namespace iwm::commands {
namespace {

using json = nlohmann::ordered_json;

std::vector<protocol_file> protocols_if_there(const registry& known) {
  try {
    return list_protocols(data_path() / "protocols", known);
  } catch (const run_error&) {
    return {};
  }
}

template <class Entry>
json described(std::string_view kind, const Entry& entry) {
  json parameters = json::array();
  for (const parameter_info& p : entry.parameters)
    parameters.push_back({{"name", p.name},
                          {"kind", p.kind},
                          {"default", p.initial},
                          {"range", {p.lowest, p.highest}},
                          {"unit", p.unit},
                          {"meaning", p.meaning},
                          {"source", p.source}});
  return {{"kind", kind},
          {"name", entry.name},
          {"purpose", entry.summary},
          {"parameters", std::move(parameters)}};
}

json columns_of_the_diary() {
  json columns = json::array();
  for (const diary_column& one : diary_columns)
    columns.push_back({{"name", one.name},
                       {"unit", one.unit},
                       {"meaning", one.meaning},
                       {"values", values_text(one)}});
  return {{"kind", "diary"}, {"name", "diary"}, {"columns", std::move(columns)}};
}

json as_json(const std::string& name, const registry& known,
             const std::vector<protocol_file>& protocols) {
  if (const auto* theory = find(known.theories, name)) return described("theory", *theory);
  if (const auto* policy = find(known.caregivers, name)) return described("caregiver", *policy);
  if (const auto* tool = find(known.instruments, name)) return described("instrument", *tool);
  if (const auto* culture = find(known.norms, name)) return described("norm", *culture);
  if (name == "diary") return columns_of_the_diary();
  for (const protocol_file& protocol : protocols)
    if (protocol.name == name)
      return {{"kind", "protocol"},
              {"name", name},
              {"purpose", protocol.summary},
              {"scenario", json::parse(to_json_text(read_scenario(protocol.file, known), known))}};
  return {};
}

}  // namespace

int describe(const describe_arguments& given, const registry& known) {
  const std::vector<protocol_file> protocols = protocols_if_there(known);
  const std::string text = iwm::describe(given.name, known, protocols);
  std::cout << (given.json ? as_json(given.name, known, protocols).dump(2) + '\n' : text);
  return 0;
}

}  // namespace iwm::commands
