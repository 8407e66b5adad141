// Consent is a list of acts that is only ever added to; what holds today follows from all of them.
#pragma once

#include "model/record.hpp"
#include "model/vocabulary.hpp"

#include <array>

namespace rapport::model {

enum class Act : std::uint8_t { absent, given, narrowed, renewed, refused, withdrawn };
enum class ConsentBy : std::uint8_t { absent, self, family, guardian, lawyer, organisation };

struct ConsentAct {
  Key key;
  Date on;
  Word<Act> act;
  Ref case_;
  List<Word<Use>> uses;
  List<Word<Audience>> to;
  List<StateCode> states;
  Word<NameAs> name_as;
  Word<ConsentBy> by;
  Text how;
  LanguageTag language;
  Flag advance;
  Date until;
  Text note;
  Text recall;
};

/// A bit for each act.
template <class... Acts>
constexpr std::uint8_t acts(Acts... act) {
  return static_cast<std::uint8_t>((0U | ... | (1U << static_cast<unsigned>(act))));
}
inline constexpr std::uint8_t acts_that_give = acts(Act::given, Act::renewed);
/// What is left of what was given, too.
inline constexpr std::uint8_t acts_that_limit = acts_that_give | acts(Act::narrowed);
/// A withdrawal ends all there was, so that it lists nothing.
inline constexpr std::uint8_t acts_that_list = acts_that_limit | acts(Act::refused);

/// Whether an act of that kind has a meaning with this row of ConsentAct. What it cannot say would
/// be believed to hold if it were kept in silence.
inline bool takes(Act act, const value::Field& row) {
  return (row.meta.acts >> static_cast<unsigned>(act) & 1U) != 0;
}

/// For what, or to whom: an act that gives must say it, and one that refuses may.
inline bool is_extent(const value::Field& row) { return row.meta.acts == acts_that_list; }

/// An act can leave a part of it: there is something to narrow.
inline bool is_limit(const value::Field& row) {
  return takes(Act::narrowed, row) && !takes(Act::withdrawn, row);
}

inline bool gives(Act act) { return act == Act::given || act == Act::renewed; }
inline bool gives(const ConsentAct& act) { return gives(*act.act); }

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::ConsentAct> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::key>("key", {.doc = "Names this act, so that others can refer to it.",
                             .reveals = Reveals::content,
                             .required = true,
                             .option = {.is_none = true}}),
      field<&T::on>("on", {.doc = "The day they said it.",
                           .reveals = Reveals::content,
                           .required = true,
                           .option = {.doc = "The day they said it; without it, today"}}),
      field<&T::act>(
          "act", {.doc = "given, narrowed (only what it lists is left), renewed "
                         "(States, case and form of the name stay as before unless it "
                         "says others; it has its own end), refused or withdrawn.",
                  .reveals = Reveals::content,
                  .required = true,
                  .option = {.is_none = true},
                  .stricter = value::Stricter::words("given renewed narrowed refused withdrawn")}),
      field<&T::case_>("case", {.doc = "The one case it is about; without it, it never allows a "
                                       "letter, a publication or a press text.",
                                .reveals = Reveals::content,
                                .refers = Refers::engagement,
                                .option = {.doc = "The one case it is about"}}),
      field<&T::uses>("for", {.doc = "What it allows.",
                              .reveals = Reveals::content,
                              .acts = model::acts_that_list,
                              .option = {.placeholder = "USE"},
                              .stricter = value::Stricter::whole()}),
      field<&T::to>("to", {.doc = "The audiences it allows.",
                           .reveals = Reveals::content,
                           .acts = model::acts_that_list,
                           .option = {.placeholder = "AUDIENCE"},
                           .stricter = value::Stricter::whole()}),
      field<&T::states>("states", {.doc = "Only these States, if the audience is a State.",
                                   .reveals = Reveals::content,
                                   .singular = "state",
                                   .acts = model::acts_that_limit,
                                   .option = {.doc = "Only these States"},
                                   .stricter = value::Stricter::whole()}),
      field<&T::name_as>("name_as",
                         {.doc = "How the name may appear.",
                          .reveals = Reveals::content,
                          .acts = model::acts_that_limit,
                          .option = {.placeholder = "FORM"},
                          .stricter = value::Stricter::words("full initials described none")}),
      field<&T::by>(
          "by",
          {.doc = "Who gave it.",
           .reveals = Reveals::content,
           .option = {.placeholder = "WHO", .doc = "Who said it", .question = "who said it"}}),
      field<&T::how>("how", {.doc = "By which means: in-person, signal, letter ...",
                             .reveals = Reveals::content,
                             .option = {.question = "by which means"}}),
      field<&T::language>("language", {.doc = "The language it was given in.",
                                       .reveals = Reveals::content,
                                       .option = {.placeholder = "TAG"}}),
      field<&T::advance>(
          "advance",
          {.doc = "Given in advance for facts that come later.",
           .reveals = Reveals::content,
           .acts = model::acts_that_give,
           .option = {.doc = "Also for facts that come later",
                      .hint =
                          "only consent that is given or renewed can be for facts that come later"},
           .stricter = value::Stricter::words("yes - no")}),
      field<&T::until>("until", {.doc = "Its last day.",
                                 .reveals = Reveals::content,
                                 .acts = model::acts_that_limit,
                                 .option = {.question = "until when"},
                                 .stricter = value::Stricter::earlier()}),
      field<&T::note>("note",
                      {.doc = "For the office.", .reveals = Reveals::content, .must_seal = true}),
      field<&T::recall>("recall", {.doc = "How the person can take it back.",
                                   .reveals = Reveals::contact,
                                   .must_seal = true,
                                   .option = {.is_none = true}}),
  };
};
