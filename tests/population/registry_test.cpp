// SPDX-License-Identifier: MIT
#include "iwm/population/registry.hpp"

#include "iwm/caregiver/rejecting.hpp"
#include "iwm/measurement/temperament_report.hpp"
#include "iwm/theory/delta_rule.hpp"

#include <cstdint>
#include <vector>

#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::ContainsSubstring;

namespace {

/// A theory with parameters of every kind.
struct many_kinds : theories::delta_rule {
  static constexpr std::string_view name = "many_kinds";
  struct parameters {
    double gain = 0.25;
    bool forgets = true;
    std::int64_t shift = -2;
    std::uint64_t count = 3;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{field{"gain", &P::gain, 0., 1., "1/event", "step", "own choice"},
                        field{"forgets", &P::forgets, 0., 1., "1", "whether", "own choice"},
                        field{"shift", &P::shift, -5., 5., "1", "how far", "own choice"},
                        field{"count", &P::count, 0., 9., "1", "how many", "own choice"}};
    }
  };
  parameters p{};
};

}  // namespace

TEST_CASE("a registered plug-in is found by its name, with its facts", "[population]") {
  registry known;
  CHECK(find(known.theories, "delta_rule") == nullptr);
  known.add_theory<theories::delta_rule>();
  const theory_entry* entry = find(known.theories, "delta_rule");
  REQUIRE(entry != nullptr);
  CHECK(entry->summary == theories::delta_rule::summary);
  REQUIRE(entry->parameters.size() == 2);
  CHECK(entry->parameters[0].name == "gain");
  CHECK(entry->parameters[0].initial == theories::delta_rule{}.p.gain);
  CHECK(find(known.theories, "delta") == nullptr);
}

TEST_CASE("parameters of every kind are described and set", "[population]") {
  const auto infos = iwm::detail::describe<many_kinds::parameters>();
  REQUIRE(infos.size() == 4);
  CHECK(infos[0].kind == "number");
  CHECK(infos[1].kind == "switch");
  CHECK(infos[2].kind == "integer");
  CHECK(infos[3].kind == "integer");
  CHECK(infos[2].initial == -2.);
  CHECK(infos[2].lowest == -5.);

  const std::vector<setting> settings{{"gain", 0.5}, {"forgets", 0}, {"shift", 4}, {"count", 9}};
  const auto set = iwm::detail::configured<many_kinds>(settings);
  CHECK(set.p.gain == 0.5);
  CHECK_FALSE(set.p.forgets);
  CHECK(set.p.shift == 4);
  CHECK(set.p.count == 9u);
  CHECK(iwm::detail::configured<many_kinds>({}).p.gain == 0.25);
}

TEST_CASE("settings reach presets of caregivers and instruments", "[population]") {
  const std::vector<setting> kinder{{"acceptance", 0.9}};
  const auto rejecting = iwm::detail::configured<caregivers::rejecting>(kinder);
  CHECK(rejecting.p.acceptance == 0.9);
  CHECK(rejecting.p.accessibility == caregivers::rejecting{}.p.accessibility);
  const std::vector<setting> exact{{"reporter_sd", 0}};
  CHECK(iwm::detail::configured<instruments::temperament_report>(exact).p.reporter_sd == 0.);
}

TEST_CASE("a name can be registered once", "[population]") {
  registry known = builtins();
  known.add_theory<many_kinds>();
  CHECK(find(known.theories, "many_kinds") != nullptr);
  CHECK_THROWS_AS(known.add_theory<theories::delta_rule>(), input_error);
  CHECK_THROWS_WITH(known.add_caregiver<caregivers::rejecting>(), ContainsSubstring("rejecting"));
  CHECK_THROWS_AS(known.add_instrument<instruments::temperament_report>(), input_error);
}

TEST_CASE("an entry makes blocks with its settings", "[population]") {
  registry known;
  known.add_theory<theories::delta_rule>();
  const lane_columns<temperament> infants;
  const lane_columns<draw_key> keys;
  const std::vector<setting> stubborn{{"gain", 0}}, quick{{"gain", 1}};
  const auto learned = [&](std::span<const setting> settings) {
    const auto block = known.theories[0].make(settings, world{}, prior{.other = 0.25}, infants, 1);
    event_lanes seen;
    seen.shown.fill({.display = 1});
    seen.given.fill({.came = 1, .fit = 1, .welcome = 1});
    lane_columns<double> arousal, relief;
    block->learn(0, seen, arousal, relief, {keys, 0, purpose::appraise});
    return block->view(0, block_size - 1).other[0];
  };
  CHECK(learned(stubborn) == 0.25);
  CHECK(learned(quick) == 1.);
}
