// SPDX-License-Identifier: MIT
#include "iwm/evidence/collector.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <utility>

namespace iwm {
namespace {

using names = std::vector<std::string>;

template <class T, class Name>
bool any_of(const std::vector<T>& listed, const Name& name) {
  return std::find(listed.begin(), listed.end(), name) != listed.end();
}

template <class T, class Name>
bool empty_or_any_of(const std::vector<T>& listed, const Name& name) {
  return listed.empty() || any_of(listed, name);
}

double coded(const variable& wanted, const std::string& name) {
  if (!empty_or_any_of(wanted.among, name)) return statistics::undefined;
  if (wanted.binary()) return any_of(wanted.is, name) ? 1 : 0;
  return static_cast<double>(std::find(wanted.among.begin(), wanted.among.end(), name) -
                             wanted.among.begin());
}

double column_of(const event_row& seen, const std::string& column) {
  if (column.empty()) return 1;
  if (column == "quality") return seen.quality;
  if (column == "severity") return seen.severity;
  if (column == "latency") return seen.latency;
  return column == "crying" ? seen.crying : seen.exploration;
}

bool fits(const variable& wanted, double age, std::int64_t episode) {
  return (!wanted.episode || *wanted.episode == episode) && wanted.fits_age(age);
}

/// What the rows of one variable have come to so far, by family.
struct gathering {
  std::vector<double> ages;  // of the row taken
  std::vector<std::int64_t> counts;
};

}  // namespace

evidence_collector::evidence_collector(const evidence& file, std::string_view protocol)
    : file_(file), protocol_(file.protocol(protocol)), wanted_(file.variables.size()) {
  if (!protocol_) throw std::invalid_argument("no such protocol: " + std::string(protocol));
  for (const target& finding : file.targets)
    if (finding.protocol == protocol)
      for (const std::size_t v : variables_of(finding)) want(v);
}

void evidence_collector::want(std::size_t v) {
  if (wanted_[v]) return;
  wanted_[v] = true;
  const variable& one = file_.variables[v];
  for (const std::size_t part : one.of) want(part);
  if (one.same_age_as) want(*one.same_age_as);
  for (const std::string& kind : one.any_of) open(one.from, kind, "", v);
  if (one.from == source::assessments)
    open(one.from, one.instrument, one.scale, v);
  else if (one.from == source::classifications)
    open(one.from, one.instrument, one.system, v);
  else if (!one.kind.empty())
    open(one.from, one.kind, one.column, v);
}

void evidence_collector::open(source from, const std::string& name, const std::string& part,
                              std::size_t v) {
  auto place = std::find_if(channels_.begin(), channels_.end(), [&](const channel& one) {
    return one.from == from && one.name == name && one.part == part;
  });
  if (place == channels_.end()) place = channels_.insert(place, {from, name, part, {}});
  place->variables.push_back(v);
}

void evidence_collector::keep(channel& into, kept_row seen) {
  const bool wanted = std::any_of(into.variables.begin(), into.variables.end(), [&](std::size_t v) {
    return fits(file_.variables[v], seen.age, seen.episode);
  });
  if (!wanted || std::isnan(seen.value)) return;
  seen.channel = static_cast<std::uint32_t>(&into - channels_.data());
  homes_.add_resident(seen.family, seen.person_id);
  rows_.push_back(seen);
}

void evidence_collector::row(const person_row& person) {
  homes_.add(homes_.enter(person.from), person);
}

void evidence_collector::row(const relationship_row& bond) {
  const std::size_t family = homes_.enter(bond.from);
  if (bond.kind == "couple") {
    homes_.add_resident(family, bond.person_id);
    homes_.add_resident(family, bond.partner_id);
  }
  for (channel& into : channels_) {
    if (into.from != source::relationships || into.name != bond.kind) continue;
    const double value = into.part == "conflict" ? bond.conflict : bond.satisfaction;
    if (std::isnan(value)) continue;
    into.arrived = true;
    keep(into, {family, bond.person_id, bond.partner_id, bond.start, value, 0, 0});
  }
}

void evidence_collector::row(const assessment_row& assessed) {
  const std::size_t family = homes_.enter(assessed.from);
  for (channel& into : channels_) {
    if (into.from != source::assessments || into.name != assessed.instrument ||
        into.part != assessed.scale)
      continue;
    into.arrived = true;
    keep(into, {family, assessed.person_id, assessed.partner_id, assessed.age_months,
                assessed.value, static_cast<std::int32_t>(assessed.episode), 0});
  }
}

void evidence_collector::row(const classification_row& classified) {
  const std::size_t family = homes_.enter(classified.from);
  for (channel& into : channels_) {
    if (into.from != source::classifications || into.name != classified.instrument ||
        into.part != classified.system)
      continue;
    into.arrived = true;
    const auto known = std::find(categories_.begin(), categories_.end(), classified.category);
    const auto category = static_cast<double>(known - categories_.begin());
    if (known == categories_.end()) categories_.emplace_back(classified.category);
    keep(into, {family, classified.person_id, classified.partner_id, classified.age_months,
                category, 0, 0});
  }
}

void evidence_collector::row(const event_row& seen) {
  const std::size_t family = homes_.enter(seen.from);
  for (channel& into : channels_) {
    if (into.from != source::events || into.name != seen.kind) continue;
    const double value = column_of(seen, into.part);
    if (std::isnan(value)) continue;
    into.arrived = true;
    keep(into, {family, seen.person_id, seen.partner_id, seen.time, value, 0, 0});
  }
}

bool evidence_collector::admits(const variable& wanted, std::size_t family) const {
  return empty_or_any_of(wanted.stratum, homes_.strata()[homes_.stratum(family)]) &&
         empty_or_any_of(wanted.arm, homes_.arms()[homes_.arm(family)]);
}

/// The family that a row counts for, or none.
std::size_t evidence_collector::family_of(const variable& wanted, const kept_row& seen) const {
  std::size_t family = seen.family;
  if (wanted.person == "child") family = homes_.birthplace(seen.person_id, family);
  if (family == households::none || seen.person_id == 0 || !admits(wanted, family) ||
      homes_.who(family, wanted.person, wanted.child) != seen.person_id)
    return households::none;
  if (!wanted.partner.empty() && !homes_.is_partner(wanted.partner, wanted.child, seen.person_id,
                                                    wanted.person, seen.partner_id, seen.family))
    return households::none;
  if (!wanted.generation.empty()) {
    const auto generation = homes_.generation(seen.person_id, seen.family);
    if (!generation || !any_of(wanted.generation, *generation)) return households::none;
  }
  return family;
}

double evidence_collector::value_of(const variable& wanted, const kept_row& seen) const {
  if (wanted.from != source::classifications) return seen.value;
  return coded(wanted, categories_[static_cast<std::size_t>(seen.value)]);
}

sample evidence_collector::without_rows() const {
  sample seen;
  seen.strata = homes_.strata();
  seen.arms = homes_.arms();
  for (std::size_t family = 0; family < homes_.size(); ++family) {
    seen.stratum.push_back(homes_.stratum(family));
    seen.arm.push_back(homes_.arm(family));
  }
  seen.columns.resize(wanted_.size());
  seen.events.resize(wanted_.size());
  seen.arrived.resize(wanted_.size());
  for (const channel& one : channels_)
    for (const std::size_t v : one.variables) seen.arrived[v] = seen.arrived[v] || one.arrived;
  for (std::size_t v = 0; v < wanted_.size(); ++v) {
    const variable& wanted = file_.variables[v];
    if (!wanted_[v] || wanted.keeps_events()) continue;
    std::vector<double>& column = seen.columns[v];
    column.assign(homes_.size(), statistics::undefined);
    if (wanted.from == source::families) seen.arrived[v] = homes_.size() > 0;
    for (std::size_t family = 0; family < homes_.size(); ++family) {
      if (!admits(wanted, family)) continue;
      if (wanted.from == source::families)
        column[family] = coded(wanted, wanted.column == "arm" ? seen.arms[seen.arm[family]]
                                                              : seen.strata[seen.stratum[family]]);
      else if (!wanted.any_of.empty() && homes_.who(family, wanted.person, wanted.child) != 0)
        column[family] = 0;
    }
  }
  return seen;
}

void evidence_collector::select(sample& seen) const {
  std::vector<gathering> so_far(wanted_.size());
  std::vector<std::map<std::pair<std::size_t, std::uint64_t>, std::size_t>> groups(wanted_.size());
  for (std::size_t v = 0; v < wanted_.size(); ++v) {
    const variable& wanted = file_.variables[v];
    if (wanted_[v] && wanted.same_age_as)
      so_far[*wanted.same_age_as].ages.assign(homes_.size(), statistics::undefined);
    if (wanted_[v] && (wanted.occasion > 1 || wanted.between_months))
      so_far[v].counts.resize(homes_.size());
  }
  const auto take = [&](std::size_t v, const kept_row& row) {
    const variable& wanted = file_.variables[v];
    const std::size_t family = family_of(wanted, row);
    const double value = value_of(wanted, row);
    if (family == households::none || std::isnan(value)) return;
    if (wanted.same_age_as) {
      const double age = so_far[*wanted.same_age_as].ages[family];
      if (std::isnan(age) || !wanted.near(age, row.age)) return;
    }
    if (wanted.keeps_events()) {
      std::vector<caregiver_events>& kept = seen.events[v];
      const auto [place, is_new] = groups[v].try_emplace({family, row.partner_id}, kept.size());
      if (is_new) kept.push_back({family, row.partner_id, {}});
      kept[place->second].of.add(value);
      return;
    }
    double& place = seen.columns[v][family];
    gathering& before = so_far[v];
    if (!wanted.any_of.empty()) {
      place = 1;
    } else if (wanted.between_months) {
      const auto count = static_cast<double>(++before.counts[family]);
      place = count > 1 ? place + (value - place) / count : value;
    } else if (std::isnan(place) &&
               (wanted.occasion == 1 || ++before.counts[family] == wanted.occasion)) {
      place = value;
      if (!before.ages.empty()) before.ages[family] = row.age;
    }
  };
  for (const bool by_age_of_another : {false, true})
    for (const kept_row& row : rows_)
      for (const std::size_t v : channels_[row.channel].variables) {
        const variable& wanted = file_.variables[v];
        if (wanted.same_age_as.has_value() == by_age_of_another &&
            fits(wanted, row.age, row.episode))
          take(v, row);
      }
  for (std::vector<caregiver_events>& kept : seen.events)
    std::stable_sort(kept.begin(), kept.end(),
                     [](const caregiver_events& one, const caregiver_events& other) {
                       return one.family < other.family;
                     });
}

void evidence_collector::compose(sample& seen) const {
  for (std::size_t v = 0; v < wanted_.size(); ++v) {
    const variable& wanted = file_.variables[v];
    if (!wanted_[v] || wanted.of.size() != 2) continue;
    const std::size_t first = wanted.of[0], second = wanted.of[1];
    seen.arrived[v] = seen.arrived[first] && seen.arrived[second];
    for (std::size_t family = 0; family < homes_.size(); ++family) {
      const double x = seen.columns[first][family], y = seen.columns[second][family];
      if (std::isnan(x) || std::isnan(y)) continue;
      seen.columns[v][family] = wanted.as == composition::mean         ? (x + y) / 2
                                : wanted.as == composition::difference ? x - y
                                : x != y                               ? 1
                                                                       : 0;
    }
  }
}

sample evidence_collector::collected() const {
  sample seen = without_rows();
  select(seen);
  compose(seen);
  return seen;
}

std::vector<target_result> evidence_collector::results() const {
  const sample seen = collected();
  const std::vector<double> weights = strata_weights(seen, *protocol_);
  std::vector<target_result> all;
  for (const target& finding : file_.targets)
    if (finding.protocol == protocol_->name) all.push_back(judge(finding, file_, seen, weights));
  return all;
}

}  // namespace iwm
