// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"
#include "iwm/published/draw_sequence.hpp"

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace iwm::published {

/// Couples that form at random dates of two who both consent.
/// Kalick & Hamilton (1986), The matching hypothesis reexamined, J. Personality and Social
/// Psychology 51, 673-682, doi:10.1037/0022-3514.51.4.673; rules as two public re-implementations
/// have them.
///
///     seek attractive   P = other^3 / 1000            seek similar   P = (10 - |self - other|)^3 /
///     1000 mixed             P = the mean of both           consent        P^((51 - date) / 50)
enum class mate_rule { seek_attractive, seek_similar, mixed };

struct mate_market {
  static constexpr int last_date = 51;  ///< where nobody is choosy any more

  mate_rule rule = mate_rule::seek_attractive;
  std::size_t of_each_sex = 1000;

  double liking(double self, double other) const {
    const auto cube = [](double x) { return x * x * x / 1000.; };
    const double attractive = cube(other), similar = cube(10. - abs(self - other));
    return rule == mate_rule::seek_attractive ? attractive
           : rule == mate_rule::seek_similar  ? similar
                                              : 0.5 * (attractive + similar);
  }
  double consent(double self, double other, int date) const {
    return exp(log(liking(self, other)) * (last_date - date) / 50.);
  }

  struct result {
    std::vector<std::pair<double, double>> couples;  ///< attractiveness, 1 to 10, of both
    int dates = 0;                                   ///< until all were paired
  };
  result run(const draw_key& key) const {
    draw_sequence drawn(key, 0);
    std::vector<double> women(of_each_sex), men(of_each_sex);
    for (double& one : women) one = 1. + static_cast<double>(drawn.below(10));
    for (double& one : men) one = 1. + static_cast<double>(drawn.below(10));

    result paired;
    for (int date = 1; date <= last_date && !women.empty(); ++date) {
      draw_sequence u(key, static_cast<std::uint64_t>(date));
      for (std::size_t i = men.size(); i > 1; --i) std::swap(men[i - 1], men[u.below(i)]);
      std::size_t left = 0;
      for (std::size_t i = 0; i < women.size(); ++i) {
        const bool she = u.next() < consent(women[i], men[i], date);
        const bool he = u.next() < consent(men[i], women[i], date);
        if (she && he) {
          paired.couples.emplace_back(women[i], men[i]);
        } else {
          women[left] = women[i];
          men[left++] = men[i];
        }
      }
      women.resize(left);
      men.resize(left);
      paired.dates = date;
    }
    return paired;
  }
};

/// Pearson's correlation of the two of each pair.
inline double correlation(const std::vector<std::pair<double, double>>& pairs) {
  const double n = static_cast<double>(pairs.size());
  double a = 0., b = 0., aa = 0., bb = 0., ab = 0.;
  for (const auto& [x, y] : pairs) {
    a += x;
    b += y;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  return (n * ab - a * b) / std::sqrt((n * aa - a * a) * (n * bb - b * b));
}

}  // namespace iwm::published
