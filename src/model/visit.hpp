// The block of a visit: from the first request to the report, with the programme day by day.
#pragma once

#include "model/people.hpp"
#include "model/record.hpp"
#include "model/vocabulary.hpp"

#include <array>

namespace rapport::model {

enum class Nature : std::uint8_t { absent, official, academic, working };
enum class VisitStep : std::uint8_t {
  absent,
  requested,
  reminder,
  invited,
  acknowledged,
  accepted,
  declined,
  dates_proposed,
  dates_agreed,
  postponed,
  cancelled,
  announced,
  completed,
  report_presented,
  lapsed
};
enum class RecommendationStatus : std::uint8_t {
  absent,
  open,
  partly_implemented,
  implemented,
  rejected
};
enum class Setting : std::uint8_t {
  absent,
  official,
  independent,
  un,
  diplomatic,
  de_facto,
  civil_society,
  confidential,
  press,
  site_visit,
  internal
};
enum class SlotStatus : std::uint8_t {
  absent,
  proposed,
  requested,
  confirmed,
  held,
  refused,
  cancelled
};
enum class ShownAs : std::uint8_t { absent, omitted, reserved };

struct Step {
  Date on;
  Word<VisitStep> step;
  Ref by;
  Ref to;
  Text document;
};

struct Recommendation {
  Key key;
  Text text;
  List<Ref> to;
  Word<RecommendationStatus> status;
  Text evidence;
};

struct FocalPoint {
  Ref who;
  Text name;
  Text for_;
  Text phone;
};

struct Raised {
  Ref case_;
  Text text;
  Text how;
};

struct Avoided {
  Ref case_;
  Text text;
};

struct Slot {
  Key key;
  Moment at;
  Moment until;
  Text place;
  TerritoryCode territory;
  List<Ref> with;
  List<Ref> attended;
  Block<Attended> attendance;
  Text purpose;
  Word<Setting> setting;
  Text interpreter;
  Word<SlotStatus> status;
  List<Raised> raise;
  List<Avoided> avoid;
  List<Text> questions;
  List<Text> messages;
  Text outcome;
  Flag together;
  Word<ShownAs> shown_as;
};

/// It is still to be, or was: nobody refused or cancelled it.
inline bool takes_place(Word<SlotStatus> status) {
  return status != SlotStatus::refused && status != SlotStatus::cancelled;
}
inline bool takes_place(const Slot& slot) { return takes_place(slot.status); }

struct Visit {
  Word<Nature> nature;
  List<Step> steps;
  List<Text> objectives;
  List<Slot> programme;
  List<Recommendation> recommendations;
  List<FocalPoint> focal_points;
  Text logistics;
  Text security;
  Text reprisals_contact;
  Text press;
  Text statement;
  Text report_symbol;
  Text state_comments;
};

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::Step> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::on>("on", {.doc = "When.", .reveals = Reveals::open, .required = true}),
      field<&T::step>("step",
                      {.doc = "What happened.", .reveals = Reveals::open, .required = true}),
      field<&T::by>("by", {.doc = "Who did it; office for us, or the key of a member of staff.",
                           .reveals = Reveals::link,
                           .is_usual = true,
                           .refers = Refers::partner,
                           .or_key = OrKey::staff}),
      field<&T::to>("to", {.doc = "To whom.",
                           .reveals = Reveals::link,
                           .is_usual = true,
                           .refers = Refers::partner}),
      field<&T::document>("document",
                          {.doc = "The document that shows it.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Recommendation> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::key>(
          "key", {.doc = "Names this recommendation.", .reveals = Reveals::open, .required = true}),
      field<&T::text>("text",
                      {.doc = "What is recommended.", .reveals = Reveals::open, .required = true}),
      field<&T::to>("to", {.doc = "To whom.", .reveals = Reveals::link, .refers = Refers::partner}),
      field<&T::status>("status", {.doc = "open, partly-implemented, implemented or rejected.",
                                   .reveals = Reveals::open}),
      field<&T::evidence>("evidence", {.doc = "What shows it.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::FocalPoint> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::who>("who",
                     {.doc = "The partner.", .reveals = Reveals::link, .refers = Refers::partner}),
      field<&T::name>("name",
                      {.doc = "A name, if there is no record.", .reveals = Reveals::identity}),
      field<&T::for_>("for", {.doc = "What for.", .reveals = Reveals::content}),
      field<&T::phone>("phone", {.doc = "How to reach them during the visit.",
                                 .reveals = Reveals::contact,
                                 .must_seal = true}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Raised> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::case_>(
          "case",
          {.doc = "The case to raise.", .reveals = Reveals::content, .refers = Refers::engagement}),
      field<&T::text>("text",
                      {.doc = "What to raise, or what it is called.", .reveals = Reveals::content}),
      field<&T::how>("how", {.doc = "With or without names.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Avoided> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::case_>("case", {.doc = "The case not to mention.",
                                .reveals = Reveals::content,
                                .refers = Refers::engagement}),
      field<&T::text>("text", {.doc = "What not to mention.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Slot> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::key>("key",
                     {.doc = "Names this slot.", .reveals = Reveals::open, .required = true}),
      field<&T::at>("at", {.doc = "When it begins.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::until>("until",
                       {.doc = "When it ends.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::place>("place", {.doc = "Where.", .reveals = Reveals::place, .is_usual = true}),
      field<&T::territory>("territory", {.doc = "The territory it is in, if no State is meant.",
                                         .reveals = Reveals::place}),
      field<&T::with>("with", {.doc = "Who is met.",
                               .reveals = Reveals::link,
                               .is_usual = true,
                               .refers = Refers::partner}),
      field<&T::attended>(
          "attended", {.doc = "Who came.", .reveals = Reveals::link, .refers = Refers::partner}),
      field<&T::attendance>("attendance", {.doc = "How many came.", .reveals = Reveals::open}),
      field<&T::purpose>("purpose",
                         {.doc = "What it is for.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::setting>(
          "setting",
          {.doc = "Official, confidential ...", .reveals = Reveals::open, .is_usual = true}),
      field<&T::interpreter>("interpreter", {.doc = "Which interpreter, or none needed.",
                                             .reveals = Reveals::identity}),
      field<&T::status>("status",
                        {.doc = "proposed, requested, confirmed, held, refused or cancelled.",
                         .reveals = Reveals::open,
                         .is_usual = true}),
      field<&T::raise>("raise",
                       {.doc = "Cases and matters to raise.", .reveals = Reveals::content}),
      field<&T::avoid>("avoid",
                       {.doc = "Cases and matters not to mention.", .reveals = Reveals::content}),
      field<&T::questions>(
          "questions",
          {.doc = "Questions to ask.", .reveals = Reveals::content, .singular = "question"}),
      field<&T::messages>(
          "messages", {.doc = "What to say.", .reveals = Reveals::content, .singular = "message"}),
      field<&T::outcome>("outcome", {.doc = "The result that is wanted, then what came of it.",
                                     .reveals = Reveals::content}),
      field<&T::together>("together", {.doc = "All who are met agreed to meet in one room.",
                                       .reveals = Reveals::content,
                                       .stricter = value::Stricter::words("yes - no")}),
      field<&T::shown_as>("shown_as",
                          {.doc = "How editions other than OHCHR's show it: omitted or reserved.",
                           .reveals = Reveals::content,
                           .stricter = value::Stricter::words("- reserved omitted")}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Visit> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::nature>(
          "nature",
          {.doc = "official, academic or working.", .reveals = Reveals::open, .required = true}),
      field<&T::steps>("steps", {.doc = "From the request to the report.",
                                 .reveals = Reveals::open,
                                 .is_usual = true,
                                 .singular = "step"}),
      field<&T::objectives>("objectives", {.doc = "What it is for.",
                                           .reveals = Reveals::open,
                                           .is_usual = true,
                                           .singular = "objective"}),
      field<&T::programme>(
          "programme",
          {.doc = "The meetings.", .reveals = Reveals::open, .is_usual = true, .singular = "slot"}),
      field<&T::recommendations>(
          "recommendations",
          {.doc = "What was recommended.", .reveals = Reveals::open, .singular = "recommendation"}),
      field<&T::focal_points>("focal_points",
                              {.doc = "Who helps on the spot.", .reveals = Reveals::content}),
      field<&T::logistics>("logistics",
                           {.doc = "Transport and lodging.", .reveals = Reveals::content}),
      field<&T::security>(
          "security",
          {.doc = "Security arrangements.", .reveals = Reveals::content, .must_seal = true}),
      field<&T::reprisals_contact>(
          "reprisals_contact",
          {.doc = "Whom people can contact if they are threatened for having met us.",
           .reveals = Reveals::contact,
           .must_seal = true}),
      field<&T::press>("press", {.doc = "Advisory, conference and rules for journalists.",
                                 .reveals = Reveals::open}),
      field<&T::statement>("statement",
                           {.doc = "The end-of-mission statement.", .reveals = Reveals::open}),
      field<&T::report_symbol>("report_symbol", {.doc = "The symbol of the report to the Council.",
                                                 .reveals = Reveals::open}),
      field<&T::state_comments>("state_comments", {.doc = "The symbol of the State's comments.",
                                                   .reveals = Reveals::open}),
  };
};
