// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "comparison.hpp"
#include <nlohmann/json.hpp>

namespace iwm {
namespace {

using json = nlohmann::ordered_json;

/// Two decimals: "0.25", "-0.10".
std::string brief(double x) {
  const long hundredths = std::lround(100. * std::abs(x)), rest = hundredths % 100;
  std::string text = x < 0 && hundredths > 0 ? "-" : "";
  text += std::to_string(hundredths / 100);
  text += rest < 10 ? ".0" : ".";
  return text + std::to_string(rest);
}

std::string digits(double x) { return std::isnan(x) ? "" : to_text(x); }
json number(double x) { return std::isfinite(x) ? json(x) : json(); }
std::string_view words(answer given) { return answer_names[static_cast<std::size_t>(given)]; }

std::string cell_of(const compared_figure& f) {
  if (f.addressed == answer::not_addressed) return std::string(words(f.addressed));
  return f.addressed == answer::given ? brief(f.value) : "-";
}

std::string table_of_one(std::span<const compared_figure> own) {
  constexpr std::size_t label = 36;
  std::vector<std::string_view> caregivers;
  for (const compared_figure& f : own)
    if (std::ranges::find(caregivers, f.caregiver) == caregivers.end())
      caregivers.push_back(f.caregiver);
  const std::size_t quantities = own.size() / caregivers.size();
  const auto right = [](std::string_view text, std::size_t width) {
    return "  " + std::string(width - std::min(width, text.size()), ' ') + std::string(text);
  };
  const auto width = [](std::string_view caregiver) {
    return std::max<std::size_t>(caregiver.size(), 13);
  };
  std::string text = std::string(own[0].theory);
  text += std::string(label - std::min(label, text.size()), ' ');
  for (const std::string_view one : caregivers) text += right(one, width(one));
  text += '\n';
  for (std::size_t q = 0; q < quantities; ++q) {
    std::string name = "  " + std::string(own[q].question) + ": " + std::string(own[q].quantity);
    std::string line = name + std::string(label - std::min(label, name.size()), ' ');
    for (std::size_t c = 0; c < caregivers.size(); ++c)
      line += right(cell_of(own[c * quantities + q]), width(caregivers[c]));
    text += line + '\n';
  }
  return text;
}

}  // namespace

std::string comparison_table(std::span<const compared_figure> figures) {
  std::string text;
  for (std::size_t begin = 0, end = 0; begin < figures.size(); begin = end) {
    while (end < figures.size() && figures[end].theory == figures[begin].theory) ++end;
    if (!text.empty()) text += '\n';
    text += table_of_one(figures.subspan(begin, end - begin));
  }
  return text;
}

std::string comparison_csv(std::span<const compared_figure> figures) {
  std::string text = "theory,caregiver,question,quantity,value,standard_error,addressed\n";
  for (const compared_figure& f : figures)
    text += std::string(f.theory) + ',' + std::string(f.caregiver) + ',' +
            std::string(f.question) + ',' + std::string(f.quantity) + ',' + digits(f.value) + ',' +
            digits(f.standard_error) + ',' + std::string(words(f.addressed)) + '\n';
  return text;
}

std::string comparison_json(std::span<const compared_figure> figures) {
  json rows = json::array();
  for (const compared_figure& f : figures)
    rows.push_back({{"theory", f.theory},
                    {"caregiver", f.caregiver},
                    {"question", f.question},
                    {"quantity", f.quantity},
                    {"value", number(f.value)},
                    {"standard_error", number(f.standard_error)},
                    {"addressed", words(f.addressed)}});
  return rows.dump(2) + '\n';
}

}  // namespace iwm
