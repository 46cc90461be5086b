// SPDX-License-Identifier: MIT
// No path from a policy's name or a trait to a class: instruments and theories do not know
// caregivers, nobody but the Strange Situation names a class, and no theory or caregiver names
// another one.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

#include "support/catch.hpp"

namespace fs = std::filesystem;

namespace {

std::string code_of(const fs::path& file) {
  std::ifstream in(file);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return std::regex_replace(text, std::regex("//[^\n]*"), "");
}

template <class Visit>
void each_source(const fs::path& folder, Visit&& visit) {
  int seen = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) visit(entry.path(), code_of(entry.path())), ++seen;
  REQUIRE(seen > 0);
}

}  // namespace

TEST_CASE("only separation and reunion give a class", "[verification]") {
  const std::regex a_class("\"[ABCD]\"");
  int instruments = 0;
  for (const char* folder : {"include/iwm", "src"})
    each_source(folder, [&](const fs::path& file, const std::string& code) {
      if (!std::regex_search(code, a_class)) return;
      CAPTURE(file);
      CHECK((file.filename() == "separation_reunion.hpp" ||
             file.filename() == "comparison.cpp" ||  // counts them
             file.parent_path().filename() == "commands"));
      instruments += file.filename() == "separation_reunion.hpp";
    });
  CHECK(instruments == 1);
}

TEST_CASE("theories and instruments do not know caregivers or their traits", "[verification]") {
  const std::regex caregiver("caregivers::|care_traits|iwm/caregiver/|iwm/population/");
  for (const char* folder :
       {"include/iwm/theory", "include/iwm/measurement", "include/iwm/interaction"})
    each_source(folder, [&](const fs::path& file, const std::string& code) {
      CAPTURE(file);
      CHECK_FALSE(std::regex_search(code, caregiver));
    });
}

TEST_CASE("instruments and caregivers do not know theories or working models", "[verification]") {
  const std::regex inner("iwm/theory/|iwm/working_model/|theories::|felt_security\\(|expectations");
  int tellers = 0;
  for (const char* folder : {"include/iwm/measurement", "include/iwm/caregiver"})
    each_source(folder, [&](const fs::path& file, const std::string& code) {
      if (file.filename() == "respondents.hpp") {
        ++tellers;
        return;
      }
      CAPTURE(file);
      CHECK_FALSE(std::regex_search(code, inner));
    });
  CHECK(tellers == 1);
}

TEST_CASE("who is asked tells what is declared, and no theory is behind it", "[verification]") {
  const std::string code = code_of("include/iwm/measurement/respondents.hpp");
  CHECK_FALSE(std::regex_search(code, std::regex("iwm/theory/|theories::|implicit|confidence")));
}

TEST_CASE("instruments that watch ask nobody", "[verification]") {
  const std::regex watching("void assess\\("), asking("respondents|iwm/measurement/interview");
  int watchers = 0;
  each_source("include/iwm/measurement", [&](const fs::path& file, const std::string& code) {
    if (!std::regex_search(code, watching)) return;
    CAPTURE(file);
    CHECK_FALSE(std::regex_search(code, asking));
    ++watchers;
  });
  CHECK(watchers > 3);
}

TEST_CASE("no registered name decides anything in the engine", "[verification]") {
  const std::regex preset("\"(sensitive|inconsistent|rejecting|intrusive|unavailable)\"");
  for (const char* folder : {"include/iwm/theory", "include/iwm/measurement", "include/iwm/life",
                             "include/iwm/population", "include/iwm/interaction"})
    each_source(folder, [&](const fs::path& file, const std::string& code) {
      CAPTURE(file);
      CHECK_FALSE(std::regex_search(code, preset));
    });
}
