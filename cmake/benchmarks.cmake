# SPDX-License-Identifier: MIT
# Google Benchmark programs, one a file; run by hand from the release build, in build/release/benchmarks.
find_package(benchmark REQUIRED)
foreach(benchmark IN ITEMS
    one_event)
  add_executable(${benchmark} benchmarks/${benchmark}.cpp)
  set_target_properties(${benchmark} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/benchmarks)
  target_link_libraries(${benchmark} PRIVATE iwm_library benchmark::benchmark_main)
endforeach()
