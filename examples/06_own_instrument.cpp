// SPDX-License-Identifier: MIT
// An instrument of one's own: an interviewer asks grown people whom they would call at night,
// mother or father. Claim, checked at the end: more of those whose father was ill for years name
// the mother than of the same people whose father stayed well.
#include "iwm/core/distributions.hpp"
#include "iwm/population/run.hpp"

#include <iostream>

/// The parent whose availability is claimed more; the interviewer mishears a little.
struct night_call {
  static constexpr std::string_view name = "night_call", table_name = "night_call";
  static constexpr std::string_view summary = "whom one would call at night: mother or father";
  static constexpr bool of_both = false;
  struct parameters {
    double hearing_sd = 0.05;
    static constexpr auto fields() {
      return std::tuple{iwm::field{"hearing_sd", &parameters::hearing_sd, 0., 1., "1",
                                   "error of the interviewer", "own choice"}};
    }
  };
  parameters p{};
  void ask(const iwm::respondents& people, double, iwm::record& findings) const {
    for (std::size_t i = 0; i < people.size(); ++i) {
      const auto [mother, father] = people.childhood(i);
      if (!people.about(i) || !mother || !father) continue;
      const double more = mother->claimed.availability - father->claimed.availability +
                          iwm::normal(people.draw(i, iwm::purpose::rater)[0], 0., p.hearing_sd);
      findings.scale(i, "preference", 0, more);
      findings.category(i, "night", more > 0 ? "mother" : "father");
    }
  }
};

struct calls final : iwm::sink {
  using iwm::sink::row;
  void row(const iwm::classification_row& call) override { mother += call.category == "mother"; }
  int mother = 0;
};

/// How many children of 48 families would call the mother at 19 years.
int asked(const std::vector<iwm::life_event>& events) {
  iwm::registry known = iwm::builtins();
  known.add_instrument<night_call>();
  iwm::scenario plan{.families = 48, .months = 240};
  plan.lives = {.generations = 1, .children = 1, .couples = false, .events = events};
  plan.assessments = {{{"night_call"}, iwm::figure::mother, {228}}};
  calls said;
  iwm::sink* const to = &said;
  iwm::run(plan, known, {&to, 1});
  return said.mother;
}

int main() {
  const int well = asked({});
  const int ill = asked({{.kind = "ill", .who = "father", .months = 60, .care = -4, .lasts = 240}});
  std::cout << "would call the mother: " << well << " of 48; father ill: " << ill << '\n';
  return ill > well ? 0 : 1;
}
