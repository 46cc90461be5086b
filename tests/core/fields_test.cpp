// SPDX-License-Identifier: MIT
#include "iwm/core/fields.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"

namespace {

using iwm::field;
using iwm::group;

struct rates {
  double gain = 0.02;
  bool asymmetric = true;
  static constexpr auto fields() {
    return std::tuple{field{"gain", &rates::gain, 0., 1., "1/event", "step size", "calibrated"},
                      field{"asymmetric", &rates::asymmetric, 0, 1, "switch", "losses count more"}};
  }
};

struct study {
  std::uint64_t seed = 7;
  rates learning;
  std::int64_t first_year = -3;
  static constexpr auto fields() {
    return std::tuple{field{"seed", &study::seed, 0., 1e19, "1", "names the run"},
                      group{"learning", &study::learning, "how fast"},
                      field{"first_year", &study::first_year, -10, 10, "year", "when it begins"}};
  }
};

struct without_table {
  double gain = 0;
};

/// What a walk has seen, in words.
template <class Owner>
std::vector<std::string> seen_by_walk(Owner& owner) {
  std::vector<std::string> seen;
  iwm::walk_fields(owner, [&](const std::string& pointer, const auto& entry, auto& value) {
    seen.push_back(pointer + " " + iwm::to_text(value) + " " + std::string(entry.unit));
  });
  return seen;
}

template <class T>
constexpr bool may_be_a_field = iwm::field_value<T>;

}  // namespace

TEST_CASE("A table is a constant that names, bounds and explains each member", "[core]") {
  constexpr auto gain = std::get<0>(rates::fields());
  STATIC_REQUIRE(gain.name == "gain");
  STATIC_REQUIRE(gain.member == &rates::gain);
  STATIC_REQUIRE(gain.lowest == 0.);
  STATIC_REQUIRE(gain.highest == 1.);
  STATIC_REQUIRE(gain.unit == "1/event");
  STATIC_REQUIRE(gain.meaning == "step size");
  STATIC_REQUIRE(gain.source == "calibrated");
  STATIC_REQUIRE(std::get<1>(rates::fields()).source.empty());
}

TEST_CASE("Only types with a table have fields, and only four types may be one", "[core]") {
  STATIC_REQUIRE(iwm::has_fields<rates>);
  STATIC_REQUIRE(iwm::has_fields<const study&>);
  STATIC_REQUIRE_FALSE(iwm::has_fields<without_table>);
  STATIC_REQUIRE_FALSE(iwm::has_fields<double>);
  STATIC_REQUIRE(may_be_a_field<double>);
  STATIC_REQUIRE(may_be_a_field<bool>);
  STATIC_REQUIRE(may_be_a_field<std::int64_t>);
  STATIC_REQUIRE(may_be_a_field<std::uint64_t>);
  STATIC_REQUIRE_FALSE(may_be_a_field<float>);
  STATIC_REQUIRE_FALSE(may_be_a_field<std::int32_t>);
  STATIC_REQUIRE_FALSE(may_be_a_field<std::string>);
}

TEST_CASE("Fields and groups can be told apart", "[core]") {
  using seed = std::tuple_element_t<0, decltype(study::fields())>;
  using learning = std::tuple_element_t<1, decltype(study::fields())>;
  STATIC_REQUIRE(iwm::field_entry<seed>);
  STATIC_REQUIRE_FALSE(iwm::group_entry<seed>);
  STATIC_REQUIRE(iwm::group_entry<const learning&>);
  STATIC_REQUIRE_FALSE(iwm::field_entry<const learning&>);
}

TEST_CASE("The entries of a type are visited in order", "[core]") {
  std::vector<std::string> names;
  iwm::for_each_field<study>([&](const auto& entry) { names.emplace_back(entry.name); });
  CHECK(names == std::vector<std::string>{"seed", "learning", "first_year"});
}

TEST_CASE("The entries of an object are visited with its members", "[core]") {
  rates some;
  iwm::for_each_field(some, [](const auto& entry, auto& value) {
    if constexpr (std::is_same_v<decltype(value), double&>)
      value = entry.highest;
    else
      value = !value;
  });
  CHECK(some.gain == 1.);
  CHECK_FALSE(some.asymmetric);
}

TEST_CASE("Tables can be read while compiling", "[core]") {
  constexpr auto sum_of_bounds = [] {
    double sum = 0;
    iwm::for_each_field<rates>([&](const auto& entry) { sum += entry.highest; });
    return sum;
  };
  STATIC_REQUIRE(sum_of_bounds() == 2.);
  constexpr rates some{};
  STATIC_REQUIRE(iwm::allows(std::get<0>(rates::fields()), some.gain));
}

TEST_CASE("A walk visits the fields of all groups with their JSON pointers", "[core]") {
  const study some;
  CHECK(seen_by_walk(some) == std::vector<std::string>{"/seed 7 1", "/learning/gain 0.02 1/event",
                                                       "/learning/asymmetric true switch",
                                                       "/first_year -3 year"});
}

TEST_CASE("A walk can change what it visits", "[core]") {
  study some;
  iwm::walk_fields(some, [](const std::string& pointer, const auto&, auto& value) {
    if constexpr (std::is_same_v<decltype(value), double&>)
      if (pointer == "/learning/gain") value = 0.5;
  });
  CHECK(some.learning.gain == 0.5);
}

TEST_CASE("A step of a JSON pointer escapes tilde and slash", "[core]") {
  CHECK(iwm::pointer_to("", "gain") == "/gain");
  CHECK(iwm::pointer_to("/a", "b/c~d") == "/a/b~1c~0d");
}

TEST_CASE("Numbers are written with the fewest digits that read back the same", "[core]") {
  CHECK(iwm::to_text(0.1) == "0.1");
  CHECK(iwm::to_text(1.) == "1");
  CHECK(iwm::to_text(1. / 3.) == "0.3333333333333333");
  CHECK(iwm::to_text(1e300) == "1e+300");
  CHECK(iwm::to_text(std::int64_t{-3}) == "-3");
  CHECK(iwm::to_text(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
  CHECK(iwm::to_text(false) == "false");
}

TEST_CASE("Defaults are in range", "[core]") { CHECK(iwm::in_range(study{}).empty()); }

TEST_CASE("Every field that is out of range is a problem with file, pointer and bounds", "[core]") {
  study some;
  some.learning.gain = 1.5;
  some.first_year = -11;
  const std::vector<iwm::problem> expected{
      {"study.json", "/learning/gain", "1.5 is outside [0, 1] (1/event)"},
      {"study.json", "/first_year", "-11 is outside [-10, 10] (year)"}};
  CHECK(iwm::in_range(some, "study.json") == expected);
  CHECK(iwm::in_range(some.learning, "study.json", "/learning").front() == expected.front());
}

TEST_CASE("Bounds belong to the range and a NaN does not", "[core]") {
  rates some;
  for (const double inside : {0., 1.}) {
    some.gain = inside;
    CHECK(iwm::in_range(some).empty());
  }
  for (const double out : {-1e-300, 1. + 1e-15, std::numeric_limits<double>::infinity()}) {
    some.gain = out;
    CHECK(iwm::in_range(some).size() == 1);
  }
  some.gain = std::numeric_limits<double>::quiet_NaN();
  CHECK(iwm::in_range(some).front().message == "nan is outside [0, 1] (1/event)");
}
