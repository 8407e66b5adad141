// The block of a letter: to one addressee, from one or more mandates, with its replies.
#pragma once

#include "model/case.hpp"
#include "model/record.hpp"
#include "model/vocabulary.hpp"

#include <array>

namespace rapport::model {

enum class CommunicationType : std::uint8_t { absent, UA, AL, OL };
enum class AddresseeRole : std::uint8_t {
  absent,
  territorial_state,
  home_state,
  parent_company,
  subsidiary,
  financier,
  investor,
  organisation,
  de_facto
};
enum class ReplyNature : std::uint8_t {
  absent,
  acknowledgement,
  extension_request,
  partial,
  substantive,
  refusal
};
enum class LetterText : std::uint8_t { absent, not_recorded };

struct Reply {
  Key key;
  Date dated;
  Date received;
  Ref from;
  Word<ReplyNature> nature;
  Flag withheld;
  List<Ref> covers;
  List<Text> answers;
  LanguageTag language;
  Text translation;
};

struct Publication {
  Date due;
  Date on;
  Text form;
};

/// What was published on that day is public on the other one: for sure, else it is not.
inline bool is_public_on(const Date& published, const Date& on) {
  return published && value::before(on, published) == value::Truth::no;
}

struct Communication {
  Word<CommunicationType> type;
  Flag legislation;
  Ref addressee;
  Word<AddresseeRole> addressee_role;
  Text reference;
  Date sent;
  Date reply_due;
  List<Reply> replies;
  Block<Publication> publication;
  Ref follows;
  Word<LetterText> text;
  MandateCode lead;
  List<CoSignatory> co_signatories;
  List<AllegedVictim> alleged_victims;
  Text facts;
  Text concern;
  List<Request> requests;
  List<MandateCode> signed_by;

  /// The case whose rows were taken, and a bit for each row taken: set by completion.
  const RecordHeader* inherited_from;
  std::uint64_t inherited;
};

/// What it said is recorded, if only in part.
inline bool has_own_text(const Communication& letter) {
  return letter.alleged_victims || letter.facts || letter.concern || letter.requests;
}

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::Reply> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::key>("key",
                     {.doc = "Names this reply.", .reveals = Reveals::open, .required = true}),
      field<&T::dated>("dated", {.doc = "Its date.", .reveals = Reveals::open}),
      field<&T::received>("received", {.doc = "When it came.", .reveals = Reveals::open}),
      field<&T::from>("from",
                      {.doc = "Who sent it.", .reveals = Reveals::link, .refers = Refers::partner}),
      field<&T::nature>(
          "nature", {.doc = "acknowledgement, extension-request, partial, substantive or refusal.",
                     .reveals = Reveals::open,
                     .required = true}),
      field<&T::withheld>("withheld", {.doc = "The sender asked not to publish it.",
                                       .reveals = Reveals::open,
                                       .stricter = value::Stricter::words("no - yes")}),
      field<&T::covers>("covers",
                        {.doc = "The letters it answers, if it answers others besides this one.",
                         .reveals = Reveals::link,
                         .refers = Refers::engagement}),
      field<&T::answers>("answers", {.doc = "The questions and points that it answers.",
                                     .reveals = Reveals::content}),
      field<&T::language>("language", {.doc = "Its language.", .reveals = Reveals::open}),
      field<&T::translation>("translation",
                             {.doc = "The state of its translation.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Publication> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::due>("due", {.doc = "When it becomes public.", .reveals = Reveals::open}),
      field<&T::on>("on", {.doc = "When it became public.", .reveals = Reveals::open}),
      field<&T::form>("form", {.doc = "With names, or redacted.", .reveals = Reveals::open}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Communication> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::type>("type", {.doc = "UA, AL or OL; whether it is joint is computed.",
                               .reveals = Reveals::open,
                               .required = true}),
      field<&T::legislation>(
          "legislation", {.doc = "It comments on a law, bill, regulation or policy, and becomes "
                                 "public after 48 hours. If not set: yes for an OL, and for a "
                                 "letter on restrictive-legislation without alleged victims.",
                          .reveals = Reveals::open}),
      field<&T::addressee>("addressee", {.doc = "Who receives it.",
                                         .reveals = Reveals::link,
                                         .required = true,
                                         .refers = Refers::partner}),
      field<&T::addressee_role>(
          "addressee_role", {.doc = "Why they do.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::reference>("reference", {.doc = "Assigned by OHCHR when the file is opened.",
                                         .reveals = Reveals::open}),
      field<&T::sent>("sent",
                      {.doc = "When it was sent.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::reply_due>("reply_due", {.doc = "Only when extended.", .reveals = Reveals::open}),
      field<&T::replies>("replies",
                         {.doc = "What came back.", .reveals = Reveals::open, .singular = "reply"}),
      field<&T::publication>("publication",
                             {.doc = "When and how it becomes public.", .reveals = Reveals::open}),
      field<&T::follows>("follows", {.doc = "The letter it follows up.",
                                     .reveals = Reveals::link,
                                     .refers = Refers::engagement}),
      field<&T::text>("text", {.doc = "not-recorded, for a letter that was sent, if only its dates "
                                      "and signatures are known.",
                               .reveals = Reveals::open}),
      field<&T::lead>("lead", {.doc = "The mandate that writes.",
                               .reveals = Reveals::open,
                               .is_usual = true,
                               .from_case = true}),
      field<&T::co_signatories>("co_signatories", {.doc = "Who is asked to sign.",
                                                   .reveals = Reveals::open,
                                                   .from_case = true,
                                                   .singular = "co_signatory"}),
      field<&T::alleged_victims>("alleged_victims", {.doc = "Who it happened to.",
                                                     .reveals = Reveals::content,
                                                     .from_case = true,
                                                     .singular = "alleged_victim"}),
      field<&T::facts>("facts", {.doc = "The allegations, dated and reported.",
                                 .reveals = Reveals::content,
                                 .from_case = true}),
      field<&T::concern>("concern", {.doc = "What the mandate is concerned about.",
                                     .reveals = Reveals::content,
                                     .from_case = true}),
      field<&T::requests>("requests", {.doc = "What is asked of this addressee.",
                                       .reveals = Reveals::content,
                                       .from_case = true,
                                       .singular = "request"}),
      field<&T::signed_by>("signed_by",
                           {.doc = "The mandates that signed what was sent, in the order of the "
                                   "letter; for a draft, the order they should have.",
                            .reveals = Reveals::open}),
  };
  static constexpr std::size_t without_row = 2;
};
