// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/output/tables.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace iwm::commands {

/// Gathers from the rows of whole lives what a reader wants to hear first: interviews of each
/// generation, what lasted from infancy, what moved whom, mothers and their children, couples.
class lives_summary final : public sink {
 public:
  using sink::row;
  void row(const person_row& person) override;
  void row(const relationship_row& relationship) override;
  void row(const classification_row& classified) override;
  void row(const event_row& seen) override;

  /// In sentences and small tables; empty where there was nothing to tell.
  std::string text() const;

 private:
  struct somebody {
    std::uint64_t mother = 0;
    std::int64_t generation = 0;
    bool first_child = false;
    std::string infancy{};                ///< class with the mother in the first two years
    std::string grown{};    ///< last interview, four-way
    std::set<std::string> events{};
  };
  struct pair {
    std::uint64_t person, partner;
    bool over;
    double satisfaction;
  };

  std::string generations() const;
  std::string continuity() const;
  std::string events() const;
  std::string transmission() const;
  std::string couples() const;

  std::unordered_map<std::uint64_t, somebody> people_;
  std::unordered_map<std::uint64_t, std::uint64_t> first_children_;
  std::vector<pair> couples_;
};

}  // namespace iwm::commands
