// SPDX-License-Identifier: MIT
#include "iwm/evidence/result.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "evidence/tables.hpp"
#include "support/catch.hpp"

using iwm::target_status;
using iwm::testing::Approx;
using iwm::testing::family_rows;
using iwm::testing::result_of;

namespace {

iwm::evidence shipped() { return iwm::read_evidence("data/evidence.json"); }

/// `n` infants of one class with the scores that the cohorts' targets ask for.
struct infants {
  int n;
  const char *stratum, *ssp, *forced;
  double sensitivity, q_sort, reactivity;
};

std::vector<iwm::target_result> results_of(const iwm::evidence& file, const char* protocol,
                                           const std::vector<infants>& groups) {
  iwm::evidence_collector collector(file, protocol);
  std::uint64_t number = 0;
  for (const infants& group : groups)
    for (int i = 0; i < group.n; ++i) {
      family_rows family(collector, ++number, group.stratum);
      const auto child = family.child(), mother = family.mother();
      family.score(child, 0, "temperament_report", "negative_reactivity", 6, group.reactivity);
      family.score(child, mother, "sensitivity_visit", "sensitivity", 9, 100);
      family.score(child, mother, "sensitivity_visit", "sensitivity", 12, group.sensitivity);
      family.score(child, family.father(), "sensitivity_visit", "sensitivity", 12, -100);
      family.classify(child, mother, "ssp", "ABCD", 12, group.ssp);
      family.classify(child, mother, "ssp", "ABC forced", 12, group.forced);
      family.classify(child, family.father(), "ssp", "ABCD", 15, "C");
      family.score(child, mother, "aqs", "security", 18, group.q_sort);
      family.score(child, mother, "aqs", "security", 30, 100);
    }
  return collector.results();
}

double phi(double a, double b, double c, double d) {
  return (a * d - b * c) / std::sqrt((a + b) * (c + d) * (a + c) * (b + d));
}

double standardised(double n1, double p1, double n0, double p0) {
  const double squares = n1 * p1 * (1 - p1) + n0 * p0 * (1 - p0);
  return (p1 - p0) / std::sqrt(squares / (n1 + n0 - 2));
}

}  // namespace

TEST_CASE("the targets of a low-risk cohort have the values worked out by hand", "[evidence]") {
  const auto results = results_of(shipped(), "low_risk_cohort",
                                  {{8, "low_risk", "B", "B", 6, 1, 0},
                                   {4, "low_risk", "B", "B", 3, 1, 0},
                                   {2, "low_risk", "A", "A", 6, 0, 0},
                                   {2, "low_risk", "A", "A", 3, 1, 0},
                                   {1, "low_risk", "C", "C", 3, 0, 0},
                                   {2, "low_risk", "D", "A", 3, 0, 0},
                                   {1, "low_risk", "D", "B", 6, 0, 0}});
  CHECK(results.size() == 7);
  CHECK(result_of(results, "DIST-01").simulated == Approx(3. / 20));
  CHECK(result_of(results, "DIST-02").simulated == Approx(13. / 20));
  CHECK(result_of(results, "DIST-03").simulated == Approx(6. / 20));
  CHECK(result_of(results, "DIST-04").simulated == Approx(12. / 20));
  CHECK(result_of(results, "SENS-02").simulated == Approx(phi(8, 4, 3, 5)));
  CHECK(result_of(results, "SENS-03").simulated == Approx(phi(8, 6, 3, 3)));
  CHECK(result_of(results, "SENS-06").simulated == Approx(phi(12, 2, 0, 6)));
  CHECK(result_of(results, "DIST-01").pass);
  CHECK_FALSE(result_of(results, "DIST-03").pass);
  CHECK(result_of(results, "DIST-03").reason == "above the band");
  CHECK(result_of(results, "DIST-01").standard_error == Approx(std::sqrt(.15 * .85 / 19)));
}

TEST_CASE("the targets of a mixed cohort have the values worked out by hand", "[evidence]") {
  // secure: 40 of 60 low, 12 of 32 high, 2 of 8 maltreated; shares of strata within the tolerance
  const auto results = results_of(shipped(), "world_mixed_cohort",
                                  {{30, "low_risk", "B", "B", 6, 1, 0},
                                   {10, "low_risk", "B", "B", 3, 1, 1},
                                   {12, "low_risk", "A", "A", 3, 0, 0},
                                   {8, "low_risk", "C", "C", 6, 1, 1},
                                   {12, "high_risk", "B", "B", 6, 1, 0},
                                   {4, "high_risk", "A", "A", 6, 1, 1},
                                   {2, "high_risk", "C", "C", 3, 0, 0},
                                   {14, "high_risk", "D", "A", 3, 0, 1},
                                   {2, "maltreatment", "B", "B", 3, 0, 1},
                                   {6, "maltreatment", "D", "C", 6, 1, 1}});
  CHECK(result_of(results, "DIST-05").simulated == Approx(.54));
  CHECK(result_of(results, "DIST-06").simulated == Approx(.16));
  CHECK(result_of(results, "DIST-07").simulated == Approx(.10));
  CHECK(result_of(results, "DIST-08").simulated == Approx(.20));
  CHECK(result_of(results, "DIST-14").simulated ==
        Approx(std::log((20. / 12) / (20. / 40)) * std::sqrt(3.) / std::acos(-1.)));
  // sensitive: 42 of 54 B, 4 of 16 A, 8 of 10 C, 6 of 20 D; all 60 high in the Q-sort, and 10 of 40
  CHECK(result_of(results, "SENS-01").simulated ==
        Approx(std::tanh(2 * std::atanh(phi(42, 12, 18, 28)) / 3 +
                         std::atanh(phi(60, 0, 10, 30)) / 3)));
  CHECK(result_of(results, "SENS-04").simulated == Approx(phi(4, 12, 42, 12)));
  CHECK(result_of(results, "SENS-05").simulated == Approx(phi(6, 14, 42, 12)));
  // reactive: 12 of 54 B, 4 of 16 A, 8 of 10 C, 20 of 20 D
  CHECK(result_of(results, "TEMP-01").simulated ==
        Approx(standardised(46, 32. / 46, 54, 12. / 54)));
  CHECK(result_of(results, "TEMP-02").simulated == Approx(standardised(10, .8, 54, 12. / 54)));
  const auto& preschool = result_of(results, "DIST-09");
  CHECK(preschool.status == target_status::not_yet_measured);
  CHECK_FALSE(preschool.counts());
  CHECK(preschool.reason == "no row of 'preschool' with ABCD");
}

TEST_CASE("strata far from the reference are weighted before anything is selected", "[evidence]") {
  const auto results = results_of(shipped(), "world_mixed_cohort",
                                  {{10, "low_risk", "B", "B", 6, 1, 0},
                                   {5, "high_risk", "B", "B", 6, 0, 0},
                                   {5, "high_risk", "A", "A", 3, 1, 0},
                                   {10, "maltreatment", "D", "A", 3, 0, 0}});
  CHECK(result_of(results, "DIST-05").simulated == Approx(.60 + .33 / 2));
  CHECK(result_of(results, "DIST-08").simulated == Approx(.07));
}

TEST_CASE("disorganisation of maltreated children is read at 20 months", "[evidence]") {
  const iwm::evidence file = shipped();
  iwm::evidence_collector collector(file, "maltreatment_cohort");
  for (std::uint64_t f = 1; f <= 10; ++f) {
    family_rows family(collector, f, "maltreatment");
    family.classify(family.child(), family.mother(), "ssp", "ABCD", 20, f <= 6 ? "D" : "B");
  }
  const auto results = collector.results();
  REQUIRE(results.size() == 1);
  CHECK(results[0].simulated == Approx(.6));
  CHECK(results[0].pass);
}

TEST_CASE("the targets of an interaction stream have the values worked out by hand", "[evidence]") {
  const iwm::evidence file = shipped();
  iwm::evidence_collector collector(file, "interaction_stream");
  for (std::uint64_t f = 1; f <= 4; ++f) {
    family_rows family(collector, f);
    for (int k = 0; k < 6; ++k)  // means .2 f, each with squares 6 x .01
      family.respond(4.5, family.mother(), .2 * static_cast<double>(f) + (k % 2 ? .1 : -.1));
    const double noise = f % 2 ? .1 : -.1;
    for (std::int64_t episode = 1; episode <= 8; ++episode) {
      const double crying[] = {1, 1, 1.2, 4, 2, 5, 4, 2}, contact[] = {1, 1, 1, 1, 4, 1, 1, 4.05};
      const auto e = static_cast<std::size_t>(episode - 1);
      family.score(family.child(), family.mother(), "ssp", "crying", 12, crying[e] + noise,
                   episode);
      family.score(family.child(), family.mother(), "ssp", "contact", 12,
                   contact[e] + (episode == 8 ? noise : 0), episode);
    }
  }
  const auto results = collector.results();
  const double within = 24 * .01 / 20, between = (6 * 4 * .05 / 3 - within) / 6;
  CHECK(result_of(results, "SENS-09").simulated == Approx(within / (within + between)));
  const auto& crying = result_of(results, "SSPB-01");
  CHECK(crying.pass);
  CHECK(crying.simulated == Approx(2));  // episode 4 over episode 5: the least of 3, 4 and 2
  CHECK(crying.standard_error == Approx(0).margin(1e-12));
  const auto& contact = result_of(results, "SSPB-02");
  CHECK_FALSE(contact.pass);
  CHECK(contact.simulated == Approx(.05));  // episode 8 over episode 5, below two standard errors
  CHECK(contact.standard_error == Approx(.2 / std::sqrt(3.) / 2));
  CHECK(contact.reason == "below two standard errors");
}

TEST_CASE("rows without the statistic are a miss, no rows are not", "[evidence]") {
  const iwm::evidence file = shipped();
  const auto all_secure =
      results_of(file, "world_mixed_cohort", {{20, "low_risk", "B", "B", 4, 1, 0}});
  const auto& contrast = result_of(all_secure, "SENS-04");
  CHECK(contrast.status == target_status::no_data);
  CHECK(contrast.counts());
  CHECK_FALSE(contrast.pass);
  CHECK(std::isnan(contrast.simulated));
  const iwm::evidence_collector empty(file, "interaction_stream");
  for (const auto& result : empty.results())
    CHECK(result.status == target_status::not_yet_measured);
  const iwm::evidence_collector adults(file, "stability_infancy_to_adult");
  CHECK(result_of(adults.results(), "STAB-08").reason == "no row of 'ssp' with ABCD");
  iwm::evidence unwritten = file;
  for (iwm::target& finding : unwritten.targets) finding.ordering.clear();
  const iwm::evidence_collector later(unwritten, "life_events");
  for (const auto& result : later.results()) CHECK(result.reason == "no measure is written for it");
}

TEST_CASE("heritability and shared environment of security are tetrachoric", "[evidence]") {
  // 8 pairs: r = sin(2 pi (3/8 - 1/4)) where 6 agree at even margins, sin(2 pi / 16) where 5 do
  const iwm::evidence file = shipped();
  iwm::evidence_collector collector(file, "twins");
  const auto twins = [&](const char* arm, std::uint64_t f, bool first, bool second) {
    family_rows family(collector, f, "low_risk", arm);
    family.add_child(4, 0);
    for (const std::uint64_t n : {1u, 2u}) {
      const bool secure = n == 1 ? first : second;
      family.classify(family.child(n), family.mother(), "ssp", "ABCD", 12, secure ? "B" : "C");
      family.score(family.child(n), 0, "interview_15y", "security", 180, secure);
    }
  };
  for (std::uint64_t f = 0; f < 16; ++f) {
    twins("MZ", f + 1, f < 8, f < 6 || f >= 14);
    twins("DZ", f + 1, f < 8, f < 5 || f >= 13);
  }
  const double pi = std::acos(-1.), mz = std::sin(2 * pi * (6. / 16 - .25));
  const double dz = std::sin(2 * pi * (5. / 16 - .25));
  const auto results = collector.results();
  CHECK(result_of(results, "TWIN-01").simulated == Approx(2 * dz - mz));
  CHECK(result_of(results, "TWIN-02").simulated == Approx(2 * (mz - dz)));
  // at 15 years the same answers as numbers: phi = 4 both - 1
  const double later_h2 = 2 * (.5 - .25), later_c2 = 2 * .25 - .5;
  const auto& change = result_of(results, "TWIN-05");
  const double fall = 2 * dz - mz - later_c2 - .15, rise = later_h2 - 2 * (mz - dz) - .1;
  CHECK((change.simulated == Approx(fall) || change.simulated == Approx(rise)));
  CHECK_FALSE(change.pass);
}

TEST_CASE("an event changes persons more often", "[evidence]") {
  const iwm::evidence file = shipped();
  iwm::evidence_collector collector(file, "stability_infancy_to_adult");
  // 3 of 4 change with an event, 2 of 8 without; the other arm does not count
  for (std::uint64_t f = 0; f < 14; ++f) {
    family_rows family(collector, f + 1, "low_risk", f < 12 ? "low_risk" : "high_risk");
    const bool changes = f < 3 || f == 4 || f == 5 || f > 11;
    family.classify(family.child(), family.mother(), "ssp", "ABCD", 12, f % 2 ? "B" : "A");
    if (f < 4 || f > 11) family.undergo(family.child(), 60, f % 2 ? "abuse" : "loss_of_parent");
    if (f == 6) family.undergo(family.child(), 230, "abuse");
    if (f == 7) family.undergo(family.child(), 100, "moves_house");
    family.classify(family.child(), 0, "aai", "FDsEU", 252, (f % 2 == 1) != changes ? "F" : "U");
  }
  const iwm::target_result result = result_of(collector.results(), "STAB-08");
  CHECK(result.simulated == Approx(3. / 4 - 2. / 8 - .05));
}

TEST_CASE("shifts after events are those beyond the arm without any", "[evidence]") {
  const iwm::evidence file = shipped();
  iwm::evidence_collector collector(file, "life_events");
  // anxiety = level + shift from month 12 to 29, level + left from month 30; avoidance the same
  const auto arm = [&](const char* name, double shift, double left) {
    for (std::uint64_t f = 1; f <= 4; ++f) {
      family_rows family(collector, f, "low_risk", name);
      for (int month = 0; month <= 40; ++month)
        for (const char* scale : {"anxiety", "avoidance"})
          family.score(family.child(), 0, "ecr", scale, 360 + month,
                       static_cast<double>(f) + (month >= 30   ? left
                                                 : month >= 12 ? shift
                                                               : 0));
    }
  };
  arm("no event", .1, .1);
  arm("job_loss", .6, .2);              // keeps .1 of .5
  arm("illness", 1.1, .5);              // keeps .4 of 1
  arm("bereavement", .15, 5);           // a shift of .05 is below .10 SD
  arm("relationship_start", -.9, -.7);  // keeps .8 of 1
  const iwm::target_result result = result_of(collector.results(), "EVNT-01");
  CHECK(result.status == target_status::measured);
  CHECK(result.simulated == Approx(.6 - .4));  // largest .8 is .3 above .5
  CHECK(result.standard_error == Approx(0).margin(1e-9));
  CHECK(result.pass);
}

TEST_CASE("arms pooled in a rate weigh the same", "[evidence]") {
  const iwm::evidence file = shipped();
  iwm::evidence_collector collector(file, "institution_and_adoption");
  const auto arm = [&](const char* name, std::uint64_t n, std::uint64_t secure) {
    for (std::uint64_t f = 1; f <= n; ++f) {
      family_rows family(collector, f, "institution", name);
      family.classify(family.child(), 999, "preschool", "ABCD", 42, f <= secure ? "B" : "D");
    }
  };
  arm("placed at 6 months", 10, 6);
  arm("placed at 9 months", 20, 10);
  arm("never institutionalised", 10, 7);
  const iwm::target_result result = result_of(collector.results(), "SENP-01");
  CHECK(result.simulated ==
        Approx(std::log((.45 / .55) / (.3 / .7)) * std::sqrt(3.) / std::acos(-1.)));
}

TEST_CASE("an ordering must hold in every comparison, margins included", "[evidence]") {
  iwm::evidence file;
  iwm::target finding;
  iwm::sample seen;
  seen.columns = {{1.4, 1.6, 1.4, 1.6}};
  seen.stratum.assign(4, 0);
  seen.arrived = {true};
  const std::vector<double> weights(4, 1.);
  const iwm::measure mean{iwm::statistic::mean, 0, {{0, 0}}, {}, {}};
  const auto constant = [](double x) {
    return iwm::measure{iwm::statistic::constant, x, {}, {}, {}};
  };
  const double error = .1 / std::sqrt(3.);
  finding.ordering = {{mean, constant(1), .3}, {constant(2), mean, 0}};
  auto result = iwm::judge(finding, file, seen, weights);
  CHECK(result.simulated == Approx(.2));
  CHECK(result.standard_error == Approx(error));
  CHECK(result.pass);
  finding.ordering[0].margin = .4;  // .1 is below two errors
  CHECK_FALSE(iwm::judge(finding, file, seen, weights).pass);
  finding.ordering = {{mean, constant(1), 0}, {mean, constant(3), 0}};
  result = iwm::judge(finding, file, seen, weights);
  CHECK(result.simulated == Approx(-1.5));
  CHECK_FALSE(result.pass);
}

TEST_CASE("a band includes its bounds", "[evidence]") {
  iwm::evidence file;
  iwm::sample seen;
  seen.stratum.assign(2, 0);
  iwm::target finding;
  finding.statistic = iwm::measure{iwm::statistic::constant, .25, {}, {}, {}};
  const auto passes = [&](double low, double high) {
    finding.band = {{low, high}};
    return iwm::judge(finding, file, seen, std::vector<double>(2, 1.)).pass;
  };
  CHECK(passes(.25, .5));
  CHECK(passes(0, .25));
  CHECK_FALSE(passes(.26, .5));
  CHECK_FALSE(passes(0, .24));
}

TEST_CASE("results are completed and counted by area", "[evidence]") {
  const iwm::evidence file = shipped();
  const auto low = results_of(file, "low_risk_cohort",
                              {{13, "low_risk", "B", "B", 6, 1, 0},
                               {3, "low_risk", "A", "A", 3, 0, 0},
                               {1, "low_risk", "C", "C", 3, 0, 0},
                               {3, "low_risk", "D", "A", 3, 0, 0}});
  const auto all = iwm::complete(file, low);
  REQUIRE(all.size() == file.targets.size());
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i].finding.id == file.targets[i].id);
  CHECK(result_of(all, "TWIN-01").reason == "protocol 'twins' was not simulated");
  const auto areas = iwm::summarise(all);
  CHECK(areas.front().area == "ssp_distribution");
  CHECK(areas.front().gating == 15);
  CHECK(areas.front().counted == 4);
  CHECK(areas.back().area == "all");
  CHECK(areas.back().gating == 74);
  CHECK(areas.back().counted == 7);
  std::size_t passed = 0;
  for (const auto& result : low) passed += result.pass;
  CHECK(areas.back().passed == passed);
  CHECK(iwm::to_string(target_status::measured) == "measured");
  CHECK(iwm::to_string(target_status::no_data) == "no data");
  CHECK(iwm::to_string(target_status::not_yet_measured) == "not yet measured");
}

TEST_CASE("a finding is added by a file alone", "[evidence]") {
  const iwm::evidence file = iwm::read_evidence("tests/evidence/added_finding.json");
  iwm::evidence_collector collector(file, "low_risk_cohort");
  for (std::uint64_t f = 1; f <= 20; ++f) {
    family_rows family(collector, f);
    family.score(family.child(), family.mother(), "temperament_report", "soothability", 6,
                 f % 4 == 0);
    family.classify(family.child(), family.mother(), "ssp", "ABCD", 12, f <= 10 ? "C" : "B");
  }
  const auto results = collector.results();
  CHECK(result_of(results, "EXAMPLE-01").simulated == Approx(standardised(10, .2, 10, .3)));
  CHECK(result_of(results, "EXAMPLE-01").pass);
  CHECK(result_of(results, "EXAMPLE-02").simulated == Approx(standardised(10, .3, 10, .2) - .05));
  CHECK_FALSE(result_of(results, "EXAMPLE-02").pass);
}
