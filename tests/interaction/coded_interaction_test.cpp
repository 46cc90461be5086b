// SPDX-License-Identifier: MIT
#include "iwm/interaction/coded_interaction.hpp"

#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::Approx;

namespace {

const std::vector<coded_interaction> table{
    {0, "17", "distress", 12, 40, ""},     {0, "17", "comfort", 21, 40, ""},
    {0, "17", "frighten", 30, 31, ""},     {0, "99", "reject", 14, 15, ""},
    {0, "17", "distress", 130, 155, ""},   {0, "17", "reject", 160, 161, ""},
    {0, "17", "comfort", 170, 171, ""},    {0, "17", "distress", 300, 360, ""},
    {1, "17", "interfere", 5, 9, ""},      {1, "17", "distress", 20, 30, ""},
    {1, "17", "comfort", 50, 60, "misread, late"}};

}  // namespace

TEST_CASE("each distress has the first answer before the next distress", "[interaction]") {
  const std::vector<response> answers = responses_of(table, "17");
  REQUIRE(answers.size() == 4);
  CHECK(answers[0].came == 1);
  CHECK(answers[0].welcome == 1);
  CHECK(answers[0].fright == 1);
  CHECK(answers[0].delay == Approx(9. / 60));
  CHECK(answers[1].rejection == 1);
  CHECK(answers[1].welcome == 0);
  CHECK(answers[1].delay == Approx(0.5));
  CHECK(answers[2].came == 0);
  CHECK(answers[2].intrusion == 1);
  CHECK(answers[3].fit == Approx(0.3));
}

TEST_CASE("rows of other dyads do not belong to the script", "[interaction]") {
  CHECK(responses_of(table, "99").empty());
  CHECK(responses_of(table, "").size() == responses_of(table, "17").size());
  CHECK(responses_of(table, "nobody").empty());
}
