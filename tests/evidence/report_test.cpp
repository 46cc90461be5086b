// SPDX-License-Identifier: MIT
#include "iwm/evidence/report.hpp"

#include "iwm/core/error.hpp"

#include <string>
#include <vector>

#include "evidence/tables.hpp"
#include "support/catch.hpp"
#include <nlohmann/json.hpp>

using iwm::target_result;
using iwm::target_status;

namespace {

target_result result(const std::string& id, const std::string& area, double simulated, bool pass) {
  target_result one;
  one.finding.id = id;
  one.finding.area = area;
  one.finding.protocol = "study";
  one.finding.claim = "A < B & \"C\"";
  one.finding.value = .2;
  one.finding.band = {{.1, .3}};
  one.status = target_status::measured;
  one.simulated = simulated;
  one.standard_error = .0125;
  one.pass = pass;
  if (!pass) one.reason = "above the band";
  return one;
}

std::vector<target_result> results() {
  std::vector<target_result> all{
      result("ONE-01", "some_area", .25, true), result("ONE-02", "some_area", .45, false),
      result("TWO-01", "other_area", .15, true), result("TWO-02", "other_area", 0, false)};
  all[1].finding.gating = false;
  all[2].finding.band.reset();
  all[2].finding.value.reset();
  all[3].status = target_status::not_yet_measured;
  all[3].simulated = all[3].standard_error = iwm::statistics::undefined;
  all[3].reason = "no row of 'aai', \"FDsEU\"";
  return all;
}

}  // namespace

TEST_CASE("the table shows each target under its area", "[evidence]") {
  CHECK(iwm::validation_table(results()) ==
        "some area: 1 of 1 gating targets hit\n"
        "  ONE-01       0.200    0.250 +- 0.013  0.100 to 0.300   hit   A < B & \"C\"\n"
        "  ONE-02*      0.200    0.450 +- 0.013  0.100 to 0.300   miss  above the band: A < B & "
        "\"C\"\n"
        "other area: 1 of 1 gating targets hit\n"
        "  TWO-01           -    0.150 +- 0.013  order            hit   A < B & \"C\"\n"
        "  not yet measured: TWO-02\n"
        "all: 2 of 2 gating targets hit\n");
}

TEST_CASE("the plot shows the band in the middle half", "[evidence]") {
  CHECK(iwm::validation_plot(results(), 45) ==
        "ONE-01    .....=====|==o==.....   0.250 hit\n"
        "ONE-02    .....=====|=====....>   0.450 miss\n"
        "TWO-01    .....==========o=====   0.150 hit\n");
  CHECK(iwm::validation_plot(results(), 0) == iwm::validation_plot(results(), 40));
}

TEST_CASE("validation.json has the targets and their shares", "[evidence]") {
  const auto file = nlohmann::json::parse(iwm::validation_json(results()));
  CHECK(file["schema"] == 1);
  REQUIRE(file["targets"].size() == 4);
  CHECK(file["targets"][0] ==
        nlohmann::json::parse(R"({"id": "ONE-01", "area": "some_area", "protocol": "study",
          "gating": true, "simulated": 0.25, "standard_error": 0.0125, "band": [0.1, 0.3],
          "value": 0.2, "pass": true, "status": "measured", "reason": ""})"));
  CHECK(file["targets"][2]["band"].is_null());
  CHECK(file["targets"][3]["simulated"].is_null());
  CHECK(file["targets"][3]["pass"].is_null());
  CHECK(file["targets"][3]["status"] == "not yet measured");
  CHECK(file["summary"]["areas"][1] ==
        nlohmann::json::parse(
            R"({"area": "other_area", "gating": 2, "counted": 1, "passed": 1, "share": 1.0})"));
  CHECK(file["summary"]["all"] ==
        nlohmann::json::parse(R"({"gating": 3, "counted": 2, "passed": 2, "share": 1.0})"));
  const auto none = nlohmann::json::parse(iwm::validation_json({}));
  CHECK(none["summary"]["all"]["share"].is_null());
}

TEST_CASE("validation.csv says the same", "[evidence]") {
  CHECK(iwm::validation_csv(results()) ==
        "id,area,protocol,gating,simulated,standard_error,band_low,band_high,value,pass,status,"
        "reason\n"
        "ONE-01,some_area,study,true,0.25,0.0125,0.1,0.3,0.2,true,measured,\n"
        "ONE-02,some_area,study,false,0.45,0.0125,0.1,0.3,0.2,false,measured,above the band\n"
        "TWO-01,other_area,study,true,0.15,0.0125,,,,true,measured,\n"
        "TWO-02,other_area,study,true,,,0.1,0.3,0.2,,not yet measured,\"no row of 'aai', "
        "\"\"FDsEU\"\"\"\n");
}

TEST_CASE("the figure draws what was measured", "[evidence]") {
  const std::string figure = iwm::validation_svg(results());
  const auto count = [&](const std::string& part) {
    std::size_t n = 0;
    for (auto at = figure.find(part); at != std::string::npos; at = figure.find(part, at + 1)) ++n;
    return n;
  };
  CHECK(count("<circle") == 3);
  CHECK(count("A &lt; B &amp; ") == 3);
  CHECK(count("#1b7837\" cx") + count("fill=\"#1b7837\"/>") == 2);
  CHECK(count("TWO-02") == 0);
  CHECK(count("<text") == count("</text>"));
  CHECK(figure.find("nan") == std::string::npos);
  CHECK(figure.substr(figure.size() - 7) == "</svg>\n");
}

TEST_CASE("a figure of extreme values stays finite", "[evidence]") {
  std::vector<target_result> all{result("X", "a", 1e12, false)};
  all[0].standard_error = iwm::statistics::undefined;
  all[0].finding.claim = "A claim that is much too long to fit into the column of the figure";
  const std::string figure = iwm::validation_svg(all);
  CHECK(figure.size() < 10000);
  CHECK(figure.find("A claim that is much too long to fit into the column of the ...") !=
        std::string::npos);
}
