// SPDX-License-Identifier: MIT
#include "iwm/scenario/scenario_json.hpp"

#include "iwm/population/run.hpp"

#include <algorithm>
#include <fstream>
#include <set>

#include "scenario_check.hpp"
#include "scenario_parse.hpp"
#include "scenario_shape.hpp"
#include "scenario_text.hpp"

namespace iwm {
namespace {

constexpr std::size_t most_problems = 200;

std::string contents_of(const std::filesystem::path& file) {
  const auto refuse = [&](std::string why) {
    return input_error({{file.string(), "", std::move(why)}});
  };
  std::error_code unknown;
  if (std::filesystem::is_directory(file, unknown))
    throw refuse("is a folder; expected a scenario file");
  if (!std::filesystem::exists(file, unknown)) throw refuse("there is no such file");
  std::ifstream stream(file, std::ios::binary);
  std::string text(largest_file + 1, '\0');
  if (!stream) throw refuse("cannot be opened");
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (stream.bad()) throw refuse("cannot be read");
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return text;
}

template <has_fields Owner>
void read_fields(const json& from, Owner& to) {
  for_each_field(to, [&](const auto& entry, auto& value) {
    const auto found = from.find(std::string(entry.name));
    if (found == from.end()) return;
    if constexpr (group_entry<decltype(entry)>)
      read_fields(*found, value);
    else
      value = found->template get<std::remove_cvref_t<decltype(value)>>();
  });
}

void read_text(const json& from, const std::string& key, std::string& to) {
  if (const auto found = from.find(key); found != from.end()) to = found->get<std::string>();
}

/// The component at a place, with the settings that differ from their defaults, in the order of its
/// table.
template <class Entry>
component component_at(const json& from, const std::string& key, component initial,
                       const std::vector<Entry>& entries) {
  const auto found = from.find(key);
  if (found == from.end()) return initial;
  if (found->is_string()) return {found->get<std::string>(), {}};
  component chosen{initial.name, {}};
  read_text(*found, "name", chosen.name);
  for (const parameter_info& info : find(entries, chosen.name)->parameters) {
    const auto value = found->find(std::string(info.name));
    if (value == found->end()) continue;
    setting one{std::string(info.name), 0, {}};
    if (value->is_string())
      one.text = value->get<std::string>();
    else
      one.number = value->is_boolean() ? (value->get<bool>() ? 1. : 0.) : value->get<double>();
    if (info.kind == "text" ? !one.text.empty() : one.number != info.initial)
      chosen.settings.push_back(std::move(one));
  }
  return chosen;
}

template <class Choice, class Names>
Choice choice_at(const json& from, const std::string& key, const Names& names) {
  std::string name(names[0]);
  read_text(from, key, name);
  return static_cast<Choice>(std::find(names.begin(), names.end(), name) - names.begin());
}

figure figure_at(const json& from) { return choice_at<figure>(from, "figure", figure_names); }

/// Calls read(element, entry) for each element of a list that is there, which takes the place of the
/// default.
template <class Entry, class Read>
void read_list(const json& from, const std::string& key, std::vector<Entry>& to, Read&& read) {
  const auto list = from.find(key);
  if (list == from.end()) return;
  to.clear();
  for (const json& one : *list) read(one, to.emplace_back());
}

void read_lives(const json& from, lives_plan& to) {
  const auto lives = from.find("lives");
  if (lives == from.end()) return;
  read_list(*lives, "events", to.events, [](const json& one, life_event& event) {
    read_fields(one, event);
    read_text(one, "kind", event.kind);
    read_text(one, "who", event.who);
  });
  read_list(*lives, "placements", to.placements, [](const json& one, placement& place) {
    read_fields(one, place);
    read_text(one, "stratum", place.stratum);
  });
  const auto numbers = [](const json& one, auto& entry) { read_fields(one, entry); };
  read_list(*lives, "programmes", to.programmes, numbers);
  read_list(*lives, "therapies", to.therapies, numbers);
}

/// The strata of the library first, then the others by name: the order of keys has no meaning.
void read_strata(const json& from, std::vector<stratum_share>& to) {
  if (const auto strata = from.find("strata"); strata != from.end()) {
    std::set<std::string> others;
    for (const auto& [name, care] : strata->items()) others.insert(name);
    for (const stratum_share& s : to) others.erase(s.name);
    for (const std::string& name : others) to.push_back({name, 0, low_risk});
    for (stratum_share& s : to)
      if (const auto care = strata->find(s.name); care != strata->end()) read_fields(*care, s.care);
  }
  if (const auto population = from.find("population"); population != from.end())
    for (stratum_share& s : to) {
      const auto share = population->find(s.name);
      s.share = share == population->end() ? 0. : share->get<double>();
    }
}

scenario scenario_of(const json& from, const registry& known) {
  scenario plan;
  read_text(from, "name", plan.name);
  read_text(from, "description", plan.description);
  read_text(from, "protocol", plan.protocol);
  read_text(from, "arm", plan.arm);
  read_fields(from, plan);
  if (const auto diary = from.find("diary"); diary != from.end())
    if (const auto columns = diary->find("columns"); columns != diary->end())
      plan.diary.columns = columns->get<std::vector<std::string>>();
  read_strata(from, plan.strata);
  plan.theory = component_at(from, "theory", plan.theory, known.theories);
  plan.culture = component_at(from, "norm", plan.culture, known.norms);
  for (std::size_t who = 0; who < plan.figures.size(); ++who)
    if (const auto given = from.find(std::string(figure_names[who])); given != from.end()) {
      figure_plan& to = plan.figures[who];
      read_fields(*given, to);
      to.caregiver = component_at(*given, "caregiver", to.caregiver, known.caregivers);
    }
  if (const auto list = from.find("exchanges"); list != from.end())
    for (const json& one : *list)
      plan.exchanges.push_back({figure_at(one), one.at("months").get<double>(),
                                component_at(one, "caregiver", {}, known.caregivers)});
  if (const auto list = from.find("assessments"); list != from.end())
    for (const json& one : *list) {
      plan.assessments.push_back({component_at(one, "instrument", {}, known.instruments),
                                  figure_at(one), one.at("months").get<std::vector<double>>(),
                                  choice_at<assessed>(one, "person", assessed_names),
                                  one.value("generation", std::int64_t{0})});
      assessment_plan& to = plan.assessments.back();
      to.scored_by = component_at(one, "norm", to.scored_by, known.norms);
      read_text(one, "as", to.as);
    }
  read_lives(from, plan.lives);
  read_list(from, "arms", plan.arms, [](const json& one, arm_plan& arm) {
    read_text(one, "name", arm.name);
    arm.set = one.value("set", std::vector<std::string>{});
  });
  return plan;
}

template <has_fields Owner>
json json_of(const Owner& from) {
  json to = json::object();
  for_each_field(from, [&](const auto& entry, const auto& value) {
    json& place = to[std::string(entry.name)];
    if constexpr (group_entry<decltype(entry)>)
      place = json_of(value);
    else
      place = value;
  });
  return to;
}

template <class Entry>
json json_of(const component& from, const std::vector<Entry>& entries) {
  json to{{"name", from.name}};
  if (const Entry* known = find(entries, from.name))
    for (const parameter_info& info : known->parameters) {
      json& place = to[std::string(info.name)];
      if (info.kind == "text")
        place = "";
      else
        place = info.initial;
    }
  for (const setting& s : from.settings) {
    json& place = to[s.name];
    if (place.is_string() || !s.text.empty())
      place = s.text;
    else
      place = s.number;
  }
  if (const Entry* known = find(entries, from.name))
    for (const parameter_info& info : known->parameters)
      if (json& place = to[std::string(info.name)]; info.kind == "switch")
        place = place.get<double>() != 0;
  return to;
}

json json_of(const scenario& from, const registry& known) {
  json to = json_of<scenario>(from);
  to["diary"]["columns"] = from.diary.columns;
  to["schema"] = 1;
  to["name"] = from.name;
  to["description"] = from.description;
  to["protocol"] = from.protocol;
  to["arm"] = from.arm;
  for (const stratum_share& s : from.strata) {
    to["population"][s.name] = s.share;
    to["strata"][s.name] = json_of(s.care);
  }
  to["theory"] = json_of(from.theory, known.theories);
  to["norm"] = json_of(from.culture, known.norms);
  for (std::size_t who = 0; who < from.figures.size(); ++who) {
    json& place = to[std::string(figure_names[who])];
    place["caregiver"] = json_of(from.figures[who].caregiver, known.caregivers);
    place.update(json_of(from.figures[who]));
  }
  const auto name_of = [](figure who) { return figure_names[static_cast<std::size_t>(who)]; };
  to["exchanges"] = json::array();
  for (const exchange& e : from.exchanges)
    to["exchanges"].push_back({{"figure", name_of(e.who)},
                               {"months", e.months},
                               {"caregiver", json_of(e.caregiver, known.caregivers)}});
  to["assessments"] = json::array();
  for (const assessment_plan& a : from.assessments)
    to["assessments"].push_back({{"instrument", json_of(a.instrument, known.instruments)},
                                 {"figure", name_of(a.with)},
                                 {"person", assessed_names[static_cast<std::size_t>(a.person)]},
                                 {"generation", a.generation},
                                 {"months", a.months},
                                 {"norm", json_of(a.scored_by, known.norms)},
                                 {"as", a.as}});
  json& lives = to["lives"];
  lives["events"] = json::array();
  for (const life_event& e : from.lives.events) {
    json one{{"kind", e.kind}, {"who", e.who}};
    one.update(json_of<life_event>(e));
    lives["events"].push_back(std::move(one));
  }
  lives["placements"] = json::array();
  for (const placement& p : from.lives.placements) {
    json one{{"stratum", p.stratum}};
    one.update(json_of<placement>(p));
    lives["placements"].push_back(std::move(one));
  }
  lives["programmes"] = json::array();
  for (const programme& p : from.lives.programmes) lives["programmes"].push_back(json_of(p));
  lives["therapies"] = json::array();
  for (const therapy& t : from.lives.therapies) lives["therapies"].push_back(json_of(t));
  to["arms"] = json::array();
  for (const arm_plan& a : from.arms) to["arms"].push_back({{"name", a.name}, {"set", a.set}});
  return to;
}

}  // namespace

study read_study(const std::filesystem::path& file, const registry& known,
                                 std::span<const std::string> overrides) {
  scenario whole = read_scenario(file, known, overrides);
  if (whole.arms.empty()) return {whole, {whole}};
  std::vector<scenario> arms;
  std::vector<problem> problems;
  for (const arm_plan& arm : whole.arms) try {
      std::vector<std::string> settings = arm.set;
      settings.insert(settings.end(), overrides.begin(), overrides.end());
      settings.push_back("/arm=" + arm.name);
      settings.push_back("/arms=[]");
      arms.push_back(read_scenario(file, known, settings));
    } catch (const input_error& wrong) {
      problems.insert(problems.end(), wrong.problems().begin(), wrong.problems().end());
    }
  if (!problems.empty()) throw input_error(std::move(problems));
  return {std::move(whole), std::move(arms)};
}

scenario read_scenario(const std::filesystem::path& file, const registry& known,
                       std::span<const std::string> overrides) {
  return scenario_from_json(contents_of(file), file.string(), known, overrides);
}

scenario scenario_from_json(std::string_view text, std::string_view file, const registry& known,
                            std::span<const std::string> overrides) {
  const shape root = scenario_shape(known);
  const std::string name(file);
  std::vector<problem> problems;
  json document = parse_strictly(text, name, "", problems);
  if (!document.is_discarded()) {
    for (const std::string& setting : overrides)
      apply_override(document, root, setting, name, problems);
    check_shape(document, root, name, problems);
    check_whole(document, root, name, problems);
  }
  if (problems.empty()) {
    scenario plan = scenario_of(document, known);
    problems = problems_of(plan, known);
    if (problems.empty()) return plan;
    for (problem& found : problems)
      if (found.file == plan.name) found.file = name;
  }
  if (problems.size() > most_problems) {
    const std::size_t more = problems.size() - most_problems;
    problems.resize(most_problems);
    problems.push_back({name, "", "and " + std::to_string(more) + " more problems"});
  }
  throw input_error(std::move(problems));
}

std::string to_json_text(const scenario& plan, const registry& known) {
  json all = json_of(plan, known);
  json ordered;
  for (const shape& at : scenario_shape(known).members)
    if (all.contains(at.key)) ordered[at.key] = std::move(all[at.key]);
  return pretty(ordered);
}

}  // namespace iwm
