// SPDX-License-Identifier: MIT
#include "commands/lives_summary.hpp"

#include "iwm/evidence/statistics.hpp"

#include <cmath>

#include "commands/console.hpp"

namespace iwm::commands {
namespace {

constexpr double toddler = 24;

std::string percent(double share) { return rounded(100. * share, 1) + "%"; }

/// Shares of what was counted, in the order of their names.
std::string shares_of(const std::map<std::string, std::uint64_t>& counts) {
  std::uint64_t all = 0;
  for (const auto& [name, count] : counts) all += count;
  std::string text;
  for (const auto& [name, count] : counts)
    text += (text.empty() ? "" : "  ") + name + ' ' +
            percent(static_cast<double>(count) / static_cast<double>(all));
  return text + "  (" + grouped(all) + ')';
}

/// Two yes-or-no facts of the same people.
struct crossing {
  std::vector<double> first{}, second{};

  void add(bool a, bool b) {
    first.push_back(a ? 1 : 0);
    second.push_back(b ? 1 : 0);
  }
  double phi() const {
    const std::vector<double> weights(first.size(), 1.);
    return statistics::correlation(first, second, weights);
  }
  /// Share of the second where the first is `given`.
  double share(bool given) const {
    double n = 0, yes = 0;
    for (std::size_t i = 0; i < first.size(); ++i)
      if ((first[i] > 0.5) == given) n += 1, yes += second[i];
    return yes / n;
  }
  bool told() const { return first.size() > 1 && std::isfinite(phi()); }
};

}  // namespace

void lives_summary::row(const person_row& person) {
  somebody& who = people_[person.person_id];
  who.mother = person.mother_id;
  who.generation = person.generation;
  if (person.role == "child" && person.mother_id != 0)
    who.first_child = first_children_.emplace(person.mother_id, person.person_id).second;
}

void lives_summary::row(const relationship_row& relationship) {
  if (relationship.kind == "couple" && relationship.person_id < relationship.partner_id)
    couples_.push_back({relationship.person_id, relationship.partner_id,
                        !std::isnan(relationship.end), relationship.satisfaction});
}

void lives_summary::row(const classification_row& classified) {
  somebody& who = people_[classified.person_id];
  if (classified.instrument == "ssp" && classified.system == "ABCD" &&
      classified.partner_id == who.mother && classified.age_months <= toddler && who.infancy.empty())
    who.infancy = classified.category;
  if (classified.instrument == "aai" && classified.system == "FDsEU") who.grown = classified.category;
}

void lives_summary::row(const event_row& seen) {
  const bool quarrel = seen.kind == "repair" || seen.kind == "withdraw" || seen.kind == "escalate";
  if (!std::isnan(seen.severity) && !quarrel) people_[seen.person_id].events.emplace(seen.kind);
}

std::string lives_summary::generations() const {
  std::map<std::int64_t, std::map<std::string, std::uint64_t>> infants, adults;
  for (const auto& [id, who] : people_) {
    if (!who.infancy.empty()) ++infants[who.generation][who.infancy];
    if (!who.grown.empty()) ++adults[who.generation][who.grown];
  }
  std::string text;
  for (const auto& [generation, counts] : infants)
    text += "  generation " + std::to_string(generation) + ", infants with their mothers:  " +
            shares_of(counts) + '\n';
  for (const auto& [generation, counts] : adults)
    text += "  generation " + std::to_string(generation) +
            (generation == 0 ? " (drawn), interviews of adults:  " : ", interviews of adults:  ") +
            shares_of(counts) + '\n';
  return text.empty() ? text : "Generations\n" + text + '\n';
}

std::string lives_summary::continuity() const {
  crossing secure;
  for (const auto& [id, who] : people_)
    if (!who.infancy.empty() && !who.grown.empty()) secure.add(who.infancy == "B", who.grown == "F");
  if (!secure.told()) return {};
  return "From infancy to the last interview\n  " + percent(secure.share(true)) +
         " of secure infants became autonomous adults (F), " + percent(secure.share(false)) +
         " of the others; phi " + rounded(secure.phi(), 2) + "\n\n";
}

std::string lives_summary::events() const {
  std::map<std::string, crossing> by_kind;
  std::set<std::string> kinds;
  for (const auto& [id, who] : people_) kinds.insert(who.events.begin(), who.events.end());
  for (const auto& [id, who] : people_)
    if (!who.grown.empty() && who.generation > 0)
      for (const std::string& kind : kinds) by_kind[kind].add(who.events.contains(kind), who.grown == "F");
  std::string text;
  for (const auto& [kind, secure] : by_kind) {
    if (!secure.told()) continue;
    std::string name = kind;
    name.resize(std::max<std::size_t>(name.size(), 22), ' ');
    text += "  " + name + ' ' + percent(secure.share(true)) + " autonomous with it, " +
            percent(secure.share(false)) + " without\n";
  }
  return text.empty() ? text : "What moved whom\n" + text + '\n';
}

std::string lives_summary::transmission() const {
  std::map<std::int64_t, crossing> by_generation;
  for (const auto& [id, who] : people_) {
    const auto mother = people_.find(who.mother);
    if (who.first_child && !who.infancy.empty() && mother != people_.end() &&
        !mother->second.grown.empty())
      by_generation[who.generation].add(mother->second.grown == "F", who.infancy == "B");
  }
  std::string text;
  for (const auto& [generation, secure] : by_generation)
    if (secure.told())
      text += "  generation " + std::to_string(generation) + ": " + percent(secure.share(true)) +
              " of first children of autonomous mothers are secure, " +
              percent(secure.share(false)) + " of the others; phi " + rounded(secure.phi(), 2) +
              '\n';
  return text.empty() ? text : "From mother to child\n" + text + '\n';
}

std::string lives_summary::couples() const {
  if (couples_.empty()) return {};
  double over = 0;
  crossing alike;
  std::array<double, 3> satisfaction{}, number{};
  for (const pair& both : couples_) {
    over += both.over ? 1 : 0;
    const auto a = people_.find(both.person), b = people_.find(both.partner);
    if (a == people_.end() || b == people_.end() || a->second.grown.empty() ||
        b->second.grown.empty())
      continue;
    const bool first = a->second.grown == "F", second = b->second.grown == "F";
    alike.add(first, second);
    const std::size_t secure = (first ? 1u : 0u) + (second ? 1u : 0u);
    satisfaction[secure] += both.satisfaction;
    number[secure] += 1;
  }
  std::string text = "Couples\n  " + grouped(couples_.size()) + " couples, " +
                     percent(over / static_cast<double>(couples_.size())) + " parted\n";
  if (alike.told())
    text += "  partners resemble each other in autonomy: phi " + rounded(alike.phi(), 2) +
            "\n  satisfaction: both autonomous " + rounded(satisfaction[2] / number[2], 2) +
            ", one " + rounded(satisfaction[1] / number[1], 2) + ", neither " +
            rounded(satisfaction[0] / number[0], 2) + '\n';
  return text + '\n';
}

std::string lives_summary::text() const {
  return generations() + continuity() + events() + transmission() + couples();
}

}  // namespace iwm::commands
