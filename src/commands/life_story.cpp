// SPDX-License-Identifier: MIT
#include "commands/life_story.hpp"

#include "iwm/life/couple.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <tuple>

#include "commands/console.hpp"
#include "commands/life_facts.hpp"
#include "commands/life_people.hpp"

namespace iwm::commands {
namespace {

std::string ordinal(long n) {
  const long last = n % 100 / 10 == 1 ? 0 : n % 10;
  return std::to_string(n) + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

/// Collects the sentences of one life, table by table.
class narrator {
 public:
  narrator(const recorded_life& life, const registry& known) : life_(life), known_(known) {
    tell_birth();
    tell_family();
    for (const relationship_row& r : life.relationships) tell_end(r);
    for (const relationship_row& r : life.relationships) tell_start(r);
    tell_events();
    tell_quarrels();
    tell_recordings();
    tell_assessments();
    for (dated_sentence& s : lessons_of(life)) say(s.age_months, std::move(s.text));
    std::ranges::stable_sort(sentences_, {}, &dated_sentence::age_months);
  }
  std::vector<dated_sentence> take() { return std::move(sentences_); }

 private:
  void say(double age, std::string text) {
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    sentences_.push_back({age, std::move(text)});
  }
  std::string she() const { return std::string(they_.subject); }

  std::string parent(std::uint64_t id) const {
    const auto found = life_.people.find(id);
    if (found == life_.people.end()) return called(life_, id);
    return called(life_, id) + ", " + age_in_words(life_.who.birth - found->second.birth) + " old";
  }
  void tell_birth() {
    const person_row& who = life_.who;
    const std::string family =
        "family " + std::to_string(who.from.family_id) + ", " + in_words(who.from.stratum);
    if (who.mother_id == 0)
      return say(0, she() + " was drawn as a " + std::string(who.role) + " of " + family +
                        "; of childhood nothing is recorded.");
    std::string text = she() + " was born to " + parent(who.mother_id);
    if (who.father_id != 0) text += ", and " + parent(who.father_id);
    text += " (" + family + ')';
    if (who.twin_id != 0)
      text +=
          ", together with " + called(life_, who.twin_id) + " (" + std::string(who.zygosity) + ')';
    for (const auto& [id, other] : life_.people)
      if (other.mother_id == who.mother_id && id != who.twin_id && other.birth < who.birth)
        text += "; " + called(life_, id) + " was " + age_in_words(who.birth - other.birth);
    say(0, text + '.');
  }
  void tell_family() {
    const person_row& who = life_.who;
    for (const auto& [id, other] : life_.people) {
      const double age = other.birth - who.birth;
      const bool of_mother = other.mother_id == who.person_id;
      if (of_mother || other.father_id == who.person_id)
        say(age, std::string(they_.possessive) + ' ' + called(life_, id) + " was born, with " +
                     called(life_, of_mother ? other.father_id : other.mother_id) + '.');
      if (who.mother_id != 0 && other.mother_id == who.mother_id && age > 0)
        say(age, std::string(they_.possessive) + ' ' + called(life_, id) + " was born.");
    }
  }
  /// Of a couple both partners have a row; of a child and a parent only the child.
  bool is_ours(const relationship_row& r) const {
    return r.kind != "sibling" && (r.kind != "couple" || r.person_id == life_.who.person_id) &&
           life_.people.contains(r.person_id);
  }
  /// How old the person was at an age of the one whose row it is.
  double own_age(const relationship_row& r, double age) const {
    return life_.people.at(r.person_id).birth + age - life_.who.birth;
  }
  void tell_start(const relationship_row& r) {
    const bool own = r.person_id == life_.who.person_id;
    if (!is_ours(r) || (r.kind != "couple" && r.start <= 0)) return;
    const std::string whom = called(life_, own ? r.partner_id : r.person_id);
    if (r.kind == "couple")
      say(r.start, she() + " and " + whom + " became a couple" +
                       (std::isnan(r.end) ? "; no end is recorded" + seen(r) : "") + '.');
    else if (own)
      say(r.start, "from now on " + whom + " cared for " + std::string(they_.object) + '.');
    else
      say(own_age(r, r.start), whom + " came into " + std::string(they_.possessive) + " care.");
  }
  void tell_end(const relationship_row& r) {
    const bool own = r.person_id == life_.who.person_id;
    if (!is_ours(r) || std::isnan(r.end)) return;
    const std::string whom = called(life_, own ? r.partner_id : r.person_id);
    if (r.kind == "couple")
      say(r.end, she() + " and " + whom + " parted after " + age_in_words(r.end - r.start) +
                     seen(r) + '.');
    else if (own)
      say(r.end, "the time with " + whom + " ended.");
    else
      say(own_age(r, r.end), whom + " left " + std::string(they_.possessive) + " care.");
  }
  std::string seen(const relationship_row& couple) const {
    if (std::isnan(couple.satisfaction) || std::isnan(couple.conflict)) return "";
    return " (" + std::string(they_.possessive) + " satisfaction " +
           rounded(couple.satisfaction, 2) + ", conflict " + rounded(couple.conflict, 2) + ')';
  }
  void tell_events() {
    for (const event_row& e : life_.events) {
      if (is_quarrel(e) || is_recording(e)) continue;
      std::string text = "life event: " + in_words(e.kind);
      if (e.partner_id != 0) text += ", concerning " + called(life_, e.partner_id);
      if (!std::isnan(e.severity))
        text += (e.severity < 0 ? ", relief " : ", strain ") + rounded(std::abs(e.severity), 2);
      say(e.time, text + '.');
    }
  }
  void tell_quarrels() {
    static constexpr std::array<std::string_view, 3> verbs{"sought repair in ", "withdrew from ",
                                                           "escalated "};
    struct moves_of_year {
      double last = 0;
      std::array<int, verbs.size()> counts{};
    };
    std::map<std::pair<long, std::uint64_t>, moves_of_year> years;
    for (const event_row& e : life_.events)
      for (std::size_t k = 0; is_quarrel(e) && k < verbs.size(); ++k)
        if (e.kind == conflict_move_names[k]) {
          moves_of_year& year = years[{static_cast<long>(e.time / 12.), e.partner_id}];
          year.last = std::max(year.last, e.time);
          ++year.counts[k];
        }
    for (const auto& [which, of_year] : years) {
      const auto [year, partner] = which;
      const auto& counts = of_year.counts;
      int all = 0;
      std::string moves;
      for (std::size_t k = 0; k < verbs.size(); all += counts[k++])
        if (counts[k] > 0)
          moves += (moves.empty() ? "" : ", ") + std::string(verbs[k]) + std::to_string(counts[k]);
      say(of_year.last, "in " + std::string(they_.possessive) + ' ' + ordinal(year + 1) +
                            " year, of " + std::to_string(all) +
                            (all == 1 ? " quarrel with " : " quarrels with ") +
                            called(life_, partner) + ", " + she() + ' ' + moves + '.');
    }
  }
  void tell_recordings() {
    struct seen {
      double last = 0;
      int answered = 0, all = 0;
    };
    std::map<std::pair<long, std::uint64_t>, seen> months;
    for (const event_row& e : life_.events) {
      if (!is_recording(e)) continue;
      seen& of = months[{static_cast<long>(e.time), e.partner_id}];
      of.last = e.time;
      ++of.all;
      of.answered += !std::isnan(e.latency);
    }
    for (const auto& [which, of] : months)
      say(of.last, "a recording with " + called(life_, which.second) + " heard " +
                       std::to_string(of.all) + " needs, of which " + std::to_string(of.answered) +
                       " were answered.");
  }
  void tell_assessments() {
    using occasion = std::tuple<double, std::string_view, std::uint64_t>;
    std::map<occasion, std::string> found;
    const auto add = [&](const occasion& when, const std::string& what) {
      std::string& text = found[when];
      text += (text.empty() ? "" : ", ") + what;
    };
    for (const classification_row& c : life_.classes)
      add({c.age_months, c.instrument, c.partner_id},
          std::string(c.category) + " (" + std::string(c.system) + ')');
    for (const assessment_row& s : life_.scores)
      if (s.episode == 0)
        add({s.age_months, s.instrument, s.partner_id},
            in_words(s.scale) + ' ' + rounded(s.value, 2));
    for (const auto& [when, what] : found) {
      const auto [age, instrument, partner] = when;
      say(age, "assessment by " + full_name(instrument) +
                   (partner == 0 ? "" : " with " + called(life_, partner)) + ": " + what + '.');
    }
  }
  std::string full_name(std::string_view table_name) const {
    for (const instrument_entry& tool : known_.instruments)
      if (tool.table_name == table_name) return in_words(tool.name);
    return in_words(table_name);
  }

  const recorded_life& life_;
  const registry& known_;
  const pronouns they_ = pronouns_of(life_.who);
  std::vector<dated_sentence> sentences_;
};

}  // namespace

std::vector<dated_sentence> story_of(const recorded_life& life, const registry& known) {
  return narrator(life, known).take();
}

}  // namespace iwm::commands
