# SPDX-License-Identifier: MIT
# Examples, one program a file; each checks its own claim, so each is a test.
foreach(example IN ITEMS
    01_one_dyad
    02_cohort
    03_exchange_of_caregiver
    04_test_a_theory
    05_own_caregiver
    06_own_instrument)
  add_executable(${example} examples/${example}.cpp)
  set_target_properties(${example} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/examples)
  target_link_libraries(${example} PRIVATE iwm_library)
  add_test(NAME "example: ${example}" COMMAND ${example} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endforeach()
# whole cohorts: minutes under the sanitizers
set_tests_properties("example: 02_cohort" "example: 03_exchange_of_caregiver" "example: 06_own_instrument" PROPERTIES LABELS long)
