// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/output/tables.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace iwm {

/// The households of one run and who is who in them. A household is a seed, stratum, arm and
/// family_id, and a person a seed, arm and person_id; both may come in any order. A couple is a
/// household of its own: its adults are children of others.
class households {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// The position of the household on a row, in order of first appearance.
  std::size_t enter(const row_origin& from);

  void add(std::size_t household, const person_row& person);

  /// Notes that somebody lives in a household; children are told apart when roles are asked for.
  void add_resident(std::size_t household, std::uint64_t person_id);

  std::size_t size() const { return all_.size(); }
  std::size_t stratum(std::size_t household) const { return all_[household].stratum; }
  std::size_t arm(std::size_t household) const { return all_[household].arm; }
  const std::vector<std::string>& strata() const { return strata_; }
  const std::vector<std::string>& arms() const { return arms_; }

  /// Who has a role in a household; 0 if nobody. `child` is the nth in order of birth; mother and
  /// father are those that the nth child's row names, else the first child's, else the persons
  /// whose rows have that role; wife and husband are the first woman and the first man that are
  /// not its children.
  std::uint64_t who(std::size_t household, std::string_view role, std::int64_t nth) const;

  /// Where a person was born: `here` if a child of it, else the household of the person's row.
  std::size_t birthplace(std::uint64_t person_id, std::size_t here) const;

  /// Whether `other` is to `person` what the role says, both on a row of `here`: own mother or
  /// father (of a wife, a husband or a child), sibling (born in the same household), partner (the
  /// other one of wife and husband), or who has that role.
  bool is_partner(std::string_view role, std::int64_t nth, std::uint64_t person_id,
                  std::string_view person_role, std::uint64_t other, std::size_t here) const;

  /// The generation on the person's row.
  std::optional<std::int64_t> generation(std::uint64_t person_id, std::size_t here) const;

 private:
  struct child {
    std::uint64_t person_id, mother_id, father_id;
    double birth;
  };
  struct resident {
    std::uint64_t person_id;
    char sex;  // f, m, or 0: to be looked up
  };
  struct record {
    std::size_t stratum, arm, run;
    std::uint64_t mother_id = 0, father_id = 0;
    std::vector<child> children;
    std::vector<resident> residents;
  };
  struct known_person {
    std::size_t born_in;
    std::uint64_t mother_id, father_id;
    std::int64_t generation;
    char sex;
  };
  struct key {
    std::uint64_t of, id;  // a household's stratum and run, or a person's run; and its number
    bool operator==(const key&) const = default;
  };
  struct hash {
    std::size_t operator()(const key& one) const;
  };

  const known_person* find(std::uint64_t person_id, std::size_t here) const;
  bool is_child(std::uint64_t person_id, const record& of) const;
  std::uint64_t adult(std::size_t here, char sex) const;
  void reside(record& in, std::uint64_t person_id, char sex);

  std::vector<record> all_;
  std::vector<std::string> strata_, arms_;
  std::unordered_map<key, std::size_t, hash> runs_, positions_;
  std::unordered_map<key, known_person, hash> persons_;
  std::size_t latest_ = none;  // position, seed and number of the row before
  std::uint64_t latest_seed_ = 0, latest_id_ = 0;
};

}  // namespace iwm
