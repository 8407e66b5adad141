// Rows of the reference data about regional mechanisms, and about presences and agencies of the
// United Nations.
#pragma once

#include "model/reference/about.hpp"
#include "model/reference/states.hpp"

#include <array>

namespace rapport::model {

enum class MechanismKind : std::uint8_t {
  absent,
  commission,
  special_rapporteur,
  rapporteurship,
  court,
  commissioner,
  policy_instrument,
  special_representative,
  support_mechanism,
  agency,
  office,
  representative,
  treaty,
  treaty_body,
};
enum class Relevance : std::uint8_t { absent, core, related, context };
enum class MechanismReach : std::uint8_t {
  absent,
  member_states,
  third_countries,
  parties_only,
  listed_states,
  parties,
};
enum class PresenceKind : std::uint8_t {
  absent,
  country_office,
  monitoring_mission,
  field_structure,
  other_presence,
  peace_mission_component,
  human_rights_adviser,
  regional_office,
  regional_centre,
  training_centre,
};
enum class PresenceStatus : std::uint8_t { absent, active, planned, closed, uncertain };

/// A State for which a mechanism or presence was competent on some days only.
struct DatedState {
  StateCode state;
  Date since;
  Date until;
  Text note;
  List<Text> unverified;
};

struct MechanismCompetence {
  OrganisationCode membership;
  Word<MechanismReach> scope;
  List<StateCode> except;
  List<Word<MembershipStatus>> statuses;
  List<StateCode> also;
  List<StateCode> states;
  List<DatedState> parties;
  Text note;
};

struct MechanismRow {
  Text code;
  Text name_en;
  Text name_fr;
  Text name_es;
  OrganisationCode organisation;
  MechanismCode parent;
  Word<MechanismKind> kind;
  Word<Relevance> relevance;
  Text seat;
  Date since;
  Date until;
  Text basis;
  Block<MechanismCompetence> competence;
  Text defender_instrument;
  List<Text> tools;
  Date as_of;
  Text source;
  List<Text> unverified;
};

struct PresenceRow {
  Text code;
  Word<PresenceKind> kind;
  Word<PresenceStatus> status;
  Text name_en;
  Text name_fr;
  Text name_es;
  Text seat;
  StateCode host_state;
  List<StateCode> covers;
  List<DatedState> covered;
  List<TerritoryCode> territories;
  List<OrganisationCode> liaison;
  Text mission;
  Text component;
  Date since;
  Date until;
  List<Date> seen;
  Date as_of;
  Text source;
  List<Text> notes;
  List<Text> unverified;
};

struct EndedMissionRow {
  Text code;
  StateCode host_state;
  Date until;
};

struct AgencyRow {
  Text code;
  Text name_en;
  Text name_fr;
  Text name_es;
  Text seat;
  List<StateCode> covers;
  Flag everywhere;
  Text relevance;
  Date as_of;
  Text source;
  List<Text> unverified;
};

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::DatedState> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::state>("state", model::about::state),
      field<&T::since>("since", model::about::since),
      field<&T::until>("until", model::about::until),
      field<&T::note>("note", model::about::notes),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};

template <>
struct rapport::value::Fields<rapport::model::MechanismCompetence> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::membership>("membership", {.doc = "The organisation whose members it covers.",
                                           .reveals = Reveals::open}),
      field<&T::scope>("scope",
                       {.doc = "member-states, third-countries (all but the members), parties-only "
                               "(a part of the members that is not listed here), listed-states, or "
                               "parties: those of its treaty, members of the organisation or not.",
                        .reveals = Reveals::open,
                        .required = true}),
      field<&T::except>(
          "except", {.doc = "Members for which it is not competent.", .reveals = Reveals::open}),
      field<&T::statuses>("statuses",
                          {.doc = "Which kinds of membership count; without it, member only.",
                           .reveals = Reveals::open}),
      field<&T::also>("also", {.doc = "States it is competent for without membership.",
                               .reveals = Reveals::open}),
      field<&T::states>("states",
                        {.doc = "The States of listed-states.", .reveals = Reveals::open}),
      field<&T::parties>("parties", {.doc = "The States of parties, with the days that are known.",
                                     .reveals = Reveals::open}),
      field<&T::note>("note", model::about::notes),
  };
};

template <>
struct rapport::value::Fields<rapport::model::MechanismRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>("code", model::about::code),
      field<&T::name_en>("name_en", model::about::name_en),
      field<&T::name_fr>("name_fr", model::about::name_fr),
      field<&T::name_es>("name_es", model::about::name_es),
      field<&T::organisation>("organisation",
                              {.doc = "The organisation it belongs to.", .reveals = Reveals::open}),
      field<&T::parent>("parent",
                        {.doc = "The mechanism it is part of.", .reveals = Reveals::open}),
      field<&T::kind>(
          "kind",
          {.doc = "What sort of mechanism it is.", .reveals = Reveals::open, .required = true}),
      field<&T::relevance>("relevance", {.doc = "core: it protects defenders; related; or context.",
                                         .reveals = Reveals::open,
                                         .required = true}),
      field<&T::seat>("seat", model::about::seat),
      field<&T::since>("since", model::about::since),
      field<&T::until>("until", model::about::until),
      field<&T::basis>("basis", {.doc = "What it rests on.", .reveals = Reveals::open}),
      field<&T::competence>("competence",
                            {.doc = "The States it is competent for.", .reveals = Reveals::open}),
      field<&T::defender_instrument>(
          "defender_instrument", {.doc = "What it has on defenders.", .reveals = Reveals::open}),
      field<&T::tools>("tools", {.doc = "What it can do.", .reveals = Reveals::open}),
      field<&T::as_of>("as_of", model::about::as_of),
      field<&T::source>("source", model::about::source),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};

template <>
struct rapport::value::Fields<rapport::model::PresenceRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>("code", model::about::code),
      field<&T::kind>(
          "kind",
          {.doc = "What sort of presence it is.", .reveals = Reveals::open, .required = true}),
      field<&T::status>("status", {.doc = "active, planned, closed or uncertain.",
                                   .reveals = Reveals::open,
                                   .required = true}),
      field<&T::name_en>("name_en", model::about::name_en),
      field<&T::name_fr>("name_fr", model::about::name_fr),
      field<&T::name_es>("name_es", model::about::name_es),
      field<&T::seat>("seat", model::about::seat),
      field<&T::host_state>("host_state",
                            {.doc = "The State it has its seat in.", .reveals = Reveals::open}),
      field<&T::covers>("covers",
                        {.doc = "The States it is competent for.", .reveals = Reveals::open}),
      field<&T::covered>(
          "covered",
          {.doc =
               "Other States it was competent for on some days, or only according to some sources.",
           .reveals = Reveals::open}),
      field<&T::territories>(
          "territories", {.doc = "The territories it is competent for.", .reveals = Reveals::open}),
      field<&T::liaison>(
          "liaison", {.doc = "The organisations it keeps contact with.", .reveals = Reveals::open}),
      field<&T::mission>("mission",
                         {.doc = "The peace mission it is part of.", .reveals = Reveals::open}),
      field<&T::component>("component",
                           {.doc = "Its name inside that mission.", .reveals = Reveals::open}),
      field<&T::since>("since", model::about::since),
      field<&T::until>("until", model::about::until),
      field<&T::seen>("seen",
                      {.doc = "When it is known to have been there, if neither its beginning nor "
                              "its end is recorded: on other days it may not have been there.",
                       .reveals = Reveals::open}),
      field<&T::as_of>("as_of", model::about::as_of),
      field<&T::source>("source", model::about::source),
      field<&T::notes>("notes", model::about::notes),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};

template <>
struct rapport::value::Fields<rapport::model::EndedMissionRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>("code", model::about::code),
      field<&T::host_state>(
          "host_state",
          {.doc = "The State it worked in.", .reveals = Reveals::open, .required = true}),
      field<&T::until>("until", model::about::until),
  };
};

template <>
struct rapport::value::Fields<rapport::model::AgencyRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>("code", model::about::code),
      field<&T::name_en>("name_en", model::about::name_en),
      field<&T::name_fr>("name_fr", model::about::name_fr),
      field<&T::name_es>("name_es", model::about::name_es),
      field<&T::seat>("seat", model::about::seat),
      field<&T::covers>("covers",
                        {.doc = "The States it works for, if not all.", .reveals = Reveals::open}),
      field<&T::everywhere>("everywhere",
                            {.doc = "yes: it works for all States.", .reveals = Reveals::open}),
      field<&T::relevance>("relevance",
                           {.doc = "Why it matters to defenders.", .reveals = Reveals::open}),
      field<&T::as_of>("as_of", model::about::as_of),
      field<&T::source>("source", model::about::source),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};
