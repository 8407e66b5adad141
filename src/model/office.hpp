// rapport.yaml: the office that keeps the repository.
#pragma once

#include "model/record.hpp"
#include "model/vocabulary.hpp"

#include <array>

namespace rapport::model {

enum class StaffRole : std::uint8_t { absent, holder, assistant, officer, intern, expert, other };

struct Staff {
  Key key;
  Text name;
  Text honorific;
  Word<StaffRole> role;
  Text post;
  Date since;
  Date until;
};

struct Deadlines {
  Count reply_days;
  Count cosign_ua_days;
  Count cosign_al_days;
  Count publication_days;
  Count channel_days;
};

struct Target {
  Key key;
  Text text;
  Word<Circle> circle;
  Count share;
  Count number;
};

enum class QueryOf : std::uint8_t { absent, partners, engagements };

/// A question that the office asks again and again: data only, so it says nothing of who may read
/// the answer or where that goes.
struct SavedQuery {
  Key key;
  Word<QueryOf> about;
  Text query;
  List<Text> columns;
  List<Text> sort;
  Text group_by;
  Text each;
  Text doc;
};

struct Office {
  RecordHeader head;
  Count format;
  Uuid repository;
  MandateCode mandate;
  Text name;
  List<Text> address;
  List<LanguageTag> languages;
  List<Text> letterhead;
  Text mailbox;
  List<Staff> staff;
  Block<Deadlines> deadlines;
  List<Target> targets;
  List<SavedQuery> queries;
};

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::Staff> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::key>("key", {.doc = "How records refer to them.",
                             .reveals = Reveals::open,
                             .required = true,
                             .naming = value::Naming::cited}),
      field<&T::name>("name", {.doc = "The name.", .reveals = Reveals::identity, .required = true}),
      field<&T::honorific>("honorific", {.doc = "Ms., Mr., Dr.", .reveals = Reveals::identity}),
      field<&T::role>("role", {.doc = "holder, assistant, officer, intern, expert or other.",
                               .reveals = Reveals::open,
                               .required = true}),
      field<&T::post>("post", {.doc = "What letters call them.", .reveals = Reveals::open}),
      field<&T::since>("since", {.doc = "From when.", .reveals = Reveals::open}),
      field<&T::until>("until", {.doc = "The last day.", .reveals = Reveals::open}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Deadlines> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::reply_days>("reply_days", {.doc = "Days a State has to reply: 60 if not set.",
                                           .reveals = Reveals::open}),
      field<&T::cosign_ua_days>("cosign_ua_days",
                                {.doc = "Working days other mandates have for an urgent appeal.",
                                 .reveals = Reveals::open}),
      field<&T::cosign_al_days>(
          "cosign_al_days",
          {.doc = "Working days they have for other letters.", .reveals = Reveals::open}),
      field<&T::publication_days>(
          "publication_days",
          {.doc = "Days after which letter and reply are public.", .reveals = Reveals::open}),
      field<&T::channel_days>(
          "channel_days",
          {.doc = "Days after which a channel must be verified again.", .reveals = Reveals::open}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Target> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::key>("key",
                     {.doc = "Names this target.", .reveals = Reveals::open, .required = true}),
      field<&T::text>("text",
                      {.doc = "What is aimed at.", .reveals = Reveals::open, .required = true}),
      field<&T::circle>("circle", {.doc = "For whom.", .reveals = Reveals::open}),
      field<&T::share>("share", {.doc = "Per cent.", .reveals = Reveals::open}),
      field<&T::number>("number", {.doc = "How many in a year.", .reveals = Reveals::open}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::SavedQuery> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::key>("key", {.doc = "Its name: `rapport list @key` asks it.",
                             .reveals = Reveals::open,
                             .required = true}),
      field<&T::about>(
          "about", {.doc = "partners or engagements.", .reveals = Reveals::open, .required = true}),
      field<&T::query>("query", {.doc = "The terms, as for `rapport list`; without it, all.",
                                 .reveals = Reveals::content}),
      field<&T::columns>("columns", {.doc = "The columns; without them, the usual ones.",
                                     .reveals = Reveals::open,
                                     .singular = "column"}),
      field<&T::sort>("sort", {.doc = "The order, such as -start.", .reveals = Reveals::open}),
      field<&T::group_by>("group_by", {.doc = "The field to group by.", .reveals = Reveals::open}),
      field<&T::each>("each",
                      {.doc = "A list: a row for each of its items.", .reveals = Reveals::open}),
      field<&T::doc>("doc", {.doc = "What it is for.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Office> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::format>("format",
                        {.doc = "The version of the format of its records: 1. Without it, 1.",
                         .reveals = Reveals::open}),
      field<&T::repository>("repository", {.doc = "Identifies this repository for ever.",
                                           .reveals = Reveals::open,
                                           .required = true}),
      field<&T::mandate>(
          "mandate",
          {.doc = "The mandate this office serves.", .reveals = Reveals::open, .required = true}),
      field<&T::name>("name",
                      {.doc = "The office's name.", .reveals = Reveals::open, .required = true}),
      field<&T::address>("address",
                         {.doc = "Its address, line by line.", .reveals = Reveals::open}),
      field<&T::languages>(
          "languages",
          {.doc = "Its working languages.", .reveals = Reveals::open, .singular = "language"}),
      field<&T::letterhead>("letterhead",
                            {.doc = "The lines above a letter.", .reveals = Reveals::open}),
      field<&T::mailbox>("mailbox", {.doc = "Where replies go.", .reveals = Reveals::contact}),
      field<&T::staff>("staff",
                       {.doc = "The holder and the team, with dates.", .reveals = Reveals::open}),
      field<&T::deadlines>("deadlines", {.doc = "Its own deadlines.", .reveals = Reveals::open}),
      field<&T::targets>(
          "targets",
          {.doc = "What it set itself.", .reveals = Reveals::open, .singular = "target"}),
      field<&T::queries>("queries", {.doc = "Questions it asks again and again.",
                                     .reveals = Reveals::open,
                                     .singular = "query"}),
  };
  static constexpr std::size_t without_row = 1;
};
