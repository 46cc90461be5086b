// SPDX-License-Identifier: MIT
#include "iwm/testing/finding.hpp"

#include "support/catch.hpp"

using namespace iwm::testing;

namespace {
const std::vector<finding> three{{"warm", verdict::passed, "it was warm"},
                                 {"dry", verdict::failed, "rain was 3"},
                                 {"calm", verdict::not_addressed, "it has no wind"}};
}  // namespace

TEST_CASE("failures lists what failed and nothing else", "[testing]") {
  CHECK(failures(three) == "dry: rain was 3");
  CHECK(failures(std::vector<finding>{}) == "");
  CHECK(failures(std::vector<finding>{three[1], three[1]}) == "dry: rain was 3\ndry: rain was 3");
}

TEST_CASE("report lists every property with its verdict", "[testing]") {
  CHECK(report(three) ==
        "passed         warm: it was warm\n"
        "FAILED         dry: rain was 3\n"
        "not addressed  calm: it has no wind\n");
}

TEST_CASE("require throws the failures, and nothing where there are none", "[testing]") {
  CHECK_THROWS_WITH(require(three), "dry: rain was 3");
  CHECK_THROWS_AS(require(three), property_error);
  CHECK_NOTHROW(require(std::vector<finding>{three[0], three[2]}));
}

TEST_CASE("a watched range keeps the first number outside and counts them all", "[testing]") {
  iwm::testing::detail::range_watch watch;
  watch.within("a", 0., 0., 1.);
  watch.within("b", 1., 0., 1.);
  CHECK(watch.judged("p").result == verdict::passed);
  CHECK(watch.judged("p").message == "all of 2 numbers were in range");
  watch.within("c", -0.125, 0., 1.);
  watch.within("d", 7., 0., 1.);
  CHECK(watch.judged("p").result == verdict::failed);
  CHECK(watch.judged("p").message == "c was -0.125, outside [0, 1]");
}
