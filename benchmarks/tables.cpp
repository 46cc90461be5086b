// SPDX-License-Identifier: MIT
// Rows of the table of assessments, into a file that is synced and without one. Items are rows.
#include "iwm/output/csv.hpp"

#include <filesystem>
#include <string>

#include <benchmark/benchmark.h>
#include <unistd.h>

namespace {

class temporary_folder {
 public:
  temporary_folder() { std::filesystem::create_directories(path_); }
  ~temporary_folder() { std::filesystem::remove_all(path_); }
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ("iwm-benchmark-" + std::to_string(::getpid()));
};

void assessment_rows(benchmark::State& state, bool into_a_file) {
  constexpr std::uint64_t rows = 100'000;
  for (auto _ : state) {
    const temporary_folder folder;
    iwm::csv_tables tables(into_a_file ? folder.path() : std::filesystem::path{});
    for (std::uint64_t i = 0; i < rows; ++i)
      tables.row(iwm::assessment_row{{"protocol", "low_risk", "arm", 1, i},
                                     10 * i + 3,
                                     10 * i + 1,
                                     "ssp",
                                     "proximity",
                                     12,
                                     static_cast<std::int64_t>(i % 8 + 1),
                                     1. + static_cast<double>(i % 7919) / 1320.});
    tables.end();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
}
BENCHMARK_CAPTURE(assessment_rows, into_a_file, true)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(assessment_rows, counted_and_hashed, false)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
