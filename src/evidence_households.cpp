// SPDX-License-Identifier: MIT
#include "iwm/evidence/households.hpp"

#include <algorithm>

namespace iwm {
namespace {

std::size_t place_in(std::vector<std::string>& names, std::string_view name) {
  const auto known = std::find(names.begin(), names.end(), name);
  const auto place = static_cast<std::size_t>(known - names.begin());
  if (known == names.end()) names.emplace_back(name);
  return place;
}

char sex_of(const person_row& person) {
  if (person.sex == "female" || person.role == "mother") return 'f';
  return person.sex == "male" || person.role == "father" ? 'm' : '\0';
}

}  // namespace

std::size_t households::hash::operator()(const key& one) const {
  std::uint64_t mixed = (one.of + 1) * 0x9e3779b97f4a7c15 ^ one.id;
  mixed = (mixed ^ mixed >> 32) * 0xd6e8feb86659fd93;
  return static_cast<std::size_t>(mixed ^ mixed >> 32);
}

std::size_t households::enter(const row_origin& from) {
  if (latest_ != none && from.family_id == latest_id_ && from.seed == latest_seed_ &&
      from.stratum == strata_[stratum(latest_)] && from.arm == arms_[arm(latest_)])
    return latest_;
  const std::size_t in_stratum = place_in(strata_, from.stratum);
  const std::size_t in_arm = place_in(arms_, from.arm);
  const std::size_t run = runs_.try_emplace({in_arm, from.seed}, runs_.size()).first->second;
  const auto [place, is_new] =
      positions_.try_emplace({run << 16 | in_stratum, from.family_id}, all_.size());
  if (is_new) all_.push_back({in_stratum, in_arm, run, 0, 0, {}, {}});
  latest_id_ = from.family_id;
  latest_seed_ = from.seed;
  return latest_ = place->second;
}

void households::add(std::size_t household, const person_row& person) {
  auto& home = all_[household];
  const bool born_here = person.role == "child";
  persons_.try_emplace({home.run, person.person_id},
                       known_person{born_here ? household : none, person.mother_id,
                                    person.father_id, person.generation, sex_of(person)});
  if (born_here) {
    const auto elder = [&](const child& other) { return other.birth <= person.birth; };
    home.children.insert(std::find_if_not(home.children.begin(), home.children.end(), elder),
                         {person.person_id, person.mother_id, person.father_id, person.birth});
    reside(home, person.mother_id, 'f');
    reside(home, person.father_id, 'm');
    return;
  }
  if (person.role == "mother" && home.mother_id == 0) home.mother_id = person.person_id;
  if (person.role == "father" && home.father_id == 0) home.father_id = person.person_id;
  reside(home, person.person_id, sex_of(person));
}

void households::add_resident(std::size_t household, std::uint64_t person_id) {
  reside(all_[household], person_id, '\0');
}

void households::reside(record& in, std::uint64_t person_id, char sex) {
  const auto same = [&](const resident& one) { return one.person_id == person_id; };
  if (person_id == 0 || std::any_of(in.residents.begin(), in.residents.end(), same)) return;
  in.residents.push_back({person_id, sex});
}

const households::known_person* households::find(std::uint64_t person_id, std::size_t here) const {
  const auto known = persons_.find({all_[here].run, person_id});
  return known == persons_.end() ? nullptr : &known->second;
}

bool households::is_child(std::uint64_t person_id, const record& of) const {
  return std::any_of(of.children.begin(), of.children.end(),
                     [&](const child& one) { return one.person_id == person_id; });
}

std::uint64_t households::adult(std::size_t here, char sex) const {
  const record& home = all_[here];
  for (const resident& one : home.residents) {
    if (is_child(one.person_id, home)) continue;
    const known_person* const known = one.sex ? nullptr : find(one.person_id, here);
    if ((known ? known->sex : one.sex) == sex) return one.person_id;
  }
  return 0;
}

std::uint64_t households::who(std::size_t household, std::string_view role,
                              std::int64_t nth) const {
  if (role == "wife") return adult(household, 'f');
  if (role == "husband") return adult(household, 'm');
  const auto& home = all_[household];
  const auto number = static_cast<std::size_t>(nth);
  const bool born = number <= home.children.size();
  if (role == "child") return born ? home.children[number - 1].person_id : 0;
  const bool mother = role == "mother";
  const auto named_by = [&](const child& one) { return mother ? one.mother_id : one.father_id; };
  std::uint64_t parent = born ? named_by(home.children[number - 1]) : 0;
  if (parent == 0) parent = mother ? home.mother_id : home.father_id;
  if (parent == 0 && !home.children.empty()) parent = named_by(home.children.front());
  return parent;
}

std::size_t households::birthplace(std::uint64_t person_id, std::size_t here) const {
  if (is_child(person_id, all_[here])) return here;
  const known_person* const known = find(person_id, here);
  return known ? known->born_in : none;
}

bool households::is_partner(std::string_view role, std::int64_t nth, std::uint64_t person_id,
                            std::string_view person_role, std::uint64_t other,
                            std::size_t here) const {
  if (other == 0 || other == person_id) return false;
  const std::size_t born_in = birthplace(person_id, here);
  if (role == "sibling") return born_in != none && birthplace(other, here) == born_in;
  if (role == "partner") {
    const std::uint64_t wife = adult(here, 'f'), husband = adult(here, 'm');
    return (person_id == wife && other == husband) || (person_id == husband && other == wife);
  }
  if (person_role == "child") return born_in != none && other == who(born_in, role, nth);
  const bool parent = role == "mother" || role == "father";
  if (parent && (person_role == "wife" || person_role == "husband")) {
    const known_person* const known = find(person_id, here);
    return known && other == (role == "mother" ? known->mother_id : known->father_id);
  }
  return other == who(here, role, nth);
}

std::optional<std::int64_t> households::generation(std::uint64_t person_id,
                                                   std::size_t here) const {
  const known_person* const known = find(person_id, here);
  return known ? std::optional(known->generation) : std::nullopt;
}

}  // namespace iwm
