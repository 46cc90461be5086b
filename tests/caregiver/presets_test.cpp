// SPDX-License-Identifier: MIT
#include "iwm/caregiver/frightening.hpp"
#include "iwm/caregiver/inconsistent.hpp"
#include "iwm/caregiver/intrusive.hpp"
#include "iwm/caregiver/rejecting.hpp"
#include "iwm/caregiver/sensitive.hpp"
#include "iwm/caregiver/unavailable.hpp"
#include "iwm/core/fields.hpp"

#include <concepts>
#include <string>
#include <string_view>

#include "support/catch.hpp"

using namespace iwm;
using namespace iwm::caregivers;

TEMPLATE_TEST_CASE("a preset is the one policy at another point of the trait space", "[caregiver]",
                   sensitive, inconsistent, rejecting, intrusive, unavailable, frightening) {
  STATIC_REQUIRE(std::derived_from<typename TestType::parameters, care_traits>);
  const TestType preset;
  CHECK(in_range(static_cast<const care_traits&>(preset.p)).empty());
  CHECK(!TestType::summary.empty());

  trait_based same;
  same.p = preset.p;
  draws u;
  for (std::size_t i = 0; i < u.u.size(); ++i) u.u[i] = 0.1 + 0.09 * static_cast<double>(i);
  const signal shown{.display = 0.7, .proximity = 0.6, .exploration = 0.4};
  for (const double there : {0., 1.}) {
    const auto a = preset.respond({there}, shown, {}, u), b = same.respond({there}, shown, {}, u);
    CHECK(a.state == b.state);
    CHECK(a.given.came == b.given.came);
    CHECK(a.given.delay == b.given.delay);
    CHECK(a.given.welcome == b.given.welcome);
  }
}

TEST_CASE("presets lie apart where their names say so", "[caregiver]") {
  const care_traits kind = sensitive{}.p, cold = rejecting{}.p, gone = unavailable{}.p,
                    fitful = inconsistent{}.p, busy = intrusive{}.p, scary = frightening{}.p;
  CHECK(kind.sensitivity > 0.7);
  CHECK(cold.acceptance < 0.3);
  CHECK(cold.accessibility > gone.accessibility);
  CHECK(gone.sensitivity < kind.sensitivity);
  CHECK(fitful.acceptance > 0.7);
  CHECK(fitful.accessibility < 0.5);
  CHECK(busy.cooperation < 0.3);
  CHECK(scary.fright > 10 * kind.fright);
}

TEST_CASE("a preset's traits can be changed like any parameter", "[caregiver]") {
  rejecting warmer;
  warmer.p.acceptance = 0.9;
  CHECK(warmer.p.accessibility == rejecting{}.p.accessibility);
  STATIC_REQUIRE(has_fields<rejecting::parameters>);
}
