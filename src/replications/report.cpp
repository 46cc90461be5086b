// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "replications/replications.hpp"
#include <nlohmann/json.hpp>

namespace iwm {
namespace {

using json = nlohmann::ordered_json;
using row = std::array<std::string, 7>;

const row heading{"condition", "quantity",       "published", "recomputed",
                  "ours",      "standard error", "within"};

/// Four significant digits, without an exponent where there can be none.
std::string brief(double x) {
  if (std::isnan(x)) return "";
  std::array<char, 64> digits;
  const bool large = std::abs(x) >= 1000. && std::abs(x) < 1e15;
  const auto end =
      large ? std::to_chars(digits.begin(), digits.end(), x, std::chars_format::fixed, 0)
            : std::to_chars(digits.begin(), digits.end(), x, std::chars_format::general, 4);
  return {digits.data(), end.ptr};
}

std::string digits(double x) { return std::isnan(x) ? "" : to_text(x); }

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

json number(double x) { return std::isfinite(x) ? json(x) : json(); }

row cells_of(const model_figure& f) {
  return {f.condition,
          f.quantity,
          brief(f.published),
          brief(f.recomputed),
          brief(f.ours),
          f.standard_error > 0. ? brief(f.standard_error) : "",
          !f.is_asked()   ? ""
          : f.is_within() ? "yes"
                          : "NO"};
}

}  // namespace

std::string replications_table(std::span<const model_figure> figures) {
  std::vector<row> rows{heading};
  std::array<std::size_t, std::tuple_size_v<row>> widths{};
  for (const model_figure& f : figures) rows.push_back(cells_of(f));
  for (const row& cells : rows)
    for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], cells[i].size());

  std::string text;
  for (const row& cells : rows) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string gap(widths[i] - cells[i].size(), ' ');
      const bool is_text = i < 2 || i + 1 == cells.size();
      line += (i == 0 ? "" : "  ") + (is_text ? cells[i] + gap : gap + cells[i]);
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  }
  const auto asked = std::ranges::count_if(figures, &replicated_figure::is_asked);
  const auto met =
      std::ranges::count_if(figures, [](const auto& f) { return f.is_asked() && f.is_within(); });
  if (asked > 0)
    text += std::to_string(met) + " of " + std::to_string(asked) +
            " figures within the range that is asked for\n";
  return text;
}

std::string replications_csv(std::span<const model_figure> figures) {
  std::string text =
      "model,condition,quantity,published,recomputed,ours,standard_error,within_tolerance\n";
  for (const model_figure& f : figures)
    text += std::string(f.model) + ',' + csv_field(f.condition) + ',' + csv_field(f.quantity) +
            ',' + digits(f.published) + ',' + digits(f.recomputed) + ',' + digits(f.ours) + ',' +
            digits(f.standard_error) + ',' +
            (!f.is_asked()   ? ""
             : f.is_within() ? "true"
                             : "false") +
            '\n';
  return text;
}

std::string replications_json(std::span<const model_figure> figures) {
  json rows = json::array();
  for (const model_figure& f : figures)
    rows.push_back({{"model", f.model},
                    {"condition", f.condition},
                    {"quantity", f.quantity},
                    {"published", number(f.published)},
                    {"recomputed", number(f.recomputed)},
                    {"ours", number(f.ours)},
                    {"standard_error", number(f.standard_error)},
                    {"within_tolerance", f.is_asked() ? json(f.is_within()) : json()}});
  return rows.dump(2) + '\n';
}

}  // namespace iwm
