// SPDX-License-Identifier: MIT
#include "iwm/scenario/describe.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <string_view>

#include "commands/commands.hpp"
#include "commands/names.hpp"
#include "data_path.hpp"
#include <nlohmann/json.hpp>

namespace iwm::commands {
namespace {

constexpr std::array<std::string_view, 5> kinds{"theories", "caregivers", "instruments", "norms",
                                                "protocols"};

struct group_of_names {
  std::string_view kind;
  std::vector<std::pair<std::string, std::string>> entries;  ///< name, purpose
};

template <class Entries>
group_of_names named(std::string_view kind, const Entries& entries) {
  group_of_names group{kind, {}};
  for (const auto& entry : entries) group.entries.emplace_back(entry.name, entry.summary);
  return group;
}

}  // namespace

int list(const list_arguments& given, const registry& known) {
  std::vector<group_of_names> groups{named(kinds[0], known.theories),
                                     named(kinds[1], known.caregivers),
                                     named(kinds[2], known.instruments),
                                     named(kinds[3], known.norms)};
  if (given.kind.empty() || given.kind == kinds[4])
    groups.push_back(named(kinds[4], list_protocols(data_path() / "protocols", known)));
  if (!given.kind.empty()) {
    std::erase_if(groups, [&](const group_of_names& group) { return group.kind != given.kind; });
    if (groups.empty()) throw input_error({unknown_name("iwm list", given.kind, kinds)});
  }

  nlohmann::ordered_json all = nlohmann::ordered_json::object();
  std::string text;
  for (const auto& [kind, entries] : groups) {
    std::size_t width = 0;
    for (const auto& [name, purpose] : entries) width = std::max(width, name.size());
    if (given.kind.empty())
      text += std::string(text.empty() ? "" : "\n") + std::string(kind) + ":\n";
    nlohmann::ordered_json& rows = all[std::string(kind)] = nlohmann::ordered_json::array();
    for (const auto& [name, purpose] : entries) {
      rows.push_back({{"name", name}, {"purpose", purpose}});
      text += (given.kind.empty() ? "  " : "") + name + std::string(width + 2 - name.size(), ' ') +
              purpose + '\n';
    }
  }
  std::cout << (given.json ? all.dump(2) + '\n' : text);
  return 0;
}

}  // namespace iwm::commands
