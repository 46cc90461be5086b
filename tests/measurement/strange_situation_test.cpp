// SPDX-License-Identifier: MIT
#include "iwm/measurement/strange_situation.hpp"

#include "iwm/theory/conditional_strategies.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "puppets.hpp"
#include "support/catch.hpp"
#include "support/property.hpp"
#include "support/sampling.hpp"

using namespace iwm;
using namespace iwm::testing;
using iwm::instruments::strange_situation;

namespace {

using film = std::vector<strange_situation::interval>;
constexpr int intervals_in_all = 86;

/// A film in which every episode is full of one signal.
film full_of(const signal& shown) {
  film f;
  for (const auto& plan : strange_situation::protocol)
    for (int i = 0; i < plan.intervals; ++i) f.push_back({plan.number, moment(shown)});
  return f;
}

std::string four_way(const film& f) {
  const strange_situation tool;
  return std::string(tool.classify(strange_situation::code(f)).four_way);
}

/// What the default theory shows in one manner at moderate arousal, with a figure it can count on.
signal shown_in(manner how) {
  const theories::conditional_strategies theory;
  auto s = theory.initial({}, {.other = 1, .safety = 1});
  const circumstance now{.previous = static_cast<double>(how), .persistence = 1};
  draws u;
  u.u.fill(0.5);
  return theory.behave(s, now, 0.4, {}, u);
}

const signal crying{.display = 1};
const auto calm = [](std::size_t, std::size_t, const circumstance&) {
  return moment({.exploration = 1});
};
const auto cries_when_left = [](std::size_t, std::size_t, const circumstance& now) {
  return moment(now.separation > 0.5 ? crying : signal{});
};

int length_of(const film& f, int episode) {
  return static_cast<int>(
      std::ranges::count_if(f, [&](const auto& x) { return x.episode == episode; }));
}

}  // namespace

TEST_CASE("the procedure has eight episodes, three separations and 21 and a half minutes",
          "[measurement]") {
  constexpr auto& protocol = strange_situation::protocol;
  STATIC_REQUIRE(protocol.size() == 8);
  STATIC_REQUIRE(protocol[0].intervals == 2);
  int intervals = 0;
  for (std::size_t e = 0; e < protocol.size(); ++e) {
    CHECK(protocol[e].number == static_cast<int>(e) + 1);
    CHECK(protocol[e].separation == (e == 3 || e == 5 || e == 6));
    intervals += protocol[e].intervals;
  }
  CHECK(intervals == intervals_in_all);
}

TEST_CASE("a scale is 1 where nothing is shown and 7 where everything is", "[measurement]") {
  const auto none = strange_situation::code(full_of({}));
  const auto all = strange_situation::code(full_of({1, 1, 1, 1, 1, 1, 0, 0}));
  for (std::size_t e = 0; e < 8; ++e) {
    const auto &low = none.episode[e], &high = all.episode[e];
    for (const double scale :
         {low.proximity, low.contact, low.resistance, low.avoidance, low.crying, low.exploration})
      CHECK(scale == 1.);
    for (const double scale : {high.proximity, high.contact, high.resistance, high.avoidance,
                               high.crying, high.exploration})
      CHECK(scale == 7.);
  }
  CHECK(none.disorganisation == 1.);
}

TEST_CASE("a scale is the mean intensity of its own episode", "[measurement]") {
  film f = full_of({});
  int number = 0;
  for (auto& x : f) {
    if (x.episode == 5) x.seen.shown.avoidance = 0.5;
    if (x.episode == 8) x.seen.shown.display = number++ % 2 == 0 ? 1. : 0.;
  }
  const auto s = strange_situation::code(f);
  CHECK(s.episode[4].avoidance == Approx(4.));
  CHECK(s.episode[7].crying == Approx(4.));
  CHECK(s.episode[4].crying == 1.);
  CHECK(s.episode[7].avoidance == 1.);
  CHECK(s.episode[1].avoidance == 1.);
}

TEST_CASE("an episode that was cut short is rated on what was seen of it", "[measurement]") {
  const film f{{4, moment(crying)}, {4, moment({})}, {4, moment(crying)}};
  CHECK(strange_situation::code(f).episode[3].crying == Approx(5.));
  CHECK(strange_situation::code(f).episode[4].crying == 1.);
}

TEST_CASE("disorganisation grows with conflict in the reunions and nowhere else", "[measurement]") {
  film elsewhere = full_of({});
  for (auto& x : elsewhere) x.seen.shown.conflict = x.episode == 5 || x.episode == 8 ? 0. : 1.;
  CHECK(strange_situation::code(elsewhere).disorganisation == 1.);
  double before = 1.;
  film reunion = full_of({});
  for (auto& x : reunion) {
    if (x.episode != 5 && x.episode != 8) continue;
    x.seen.shown.conflict = 1;
    const double now = strange_situation::code(reunion).disorganisation;
    CHECK(now > before);
    CHECK(now <= 9.);
    before = now;
  }
}

TEST_CASE(
    "an infant that minimises throughout is A, one that maximises C, a calm one B, "
    "one in conflict D",
    "[measurement]") {
  CHECK(four_way(full_of(shown_in(manner::minimise))) == "A");
  CHECK(four_way(full_of(shown_in(manner::maximise))) == "C");
  CHECK(four_way(full_of(shown_in(manner::direct))) == "B");
  CHECK(four_way(full_of({.exploration = 1})) == "B");
  CHECK(four_way(full_of({.proximity = 1, .contact = 1})) == "B");
  CHECK(four_way(full_of({.conflict = 1})) == "D");
}

TEST_CASE("a disorganised infant keeps the class that is forced on it", "[measurement]") {
  const strange_situation tool;
  signal avoids{.avoidance = 1, .conflict = 1}, resists{.resistance = 1, .conflict = 1};
  CHECK(tool.classify(strange_situation::code(full_of(avoids))).four_way == "D");
  CHECK(tool.classify(strange_situation::code(full_of(avoids))).forced == "A");
  CHECK(tool.classify(strange_situation::code(full_of(resists))).forced == "C");
  CHECK(tool.classify(strange_situation::code(full_of({.conflict = 1}))).forced == "B");
}

TEST_CASE("a class is given from its cut point on, the larger margin wins, five is D",
          "[measurement]") {
  const strange_situation tool;
  strange_situation::scales s;
  const auto set = [&](double avoidance, double resistance, double disorganisation = 1) {
    s.episode[4].avoidance = s.episode[7].avoidance = avoidance;
    s.episode[4].resistance = s.episode[7].resistance = resistance;
    s.disorganisation = disorganisation;
    return tool.classify(s);
  };
  const double a = tool.p.avoidance_cut, c = tool.p.resistance_cut;
  CHECK(set(a + 0.01, 1).four_way == "A");
  CHECK(set(a - 0.01, 1).four_way == "B");
  CHECK(set(1, c + 0.01).four_way == "C");
  CHECK(set(1, c - 0.01).four_way == "B");
  CHECK(set(a + 0.5, c + 0.4).four_way == "A");
  CHECK(set(a + 0.4, c + 0.5).four_way == "C");
  CHECK(set(1, 1, 5).four_way == "D");
  CHECK(set(1, 1, 4.99).four_way == "B");
}

TEST_CASE("the second reunion weighs more than the first", "[measurement]") {
  const strange_situation tool;
  strange_situation::scales first, second;
  first.episode[4].avoidance = second.episode[7].avoidance =
      1. + (tool.p.avoidance_cut - 1.) / 0.55;
  CHECK(tool.classify(first).four_way == "B");
  CHECK(tool.classify(second).four_way == "A");
}

TEST_CASE("every set of scales gets one of the classes", "[measurement]") {
  const strange_situation tool;
  holds([&] {
    strange_situation::scales s;
    for (auto& e : s.episode) {
      e.avoidance = *between(1, 7);
      e.resistance = *between(1, 7);
    }
    s.disorganisation = *between(1, 9);
    const auto found = tool.classify(s);
    const auto is_one_of = [](std::string_view x, std::string_view all) {
      return x.size() == 1 && all.find(x) != std::string_view::npos;
    };
    RC_ASSERT(is_one_of(found.four_way, "ABCD"));
    RC_ASSERT(is_one_of(found.forced, "ABC"));
    RC_ASSERT(found.four_way == (s.disorganisation >= 5. ? "D" : found.forced));
  });
}

TEST_CASE("a calm infant is seen through all eight episodes", "[measurement]") {
  puppets stage(3, calm);
  const auto films = strange_situation{}.perform(stage, 1.);
  for (const film& f : films) {
    CHECK(f.size() == intervals_in_all);
    for (const auto& plan : strange_situation::protocol)
      CHECK(length_of(f, plan.number) == plan.intervals);
  }
}

TEST_CASE("each episode has its own situation, from the parameters", "[measurement]") {
  strange_situation tool;
  tool.p.arousal_mood_sd = tool.p.mood_sd = 0;
  puppets stage(1, calm);
  const auto seen = tool.perform(stage, 1.25)[0];
  for (const auto& x : seen) {
    const auto& plan = strange_situation::protocol[static_cast<std::size_t>(x.episode - 1)];
    const circumstance& now = x.seen.now;
    CHECK(now.alarm == tool.p.*(plan.alarm));
    CHECK(now.separation == (plan.separation ? 1. : 0.));
    CHECK(now.pace == (plan.separation ? tool.p.separation_pace : tool.p.pace));
    CHECK(now.age == 1.25);
    CHECK(now.need == 0.);
    CHECK(now.duration == tool.p.interval_duration);
    CHECK(now.mood == std::array<double, 3>{});
  }
}

TEST_CASE("manner and fright of one interval are the past of the next", "[measurement]") {
  puppets stage(1, [](std::size_t, std::size_t number, const circumstance&) {
    return moment({.manner = static_cast<double>(number % 3)},
                  {.fright = number % 5 == 0 ? 1. : 0.});
  });
  const film f = strange_situation{}.perform(stage, 1.)[0];
  CHECK(f[0].seen.now.previous == -1.);
  CHECK(f[0].seen.now.frightened == 0.);
  for (std::size_t i = 1; i < f.size(); ++i) {
    CHECK(f[i].seen.now.previous == f[i - 1].seen.shown.manner);
    CHECK(f[i].seen.now.frightened == f[i - 1].seen.given.fright);
    CHECK(f[i].seen.now.persistence == strange_situation{}.p.persistence);
  }
}

TEST_CASE("mood belongs to the occasion: one for an infant, another for the next",
          "[measurement]") {
  puppets stage(2, calm);
  strange_situation{}.perform(stage, 1.);
  for (const auto& infant : stage.played)
    for (const circumstance& now : infant) CHECK(now.mood == infant.front().mood);
  CHECK(stage.played[0].front().mood != stage.played[1].front().mood);
}

TEST_CASE("a separation ends early after enough full crying, a reunion never", "[measurement]") {
  strange_situation tool;
  tool.p.distress_limit = 5;
  puppets stage(1, cries_when_left);
  const film f = tool.perform(stage, 1.)[0];
  for (const int separation : {4, 6, 7}) CHECK(length_of(f, separation) == 5);
  for (const int other : {2, 3, 5, 8}) CHECK(length_of(f, other) == 12);

  puppets always(1, [](auto...) { return moment(crying); });
  const film g = tool.perform(always, 1.)[0];
  for (const int other : {2, 3, 5, 8}) CHECK(length_of(g, other) == 12);
}

TEST_CASE("crying that pauses does not end a separation", "[measurement]") {
  strange_situation tool;
  tool.p.distress_limit = 5;
  puppets stage(1, [](std::size_t, std::size_t number, const circumstance&) {
    return moment(number % 5 == 0 ? signal{} : crying);
  });
  CHECK(tool.perform(stage, 1.)[0].size() == intervals_in_all);
}

TEST_CASE("one infant's early end leaves the film of another as it was", "[measurement]") {
  const auto act = [](bool first_cries) {
    return [=](std::size_t infant, std::size_t number, const circumstance& now) {
      if (infant == 0 && first_cries && now.separation > 0.5) return moment(crying);
      return moment({.display = 0.1, .manner = static_cast<double>(number % 3)});
    };
  };
  puppets together(2, act(true)), quiet(2, act(false));
  const auto with = strange_situation{}.perform(together, 1.);
  const auto without = strange_situation{}.perform(quiet, 1.);
  CHECK(with[0].size() < without[0].size());
  REQUIRE(with[1].size() == without[1].size());
  for (std::size_t i = 0; i < with[1].size(); ++i) {
    CHECK(with[1][i].episode == without[1][i].episode);
    CHECK(with[1][i].seen.now.alarm == without[1][i].seen.now.alarm);
    CHECK(with[1][i].seen.now.previous == without[1][i].seen.now.previous);
  }
}

TEST_CASE("raters without error agree with the film", "[measurement]") {
  strange_situation tool;
  tool.p.rater_sd = 0;
  puppets stage(1, cries_when_left);
  const auto seen = strange_situation::code(tool.perform(stage, 1.)[0]);
  const auto rated = tool.rated(seen, stage, 0);
  for (std::size_t e = 0; e < 8; ++e) {
    CHECK(rated.episode[e].crying == seen.episode[e].crying);
    CHECK(rated.episode[e].avoidance == seen.episode[e].avoidance);
  }
  CHECK(rated.disorganisation == seen.disorganisation);
}

// Null: errors of raters are normal with mean 0 and the stated standard deviation, and independent
// between scales; 2000 infants in the middle of the scale.
TEST_CASE("raters err by their standard deviation, and stay on the scale", "[measurement]") {
  strange_situation tool;
  tool.p.rater_sd = 0.5;
  constexpr std::size_t infants = 2000;
  puppets stage(infants, calm);
  strange_situation::scales middle, lowest;
  for (auto& e : middle.episode) e = {4, 4, 4, 4, 4, 4};
  double sum = 0, squares = 0, products = 0;
  for (std::size_t i = 0; i < infants; ++i) {
    const auto s = tool.rated(middle, stage, i);
    const double error = (s.episode[4].avoidance - 4) / 0.5,
                 other = (s.episode[7].avoidance - 4) / 0.5;
    sum += error;
    squares += error * error;
    products += error * other;
    CHECK(tool.rated(lowest, stage, i).disorganisation >= 1.);
  }
  constexpr double n = infants;
  CHECK(std::abs(z_of_mean(sum / n, n, 0, 1)) < largest_z);
  CHECK(std::abs(z_of_mean(squares / n, n, 1, std::sqrt(2.))) < largest_z);
  CHECK(std::abs(z_of_mean(products / n, n, 0, 1)) < largest_z);
}

TEST_CASE(
    "an assessment writes crying and exploration everywhere, the reunion scales where the "
    "figure is",
    "[measurement]") {
  puppets stage(2, calm);
  notebook notes;
  strange_situation{}.assess(stage, 1., notes);
  CHECK(notes.scales.size() == 2 * (7 * 2 + 4 * 4 + 1));
  CHECK(notes.scales.count({0, "avoidance", 5}) == 1);
  CHECK(notes.scales.count({0, "avoidance", 4}) == 0);
  CHECK(notes.scales.count({0, "crying", 4}) == 1);
  CHECK(notes.scales.count({0, "crying", 1}) == 0);
  CHECK(notes.scales.count({1, "disorganisation", 0}) == 1);
  CHECK(notes.categories.size() == 4);
  CHECK(notes.categories.count({1, "ABC forced"}) == 1);
}

TEST_CASE("the class is the one of the scales that are written", "[measurement]") {
  puppets stage(60, [](std::size_t infant, auto...) {
    return moment(
        {.resistance = infant % 3 == 0 ? 0.4 : 0., .avoidance = infant % 3 == 1 ? 0.4 : 0.});
  });
  notebook notes;
  const strange_situation tool;
  tool.assess(stage, 1., notes);
  for (std::size_t i = 0; i < stage.size(); ++i) {
    strange_situation::scales s;
    for (const int e : {5, 8}) {
      s.episode[static_cast<std::size_t>(e - 1)].avoidance = notes.scales.at({i, "avoidance", e});
      s.episode[static_cast<std::size_t>(e - 1)].resistance = notes.scales.at({i, "resistance", e});
    }
    s.disorganisation = notes.scales.at({i, "disorganisation", 0});
    CHECK(notes.categories.at({i, "ABCD"}) == tool.classify(s).four_way);
    CHECK(notes.categories.at({i, "ABC forced"}) == tool.classify(s).forced);
  }
}
