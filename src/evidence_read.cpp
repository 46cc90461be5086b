// SPDX-License-Identifier: MIT
#include "iwm/core/error.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/evidence/target.hpp"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <fstream>
#include <iterator>
#include <numeric>
#include <set>

#include "scenario_parse.hpp"
#include "scenario_text.hpp"

namespace iwm {
namespace {

using shares = std::vector<std::pair<std::string, double>>;
using variable_pair = std::array<std::size_t, 2>;
using names = std::vector<std::string_view>;

constexpr int deepest_measure = 16;

std::string inside(const std::string& at, std::string_view key) {
  return pointer_to(at, printable(key));
}
std::string inside(const std::string& at, std::size_t i) { return inside(at, std::to_string(i)); }

template <class Named>
names names_of(const Named& list) {
  names all;
  for (const auto& one : list) all.push_back(one.name);
  return all;
}

struct members;

/// Turns JSON into values and notes everything that is wrong on the way.
struct reader {
  std::string file;
  std::vector<problem> problems{};
  evidence found{};

  void wrong(const std::string& at, std::string message) {
    problems.push_back({file, at, std::move(message)});
  }
  void unexpected(const json& value, const std::string& at, const std::string& wanted) {
    if (!is_reported(value)) wrong(at, "expected " + wanted + ", got " + got(value));
  }
  void one_of(const names& known, const std::string& name, const std::string& at,
              std::string_view noun) {
    if (!name.empty() && std::find(known.begin(), known.end(), name) == known.end())
      wrong(at, unknown_name(noun, name, known));
  }

  void convert(const json& value, const std::string& at, std::string& to) {
    if (!value.is_string()) return unexpected(value, at, "a text");
    to = value.get<std::string>();
  }
  void convert(const json& value, const std::string& at, double& to) {
    if (!value.is_number()) return unexpected(value, at, "a number");
    to = value.get<double>();
  }
  void convert(const json& value, const std::string& at, bool& to) {
    if (!value.is_boolean()) return unexpected(value, at, "true or false");
    to = value.get<bool>();
  }
  template <std::integral Whole>
  void convert(const json& value, const std::string& at, Whole& to) {
    if (!value.is_number_unsigned() || value > 1'000'000'000)
      return unexpected(value, at, "a whole number");
    to = value.get<Whole>();
  }
  template <class T>
  void convert(const json& value, const std::string& at, std::optional<T>& to) {
    if (!value.is_null()) convert(value, at, to.emplace());
  }
  template <class T>
  void convert(const json& value, const std::string& at, std::vector<T>& to) {
    if (!value.is_array() || value.empty()) return unexpected(value, at, "a list");
    for (std::size_t i = 0; i < value.size(); ++i)
      convert(value[i], inside(at, i), to.emplace_back());
  }
  void convert(const json& value, const std::string& at, std::array<double, 2>& to) {
    if (!value.is_array() || value.size() != 2) return unexpected(value, at, "[lowest, highest]");
    for (std::size_t i = 0; i < 2; ++i) convert(value[i], inside(at, i), to[i]);
    if (to[0] > to[1]) wrong(at, "the lowest is above the highest");
  }
  void convert(const json& value, const std::string& at, variable_pair& to) {
    if (!value.is_array() || value.size() != 2) return unexpected(value, at, "two variables");
    for (std::size_t i = 0; i < 2; ++i) find_variable(value[i], inside(at, i), to[i]);
  }
  void convert(const json& value, const std::string& at, shares& to) {
    if (!value.is_object()) return unexpected(value, at, "an object");
    double sum = 0;
    for (const auto& [name, share] : value.items()) {
      convert(share, inside(at, name), to.emplace_back(name, 0.).second);
      sum += to.back().second;
    }
    if (!to.empty() && std::abs(sum - 1) > 1e-6) wrong(at, "the shares do not add up to 1");
  }
  void convert(const json& value, const std::string& at, measure& to) { read(value, at, to, 0); }
  void convert(const json& value, const std::string&, const json*& to) { to = &value; }
  void convert(const json& value, const std::string& at, study_protocol& to);
  void convert(const json& value, const std::string& at, variable& to);
  void convert(const json& value, const std::string& at, comparison& to);
  void convert(const json& value, const std::string& at, target& to);

  void read_selector(members& of, variable& to);
  void read_composition(members& of, variable& to);
  void find_variable(const json& value, const std::string& at, std::size_t& to);
  void find_earlier_variable(const json& value, const std::string& at, std::size_t& to);
  void read(const json& value, const std::string& at, measure& to, int depth);
  void read_operands(const json& value, const std::string& at, const statistic_name& rule,
                     measure& to, int depth);
  void check_variables(const measure& what, const statistic_name& rule, const std::string& at);
  void read_file(const json& value);
};

/// One object: hands out members, then complains of those nobody asked for.
struct members {
  reader& to;
  const json& value;
  std::string at;
  names asked{};

  template <class T>
  members& optional(std::string_view key, T& place) {
    asked.push_back(key);
    if (!value.is_object()) return *this;
    if (const auto member = value.find(std::string(key)); member != value.end())
      to.convert(*member, inside(at, key), place);
    return *this;
  }

  template <class T>
  members& required(std::string_view key, T& place) {
    if (value.is_object() && !value.contains(std::string(key)))
      to.wrong(at, "lacks " + in_quotes(key));
    return optional(key, place);
  }

  void end() const {
    if (!value.is_object()) return to.unexpected(value, at, "an object");
    for (const auto& [key, member] : value.items())
      if (std::find(asked.begin(), asked.end(), key) == asked.end())
        to.wrong(inside(at, key), "unknown key" + unknown_key(key, asked));
  }
};

void reader::convert(const json& value, const std::string& at, study_protocol& to) {
  members of{*this, value, at};
  of.required("name", to.name).optional("summary", to.summary).optional("unit", to.unit);
  of.optional("default_n", to.default_n).optional("strata", to.strata);
  of.optional("strata_tolerance", to.strata_tolerance);
  of.optional("strata_arms", to.strata_arms).end();
}

void reader::convert(const json& value, const std::string& at, variable& to) {
  const names tables{"assessments",   "classifications", "events",
                     "relationships", "families",        "variables"};
  std::string table;
  members of{*this, value, at};
  of.required("table", table);
  const auto place = std::find(tables.begin(), tables.end(), table);
  if (place == tables.end()) return one_of(tables, table, inside(at, "table"), "table");
  to.from = static_cast<source>(place - tables.begin());
  if (to.from == source::variables) return read_composition(of, to);
  if (to.from == source::families) {
    of.required("column", to.column).required("is", to.is).optional("among", to.among).end();
    return one_of({"stratum", "arm"}, to.column, inside(at, "column"), "column");
  }
  of.optional("person", to.person).optional("child", to.child).optional("partner", to.partner);
  of.optional("stratum", to.stratum).optional("arm", to.arm);
  of.optional("generation", to.generation);
  if (to.from != source::relationships) {
    of.optional("age_months", to.age_months).optional("tolerance_months", to.tolerance_months);
    of.optional("between_months", to.between_months);
  }
  if (to.from != source::events) of.optional("occasion", to.occasion);
  read_selector(of, to);
  names roles{"child", "mother", "father", "wife", "husband"};
  one_of(roles, to.person, inside(at, "person"), "person");
  roles.insert(roles.end(), {"sibling", "partner"});
  one_of(roles, to.partner, inside(at, "partner"), "partner");
  if (to.child < 1) wrong(inside(at, "child"), "children are counted from 1");
  if (to.occasion < 1) wrong(inside(at, "occasion"), "occasions are counted from 1");
  if (to.between_months && (to.age_months || to.same_age_as || to.occasion > 1))
    wrong(inside(at, "between_months"),
          "takes the mean of all ages: give no other age or occasion");
  if (to.between_months && to.from == source::classifications)
    wrong(inside(at, "between_months"), "a class has no mean");
}

void reader::read_selector(members& of, variable& to) {
  const std::string& at = of.at;
  const json* another = nullptr;
  switch (to.from) {
    case source::assessments:
      of.required("instrument", to.instrument).required("scale", to.scale);
      of.optional("episode", to.episode).optional("same_age_as", another).end();
      break;
    case source::classifications:
      of.required("instrument", to.instrument).required("system", to.system);
      of.optional("is", to.is).optional("among", to.among);
      of.optional("same_age_as", another).end();
      if (!to.coded()) wrong(at, "lacks 'is' or 'among'");
      break;
    case source::relationships:
      of.required("kind", to.kind).required("column", to.column).end();
      one_of({"satisfaction", "conflict"}, to.column, inside(at, "column"), "column");
      break;
    default:
      if (of.optional("any_of", to.any_of); !to.any_of.empty()) return of.end();
      of.required("kind", to.kind).required("column", to.column).end();
      one_of({"quality", "severity", "latency", "crying", "exploration"}, to.column,
             inside(at, "column"), "column");
  }
  if (!another) return;
  const std::string place = inside(at, "same_age_as");
  find_earlier_variable(*another, place, to.same_age_as.emplace());
  if (found.variables[*to.same_age_as].same_age_as)
    wrong(place, "that variable looks for another's age itself");
}

void reader::read_composition(members& of, variable& to) {
  const names ways{"mean", "difference", "unlike"};
  const json* parts = nullptr;
  std::string as;
  of.required("of", parts).required("as", as).end();
  one_of(ways, as, inside(of.at, "as"), "composition");
  if (const auto way = std::find(ways.begin(), ways.end(), as); way != ways.end())
    to.as = static_cast<composition>(way - ways.begin());
  if (!parts) return;
  const std::string place = inside(of.at, "of");
  if (!parts->is_array() || parts->size() != 2) return unexpected(*parts, place, "two variables");
  for (std::size_t i = 0; i < 2; ++i) {
    find_earlier_variable((*parts)[i], inside(place, i), to.of.emplace_back());
    if (found.variables[to.of.back()].keeps_events())
      wrong(inside(place, i), "is a variable of events");
  }
}

void reader::convert(const json& value, const std::string& at, comparison& to) {
  std::vector<measure> sides;
  members{*this, value, at}.required("greater", sides).optional("margin", to.margin).end();
  if (sides.size() != 2) return wrong(inside(at, "greater"), "expected two measures");
  to.greater = sides[0];
  to.than = sides[1];
}

void reader::find_variable(const json& value, const std::string& at, std::size_t& to) {
  std::string name;
  convert(value, at, name);
  const names known = names_of(found.variables);
  const auto place = std::find(known.begin(), known.end(), name);
  if (place != known.end())
    to = static_cast<std::size_t>(place - known.begin());
  else if (value.is_string())
    wrong(at, "unknown variable " + in_quotes(name) + unknown_key(name, known));
}

void reader::find_earlier_variable(const json& value, const std::string& at, std::size_t& to) {
  find_variable(value, at, to);
  if (to + 1 < found.variables.size()) return;
  to = 0;
  wrong(at, "is the variable itself");
}

void reader::read(const json& value, const std::string& at, measure& to, int depth) {
  if (value.is_number()) return convert(value, at, to.constant);
  if (!value.is_object() || value.size() != 1)
    return unexpected(value, at, "a number or {\"statistic\": operands}");
  if (depth == deepest_measure) return wrong(at, "is nested too deeply");
  const std::string name = value.begin().key();
  const auto rule = std::find_if(statistic_names.begin(), statistic_names.end(),
                                 [&](const statistic_name& one) { return one.name == name; });
  if (rule == statistic_names.end())
    return wrong(inside(at, name), unknown_name("statistic", name, names_of(statistic_names)));
  to.kind = rule->kind;
  const std::size_t before = problems.size();
  read_operands(value.begin().value(), inside(at, name), *rule, to, depth);
  if (problems.size() == before) check_variables(to, *rule, inside(at, name));
}

void reader::read_operands(const json& value, const std::string& at, const statistic_name& rule,
                           measure& to, int depth) {
  if (rule.takes == operands::measure) return read(value, at, to.parts.emplace_back(), depth + 1);
  if (rule.takes >= operands::two_measures) {
    const bool two = rule.takes == operands::two_measures;
    const bool any_number = rule.takes == operands::measures;
    const std::size_t wanted = two ? 2 : 3;
    if (!value.is_array() || value.empty() || (!any_number && value.size() != wanted))
      return unexpected(value, at,
                        any_number ? "a list of measures"
                        : two      ? "two measures"
                                   : "three measures");
    for (std::size_t i = 0; i < value.size(); ++i)
      read(value[i], inside(at, i), to.parts.emplace_back(), depth + 1);
    return;
  }
  if (rule.takes == operands::composite) {
    if (!value.is_array() || value.size() < 3)
      return unexpected(value, at, "a variable and two or more others");
    std::size_t first = 0;
    find_variable(value[0], inside(at, 0), first);
    for (std::size_t i = 1; i < value.size(); ++i)
      find_variable(value[i], inside(at, i), to.pairs.emplace_back(variable_pair{first, 0})[1]);
    return;
  }
  if (rule.takes == operands::variable) {
    find_variable(value, at, to.pairs.emplace_back()[0]);
    to.pairs[0][1] = to.pairs[0][0];
    return;
  }
  if (rule.takes == operands::pair && value.is_array())
    return convert(value, at, to.pairs.emplace_back());
  members{*this, value, at}.required("pairs", to.pairs).required("weights", to.weights).end();
  const bool positive =
      std::all_of(to.weights.begin(), to.weights.end(), [](double weight) { return weight > 0; });
  if (!positive || to.weights.size() != to.pairs.size())
    return wrong(inside(at, "weights"), "expected one positive number for each pair");
  const double sum = std::accumulate(to.weights.begin(), to.weights.end(), 0.);
  for (double& weight : to.weights) weight /= sum;
}

void reader::check_variables(const measure& what, const statistic_name& rule,
                             const std::string& at) {
  const auto check = [&](const variable& one, content needed) {
    if (needed == content::events && !one.keeps_events())
      wrong(at, in_quotes(one.name) + " is not a variable of events");
    else if (needed != content::events && one.keeps_events())
      wrong(at, in_quotes(one.name) + " is a variable of events");
    else if (needed == content::binary && !one.binary())
      wrong(at, in_quotes(one.name) + " is not 0 or 1: it has no 'is'");
    else if (needed == content::coded && !one.coded())
      wrong(at, in_quotes(one.name) + " is not a class");
  };
  for (const variable_pair& pair : what.pairs) {
    check(found.variables[pair[0]], rule.first);
    if (rule.takes != operands::variable) check(found.variables[pair[1]], rule.second);
  }
}

void reader::convert(const json& value, const std::string& at, target& to) {
  const json* what = nullptr;
  members of{*this, value, at};
  of.required("id", to.id).required("area", to.area).required("protocol", to.protocol);
  of.required("claim", to.claim).required("citation", to.citation).optional("doi", to.doi);
  of.optional("doi_verified", to.doi_verified).optional("population", to.population);
  of.optional("estimator", to.estimator).optional("rule", to.rule).optional("notes", to.notes);
  of.optional("value", to.value).optional("ci", to.ci).optional("band", to.band);
  of.optional("band_basis", to.band_basis).optional("gating", to.gating);
  of.optional("measure", what).end();
  one_of(names_of(found.protocols), to.protocol, inside(at, "protocol"), "protocol");
  if (!what) return;
  const std::string place = inside(at, "measure");
  if (what->is_object() && what->contains("ordering")) {
    members{*this, *what, place}.required("ordering", to.ordering).end();
    if (to.band) wrong(inside(at, "band"), "an ordering has no band");
  } else {
    convert(*what, place, to.statistic.emplace());
    if (!to.band) wrong(at, "a measure that is no ordering needs a band");
  }
}

void reader::read_file(const json& value) {
  std::uint64_t schema = 1;
  const json* selectors = nullptr;
  members of{*this, value, ""};
  of.required("schema", schema).required("protocols", found.protocols);
  of.optional("variables", selectors);
  if (schema != 1) wrong("/schema", "this program reads schema 1");
  if (selectors && !selectors->is_object()) unexpected(*selectors, "/variables", "an object");
  if (selectors && selectors->is_object())
    for (const auto& [name, selector] : selectors->items()) {
      found.variables.emplace_back().name = name;
      convert(selector, inside("/variables", name), found.variables.back());
    }
  of.required("targets", found.targets).end();
  std::set<std::string> ids;
  for (std::size_t i = 0; i < found.targets.size(); ++i)
    if (!ids.insert(found.targets[i].id).second)
      wrong(inside("/targets", i) + "/id", in_quotes(found.targets[i].id) + " is there twice");
}

}  // namespace

evidence read_evidence(const std::filesystem::path& file) {
  reader result{file.string()};
  std::error_code unknown;
  std::ifstream stream(file, std::ios::binary);
  if (!stream || std::filesystem::is_directory(file, unknown))
    throw input_error({{result.file, "", "cannot be opened"}});
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  const json document = parse_strictly(text, result.file, "", result.problems);
  if (!document.is_discarded()) result.read_file(document);
  if (!result.problems.empty()) throw input_error(std::move(result.problems));
  return std::move(result.found);
}

}  // namespace iwm
