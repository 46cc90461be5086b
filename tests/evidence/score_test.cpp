// SPDX-License-Identifier: MIT
#include "iwm/evidence/collector.hpp"
#include "iwm/output/csv.hpp"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "evidence/tables.hpp"
#include "support/catch.hpp"
#include <nlohmann/json.hpp>

using iwm::testing::Approx;
using iwm::testing::family_rows;
using iwm::testing::household_rows;

namespace {

struct sequence {
  std::uint64_t state;
  double operator()() {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<double>(state >> 11) * 0x1p-53;
  }
  double normal() { return (*this)() + (*this)() + (*this)() + (*this)() - 2; }
  template <class T>
  T one_of(const std::vector<T>& list) {
    return list[static_cast<std::size_t>((*this)() * static_cast<double>(list.size()))];
  }
};

/// Everything that any protocol assesses, for one family, with gaps, ages a little off, and scores
/// that hang together through one number.
void untidy_family(iwm::sink& into, std::uint64_t number, const char* stratum, const char* arm,
                   sequence& draw) {
  family_rows family(into, number, stratum, arm);
  family.add_child(4, draw() < .5 ? 36 : 0);
  const auto mother = family.mother(), father = family.father();
  const double luck = draw.normal() - (stratum == std::string("low_risk") ? 0 : .4);
  const auto about = [&](double age) { return age + (draw() - .5) * 1.2; };
  const auto noisy = [&] { return luck + draw.normal(); };
  const auto pattern = [&] {
    return noisy() > .2 ? "B" : draw.one_of<const char*>({"A", "C", "D", "D"});
  };
  const auto adult = [&] {
    return noisy() > 0 ? "F" : draw.one_of<const char*>({"Ds", "E", "U", "CC"});
  };
  for (const auto person : {mother, father}) {
    family.classify(person, 0, "aai", "FDsEU", 300, adult());
    family.classify(person, 0, "aai", "FDsE forced", 300,
                    draw.one_of<const char*>({"F", "Ds", "E"}));
  }
  for (const std::uint64_t child : {family.child(1), family.child(2)}) {
    if (draw() < .9)
      family.score(child, 0, "temperament_report", "negative_reactivity", about(6), -noisy());
    for (const auto parent : {mother, father})
      for (const double age : {9., 10., 12., 12.})
        if (draw() < .8) {
          family.score(child, parent, "sensitivity_visit", "sensitivity", about(age), noisy());
          family.score(child, parent, "sensitivity_visit", "frightening", about(age), -noisy());
        }
    for (const double age : {12., 13., 15., 18., 20., 24.})
      for (const auto parent : {mother, father}) {
        if (draw() < .2) continue;
        family.classify(child, parent, "ssp", "ABCD", about(age), pattern());
        family.classify(child, parent, "ssp", "ABC forced", about(age),
                        draw.one_of<const char*>({"A", "B", "C"}));
      }
    for (std::int64_t episode = 2; episode <= 8; ++episode) {
      family.score(child, mother, "ssp", "crying", 12, noisy() + (episode % 2 ? .3 : .9), episode);
      family.score(child, mother, "ssp", "contact", 12, draw() < .1 ? iwm::not_available : noisy(),
                   episode);
    }
    for (const double age : {18., 30.})
      family.score(child, mother, "aqs", "security", about(age), noisy());
    for (const double age : {42., 44., 48., 66.})
      family.classify(child, mother, "preschool", "ABCD", about(age), pattern());
    for (const auto parent : {mother, father}) {
      family.score(child, parent, "verbal_security", "security", 122, noisy());
      family.score(child, parent, "ecr_rc", "anxiety", 118, -noisy());
      family.score(child, parent, "ecr_rc", "avoidance", 118, -noisy());
    }
    family.score(child, 0, "interview_15y", "security", 181, noisy());
    family.classify(child, 0, "aai", "FDsEU", 252, adult());
    for (const double age : {8., 100., 230.})
      if (draw() < .3)
        family.undergo(child, age, draw.one_of<const char*>({"abuse", "loss_of_parent", "move"}));
    for (const auto parent : {mother, father})
      for (const char* scale : {"anxiety", "avoidance"})
        if (draw() < .5) family.score(child, parent, "ecr_rs", scale, 251, -noisy());
  }
  for (const char* scale : {"anxiety", "avoidance"})
    for (const double age : {290., 299.8, 301.})
      family.score(mother, 0, "ecr", scale, age, -noisy());
  for (int i = 0; i < 3 + 9 * draw(); ++i)
    family.respond(4.5, draw() < .8 ? mother : father, .5 + .1 * luck + .1 * draw.normal());
}

/// The couple of a family's first child and the next family's second, with rows about either at
/// home and with each other.
void untidy_couple(iwm::sink& into, std::uint64_t number, const char* stratum, const char* arm,
                   sequence& draw) {
  const std::uint64_t wife = 10 * number + 3, husband = 10 * (number + 1) + 4;
  household_rows home(into, 1000 + number, stratum, arm);
  household_rows parents(into, number, stratum, arm);
  const double luck = draw.normal();
  const auto noisy = [&] { return luck + draw.normal(); };
  home.add_person(10 * home.from.family_id + 3, "child", 400, wife, draw() < .9 ? husband : 0);
  for (const char* scale : {"anxiety", "avoidance"}) {
    for (const double age : {264., 300., 336., 360., 360.69, 372., 456., 540., 684., 732., 780.})
      if (draw() < .9) (age < 300 ? parents : home).score(wife, 0, "ecr", scale, age, noisy());
    home.score(wife, 10 * number + 1, "ecr_rs", scale, 253, noisy());
    home.score(husband, 10 * (number + 1) + 1, "ecr_rs", scale, 253, noisy());
    for (const double age : {252., 430.})
      if (draw() < .9) {
        home.score(wife, husband, "ecr_rs", scale, age, noisy());
        home.score(husband, wife, "ecr_rs", scale, age + 3, noisy());
      }
  }
  for (const auto adult : {wife, husband})
    if (draw() < .9) home.classify(adult, 0, "aai", "FDsEU", 300, noisy() > 0 ? "F" : "Ds");
  home.undergo(wife, 150, draw() < .1 ? "abuse" : "move");
  home.bond(wife, husband, draw() < .1 ? iwm::not_available : -noisy(), noisy());
  home.bond(husband, wife, -noisy(), noisy());
}

/// Monthly self-reports of a family's first child around an event of month 12.
void untidy_months(iwm::sink& into, std::uint64_t number, const char* stratum, const char* arm,
                   sequence& draw) {
  family_rows family(into, number, stratum, arm);
  const bool none = std::string(arm) == "no event", therapy = std::string(arm) == "therapy";
  const double luck = draw.normal();
  for (int month = 0; month <= 40; ++month)
    for (const char* scale : {"anxiety", "avoidance"})
      if (draw() < .9)
        family.score(family.child(), 0, "ecr", scale, 360 + month + .4 * draw(),
                     luck + draw.normal() +
                         (none || month < 12 ? 0
                          : therapy          ? -1.
                                             : 6. / month));
  for (const double age : {360., 384.})
    family.classify(family.child(), 0, "aai", "FDsEU", age,
                    draw() < (therapy && age > 380 ? .7 : .3) ? "F" : "E");
}

struct both_sinks : iwm::sink {
  iwm::sink &first, &second;
  both_sinks(iwm::sink& one, iwm::sink& other) : first(one), second(other) {}
  using iwm::sink::row;
  void row(const iwm::person_row& r) override { first.row(r), second.row(r); }
  void row(const iwm::relationship_row& r) override { first.row(r), second.row(r); }
  void row(const iwm::assessment_row& r) override { first.row(r), second.row(r); }
  void row(const iwm::classification_row& r) override { first.row(r), second.row(r); }
  void row(const iwm::event_row& r) override { first.row(r), second.row(r); }
};

/// The arms of a protocol; where there are none, strata are drawn with the given shares.
struct design {
  const char* protocol;
  std::vector<const char*> strata, arms;
};

const std::vector<design> designs{
    {"low_risk_cohort", {"low_risk"}, {""}},
    {"world_mixed_cohort", {"low_risk", "low_risk", "low_risk", "high_risk", "high_risk"}, {""}},
    {"world_mixed_cohort", {"low_risk", "high_risk", "maltreatment"}, {""}},
    {"maltreatment_cohort", {"maltreatment"}, {""}},
    {"interaction_stream", {"low_risk"}, {""}},
    {"two_caregiver_families", {"low_risk"}, {""}},
    {"twins", {"low_risk"}, {"MZ", "DZ"}},
    {"stability_early", {"low_risk", "high_risk"}, {""}},
    {"stability_infancy_to_adult", {"low_risk"}, {"low_risk", "high_risk"}},
    {"transmission", {"low_risk", "high_risk", "maltreatment"}, {"biological mother", "foster"}},
    {"intervention_trial",
     {"high_risk", "maltreatment"},
     {"control", "low dose", "standard dose", "high dose"}},
    {"institution_and_adoption",
     {"institution"},
     {"stays in institution", "placed at 6 months", "placed at 9 months", "placed at 18 months",
      "placed at 30 months", "never institutionalised"}},
    {"adult_cohort", {"low_risk"}, {""}},
    {"life_events",
     {"low_risk"},
     {"no event", "job_loss", "illness", "bereavement", "relationship_start", "therapy",
      "no therapy"}},
    {"couples", {"low_risk"}, {""}}};

}  // namespace

TEST_CASE("an independent scorer of the written tables agrees on every target", "[evidence][long]") {
  const iwm::evidence file = iwm::read_evidence("data/evidence.json");
  std::size_t compared = 0;
  for (const design& study : designs) {
    const iwm::testing::temporary_folder folder("score");
    iwm::evidence_collector collector(file, study.protocol);
    {
      iwm::csv_tables tables(folder.path);
      both_sinks into(tables, collector);
      sequence draw{2024};
      const bool months = std::string(study.protocol) == "life_events";
      for (const char* arm : study.arms) {
        iwm::testing::rows_in_turn rows;
        for (std::uint64_t f = 1; f <= 230; ++f)
          (months ? untidy_months : untidy_family)(rows, f, draw.one_of(study.strata), arm, draw);
        for (std::uint64_t f = 1; f < 230 && !months && study.strata.size() == 1; ++f)
          untidy_couple(rows, f, study.strata[0], arm, draw);
        rows.pass_on(into);
      }
      tables.end();
    }
    const std::string command = "/usr/bin/python3 tests/evidence/score.py '" +
                                folder.path.string() + "' data/evidence.json " + study.protocol +
                                " > '" + (folder.path / "scores.json").string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    std::ifstream stream(folder.path / "scores.json");
    const auto scores = nlohmann::json::parse(stream);
    std::size_t measured = 0;
    for (const auto& result : collector.results()) {
      INFO(study.protocol << ' ' << result.finding.id << ' ' << result.reason);
      if (result.status == iwm::target_status::not_yet_measured) {
        CHECK_FALSE(scores.contains(result.finding.id));
        continue;
      }
      ++measured;
      REQUIRE(scores.contains(result.finding.id));
      const auto& score = scores[result.finding.id];
      REQUIRE(score[0].is_null() == std::isnan(result.simulated));
      if (score[0].is_null()) continue;
      CHECK(result.simulated == Approx(score[0].get<double>()).epsilon(1e-8).margin(1e-10));
      CHECK(result.standard_error == Approx(score[1].get<double>()).epsilon(1e-6));
      CHECK(result.pass == score[2].get<bool>());
    }
    CHECK(measured == scores.size());
    compared += measured;
  }
  CHECK(compared >= file.targets.size());
}
