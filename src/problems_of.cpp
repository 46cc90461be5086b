// SPDX-License-Identifier: MIT
#include "iwm/core/error.hpp"
#include "iwm/population/run.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace iwm {
namespace {

template <class Entry>
std::vector<std::string_view> names_of(const std::vector<Entry>& entries) {
  std::vector<std::string_view> names;
  for (const Entry& entry : entries) names.push_back(entry.name);
  return names;
}

class plan_checker {
 public:
  explicit plan_checker(const scenario& plan) : plan_(plan), problems_(in_range(plan, plan.name)) {}

  template <class Entry>
  const Entry* component_at(const std::string& pointer, const component& part,
                            const std::vector<Entry>& entries) {
    const Entry* entry = find(entries, part.name);
    if (entry == nullptr) {
      const auto known = names_of(entries);
      wrong(pointer + "/name", "unknown name '" + part.name + "'" + suggestion(part.name, known));
      return nullptr;
    }
    for (const setting& s : part.settings) check_setting(pointer, *entry, s);
    return entry;
  }

  void caregiver_at(const std::string& pointer, const component& part, const registry& known) {
    const std::size_t before = problems_.size();
    const caregiver_entry* entry = component_at(pointer, part, known.caregivers);
    if (entry == nullptr || problems_.size() != before) return;
    try {
      entry->make(part.settings);
    } catch (const input_error& error) {
      problems_.insert(problems_.end(), error.problems().begin(), error.problems().end());
    }
  }

  void wrong(std::string pointer, std::string message) {
    problems_.push_back({plan_.name, std::move(pointer), std::move(message)});
  }
  void age_at(const std::string& pointer, double months) {
    if (!(months >= 0. && months <= plan_.months))
      wrong(pointer, to_text(months) + " is outside [0, " + to_text(plan_.months) + "] (months)");
  }

  template <has_fields Part>
  void part_at(const std::string& pointer, const Part& part) {
    for (problem& found : in_range(part, plan_.name, pointer))
      problems_.push_back(std::move(found));
  }

  void diary_columns(const std::vector<std::string>& names) {
    const std::string at = "/diary/columns";
    if (names.empty()) wrong(at, "expected at least one");
    std::vector<std::string_view> known;
    for (const diary_column& column : iwm::diary_columns) known.push_back(column.name);
    for (auto name = names.begin(); name != names.end(); ++name) {
      const std::string place = at + '/' + std::to_string(name - names.begin());
      if (find_diary_column(*name) == nullptr)
        wrong(place, "unknown column '" + *name + "'" + suggestion(*name, known));
      else if (std::find(names.begin(), name, *name) != name)
        wrong(place, "'" + *name + "' is there twice");
    }
  }

  /// What a cohort of infants cannot be assessed with.
  void of_infants(const std::string& at, const assessment_plan& one, const instrument_entry* tool) {
    if (tool != nullptr && !tool->assess)
      wrong(at + "/instrument", "'" + one.instrument.name +
                                    "' asks people: it needs /lives/generations above 0");
    if (number(one.with) >= plan_.figures.size())
      wrong(at + "/figure", "an infant has no '" + std::string(figure_names[number(one.with)]) +
                                "': it needs /lives/generations above 0");
    if (one.person != assessed::child)
      wrong(at + "/person", "only whole lives have others than children assessed: "
                            "/lives/generations must be above 0");
  }

  void scored_at(const std::string& at, const assessment_plan& one, const instrument_entry* tool,
                 const registry& known) {
    const std::size_t before = problems_.size();
    component_at(at, one.scored_by, known.norms);
    if (tool == nullptr || problems_.size() != before) return;
    if (norm_of(one.scored_by, known) == norm{}) return;
    for (const parameter_info& p : tool->parameters)
      if (p.name == "composure") return;
    wrong(at, "'" + one.instrument.name + "' is not scored by a norm");
  }

  void lives() {
    const lives_plan& lives = plan_.lives;
    if (lives.generations == 0 && plan_.months > longest_infancy)
      wrong("/months", to_text(plan_.months) + " is outside [1, " + to_text(longest_infancy) +
                           "] (months): longer lives need /lives/generations above 0");
    if (lives.generations > 0 && plan_.diary.families > 0)
      wrong("/diary/families", "a diary is kept of infants only: /lives/generations must be 0");
    list_at("/lives/events", lives.events);
    list_at("/lives/placements", lives.placements);
    list_at("/lives/programmes", lives.programmes);
    list_at("/lives/therapies", lives.therapies);
    std::vector<std::string_view> strata;
    for (const stratum_share& s : plan_.strata) strata.push_back(s.name);
    for (std::size_t i = 0; i < lives.placements.size(); ++i) {
      const std::string& name = lives.placements[i].stratum;
      if (std::ranges::find(strata, name) == strata.end())
        wrong("/lives/placements/" + std::to_string(i) + "/stratum",
              "unknown stratum '" + name + "'" + suggestion(name, strata));
      if (i > 0 && lives.placements[i].months <= lives.placements[i - 1].months)
        wrong("/lives/placements/" + std::to_string(i) + "/months",
              to_text(lives.placements[i].months) + " is not after the placement before it");
    }
  }

  std::vector<problem> take() { return std::move(problems_); }

 private:
  static constexpr double longest_infancy = 66;

  template <class Entry>
  void list_at(const std::string& pointer, const std::vector<Entry>& list) {
    for (std::size_t i = 0; i < list.size(); ++i)
      part_at(pointer + '/' + std::to_string(i), list[i]);
  }

  static std::string suggestion(std::string_view name, const std::vector<std::string_view>& known) {
    const std::string near = nearest_name(name, known);
    return near.empty() ? "" : "; did you mean '" + near + "'?";
  }

  void check_setting(const std::string& pointer, const facts& entry, const setting& given) {
    for (const parameter_info& p : entry.parameters) {
      if (p.name != given.name) continue;
      if (p.kind != "text" && !(given.number >= p.lowest && given.number <= p.highest))
        wrong(pointer_to(pointer, given.name), to_text(given.number) + " is outside [" +
                                                   to_text(p.lowest) + ", " + to_text(p.highest) +
                                                   "] (" + std::string(p.unit) + ")");
      return;
    }
    std::vector<std::string_view> known;
    for (const parameter_info& p : entry.parameters) known.push_back(p.name);
    wrong(pointer_to(pointer, given.name),
          "no such parameter of '" + std::string(entry.name) + "'" + suggestion(given.name, known));
  }

  const scenario& plan_;
  std::vector<problem> problems_;
};

}  // namespace

std::vector<problem> problems_of(const scenario& plan, const registry& known) {
  plan_checker check(plan);
  check.component_at("/theory", plan.theory, known.theories);
  check.component_at("/norm", plan.culture, known.norms);
  for (std::size_t who = 0; who < plan.figures.size(); ++who) {
    const std::string at = pointer_to("", figure_names[who]);
    check.part_at(at, plan.figures[who]);
    check.caregiver_at(at + "/caregiver", plan.figures[who].caregiver, known);
  }
  for (std::size_t i = 0; i < plan.exchanges.size(); ++i) {
    const std::string at = "/exchanges/" + std::to_string(i);
    check.caregiver_at(at + "/caregiver", plan.exchanges[i].caregiver, known);
    check.age_at(at + "/months", plan.exchanges[i].months);
  }
  for (std::size_t i = 0; i < plan.assessments.size(); ++i) {
    const std::string at = "/assessments/" + std::to_string(i);
    const assessment_plan& one = plan.assessments[i];
    const instrument_entry* tool =
        check.component_at(at + "/instrument", one.instrument, known.instruments);
    check.scored_at(at + "/norm", one, tool, known);
    if (plan.lives.generations == 0) check.of_infants(at, one, tool);
    for (const double months : plan.assessments[i].months) check.age_at(at + "/months", months);
  }
  check.diary_columns(plan.diary.columns);
  check.lives();
  double all = 0;
  for (const stratum_share& s : plan.strata) {
    check.part_at("/strata/" + s.name, s.care);
    if (!(s.share >= 0.)) check.wrong("/population/" + s.name, "a share below 0");
    all += s.share;
  }
  if (!(all > 0.)) check.wrong("/population", "no stratum has a share: the population is empty");
  return check.take();
}

}  // namespace iwm
