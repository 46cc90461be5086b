// SPDX-License-Identifier: MIT
#include "iwm/caregiver/caregiver.hpp"

#include "iwm/caregiver/sensitive.hpp"
#include "iwm/caregiver/trait_based.hpp"

#include "support/catch.hpp"

using namespace iwm;

namespace {

/// Answers every second signal.
struct every_second {
  static constexpr std::string_view name = "every_second";
  static constexpr std::string_view summary = "answers every second signal";
  struct parameters {};
  struct state {
    double turn = 0;
    bool operator==(const state&) const = default;
  };
  parameters p{};
  constexpr state initial() const { return {1}; }
  constexpr remembered<state> respond(const state& before, const signal&, const circumstance&,
                                      const draws&) const {
    return {{.came = before.turn}, {1. - before.turn}};
  }
};

/// Answers as strongly as it is asked, and remembers nothing.
struct mirror {
  static constexpr std::string_view name = "mirror";
  static constexpr std::string_view summary = "answers as it is asked";
  struct parameters {};
  parameters p{};
  constexpr response respond(const signal& shown, const circumstance&, const draws&) const {
    return {.came = 1, .fit = shown.display};
  }
};

struct without_name : mirror {
  static constexpr int name = 3;
};
struct answers_with_a_number : mirror {
  double respond(const signal&, const circumstance&, const draws&) const { return 1; }
};

}  // namespace

TEST_CASE("the concept tells policies with and without memory apart", "[caregiver]") {
  STATIC_REQUIRE(caregiver_policy<mirror>);
  STATIC_REQUIRE(memoryless_caregiver<mirror>);
  STATIC_REQUIRE_FALSE(remembering_caregiver<mirror>);
  STATIC_REQUIRE(caregiver_policy<every_second>);
  STATIC_REQUIRE(remembering_caregiver<every_second>);
  STATIC_REQUIRE(std::same_as<caregiver_memory<mirror>, no_memory>);
  STATIC_REQUIRE(std::same_as<caregiver_memory<every_second>, every_second::state>);
}

TEST_CASE("the concept turns away what is not a policy", "[caregiver]") {
  STATIC_REQUIRE_FALSE(caregiver_policy<without_name>);
  STATIC_REQUIRE_FALSE(caregiver_policy<answers_with_a_number>);
  STATIC_REQUIRE_FALSE(caregiver_policy<int>);
}

TEST_CASE("only the caregiver of the simulated families follows drawn traits", "[caregiver]") {
  STATIC_REQUIRE(follows_traits<caregivers::trait_based>);
  STATIC_REQUIRE_FALSE(follows_traits<caregivers::sensitive>);
  STATIC_REQUIRE_FALSE(follows_traits<mirror>);
}

TEST_CASE("respond hands memory on from one answer to the next", "[caregiver]") {
  const every_second policy;
  auto memory = initial_memory(policy);
  CHECK(respond(policy, memory, {}, {}, {}).came == 1.);
  CHECK(respond(policy, memory, {}, {}, {}).came == 0.);
  CHECK(respond(policy, memory, {}, {}, {}).came == 1.);
  CHECK(memory == every_second::state{0});
}

TEST_CASE("respond needs no memory where there is none", "[caregiver]") {
  const mirror policy;
  no_memory nothing = initial_memory(policy);
  CHECK(respond(policy, nothing, {.display = 0.25}, {}, {}).fit == 0.25);
  STATIC_REQUIRE(mirror{}.respond({.display = 0.5}, {}, {}).fit == 0.5);
}
