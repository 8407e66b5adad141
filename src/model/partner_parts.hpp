// What a partner record holds in lists and blocks.
#pragma once

#include "model/record.hpp"
#include "model/vocabulary.hpp"

#include <array>

namespace rapport::model {

enum class RiskLevel : std::uint8_t { absent, low, medium, high, extreme };
enum class SituationState : std::uint8_t {
  absent,
  at_liberty,
  detained,
  disappeared,
  in_hiding,
  in_exile,
  relocated,
  killed,
  died
};

struct Competence {
  List<StateCode> states;
  List<OrganisationCode> memberships;
  Date since;
  Date until;
};

struct Expertise {
  List<ThemeCode> themes;
  Text text;
  List<StateCode> countries;
  List<Ref> shown_in;
  Date as_of;
  Text available;
};

struct Interest {
  Text body;
  Text what;
  Date since;
  Date until;
};

struct Affiliation {
  Ref body;
  Text post;
  Date since;
  Date until;
};

struct SelfPublished {
  Url url;
  Text where;
  Date since;
};

struct Risk {
  Word<RiskLevel> level;
  Date assessed;
  Duration check_in;
  Date last_check_in;
};

struct Situation {
  Word<SituationState> state;
  Date since;
  StateCode country;
};

/// Somebody looked at both records: they are of two partners.
struct NotSame {
  Ref partner;
  Ref by;
  Date on;
};

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::Competence> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::states>(
          "states",
          {.doc = "The States it covers.", .reveals = Reveals::open, .singular = "state"}),
      field<&T::memberships>("memberships", {.doc = "Organisations; it covers all their members.",
                                             .reveals = Reveals::open,
                                             .singular = "membership"}),
      field<&T::since>("since", {.doc = "From when.", .reveals = Reveals::open}),
      field<&T::until>("until", {.doc = "The last day.", .reveals = Reveals::open}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Expertise> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::themes>(
          "themes",
          {.doc = "What they know about.", .reveals = Reveals::identity, .singular = "theme"}),
      field<&T::text>("text", {.doc = "The same in words.", .reveals = Reveals::content}),
      field<&T::countries>(
          "countries",
          {.doc = "Where they know it from.", .reveals = Reveals::identity, .singular = "country"}),
      field<&T::shown_in>("shown_in", {.doc = "Engagements that showed it.",
                                       .reveals = Reveals::link,
                                       .refers = Refers::engagement}),
      field<&T::as_of>("as_of",
                       {.doc = "When this was written down.", .reveals = Reveals::identity}),
      field<&T::available>("available", {.doc = "When they can be asked, and for what.",
                                         .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Interest> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::body>("body", {.doc = "Whose interests they serve.", .reveals = Reveals::identity}),
      field<&T::what>("what", {.doc = "What the interest is.", .reveals = Reveals::content}),
      field<&T::since>("since", {.doc = "From when.", .reveals = Reveals::identity}),
      field<&T::until>("until", {.doc = "The last day.", .reveals = Reveals::identity}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Affiliation> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::body>("body", {.doc = "The partner they belong to.",
                               .reveals = Reveals::link,
                               .required = true,
                               .refers = Refers::partner}),
      field<&T::post>(
          "post", {.doc = "What they are there.", .reveals = Reveals::identity, .is_usual = true}),
      field<&T::since>("since", {.doc = "From when.", .reveals = Reveals::link, .is_usual = true}),
      field<&T::until>("until", {.doc = "The last day.", .reveals = Reveals::link}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::SelfPublished> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::url>(
          "url", {.doc = "The page where they publish themselves.", .reveals = Reveals::identity}),
      field<&T::where>("where",
                       {.doc = "The directory or place, in words.", .reveals = Reveals::identity}),
      field<&T::since>("since", {.doc = "From when.", .reveals = Reveals::identity}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Risk> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::level>("level", {.doc = "How great the risk is.",
                                 .reveals = Reveals::content,
                                 .is_usual = true,
                                 .stricter = value::Stricter::words("- low medium high extreme")}),
      field<&T::assessed>(
          "assessed",
          {.doc = "When it was assessed.", .reveals = Reveals::content, .is_usual = true}),
      field<&T::check_in>(
          "check_in",
          {.doc = "How often to ask after them.", .reveals = Reveals::content, .is_usual = true}),
      field<&T::last_check_in>("last_check_in",
                               {.doc = "When that last happened.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Situation> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::state>(
          "state", {.doc = "Their situation now.", .reveals = Reveals::content, .required = true}),
      field<&T::since>("since",
                       {.doc = "From when.", .reveals = Reveals::content, .is_usual = true}),
      field<&T::country>(
          "country",
          {.doc = "Where they are now.", .reveals = Reveals::content, .must_seal = true}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::NotSame> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::partner>("partner", {.doc = "The partner that looks like this one, and is another.",
                                     .reveals = Reveals::content,
                                     .required = true,
                                     .refers = Refers::partner}),
      field<&T::by>("by", {.doc = "Who found that out: office, holder, or the key of a member of "
                                  "staff.",
                           .reveals = Reveals::content,
                           .required = true,
                           .refers = Refers::partner,
                           .or_key = OrKey::staff}),
      field<&T::on>("on", {.doc = "When.", .reveals = Reveals::content, .required = true}),
  };
};
