// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/output/tables.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace iwm::commands {

/// Counts the ABCD classes of each assessment: at an age, by an instrument, with a figure.
class class_shares final : public sink {
 public:
  struct assessment {
    double age_months;
    std::string instrument, figure;
    auto operator<=>(const assessment&) const = default;
  };
  using counts = std::map<std::string, std::uint64_t>;

  using sink::row;
  void row(const person_row& person) override;
  void row(const classification_row& classified) override;

  const std::map<assessment, counts>& found() const { return found_; }

  /// One bar a class.
  std::string chart() const;

 private:
  std::uint64_t family_id_ = 0;
  std::vector<std::pair<std::uint64_t, std::string_view>> roles_;
  std::map<assessment, counts> found_;
};

}  // namespace iwm::commands
