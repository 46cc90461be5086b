// SPDX-License-Identifier: MIT
#include "iwm/testing/caregiver_kit.hpp"

#include "iwm/caregiver/rejecting.hpp"
#include "iwm/caregiver/trait_based.hpp"

#include <limits>
#include <string>

#include "support/catch.hpp"

using namespace iwm;
using namespace iwm::testing;

namespace {

bool says(const std::string& message, const std::string& words) {
  INFO(message);
  return message.find(words) != std::string::npos;
}

/// Caregivers that are sound but for one thing.
using sound = caregivers::trait_based;
using answer = remembered<presence>;

struct comes_twice : sound {
  answer respond(const presence& before, const signal& shown, const circumstance& now,
                 const draws& u) const {
    answer a = sound::respond(before, shown, now, u);
    a.given.came *= 2.;
    return a;
  }
};
struct answers_beforehand : sound {
  answer respond(const presence& before, const signal& shown, const circumstance& now,
                 const draws& u) const {
    answer a = sound::respond(before, shown, now, u);
    a.given.delay -= 0.5;
    return a;
  }
};
struct undefined_fit : sound {
  answer respond(const presence& before, const signal& shown, const circumstance& now,
                 const draws& u) const {
    answer a = sound::respond(before, shown, now, u);
    if (a.given.came == 0.) a.given.fit = std::numeric_limits<double>::quiet_NaN();
    return a;
  }
};
struct rejects_from_afar : sound {
  answer respond(const presence& before, const signal& shown, const circumstance& now,
                 const draws& u) const {
    answer a = sound::respond(before, shown, now, u);
    a.given.rejection = 1. - a.given.welcome;
    return a;
  }
};
struct gets_tired : sound {
  mutable double patience = 1;
  answer respond(const presence& before, const signal& shown, const circumstance& now,
                 const draws& u) const {
    patience *= 0.99;
    answer a = sound::respond(before, shown, now, u);
    a.given.fit *= patience;
    return a;
  }
};
struct forgets_whether_it_was_there : sound {
  mutable bool odd = false;
  answer respond(const presence& before, const signal& shown, const circumstance& now,
                 const draws& u) const {
    odd = !odd;
    return {sound::respond(before, shown, now, u).given, {odd ? 1. : 0.}};
  }
};

}  // namespace

TEST_CASE("the kit finds nothing wrong with a sound caregiver, with or without memory",
          "[testing]") {
  REQUIRE(failures<caregivers::trait_based>() == "");
  REQUIRE(failures<steady_care>() == "");
  REQUIRE(failures<random_care>() == "");
  REQUIRE_NOTHROW(require_caregiver<caregivers::rejecting>());
}

TEST_CASE("the kit catches answers out of range, with name, value and range", "[testing]") {
  CHECK(says(failures<comes_twice>(), "answers_stay_in_range: came was 2, outside [0, 1]"));
  CHECK(says(failures<answers_beforehand>(), "answers_stay_in_range: delay was -"));
  CHECK(says(failures<undefined_fit>(), "answers_stay_in_range: fit was nan, outside [0, 1]"));
  sound strange;
  strange.p.acceptance = 1.5;
  CHECK(parameters_lie_in_range(strange).message == "/acceptance: 1.5 is outside [0, 1] (1)");
}

TEST_CASE("the kit catches a welcome or a rejection by nobody", "[testing]") {
  CHECK(failures<rejects_from_afar>() ==
        "comes_to_welcome_or_reject: welcome 0 and rejection 1 exceed came 0");
}

TEST_CASE("the kit catches a memory that is not in the state, and one that is not the state's",
          "[testing]") {
  CHECK(
      says(failures<gets_tired>(), "is_pure: respond gave another answer for the same arguments"));
  CHECK(says(failures<forgets_whether_it_was_there>(), "is_pure: "));
  CHECK_THROWS_WITH(require_caregiver<gets_tired>(), failures<gets_tired>());
}

TEST_CASE("answering stronger displays more is a property for those that claim it", "[testing]") {
  CHECK(answers_stronger_displays_more(caregivers::trait_based{}).result == verdict::passed);
  const finding deaf = answers_stronger_displays_more(steady_care{sensitive_answer});
  CHECK(deaf.result == verdict::failed);
  CHECK(says(deaf.message, "it answered 1 of displays of 0.85 and 1 of"));
}
