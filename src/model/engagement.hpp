// An engagement: any dated contact or activity with partners, from a call to a country visit.
#pragma once

#include "model/case.hpp"
#include "model/communication.hpp"
#include "model/follow_up.hpp"
#include "model/people.hpp"
#include "model/record.hpp"
#include "model/statement.hpp"
#include "model/visit.hpp"
#include "model/vocabulary.hpp"

#include <array>

namespace rapport::model {

enum class EngagementKind : std::uint8_t {
  absent,
  meeting,
  consultation,
  conference,
  training,
  expert_meeting,
  side_event,
  roundtable,
  briefing,
  visit,
  case_,
  communication,
  statement,
  cooperation,
  call_for_input,
  phone_call,
  correspondence,
  report
};
enum class Status : std::uint8_t {
  absent,
  requested,
  planned,
  confirmed,
  held,
  postponed,
  cancelled
};
enum class Mode : std::uint8_t { absent, in_person, online, hybrid, written };
enum class Openness : std::uint8_t { absent, public_, closed, confidential };
enum class OfficeRole : std::uint8_t {
  absent,
  organiser,
  co_organiser,
  host,
  speaker,
  panellist,
  moderator,
  trainer,
  participant,
  visitor,
  author,
  addressee
};

struct Engagement {
  RecordHeader head;
  // The small values stand together, so that no byte is lost; the rows have the written order.
  Word<EngagementKind> kind;
  Word<Status> status;
  Moment start;
  Moment end;
  Count count;
  StateCode country;
  TerritoryCode territory;
  Word<Mode> mode;
  Word<Openness> openness;
  Word<OfficeRole> office_role;
  Word<Classification> classification;

  Text title;
  List<Date> between;
  Text place;
  List<Text> areas;
  Zone zone;
  List<Delegate> delegation;
  List<ThemeCode> themes;
  List<Participation> partners;
  Block<Attended> attendance;
  Text summary;
  Text public_summary;
  List<Experience> experiences;
  List<Need> needs;
  List<Method> methods;
  List<Goal> goals;
  List<Commitment> commitments;
  List<Support> support;
  List<Text> outcomes;
  List<Document> documents;
  List<Ref> related;
  Ref part_of;
  Block<Visit> visit;
  Block<Case> case_;
  Block<Communication> communication;
  Block<Statement> statement;
  Text compartment;
  Text policy;

  std::string_view id() const { return head.id(); }
};

static_assert(sizeof(Engagement) <= 480, "a record stays small: 100,000 of them are in memory");

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::Engagement> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::kind>("kind", {.doc = "What it is.", .reveals = Reveals::open, .required = true}),
      field<&T::title>("title",
                       {.doc = "A short name for it.", .reveals = Reveals::open, .required = true}),
      field<&T::status>("status", {.doc = "requested, planned, confirmed, held, postponed or "
                                          "cancelled: only held ones count.",
                                   .reveals = Reveals::open,
                                   .is_usual = true}),
      field<&T::start>("start", {.doc = "When it began, as precisely as is known.",
                                 .reveals = Reveals::open,
                                 .is_usual = true}),
      field<&T::end>("end", {.doc = "When it ended.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::between>("between",
                         {.doc = "Once, some time between these two.", .reveals = Reveals::open}),
      field<&T::count>("count", {.doc = "How many times, when one record stands for several.",
                                 .reveals = Reveals::open}),
      field<&T::place>("place", {.doc = "Where.", .reveals = Reveals::place, .is_usual = true}),
      field<&T::country>(
          "country",
          {.doc = "The State it was in or about.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::territory>(
          "territory", {.doc = "The territory, if no State is meant.", .reveals = Reveals::open}),
      field<&T::areas>(
          "areas", {.doc = "Provinces and towns.", .reveals = Reveals::place, .singular = "area"}),
      field<&T::zone>("zone", {.doc = "The time zone of the place.", .reveals = Reveals::place}),
      field<&T::mode>("mode",
                      {.doc = "in-person, online, hybrid or written.", .reveals = Reveals::open}),
      field<&T::openness>("openness",
                          {.doc = "public, closed or confidential.",
                           .reveals = Reveals::open,
                           .stricter = value::Stricter::words("public - closed confidential")}),
      field<&T::office_role>("office_role",
                             {.doc = "What the office was there.", .reveals = Reveals::open}),
      field<&T::delegation>(
          "delegation",
          {.doc = "Who from the office took part.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::themes>("themes", {.doc = "What it was about.",
                                   .reveals = Reveals::open,
                                   .is_usual = true,
                                   .from_case = true,
                                   .singular = "theme"}),
      field<&T::partners>("partners", {.doc = "Which partners took part.",
                                       .reveals = Reveals::link,
                                       .is_usual = true,
                                       .singular = "partner"}),
      field<&T::attendance>(
          "attendance",
          {.doc = "People met without being named.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::summary>("summary", {.doc = "For the office.",
                                     .reveals = Reveals::content,
                                     .is_usual = true,
                                     .must_seal = true}),
      field<&T::public_summary>(
          "public_summary", {.doc = "The summary that outputs may use.", .reveals = Reveals::open}),
      field<&T::experiences>(
          "experiences",
          {.doc = "What people told us.", .reveals = Reveals::content, .singular = "experience"}),
      field<&T::needs>("needs", {.doc = "What was needed.",
                                 .reveals = Reveals::content,
                                 .is_usual = true,
                                 .singular = "need"}),
      field<&T::methods>(
          "methods",
          {.doc = "Working methods compared.", .reveals = Reveals::open, .singular = "method"}),
      field<&T::goals>("goals", {.doc = "What was agreed to reach together.",
                                 .reveals = Reveals::open,
                                 .singular = "goal"}),
      field<&T::commitments>("commitments", {.doc = "What was promised, both ways.",
                                             .reveals = Reveals::content,
                                             .is_usual = true,
                                             .singular = "commitment"}),
      field<&T::support>("support", {.doc = "Who paid or offered what.", .reveals = Reveals::open}),
      field<&T::outcomes>(
          "outcomes",
          {.doc = "What came of it.", .reveals = Reveals::content, .singular = "outcome"}),
      field<&T::documents>(
          "documents",
          {.doc = "Documents about it.", .reveals = Reveals::open, .singular = "document"}),
      field<&T::related>("related", {.doc = "Engagements that belong to it.",
                                     .reveals = Reveals::source,
                                     .refers = Refers::engagement}),
      field<&T::part_of>("part_of", {.doc = "The case it is part of.",
                                     .reveals = Reveals::content,
                                     .is_usual = true,
                                     .refers = Refers::engagement}),
      field<&T::classification>("classification",
                                {.doc = "unclassified, confidential or strictly-confidential.",
                                 .reveals = Reveals::open,
                                 .is_usual = true,
                                 .stricter = value::Stricter::words(
                                     "unclassified - confidential strictly-confidential")}),
      field<&T::visit>("visit", {.doc = "The visit.", .reveals = Reveals::open}),
      field<&T::case_>("case", {.doc = "The case.", .reveals = Reveals::open}),
      field<&T::communication>("communication", {.doc = "The letter.", .reveals = Reveals::open}),
      field<&T::statement>("statement", {.doc = "The statement.", .reveals = Reveals::open}),
      field<&T::compartment>(
          "compartment", {.doc = "Who can open what is sealed here.", .reveals = Reveals::content}),
      field<&T::policy>("policy", {.doc = "Authenticates label and consent in a sealed repository.",
                                   .reveals = Reveals::content}),
  };
  static constexpr std::size_t without_row = 1;
};
