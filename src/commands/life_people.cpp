// SPDX-License-Identifier: MIT
#include "commands/life_people.hpp"

#include <algorithm>
#include <cmath>

#include "commands/console.hpp"

namespace iwm::commands {
namespace {

std::string_view gendered(const person_row& who, std::string_view female, std::string_view male) {
  return who.sex == "female" ? female : male;
}

/// The word for somebody who is not of the family of birth.
std::string_view by_relationship(const recorded_life& life, const person_row& other) {
  for (const relationship_row& r : life.relationships) {
    const bool own = r.partner_id == other.person_id;
    if (!own && r.person_id != other.person_id) continue;
    if (r.kind == "couple") return "partner";
    if (r.kind == "staff_child") return own ? "staff member" : "child in care";
    if (r.kind == "parent_child")
      return own ? gendered(other, "later mother", "later father") : "placed child";
  }
  return "person";
}

std::string_view word_for(const recorded_life& life, const person_row& other) {
  const person_row& who = life.who;
  const std::uint64_t id = other.person_id;
  if (id == who.mother_id) return "mother";
  if (id == who.father_id) return "father";
  if (id == who.twin_id) return gendered(other, "twin sister", "twin brother");
  if (other.mother_id == who.person_id || other.father_id == who.person_id)
    return gendered(other, "daughter", "son");
  if (who.mother_id != 0 && other.mother_id == who.mother_id)
    return gendered(other, "sister", "brother");
  for (const auto& [child_id, child] : life.people)
    if ((child.mother_id == who.person_id && child.father_id == id) ||
        (child.father_id == who.person_id && child.mother_id == id))
      if (by_relationship(life, other) == "person") return "co-parent";
  return by_relationship(life, other);
}

std::string counted(long number, const std::string& unit) {
  return std::to_string(number) + ' ' + unit + (number == 1 ? "" : "s");
}

}  // namespace

pronouns pronouns_of(const person_row& who) {
  if (who.sex == "female") return {"she", "her", "her", "herself"};
  return {"he", "him", "his", "himself"};
}

std::string called(const recorded_life& life, std::uint64_t id) {
  if (id == 0) return "";
  const auto found = life.people.find(id);
  const std::string_view word =
      found == life.people.end() ? "person" : word_for(life, found->second);
  return std::string(word) + ' ' + std::to_string(id);
}

std::string age_in_words(double months) {
  constexpr double in_months_until = 36;
  if (months < in_months_until) {
    const double shown = std::round(10. * months) / 10.;
    if (shown != std::round(shown)) return rounded(shown, 1) + " months";
    return counted(std::lround(shown), "month");
  }
  const long whole = std::lround(months);
  return counted(whole / 12, "year") + (whole % 12 == 0 ? "" : ' ' + counted(whole % 12, "month"));
}

std::string in_words(std::string_view name) {
  std::string text(name);
  std::ranges::replace(text, '_', ' ');
  return text;
}

}  // namespace iwm::commands
