// The names of a State: how they read in a sentence, and what they were on earlier days.
#pragma once

#include "model/reference/about.hpp"

#include <array>

namespace rapport::model {

enum class NameGender : std::uint8_t { absent, m, f, mpl, fpl, pl };

struct FrenchForms {
  Text name;
  Word<NameGender> gender;
  Text de;
  Text en;
};

struct SpanishForms {
  Text name;
  Text de;
  Text en;
  Text a;
};

struct FormerName {
  Date until;
  Text name_en;
  Text name_fr;
  Text name_es;
  Text formal_en;
  Text formal_fr;
  Text formal_es;
  Block<FrenchForms> forms_fr;
  Block<SpanishForms> forms_es;
  Text note;
  List<Text> unverified;
};

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::FrenchForms> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::name>("name",
                      {.doc = "With its article.", .reveals = Reveals::open, .required = true}),
      field<&T::gender>("gender",
                        {.doc = "m, f, mpl, fpl or pl; missing for a name without an article.",
                         .reveals = Reveals::open}),
      field<&T::de>("de", {.doc = "With de: du, de la, de l', des.", .reveals = Reveals::open}),
      field<&T::en>("en", {.doc = "With en, au, aux, dans or à.", .reveals = Reveals::open}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::SpanishForms> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::name>(
          "name",
          {.doc = "With its article, if one is used.", .reveals = Reveals::open, .required = true}),
      field<&T::de>("de", {.doc = "With de.", .reveals = Reveals::open}),
      field<&T::en>("en", {.doc = "With en.", .reveals = Reveals::open}),
      field<&T::a>("a", {.doc = "With a.", .reveals = Reveals::open}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::FormerName> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::until>(
          "until",
          {.doc = "Its last day; a month or a year if the change was on an unknown day in it.",
           .reveals = Reveals::open,
           .required = true}),
      field<&T::name_en>("name_en", model::about::name_en),
      field<&T::name_fr>("name_fr", model::about::name_fr),
      field<&T::name_es>("name_es", model::about::name_es),
      field<&T::formal_en>("formal_en", {.doc = "Formal name in English, with its article.",
                                         .reveals = Reveals::open}),
      field<&T::formal_fr>("formal_fr", {.doc = "Formal name in French, with its article.",
                                         .reveals = Reveals::open}),
      field<&T::formal_es>("formal_es", {.doc = "Formal name in Spanish, with its article.",
                                         .reveals = Reveals::open}),
      field<&T::forms_fr>("forms_fr",
                          {.doc = "That name in a sentence, in French.", .reveals = Reveals::open}),
      field<&T::forms_es>(
          "forms_es", {.doc = "That name in a sentence, in Spanish.", .reveals = Reveals::open}),
      field<&T::note>("note", model::about::notes),
      field<&T::unverified>("unverified", model::about::unverified),
  };
};
