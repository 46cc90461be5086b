// SPDX-License-Identifier: MIT
#include "iwm/output/manifest.hpp"

#include "iwm/output/columns.hpp"
#include "iwm/output/csv.hpp"

#include "output/scratch_folder.hpp"
#include "support/catch.hpp"
#include <nlohmann/json.hpp>

using namespace iwm;
using nlohmann::json;

TEST_CASE("the dictionary has each column of each table, in the order of the header", "[output]") {
  const iwm::testing::scratch_folder folder;
  csv_tables tables(folder.path);
  tables.row(event_row{});
  tables.row(trajectory_row{});
  tables.end();
  const json dictionary = json::parse(dictionary_json());
  REQUIRE(dictionary["tables"].size() == 6);
  for (const json& described : dictionary["tables"]) {
    std::string header;
    for (const json& c : described["columns"]) {
      if (!header.empty()) header += ',';
      header += c["name"].get<std::string>();
      INFO(c.dump());
      CHECK_FALSE(c["meaning"].get<std::string>().empty());
      CHECK_FALSE(c["values"].get<std::string>().empty());
      CHECK(c["unit"].get<std::string>().empty() == (c["type"] == "text"));
    }
    const std::string text = testing::contents(folder / described["file"].get<std::string>());
    CHECK(text.substr(0, text.find('\n')) == header);
  }
}

TEST_CASE("the manifest holds what is needed to repeat a run", "[output]") {
  const std::string scenario = R"({"name": "x", "seed": 18446744073709551615})";
  const std::chrono::system_clock::time_point leap_day(std::chrono::seconds(951782400));
  const manifest of{"iwm run x.json \xff",
                    ~std::uint64_t{0},
                    4,
                    leap_day,
                    std::chrono::milliseconds(1500),
                    scenario,
                    {{"people.csv", 3, "abc"}, {"dictionary.json", {}, "def"}}};
  const json read = json::parse(to_json_text(of));
  CHECK(read["schema"] == 1);
  CHECK(read["program"]["name"] == "iwm");
  CHECK(read["seed"] == ~std::uint64_t{0});
  CHECK(read["threads"] == 4);
  CHECK(read["begun"] == "2000-02-29T00:00:00Z");
  CHECK(read["ended"] == "2000-02-29T00:00:01Z");
  CHECK(read["seconds"] == 1.5);
  CHECK(read["files"][0] == json{{"name", "people.csv"}, {"rows", 3}, {"sha256", "abc"}});
  CHECK_FALSE(read["files"][1].contains("rows"));
  CHECK(read["scenario"] == json::parse(scenario));
  CHECK(read["scenario_sha256"] == sha256_of(scenario));
  CHECK_FALSE(json::parse(to_json_text(manifest{})).contains("scenario"));
}
