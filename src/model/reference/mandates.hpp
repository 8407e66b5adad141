// Rows of the reference data about the special procedures: titles, scope, resolutions, holders.
#pragma once

#include "model/reference/about.hpp"

#include <array>

namespace rapport::model {

enum class MandateKind : std::uint8_t {
  absent,
  special_rapporteur,
  independent_expert,
  working_group,
};
enum class MandateScope : std::uint8_t { absent, thematic, country };
enum class MandateStatus : std::uint8_t {
  absent,
  active,
  active_unconfirmed,
  dormant,
  merged,
  ended
};
enum class ResolutionAct : std::uint8_t { absent, established, renewed, related };
enum class ConfirmedBy : std::uint8_t { absent, title, roundup, budget, inferred, text };

struct ResolutionRow {
  Text symbol;
  Date date;
  Word<ResolutionAct> act;
  List<Word<ConfirmedBy>> confirmed_by;
  Text title;
};

struct FormerTitle {
  Date until;
  Text theme_en;
  Text title_en;
  Text title_fr;
  Text title_es;
  Text note;
  List<Text> unverified;
};

struct RenewalRow {
  Text session;
  Date start;
  Date end;
};

struct UnverifiedMailbox {
  Text address;
  Text seen_in;
};

struct HolderRow {
  Text name;
  Text honorific;
  Text post;
  Date since;
  Date until;
  List<Text> unverified;
};

struct MandateRow {
  Text code;
  Word<MandateKind> kind;
  Word<MandateScope> scope;
  Word<MandateStatus> status;
  List<StateCode> countries;
  List<StateCode> also_addressed;
  Text theme_en;
  Text title_en;
  Text title_fr;
  Text title_es;
  List<FormerTitle> former_titles;
  Text subject;
  Date since;
  Date until;
  MandateCode merged_into;
  List<ResolutionRow> resolutions;
  Count term_years;
  Text term;
  Block<RenewalRow> next_renewal;
  List<HolderRow> holders;
  Text mailbox;
  Block<UnverifiedMailbox> mailbox_unverified;
  Text note;
  Date as_of;
  Text source;
  List<Text> unverified;
};

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::ResolutionRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::symbol>("symbol",
                        {.doc = "Its symbol.", .reveals = Reveals::open, .required = true}),
      field<&T::date>("date",
                      {.doc = "When it was adopted.", .reveals = Reveals::open, .required = true}),
      field<&T::act>("act", {.doc = "established, renewed, or related: a resolution on the State "
                                    "of a country mandate, whose text on the mandate was not read.",
                             .reveals = Reveals::open,
                             .required = true}),
      field<&T::confirmed_by>(
          "confirmed_by",
          {.doc = "What shows that it is about this mandate: its title, a summary of the session "
                  "(roundup), the budget, its text, or only its place in the series (inferred).",
           .reveals = Reveals::open}),
      field<&T::title>("title", {.doc = "Its title.", .reveals = Reveals::open}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::FormerTitle> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::until>(
          "until",
          {.doc = "Its last day; a month or a year if the change was on an unknown day in it.",
           .reveals = Reveals::open,
           .required = true}),
      field<&T::theme_en>("theme_en",
                          {.doc = "The short word of that time.", .reveals = Reveals::open}),
      field<&T::title_en>("title_en", model::about::title_en),
      field<&T::title_fr>("title_fr", model::about::title_fr),
      field<&T::title_es>("title_es", model::about::title_es),
      field<&T::note>("note", model::about::notes),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};

template <>
struct rapport::value::Fields<rapport::model::RenewalRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::session>(
          "session", {.doc = "The session of the Council at which the mandate is due for renewal.",
                      .reveals = Reveals::open}),
      field<&T::start>("start",
                       {.doc = "Its first month.", .reveals = Reveals::open, .required = true}),
      field<&T::end>("end",
                     {.doc = "Its last month, if it runs over two.", .reveals = Reveals::open}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::UnverifiedMailbox> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::address>("address", {.doc = "An address that was not checked on the page of the "
                                            "mandate. Send no case data to it.",
                                     .reveals = Reveals::contact,
                                     .required = true}),
      field<&T::seen_in>("seen_in", {.doc = "Where it was seen.", .reveals = Reveals::contact}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::HolderRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::name>("name", {.doc = "The name.", .reveals = Reveals::open, .required = true}),
      field<&T::honorific>("honorific", {.doc = "Mr., Ms. ...", .reveals = Reveals::open}),
      field<&T::post>(
          "post",
          {.doc = "What they sign as, if it is not the title of the mandate: Chair-Rapporteur ...",
           .reveals = Reveals::open}),
      field<&T::since>("since", model::about::since),
      field<&T::until>("until", model::about::until),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};

template <>
struct rapport::value::Fields<rapport::model::MandateRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>("code", model::about::code),
      field<&T::kind>("kind", {.doc = "special-rapporteur, independent-expert or working-group.",
                               .reveals = Reveals::open,
                               .required = true}),
      field<&T::scope>("scope",
                       {.doc = "thematic or country.", .reveals = Reveals::open, .required = true}),
      field<&T::status>("status", {.doc = "active, active-unconfirmed, dormant, merged or ended.",
                                   .reveals = Reveals::open,
                                   .required = true}),
      field<&T::countries>(
          "countries", {.doc = "The States a country mandate is about.", .reveals = Reveals::open}),
      field<&T::also_addressed>(
          "also_addressed",
          {.doc = "Other States that letters on its situation go to.", .reveals = Reveals::open}),
      field<&T::theme_en>(
          "theme_en",
          {.doc = "The short word by which a letter orders the mandates after the lead.",
           .reveals = Reveals::open}),
      field<&T::title_en>("title_en", model::about::title_en),
      field<&T::title_fr>("title_fr", model::about::title_fr),
      field<&T::title_es>("title_es", model::about::title_es),
      field<&T::former_titles>("former_titles",
                               {.doc = "Earlier titles and short words, if they were different.",
                                .reveals = Reveals::open}),
      field<&T::subject>("subject",
                         {.doc = "What it is about, in short.", .reveals = Reveals::open}),
      field<&T::since>(
          "since",
          {.doc = "Its first day; without it, the date of the resolution that established it.",
           .reveals = Reveals::open}),
      field<&T::until>("until", model::about::until),
      field<&T::merged_into>("merged_into",
                             {.doc = "The mandate that follows it.", .reveals = Reveals::open}),
      field<&T::resolutions>(
          "resolutions", {.doc = "The resolutions that established and renewed it, oldest first.",
                          .reveals = Reveals::open}),
      field<&T::term_years>("term_years",
                            {.doc = "How many years a renewal lasts.", .reveals = Reveals::open}),
      field<&T::term>("term", {.doc = "How long it lasts, if not a number of years.",
                               .reveals = Reveals::open}),
      field<&T::next_renewal>("next_renewal",
                              {.doc = "When it is due for renewal.", .reveals = Reveals::open}),
      field<&T::holders>("holders",
                         {.doc = "Who holds it, with dates. An office adds those it knows.",
                          .reveals = Reveals::open}),
      field<&T::mailbox>("mailbox", {.doc = "Its mailbox, checked on the page of the mandate.",
                                     .reveals = Reveals::contact}),
      field<&T::mailbox_unverified>(
          "mailbox_unverified",
          {.doc = "An address that was only seen elsewhere.", .reveals = Reveals::contact}),
      field<&T::note>("note", model::about::notes),
      field<&T::as_of>("as_of", model::about::as_of),
      field<&T::source>("source", model::about::source),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};
