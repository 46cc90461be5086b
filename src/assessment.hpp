// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/life/life_block.hpp"
#include "iwm/measurement/instrument.hpp"
#include "iwm/output/tables.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace iwm {

/// Rows that lives add to the tables.
struct life_rows {
  std::vector<person_row> persons;
  std::vector<relationship_row> relationships;
  std::vector<assessment_row> assessments;
  std::vector<classification_row> classifications;
  std::vector<event_row> events;
  std::vector<trajectory_row> trajectories;
};

/// Calls act(list of a, list of b) for each table.
template <class Do>
void for_each_list(life_rows& a, life_rows& b, Do&& act) {
  act(a.persons, b.persons);
  act(a.relationships, b.relationships);
  act(a.assessments, b.assessments);
  act(a.classifications, b.classifications);
  act(a.events, b.events);
  act(a.trajectories, b.trajectories);
}

/// Hands all rows to the sinks, table by table, and is rid of them.
void pass_on(life_rows& rows, std::span<sink* const> sinks);

/// The first draw of an assessment of a day: no other instrument or day has it.
std::uint64_t occasion_of(std::string_view instrument, std::uint64_t day);

/// The copies of a block's infants with one of their figures.
class block_stage final : public stage {
 public:
  /// Keeps references to `needs` and `infants`.
  block_stage(const life_block& lives, std::size_t figure, std::uint64_t occasion, double age,
              const lane_columns<draw_key>& keys, const need_rule& needs,
              const lane_columns<temperament>& infants);

  std::size_t size() const override { return block_size; }
  void play(std::span<const circumstance> now, std::span<event> seen) override;
  draws draw(std::size_t infant, purpose why, std::uint64_t part) const override {
    return keys_.get(infant).draw(occasion_, why, part);
  }
  circumstance everyday(std::size_t infant, std::uint64_t moment) const override {
    return needs_(age_, keys_.get(infant).draw(occasion_ | moment, purpose::measured_circumstance));
  }
  temperament known(std::size_t infant) const override { return infants_.get(infant); }

 private:
  meetings with_;
  std::uint64_t occasion_;
  double age_;
  life_block lives_;
  const lane_columns<draw_key>& keys_;
  const need_rule& needs_;
  const lane_columns<temperament>& infants_;
  std::uint64_t moment_ = 0;
};

/// Who was assessed, and to which rows it is added; `rows` null: nobody.
struct assessed_person {
  life_rows* rows = nullptr;
  row_origin from{};
  std::uint64_t person = 0, partner = 0;
  double months = 0;
};

/// Turns findings into rows.
class findings final : public record {
 public:
  findings(std::string_view instrument, std::function<assessed_person(std::size_t)> who)
      : instrument_(instrument), who_(std::move(who)) {}

  void scale(std::size_t infant, std::string_view name, std::int64_t episode,
             double value) override;
  void category(std::size_t infant, std::string_view system, std::string_view name) override;
  void recorded(std::size_t infant, double hours, const event& seen) override;

 private:
  std::string_view instrument_;
  std::function<assessed_person(std::size_t)> who_;
};

/// What a person's models say to a researcher who looks inside: for trajectories.
void add_trajectory(life_rows& rows, const row_origin& from, std::uint64_t person,
                    std::uint64_t partner, double months, const model_view& model, double reflection);

}  // namespace iwm
