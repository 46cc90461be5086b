// SPDX-License-Identifier: MIT
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/fingerprint.hpp"
#include "support/lived_rows.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::lived, iwm::testing::lived_rows;

namespace {

constexpr std::uint64_t families = 70;

/// Two generations; days are simulated up to three months of age alone, and few events later.
scenario lineage() {
  scenario plan;
  plan.families = families;
  plan.months = 342;
  plan.strata = {{"low_risk", 0.6, low_risk}, {"high_risk", 0.4, high_risk}};
  plan.lives.generations = 2;
  plan.lives.last_months = 6;
  plan.lives.course.school_age = 0.25;
  plan.lives.course.childhood.events_per_week = plan.lives.course.adolescence.events_per_week =
      plan.lives.course.adulthood.events_per_week = 2;
  plan.assessments = {{{"attachment_q_sort"}, figure::mother, {3}},
                      {{"ecr"}, figure::mother, {240, 300}, assessed::child, 1},
                      {{"ecr_rs"}, figure::partner, {6, 24}, assessed::couple},
                      {{"adult_attachment_interview"}, figure::mother, {0}, assessed::mother}};
  return plan;
}

/// Infants with their parents, who are watched at some ages.
scenario infancy(double months = 12) {
  scenario plan;
  plan.families = families;
  plan.months = months;
  plan.lives.generations = 1;
  plan.lives.children = 1;
  plan.lives.couples = false;
  plan.lives.events.clear();
  return plan;
}

const scenario& studied() {
  static const scenario plan = lineage();
  return plan;
}
const lived_rows& study() {
  static const lived_rows rows = lived(studied());
  return rows;
}

/// Everything in the rows, in their order; what is not available counts as one number.
std::uint64_t fingerprint_of(const lived_rows& rows) {
  iwm::testing::fingerprint all;
  const auto number = [&](double x) { all.add(std::isnan(x) ? -1e300 : x); };
  const auto text = [&](std::string_view t) {
    for (const char c : t) all.add(static_cast<std::uint64_t>(c));
  };
  const auto origin = [&](const row_origin& from, std::uint64_t person, std::uint64_t partner) {
    text(from.stratum);
    all.add(from.family_id).add(person).add(partner);
  };
  for (const auto& r : rows.people) {
    origin(r.from, r.person_id, r.twin_id);
    text(r.role);
    text(r.sex);
    text(r.zygosity);
    number(r.birth);
    all.add(r.mother_id).add(r.father_id);
  }
  for (const auto& r : rows.relationships) {
    origin(r.from, r.person_id, r.partner_id);
    text(r.kind);
    for (const double x : {r.start, r.end, r.satisfaction, r.conflict}) number(x);
  }
  for (const auto& r : rows.assessments) {
    origin(r.from, r.person_id, r.partner_id);
    text(r.instrument);
    text(r.scale);
    number(r.age_months);
    number(r.value);
  }
  for (const auto& r : rows.classifications) {
    origin(r.from, r.person_id, r.partner_id);
    text(r.system);
    text(r.category);
    number(r.age_months);
  }
  for (const auto& r : rows.events) {
    origin(r.from, r.person_id, r.partner_id);
    text(r.kind);
    number(r.time);
    number(r.severity);
  }
  for (const auto& r : rows.trajectories) {
    origin(r.from, r.person_id, r.partner_id);
    for (const double x :
         {r.age_months, r.availability, r.acceptance, r.worth, r.direct, r.reflection})
      number(x);
  }
  return all.value;
}

std::vector<const relationship_row*> couples_of(const lived_rows& rows) {
  std::vector<const relationship_row*> found;
  for (const auto& r : rows.relationships)
    if (r.kind == "couple") found.push_back(&r);
  return found;
}

/// Mean of a scale of the visit with the mother, at an age.
double sensitivity_at(const lived_rows& rows, double months) {
  double sum = 0, n = 0;
  for (const auto& r : rows.assessments)
    if (r.instrument == "sensitivity_visit" && r.scale == "sensitivity" && r.age_months == months) {
      sum += r.value;
      ++n;
    }
  REQUIRE(n > 0);
  return sum / n;
}

/// Scores up to a date, to the bit, by person, instrument, scale and age.
auto scores_of(const lived_rows& rows, double until = 1e9) {
  std::map<std::tuple<std::uint64_t, std::string, std::string, double>, std::uint64_t> scores;
  for (const auto& r : rows.assessments)
    if (rows.person(r.person_id).birth + r.age_months < until)
      scores[{r.person_id, std::string(r.instrument), std::string(r.scale), r.age_months}] =
          std::bit_cast<std::uint64_t>(r.value);
  return scores;
}

}  // namespace

TEST_CASE("any number of threads gives the same rows in the same order", "[population][long]") {
  scenario plan = studied();
  plan.trajectories = {.families = 5, .every_months = 60};
  plan.lives.stories = 10;
  const lived_rows rows = lived(plan, {.threads = 1});
  const std::uint64_t expected = fingerprint_of(rows);
  REQUIRE(rows.people.size() > 4 * families);
  REQUIRE(rows.events.size() > families);
  for (const unsigned threads : {2u, 3u})
    CHECK(fingerprint_of(lived(plan, {.threads = threads})) == expected);
  scenario other = plan;
  ++other.seed;
  CHECK(fingerprint_of(lived(other)) != expected);
}

TEST_CASE("everybody is introduced once, before anything else is said of them", "[population][long]") {
  CHECK(study().in_order);
}

TEST_CASE("mothers are grown when their children are born, and parents older than children",
          "[population][long]") {
  std::size_t grandchildren = 0;
  for (const person_row& child : study().people) {
    if (child.role != "child") continue;
    REQUIRE(child.mother_id != 0);
    const person_row& mother = study().person(child.mother_id);
    const person_row& father = study().person(child.father_id);
    CHECK(mother.sex == "female");
    CHECK(father.sex == "male");
    CHECK(child.generation == mother.generation + 1);
    CHECK(child.birth - mother.birth >= 12 * 20);
    CHECK(child.birth - mother.birth <= 12 * 43);
    CHECK(child.birth - father.birth >= 12 * 15);
    grandchildren += child.generation == 2 ? 1 : 0;
  }
  CHECK(grandchildren > 10);
}

TEST_CASE("drawn parents have the children that are planned, at the distance that is planned",
          "[population][long]") {
  std::map<std::uint64_t, std::vector<double>> births;
  for (const person_row& child : study().people)
    if (child.generation == 1) births[child.mother_id].push_back(child.birth);
  CHECK(births.size() == families);
  for (const auto& [mother, dates] : births) CHECK(dates == std::vector<double>{0, 36});
}

TEST_CASE("relationships end after they began, and within both lives", "[population][long]") {
  for (const relationship_row& r : study().relationships) {
    CHECK(r.start >= 0.);
    if (!std::isnan(r.end)) CHECK(r.end >= r.start);
    if (r.kind != "couple") continue;
    CHECK(r.start >= 12 * 18);
    CHECK(r.start <= studied().months);
  }
}

TEST_CASE("couples are a woman and a man of one stratum and of about one age, no siblings",
          "[population][long]") {
  const auto couples = couples_of(study());
  REQUIRE(couples.size() > 40);
  for (const relationship_row* r : couples) {
    const person_row &one = study().person(r->person_id), &other = study().person(r->partner_id);
    CHECK(one.sex != other.sex);
    CHECK(one.from.stratum == other.from.stratum);
    CHECK(one.generation > 0);
    CHECK(one.mother_id != other.mother_id);
    CHECK(one.father_id != other.father_id);
    CHECK(std::abs(one.birth - other.birth) <= 60.);
    CHECK(r->satisfaction >= -2.);
    CHECK(r->satisfaction <= 1.5);
    CHECK(r->conflict >= 0.);
    CHECK(r->conflict <= 1.);
  }
}

TEST_CASE("a couple is a new family, told from both sides alike", "[population][long]") {
  std::map<std::uint64_t, std::vector<const relationship_row*>> by_family;
  for (const relationship_row* r : couples_of(study())) by_family[r->from.family_id].push_back(r);
  for (const auto& [family, sides] : by_family) {
    CHECK(family > families);
    REQUIRE(sides.size() == 2);
    CHECK(sides[0]->person_id == sides[1]->partner_id);
    CHECK(sides[0]->partner_id == sides[1]->person_id);
    const auto date = [](const relationship_row* r, double age) {
      return study().person(r->person_id).birth + age;
    };
    CHECK(date(sides[0], sides[0]->start) == date(sides[1], sides[1]->start));
    CHECK(std::isnan(sides[0]->end) == std::isnan(sides[1]->end));
    if (!std::isnan(sides[0]->end))
      CHECK(date(sides[0], sides[0]->end) == date(sides[1], sides[1]->end));
  }
  for (const person_row& child : study().people)
    if (child.generation == 2) {
      REQUIRE(by_family.contains(child.from.family_id));
      const auto& sides = by_family[child.from.family_id];
      const std::set<std::uint64_t> pair{sides[0]->person_id, sides[1]->person_id};
      CHECK(pair == std::set<std::uint64_t>{child.mother_id, child.father_id});
    }
}

TEST_CASE("nobody has two partners at a time", "[population][long]") {
  std::map<std::uint64_t, std::vector<std::pair<double, double>>> times;
  for (const relationship_row* r : couples_of(study()))
    times[r->person_id].push_back({r->start, std::isnan(r->end) ? 1e9 : r->end});
  std::size_t again = 0;
  for (auto& [person, spans] : times) {
    std::ranges::sort(spans);
    for (std::size_t k = 1; k < spans.size(); ++k) CHECK(spans[k].first >= spans[k - 1].second);
    again += spans.size() > 1 ? 1 : 0;
  }
  CHECK(again > 0);
}

TEST_CASE("the beginning and the end of a couple are events of both lives", "[population][long]") {
  std::set<std::tuple<std::uint64_t, std::string, double>> told, expected;
  for (const event_row& r : study().events)
    if (r.kind == "relationship_start" || r.kind == "relationship_end")
      told.insert({r.person_id, std::string(r.kind), r.time});
  for (const relationship_row* r : couples_of(study())) {
    expected.insert({r->person_id, "relationship_start", r->start});
    if (!std::isnan(r->end)) expected.insert({r->person_id, "relationship_end", r->end});
  }
  CHECK(told == expected);
}

TEST_CASE("children of a couple are born while it lasts", "[population][long]") {
  std::map<std::uint64_t, std::pair<double, double>> times;
  for (const relationship_row* r : couples_of(study())) {
    const double birth = study().person(r->person_id).birth;
    times[r->from.family_id] = {birth + r->start, birth + (std::isnan(r->end) ? 1e9 : r->end)};
  }
  for (const person_row& child : study().people)
    if (child.generation == 2) {
      CHECK(child.birth >= times.at(child.from.family_id).first + 12);
      CHECK(child.birth <= times.at(child.from.family_id).second);
    }
}

TEST_CASE("everybody is assessed at the ages that are planned, and nobody at others",
          "[population][long]") {
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::set<double>> planned;
  for (const relationship_row* r : couples_of(study()))
    planned[{r->person_id, r->partner_id}].insert({r->start + 6, r->start + 24});
  std::map<std::pair<std::uint64_t, std::uint64_t>, double> first_child;
  for (const person_row& child : study().people)
    if (child.mother_id != 0) {
      const auto [found, fresh] =
          first_child.try_emplace({child.mother_id, child.father_id}, child.birth);
      found->second = std::min(found->second, child.birth);
    }
  std::map<std::uint64_t, std::set<double>> first_births;
  for (const auto& [parents, birth] : first_child)
    first_births[parents.first].insert(birth - study().person(parents.first).birth);
  std::map<std::string, std::set<std::uint64_t>> whom;
  for (const assessment_row& r : study().assessments) {
    const person_row& who = study().person(r.person_id);
    whom[std::string(r.instrument)].insert(r.person_id);
    if (r.instrument == "aqs") {
      CHECK(r.age_months == 3.);
      CHECK(r.partner_id == who.mother_id);
    } else if (r.instrument == "ecr") {
      CHECK((r.age_months == 240. || r.age_months == 300.));
      CHECK(who.generation == 1);
    } else if (r.instrument == "ecr_rs") {
      CHECK(planned[{r.person_id, r.partner_id}].contains(r.age_months));
    } else if (r.instrument == "aai") {
      CHECK(who.sex == "female");
      CHECK(first_births[r.person_id].contains(r.age_months));
    }
  }
  std::size_t lived_children = 0;
  for (const person_row& who : study().people)
    lived_children += who.generation == 1 || who.generation == 2 ? 1 : 0;
  CHECK(whom["aqs"].size() == lived_children);
  CHECK(whom["ecr"].size() == 2 * families);
  CHECK(whom["aai"].size() > families);
  CHECK(whom["ecr_rs"].size() > 20);
}

TEST_CASE("children of the last generation live as long as is planned", "[population][long]") {
  for (const assessment_row& r : study().assessments)
    if (study().person(r.person_id).generation == 2) CHECK(r.age_months <= 6.);
}

TEST_CASE("from the month of a placement others are mother and father", "[population][long]") {
  scenario plan = infancy();
  plan.strata = {{"low_risk", 0.5, low_risk},
                 {"high_risk", 0, high_risk},
                 {"maltreatment", 0.5, maltreatment}};
  plan.lives.placements = {{4, "high_risk"}, {9, "low_risk"}};
  plan.assessments = {{{"sensitivity_visit"}, figure::mother, {3, 6, 12}}};
  const lived_rows rows = lived(plan);
  CHECK(rows.in_order);
  std::map<std::uint64_t, std::set<std::uint64_t>> mothers;
  for (const assessment_row& r : rows.assessments) {
    const person_row& now = rows.person(r.partner_id);
    const bool own = r.partner_id == rows.person(r.person_id).mother_id;
    CHECK(own == (r.age_months == 3.));
    if (r.age_months == 6.) CHECK(now.from.stratum == "high_risk");
    if (r.age_months == 12.) CHECK(now.from.stratum == "low_risk");
    mothers[r.person_id].insert(r.partner_id);
  }
  CHECK(mothers.size() == families);
  for (const auto& [child, all] : mothers) CHECK(all.size() == 3);
  std::map<double, std::size_t> ends;
  for (const relationship_row& r : rows.relationships)
    ends[r.start == 0. ? r.end : r.start == 4. ? r.end - 1000 : std::isnan(r.end) ? -1. : -2.] += 1;
  CHECK(ends == std::map<double, std::size_t>{
                    {9. - 1000, 2 * families}, {-1., 2 * families}, {4., 2 * families}});
}

TEST_CASE("until a placement a life is what it would have been", "[population][long]") {
  scenario stays = infancy(), placed = infancy();
  stays.assessments = {{{"attachment_q_sort"}, figure::mother, {3, 9}}};
  placed.assessments = stays.assessments;
  placed.lives.placements = {{6, "low_risk"}};
  const lived_rows before = lived(stays), after = lived(placed);
  CHECK(scores_of(before, 4) == scores_of(after, 4));
  CHECK(scores_of(before) != scores_of(after));
}

TEST_CASE("a programme raises the mother's sensitivity from its beginning", "[population][long]") {
  scenario control = infancy(), treated = infancy();
  control.assessments = {{{"sensitivity_visit"}, figure::mother, {3, 9, 12}}};
  treated.assessments = control.assessments;
  treated.lives.programmes = {{.from = 6, .to = 9, .sensitivity = 2}};
  const lived_rows before = lived(control), after = lived(treated);
  CHECK(sensitivity_at(before, 3) == sensitivity_at(after, 3));
  CHECK(sensitivity_at(after, 9) > sensitivity_at(before, 9) + 1.);
  CHECK(sensitivity_at(after, 12) > sensitivity_at(before, 12) + 1.);
}

TEST_CASE("an event at an age strikes everybody at that age, and lowers care until it has faded",
          "[population][long]") {
  scenario calm = infancy(30), struck = infancy(30);
  calm.assessments = {{{"sensitivity_visit"}, figure::mother, {3, 9, 27}}};
  struck.assessments = calm.assessments;
  struck.lives.events = {{.kind = "flood", .months = 6, .strain = 0.7, .care = -3, .lasts = 12}};
  const lived_rows before = lived(calm), after = lived(struck);
  CHECK(before.events.empty());
  CHECK(after.events.size() == families);
  for (const event_row& r : after.events) {
    CHECK(r.kind == "flood");
    CHECK(r.time == 6.);
    CHECK(r.severity == 0.7);
    CHECK(r.partner_id == after.person(r.person_id).mother_id);
  }
  CHECK(sensitivity_at(before, 3) == sensitivity_at(after, 3));
  CHECK(sensitivity_at(after, 9) < sensitivity_at(before, 9) - 1.);
  CHECK(sensitivity_at(after, 27) == Approx(sensitivity_at(before, 27)).margin(0.4));
}

TEST_CASE("a parent who dies is not met again", "[population][long]") {
  scenario plan = infancy(18);
  plan.lives.events = {{.kind = "death", .months = 3, .contact = 0}};
  plan.figures[1].events_per_day = 6;
  plan.trajectories = {.families = families, .every_months = 6};
  const lived_rows rows = lived(plan);
  std::map<std::pair<std::uint64_t, double>, double> of_mother, of_father;
  for (const trajectory_row& r : rows.trajectories) {
    if (r.store != "implicit" || r.partner_id == 0) continue;
    const bool hers = r.partner_id == rows.person(r.person_id).mother_id;
    (hers ? of_mother : of_father)[{r.person_id, r.age_months}] = r.confidence;
  }
  double hers = 0, his = 0;
  for (const auto& [at, sure] : of_mother)
    if (at.second == 18.) hers += sure;
  for (const auto& [at, sure] : of_father)
    if (at.second == 18.) his += sure;
  CHECK(hers < 0.8 * his);
}

TEST_CASE("an arm with a later event has the same rows before it", "[population][long]") {
  scenario plain = lineage(), struck = lineage();
  for (scenario* plan : {&plain, &struck}) {
    plan->months = 120;
    plan->lives.generations = 1;
    plan->lives.last_months = 0;
    plan->lives.events.clear();
    plan->assessments = {{{"attachment_q_sort"}, figure::mother, {3, 12, 48, 60, 72}}};
    plan->lives.course.school_age = 1;
  }
  struck.lives.events = {{.kind = "flood", .months = 60, .care = -3, .lasts = 36}};
  const auto before = lived(plain), after = lived(struck);
  CHECK(scores_of(before, 60) == scores_of(after, 60));
  CHECK(scores_of(before) != scores_of(after));
}

TEST_CASE("events by hazard strike the share that the hazard says", "[population][long]") {
  scenario plan = infancy(120);
  plan.families = 640;
  plan.lives.course.school_age = 0.25;
  plan.lives.course.childhood.events_per_week = 1;
  plan.lives.events = {{.kind = "flood", .hazard = 0.2, .from = 2, .to = 8}};
  const lived_rows rows = lived(plan);
  for (const event_row& r : rows.events) {
    CHECK(r.time >= 24.);
    CHECK(r.time < 96.);
  }
  // Null: 640 x 24 independent quarters with a chance of .05; 4.9 standard deviations
  const double n = 640 * 24, expected = n * 0.05;
  CHECK(std::abs(static_cast<double>(rows.events.size()) - expected) <
        4.9 * std::sqrt(expected * 0.95));
}

TEST_CASE("an event of a family strikes all its children on one date", "[population][long]") {
  scenario plan = infancy(120);
  plan.lives.children = 2;
  plan.lives.course.school_age = 0.25;
  plan.lives.events = {{.kind = "flood", .hazard = 0.3, .from = 0, .to = 10, .family = true}};
  const lived_rows rows = lived(plan);
  std::map<std::uint64_t, std::set<double>> first, second;
  for (const event_row& r : rows.events) {
    const double birth = rows.person(r.person_id).birth, date = birth + r.time;
    if (date < 36 || date >= 120) continue;
    (birth == 0. ? first : second)[r.from.family_id].insert(date);
  }
  CHECK(first.size() > families / 2);
  CHECK(first == second);
}

TEST_CASE("twins are of one sex and one age, each other's twin, and MZ or DZ as planned",
          "[population][long]") {
  for (const bool identical : {false, true}) {
    scenario plan = infancy(6);
    plan.lives.twins = true;
    plan.lives.identical = identical;
    const lived_rows rows = lived(plan);
    std::size_t twins = 0;
    for (const person_row& who : rows.people) {
      if (who.role != "child") {
        CHECK(who.zygosity.empty());
        continue;
      }
      const person_row& twin = rows.person(who.twin_id);
      ++twins;
      CHECK(twin.twin_id == who.person_id);
      CHECK(twin.person_id != who.person_id);
      CHECK(twin.sex == who.sex);
      CHECK(twin.birth == who.birth);
      CHECK(twin.mother_id == who.mother_id);
      CHECK(who.zygosity == (identical ? "MZ" : "DZ"));
    }
    CHECK(twins == 2 * families);
  }
}

TEST_CASE("recording more changes nothing else", "[population][long]") {
  const auto couples = [](const lived_rows& rows) {
    std::vector<std::uint64_t> bits;
    for (const relationship_row* r : couples_of(rows))
      for (const double x :
           {r->start, std::isnan(r->end) ? -1. : r->end, r->satisfaction, r->conflict})
        bits.push_back(std::bit_cast<std::uint64_t>(x));
    return bits;
  };
  const auto scores = [](const lived_rows& rows) {
    auto all = scores_of(rows);
    std::erase_if(all, [](const auto& one) {
      const std::string& tool = std::get<1>(one.first);
      return tool != "aqs" && tool != "ecr" && tool != "ecr_rs" && tool != "aai";
    });
    return all;
  };
  const auto expected = scores(study());
  const auto pairs = couples(study());
  const std::map<std::string, std::function<void(scenario&)>> switches{
      {"trajectories",
       [](scenario& s) { s.trajectories = {.families = families, .every_months = 60}; }},
      {"stories", [](scenario& s) { s.lives.stories = families; }},
      {"other instruments",
       [](scenario& s) {
         s.assessments.insert(s.assessments.begin(),
                              {{"felt_security"}, figure::mother, {200}, assessed::child});
         s.assessments.push_back({{"strange_situation"}, figure::father, {1, 3}});
         s.assessments.push_back({{"resilience"}, figure::mother, {12}, assessed::couple});
         s.assessments.push_back({{"sensitivity_visit"}, figure::mother, {2}});
       }},
      {"names", [](scenario& s) { s.name = s.protocol = s.arm = "another"; }}};
  for (const auto& [name, turn_on] : switches) {
    INFO(name);
    scenario plan = lineage();
    turn_on(plan);
    const lived_rows rows = lived(plan);
    CHECK(scores(rows) == expected);
    CHECK(couples(rows) == pairs);
  }
}

TEST_CASE("quarrels are told of the first families alone, once by each partner", "[population][long]") {
  scenario plan = lineage();
  plan.lives.stories = 20;
  plan.lives.last_months = 3;
  const lived_rows rows = lived(plan);
  const std::set<std::string_view> moves(conflict_move_names.begin(), conflict_move_names.end());
  std::size_t quarrels = 0;
  for (const event_row& r : rows.events) {
    if (!moves.contains(r.kind)) continue;
    ++quarrels;
    CHECK(r.severity >= -1.);
    CHECK(r.severity <= 1.);
    CHECK(r.time >= 12 * 18);
    CHECK(rows.person(r.person_id).mother_id <= 10 * 20 + 2);
  }
  CHECK(quarrels > 100);
}

TEST_CASE("therapy is for those to whom it is offered, while it lasts", "[population][long]") {
  scenario plain = lineage(), helped = lineage();
  for (scenario* plan : {&plain, &helped}) {
    plan->lives.couples = false;
    plan->lives.generations = plan->lives.children = 1;
    plan->lives.last_months = 0;
    plan->months = 300;
    plan->assessments = {{{"adult_attachment_interview"}, figure::mother, {216}},
                         {{"ecr"}, figure::mother, {228, 252}}};
  }
  helped.lives.therapies = {{.from = 240, .to = 252, .for_insecure = true}};
  const lived_rows before = lived(plain), after = lived(helped);
  std::map<std::uint64_t, bool> secure;
  for (const classification_row& r : before.classifications)
    if (r.system == "FDsEU") secure[r.person_id] = r.category == "F";
  const auto plain_scores = scores_of(before);
  std::size_t changed = 0;
  for (const auto& [at, value] : scores_of(after)) {
    const bool same = plain_scores.at(at) == value;
    if (std::get<3>(at) < 240 || secure.at(std::get<0>(at))) CHECK(same);
    changed += same ? 0 : 1;
  }
  CHECK(changed > 10);
}

TEST_CASE("a run of lives can be stopped between seasons", "[population][long]") {
  const scenario plan = infancy(12);
  lived_rows rows;
  sink* const to = &rows;
  std::vector<std::uint64_t> done;
  run_options options;
  options.progress = [&](std::uint64_t now, std::uint64_t all) {
    CHECK(now <= all);
    done.push_back(now);
    return now < 2;
  };
  CHECK_FALSE(run(plan, iwm::testing::known_plug_ins(), {&to, 1}, options));
  CHECK(done == std::vector<std::uint64_t>{1, 2});
}
