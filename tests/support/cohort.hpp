// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "iwm/population/run.hpp"

namespace iwm::test {

/// Shares of A, B, C, D, in this order.
using shares = std::array<double, 4>;
constexpr std::size_t a_class = 0, b_class = 1, c_class = 2, d_class = 3;

struct share_counter : sink {
  using sink::row;
  void row(const classification_row& r) override {
    if (r.system != "ABCD") return;
    ++all;
    counts[static_cast<std::size_t>(r.category[0] - 'A')] += 1;
  }
  shares result() const {
    shares s = counts;
    for (double& x : s) x /= all;
    return s;
  }
  shares counts{};
  double all = 0;
};

/// Half the sum of absolute differences: 0 the same, 1 nothing in common.
inline double total_variation(const shares& x, const shares& y) {
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += std::abs(x[i] - y[i]);
  return sum / 2;
}

/// A cohort of 2,000 infants with one caregiver policy as mother (and the default father), and a
/// Strange Situation with her at the end.
struct cohort {
  std::string mother = "sensitive";
  double months = 12;
  std::vector<exchange> exchanges{};
  std::vector<setting> theory{};
  world rules{};
  std::uint64_t seed = 20260101;
  std::uint64_t families = 2000;

  scenario plan() const {
    scenario s;
    s.name = "cohort";
    s.seed = seed;
    s.families = families;
    s.months = months;
    s.theory.settings = theory;
    s.rules = rules;
    s.figures[0].caregiver = {mother};
    s.exchanges = exchanges;
    s.assessments = {{{"strange_situation"}, figure::mother, {months}}};
    return s;
  }

  shares classes() const {
    static const registry known = builtins();
    share_counter counter;
    std::array<sink*, 1> sinks{&counter};
    run(plan(), known, sinks, {.threads = 2});
    return counter.result();
  }
};

}  // namespace iwm::test
