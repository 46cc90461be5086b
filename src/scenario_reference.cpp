// SPDX-License-Identifier: MIT
#include "iwm/scenario/describe.hpp"

#include <array>

#include "scenario_shape.hpp"
#include "scenario_text.hpp"

namespace iwm {
namespace {

using kind = shape::kind;

constexpr std::string_view introduction = R"(# Scenario reference

Written by the program from the tables of its parameters; not edited by hand.

A scenario is a JSON file. Every key is optional. What is wrong with it is told all at once, each
thing with its place, the value and what is allowed; `iwm check` does only that. `iwm schema` prints
a JSON Schema of all this, with which editors complete and check.

A theory, caregiver, instrument or norm is written as its name, `"caregiver": "sensitive"`, or as an object
of the name and the parameters that differ from their defaults,
`"caregiver": {"name": "sensitive", "acceptance": 0.7}`.

`iwm run --set /theory/gain=0.05` changes one value before anything is checked. The place is a JSON
pointer; objects that are missing on the way are made, a component written as its name becomes an
object, and the index after the last element adds one to a list.

Shares in `population` are relative to their sum. Without `population` all families are of the
stratum `low_risk`; with it, a stratum that it does not name has no families. The order of keys has
no meaning.

## The whole
)";

constexpr std::string_view own_strata = R"(
A stratum of your own has a name of 1 to 64 letters, digits, `_`, `-` or `.`, starts from the values
of `low_risk` and needs a share in `population`.
)";

std::string sentence(std::string text) {
  if (!text.empty() && 'a' <= text[0] && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text + ".\n";
}

std::string cell(const std::string& text) {
  std::string safe;
  for (const char c : text) safe += c == '|' ? std::string("\\|") : std::string{c};
  return safe;
}

std::string code(const std::string& text) { return text.empty() ? text : '`' + text + '`'; }

std::string table(const std::vector<shape>& members) {
  std::string rows =
      "\n| key | default | allowed | unit | meaning | source of the default |\n"
      "|---|---|---|---|---|---|\n";
  for (const shape& one : members) {
    auto cells = cells_of(one);
    cells[0] = code(cells[0]);
    cells[1] = code(cells[1]);
    for (const std::string& text : cells) rows += "| " + cell(text) + ' ';
    rows += "|\n";
  }
  return rows;
}

std::string strata(const shape& at) {
  const std::vector<shape>& keys = at.others[0].members;
  std::string text =
      "An object for each stratum that is to differ, with these keys.\n" + table(keys);
  text += "\nThese are the values of `low_risk`. The other strata of the library differ in\n\n";
  for (const shape& stratum : at.members)
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (stratum.members[i].initial != keys[i].initial)
        text += "- " + code(stratum.key + '/' + keys[i].key) + ' ' +
                default_text(stratum.members[i]) + '\n';
  return text + std::string(own_strata);
}

std::string section(const shape& at, const std::string& pointer) {
  std::string text = "\n## " + code(pointer) + "\n\n" + sentence(at.meaning);
  if (at.is == kind::named && at.others[0].is == kind::object) return text + strata(at);
  if (at.is == kind::list)
    return text + "A list of objects with these keys.\n" + table(at.others[0].members);
  text += table(at.members);
  for (const shape& one : at.members)
    if (one.is == kind::object) text += section(one, pointer + '/' + one.key);
  return text;
}

/// What may stand in /diary/columns.
std::string columns_of_the_diary() {
  std::string rows = "\n| column | values | unit | meaning |\n|---|---|---|---|\n";
  for (const diary_column& one : diary_columns)
    rows += "| " + code(std::string(one.name)) + " | " + values_text(one) + " | " +
            std::string(one.unit) + " | " + std::string(one.meaning) + " |\n";
  return rows;
}

}  // namespace

std::string scenario_reference_markdown(const registry& known) {
  const shape root = scenario_shape(known);
  std::string page = std::string(introduction) + table(root.members);
  for (const shape& one : root.members)
    if (one.is == kind::object || one.is == kind::named || one.is == kind::list)
      page += section(one, '/' + one.key) + (one.key == "diary" ? columns_of_the_diary() : "");
  constexpr std::array titles{"Theories", "Caregivers", "Instruments", "Norms"};
  for (std::size_t i = 0; i < titles.size(); ++i) {
    page += "\n## " + std::string(titles[i]) + '\n';
    for (const shape& one : components_of(root)[i]->members) {
      page += "\n### " + code(one.key) + "\n\n" + sentence(one.meaning);
      page += one.members.empty() ? "\nIt has no parameters.\n" : table(one.members);
    }
  }
  return page;
}

}  // namespace iwm
