// SPDX-License-Identifier: MIT
#include "iwm/scenario/describe.hpp"

#include "iwm/evidence/target.hpp"
#include "iwm/scenario/scenario_json.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "scenario/small_registry.hpp"
#include "support/catch.hpp"

namespace iwm::testing {
namespace {

const std::string page = "docs/reference/scenario.md";

std::string contents(const std::string& name) {
  std::ifstream file(name);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string message_of_describing(std::string_view name) {
  try {
    return describe(name, small_registry());
  } catch (const input_error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a description is the purpose and a table of the parameters", "[scenario]") {
  CHECK(
      describe("replayed", small_registry()) ==
      "replayed, a caregiver\n"
      "  replays a table\n"
      "\n"
      "  name     default  range            unit  meaning                  source of the default\n"
      "  table    \"\"       text                   the table\n"
      "  repeats  false    true, false            begins again at its end\n"
      "  first    1        whole, [1, 100]  rows  where it begins\n");
}

TEST_CASE("everything registered can be described", "[scenario]") {
  const registry known = builtins();
  const auto each = [&](const auto& entries) {
    for (const auto& entry : entries) {
      const std::string text = describe(entry.name, known);
      INFO(text);
      CHECK(text.starts_with(std::string(entry.name) + ", a"));
      CHECK(text.find(std::string(entry.summary)) != text.npos);
      for (const parameter_info& info : entry.parameters)
        CHECK(text.find("\n  " + std::string(info.name) + ' ') != text.npos);
    }
  };
  each(known.theories);
  each(known.caregivers);
  each(known.instruments);
}

TEST_CASE("the diary is described by the columns that it may have", "[scenario]") {
  const std::string text = describe("diary", small_registry());
  CHECK(text.starts_with("diary, a part of a scenario\n"));
  CHECK(text.find("\n  column       values     unit     meaning\n") != text.npos);
  CHECK(text.find("\n  delay        0 or more  minutes  time until the answer; 0 if none came\n") !=
        text.npos);
}

TEST_CASE("what cannot be described gets the nearest name and all that are known", "[scenario]") {
  CHECK(message_of_describing("delta_rul") ==
        "nothing is called 'delta_rul'; did you mean 'delta_rule'? known: conditional_strategies, "
        "delta_rule, "
        "trait_based, sensitive, rejecting, replayed, strange_situation, sensitivity_visit, "
        "temperament_report, neutral, diary");
  CHECK(message_of_describing("xyz").starts_with(
      "nothing is called 'xyz'; known: conditional_strategies, "));
}

TEST_CASE("protocols are listed and described", "[scenario]") {
  const registry known = builtins();
  const std::vector<protocol_file> protocols = list_protocols("data/protocols", known);
  REQUIRE(protocols.size() == 14);
  CHECK(protocols[0].name == "adult_cohort");
  CHECK(protocols[13].name == "world_mixed_cohort");
  CHECK(describe("maltreatment_cohort", known, protocols) ==
        "maltreatment_cohort, a protocol\n  " + protocols[7].summary +
            "\n\n"
            "  5000 families, 44 months\n"
            "  stratum maltreatment: 1\n"
            "  sensitivity_visit with mother at 18 months\n"
            "  strange_situation with mother at 20 months\n"
            "  preschool with mother at 44 months\n");
  CHECK_THROWS_AS(list_protocols("no/such/folder", known), input_error);
}

TEST_CASE("an exchange is part of a description", "[scenario]") {
  const std::vector<protocol_file> one{{"exchange", "", "examples/scenarios/exchange.json"}};
  CHECK(describe("exchange", builtins(), one)
            .find("  mother exchanged at 12.1 months: sensitive\n") != std::string::npos);
}

TEST_CASE("protocols have the size and mixture of the evidence", "[scenario]") {
  const evidence published = read_evidence("data/evidence.json");
  for (const protocol_file& file : list_protocols("data/protocols", builtins())) {
    INFO(file.name);
    const scenario plan = read_scenario(file.file, builtins());
    const study_protocol* study = published.protocol(plan.name);
    REQUIRE(study != nullptr);
    if (plan.lives.generations == 0)
      CHECK(plan.families == study->default_n);
    else
      CHECK(plan.families <= study->default_n);
    if (study->strata.empty()) continue;
    for (const stratum_share& s : plan.strata) {
      double weight = 0;
      for (const auto& [name, share] : study->strata)
        if (name == s.name) weight = share;
      CHECK(s.share == weight);
    }
  }
}

TEST_CASE("the reference page is up to date", "[scenario]") {
  const std::string written = scenario_reference_markdown(builtins());
  if (std::getenv("IWM_APPROVE") != nullptr) std::ofstream(page) << written;
  INFO("IWM_APPROVE=1 makes this test write " << page << " anew");
  CHECK(contents(page) == written);
}

}  // namespace iwm::testing
