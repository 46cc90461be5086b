# SPDX-License-Identifier: MIT
# Writes generated/build_info.hpp: what the manifest of a run says about the program that made it.
find_program(IWM_GIT git)
mark_as_advanced(IWM_GIT)
set(IWM_COMMIT "unknown")
if(IWM_GIT AND EXISTS ${PROJECT_SOURCE_DIR}/.git)
  execute_process(COMMAND ${IWM_GIT} rev-parse --short=12 HEAD
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} RESULT_VARIABLE failed
    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT failed)
    set(IWM_COMMIT ${commit})
    set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
      ${PROJECT_SOURCE_DIR}/.git/logs/HEAD)
  endif()
endif()
string(TOUPPER "${CMAKE_BUILD_TYPE}" build_type)
string(STRIP "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${build_type}}" IWM_FLAGS)
string(REPLACE "\"" "\\\"" IWM_FLAGS "${IWM_FLAGS}")
set(IWM_COMPILER "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}")
configure_file(cmake/build_info.hpp.in generated/build_info.hpp @ONLY)
