// Rows of the reference data about what a State has bound itself to, and its national institution.
#pragma once

#include "model/reference/about.hpp"

#include <array>

namespace rapport::model {

enum class TreatyStatus : std::uint8_t { absent, party, signed_, no_action, denounced };
enum class Accreditation : std::uint8_t { absent, A, B, none };

struct TreatyAction {
  TreatyCode treaty;
  Word<TreatyStatus> status;
  Date date;
  Date ended;
  Text note;
  List<Text> unverified;
};

struct RatificationRow {
  StateCode code;
  List<TreatyAction> treaties;
  Date as_of;
  Text source;
  List<Text> unverified;
};

struct RatificationChange {
  StateCode state;
  TreatyCode treaty;
  Word<TreatyStatus> status;
  Date date;
  Text source;
  List<Text> unverified;
};

struct StandingInvitationRow {
  StateCode state;
  Flag issued;
  Date since;
  Date as_of;
  Text source;
  List<Text> unverified;
};

struct NhriRow {
  Text code;
  StateCode state;
  Text name_en;
  Text name_fr;
  Text name_es;
  Word<Accreditation> accreditation;
  Date since;
  Date as_of;
  Text source;
  List<Text> unverified;
};

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::TreatyAction> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::treaty>("treaty", model::about::treaty),
      field<&T::status>("status", model::about::treaty_status),
      field<&T::date>("date", {.doc = "When the State became a party.", .reveals = Reveals::open}),
      field<&T::ended>("ended",
                       {.doc = "The day its denunciation took effect: it was a party until then.",
                        .reveals = Reveals::open}),
      field<&T::note>("note", {.doc = "Where sources disagreed, and why this one is followed.",
                               .reveals = Reveals::content}),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};

template <>
struct rapport::value::Fields<rapport::model::RatificationRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>("code", model::about::state),
      field<&T::treaties>(
          "treaties",
          {.doc = "Its status for each treaty.", .reveals = Reveals::open, .required = true}),
      field<&T::as_of>("as_of", model::about::as_of),
      field<&T::source>("source", model::about::source),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};

template <>
struct rapport::value::Fields<rapport::model::RatificationChange> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::state>("state", model::about::state),
      field<&T::treaty>("treaty", model::about::treaty),
      field<&T::status>("status", model::about::treaty_status),
      field<&T::date>("date", {.doc = "When it changed.", .reveals = Reveals::open}),
      field<&T::source>("source", model::about::source),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};

template <>
struct rapport::value::Fields<rapport::model::StandingInvitationRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::state>("state", model::about::state),
      field<&T::issued>("issued", {.doc = "Whether it invites every thematic mandate.",
                                   .reveals = Reveals::open,
                                   .required = true}),
      field<&T::since>("since", {.doc = "Since when.", .reveals = Reveals::open}),
      field<&T::as_of>("as_of", model::about::as_of),
      field<&T::source>("source", model::about::source),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};

template <>
struct rapport::value::Fields<rapport::model::NhriRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>("code", model::about::code),
      field<&T::state>("state", model::about::state),
      field<&T::name_en>("name_en", model::about::name_en),
      field<&T::name_fr>("name_fr", model::about::name_fr),
      field<&T::name_es>("name_es", model::about::name_es),
      field<&T::accreditation>("accreditation",
                               {.doc = "A, B or none, by the Global Alliance of such institutions.",
                                .reveals = Reveals::open,
                                .required = true}),
      field<&T::since>("since", {.doc = "Since when.", .reveals = Reveals::open}),
      field<&T::as_of>("as_of", model::about::as_of),
      field<&T::source>("source", model::about::source),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};
