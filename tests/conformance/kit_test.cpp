// SPDX-License-Identifier: MIT
#include "iwm/testing/caregiver_kit.hpp"
#include "iwm/testing/theory_kit.hpp"

#include <string>

#include "registered.hpp"
#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using namespace iwm::testing;

namespace {

/// What must hold at any parameters in range: numbers in range, purity.
template <theory T>
std::string form(const T& theory) {
  const trial brief{.seed = 3, .events = reckons<T> ? 50u : 250u};
  const std::vector<finding> found{parameters_lie_in_range(theory, brief),
                                   vectors_stay_in_range(theory, brief),
                                   signals_stay_in_range(theory, brief),
                                   felt_outcomes_stay_in_range(theory, brief),
                                   anticipation_stays_in_range(theory, brief),
                                   felt_security_stays_in_range(theory, brief),
                                   is_pure(theory, brief),
                                   replays_from_a_snapshot(theory, brief)};
  return failures(found);
}
template <caregiver_policy C>
std::string form(const C& policy) {
  return failures(policy, {.seed = 3, .events = 250});
}

template <class Plugin>
constexpr bool is_slow() {
  if constexpr (theory<Plugin>)
    return reckons<Plugin>;
  else
    return false;
}

/// Sets one number of a plug-in after the other to the ends of its range, then all at random.
template <class Plugin>
void at_all_parameters() {
  for_each_field<typename Plugin::parameters>([](const auto& f) {
    for (const double end : {f.lowest, f.highest}) {
      auto plugin = example_of<Plugin>();
      auto& value = plugin.p.*(f.member);
      value = static_cast<std::remove_reference_t<decltype(value)>>(end);
      INFO(f.name << " = " << end);
      CHECK(form(plugin) == "");
    }
  });
  const std::uint64_t settings = is_slow<Plugin>() ? 5 : 20;
  for (std::uint64_t k = 0; k < settings; ++k) {
    auto plugin = example_of<Plugin>();
    std::uint64_t part = 0;
    for_each_field(plugin.p, [&](const auto& f, auto& value) {
      const double u = address{.seed = 17, .event = k}.draw(purpose::family, part++)[0];
      value = static_cast<std::remove_reference_t<decltype(value)>>(f.lowest +
                                                                    u * (f.highest - f.lowest));
    });
    INFO("random parameters " << k);
    CHECK(form(plugin) == "");
  }
}

}  // namespace

TEMPLATE_LIST_TEST_CASE("a registered theory passes the kit", "[conformance]", all_theories) {
  REQUIRE(failures(TestType{}, trial_of<TestType>()) == "");
}

TEMPLATE_LIST_TEST_CASE("a registered caregiver passes the kit", "[conformance]", all_caregivers) {
  REQUIRE(failures(example_of<TestType>()) == "");
}

TEMPLATE_LIST_TEST_CASE(
    "a registered caregiver answers stronger displays more, but for those that do not look",
    "[conformance]", all_caregivers) {
  const finding found = answers_stronger_displays_more(example_of<TestType>());
  INFO(found.message);
  const bool deaf_by_design = std::is_same_v<TestType, caregivers::scripted> ||
                              std::is_same_v<TestType, caregivers::attend_ignore> ||
                              std::is_same_v<TestType, caregivers::misleading_cues> ||
                              std::is_same_v<TestType, caregivers::delay_profile>;
  CHECK(found.result == (deaf_by_design ? verdict::failed : verdict::passed));
}

TEMPLATE_LIST_TEST_CASE("a registered theory keeps its form at any parameters in range",
                        "[conformance]", all_theories) {
  at_all_parameters<TestType>();
}

TEMPLATE_LIST_TEST_CASE("a registered caregiver keeps its form at any parameters in range",
                        "[conformance]", all_caregivers) {
  at_all_parameters<TestType>();
}
