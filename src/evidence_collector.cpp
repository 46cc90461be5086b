// SPDX-License-Identifier: MIT
#include "iwm/evidence/collector.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace iwm {
namespace {

using names = std::vector<std::string>;

bool any_of(const names& listed, std::string_view name) {
  return std::find(listed.begin(), listed.end(), name) != listed.end();
}

bool empty_or_any_of(const names& listed, std::string_view name) {
  return listed.empty() || any_of(listed, name);
}

bool same_age(const variable& wanted, double age) {
  if (!wanted.age_months) return true;
  const double nominal = *wanted.age_months;
  return std::abs(age - nominal) <= (nominal <= 31 ? 0.5 : nominal <= 80 ? 1. : 6.);
}

double coded(const variable& wanted, std::string_view name) {
  if (!empty_or_any_of(wanted.among, name)) return statistics::undefined;
  if (wanted.binary()) return any_of(wanted.is, name) ? 1 : 0;
  return static_cast<double>(std::find(wanted.among.begin(), wanted.among.end(), name) -
                             wanted.among.begin());
}

void fill(double& place, double value) {
  if (std::isnan(place)) place = value;
}

}  // namespace

evidence_collector::evidence_collector(const evidence& file, std::string_view protocol)
    : file_(file), protocol_(file.protocol(protocol)) {
  if (!protocol_) throw std::invalid_argument("no such protocol: " + std::string(protocol));
  std::vector<bool> wanted(file.variables.size());
  for (const target& finding : file.targets)
    if (finding.protocol == protocol)
      for (const std::size_t v : variables_of(finding)) wanted[v] = true;
  for (std::size_t v = 0; v < wanted.size(); ++v)
    if (wanted[v]) used_[static_cast<std::size_t>(file.variables[v].from)].push_back(v);
  sample_.columns.resize(wanted.size());
  sample_.events.resize(wanted.size());
  sample_.arrived.resize(wanted.size());
}

const std::vector<std::size_t>& evidence_collector::used(source table) const {
  return used_[static_cast<std::size_t>(table)];
}

void evidence_collector::enter(const row_origin& from) {
  if (sample_.families() > 0 && from.family_id == family_.family_id && from.seed == family_.seed &&
      from.stratum == family_.stratum && from.arm == family_.arm)
    return;
  family_ = from;
  children_.clear();
  mother_id_ = father_id_ = 0;
  const auto known = std::find(sample_.strata.begin(), sample_.strata.end(), from.stratum);
  sample_.stratum.push_back(static_cast<std::size_t>(known - sample_.strata.begin()));
  if (known == sample_.strata.end()) sample_.strata.emplace_back(from.stratum);
  for (const source table : {source::assessments, source::classifications, source::families})
    for (const std::size_t v : used(table)) sample_.columns[v].push_back(statistics::undefined);
  for (const std::size_t v : used(source::families)) {
    const variable& wanted = file_.variables[v];
    sample_.arrived[v] = true;
    if (admits(wanted))
      sample_.columns[v].back() = coded(wanted, wanted.column == "arm" ? from.arm : from.stratum);
  }
}

bool evidence_collector::admits(const variable& wanted) const {
  return empty_or_any_of(wanted.stratum, family_.stratum) &&
         empty_or_any_of(wanted.arm, family_.arm);
}

std::uint64_t evidence_collector::person(std::string_view role, const variable& wanted) const {
  const std::size_t nth = static_cast<std::size_t>(wanted.child);
  const bool born = nth <= children_.size();
  if (role == "child") return born ? children_[nth - 1].person_id : 0;
  const bool mother = role == "mother";
  const std::uint64_t own = !born    ? 0
                            : mother ? children_[nth - 1].mother_id
                                     : children_[nth - 1].father_id;
  return own != 0 ? own : mother ? mother_id_ : father_id_;
}

bool evidence_collector::concerns(const variable& wanted, std::uint64_t person_id,
                                  std::uint64_t partner_id) const {
  return person_id != 0 && person_id == person(wanted.person, wanted) &&
         (wanted.partner.empty() ||
          (partner_id != 0 && partner_id == person(wanted.partner, wanted))) &&
         admits(wanted);
}

void evidence_collector::row(const person_row& person) {
  enter(person.from);
  if (person.role == "mother" && mother_id_ == 0) mother_id_ = person.person_id;
  if (person.role == "father" && father_id_ == 0) father_id_ = person.person_id;
  if (person.role != "child") return;
  const auto elder = [&](const child& other) { return other.birth <= person.birth; };
  children_.insert(std::find_if_not(children_.begin(), children_.end(), elder),
                   {person.person_id, person.mother_id, person.father_id, person.birth});
}

void evidence_collector::row(const assessment_row& assessed) {
  enter(assessed.from);
  for (const std::size_t v : used(source::assessments)) {
    const variable& wanted = file_.variables[v];
    if (wanted.instrument != assessed.instrument || wanted.scale != assessed.scale) continue;
    sample_.arrived[v] = true;
    if ((!wanted.episode || *wanted.episode == assessed.episode) &&
        same_age(wanted, assessed.age_months) &&
        concerns(wanted, assessed.person_id, assessed.partner_id))
      fill(sample_.columns[v].back(), assessed.value);
  }
}

void evidence_collector::row(const classification_row& classified) {
  enter(classified.from);
  for (const std::size_t v : used(source::classifications)) {
    const variable& wanted = file_.variables[v];
    if (wanted.instrument != classified.instrument || wanted.system != classified.system) continue;
    sample_.arrived[v] = true;
    if (same_age(wanted, classified.age_months) &&
        concerns(wanted, classified.person_id, classified.partner_id))
      fill(sample_.columns[v].back(), coded(wanted, classified.category));
  }
}

void evidence_collector::row(const event_row& seen) {
  enter(seen.from);
  for (const std::size_t v : used(source::events)) {
    const variable& wanted = file_.variables[v];
    if (wanted.kind != seen.kind) continue;
    const double value = wanted.column == "quality"    ? seen.quality
                         : wanted.column == "severity" ? seen.severity
                         : wanted.column == "latency"  ? seen.latency
                         : wanted.column == "crying"   ? seen.crying
                                                       : seen.exploration;
    if (std::isnan(value)) continue;
    sample_.arrived[v] = true;
    if (!same_age(wanted, seen.time) || !concerns(wanted, seen.person_id, seen.partner_id))
      continue;
    const std::size_t family = sample_.families() - 1;
    std::vector<caregiver_events>& kept = sample_.events[v];
    auto group = std::find_if(kept.rbegin(), kept.rend(), [&](const caregiver_events& one) {
      return one.family != family || one.caregiver == seen.partner_id;
    });
    if (group == kept.rend() || group->family != family) {
      kept.push_back({family, seen.partner_id, {}});
      group = kept.rbegin();
    }
    group->of.add(value);
  }
}

std::vector<target_result> evidence_collector::results() const {
  const std::vector<double> weights = strata_weights(sample_, *protocol_);
  std::vector<target_result> all;
  for (const target& finding : file_.targets)
    if (finding.protocol == protocol_->name) all.push_back(judge(finding, file_, sample_, weights));
  return all;
}

}  // namespace iwm
