// SPDX-License-Identifier: MIT
// The common dyad as one would write it in an afternoon: an array of structs, one generator, the
// distributions of the standard library. All dyads live an event, then the next one; with a third
// word `by_dyad`, each dyad lives all its events in turn.
#include <algorithm>
#include <cmath>
#include <random>
#include <string_view>
#include <vector>

#include "contestant.hpp"

namespace {

struct dyad {
  double self = 0, other = 0.1, sure = 0;
  double reactivity, sensitivity;
};

struct chance {
  std::mt19937_64 generator{contestant::seed};
  std::uniform_real_distribution<double> uniform{0, 1};
  std::normal_distribution<double> sensitivity{0.6, 0.2}, error{0, 0.1};
};

inline void live_event(dyad& d, chance& by) {
  double y = 0;
  if (by.uniform(by.generator) < std::clamp(0.2 + 0.5 * d.reactivity, 0., 1.))
    y = by.uniform(by.generator) < d.sensitivity ? 1. - std::abs(by.error(by.generator)) : -1.;
  const double step = 0.05 * (1. - (y * d.self < 0 ? 0.5 * d.sure : 0.));
  d.self += step * (y - d.self);
  d.other += step * (y - d.other);
  d.sure += 0.01 * (1. - d.sure);
}

contestant::result live(const contestant::task& given, bool by_dyad) {
  chance by;
  std::vector<dyad> dyads(given.dyads);
  for (dyad& d : dyads) {
    d.reactivity = by.uniform(by.generator);
    d.sensitivity = std::clamp(by.sensitivity(by.generator), 0., 1.);
  }
  if (by_dyad)
    for (dyad& d : dyads)
      for (std::uint64_t event = 0; event < given.events; ++event) live_event(d, by);
  else
    for (std::uint64_t event = 0; event < given.events; ++event)
      for (dyad& d : dyads) live_event(d, by);

  double sum = 0, squares = 0;
  for (const dyad& d : dyads) {
    sum += d.self;
    squares += d.self * d.self;
  }
  const double n = static_cast<double>(given.dyads), mean = sum / n;
  return {mean, std::sqrt(squares / n - mean * mean)};
}

}  // namespace

int main(int count, char** words) {
  const bool by_dyad = count > 3 && std::string_view(words[3]) == "by_dyad";
  return contestant::run(count, words,
                         [&](const contestant::task& given) { return live(given, by_dyad); });
}
