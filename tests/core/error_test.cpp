// SPDX-License-Identifier: MIT
#include "iwm/core/error.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/property.hpp"

namespace {

using iwm::edit_distance;
using iwm::nearest_name;
using iwm::problem;
using names = std::vector<std::string_view>;

}  // namespace

TEST_CASE("An input error tells every problem, one a line", "[core]") {
  const std::vector<problem> problems{
      {"divorce.json", "/theory/gain", "1.5 is outside [0, 1] (1/event)"},
      {"divorce.json", "", "expected an object"},
      {"", "/seed", "expected an integer"},
      {"", "", "no scenario"}};
  const iwm::input_error error(problems);
  CHECK(error.problems() == problems);
  CHECK(std::string(error.what()) ==
        "divorce.json /theory/gain: 1.5 is outside [0, 1] (1/event)\n"
        "divorce.json: expected an object\n"
        "/seed: expected an integer\n"
        "no scenario");
  const std::runtime_error& base = error;
  CHECK(std::string(base.what()) == error.what());
}

TEST_CASE("A run error carries its message", "[core]") {
  CHECK(std::string(iwm::run_error("disk full").what()) == "disk full");
}

TEST_CASE("The edit distance counts edits and swaps of neighbours", "[core]") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "gain") == 4);
  CHECK(edit_distance("gain", "") == 4);
  CHECK(edit_distance("gain", "gain") == 0);
  CHECK(edit_distance("gain", "gian") == 1);
  CHECK(edit_distance("gain", "gains") == 1);
  CHECK(edit_distance("gain", "ain") == 1);
  CHECK(edit_distance("gain", "rain") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("ca", "abc") == 3);
  CHECK(edit_distance("Gain", "gAIN") == 0);
}

TEST_CASE("The edit distance is a symmetric count that is zero for equals only", "[core]") {
  iwm::testing::holds([] {
    const auto word = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc")));
    const std::string a = *word, b = *word;
    const std::size_t distance = edit_distance(a, b);
    RC_ASSERT(distance == edit_distance(b, a));
    RC_ASSERT((distance == 0) == (a == b));
    RC_ASSERT(distance <= std::max(a.size(), b.size()));
    RC_ASSERT(distance >= std::max(a.size(), b.size()) - std::min(a.size(), b.size()));
  });
}

TEST_CASE("The nearest name is the one that was probably meant", "[core]") {
  const names known{"conditional_strategies", "delta_rule", "gain", "loss_gain", "seed"};
  CHECK(nearest_name("delta_rul", known) == "delta_rule");
  CHECK(nearest_name("delta-rule", known) == "delta_rule");
  CHECK(nearest_name("DELTA_RULE", known) == "delta_rule");
  CHECK(nearest_name("gian", known) == "gain");
  CHECK(nearest_name("los_gain", known) == "loss_gain");
  CHECK(nearest_name("conditional", known) == "conditional_strategies");
  CHECK(nearest_name("CONDITIONAL", known) == "conditional_strategies");
  CHECK(nearest_name("gain_of_learning", known) == "gain");
}

TEST_CASE("Nothing is near to a name that is quite different", "[core]") {
  const names known{"delta_rule", "gain", "ab"};
  CHECK(nearest_name("temperature", known).empty());
  CHECK(nearest_name("loss", known).empty());
  CHECK(nearest_name("de", known).empty());
  CHECK(nearest_name("cd", known).empty());
  CHECK(nearest_name("", known).empty());
  CHECK(nearest_name("a", names{"b"}).empty());
  CHECK(nearest_name("gain", names{}).empty());
}

TEST_CASE("Fewer edits are nearer, and a third of the length is the limit", "[core]") {
  CHECK(nearest_name("gains", names{"gains_in_play", "grains"}) == "grains");
  CHECK(nearest_name("abcxyz", names{"abcdez"}) == "abcdez");
  CHECK(nearest_name("abcxyz", names{"abcdef"}).empty());
}

TEST_CASE("The nearest name does not depend on the order of the known ones", "[core]") {
  CHECK(nearest_name("bat", names{"cat", "rat", "hat"}) == "cat");
  iwm::testing::holds([] {
    const auto word = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc_")));
    const auto words = *rc::gen::container<std::vector<std::string>>(word);
    const std::string wrong = *word;
    names known(words.begin(), words.end());
    const std::string nearest = nearest_name(wrong, known);
    std::ranges::reverse(known);
    RC_ASSERT(nearest_name(wrong, known) == nearest);
    std::ranges::sort(known);
    RC_ASSERT(nearest_name(wrong, known) == nearest);
  });
}
