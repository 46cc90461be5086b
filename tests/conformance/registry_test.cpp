// SPDX-License-Identifier: MIT
#include "iwm/population/registry.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <typeinfo>
#include <vector>

#include "registered.hpp"
#include "support/catch.hpp"
#include <cxxabi.h>

using namespace iwm;
using namespace iwm::testing;

namespace {

/// The whole name of a type, as iwm::theories::delta_rule.
template <class Type>
std::string type_name(const Type&) {
  int status = 0;
  const std::unique_ptr<char, void (*)(void*)> name(
      abi::__cxa_demangle(typeid(Type).name(), nullptr, nullptr, &status), std::free);
  return name.get();
}

template <class Entry>
std::vector<std::string> names_in(const std::vector<Entry>& entries) {
  std::vector<std::string> names;
  for (const Entry& entry : entries) names.emplace_back(entry.name);
  return names;
}

template <class Visit>
void each_entry(Visit&& visit) {
  const registry known = builtins();
  for (const facts& f : known.theories) visit(f);
  for (const facts& f : known.caregivers) visit(f);
  for (const facts& f : known.instruments) visit(f);
}

bool is_word(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '_';
  });
}

}  // namespace

TEST_CASE("the conformance tests know everything that is registered", "[conformance]") {
  const registry known = builtins();
  CHECK(names_in(known.theories) == names_of<all_theories>());
  CHECK(names_in(known.caregivers) == names_of<all_caregivers>());
  CHECK(names_in(known.instruments) == names_of<all_instruments>());
}

TEST_CASE("names are single words, and each is used once", "[conformance]") {
  std::set<std::string_view> names;
  each_entry([&](const facts& f) {
    INFO(f.name);
    CHECK(is_word(f.name));
    CHECK(names.insert(f.name).second);
    CHECK(f.summary.size() > 10);
  });
  std::set<std::string_view> tables;
  const registry known = builtins();
  for (const instrument_entry& e : known.instruments) {
    CHECK(is_word(e.table_name));
    CHECK(tables.insert(e.table_name).second);
  }
}

TEST_CASE("an instrument either watches children or asks people", "[conformance]") {
  for (const instrument_entry& e : builtins().instruments) {
    INFO(e.name);
    CHECK(static_cast<bool>(e.assess) != static_cast<bool>(e.ask));
  }
}

TEST_CASE("a name is the name of its type and of its header", "[conformance]") {
  const auto named = [](const std::string& space, const std::string& folder) {
    return [=](const auto& plugin) {
      const std::string name(plugin.name);
      INFO(name);
      CHECK(type_name(plugin) == "iwm::" + space + "::" + name);
      CHECK(std::filesystem::exists("include/iwm/" + folder + "/" + name + ".hpp"));
    };
  };
  each_of<all_theories>(named("theories", "theory"));
  each_of<all_caregivers>(named("caregivers", "caregiver"));
  each_of<all_instruments>(named("instruments", "measurement"));
}

TEST_CASE("every theory has its page", "[conformance]") {
  for (const std::string& name : names_of<all_theories>()) {
    INFO(name);
    CHECK(std::filesystem::exists("docs/theory/" + name + ".md"));
  }
}

TEST_CASE("every number has a range that holds its default, a unit, a meaning and a source",
          "[conformance]") {
  each_entry([](const facts& f) {
    for (const parameter_info& p : f.parameters) {
      if (p.kind == "text") continue;
      INFO(f.name << " / " << p.name);
      CHECK((p.kind == "number" || p.kind == "integer" || p.kind == "switch"));
      CHECK(p.lowest < p.highest);
      CHECK(p.lowest <= p.initial);
      CHECK(p.initial <= p.highest);
      CHECK(p.unit != "");
      CHECK(p.source != "");
    }
  });
}

TEST_CASE("every parameter has a name of its own and a meaning", "[conformance]") {
  each_entry([](const facts& f) {
    std::set<std::string_view> names;
    for (const parameter_info& p : f.parameters) {
      INFO(f.name << " / " << p.name);
      CHECK(is_word(p.name));
      CHECK(names.insert(p.name).second);
      CHECK(p.meaning != "");
    }
  });
}
