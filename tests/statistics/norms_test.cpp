// SPDX-License-Identifier: MIT
// One population under either of two norms, scored by both. 4,000 low-risk families, 16,000 where the
// difference is small, fixed seed.
#include "support/catch.hpp"
#include "support/cohort.hpp"

#include <algorithm>
#include <cmath>
#include <map>

using namespace iwm;
using namespace iwm::test;

namespace {

/// Classes by what the assessment is called, in the order of the children.
struct films : sink {
  using sink::row;
  void row(const classification_row& r) override {
    if (r.system == "ABC forced") classes[std::string(r.instrument)] += r.category[0];
  }
  void row(const assessment_row& r) override {
    if (r.scale == "crying") crying[std::string(r.instrument)].push_back(r.value);
  }
  double share(const std::string& scored, char which) const {
    const std::string& all = classes.at(scored);
    return static_cast<double>(std::count(all.begin(), all.end(), which)) / static_cast<double>(all.size());
  }
  std::map<std::string, std::string> classes;
  std::map<std::string, std::vector<double>> crying;
};

films brought_up(const std::string& culture, std::uint64_t families = 4000) {
  scenario plan;
  plan.families = families;
  plan.months = 12;
  plan.culture = {culture};
  const auto scored = [](std::string by, std::string as) {
    return assessment_plan{
        {"strange_situation"}, figure::mother, {12}, assessed::child, 0, {std::move(by)}, std::move(as)};
  };
  plan.assessments = {scored("neutral", ""), scored("independence_minded", "i"),
                      scored("interdependence_minded", "r")};
  films seen;
  std::array<sink*, 1> sinks{&seen};
  run(plan, builtins(), sinks, {.threads = 2});
  return seen;
}

/// McNemar's z: children secure only by one scoring against those secure only by the other.
double z_of_more_secure(const std::string& by, const std::string& than) {
  double gained = 0, lost = 0;
  for (std::size_t i = 0; i < by.size(); ++i) {
    gained += by[i] == 'B' && than[i] != 'B' ? 1. : 0.;
    lost += by[i] != 'B' && than[i] == 'B' ? 1. : 0.;
  }
  return (gained - lost) / std::sqrt(gained + lost);
}

}  // namespace

TEST_CASE("norms score the very same films", "[statistics]") {
  const films seen = brought_up("independence_minded", 128);
  CHECK(seen.crying.at("i") == seen.crying.at("r"));
  CHECK(seen.crying.at("i") == seen.crying.at("ssp"));
  CHECK(seen.classes.at("i") != seen.classes.at("r"));
}

TEST_CASE("children are brought up to their norm, and their own norm finds more of them secure",
          "[statistics][long]") {
  const films none = brought_up("neutral"), independent = brought_up("independence_minded"),
              interdependent = brought_up("interdependence_minded", 16000);
  CHECK(independent.share("ssp", 'A') > none.share("ssp", 'A') + 0.1);
  CHECK(interdependent.share("ssp", 'B') > none.share("ssp", 'B'));
  const double first = z_of_more_secure(independent.classes.at("i"), independent.classes.at("r"));
  const double second = z_of_more_secure(interdependent.classes.at("r"), interdependent.classes.at("i"));
  const double without = z_of_more_secure(none.classes.at("r"), none.classes.at("i"));
  CAPTURE(first, second, without);
  CHECK(first > 4);
  CHECK(second > 3);
  CHECK(without > 4);
}
