// SPDX-License-Identifier: MIT
#include "iwm/theory/theory.hpp"

#include "iwm/theory/conditional_strategies.hpp"
#include "iwm/theory/delta_rule.hpp"

#include "support/catch.hpp"

using namespace iwm;
using theories::conditional_strategies, theories::delta_rule;

namespace {

struct without_initial : delta_rule {
  void initial() const {}
};
struct state_without_equality : delta_rule {
  struct state {
    double x;
  };
};
struct appraises_into_a_number : delta_rule {
  double appraise(const state&, const event&, const outcome&, const temperament&,
                  const draws&) const {
    return 0;
  }
};

}  // namespace

TEST_CASE("the concept accepts the library's theories and says what they offer", "[theory]") {
  STATIC_REQUIRE(theory<delta_rule>);
  STATIC_REQUIRE(strategic_theory<delta_rule>);
  STATIC_REQUIRE_FALSE(generalising_theory<delta_rule>);
  STATIC_REQUIRE_FALSE(declaring_theory<delta_rule>);
  STATIC_REQUIRE_FALSE(confident_theory<delta_rule>);

  STATIC_REQUIRE(generalising_theory<conditional_strategies>);
  STATIC_REQUIRE(declaring_theory<conditional_strategies>);
  STATIC_REQUIRE(confident_theory<conditional_strategies>);
  STATIC_REQUIRE(strategic_theory<conditional_strategies>);
}

TEST_CASE("the concept turns away what is not a theory", "[theory]") {
  STATIC_REQUIRE_FALSE(theory<without_initial>);
  STATIC_REQUIRE_FALSE(theory<state_without_equality>);
  STATIC_REQUIRE_FALSE(theory<appraises_into_a_number>);
  STATIC_REQUIRE_FALSE(theory<double>);
}

TEST_CASE("without a general model every relationship starts innate", "[theory]") {
  const delta_rule t;
  const prior from{.self = .1, .other = .2, .safety = .4};
  delta_rule::state general = t.initial({}, {});
  general.expected.availability = -1;
  CHECK(begin_relationship(t, general, {}, from) == t.initial({}, from));
  delta_rule::state specific = t.initial({}, from);
  const auto before = specific, general_before = general;
  generalise(t, general, specific, 1.);
  CHECK(specific == before);
  CHECK(general == general_before);
}

TEST_CASE("with a general model, model and relationship exchange after an event", "[theory]") {
  const conditional_strategies t;
  auto general = t.initial({}, {}), specific = general;
  specific.implicit.availability = 1;
  generalise(t, general, specific, 1.);
  CHECK(general.implicit.availability > 0.);
  CHECK(specific.implicit.availability < 1.);
  CHECK(specific.implicit.availability > general.implicit.availability);
}
