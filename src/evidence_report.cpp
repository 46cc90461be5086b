// SPDX-License-Identifier: MIT
#include "iwm/evidence/report.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <nlohmann/json.hpp>

namespace iwm {
namespace {

using results_view = std::span<const target_result>;
using json = nlohmann::ordered_json;

std::string fixed(double x, int decimals = 3) {
  if (std::isnan(x)) return "-";
  std::array<char, 400> digits;
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), x,
                                       std::chars_format::fixed, decimals)
                             .ptr};
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

std::string right(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

std::string shortened(const std::string& text, std::size_t width) {
  return text.size() <= width ? text : text.substr(0, text.rfind(' ', width)) + " ...";
}

bool measured(const target_result& result) { return result.status == target_status::measured; }

std::string band_text(const target& finding) {
  if (!finding.band) return "order";
  return fixed((*finding.band)[0]) + " to " + fixed((*finding.band)[1]);
}

std::string in_words(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

json number(double x) { return std::isnan(x) ? json() : json(x); }

json targets(results_view results) {
  json rows = json::array();
  for (const target_result& result : results) {
    const target& finding = result.finding;
    const bool known = result.status != target_status::not_yet_measured;
    rows.push_back({{"id", finding.id},
                    {"area", finding.area},
                    {"protocol", finding.protocol},
                    {"gating", finding.gating},
                    {"simulated", number(result.simulated)},
                    {"standard_error", number(result.standard_error)},
                    {"band", finding.band ? json(*finding.band) : json()},
                    {"value", finding.value ? json(*finding.value) : json()},
                    {"pass", known ? json(result.pass) : json()},
                    {"status", to_string(result.status)},
                    {"reason", result.reason}});
  }
  return rows;
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

std::string xml(const std::string& text) {
  std::string safe;
  for (const char c : text)
    safe += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
  return safe;
}

}  // namespace

std::string validation_table(results_view results) {
  std::string text;
  for (const area_summary& area : summarise(results)) {
    text += in_words(area.area) + ": " + std::to_string(area.passed) + " of " +
            std::to_string(area.counted) + " gating targets hit\n";
    std::string later;
    for (const target_result& result : results) {
      const target& finding = result.finding;
      const std::string id = finding.id + (finding.gating ? "" : "*");
      if (finding.area != area.area) continue;
      if (result.status == target_status::not_yet_measured) {
        later += ' ' + id;
        continue;
      }
      text += "  " + padded(id, 10) +
              right(fixed(finding.value.value_or(statistics::undefined)), 8) +
              right(fixed(result.simulated), 9) + " +- " + padded(fixed(result.standard_error), 7) +
              padded(band_text(finding), 17) +
              (result.pass ? "hit   " : "miss  " + result.reason + ": ") +
              shortened(finding.claim, 60) + '\n';
    }
    if (!later.empty()) text += "  not yet measured:" + later + '\n';
  }
  return text;
}

std::string validation_plot(results_view results, std::size_t width) {
  constexpr std::size_t before = 10, after = 14;
  const std::size_t scale = std::max<std::size_t>(width, before + after + 16) - before - after;
  std::string text;
  for (const target_result& result : results) {
    if (!measured(result)) continue;
    const double size = std::max(std::abs(result.simulated), 4 * result.standard_error);
    const auto [low, high] = result.finding.band.value_or(std::array{0., size});
    const double middle = (low + high) / 2, half = high > low ? high - low : 1;
    const auto place = [&](double x) {
      const double share = std::clamp(.5 + (x - middle) / half / 2, 0., 1.);
      return static_cast<std::size_t>(std::lround(share * static_cast<double>(scale - 1)));
    };
    std::string line(scale, '.');
    const std::size_t end = result.finding.band ? place(high) : scale - 1;
    for (std::size_t i = place(low); i <= end; ++i) line[i] = '=';
    if (result.finding.value) line[place(*result.finding.value)] = '|';
    const double beyond = (result.simulated - middle) / half;
    line[place(result.simulated)] = beyond < -1 ? '<' : beyond > 1 ? '>' : 'o';
    text += padded(result.finding.id, before) + line + right(fixed(result.simulated), 8) +
            (result.pass ? " hit\n" : " miss\n");
  }
  return text;
}

std::string validation_json(results_view results) {
  json areas = json::array();
  for (const area_summary& area : summarise(results))
    areas.push_back(
        {{"area", area.area},
         {"gating", area.gating},
         {"counted", area.counted},
         {"passed", area.passed},
         {"share", number(static_cast<double>(area.passed) / static_cast<double>(area.counted))}});
  json all = areas.back();
  all.erase("area");
  areas.erase(areas.size() - 1);
  const json summary{{"areas", areas}, {"all", all}};
  return json{{"schema", 1}, {"targets", targets(results)}, {"summary", summary}}.dump(2) + '\n';
}

std::string validation_csv(results_view results) {
  std::string text =
      "id,area,protocol,gating,simulated,standard_error,band_low,band_high,value,pass,status,"
      "reason\n";
  for (const json& row : targets(results)) {
    std::string line;
    for (const auto& [name, value] : row.items()) {
      if (!line.empty()) line += ',';
      if (name == "band")
        line += value.is_null() ? "," : value[0].dump() + ',' + value[1].dump();
      else if (!value.is_null())
        line += value.is_string() ? csv_field(value) : value.dump();
    }
    text += line + '\n';
  }
  return text;
}

std::string validation_svg(results_view results) {
  constexpr double left = 480, right_edge = 960, row_height = 20, width = 1060;
  double lowest = 0, highest = 1;
  const auto include = [&](double x) {
    lowest = std::min(lowest, std::floor(x * 5 - .25) / 5);
    highest = std::max(highest, std::ceil(x * 5 + .25) / 5);
  };
  for (const target_result& result : results) {
    if (!measured(result)) continue;
    include(result.simulated);
    for (const double bound : result.finding.band.value_or(std::array{0., 0.})) include(bound);
  }
  const auto at = [&](double x) {
    const double share = (std::clamp(x, lowest, highest) - lowest) / (highest - lowest);
    return left + (right_edge - left) * share;
  };
  const auto line = [](double x1, double x2, double y1, double y2, const std::string& stroke) {
    return "<line x1=\"" + fixed(x1, 1) + "\" x2=\"" + fixed(x2, 1) + "\" y1=\"" + fixed(y1, 1) +
           "\" y2=\"" + fixed(y2, 1) + "\" stroke=" + stroke + "/>\n";
  };
  const auto words = [](double x, double y, const std::string& style, const std::string& said) {
    return "<text x=\"" + fixed(x, 1) + "\" y=\"" + fixed(y + 4, 1) + "\" " + style + '>' +
           xml(said) + "</text>\n";
  };
  std::string rows;
  double y = 66;
  for (const area_summary& area : summarise(results)) {
    bool headed = false;
    for (const target_result& result : results) {
      const target& finding = result.finding;
      if (finding.area != area.area || !measured(result)) continue;
      if (!headed) {
        rows += words(20, y, "font-weight=\"bold\"", in_words(area.area));
        y += row_height;
        headed = true;
      }
      const auto [low, high] = finding.band.value_or(std::array{0., highest});
      const std::string colour = result.pass ? "\"#1b7837\"" : "\"#b2182b\"";
      const double reach = std::isnan(result.standard_error) ? 0 : 2 * result.standard_error;
      rows += words(20, y, "", finding.id);
      rows += words(80, y, "fill=\"#555\"", shortened(finding.claim, 60));
      rows += "<rect x=\"" + fixed(at(low), 1) + "\" y=\"" + fixed(y - 6, 1) + "\" width=\"" +
              fixed(at(high) - at(low), 1) + "\" height=\"12\" fill=\"" +
              (finding.band ? "#c6d7e8" : "#e6e6e6") + "\"/>\n";
      if (finding.value)
        rows += line(at(*finding.value), at(*finding.value), y - 6, y + 6, "\"#34648e\"");
      rows += line(at(result.simulated - reach), at(result.simulated + reach), y, y, colour);
      rows += "<circle cx=\"" + fixed(at(result.simulated), 1) + "\" cy=\"" + fixed(y, 1) +
              "\" r=\"4\" fill=" + colour + "/>\n";
      rows += words(right_edge + 10, y, "fill=" + colour,
                    fixed(result.simulated, 2) + (result.pass ? " hit" : " miss") +
                        (finding.gating ? "" : "*"));
      y += row_height;
    }
  }
  std::string grid;
  const double step = std::max(.2, (highest - lowest) / 10);
  for (double tick = lowest; tick < highest + step / 2; tick += step) {
    const bool zero = std::abs(tick) < step / 2;
    grid += line(at(tick), at(tick), 54, y - 6, zero ? "\"#999\"" : "\"#ddd\"");
    grid +=
        words(at(tick), y + 6, "text-anchor=\"middle\" fill=\"#555\"", fixed(zero ? 0 : tick, 1));
  }
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + fixed(width, 0) + "\" height=\"" +
         fixed(y + 24, 0) +
         "\" font-family=\"sans-serif\" font-size=\"12\">\n"
         "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
         "<text x=\"20\" y=\"24\" font-size=\"16\">Simulated and published findings</text>\n" +
         words(20, 38, "fill=\"#555\"",
               "Bar: band that passes; tick: published value; dot: simulated, with 2 Monte Carlo "
               "standard errors. An ordering (grey) holds to the right of 0.") +
         grid + rows + "</svg>\n";
}

}  // namespace iwm
