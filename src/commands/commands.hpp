// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/population/registry.hpp"

#include <optional>
#include <string>
#include <vector>

/// The commands of the program, one source file each; src/main.cpp turns the command line into
/// their arguments. A command prints its result on standard output, as JSON if asked, and returns
/// the exit status; what is wrong is thrown: input_error (2), run_error (3), interrupted (130).
namespace iwm::commands {

/// What simulating commands have in common.
struct simulation_arguments {
  std::string command_line;
  std::string out;
  bool overwrite = false;
  std::string seed;  ///< empty: the scenario's
  unsigned threads = 1;
  std::vector<std::string> set;  ///< "/json/pointer=value"
  bool json = false;
};

struct run_arguments : simulation_arguments {
  std::string scenario;
};
int run(const run_arguments& given, const registry& known);

struct validate_arguments : simulation_arguments {
  std::vector<std::string> protocols;
  std::string theory, evidence, families;
};
int validate(const validate_arguments& given, const registry& known);

struct replicate_arguments {
  std::string command_line, name;
  bool list = false, all = false;
  std::string out;
  bool overwrite = false;
  std::string seed;              ///< empty: 1
  std::vector<std::string> set;  ///< "/parameter=value"
  bool json = false;
};
int replicate(const replicate_arguments& given, const registry& known);

struct compare_arguments {
  std::string command_line;
  std::vector<std::string> theories, caregivers;  ///< empty: all; the usual six
  std::string families, months;                   ///< empty: 200, 12
  std::string out;
  bool overwrite = false;
  std::string seed;  ///< empty: 1
  unsigned threads = 1;
  bool json = false;
};
int compare(const compare_arguments& given, const registry& known);

struct story_arguments {
  std::string folder, person;
  std::optional<std::string> arm;  ///< none: the first in which the person occurs
  std::string out;                 ///< file for the facts, CSV; empty: none
  bool overwrite = false;
  bool json = false;
};
int story(const story_arguments& given, const registry& known);

struct check_arguments {
  std::string scenario;
  std::vector<std::string> set;
  bool json = false;
};
int check(const check_arguments& given, const registry& known);

struct list_arguments {
  std::string kind;  ///< theories, caregivers, instruments, protocols; empty: all
  bool json = false;
};
int list(const list_arguments& given, const registry& known);

struct describe_arguments {
  std::string name;
  bool json = false;
};
int describe(const describe_arguments& given, const registry& known);

int schema(const registry& known);

struct bench_arguments {
  unsigned threads = 1;
  bool json = false;
};
int bench(const bench_arguments& given, const registry& known);

struct selftest_arguments {
  bool json = false;
};
int selftest(const selftest_arguments& given, const registry& known);

}  // namespace iwm::commands
