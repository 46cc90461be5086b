// SPDX-License-Identifier: MIT
#include "iwm/core/time.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

#include "scenario_check.hpp"
#include "scenario_text.hpp"

namespace iwm {
namespace {

const json* member_of(const json* object, const std::string& key) {
  if (object == nullptr || !object->is_object()) return nullptr;
  const auto found = object->find(key);
  return found == object->end() ? nullptr : &*found;
}

std::string name_of(const json* component) {
  if (const json* name = member_of(component, "name")) component = name;
  return component != nullptr && component->is_string() ? component->get<std::string>() : "";
}

/// The number there, if it is one that the shape allows.
std::optional<double> sound(const json* value, const shape& at) {
  if (value == nullptr || !value->is_number() || !is_within(*value, at)) return std::nullopt;
  if (at.is == shape::kind::integer && !is_whole(*value)) return std::nullopt;
  return value->get<double>();
}

struct whole_checker {
  const json& document;
  const shape& root;
  const std::string& file;
  std::vector<problem>& problems;
  std::map<std::tuple<std::string, std::string, long long>, std::string> occasions{};

  void wrong(const std::string& pointer, std::string message) const {
    problems.push_back({file, pointer, std::move(message)});
  }

  void check_population() const {
    const json* population = member_of(&document, "population");
    const json* strata = member_of(&document, "strata");
    std::vector<std::string_view> known = root.member("strata")->keys();
    if (strata != nullptr && strata->is_object())
      for (const auto& [name, care] : strata->items()) {
        if (root.member("strata")->member(name) != nullptr || !is_stratum_name(name)) continue;
        if (member_of(population, name) == nullptr)
          wrong(pointer_to("/strata", name),
                "no family is of this stratum: it has no share in /population" +
                    near_to(name, root.member("strata")->keys()));
        known.push_back(strata->find(name).key());
      }
    if (population == nullptr || !population->is_object()) return;
    bool nobody = true;
    for (const auto& [name, share] : population->items()) {
      if (!share.is_number() || share.get<double>() != 0) nobody = false;
      if (is_stratum_name(name) && std::find(known.begin(), known.end(), name) == known.end())
        wrong(pointer_to("/population", name), unknown_name("stratum", name, known));
    }
    if (nobody) wrong("/population", "there are no families: no share is above 0");
  }

  void check_ages() {
    const json* given = member_of(&document, "months");
    const shape& months = *root.member("months");
    const auto end = given == nullptr ? months.initial.get<double>() : sound(given, months);
    each("exchanges", [&](const json& one, const std::string& pointer) {
      check_age(member_of(&one, "months"), end, pointer + "/months", "", figure_of(one));
    });
    each("assessments", [&](const json& one, const std::string& pointer) {
      const std::string instrument = name_of(member_of(&one, "instrument"));
      const json* ages = member_of(&one, "months");
      if (instrument.empty() || ages == nullptr || !ages->is_array()) return;
      for (std::size_t i = 0; i < ages->size(); ++i)
        check_age(&(*ages)[i], end, pointer_to(pointer + "/months", std::to_string(i)),
                  instrument + called_in_tables(one), figure_of(one));
    });
  }

  template <class Visit>
  void each(const std::string& key, Visit&& visit) const {
    const json* list = member_of(&document, key);
    if (list == nullptr || !list->is_array()) return;
    for (std::size_t i = 0; i < list->size(); ++i)
      visit((*list)[i], pointer_to('/' + key, std::to_string(i)));
  }

  static std::string figure_of(const json& entry) {
    const auto text_at = [&](const char* key, std::string_view initial) {
      const json* given = member_of(&entry, key);
      if (given == nullptr) return std::string(initial);
      return given->is_string() ? given->get<std::string>() : "";
    };
    const std::string person = text_at("person", assessed_names[0]);
    const std::string whose = person == assessed_names[0] ? "" : " of the " + person;
    const std::string figure = text_at("figure", figure_names[0]);
    return figure.empty() ? "" : figure + whose;
  }

  static std::string called_in_tables(const json& entry) {
    const json* as = member_of(&entry, "as");
    return as == nullptr || !as->is_string() || as->get<std::string>().empty()
               ? ""
               : " as '" + as->get<std::string>() + "'";
  }

  void check_age(const json* age, std::optional<double> end, const std::string& pointer,
                 const std::string& instrument, const std::string& figure) {
    const auto at = sound(age, age_at());
    if (!at) return;
    if (end && *at > *end)
      wrong(pointer, number_text(*at) + " is outside [0, " + number_text(*end) +
                         "] (months): the children are followed until then, by /months");
    if (figure.empty()) return;
    const auto day = std::llround(days_from_months(*at));
    const auto [first, fresh] = occasions.try_emplace({instrument, figure, day}, pointer);
    if (fresh) return;
    const std::string what = instrument.empty() ? "the " + figure + " is exchanged"
                                                : instrument + " with the " + figure + " is held";
    wrong(pointer,
          number_text(*at) + " falls on the day of " + first->second + "; " + what + " once a day");
  }

  const shape& age_at() const { return *root.member("exchanges")->others[0].member("months"); }

  struct load {
    std::string key;
    double squares;  ///< how often its square counts; 0: the value itself
  };

  void check_variance(const std::string& of, const std::vector<load>& parts) const {
    const shape& care = *root.member("care");
    double all = 0;
    std::string sum;
    for (const load& part : parts) {
      const shape& at = *care.member(part.key);
      const json* given = member_of(member_of(&document, "care"), part.key);
      const auto value = given == nullptr ? at.initial.get<double>() : sound(given, at);
      if (!value) return;
      all += part.squares > 0 ? part.squares * *value * *value : *value;
      sum += sum.empty() ? "" : " + ";
      sum += (part.squares > 1 ? number_text(part.squares) + ' ' : "") + part.key +
             (part.squares > 0 ? "^2" : "");
    }
    constexpr double rounding = 1e-12;
    if (all > 1 + rounding)
      wrong("/care",
            sum + " is " + brief_text(all) + ", more than all variance of " + of + "; at most 1");
  }
};

}  // namespace

void check_whole(const json& document, const shape& root, const std::string& file,
                 std::vector<problem>& problems) {
  whole_checker whole{document, root, file, problems};
  whole.check_population();
  whole.check_ages();
  whole.check_variance("a trait over time", {{"slow_variance", 0}, {"day_variance", 0}});
  whole.check_variance("sensitivity", {{"mind_sensitivity", 2}, {"common_sensitivity", 1}});
  whole.check_variance("acceptance", {{"deactivation_acceptance", 1}, {"common_other", 1}});
  whole.check_variance("cooperation", {{"hyperactivation_cooperation", 1}, {"common_other", 1}});
  whole.check_variance("accessibility",
                       {{"hyperactivation_accessibility", 1}, {"common_other", 1}});
  whole.check_variance("fright", {{"unresolved_fright", 1}, {"common_fright", 1}});
}

}  // namespace iwm
