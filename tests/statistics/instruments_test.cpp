// SPDX-License-Identifier: MIT
// What instruments may and may not do to a study. 1,920 low-risk families, fixed seed.
#include <map>

#include "support/catch.hpp"
#include "support/cohort.hpp"

using namespace iwm;
using namespace iwm::test;

namespace {

struct values : sink {
  using sink::row;
  void row(const assessment_row& r) override { of[std::string(r.scale)].push_back(r.value); }
  void row(const classification_row& r) override {
    if (r.system == "ABCD") insecure.push_back(r.category == "B" ? 0. : 1.);
  }
  std::map<std::string, std::vector<double>> of;
  std::vector<double> insecure;
};

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  double mx = 0, my = 0, xy = 0, xx = 0, yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) mx += x[i], my += y[i];
  mx /= static_cast<double>(x.size());
  my /= static_cast<double>(y.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mx) * (y[i] - my);
    xx += (x[i] - mx) * (x[i] - mx);
    yy += (y[i] - my) * (y[i] - my);
  }
  return xy / std::sqrt(xx * yy);
}

values study(double rater_sd) {
  scenario plan;
  plan.families = 1920;
  plan.months = 12;
  plan.assessments = {{{"sensitivity_visit", {{"rater_sd", rater_sd}}}, figure::mother, {12}},
                      {{"strange_situation"}, figure::mother, {12}}};
  values seen;
  std::array<sink*, 1> sinks{&seen};
  run(plan, builtins(), sinks, {.threads = 2});
  return seen;
}

}  // namespace

TEST_CASE(
    "raters' error attenuates the link from sensitivity to security, and leaves the classes alone",
    "[statistics][long]") {
  const values sharp = study(0), dull = study(4);
  CHECK(sharp.insecure == dull.insecure);
  const double exact = -correlation(sharp.of.at("sensitivity"), sharp.insecure);
  const double noisy = -correlation(dull.of.at("sensitivity"), dull.insecure);
  CAPTURE(exact, noisy);
  CHECK(exact > 0.2);
  CHECK(noisy < 0.75 * exact);
}
