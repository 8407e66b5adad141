// What stays of an engagement: needs, methods, goals, commitments, support and documents.
#pragma once

#include "model/record.hpp"
#include "model/vocabulary.hpp"

#include <array>

namespace rapport::model {

enum class NeedStatus : std::uint8_t {
  absent,
  open,
  answered,
  partly,
  referred,
  withdrawn,
  closed
};
enum class GoalStatus : std::uint8_t {
  absent,
  proposed,
  agreed,
  ongoing,
  partly_met,
  met,
  dropped
};
enum class CommitmentStatus : std::uint8_t { absent, open, done, closed, cancelled, broken };
enum class SupportKind : std::uint8_t {
  absent,
  travel,
  lodging,
  venue,
  interpretation,
  translation,
  staff,
  research,
  funding,
  fee,
  gift,
  honour
};
enum class SupportAnswer : std::uint8_t {
  absent,
  pending,
  accepted,
  declined,
  returned,
  handed_to_un
};

struct NeedResponse {
  Date on;
  Text by;
  Text means;
  Date told;
};

struct Need {
  Key key;
  Text text;
  List<ThemeCode> themes;
  List<Ref> raised_by;
  Word<Circle> circle;
  Word<NeedStatus> status;
  List<NeedResponse> responses;
};

struct Method {
  Text topic;
  Text ours;
  Text theirs;
};

struct GoalReview {
  Date on;
  Ref in;
  Word<GoalStatus> status;
  Text note;
};

struct Goal {
  Key key;
  Text text;
  List<Ref> with;
  Word<GoalStatus> status;
  Date next_review;
  List<GoalReview> reviews;
};

struct Commitment {
  Key key;
  Ref by;
  Ref to;
  Text what;
  Date due;
  Word<CommitmentStatus> status;
  Ref closed_by;
};

struct Support {
  Ref from;
  Word<SupportKind> kind;
  Text for_;
  Text what;
  Amount amount;
  Currency currency;
  Flag in_kind;
  Flag earmarked;
  Date offered;
  Word<SupportAnswer> answer;
  Flag disclose;
  Text disclosed_in;
};

struct Document {
  Text title;
  Text kind;
  Date date;
  LanguageTag language;
  Text symbol;
  Url url;
  Text file;
};

/// Nothing is recorded to have ended it.
inline bool is_open(const Commitment& commitment) {
  return !commitment.status || commitment.status == CommitmentStatus::open;
}

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::NeedResponse> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::on>("on", {.doc = "When.", .reveals = Reveals::content}),
      field<&T::by>("by", {.doc = "By whom.", .reveals = Reveals::content}),
      field<&T::means>("means",
                       {.doc = "By which means of the mandate.", .reveals = Reveals::content}),
      field<&T::told>("told", {.doc = "When they were told.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Need> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::key>("key",
                     {.doc = "Names this need.", .reveals = Reveals::content, .required = true}),
      field<&T::text>("text",
                      {.doc = "What is needed.", .reveals = Reveals::content, .required = true}),
      field<&T::themes>(
          "themes", {.doc = "What it is about.", .reveals = Reveals::content, .singular = "theme"}),
      field<&T::raised_by>("raised_by", {.doc = "Who raised it.",
                                         .reveals = Reveals::source,
                                         .is_usual = true,
                                         .refers = Refers::partner}),
      field<&T::circle>(
          "circle", {.doc = "Who raised it, without naming them.", .reveals = Reveals::content}),
      field<&T::status>("status", {.doc = "open, answered, partly, referred, withdrawn or closed.",
                                   .reveals = Reveals::content,
                                   .is_usual = true}),
      field<&T::responses>("responses",
                           {.doc = "What was done about it.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Method> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::topic>("topic",
                       {.doc = "What is compared.", .reveals = Reveals::open, .required = true}),
      field<&T::ours>("ours", {.doc = "How this mandate does it.", .reveals = Reveals::content}),
      field<&T::theirs>("theirs", {.doc = "How they do it.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::GoalReview> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::on>("on",
                    {.doc = "When it was reviewed.", .reveals = Reveals::open, .required = true}),
      field<&T::in>("in", {.doc = "The engagement it was reviewed in.",
                           .reveals = Reveals::link,
                           .refers = Refers::engagement}),
      field<&T::status>("status", {.doc = "How far it was.", .reveals = Reveals::open}),
      field<&T::note>("note", {.doc = "What was said.", .reveals = Reveals::content}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Goal> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::key>("key",
                     {.doc = "Names this goal.", .reveals = Reveals::open, .required = true}),
      field<&T::text>(
          "text", {.doc = "What is to be reached.", .reveals = Reveals::open, .required = true}),
      field<&T::with>("with", {.doc = "The partners who share it.",
                               .reveals = Reveals::link,
                               .refers = Refers::partner}),
      field<&T::status>("status", {.doc = "How far it is.", .reveals = Reveals::open}),
      field<&T::next_review>("next_review",
                             {.doc = "When to look at it again.", .reveals = Reveals::open}),
      field<&T::reviews>("reviews", {.doc = "What the reviews found.", .reveals = Reveals::open}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Commitment> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::key>(
          "key", {.doc = "Names this commitment.", .reveals = Reveals::content, .required = true}),
      field<&T::by>("by", {.doc = "Who promised; office for us.",
                           .reveals = Reveals::content,
                           .required = true,
                           .refers = Refers::partner}),
      field<&T::to>("to", {.doc = "To whom; office for us.",
                           .reveals = Reveals::content,
                           .is_usual = true,
                           .refers = Refers::partner}),
      field<&T::what>("what",
                      {.doc = "What was promised.", .reveals = Reveals::content, .required = true}),
      field<&T::due>("due", {.doc = "Until when.", .reveals = Reveals::content, .is_usual = true}),
      field<&T::status>("status", {.doc = "open, done, closed, cancelled or broken.",
                                   .reveals = Reveals::content,
                                   .is_usual = true}),
      field<&T::closed_by>("closed_by",
                           {.doc = "The engagement or document that shows it was kept.",
                            .reveals = Reveals::content,
                            .refers = Refers::engagement}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Support> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::from>("from", {.doc = "Who offered it.",
                               .reveals = Reveals::link,
                               .required = true,
                               .refers = Refers::partner}),
      field<&T::kind>("kind", {.doc = "What it is.", .reveals = Reveals::open, .required = true}),
      field<&T::for_>("for", {.doc = "What it was for.", .reveals = Reveals::content}),
      field<&T::what>("what", {.doc = "The thing itself.", .reveals = Reveals::open}),
      field<&T::amount>("amount", {.doc = "Its worth.", .reveals = Reveals::open}),
      field<&T::currency>("currency", {.doc = "ISO 4217.", .reveals = Reveals::open}),
      field<&T::in_kind>("in_kind",
                         {.doc = "Given as a thing or service.", .reveals = Reveals::open}),
      field<&T::earmarked>("earmarked", {.doc = "Tied to a purpose.", .reveals = Reveals::open}),
      field<&T::offered>("offered", {.doc = "When it was offered.", .reveals = Reveals::open}),
      field<&T::answer>("answer", {.doc = "pending, accepted, declined, returned or handed-to-un.",
                                   .reveals = Reveals::open,
                                   .required = true}),
      field<&T::disclose>("disclose",
                          {.doc = "Whether it is to be disclosed.", .reveals = Reveals::open}),
      field<&T::disclosed_in>("disclosed_in",
                              {.doc = "The report that disclosed it.", .reveals = Reveals::open}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Document> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::title>("title", {.doc = "Its title.", .reveals = Reveals::content}),
      field<&T::kind>("kind", {.doc = "What it is: report, letter, photograph ...",
                               .reveals = Reveals::content}),
      field<&T::date>("date", {.doc = "Its date.", .reveals = Reveals::content}),
      field<&T::language>("language", {.doc = "Its language.", .reveals = Reveals::content}),
      field<&T::symbol>("symbol", {.doc = "Its UN symbol.", .reveals = Reveals::open}),
      field<&T::url>("url", {.doc = "Where it is published.", .reveals = Reveals::open}),
      field<&T::file>("file",
                      {.doc = "Its file, outside the repository.", .reveals = Reveals::content}),
  };
};
