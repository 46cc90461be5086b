// SPDX-License-Identifier: MIT
#include "iwm/scenario/describe.hpp"
#include "iwm/scenario/scenario_json.hpp"

#include <algorithm>
#include <array>

#include "scenario_shape.hpp"
#include "scenario_text.hpp"

namespace iwm {
namespace {

using row = std::array<std::string, 6>;

/// Characters on the screen, where each code point has one.
std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string aligned(const std::vector<row>& rows) {
  std::array<std::size_t, 6> widths{};
  for (const row& one : rows)
    for (std::size_t i = 0; i < one.size(); ++i) widths[i] = std::max(widths[i], width(one[i]));
  std::string text;
  for (const row& one : rows) {
    std::string line = " ";
    for (std::size_t i = 0; i < one.size(); ++i)
      line += ' ' + one[i] + std::string(widths[i] - width(one[i]) + 1, ' ');
    text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  }
  return text;
}

std::string describe_component(std::string_view noun, const shape& at) {
  std::string text = at.key + ", a" + (noun[0] == 'i' ? "n " : " ") + std::string(noun) + "\n  " +
                     at.meaning + "\n\n";
  if (at.members.empty()) return text + "It has no parameters.\n";
  std::vector<row> rows{{"name", "default", "range", "unit", "meaning", "source of the default"}};
  for (const shape& one : at.members) rows.push_back(cells_of(one));
  return text + aligned(rows);
}

std::string describe_diary(const shape& at) {
  std::vector<row> rows{{"column", "values", "unit", "meaning", "", ""}};
  for (const diary_column& one : diary_columns)
    rows.push_back({std::string(one.name), values_text(one), std::string(one.unit),
                    std::string(one.meaning), "", ""});
  return "diary, a part of a scenario\n  " + at.meaning + "\n\n" + aligned(rows);
}

std::string months_text(const std::vector<double>& ages) {
  std::string text;
  for (const double age : ages) text += (text.empty() ? "" : ", ") + number_text(age);
  return text;
}

std::string describe_protocol(const protocol_file& protocol, const registry& known) {
  const scenario plan = read_scenario(protocol.file, known);
  std::string text = protocol.name + ", a protocol\n  " + protocol.summary + "\n\n";
  text +=
      "  " + std::to_string(plan.families) + " families, " + number_text(plan.months) + " months\n";
  for (const stratum_share& s : plan.strata)
    if (s.share > 0) text += "  stratum " + s.name + ": " + number_text(s.share) + '\n';
  for (const exchange& e : plan.exchanges)
    text += "  " + std::string(figure_names[static_cast<std::size_t>(e.who)]) + " exchanged at " +
            number_text(e.months) + " months: " + e.caregiver.name + '\n';
  for (const assessment_plan& a : plan.assessments)
    text += "  " + a.instrument.name + " with " +
            std::string(figure_names[static_cast<std::size_t>(a.with)]) + " at " +
            months_text(a.months) + " months\n";
  return text;
}

}  // namespace

std::vector<protocol_file> list_protocols(const std::filesystem::path& folder,
                                          const registry& known) {
  std::vector<protocol_file> found;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(folder, missing))
    if (entry.path().extension() == ".json")
      found.push_back({entry.path().stem().string(), read_scenario(entry.path(), known).description,
                       entry.path()});
  if (missing) throw input_error({{folder.string(), "", "cannot be listed: " + missing.message()}});
  std::sort(found.begin(), found.end(),
            [](const protocol_file& a, const protocol_file& b) { return a.name < b.name; });
  return found;
}

std::string describe(std::string_view name, const registry& known,
                     const std::vector<protocol_file>& protocols) {
  const shape root = scenario_shape(known);
  std::vector<std::string_view> names;
  std::string text;
  const auto add = [&](const std::string& more) { text += (text.empty() ? "" : "\n") + more; };
  for (const shape* at : components_of(root))
    for (const shape& one : at->members) {
      names.push_back(one.key);
      if (one.key == name) add(describe_component(at->noun, one));
    }
  names.push_back("diary");
  if (name == "diary") add(describe_diary(*root.member("diary")));
  for (const protocol_file& one : protocols) {
    names.push_back(one.name);
    if (one.name == name) add(describe_protocol(one, known));
  }
  if (!text.empty()) return text;
  const std::string near = nearest_name(name, names);
  std::string message = "nothing is called '" + std::string(name) + "'";
  if (!near.empty()) message += "; did you mean '" + near + "'?";
  for (std::size_t i = 0; i < names.size(); ++i)
    message += (i > 0 ? ", " : near.empty() ? "; known: " : " known: ") + std::string(names[i]);
  throw input_error({{"", "", message}});
}

}  // namespace iwm
