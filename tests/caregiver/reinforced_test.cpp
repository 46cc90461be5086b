// SPDX-License-Identifier: MIT
#include "iwm/caregiver/reinforced.hpp"

#include "iwm/core/random.hpp"
#include "iwm/testing/caregiver_kit.hpp"

#include "support/catch.hpp"

using namespace iwm;
using caregivers::reinforced;
using iwm::testing::Approx;

namespace {

/// Share of 1000 displays that are attended, and what the caregiver remembers afterwards.
struct course {
  double attended = 0;
  care_payoffs memory;
};
course shown(const reinforced& policy, double display, care_payoffs memory) {
  course all{0, memory};
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const auto answer = policy.respond(all.memory, {.display = display}, {},
                                       address{.event = i}.draw(purpose::respond));
    all.attended += answer.given.came / 1000.;
    all.memory = answer.state;
  }
  return all;
}

}  // namespace

TEST_CASE("a reinforced caregiver has the properties of the kit", "[caregiver]") {
  CHECK(iwm::testing::failures<reinforced>() == "");
}

TEST_CASE("without reward an avoidant parent ignores, and stays as it is", "[caregiver]") {
  reinforced policy;
  policy.p.raise = 1.;
  const course seeking = shown(policy, 0.8, policy.initial());
  CHECK(seeking.attended == Approx(1. / 2.5).margin(0.04));
  CHECK(seeking.memory == policy.initial());
  CHECK(shown(policy, 0.1, policy.initial()).attended ==
        Approx(1. / (1. + 1.5 * 1.5 * 1.5)).margin(0.04));
}

TEST_CASE("with reward it comes to attend to an infant that seeks it", "[caregiver]") {
  const reinforced policy;
  const course first = shown(policy, 0.8, policy.initial());
  CHECK(first.memory.sought_attend == policy.p.most);
  CHECK(first.memory.sought_ignore == 3.);
  CHECK(shown(policy, 0.8, first.memory).attended > 0.9);
}

TEST_CASE("an infant that does not seek changes nothing", "[caregiver]") {
  const reinforced policy;
  CHECK(shown(policy, 0.1, policy.initial()).memory == policy.initial());
}
