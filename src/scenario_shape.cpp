// SPDX-License-Identifier: MIT
#include "scenario_shape.hpp"

#include <algorithm>
#include <span>

namespace iwm {
namespace {

using kind = shape::kind;

json number_json(double value, kind as) {
  if (as == kind::toggle) return value != 0;
  if (as == kind::integer) return static_cast<std::int64_t>(value);
  return value;
}

template <class Value>
constexpr kind kind_of_field() {
  if (std::same_as<Value, bool>) return kind::toggle;
  return std::same_as<Value, double> ? kind::number : kind::integer;
}

template <has_fields Owner>
std::vector<shape> shapes_of(const Owner& initial) {
  std::vector<shape> found;
  for_each_field(initial, [&](const auto& entry, const auto& value) {
    shape& at = found.emplace_back();
    at.key = entry.name;
    at.meaning = entry.meaning;
    if constexpr (group_entry<decltype(entry)>) {
      at.members = shapes_of(value);
    } else {
      at.is = kind_of_field<std::remove_cvref_t<decltype(value)>>();
      at.lowest = entry.lowest;
      at.highest = entry.highest;
      at.unit = entry.unit;
      at.source = entry.source;
      at.initial = value;
    }
  });
  return found;
}

shape shape_of(const parameter_info& info) {
  shape at;
  at.is = info.kind == "text"      ? kind::text
          : info.kind == "switch"  ? kind::toggle
          : info.kind == "integer" ? kind::integer
                                   : kind::number;
  at.key = info.name;
  at.meaning = info.meaning;
  at.unit = info.unit;
  at.source = info.source;
  at.lowest = info.lowest;
  at.highest = info.highest;
  at.initial = at.is == kind::text ? json("") : number_json(info.initial, at.is);
  return at;
}

template <class Entry>
shape component_shape(std::string noun, std::string meaning, const std::vector<Entry>& entries,
                      const std::string& initial) {
  shape at{.is = kind::component, .key = noun, .meaning = std::move(meaning)};
  at.noun = std::move(noun);
  if (initial.empty())
    at.required = true;
  else
    at.initial = initial;
  for (const Entry& entry : entries) {
    shape& one = at.members.emplace_back();
    one.key = entry.name;
    one.meaning = entry.summary;
    for (const parameter_info& info : entry.parameters) one.members.push_back(shape_of(info));
  }
  return at;
}

shape text_shape(std::string key, std::string meaning, std::string initial = {}) {
  shape at{.is = kind::text, .key = std::move(key), .meaning = std::move(meaning)};
  at.initial = std::move(initial);
  return at;
}

shape schema_shape() {
  shape at{.is = kind::integer, .key = "schema", .meaning = "version of this format"};
  at.lowest = at.highest = 1;
  at.initial = 1;
  return at;
}

template <class Names>
shape one_of_shape(std::string key, std::string noun, std::string meaning, const Names& names) {
  shape at{.is = kind::one_of, .key = std::move(key), .meaning = std::move(meaning)};
  at.noun = std::move(noun);
  at.names.assign(std::begin(names), std::end(names));
  at.initial = at.names[0];
  return at;
}

shape figure_shape(std::string key = "figure") {
  return one_of_shape(std::move(key), "figure", "which figure of the person", figure_names);
}

shape parent_shape() {
  return one_of_shape("figure", "figure", "which parent of the infant",
                      std::span(figure_names).first(scenario{}.figures.size()));
}

shape age_shape(double latest) {
  shape at{.is = kind::number, .key = "months", .meaning = "age of the child", .unit = "months"};
  at.highest = latest;
  at.required = true;
  return at;
}

shape list_shape(std::string key, std::string meaning, shape element) {
  shape at{.is = kind::list, .key = std::move(key), .meaning = std::move(meaning)};
  at.initial = json::array();
  at.others.push_back(std::move(element));
  return at;
}

shape diary_columns_shape(const scenario& initial) {
  shape column{.is = kind::one_of, .meaning = "a column of the diary"};
  column.noun = "column";
  for (const diary_column& one : diary_columns) column.names.emplace_back(one.name);
  shape at = list_shape("columns", "what is kept of each event, in this order", std::move(column));
  at.initial = initial.diary.columns;
  at.lowest = 1;
  return at;
}

shape population_shape(const scenario& initial) {
  shape at{
      .is = kind::named, .key = "population", .meaning = "share of each stratum in the families"};
  at.noun = "stratum";
  shape share{.is = kind::number, .meaning = "share of the families, relative to the others"};
  share.highest = 1e9;
  share.unit = "1";
  at.others.push_back(share);
  for (const stratum_share& s : initial.strata) {
    share.key = s.name;
    share.initial = s.share;
    at.members.push_back(share);
  }
  return at;
}

shape strata_shape(const scenario& initial) {
  shape at{
      .is = kind::named, .key = "strata", .meaning = "how care is distributed in each stratum"};
  at.noun = "stratum";
  for (const stratum_share& s : initial.strata) {
    shape& one = at.members.emplace_back();
    one.key = s.name;
    one.meaning = "how care is distributed in this stratum";
    one.members = shapes_of(s.care);
  }
  shape& other = at.others.emplace_back();
  other.meaning = "a stratum of your own, starting from low_risk";
  other.members = shapes_of(low_risk);
  return at;
}

template <has_fields Entry>
shape entries_shape(std::string key, std::string meaning, std::vector<shape> texts) {
  shape one;
  one.members = std::move(texts);
  for (shape& at : shapes_of(Entry{})) one.members.push_back(std::move(at));
  return list_shape(std::move(key), std::move(meaning), std::move(one));
}

/// The lists of /lives: events, placements, programmes, therapies.
void add_lists_of_lives(shape& lives) {
  shape kind_of_event = text_shape("kind", "name of the event in the tables");
  kind_of_event.required = true;
  kind_of_event.lowest = 1;
  kind_of_event.initial = nullptr;
  lives.members.push_back(entries_shape<life_event>(
      "events", "life events; the default are those of ordinary lives",
      {kind_of_event, figure_shape("who")}));
  lives.members.back().initial = nullptr;
  lives.members.push_back(entries_shape<placement>(
      "placements", "other people become mother and father",
      {text_shape("stratum", "stratum of the new family", "low_risk")}));
  lives.members.push_back(
      entries_shape<programme>("programmes", "programmes that raise a mother's care", {}));
  lives.members.push_back(entries_shape<therapy>("therapies", "therapies of grown persons", {}));
}

shape arms_shape() {
  shape one;
  one.members = {text_shape("name", "written on every row"),
                 list_shape("set", "what differs in this arm, as \"/json/pointer=value\"",
                            text_shape("", "a setting"))};
  one.members[0].required = true;
  one.members[0].initial = nullptr;
  return list_shape("arms", "arms of the study, run one after the other", one);
}

shape plan_shape(std::size_t who, const scenario& initial, const registry& known) {
  shape at{.key = std::string(figure_names[who]),
           .meaning = "how the " + std::string(figure_names[who]) + " cares, and how often"};
  at.members = shapes_of(initial.figures[who]);
  at.members.insert(at.members.begin(),
                    component_shape("caregiver", "how this figure cares", known.caregivers,
                                    initial.figures[who].caregiver.name));
  return at;
}

}  // namespace

const shape* shape::member(std::string_view name) const {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const shape& one) { return one.key == name; });
  return found == members.end() ? nullptr : &*found;
}

std::vector<std::string_view> shape::keys() const {
  std::vector<std::string_view> all;
  for (const shape& one : members) all.push_back(one.key);
  return all;
}

shape scenario_shape(const registry& known) {
  const scenario initial{};
  shape root;
  root.meaning = "A simulated study";
  root.members = shapes_of(initial);
  for (shape& one : root.members) {
    if (one.key == "diary") one.members.push_back(diary_columns_shape(initial));
    if (one.key == "lives") add_lists_of_lives(one);
  }
  const double latest = root.member("months")->highest;
  auto& all = root.members;
  all.push_back(text_shape("$schema", "address of the JSON Schema, for editors; not read"));
  all.push_back(schema_shape());
  all.push_back(text_shape("name", "name of the study", initial.name));
  all.back().lowest = 1;
  all.push_back(text_shape("description", "what the study is for"));
  all.push_back(text_shape("protocol", "written on every row; empty: the name"));
  all.push_back(text_shape("arm", "written on every row"));
  all.push_back(population_shape(initial));
  all.push_back(strata_shape(initial));
  all.push_back(component_shape("theory", "how infants behave, appraise and learn", known.theories,
                                initial.theory.name));
  all.push_back(component_shape("norm", "what the culture expects of care", known.norms,
                                initial.culture.name));
  for (std::size_t who = 0; who < initial.figures.size(); ++who)
    all.push_back(plan_shape(who, initial, known));

  shape exchange_at;
  exchange_at.members = {parent_shape(), age_shape(latest),
                         component_shape("caregiver", "who comes", known.caregivers, "")};
  all.push_back(
      list_shape("exchanges", "another caregiver takes the place of a figure", exchange_at));

  shape assessment_at;
  shape generation{.is = kind::integer,
                   .key = "generation",
                   .meaning = "only persons of this generation; 0: of all"};
  generation.highest = 1000;
  generation.initial = 0;
  shape ages = list_shape("months", "ages of the person; of a couple, its own", age_shape(latest));
  ages.required = true;
  ages.lowest = 1;
  ages.initial = nullptr;
  assessment_at.members = {component_shape("instrument", "what is held", known.instruments, ""),
                           figure_shape(),
                           one_of_shape("person", "person", "whom; of a couple both", assessed_names),
                           generation, ages,
                           component_shape("norm", "by which norm it is scored", known.norms,
                                           initial.culture.name),
                           text_shape("as", "written as the instrument in the tables; empty: its own name there")};
  all.push_back(arms_shape());
  all.push_back(
      list_shape("assessments", "which instrument, with whom, at which ages", assessment_at));

  constexpr std::array order{
      "$schema", "schema",    "name",        "description",  "protocol",   "arm",
      "seed",    "replicate", "families",    "months",       "population", "strata",
      "theory",  "innate",    "temperament", "world",        "norm",       "care",
      "mother",  "father",    "exchanges",   "lives",        "assessments", "trajectories",
      "diary",   "arms"};
  const auto place = [&](const shape& one) {
    return std::find(order.begin(), order.end(), one.key) - order.begin();
  };
  std::sort(all.begin(), all.end(),
            [&](const shape& a, const shape& b) { return place(a) < place(b); });
  return root;
}

shape parameters_shape(const std::vector<parameter_info>& parameters) {
  shape root = scenario_shape({});
  std::erase_if(root.members, [](const shape& one) { return one.key != "seed"; });
  for (const parameter_info& info : parameters) root.members.push_back(shape_of(info));
  return root;
}

std::array<const shape*, 4> components_of(const shape& scenario) {
  return {scenario.member("theory"), scenario.member("mother")->member("caregiver"),
          scenario.member("assessments")->others[0].member("instrument"), scenario.member("norm")};
}

}  // namespace iwm
