// Rows of the reference data about States and territories: names, groups, what they belong to.
#pragma once

#include "model/reference/state_names.hpp"

#include <array>

namespace rapport::model {

enum class UnStatus : std::uint8_t { absent, member, observer, none };
enum class MembershipStatus : std::uint8_t {
  absent,
  member,
  former,
  non_participating,
  contested,
  suspended,
};
enum class MembershipRecord : std::uint8_t { absent, recorded, not_recorded };

struct MembershipRow {
  OrganisationCode organisation;
  Word<MembershipStatus> status;
  Date since;
  Date until;
  Date known_since;
  Flag earlier;
  Text note;
};

struct StateRow {
  Text code;
  Text alpha2;
  Text m49;
  Word<UnStatus> un_status;
  Text name_en;
  Text name_fr;
  Text name_es;
  Text formal_en;
  Text formal_fr;
  Text formal_es;
  Block<FrenchForms> forms_fr;
  Block<SpanishForms> forms_es;
  List<FormerName> former_names;
  List<Text> aliases;
  List<Text> other_codes;
  Text regional_group;
  Text region;
  List<Text> notes;
  List<MembershipRow> memberships;
  Date as_of;
  Text source;
  List<Text> unverified;
};

struct TerritoryRow {
  Text code;
  Text name_en;
  Text name_fr;
  Text name_es;
  List<Text> aliases;
  List<Text> other_codes;
  StateCode state;
  Text wording_en;
  Text wording_fr;
  Text wording_es;
  Text disclaimer_en;
  Text disclaimer_fr;
  Text disclaimer_es;
  List<Text> notes;
  List<MembershipRow> memberships;
  Date as_of;
  Text source;
  List<Text> unverified;
};

struct OrganisationRow {
  Text code;
  Text name_en;
  Text name_fr;
  Text name_es;
  Word<MembershipRecord> membership;
  Date as_of;
  Text source;
  List<Text> unverified;
};

struct RegionalGroupRow {
  Text code;
  Text name_en;
  Text name_fr;
  Text name_es;
};

struct RegionRow {
  Text code;
  Text name_en;
  Text name_fr;
  Text name_es;
  Text parent;
};

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::MembershipRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::organisation>(
          "organisation", {.doc = "The organisation.", .reveals = Reveals::open, .required = true}),
      field<&T::status>("status", {.doc = "member, former, non-participating, contested, or "
                                          "suspended: a time in which a member took no part.",
                                   .reveals = Reveals::open,
                                   .required = true}),
      field<&T::since>("since", {.doc = "Its beginning; without it, the beginning is not recorded.",
                                 .reveals = Reveals::open}),
      field<&T::until>("until", {.doc = "Its last day.", .reveals = Reveals::open}),
      field<&T::known_since>(
          "known_since",
          {.doc =
               "A day on which it was a member, if the day it joined is earlier and not recorded.",
           .reveals = Reveals::open}),
      field<&T::earlier>(
          "earlier", {.doc = "yes: there was an earlier membership whose dates are not recorded.",
                      .reveals = Reveals::open}),
      field<&T::note>("note", {.doc = "What the dates do not show.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::StateRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>(
          "code", {.doc = "ISO 3166-1 alpha-3 code.", .reveals = Reveals::open, .required = true}),
      field<&T::alpha2>("alpha2", {.doc = "ISO 3166-1 alpha-2 code.", .reveals = Reveals::open}),
      field<&T::m49>("m49", {.doc = "Numeric code of the M49 standard.", .reveals = Reveals::open}),
      field<&T::un_status>(
          "un_status",
          {.doc = "member or observer of the United Nations, or none.", .reveals = Reveals::open}),
      field<&T::name_en>("name_en", {.doc = "Short name in English, as the United Nations uses it.",
                                     .reveals = Reveals::open,
                                     .required = true}),
      field<&T::name_fr>("name_fr", {.doc = "Short name in French.", .reveals = Reveals::open}),
      field<&T::name_es>("name_es", {.doc = "Short name in Spanish.", .reveals = Reveals::open}),
      field<&T::formal_en>("formal_en", {.doc = "Formal name in English, with its article.",
                                         .reveals = Reveals::open}),
      field<&T::formal_fr>("formal_fr", {.doc = "Formal name in French, with its article.",
                                         .reveals = Reveals::open}),
      field<&T::formal_es>("formal_es", {.doc = "Formal name in Spanish, with its article.",
                                         .reveals = Reveals::open}),
      field<&T::forms_fr>("forms_fr",
                          {.doc = "Its name in a sentence, in French.", .reveals = Reveals::open}),
      field<&T::forms_es>("forms_es",
                          {.doc = "Its name in a sentence, in Spanish.", .reveals = Reveals::open}),
      field<&T::former_names>("former_names", {.doc = "Earlier names, if they were different.",
                                               .reveals = Reveals::open}),
      field<&T::aliases>("aliases", model::about::aliases),
      field<&T::other_codes>("other_codes", model::about::other_codes),
      field<&T::regional_group>("regional_group", {.doc = "Regional group at the United Nations.",
                                                   .reveals = Reveals::open}),
      field<&T::region>("region",
                        {.doc = "The smallest M49 region it lies in.", .reveals = Reveals::open}),
      field<&T::notes>("notes", model::about::notes),
      field<&T::memberships>("memberships", model::about::memberships),
      field<&T::as_of>("as_of", model::about::as_of),
      field<&T::source>("source", model::about::source),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};

template <>
struct rapport::value::Fields<rapport::model::TerritoryRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>("code", model::about::code),
      field<&T::name_en>("name_en", model::about::name_en),
      field<&T::name_fr>("name_fr", model::about::name_fr),
      field<&T::name_es>("name_es", model::about::name_es),
      field<&T::aliases>("aliases", model::about::aliases),
      field<&T::other_codes>("other_codes", model::about::other_codes),
      field<&T::state>("state", {.doc = "The State it belongs to, if that is agreed.",
                                 .reveals = Reveals::open}),
      field<&T::wording_en>(
          "wording_en",
          {.doc = "How the office writes it in a document, in English.", .reveals = Reveals::open}),
      field<&T::wording_fr>("wording_fr", {.doc = "The same in French.", .reveals = Reveals::open}),
      field<&T::wording_es>("wording_es",
                            {.doc = "The same in Spanish.", .reveals = Reveals::open}),
      field<&T::disclaimer_en>(
          "disclaimer_en",
          {.doc = "What a document that names it adds, in English.", .reveals = Reveals::open}),
      field<&T::disclaimer_fr>("disclaimer_fr",
                               {.doc = "The same in French.", .reveals = Reveals::open}),
      field<&T::disclaimer_es>("disclaimer_es",
                               {.doc = "The same in Spanish.", .reveals = Reveals::open}),
      field<&T::notes>("notes", model::about::notes),
      field<&T::memberships>("memberships", model::about::memberships),
      field<&T::as_of>("as_of", model::about::as_of),
      field<&T::source>("source", model::about::source),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};

template <>
struct rapport::value::Fields<rapport::model::OrganisationRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>("code", model::about::code),
      field<&T::name_en>("name_en", model::about::name_en),
      field<&T::name_fr>("name_fr", model::about::name_fr),
      field<&T::name_es>("name_es", model::about::name_es),
      field<&T::membership>(
          "membership",
          {.doc = "not-recorded: its members are not in the data, so a missing row means nothing.",
           .reveals = Reveals::open}),
      field<&T::as_of>("as_of", model::about::as_of),
      field<&T::source>("source", model::about::source),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};

template <>
struct rapport::value::Fields<rapport::model::RegionalGroupRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>("code", model::about::code),
      field<&T::name_en>("name_en", model::about::name_en),
      field<&T::name_fr>("name_fr", model::about::name_fr),
      field<&T::name_es>("name_es", model::about::name_es),
  };
};

template <>
struct rapport::value::Fields<rapport::model::RegionRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>("code", {.doc = "Its M49 code.", .reveals = Reveals::open, .required = true}),
      field<&T::name_en>("name_en", model::about::name_en),
      field<&T::name_fr>("name_fr", model::about::name_fr),
      field<&T::name_es>("name_es", model::about::name_es),
      field<&T::parent>("parent",
                        {.doc = "The larger region it is part of.", .reveals = Reveals::open}),
  };
};
