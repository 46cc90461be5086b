# SPDX-License-Identifier: MIT
# The library as others meet it: installed into a fresh folder, then found by outside projects.
set(prefix ${PROJECT_BINARY_DIR}/package/installed)
add_test(NAME "package: install" COMMAND ${CMAKE_COMMAND}
  -D BUILD=${PROJECT_BINARY_DIR} -D PREFIX=${prefix} -D SOURCE=${PROJECT_SOURCE_DIR}
  -P ${PROJECT_SOURCE_DIR}/tests/package/install.cmake)
set_tests_properties("package: install" PROPERTIES
  LABELS build RESOURCE_LOCK build_folder FIXTURES_SETUP installed)

function(iwm_outside_project name source test_command)
  add_test(NAME "package: ${name}" COMMAND ${CMAKE_CTEST_COMMAND}
    --build-and-test ${PROJECT_SOURCE_DIR}/${source} ${PROJECT_BINARY_DIR}/package/${name}
    --build-generator ${CMAKE_GENERATOR} --build-noclean
    --build-options -DCMAKE_PREFIX_PATH=${prefix} -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER} ${ARGN}
    --test-command ${test_command})
  set_tests_properties("package: ${name}" PROPERTIES
    LABELS build FIXTURES_REQUIRED installed ENVIRONMENT IWM_DATA=${prefix}/share/iwm)
endfunction()
iwm_outside_project(find_package tests/package consumer -DIWM_FROM=package)
iwm_outside_project(headers_only tests/package consumer -DIWM_FROM=headers)
iwm_outside_project(add_subdirectory tests/package consumer
  -DIWM_FROM=subdirectory -DIWM_SOURCE=${PROJECT_SOURCE_DIR})
if(EXISTS ${PROJECT_SOURCE_DIR}/examples/outside-project/CMakeLists.txt)
  iwm_outside_project(outside_project examples/outside-project ${CMAKE_CTEST_COMMAND}
    -DCMAKE_BUILD_TYPE=Release)
endif()
