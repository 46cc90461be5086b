// SPDX-License-Identifier: MIT
#include "commands/life_facts.hpp"

#include "iwm/core/fields.hpp"
#include "iwm/life/couple.hpp"

#include <algorithm>
#include <cmath>

#include "commands/life_people.hpp"

namespace iwm::commands {
namespace {

/// Collects the facts of one life, table by table.
class fact_list {
 public:
  explicit fact_list(const recorded_life& life) : life_(life) {
    add_family();
    for (const relationship_row& r : life.relationships) add(r);
    for (const event_row& e : life.events) add(e);
    for (const classification_row& c : life.classes)
      put(c.age_months, c.partner_id, "class",
          std::string(c.instrument) + ' ' + std::string(c.system), std::string(c.category));
    for (const assessment_row& s : life.scores) add(s);
    for (const trajectory_row& m : life.models) add(m);
    std::ranges::stable_sort(facts_, {}, &life_fact::age_months);
  }
  std::vector<life_fact> take() { return std::move(facts_); }

 private:
  void put(double age, std::uint64_t with, std::string kind, std::string what, std::string value) {
    facts_.push_back(
        {age, called(life_, with), std::move(kind), std::move(what), std::move(value)});
  }
  void put_number(double age, std::uint64_t with, std::string kind, std::string what,
                  double value) {
    if (!std::isnan(value)) put(age, with, std::move(kind), std::move(what), to_text(value));
  }

  void add_family() {
    const person_row& who = life_.who;
    put(0, 0, "birth", "sex", std::string(who.sex));
    for (const std::uint64_t parent : {who.mother_id, who.father_id})
      if (parent != 0) put(0, parent, "birth", "born to", std::to_string(parent));
    for (const auto& [id, other] : life_.people) {
      const double age = other.birth - who.birth;
      const bool child = other.mother_id == who.person_id || other.father_id == who.person_id;
      if (child) put(age, id, "child", "born", std::string(other.sex));
      if (id != who.person_id && who.mother_id != 0 && other.mother_id == who.mother_id)
        put(age, id, "sibling", "born", std::string(other.sex));
    }
  }
  void add(const relationship_row& r) {
    if (r.kind == "sibling") return;
    if (r.person_id != life_.who.person_id) return add_care_for(r);
    const std::string kind = r.kind == "couple" ? "couple" : "figure";
    put(r.start, r.partner_id, kind, "start", std::string(r.kind));
    if (!std::isnan(r.end)) put(r.end, r.partner_id, kind, "end", std::string(r.kind));
    const double seen = std::isnan(r.end) ? r.start : r.end;
    put_number(seen, r.partner_id, kind, "satisfaction", r.satisfaction);
    put_number(seen, r.partner_id, kind, "conflict", r.conflict);
  }
  /// The person is a later parent, or looks after a child.
  void add_care_for(const relationship_row& r) {
    const auto child = life_.people.find(r.person_id);
    if (r.kind == "couple" || child == life_.people.end() || r.start <= 0) return;
    const double born = child->second.birth - life_.who.birth;
    put(born + r.start, r.person_id, "child", "came into care", std::string(r.kind));
    if (!std::isnan(r.end))
      put(born + r.end, r.person_id, "child", "left care", std::string(r.kind));
  }
  void add(const event_row& e) {
    const std::string kind = is_quarrel(e) ? "quarrel" : is_recording(e) ? "recording" : "event";
    const double value = is_recording(e) ? e.quality : e.severity;
    put(e.time, e.partner_id, kind, std::string(e.kind), std::isnan(value) ? "" : to_text(value));
  }
  void add(const assessment_row& s) {
    std::string what = std::string(s.instrument) + ' ' + std::string(s.scale);
    if (s.episode != 0) what += " in episode " + std::to_string(s.episode);
    put_number(s.age_months, s.partner_id, "score", std::move(what), s.value);
  }
  void add(const trajectory_row& m) {
    const auto of = [&](const char* name, double value) {
      put_number(m.age_months, m.partner_id, "model", std::string(m.store) + ' ' + name, value);
    };
    of("availability", m.availability);
    of("acceptance", m.acceptance);
    of("safety", m.safety);
    of("worth", m.worth);
    of("efficacy", m.efficacy);
    of("confidence", m.confidence);
    of("direct", m.direct);
    of("minimise", m.minimise);
    of("maximise", m.maximise);
    of("reflection", m.reflection);
  }

  const recorded_life& life_;
  std::vector<life_fact> facts_;
};

}  // namespace

bool is_quarrel(const event_row& event) {
  return std::ranges::find(conflict_move_names, event.kind) != conflict_move_names.end();
}

bool is_recording(const event_row& event) { return !std::isnan(event.crying); }

std::vector<life_fact> facts_of(const recorded_life& life) { return fact_list(life).take(); }

std::string as_csv(const std::vector<life_fact>& facts) {
  const auto cell = [](const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
  };
  std::string text = "age_months,who,kind,what,value\n";
  for (const life_fact& f : facts)
    text += to_text(f.age_months) + ',' + cell(f.who) + ',' + cell(f.kind) + ',' + cell(f.what) +
            ',' + cell(f.value) + '\n';
  return text;
}

}  // namespace iwm::commands
