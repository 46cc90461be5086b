// SPDX-License-Identifier: MIT
#include "iwm/core/distributions.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/core/random.hpp"
#include "iwm/output/csv.hpp"
#include "iwm/population/run.hpp"

#include <algorithm>
#include <iostream>

#include "commands/commands.hpp"
#include <nlohmann/json.hpp>

namespace iwm::commands {
namespace {

struct outcome_of_check {
  std::string name;
  bool passed;
  std::string found;
};

/// Random123's kat_vectors, "threefry4x64 20": counter and key of zeros, then of ones.
outcome_of_check generator() {
  constexpr std::uint64_t ones = ~std::uint64_t{0};
  const auto first = threefry4x64_R(20, {{0, 0, 0, 0}}, {{0, 0, 0, 0}});
  const auto second = threefry4x64_R(20, {{ones, ones, ones, ones}}, {{ones, ones, ones, ones}});
  const bool known = first.v[0] == 0x09218ebde6c85537 && first.v[3] == 0xee29ec846bd2e40b &&
                     second.v[0] == 0x29c24097942bba1b && second.v[3] == 0xcd29113fde32d168;
  const threefry2x64_ctr_t pair = threefry2x64_R(20, {{0, 0}}, {{0, 0}});
  const double u = draw_key{}.draw(0, purpose::family)[1];
  return {"generator: known answers of Threefry4x64-20 and Threefry2x64-20",
          known && pair.v[0] == 0xc2b6e3a8c2c69865 && pair.v[1] == 0x6f81ed42f350084d &&
              u == (0xc2b6e3a8 + 0.5) * 0x1p-32,
          "first words " + std::to_string(first.v[0]) + ", " + std::to_string(pair.v[0])};
}

/// Computed while running: a compiler knows them too.
outcome_of_check elementary_functions() {
  volatile double one = 1., two = 2., p = 0.975;
  const double quantile = normal_quantile(p);
  return {"functions: exp, log and normal quantile, to the last digit",
          exp(one) == 0x1.5bf0a8b14576ap+1 && log(two) == 0x1.62e42fefa39efp-1 &&
              quantile == 0x1.f5c0331eeff82p+0,
          "normal quantile of .975: " + to_text(quantile)};
}

outcome_of_check digest() {
  const std::string found = sha256_of("abc");
  return {"digest: the answer of FIPS 180-4 for \"abc\"",
          found == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", found};
}

/// Looks at what comes out of a run.
struct range_sink final : sink {
  std::uint64_t scores = 0, outside = 0, classes = 0;

  using sink::row;
  void row(const assessment_row& seen) override {
    ++scores;
    if (!(-1. <= seen.value && seen.value <= 9.)) ++outside;
  }
  void row(const classification_row& seen) override {
    ++classes;
    const std::string_view allowed = seen.system == "ABCD" ? "ABCD" : "ABC";
    if (seen.category.size() != 1 || allowed.find(seen.category[0]) == std::string_view::npos)
      ++outside;
  }
};

struct small_run {
  std::string digest;
  range_sink ranges;
};

small_run live(const registry& known, unsigned threads) {
  scenario plan{.name = "selftest", .families = 130, .months = 13};
  plan.assessments = {{{"temperament_report"}, figure::mother, {6}},
                      {{"sensitivity_visit"}, figure::mother, {9}},
                      {{"strange_situation"}, figure::mother, {12}},
                      {{"attachment_q_sort"}, figure::father, {13}}};
  csv_tables tables("");
  small_run result;
  const std::array<sink*, 2> sinks{&tables, &result.ranges};
  iwm::run(plan, known, sinks, {threads, {}});
  for (const written_file& file : tables.files()) result.digest += file.sha256;
  result.digest = sha256_of(result.digest);
  return result;
}

/// The digest of the tables of `live` on every machine. A change of the model's numbers changes it.
constexpr std::string_view golden =
    "76c6b3c6482451beeefdf03e4fe283927e9f721cc58b12c7c78793aca1a91d5a";

std::vector<outcome_of_check> checks(const registry& known) {
  const small_run one = live(known, 1), three = live(known, 3);
  return {generator(),
          elementary_functions(),
          digest(),
          {"ranges: scores and classes of a small cohort",
           one.ranges.scores > 0 && one.ranges.classes > 0 && one.ranges.outside == 0,
           std::to_string(one.ranges.outside) + " of " +
               std::to_string(one.ranges.scores + one.ranges.classes) + " outside"},
          {"threads: the same bytes from 1 and 3", one.digest == three.digest, three.digest},
          {"digits: the tables of a small cohort are those of every machine", one.digest == golden,
           one.digest}};
}

}  // namespace

int selftest(const selftest_arguments& given, const registry& known) {
  const std::vector<outcome_of_check> all = checks(known);
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  std::string text;
  bool passed = true;
  for (const outcome_of_check& check : all) {
    passed = passed && check.passed;
    rows.push_back({{"check", check.name}, {"passed", check.passed}, {"found", check.found}});
    text += (check.passed ? "ok    " : "FAIL  ") + check.name +
            (check.passed ? "" : " (" + check.found + ")") + '\n';
  }
  if (given.json)
    std::cout << nlohmann::ordered_json{{"passed", passed}, {"checks", rows}}.dump(2) << '\n';
  else
    std::cout << text;
  return passed ? 0 : 3;
}

}  // namespace iwm::commands
