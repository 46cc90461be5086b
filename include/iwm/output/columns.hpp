// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/output/tables.hpp"

#include <string_view>
#include <tuple>

namespace iwm {

/// What an empty field of a column stands for. Texts are never "not known": an empty text is a
/// text.
enum class empty_field {
  never,
  not_a_number,  ///< NaN: not measured, or not there
  zero           ///< 0: nobody, or no episode
};

/// One column of a table, stated once: from it come header, rows and data dictionary.
template <class Row, class Value>
struct column {
  std::string_view name;
  Value Row::*member;
  std::string_view unit, meaning;
  std::string_view values;  ///< allowed values in words; those of a text separated by commas
  empty_field empty = empty_field::never;
};
template <class Row, class Value>
column(std::string_view, Value Row::*, std::string_view, std::string_view, std::string_view,
       empty_field = empty_field::never) -> column<Row, Value>;

/// The columns of a type of row, in order of its members. `name` is the table's file without
/// ".csv". A table with `always` is written even when it has no row.
template <class Row>
struct table;

/// What every row begins with.
template <>
struct table<row_origin> {
  static constexpr auto columns() {
    using R = row_origin;
    return std::tuple{
        column{"protocol", &R::protocol, "", "simulated study", "name of the scenario's protocol"},
        column{"stratum", &R::stratum, "", "kind of family", "name of a stratum of the scenario"},
        column{"arm", &R::arm, "", "arm of the study; empty if it has none", "name of the arm"},
        column{"seed", &R::seed, "1", "seed of the run", "0 or more"},
        column{"family_id", &R::family_id, "1", "number of the family within the run",
               "1 or more"}};
  }
};

template <>
struct table<person_row> {
  static constexpr std::string_view name = "people";
  static constexpr std::string_view meaning = "one row a person";
  static constexpr bool always = true;
  static constexpr auto columns() {
    using R = person_row;
    return std::tuple{
        column{"person_id", &R::person_id, "1", "number of the person", "1 or more"},
        column{"role", &R::role, "", "place in the family", "mother, father, child"},
        column{"sex", &R::sex, "", "sex", "female, male"},
        column{"birth", &R::birth, "months", "date of birth; the first child's is 0", "any"},
        column{"mother_id", &R::mother_id, "1", "the mother's person_id", "1 or more",
               empty_field::zero},
        column{"father_id", &R::father_id, "1", "the father's person_id", "1 or more",
               empty_field::zero},
        column{"twin_id", &R::twin_id, "1", "the twin's person_id", "1 or more", empty_field::zero},
        column{"zygosity", &R::zygosity, "", "kind of twins; empty if not a twin", "MZ, DZ"},
        column{"generation", &R::generation, "1",
               "generations since the parents drawn at the start", "0 or more"}};
  }
};

template <>
struct table<relationship_row> {
  static constexpr std::string_view name = "relationships";
  static constexpr std::string_view meaning = "one row a relationship";
  static constexpr bool always = true;
  static constexpr auto columns() {
    using R = relationship_row;
    return std::tuple{
        column{"person_id", &R::person_id, "1", "one person; the child of a parent_child",
               "1 or more"},
        column{"partner_id", &R::partner_id, "1", "the other person", "1 or more"},
        column{"kind", &R::kind, "", "kind of relationship",
               "parent_child, sibling, couple, staff_child"},
        column{"start", &R::start, "months", "age of person_id at the beginning", "any"},
        column{"end", &R::end, "months", "age at the end; empty while it lasts", "start or more",
               empty_field::not_a_number},
        column{"satisfaction", &R::satisfaction, "1", "satisfaction of person_id with it", "any",
               empty_field::not_a_number},
        column{"conflict", &R::conflict, "1", "conflict as seen by person_id", "any",
               empty_field::not_a_number}};
  }
};

template <>
struct table<assessment_row> {
  static constexpr std::string_view name = "assessments";
  static constexpr std::string_view meaning =
      "one row a score: one scale of one instrument at one age";
  static constexpr bool always = true;
  static constexpr auto columns() {
    using R = assessment_row;
    return std::tuple{
        column{"person_id", &R::person_id, "1", "the person assessed", "1 or more"},
        column{"partner_id", &R::partner_id, "1",
               "with whom; empty if no relationship was assessed", "1 or more", empty_field::zero},
        column{"instrument", &R::instrument, "", "instrument",
               "temperament_report, sensitivity_visit, ssp, preschool, aqs, or another registered one"},
        column{"scale", &R::scale, "", "scale of the instrument",
               "temperament_report: negative_reactivity, soothability, sociability; "
               "sensitivity_visit: "
               "sensitivity, acceptance, cooperation, accessibility, frightening; ssp, preschool: crying, "
               "exploration, proximity, contact, resistance, avoidance, disorganisation; aqs: "
               "security"},
        column{"age_months", &R::age_months, "months", "age of the child", "0 or more"},
        column{"episode", &R::episode, "1", "episode of the Strange Situation; empty for the whole",
               "1 to 8", empty_field::zero},
        column{
            "value", &R::value, "scale points", "the score",
            "temperament_report 1 to 7; sensitivity_visit 1 to 9; ssp and preschool 1 to 7, disorganisation 1 to "
            "9; aqs -1 to 1"}};
  }
};

template <>
struct table<classification_row> {
  static constexpr std::string_view name = "classifications";
  static constexpr std::string_view meaning = "one row a classification";
  static constexpr bool always = true;
  static constexpr auto columns() {
    using R = classification_row;
    return std::tuple{
        column{"person_id", &R::person_id, "1", "the person classified", "1 or more"},
        column{"partner_id", &R::partner_id, "1",
               "with whom; empty if no relationship was assessed", "1 or more", empty_field::zero},
        column{"instrument", &R::instrument, "", "instrument", "ssp, preschool, or another registered one"},
        column{"system", &R::system, "", "set of classes; forced: the best-fitting one without D",
               "ABCD, ABC forced"},
        column{"age_months", &R::age_months, "months", "age of the child", "0 or more"},
        column{"class", &R::category, "", "A avoidant, B secure, C resistant, D disorganised",
               "A, B, C, D"}};
  }
};

template <>
struct table<event_row> {
  static constexpr std::string_view name = "events";
  static constexpr std::string_view meaning = "one row an event of a recording";
  static constexpr bool always = false;
  static constexpr auto columns() {
    using R = event_row;
    return std::tuple{
        column{"time", &R::time, "months", "age of person_id", "0 or more"},
        column{"person_id", &R::person_id, "1", "the child", "1 or more"},
        column{"partner_id", &R::partner_id, "1", "the caregiver", "1 or more", empty_field::zero},
        column{"kind", &R::kind, "", "kind of event", "response to distress"},
        column{"quality", &R::quality, "1", "quality of the response: came, warm, fitting, prompt",
               "0 to 1", empty_field::not_a_number},
        column{"severity", &R::severity, "1", "severity of a life event", "0 or more",
               empty_field::not_a_number},
        column{"latency", &R::latency, "minutes", "time until the response; empty if none came",
               "0 or more", empty_field::not_a_number},
        column{"crying", &R::crying, "1", "distress shown", "0 to 1", empty_field::not_a_number},
        column{"exploration", &R::exploration, "1", "attention to toys and surroundings", "0 to 1",
               empty_field::not_a_number}};
  }
};

template <>
struct table<trajectory_row> {
  static constexpr std::string_view name = "trajectories";
  static constexpr std::string_view meaning =
      "one row a working model of a sampled child at one age";
  static constexpr bool always = false;
  static constexpr auto columns() {
    using R = trajectory_row;
    constexpr auto range = "-1 to 1";
    constexpr auto nan = empty_field::not_a_number;
    return std::tuple{
        column{"person_id", &R::person_id, "1", "the child", "1 or more"},
        column{"partner_id", &R::partner_id, "1", "of whom; empty for the general model",
               "1 or more", empty_field::zero},
        column{"age_months", &R::age_months, "months", "age of the child", "0 or more"},
        column{"store", &R::store, "", "implicit: acted on; declared: can be put into words",
               "implicit, declared"},
        column{"availability", &R::availability, "1", "other: will come", range, nan},
        column{"acceptance", &R::acceptance, "1", "other: will welcome me", range, nan},
        column{"safety", &R::safety, "1", "other: will not frighten me", range, nan},
        column{"worth", &R::worth, "1", "self: is worthy of care", range, nan},
        column{"efficacy", &R::efficacy, "1", "self: has an effect", range, nan},
        column{"confidence", &R::confidence, "1", "evidence behind the model of the other",
               "0 to 1", nan},
        column{"direct", &R::direct, "relief", "value of showing distress openly", "-2 to 1", nan},
        column{"minimise", &R::minimise, "relief", "value of muting distress", "-2 to 1", nan},
        column{"maximise", &R::maximise, "relief", "value of exaggerating distress", "-2 to 1",
               nan},
        column{"reflection", &R::reflection, "1", "reflective capacity of the person", "0 to 1"}};
  }
};

/// Calls visit.template operator()<Row>() for each table, in the order in which rows arrive.
template <class Visit>
void for_each_table(Visit&& visit) {
  visit.template operator()<person_row>();
  visit.template operator()<relationship_row>();
  visit.template operator()<assessment_row>();
  visit.template operator()<classification_row>();
  visit.template operator()<event_row>();
  visit.template operator()<trajectory_row>();
}

/// Calls visit(column) for each column of a table that is its own, in order.
template <class Row, class Visit>
void for_each_column(Visit&& visit) {
  std::apply([&](const auto&... each) { (visit(each), ...); }, table<Row>::columns());
}

}  // namespace iwm
