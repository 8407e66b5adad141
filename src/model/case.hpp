// The block of a case: what is known and done about one matter, before, between and after letters.
#pragma once

#include "model/record.hpp"
#include "model/vocabulary.hpp"

#include <array>

namespace rapport::model {

enum class CaseStatus : std::uint8_t {
  absent,
  received,
  verifying,
  awaiting_consent,
  decided,
  acted,
  closed,
  not_taken
};
enum class CosignStatus : std::uint8_t {
  absent,
  asked,
  agreed,
  agreed_with_edits,
  declined,
  no_answer
};
enum class Via : std::uint8_t {
  absent,
  common_form,
  mailbox,
  meeting,
  post,
  phone,
  signal,
  partner,
  other
};
enum class RequestFor : std::uint8_t { absent, states, business, organisations };

struct CoSignatory {
  MandateCode mandate;
  Date asked;
  Date answer_by;
  Date answered;
  Word<CosignStatus> status;
  Text edits;
  Text reason;
  Text cleared;
};

/// With or without wanting words changed.
constexpr bool agreed(CosignStatus status) {
  return status == CosignStatus::agreed || status == CosignStatus::agreed_with_edits;
}
inline bool agreed(const CoSignatory& signer) { return agreed(*signer.status); }

struct AllegedVictim {
  Key key;
  Ref partner;
  Text text;
  Count women;
  Count men;
  Count minors;
  Word<NameAs> name_as;
  Text because;
  Text introduce_as;
};

struct Persons {
  Count total;
  Count women;
  Count men;
  Count minors;
};

struct AllegedPerpetrator {
  Ref partner;
  Text text;
  Text role;
};

struct Submission {
  Key key;
  Date received;
  Ref from;
  Word<Via> via;
  Date acknowledged;
  Flag admissible;
};

struct Incident {
  Key key;
  Date on;
  Text form;
  List<Ref> against;
  Ref by;
  Flag reprisal;
};

struct Request {
  List<Word<RequestFor>> uses;
  Text text;
};

struct CaseStep {
  Date on;
  Text step;
  Ref by;
};

struct Case {
  List<StateCode> where;
  Word<CaseStatus> status;
  MandateCode lead;
  List<CoSignatory> co_signatories;
  List<AllegedVictim> alleged_victims;
  Block<Persons> persons;
  List<AllegedPerpetrator> alleged_perpetrators;
  List<Submission> submissions;
  List<Incident> incidents;
  Text facts;
  Text concern;
  List<Request> requests;
  List<CaseStep> steps;
  Text decision;
};

/// Nothing is done for it any more: it was closed, or never taken.
inline bool is_over(const Case& matter) {
  return matter.status == CaseStatus::closed || matter.status == CaseStatus::not_taken;
}

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::CoSignatory> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::mandate>("mandate", {.doc = "The mandate asked.",
                                     .reveals = Reveals::open,
                                     .required = true,
                                     .naming = value::Naming::single}),
      field<&T::asked>("asked", {.doc = "When it was asked.", .reveals = Reveals::content}),
      field<&T::answer_by>(
          "answer_by", {.doc = "The day by which it should answer.", .reveals = Reveals::content}),
      field<&T::answered>("answered", {.doc = "When it answered.", .reveals = Reveals::content}),
      field<&T::status>("status",
                        {.doc = "asked, agreed, agreed-with-edits, declined or no-answer.",
                         .reveals = Reveals::open,
                         .required = true}),
      field<&T::edits>("edits", {.doc = "What it wanted changed.", .reveals = Reveals::content}),
      field<&T::reason>("reason", {.doc = "Why it declined.", .reveals = Reveals::content}),
      field<&T::cleared>("cleared",
                         {.doc = "Digest of the text it agreed to.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::AllegedVictim> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::key>("key", {.doc = "How the text refers to them: <v1>.",
                             .reveals = Reveals::content,
                             .required = true,
                             .naming = value::Naming::cited}),
      field<&T::partner>("partner", {.doc = "Their record.",
                                     .reveals = Reveals::identity,
                                     .is_usual = true,
                                     .refers = Refers::partner}),
      field<&T::text>("text", {.doc = "Who they are, if they have no record.",
                               .reveals = Reveals::content,
                               .is_usual = true}),
      field<&T::women>("women",
                       {.doc = "How many of them are women.", .reveals = Reveals::content}),
      field<&T::men>("men", {.doc = "How many of them are men.", .reveals = Reveals::content}),
      field<&T::minors>("minors",
                        {.doc = "How many of them are under age.", .reveals = Reveals::content}),
      field<&T::name_as>("name_as",
                         {.doc = "How they appear in a letter that was sent.",
                          .reveals = Reveals::content,
                          .stricter = value::Stricter::words("full initials described none")}),
      field<&T::because>("because", {.doc = "Why they appear so.", .reveals = Reveals::content}),
      field<&T::introduce_as>("introduce_as", {.doc = "How they are introduced, after the name.",
                                               .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Persons> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::total>("total", {.doc = "How many people it concerns.", .reveals = Reveals::open}),
      field<&T::women>("women", {.doc = "How many of them are women.", .reveals = Reveals::open}),
      field<&T::men>("men", {.doc = "How many of them are men.", .reveals = Reveals::open}),
      field<&T::minors>("minors",
                        {.doc = "How many of them are under age.", .reveals = Reveals::open}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::AllegedPerpetrator> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::partner>(
          "partner",
          {.doc = "Their record.", .reveals = Reveals::content, .refers = Refers::partner}),
      field<&T::text>(
          "text", {.doc = "Who they are, if they have no record.", .reveals = Reveals::content}),
      field<&T::role>("role",
                      {.doc = "What they are said to have done.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Submission> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::key>(
          "key", {.doc = "Names this submission.", .reveals = Reveals::source, .required = true}),
      field<&T::received>("received",
                          {.doc = "When it came.", .reveals = Reveals::source, .required = true}),
      field<&T::from>("from", {.doc = "Who sent it; never leaves the office.",
                               .reveals = Reveals::source,
                               .is_usual = true,
                               .must_seal = true,
                               .refers = Refers::partner}),
      field<&T::via>("via",
                     {.doc = "How it reached us.", .reveals = Reveals::source, .is_usual = true}),
      field<&T::acknowledged>("acknowledged",
                              {.doc = "When receipt was confirmed.", .reveals = Reveals::source}),
      field<&T::admissible>("admissible", {.doc = "Whether it meets the Code of Conduct.",
                                           .reveals = Reveals::source}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Incident> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::key>("key", {.doc = "Names this incident.", .reveals = Reveals::content}),
      field<&T::on>("on", {.doc = "When.", .reveals = Reveals::content, .is_usual = true}),
      field<&T::form>("form",
                      {.doc = "What happened.", .reveals = Reveals::content, .is_usual = true}),
      field<&T::against>("against", {.doc = "To whom: partners, or keys of alleged victims.",
                                     .reveals = Reveals::content,
                                     .refers = Refers::partner,
                                     .or_key = OrKey::victim}),
      field<&T::by>(
          "by",
          {.doc = "By whom, as alleged.", .reveals = Reveals::content, .refers = Refers::partner}),
      field<&T::reprisal>(
          "reprisal", {.doc = "For having cooperated with the UN.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Request> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::uses>("for", {.doc = "The kind of addressee it is meant for; all if not set.",
                              .reveals = Reveals::content,
                              .is_usual = true}),
      field<&T::text>("text",
                      {.doc = "What is asked.", .reveals = Reveals::content, .required = true}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::CaseStep> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::on>("on", {.doc = "When.", .reveals = Reveals::content, .required = true}),
      field<&T::step>("step",
                      {.doc = "What was done.", .reveals = Reveals::content, .required = true}),
      field<&T::by>("by",
                    {.doc = "By whom: a partner, office, holder, or the key of a member of staff.",
                     .reveals = Reveals::source,
                     .refers = Refers::partner,
                     .or_key = OrKey::staff}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Case> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::where>(
          "where",
          {.doc = "The States it happened in.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::status>(
          "status",
          {.doc = "received, verifying, awaiting-consent, decided, acted, closed or not-taken.",
           .reveals = Reveals::open,
           .required = true}),
      field<&T::lead>(
          "lead", {.doc = "The mandate that writes.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::co_signatories>(
          "co_signatories",
          {.doc = "Who is asked to sign.", .reveals = Reveals::open, .singular = "co_signatory"}),
      field<&T::alleged_victims>("alleged_victims", {.doc = "Who it happened to.",
                                                     .reveals = Reveals::content,
                                                     .is_usual = true,
                                                     .singular = "alleged_victim"}),
      field<&T::persons>("persons",
                         {.doc = "How many people it concerns.", .reveals = Reveals::open}),
      field<&T::alleged_perpetrators>("alleged_perpetrators",
                                      {.doc = "Who is said to have done it.",
                                       .reveals = Reveals::content,
                                       .singular = "alleged_perpetrator"}),
      field<&T::submissions>("submissions", {.doc = "What was received.",
                                             .reveals = Reveals::source,
                                             .is_usual = true,
                                             .singular = "submission"}),
      field<&T::incidents>("incidents", {.doc = "What happened, one by one.",
                                         .reveals = Reveals::content,
                                         .is_usual = true,
                                         .singular = "incident"}),
      field<&T::facts>("facts", {.doc = "The allegations, dated and reported.",
                                 .reveals = Reveals::content,
                                 .is_usual = true}),
      field<&T::concern>("concern", {.doc = "What the mandate is concerned about.",
                                     .reveals = Reveals::content,
                                     .is_usual = true}),
      field<&T::requests>("requests", {.doc = "What is asked, of whom.",
                                       .reveals = Reveals::content,
                                       .is_usual = true,
                                       .singular = "request"}),
      field<&T::steps>("steps",
                       {.doc = "What was done.", .reveals = Reveals::content, .singular = "step"}),
      field<&T::decision>("decision",
                          {.doc = "What was decided, and why.", .reveals = Reveals::content}),
  };
};
