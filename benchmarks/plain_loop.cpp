// SPDX-License-Identifier: MIT
// The common dyad as one would write it in an afternoon: an array of structs, one generator, the
// distributions of the standard library.
#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "contestant.hpp"

namespace {

struct dyad {
  double self = 0, other = 0.1, sure = 0;
  double reactivity, sensitivity;
};

contestant::result live(const contestant::task& given) {
  std::mt19937_64 generator(given.seed);
  std::uniform_real_distribution<double> uniform(0, 1);
  std::normal_distribution<double> sensitivity(0.6, 0.2), error(0, 0.1);

  std::vector<dyad> dyads(given.dyads);
  for (dyad& d : dyads) {
    d.reactivity = uniform(generator);
    d.sensitivity = std::clamp(sensitivity(generator), 0., 1.);
  }
  for (std::uint64_t event = 0; event < given.events; ++event)
    for (dyad& d : dyads) {
      double y = 0;
      if (uniform(generator) < std::clamp(0.2 + 0.5 * d.reactivity, 0., 1.))
        y = uniform(generator) < d.sensitivity ? 1. - std::abs(error(generator)) : -1.;
      const double step = 0.05 * (1. - (y * d.self < 0 ? 0.5 * d.sure : 0.));
      d.self += step * (y - d.self);
      d.other += step * (y - d.other);
      d.sure += 0.01 * (1. - d.sure);
    }

  double sum = 0, squares = 0;
  for (const dyad& d : dyads) {
    sum += d.self;
    squares += d.self * d.self;
  }
  const double n = static_cast<double>(given.dyads), mean = sum / n;
  return {mean, std::sqrt(squares / n - mean * mean)};
}

}  // namespace

int main(int count, char** words) { return contestant::run(count, words, live); }
