// SPDX-License-Identifier: MIT
#include "commands/class_shares.hpp"

#include "iwm/core/fields.hpp"

#include <cmath>

#include "commands/console.hpp"

namespace iwm::commands {
namespace {

std::string in_words(const std::string& category) {
  static constexpr std::array<std::string_view, 4> words{"A avoidant", "B secure", "C resistant",
                                                         "D disorganised"};
  for (const std::string_view known : words)
    if (known.substr(0, known.find(' ')) == category) return std::string(known);
  return category;
}

}  // namespace

void class_shares::row(const person_row& person) {
  if (person.from.family_id != std::exchange(family_id_, person.from.family_id)) roles_.clear();
  roles_.emplace_back(person.person_id, person.role);
}

void class_shares::row(const classification_row& classified) {
  if (classified.system != "ABCD") return;
  std::string figure;
  for (const auto& [person_id, role] : roles_)
    if (person_id == classified.partner_id) figure = role;
  ++found_[{classified.age_months, std::string(classified.instrument), std::move(figure)}]
          [std::string(classified.category)];
}

std::string class_shares::chart() const {
  constexpr double longest = 50;
  std::string text;
  for (const auto& [what, classes] : found_) {
    std::uint64_t all = 0;
    for (const auto& [category, count] : classes) all += count;
    text += "Attachment to " + (what.figure.empty() ? "others" : what.figure) + " at " +
            to_text(what.age_months) + " months (" + what.instrument + ", " + grouped(all) +
            " children)\n";
    for (const auto& [category, count] : classes) {
      const double share = static_cast<double>(count) / static_cast<double>(all);
      std::string name = in_words(category), percent = rounded(100. * share, 1);
      name.resize(std::max<std::size_t>(name.size(), 15), ' ');
      percent.insert(0, percent.size() < 5 ? 5 - percent.size() : 0, ' ');
      text += "  " + name + ' ' + percent + "%  " +
              std::string(static_cast<std::size_t>(std::lround(longest * share)), '#') + '\n';
    }
    text += '\n';
  }
  return text;
}

}  // namespace iwm::commands
