// SPDX-License-Identifier: MIT
#include "iwm/measurement/interview_15y.hpp"

#include <string>
#include <vector>

#include "speakers.hpp"
#include "support/catch.hpp"

using namespace iwm;
using namespace iwm::testing;
using iwm::instruments::interview_15y;

namespace {

notebook held_with(std::vector<speaker> people, std::uint64_t occasion = 0) {
  interview_15y tool;
  tool.p.secure_cut = 6.8;
  notebook notes;
  tool.ask(speakers(std::move(people), occasion), 15., notes);
  return notes;
}
notebook held_with(const speaker& one) { return held_with(std::vector<speaker>(300, one)); }
double mean(const speaker& one, const std::string& scale) {
  return mean_of(values_of(held_with(one), scale));
}
double secure(const speaker& one) { return share_of(held_with(one), "secure/insecure", "secure"); }

}  // namespace

TEST_CASE("security is open speech and claims that episodes bear out", "[measurement]") {
  interview_15y tool;
  tool.p.openness_weight = 0.25;
  tool.p.reflective_weight = 0;
  const auto security = [&](manner how, double claim, double quality) {
    return tool.code(std::vector<statement>(4, {0, how, claim, false, true, quality})).security;
  };
  CHECK(security(manner::direct, 1, 1) == 9.);
  CHECK(security(manner::direct, 0.5, 1) == Approx(1 + 8 * (0.25 + 0.75 * 0.5)));
  CHECK(security(manner::direct, 1, 0.5) == Approx(1 + 8 * (0.25 + 0.75 * 0.5)));
  CHECK(security(manner::minimise, 1, 1) == Approx(1 + 8 * 0.75));
  CHECK(security(manner::maximise, 0, 0) == 1.);
  tool.p.reflective_weight = 1;
  CHECK(security(manner::direct, 1, 1) == 1.);
}

TEST_CASE("secure is given by the mean of both scales", "[measurement]") {
  interview_15y tool;
  tool.p.secure_cut = 6;
  CHECK(tool.classify({7, 5}) == "secure");
  CHECK(tool.classify({5, 7}) == "secure");
  CHECK(tool.classify({7, 4.9}) == "insecure");
}

TEST_CASE("parents' care, open speech and reflection make adolescents secure", "[measurement]") {
  speaker loved = raised(0.7, 0.7), hurt = raised(-0.7, -0.7);
  loved.reflection = hurt.reflection = 0.5;
  CHECK(secure(loved) > 0.95);
  CHECK(mean(loved, "security") > mean(hurt, "security") + 1);
  CHECK(secure(raised(0.7, 0.7, muting)) < 0.05);
  CHECK(secure(raised(0.7, 0.7, exaggerating)) < 0.05);
  CHECK(secure(raised(0.7, -0.7)) < 0.05);
  speaker thoughtful = raised(0.7, 0.7, muting);
  thoughtful.reflection = 0.8;
  CHECK(mean(thoughtful, "coherence") > mean(raised(0.7, 0.7, muting), "coherence") + 0.5);
  CHECK(mean(thoughtful, "security") > mean(raised(0.7, 0.7, muting), "security") + 0.5);
}

TEST_CASE("adolescents without parents are not asked about them", "[measurement]") {
  speaker orphan = raised(0.7, 0.7);
  orphan.childhood = {};
  CHECK(held_with(orphan).scales.empty());
  CHECK(held_with(orphan).categories.empty());
  orphan.childhood[1] = orphan.general;
  CHECK(held_with(orphan).scales.size() == 600);
}

TEST_CASE("a plausible population of adolescents has both classes", "[measurement]") {
  const auto people = population(1000);
  const auto first = held_with(people), second = held_with(people, 1);
  const double share = share_of(first, "secure/insecure", "secure");
  CHECK(share > 0.45);
  CHECK(share < 0.75);
  CHECK(correlation(values_of(first, "security"), values_of(second, "security")) > 0.5);
}
