# SPDX-License-Identifier: MIT
# Benchmarks, in benchmarks/ of the build folder; run by hand from the release build (benchmarks/README.md).
find_package(benchmark REQUIRED)
set(benchmark_folder ${PROJECT_BINARY_DIR}/benchmarks)

# Google Benchmark programs, one a file
foreach(benchmark IN ITEMS
    active_inference
    cohort_day
    draws
    lives
    maths
    one_event
    strange_situation
    tables)
  add_executable(${benchmark} benchmarks/${benchmark}.cpp)
  set_target_properties(${benchmark} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${benchmark_folder})
  target_link_libraries(${benchmark} PRIVATE iwm_library benchmark::benchmark_main)
endforeach()

# Contestants of benchmarks/compare
add_executable(common_dyad benchmarks/common_dyad.cpp)
target_include_directories(common_dyad PRIVATE src)
target_link_libraries(common_dyad PRIVATE iwm_library)
foreach(contestant IN ITEMS plain_loop plain_loop_release_flags)
  add_executable(${contestant} benchmarks/plain_loop.cpp)
  target_compile_features(${contestant} PRIVATE cxx_std_20)
endforeach()
set_target_properties(plain_loop PROPERTIES  # as it comes: no flags of the project
  COMPILE_OPTIONS "-O2;-fmath-errno;-ftrapping-math")
set_target_properties(common_dyad plain_loop plain_loop_release_flags PROPERTIES
  RUNTIME_OUTPUT_DIRECTORY ${benchmark_folder})

# Seen to work, never timed
add_test(NAME "benchmarks: the comparison runs"
  COMMAND ${PROJECT_SOURCE_DIR}/benchmarks/compare --quick --build ${PROJECT_BINARY_DIR})
set_tests_properties("benchmarks: the comparison runs" PROPERTIES LABELS long)
