// Rows of the reference data about themes, and about the instruments a legal annex can cite.
#pragma once

#include "model/reference/about.hpp"

#include <array>

namespace rapport::model {

enum class ThemeCategory : std::uint8_t { absent, violation, right, group, context };
enum class InstrumentKind : std::uint8_t {
  absent,
  declaration,
  treaty,
  optional_protocol,
  soft_law,
};

struct ThemeCategoryRow {
  Text code;
  Text name_en;
  Text name_fr;
  Text name_es;
};

struct ThemeRow {
  Text code;
  Word<ThemeCategory> category;
  Text label_en;
  Text label_fr;
  Text label_es;
  List<MandateCode> primary;
  List<MandateCode> secondary;
  Date as_of;
  Text source;
  List<Text> unverified;
};

struct ArticleRow {
  Text article;
  Text topic;
  List<ThemeCode> themes;
};

struct InstrumentRow {
  Text code;
  Word<InstrumentKind> kind;
  Text abbreviation;
  Text title_en;
  Text title_fr;
  Text title_es;
  Flag working_title;
  Date adopted;
  Date replaced;
  Date in_force;
  Text symbol;
  Flag binding;
  TreatyCode treaty;
  TreatyCode unless_party;
  Flag always_cite;
  InstrumentCode parent;
  Text body;
  Text purpose;
  List<ThemeCode> when_themes;
  List<ThemeCode> themes;
  List<ArticleRow> articles;
  Text note;
  Date as_of;
  Text source;
  List<Text> unverified;
};

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::ThemeCategoryRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>("code", model::about::code),
      field<&T::name_en>("name_en", model::about::name_en),
      field<&T::name_fr>("name_fr", model::about::name_fr),
      field<&T::name_es>("name_es", model::about::name_es),
  };
};

template <>
struct rapport::value::Fields<rapport::model::ThemeRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>("code", model::about::code),
      field<&T::category>("category", {.doc = "violation, right, group or context.",
                                       .reveals = Reveals::open,
                                       .required = true}),
      field<&T::label_en>(
          "label_en",
          {.doc = "What it is called in English.", .reveals = Reveals::open, .required = true}),
      field<&T::label_fr>("label_fr",
                          {.doc = "What it is called in French.", .reveals = Reveals::open}),
      field<&T::label_es>("label_es",
                          {.doc = "What it is called in Spanish.", .reveals = Reveals::open}),
      field<&T::primary>(
          "primary", {.doc = "Mandates for which it is a core theme.", .reveals = Reveals::open}),
      field<&T::secondary>("secondary", {.doc = "Mandates that regularly join letters about it.",
                                         .reveals = Reveals::open}),
      field<&T::as_of>("as_of", model::about::as_of),
      field<&T::source>("source", model::about::source),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};

template <>
struct rapport::value::Fields<rapport::model::ArticleRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::article>("article",
                         {.doc = "Its number.", .reveals = Reveals::open, .required = true}),
      field<&T::topic>("topic", {.doc = "What it is about, in our own words.",
                                 .reveals = Reveals::open,
                                 .required = true}),
      field<&T::themes>("themes", {.doc = "The themes it answers.", .reveals = Reveals::open}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::InstrumentRow> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::code>("code", model::about::code),
      field<&T::kind>("kind", {.doc = "declaration, treaty, optional-protocol or soft-law.",
                               .reveals = Reveals::open,
                               .required = true}),
      field<&T::abbreviation>("abbreviation", {.doc = "Its short name.", .reveals = Reveals::open}),
      field<&T::title_en>("title_en", model::about::title_en),
      field<&T::title_fr>("title_fr", model::about::title_fr),
      field<&T::title_es>("title_es", model::about::title_es),
      field<&T::working_title>(
          "working_title",
          {.doc = "yes: the titles are our own, not the official ones.", .reveals = Reveals::open}),
      field<&T::adopted>(
          "adopted", {.doc = "When it was adopted.", .reveals = Reveals::open, .required = true}),
      field<&T::replaced>(
          "replaced", {.doc = "The day a later text on the same subject took its place in annexes.",
                       .reveals = Reveals::open}),
      field<&T::in_force>("in_force",
                          {.doc = "When it entered into force.", .reveals = Reveals::open}),
      field<&T::symbol>("symbol", {.doc = "The symbol of its document.", .reveals = Reveals::open}),
      field<&T::binding>("binding", {.doc = "Whether it binds its parties; an instrument that does "
                                            "not bind applies to all States.",
                                     .reveals = Reveals::open,
                                     .required = true}),
      field<&T::treaty>("treaty",
                        {.doc = "Its code in the ratifications.", .reveals = Reveals::open}),
      field<&T::unless_party>("unless_party",
                              {.doc = "A treaty; this instrument is not cited to its parties.",
                               .reveals = Reveals::open}),
      field<&T::always_cite>("always_cite",
                             {.doc = "yes: cited in every annex.", .reveals = Reveals::open}),
      field<&T::parent>("parent",
                        {.doc = "The treaty it is a protocol to.", .reveals = Reveals::open}),
      field<&T::body>("body", {.doc = "The committee that monitors it.", .reveals = Reveals::open}),
      field<&T::purpose>("purpose", {.doc = "What a protocol is for.", .reveals = Reveals::open}),
      field<&T::when_themes>(
          "when_themes",
          {.doc = "Cited only when the case has one of these themes.", .reveals = Reveals::open}),
      field<&T::themes>("themes",
                        {.doc = "The themes it answers as a whole.", .reveals = Reveals::open}),
      field<&T::articles>("articles", {.doc = "Its articles.", .reveals = Reveals::open}),
      field<&T::note>("note", model::about::notes),
      field<&T::as_of>("as_of", model::about::as_of),
      field<&T::source>("source", model::about::source),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};
