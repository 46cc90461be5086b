// SPDX-License-Identifier: MIT
#include <charconv>
#include <optional>

#include "scenario_check.hpp"
#include "scenario_parse.hpp"
#include "scenario_text.hpp"

namespace iwm {
namespace {

using kind = shape::kind;

std::optional<std::vector<std::string>> tokens_of(std::string_view pointer) {
  if (pointer.size() < 2 || pointer[0] != '/') return std::nullopt;
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    if (pointer[i] == '/') {
      tokens.emplace_back();
    } else if (pointer[i] == '~') {
      if (++i == pointer.size() || (pointer[i] != '0' && pointer[i] != '1')) return std::nullopt;
      tokens.back() += pointer[i] == '0' ? '~' : '/';
    } else {
      tokens.back() += pointer[i];
    }
  }
  return tokens;
}

std::optional<std::size_t> index_of(const std::string& token) {
  std::size_t index = 0;
  const auto end = token.data() + token.size();
  const auto read = std::from_chars(token.data(), end, index);
  if (token.empty() || read.ptr != end || read.ec != std::errc{}) return std::nullopt;
  return index;
}

const shape* inside(const shape* at, const std::string& token) {
  if (at == nullptr) return nullptr;
  const shape* known = at->is == kind::component ? nullptr : at->member(token);
  return known != nullptr || at->others.empty() ? known : at->others.data();
}

}  // namespace

void apply_override(json& document, const shape& root, const std::string& setting,
                    const std::string& file, std::vector<problem>& problems) {
  const std::size_t equals = setting.find('=');
  const std::string pointer = setting.substr(0, equals);
  const auto tokens = tokens_of(pointer);
  const auto refuse = [&](const std::string& why) {
    problems.push_back({file, "--set", in_quotes(setting) + ' ' + why});
  };
  if (!is_utf8(setting)) return refuse("is not UTF-8");
  if (equals == setting.npos || !tokens || tokens->size() > deepest_nesting)
    return refuse("is not of the form /json/pointer=value");

  json* place = &document;
  const shape* at = &root;
  for (const std::string& token : *tokens) {
    const bool lists = at != nullptr && at->is == kind::list;
    if (place->is_null()) *place = lists ? json::array() : json::object();
    if (place->is_string() && at != nullptr && at->is == kind::component)
      *place = json{{"name", *place}};
    if (place->is_object()) {
      place = &(*place)[token];
    } else if (place->is_array()) {
      const auto index = index_of(token);
      if (!index || *index > place->size())
        return refuse("has " + in_quotes(token) + " where an index from 0 to " +
                      std::to_string(place->size()) + " is expected");
      if (*index == place->size()) place->push_back(nullptr);
      place = &(*place)[*index];
    } else {
      return refuse("leads into " + got(*place));
    }
    at = inside(at, token);
  }

  const std::string value = setting.substr(equals + 1);
  const bool quoted = value.find_first_of("\"{[") == value.find_first_not_of(" \t\r\n");
  const bool is_text = at != nullptr && at->is == kind::text;
  if (value.empty() || (is_text && !quoted)) {
    *place = value;
    return;
  }
  std::vector<problem> found;
  *place = parse_strictly(value, file, pointer, found);
  if (place->is_discarded() && !quoted)
    *place = value;
  else
    problems.insert(problems.end(), found.begin(), found.end());
  if (place->is_discarded()) *place = json::binary({});
}

}  // namespace iwm
