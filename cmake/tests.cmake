# SPDX-License-Identifier: MIT
# Tests: one Catch2 program a folder, one CTest test a TEST_CASE. A case tagged [long] has the label
# long, what builds other projects the label build; one tagged [figures] prints figures of the pages
# and is no test of CTest. Sources are listed by hand.
find_package(Catch2 2.13 REQUIRED)
find_package(rapidcheck REQUIRED)
include(Catch)

add_library(iwm_odr OBJECT tests/odr/umbrella.cpp)
target_link_libraries(iwm_odr PRIVATE iwm_library)

function(iwm_tests folder)
  list(TRANSFORM ARGN PREPEND ${PROJECT_SOURCE_DIR}/tests/${folder}/ OUTPUT_VARIABLE sources)
  set(target ${folder}_test)
  add_executable(${target} ${sources})
  set_target_properties(${target} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  add_dependencies(${target} iwm_program)
  target_include_directories(${target} PRIVATE tests src ${PROJECT_BINARY_DIR}/generated)
  target_link_libraries(${target} PRIVATE
    iwm_library iwm_odr Catch2::Catch2WithMain rapidcheck nlohmann_json::nlohmann_json)
  set(common TEST_PREFIX "${folder}: " WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set(properties ENVIRONMENT IWM_PROGRAM=$<TARGET_FILE:iwm_program>)
  catch_discover_tests(${target} ${common} TEST_SPEC "~[long]~[figures]" PROPERTIES ${properties} LABELS ${folder})
  set(long FALSE)
  foreach(source IN LISTS sources)
    file(STRINGS ${source} tagged REGEX "\\[long\\]" LIMIT_COUNT 1)
    if(tagged)
      set(long TRUE)
    endif()
  endforeach()
  if(long)
    catch_discover_tests(${target} ${common} TEST_SPEC "[long]" PROPERTIES ${properties} LABELS long)
  endif()
endfunction()

include(cmake/test_sources.cmake)
include(cmake/structure_tests.cmake)
include(cmake/package_tests.cmake)
