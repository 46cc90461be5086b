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
  /// "availability 0.31 -> 0.52, safety 0.10 -> 0.22"; empty if nothing changed.
  std::string changed(std::span<const dimension> part, bool with_direction = false) const {
    std::string text;
    for (const dimension& d : part) {
      if (std::isnan(change(d)) || std::abs(change(d)) < worth_a_mention) continue;
      if (!text.empty()) text += ", ";
      if (with_direction) text += change(d) > 0 ? "more " : "less ";
      text +=
          std::string(d.name) + ' ' + rounded(from.*d.value, 2) + " -> " + rounded(to.*d.value, 2);
    }
    return text;
  }
  /// more, less, or other things where some rose and some fell.
  std::string_view direction(std::span<const dimension> part) const {
    bool rose = false, fell = false;
    for (const dimension& d : part) {
      rose |= change(d) >= worth_a_mention;
      fell |= change(d) <= -worth_a_mention;
    }
    return rose && fell ? "other things" : rose ? "more" : "less";
  }
  /// What is expected of the other and of oneself.
  std::string expected() const { return changed(of_other) + changed(of_self); }
};

dated_sentence told(const recorded_life& life, const step& s, bool declared) {
  const pronouns they = pronouns_of(life.who);
  const std::string whom =
      s.to.partner_id == 0 ? "people in general" : called(life, s.to.partner_id);
  const std::string other = s.changed(of_other), self = s.changed(of_self);
  const std::string habit = declared ? "" : s.changed(of_habit, true);
  const std::string came =
      (declared ? "in the declared store " : "") + std::string(they.subject) + " came to ";
  const std::string itself(they.self);
  std::string text;
  if (!other.empty())
    text = came + "expect " + std::string(s.direction(of_other)) + " of " + whom + ": " + other;
  if (!self.empty() && other.empty())
    text = came + "think " + std::string(s.direction(of_self)) + " of " + itself + " with " + whom +
           ": " + self;
  else if (!self.empty())
    text += "; " + std::string(s.direction(of_self)) + " of " + itself + ": " + self;
  if (!habit.empty() && text.empty())
    text = std::string(they.possessive) + " habit with " + whom + " became " + habit;
  else if (!habit.empty())
    text += "; habit: " + habit;
  const std::string begin = s.from.age_months <= 0 ? "birth" : age_in_words(s.from.age_months);
  return {s.to.age_months,
          "From " + begin + " to " + age_in_words(s.to.age_months) + ' ' + text + '.'};
}

}  // namespace

std::vector<dated_sentence> lessons_of(const recorded_life& life) {
  std::vector<dated_sentence> sentences;
  std::map<std::pair<std::uint64_t, std::string_view>, const trajectory_row*> last_told;
  std::map<std::uint64_t, const trajectory_row*> felt;
  for (const trajectory_row& now : life.models) {
    const trajectory_row*& before = last_told[{now.partner_id, now.store}];
    if (before == nullptr) before = &now;
    const bool declared = now.store == "declared";
    const trajectory_row*& last_felt = felt[now.partner_id];
    if (!declared) last_felt = &now;
    const step s{*before, now};
    if (!s.is_worth_a_sentence()) continue;
    const bool differs = last_felt == nullptr || !step{*last_felt, now}.expected().empty();
    if (!declared || (differs && !s.expected().empty()))
      sentences.push_back(told(life, s, declared));
    before = &now;
  }
  return sentences;
}

}  // namespace iwm::commands
