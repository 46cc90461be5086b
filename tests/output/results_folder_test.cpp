// SPDX-License-Identifier: MIT
#include "iwm/output/results_folder.hpp"

#include "iwm/output/output_file.hpp"

#include "output/scratch_folder.hpp"
#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::contents;
using iwm::testing::entries;
using iwm::testing::scratch_folder;

TEST_CASE("results appear whole, under their name", "[output]") {
  const scratch_folder here;
  const auto place = here / "a" / "b";
  {
    results_folder folder(place);
    CHECK_FALSE(std::filesystem::exists(place));
    CHECK(folder.path().string().starts_with(place.string() + ".partial-"));
    std::filesystem::create_directory(folder.path() / "inner");
    write_file(folder.path() / "inner" / "x.csv", "x\n");
    folder.publish();
  }
  CHECK(contents(place / "inner" / "x.csv") == "x\n");
  CHECK(entries(here / "a") == 1);
}

TEST_CASE("results that are not published leave nothing", "[output]") {
  const scratch_folder here;
  {
    results_folder folder(here / "out");
    write_file(folder.path() / "x.csv", "x\n");
  }
  CHECK(entries(here.path) == 0);
}

TEST_CASE("two runs into one place do not share a folder, and the first to finish stays",
          "[output]") {
  const scratch_folder here;
  results_folder first(here / "out"), second(here / "out/");
  CHECK(first.path() != second.path());
  write_file(first.path() / "x", "first");
  write_file(second.path() / "x", "second");
  first.publish();
  CHECK_THROWS_WITH(second.publish(), Catch::Contains("out: cannot be put in place: File exists"));
  CHECK(contents(here / "out" / "x") == "first");
}

TEST_CASE("a folder that exists is refused", "[output]") {
  const scratch_folder here;
  CHECK_THROWS_AS(results_folder(here.path), input_error);
  CHECK_THROWS_WITH(results_folder(here.path), Catch::Contains("exists already"));
  CHECK_FALSE(refusal(here / "new", false).has_value());
  CHECK(refusal("", false).has_value());
  CHECK(refusal(".", false).has_value());
}

TEST_CASE("overwriting replaces results, and nothing but results", "[output]") {
  const scratch_folder here;
  const auto place = here / "out";
  for (const std::string text : {"first", "second"}) {
    results_folder folder(place, true);
    write_file(folder.path() / "manifest.json", text);
    write_file(folder.path() / text, text);
    folder.publish();
  }
  CHECK(contents(place / "manifest.json") == "second");
  CHECK(entries(place) == 2);
  CHECK(entries(here.path) == 1);

  std::filesystem::create_directory(here / "mine");
  write_file(here / "mine" / "thesis.tex", "text");
  CHECK_THROWS_WITH(results_folder(here / "mine", true), Catch::Contains("not overwritten"));
  CHECK_THROWS_AS(results_folder(here / "mine" / "thesis.tex", true), input_error);
}

TEST_CASE("a place that cannot be written is named with the reason", "[output]") {
  const scratch_folder here;
  write_file(here / "file", "");
  CHECK_THROWS_AS(results_folder(here / "file" / "out"), run_error);
  CHECK_THROWS_WITH(results_folder(here / "file" / "out"),
                    Catch::Contains("file: cannot be made: Not a"));
}
