// SPDX-License-Identifier: MIT
#include "iwm/population/diary.hpp"

#include "iwm/output/diary_file.hpp"
#include "iwm/output/manifest.hpp"

#include <cstring>
#include <string>
#include <vector>

#include "output/scratch_folder.hpp"
#include "support/catch.hpp"
#include <nlohmann/json.hpp>

using namespace iwm;
using iwm::testing::contents;
using iwm::testing::scratch_folder;
using nlohmann::json;

namespace {

const std::vector<std::string> two_columns{"display", "settling"};

/// The text of the header, which says where the numbers begin.
std::string header_of(const std::string& bytes) {
  const auto length =
      static_cast<unsigned char>(bytes[8]) + 256u * static_cast<unsigned char>(bytes[9]);
  return bytes.substr(10, length);
}

std::vector<double> numbers_of(const std::string& bytes) {
  const std::size_t begin = 10 + header_of(bytes).size();
  std::vector<double> numbers((bytes.size() - begin) / sizeof(double));
  std::memcpy(numbers.data(), bytes.data() + begin, bytes.size() - begin);
  return numbers;
}

}  // namespace

TEST_CASE("a diary is an array in NumPy's format, version 1.0", "[output]") {
  const scratch_folder folder;
  diary_file diary(folder.path);
  const std::vector<double> first{0.5, 1, -0., 1. / 3., 0, 0.25}, second{1e-300, 2, 3, 4, 5, 6};
  const diary_shape whole{2, 3, two_columns};
  diary.diary({whole, 1, 1, first});
  diary.diary({whole, 2, 1, second});
  diary.end();

  const std::string bytes = contents(folder / "diary.npy");
  CHECK(bytes.substr(0, 8) == std::string("\x93NUMPY\x01\x00", 8));
  const std::string header = header_of(bytes);
  CHECK(header.starts_with("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3, 2), } "));
  CHECK(header.ends_with(" \n"));
  CHECK(10 + header.size() == 128);
  std::vector<double> all = first;
  all.insert(all.end(), second.begin(), second.end());
  CHECK(numbers_of(bytes) == all);
  REQUIRE(diary.file());
  CHECK(diary.file()->name == "diary.npy");
  CHECK(diary.file()->rows == 6);
  CHECK(diary.file()->sha256 == sha256_of(bytes));
}

TEST_CASE("the numbers of a diary begin at a multiple of 64 bytes, however large its shape",
          "[output]") {
  for (const std::uint64_t families : {1ull, 1'000'000'000ull, ~0ull})
    for (const std::uint64_t events : {0ull, 193'000ull, ~0ull}) {
      const scratch_folder folder;
      diary_file diary(folder.path);
      diary.diary({{families, events, two_columns}, 1, 0, {}});
      diary.end();
      const std::string bytes = contents(folder / "diary.npy");
      INFO(bytes);
      CHECK(bytes.size() % 64 == 0);
      CHECK(header_of(bytes).size() + 10 == bytes.size());
      CHECK(bytes.ends_with("\n"));
    }
}

TEST_CASE("a run without a diary leaves no file", "[output]") {
  const scratch_folder folder;
  diary_file diary(folder.path);
  diary.end();
  CHECK_FALSE(diary.file());
  CHECK(iwm::testing::entries(folder.path) == 0);
  CHECK_FALSE(json::parse(dictionary_json()).contains("arrays"));
}

TEST_CASE("without a folder a diary is hashed as it would be in a file", "[output]") {
  const scratch_folder folder;
  diary_file written(folder.path), hashed("");
  const std::vector<double> numbers(100'000, 0.1);
  for (diary_file* to : {&written, &hashed}) {
    to->diary({{1, 50'000, two_columns}, 1, 1, numbers});
    to->end();
  }
  CHECK(written.file()->sha256 == hashed.file()->sha256);
  CHECK(written.file()->sha256 == sha256_of(contents(folder / "diary.npy")));
}

TEST_CASE("a diary that cannot be written is named with the reason", "[output]") {
  const scratch_folder folder;
  diary_file nowhere(folder / "missing");
  CHECK_THROWS_WITH(nowhere.diary({{1, 0, two_columns}, 1, 1, {}}),
                    Catch::Contains("missing/diary.npy: cannot be written: No such"));
}

TEST_CASE("the dictionary has the shape of the diary and its columns in order", "[output]") {
  const std::vector<std::string> columns{"settling", "delay", "figure"};
  const json all = json::parse(dictionary_json({5, 7, columns}))["arrays"];
  REQUIRE(all.size() == 1);
  CHECK(all[0]["file"] == "diary.npy");
  CHECK(all[0]["shape"] == json{5, 7, 3});
  CHECK(all[0]["columns"][0]["name"] == "settling");
  CHECK(all[0]["columns"][1] == json{{"name", "delay"},
                                     {"type", "number"},
                                     {"unit", "minutes"},
                                     {"meaning", "time until the answer; 0 if none came"},
                                     {"values", "0 or more"}});
  CHECK(all[0]["columns"][2]["values"] == "0 to 1");
}
