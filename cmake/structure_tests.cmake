# SPDX-License-Identifier: MIT
# What the house itself must hold: its rules, every header compiled alone, and the messages with which
# the concepts turn away what is not a theory or a caregiver.
add_test(NAME "structure: rules" COMMAND ${PROJECT_SOURCE_DIR}/scripts/check-structure)

# Globbed, so that a header that is listed nowhere is still checked
file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/iwm/*.hpp)
add_library(iwm_each_header INTERFACE)
target_sources(iwm_each_header INTERFACE FILE_SET HEADERS
  BASE_DIRS ${PROJECT_SOURCE_DIR}/include FILES ${headers})
target_link_libraries(iwm_each_header INTERFACE iwm_headers)
target_compile_options(iwm_each_header INTERFACE -O0)
set_target_properties(iwm_each_header PROPERTIES VERIFY_INTERFACE_HEADER_SETS TRUE)
add_test(NAME "structure: each header compiles alone" COMMAND ${CMAKE_COMMAND}
  --build ${PROJECT_BINARY_DIR} --target iwm_each_header_verify_interface_header_sets)
set_tests_properties("structure: each header compiles alone" PROPERTIES
  LABELS build RESOURCE_LOCK build_folder PROCESSORS 2)

# Each file says in a line "// expected: REGEX" with which message it must fail to compile
function(iwm_compile_fail name)
  set(source ${PROJECT_SOURCE_DIR}/tests/compile_fail/${name}.cpp)
  add_library(compile_fail_${name} OBJECT EXCLUDE_FROM_ALL ${source})
  target_link_libraries(compile_fail_${name} PRIVATE iwm_headers)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(compile_fail_${name} PRIVATE -fconcepts-diagnostics-depth=3)
  endif()
  file(STRINGS ${source} expected REGEX "^// expected: ")
  string(REPLACE "// expected: " "" expected "${expected}")
  add_test(NAME "compile_fail: ${name}" COMMAND ${CMAKE_COMMAND}
    --build ${PROJECT_BINARY_DIR} --target compile_fail_${name})
  set_tests_properties("compile_fail: ${name}" PROPERTIES LABELS build RESOURCE_LOCK build_folder
    PASS_REGULAR_EXPRESSION "static assertion failed.*${expected}")
endfunction()
iwm_compile_fail(theory_without_learn)
iwm_compile_fail(caregiver_that_returns_a_number)
