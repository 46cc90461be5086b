// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/life/needs.hpp"
#include "iwm/measurement/instrument.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace iwm::testing {

/// A stage of puppets: each infant does what `act(infant, number of the moment, circumstance)`
/// says.
class puppets final : public stage {
 public:
  using acting = std::function<event(std::size_t, std::size_t, const circumstance&)>;

  puppets(std::size_t infants, acting act, temperament nature = {}, std::uint64_t seed = 1)
      : played(infants), act_(std::move(act)), nature_(nature), seed_(seed) {}

  std::size_t size() const override { return played.size(); }
  void play(std::span<const circumstance> now, std::span<event> seen) override {
    for (std::size_t i = 0; i < size(); ++i) {
      seen[i] = act_(i, played[i].size(), now[i]);
      seen[i].now = now[i];
      played[i].push_back(now[i]);
    }
  }
  draws draw(std::size_t infant, purpose why, std::uint64_t part) const override {
    return address{.seed = seed_, .person = infant}.draw(why, part);
  }
  circumstance everyday(std::size_t infant, std::uint64_t moment) const override {
    const address at{.seed = seed_, .person = infant, .event = moment};
    return need_rule{}(1., at.draw(purpose::measured_circumstance));
  }
  temperament known(std::size_t) const override { return nature_; }

  std::vector<std::vector<circumstance>> played;  ///< what each infant was put into

 private:
  acting act_;
  temperament nature_;
  std::uint64_t seed_;
};

/// A record that keeps everything.
class notebook final : public record {
 public:
  void scale(std::size_t infant, std::string_view name, std::int64_t episode,
             double value) override {
    scales[{infant, std::string(name), episode}] = value;
  }
  void category(std::size_t infant, std::string_view system, std::string_view name) override {
    categories[{infant, std::string(system)}] = name;
  }
  void recorded(std::size_t infant, double hours, const event& seen) override {
    recordings.push_back({infant, hours, seen});
  }

  struct recording {
    std::size_t infant;
    double hours;
    event seen;
  };
  std::map<std::tuple<std::size_t, std::string, std::int64_t>, double> scales;
  std::map<std::pair<std::size_t, std::string>, std::string> categories;
  std::vector<recording> recordings;
};

/// A moment with this signal and this answer.
inline event moment(const signal& shown, const response& given = {}, double settling = 0) {
  event e;
  e.shown = shown;
  e.given = given;
  e.settling = settling;
  return e;
}

}  // namespace iwm::testing
