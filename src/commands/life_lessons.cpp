// SPDX-License-Identifier: MIT
#include <array>
#include <cmath>
#include <map>
#include <span>
#include <utility>

#include "commands/console.hpp"
#include "commands/life_people.hpp"
#include "commands/life_story.hpp"

namespace iwm::commands {
namespace {

constexpr double worth_a_sentence = 0.1, worth_a_mention = 0.05;

struct dimension {
  std::string_view name;
  double trajectory_row::*value;
};
constexpr std::array<dimension, 3> of_other{{{"availability", &trajectory_row::availability},
                                             {"acceptance", &trajectory_row::acceptance},
                                             {"safety", &trajectory_row::safety}}};
constexpr std::array<dimension, 2> of_self{
    {{"worth", &trajectory_row::worth}, {"efficacy", &trajectory_row::efficacy}}};
constexpr std::array<dimension, 3> of_habit{{{"openness", &trajectory_row::direct},
                                             {"muting", &trajectory_row::minimise},
                                             {"exaggeration", &trajectory_row::maximise}}};

/// Two recorded rows of one model.
struct step {
  const trajectory_row &from, &to;

  double change(const dimension& d) const { return to.*d.value - from.*d.value; }
  bool is_worth_a_sentence() const {
    for (const std::span<const dimension> part :
         {std::span<const dimension>(of_other), std::span<const dimension>(of_self),
          std::span<const dimension>(of_habit)})
      for (const dimension& d : part)
        if (std::abs(change(d)) >= worth_a_sentence) return true;
    return false;
  }
  /// "availability 0.31 -> 0.52, safety 0.10 -> 0.22": what rose, or what fell; empty if nothing
  /// did.
  std::string changed(std::span<const dimension> part, bool rose) const {
    std::string text;
    for (const dimension& d : part) {
      if (std::isnan(change(d)) || std::abs(change(d)) < worth_a_mention || (change(d) > 0) != rose)
        continue;
      text += (text.empty() ? "" : ", ") + std::string(d.name) + ' ' + rounded(from.*d.value, 2) +
              " -> " + rounded(to.*d.value, 2);
    }
    return text;
  }
};

std::string joined(const std::string& more, std::string up, const std::string& less,
                   std::string down) {
  if (!up.empty()) up = more + " (" + up + ')';
  if (!down.empty()) down = less + " (" + down + ')';
  return up + (up.empty() || down.empty() ? "" : " and ") + down;
}

dated_sentence told(const recorded_life& life, const step& s, bool declared) {
  const pronouns they = pronouns_of(life.who);
  const std::string whom =
      s.to.partner_id == 0 ? "people in general" : called(life, s.to.partner_id);
  const std::string other =
      joined("more", s.changed(of_other, true), "less", s.changed(of_other, false));
  const std::string self =
      joined("more", s.changed(of_self, true), "less", s.changed(of_self, false));
  const std::string habit =
      joined("more", s.changed(of_habit, true), "less", s.changed(of_habit, false));
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
  const std::string came = declared ? " came to say " : " came to ";
  const auto thinks = [&](const char* verb) {
    return declared ? std::string(they.subject) + ' ' + verb + "s " : std::string(verb) + ' ';
  };
  if (!other.empty()) add(thinks("expect") + other + " of " + whom);
  if (!self.empty())
    add(thinks("think") + self + " of " + std::string(they.self) + " with " + whom);
  if (!text.empty()) text = std::string(they.subject) + came + text;
  if (!declared && !habit.empty()) add("habit with " + whom + ": " + habit);
  return {s.to.age_months, "From " + age_in_words(s.from.age_months) + " to " +
                               age_in_words(s.to.age_months) + ' ' + text + '.'};
}

}  // namespace

std::vector<dated_sentence> lessons_of(const recorded_life& life) {
  std::vector<dated_sentence> sentences;
  std::map<std::pair<std::uint64_t, std::string_view>, const trajectory_row*> last_told;
  for (const trajectory_row& now : life.models) {
    const trajectory_row*& before = last_told[{now.partner_id, now.store}];
    if (before == nullptr) before = &now;
    const step s{*before, now};
    const bool declared = now.store == "declared";
    if (!s.is_worth_a_sentence()) continue;
    if (!declared || !(s.changed(of_other, true) + s.changed(of_other, false) +
                       s.changed(of_self, true) + s.changed(of_self, false))
                          .empty())
      sentences.push_back(told(life, s, declared));
    before = &now;
  }
  return sentences;
}

}  // namespace iwm::commands
