# SPDX-License-Identifier: MIT
# The program iwm. Beside it in the build folder lies a link to data/, where it looks for figures.
find_package(CLI11 2.1 REQUIRED)
add_executable(iwm_program
  src/commands/bench.cpp
  src/commands/check.cpp
  src/commands/class_shares.cpp
  src/commands/compare.cpp
  src/commands/console.cpp
  src/commands/describe.cpp
  src/commands/life_facts.cpp
  src/commands/life_lessons.cpp
  src/commands/life_people.cpp
  src/commands/life_story.cpp
  src/commands/list.cpp
  src/commands/lives_summary.cpp
  src/commands/recorded_life.cpp
  src/commands/recorded_run.cpp
  src/commands/replicate.cpp
  src/commands/run.cpp
  src/commands/schema.cpp
  src/commands/selftest.cpp
  src/commands/story.cpp
  src/commands/validate.cpp
  src/main.cpp)
set_target_properties(iwm_program PROPERTIES OUTPUT_NAME iwm)
target_include_directories(iwm_program PRIVATE src ${PROJECT_BINARY_DIR}/generated)
target_link_libraries(iwm_program PRIVATE
  iwm_library nlohmann_json::nlohmann_json spdlog::spdlog CLI11::CLI11)
install(TARGETS iwm_program)
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/data ${PROJECT_BINARY_DIR}/data SYMBOLIC)
