// SPDX-License-Identifier: MIT
#include "iwm/output/columns.hpp"
#include "iwm/output/manifest.hpp"
#include "iwm/population/diary.hpp"

#include <array>
#include <ctime>

#include "build_info.hpp"
#include <nlohmann/json.hpp>

namespace iwm {
namespace {

using json = nlohmann::ordered_json;
using std::chrono::system_clock;

std::string utc(system_clock::time_point when) {
  const std::time_t seconds = system_clock::to_time_t(when);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 32> text;
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

template <class Value>
constexpr std::string_view type_name() {
  if constexpr (std::same_as<Value, double>)
    return "number";
  else if constexpr (std::same_as<Value, std::string_view>)
    return "text";
  else
    return "integer";
}

constexpr std::string_view meaning_of(empty_field empty) {
  switch (empty) {
    case empty_field::not_a_number:
      return "not known";
    case empty_field::zero:
      return "none";
    case empty_field::never:
      break;
  }
  return "";
}

template <class Row>
json columns() {
  json described = json::array();
  for_each_column<Row>([&]<class Value>(const column<Row, Value>& c) {
    described.push_back({{"name", c.name},
                         {"type", type_name<Value>()},
                         {"unit", c.unit},
                         {"meaning", c.meaning},
                         {"values", c.values}});
    if (c.empty != empty_field::never) described.back()["empty"] = meaning_of(c.empty);
  });
  return described;
}

json columns(const diary_shape& diary) {
  json described = json::array();
  for (const std::string& name : diary.columns) {
    const diary_column& c = *find_diary_column(name);
    described.push_back({{"name", c.name},
                         {"type", type_name<double>()},
                         {"unit", c.unit},
                         {"meaning", c.meaning},
                         {"values", values_text(c)}});
  }
  return described;
}

}  // namespace

std::string to_json_text(const manifest& of) {
  json files = json::array();
  for (const written_file& file : of.files) {
    files.push_back({{"name", file.name}});
    if (file.rows) files.back()["rows"] = *file.rows;
    files.back()["sha256"] = file.sha256;
  }
  json text{{"schema", 1},
            {"program",
             {{"name", "iwm"},
              {"version", build_info::version},
              {"commit", build_info::commit},
              {"compiler", build_info::compiler},
              {"flags", build_info::flags}}},
            {"command", of.command},
            {"seed", of.seed},
            {"threads", of.threads},
            {"begun", utc(of.begun)},
            {"ended", utc(of.begun + std::chrono::round<system_clock::duration>(of.lasted))},
            {"seconds", of.lasted.count()},
            {"files", std::move(files)}};
  if (!of.scenario.empty()) {
    text["scenario_sha256"] = sha256_of(of.scenario);
    text["scenario"] = json::parse(of.scenario);
  }
  return text.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

std::string dictionary_json(const diary_shape& diary) {
  json text{{"schema", 1}, {"tables", json::array()}};
  for_each_table([&]<class Row>() {
    json all = columns<row_origin>();
    for (json& own : columns<Row>()) all.push_back(std::move(own));
    text["tables"].push_back({{"file", std::string(table<Row>::name) + ".csv"},
                              {"meaning", table<Row>::meaning},
                              {"written_without_rows", table<Row>::always},
                              {"columns", std::move(all)}});
  });
  if (diary.families > 0)
    text["arrays"] = {
        {{"file", "diary.npy"},
         {"meaning", "every everyday event of the first families, in the order lived"},
         {"type", "little-endian double"},
         {"dimensions", {"families", "events", "columns"}},
         {"shape", {diary.families, diary.events, diary.columns.size()}},
         {"columns", columns(diary)}}};
  return text.dump(2) + '\n';
}

}  // namespace iwm
