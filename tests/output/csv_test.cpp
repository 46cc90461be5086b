// SPDX-License-Identifier: MIT
#include "iwm/output/csv.hpp"

#include "iwm/core/error.hpp"

#include <csignal>
#include <limits>

#include "output/scratch_folder.hpp"
#include "support/catch.hpp"
#include <sys/resource.h>

using namespace iwm;
using iwm::testing::contents;
using iwm::testing::scratch_folder;

namespace {

const row_origin somewhere{"study", "low_risk", "", 0, 7};

person_row person(const row_origin& from, std::uint64_t id, std::string_view role) {
  person_row row{};
  row.from = from;
  row.person_id = id;
  row.role = role;
  row.sex = "female";
  return row;
}

template <class... Row>
std::string table_of(const std::string& file, const Row&... rows) {
  const scratch_folder folder;
  csv_tables tables(folder.path);
  (tables.row(rows), ...);
  tables.end();
  return contents(folder / file);
}

}  // namespace

TEST_CASE("a table has one header line, the origin first, then the members of the row",
          "[output]") {
  CHECK(table_of("people.csv") ==
        "protocol,stratum,arm,seed,family_id,person_id,role,sex,birth,mother_id,father_id,twin_id,"
        "zygosity,generation\n");
  CHECK(table_of("relationships.csv") ==
        "protocol,stratum,arm,seed,family_id,person_id,partner_id,kind,start,end,satisfaction,"
        "conflict\n");
  CHECK(table_of("assessments.csv") ==
        "protocol,stratum,arm,seed,family_id,person_id,partner_id,instrument,scale,age_months,"
        "episode,value\n");
}

TEST_CASE("a category is the column class", "[output]") {
  const std::string text = table_of("classifications.csv",
                                    classification_row{somewhere, 73, 71, "ssp", "ABCD", 12, "B"});
  CHECK(
      text ==
      "protocol,stratum,arm,seed,family_id,person_id,partner_id,instrument,system,age_months,class"
      "\nstudy,low_risk,,0,7,73,71,ssp,ABCD,12,B\n");
}

TEST_CASE("what is not known is empty, a seed or generation of 0 is not", "[output]") {
  person_row mother = person(somewhere, 71, "mother");
  mother.birth = -300.5;
  CHECK(table_of("people.csv", mother)
            .ends_with("\nstudy,low_risk,,0,7,71,mother,female,-300.5,,,,,0\n"));
  CHECK(table_of("relationships.csv", relationship_row{somewhere, 73, 71, "parent_child"})
            .ends_with("\nstudy,low_risk,,0,7,73,71,parent_child,0,,,\n"));
  CHECK(table_of("assessments.csv", assessment_row{somewhere, 73, 0, "aqs", "security", 18, 0, 0.})
            .ends_with("\nstudy,low_risk,,0,7,73,,aqs,security,18,,0\n"));
}

TEST_CASE("numbers have the shortest digits that read back the same", "[output]") {
  for (const double value : {0.1, 1. / 3., 1e300, -5e-324, 123456789012345.6, 2. / 3. * 1e-7}) {
    const std::string text =
        table_of("assessments.csv", assessment_row{somewhere, 1, 0, "aqs", "x", 1, 0, value});
    const std::string digits = text.substr(text.rfind(',') + 1);
    CHECK(std::strtod(digits.c_str(), nullptr) == value);
  }
  CHECK(table_of("assessments.csv", assessment_row{somewhere, 1, 0, "aqs", "x", 1, 0, 0.1})
            .ends_with(",0.1\n"));
  const row_origin largest{"p", "s", "a", std::numeric_limits<std::uint64_t>::max(), 1};
  CHECK(table_of("people.csv", person(largest, 1, "child")).find(",18446744073709551615,") !=
        std::string::npos);
}

TEST_CASE("texts are quoted where a comma, quote or line break asks for it", "[output]") {
  const row_origin odd{"a,b", "say \"no\"", "two\nlines", 1, 1};
  CHECK(table_of("people.csv", person(odd, 1, "child"))
            .find("\n\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",1,1,1,child,") != std::string::npos);
}

TEST_CASE("tables that few runs have are written only with a row", "[output]") {
  const scratch_folder folder;
  csv_tables tables(folder.path);
  tables.row(event_row{somewhere, 4.5, 73, 71, "response to distress", 0.5});
  tables.end();
  CHECK(iwm::testing::entries(folder.path) == 5);
  CHECK_FALSE(std::filesystem::exists(folder / "trajectories.csv"));
  REQUIRE(tables.files().size() == 5);
  CHECK(tables.files()[0].name == "people.csv");
  CHECK(tables.files()[4].name == "events.csv");
  CHECK(tables.files()[4].rows == 1);
}

TEST_CASE("digests are those of the files, with a folder and without", "[output]") {
  const scratch_folder folder;
  csv_tables written(folder.path), hashed("");
  for (std::uint64_t i = 0; i < 40'000; ++i)
    for (csv_tables* to : {&written, &hashed})
      to->row(assessment_row{{"study", "low_risk", "", 1, i / 9},
                             i,
                             0,
                             "aqs",
                             "security",
                             18,
                             0,
                             1. / static_cast<double>(i + 1)});
  written.end();
  hashed.end();
  for (std::size_t i = 0; i < written.files().size(); ++i) {
    const written_file& file = written.files()[i];
    CHECK(file.sha256 == sha256_of(contents(folder / file.name)));
    CHECK(file.sha256 == hashed.files()[i].sha256);
  }
}

TEST_CASE("a file that cannot be made or written is named with the reason", "[output]") {
  const scratch_folder folder;
  csv_tables nowhere(folder / "missing");
  CHECK_THROWS_WITH(nowhere.end(),
                    Catch::Contains("missing/people.csv: cannot be written: No such"));

  std::signal(SIGXFSZ, SIG_IGN);
  ::rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const ::rlimit small{4096, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const auto fill = [&] {
    csv_tables tables(folder.path);
    for (std::uint64_t i = 0; i < 200'000; ++i) tables.row(person(somewhere, i, "child"));
    tables.end();
  };
  std::string message;
  try {
    fill();
  } catch (const run_error& failure) {
    message = failure.what();
  }
  ::setrlimit(RLIMIT_FSIZE, &before);
  CHECK(message == (folder / "people.csv").string() + ": cannot be written: File too large");
}

TEST_CASE("an existing file is never written over", "[output]") {
  const scratch_folder folder;
  write_file(folder / "manifest.json", "{}");
  CHECK_THROWS_WITH(write_file(folder / "manifest.json", "[]"), Catch::Contains("File exists"));
  CHECK(contents(folder / "manifest.json") == "{}");
}
