// SPDX-License-Identifier: MIT
// The common dyad by way of the library: a registered theory, a registered caregiver, blocks.
#include "commands/common_dyad.hpp"

#include "contestant.hpp"

int main(int count, char** words) {
  return contestant::run(count, words, [](const contestant::task& given) {
    const auto found = iwm::live_common_dyads(given.dyads, given.events, contestant::seed);
    return contestant::result{found.mean, found.standard_deviation};
  });
}
