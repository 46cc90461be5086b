// SPDX-License-Identifier: MIT
#include "iwm/caregiver/scripted.hpp"

#include "iwm/testing/caregiver_kit.hpp"

#include <memory>
#include <vector>

#include "support/catch.hpp"

using namespace iwm;

namespace {

caregivers::scripted with(std::vector<response> answers) {
  caregivers::scripted policy;
  policy.script = std::make_shared<const std::vector<response>>(std::move(answers));
  return policy;
}

const response comforts{.came = 1, .fit = 1, .delay = 0.5, .welcome = 1};
const response rebuffs{.came = 1, .fit = 0.3, .rejection = 1};

/// Delay and rejection of the next answers.
std::vector<double> rejections(const caregivers::scripted& policy, int events,
                               const signal& shown = {}) {
  script_position at = policy.initial();
  std::vector<double> found;
  for (int i = 0; i < events; ++i) {
    found.push_back(respond(policy, at, shown, {}, {}).rejection);
  }
  return found;
}

}  // namespace

TEST_CASE("a script is played in its order, and from the beginning when it ends", "[caregiver]") {
  CHECK(rejections(with({comforts, rebuffs, comforts}), 7) ==
        std::vector<double>{0, 1, 0, 0, 1, 0, 0});
}

TEST_CASE("a script can begin in its midst", "[caregiver]") {
  caregivers::scripted policy = with({comforts, rebuffs, comforts});
  policy.p.first = 1;
  CHECK(rejections(policy, 3) == std::vector<double>{1, 0, 0});
  policy.p.first = 4;
  CHECK(rejections(policy, 3) == std::vector<double>{1, 0, 0});
}

TEST_CASE("what the infant shows does not change the script", "[caregiver]") {
  const auto policy = with({comforts, rebuffs});
  CHECK(rejections(policy, 4, {.display = 1}) == rejections(policy, 4, {.display = 0}));
}

TEST_CASE("without a script nobody ever comes", "[caregiver]") {
  script_position at;
  CHECK(respond(caregivers::scripted{}, at, {.display = 1}, {}, {}).came == 0.);
  CHECK(respond(with({}), at, {.display = 1}, {}, {}).came == 0.);
}

TEST_CASE("a copy of a caregiver plays the same script from its own place", "[caregiver]") {
  const auto policy = with({comforts, rebuffs});
  script_position first = policy.initial();
  respond(policy, first, {}, {}, {});
  script_position second = first;
  const auto copy = policy;
  CHECK(respond(policy, first, {}, {}, {}).rejection == 1.);
  CHECK(respond(policy, first, {}, {}, {}).rejection == 0.);
  CHECK(respond(copy, second, {}, {}, {}).rejection == 1.);
}

TEST_CASE("a scripted caregiver passes the kit", "[caregiver]") {
  CHECK(testing::failures(with({comforts, rebuffs, {}})) == "");
  CHECK(testing::failures<caregivers::scripted>() == "");
}
