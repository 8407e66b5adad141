// Who took part in an engagement, how many came, and what they told.
#pragma once

#include "model/record.hpp"
#include "model/vocabulary.hpp"

#include <array>

namespace rapport::model {

enum class Attendance : std::uint8_t {
  absent,
  invited,
  confirmed,
  attended,
  represented,
  declined,
  absent_
};
enum class Role : std::uint8_t {
  absent,
  organiser,
  co_organiser,
  host,
  speaker,
  panellist,
  moderator,
  trainer,
  participant,
  visitor,
  visited,
  author,
  addressee,
  source,
  alleged_victim,
  alleged_perpetrator,
  interpreter,
  observer,
  expert,
  co_signatory,
  sponsor
};
enum class Attribution : std::uint8_t { absent, none, group, organisation, name };

struct Delegate {
  Text who;
  Text role;
};

struct Participation {
  Ref partner;
  Word<Role> role;
  Word<Attendance> status;
  Text represented_by;
  List<InstrumentCode> applies;
};

struct AttendanceGroup {
  Word<Circle> circle;
  Text text;
  Text from;
  Count count;
};

struct Attended {
  Count total;
  Count women;
  Count men;
  Count other;
  Count minors;
  List<AttendanceGroup> groups;
};

struct Experience {
  Ref from;
  Word<Circle> circle;
  Text text;
  Word<Attribution> attribution;
};

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::Delegate> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::who>("who", {.doc = "holder, or the key of a member of staff in rapport.yaml.",
                             .reveals = Reveals::identity,
                             .required = true}),
      field<&T::role>(
          "role", {.doc = "What they were there for.", .reveals = Reveals::open, .is_usual = true}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Participation> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::partner>("partner", {.doc = "The partner.",
                                     .reveals = Reveals::link,
                                     .required = true,
                                     .refers = Refers::partner,
                                     .naming = value::Naming::single}),
      field<&T::role>(
          "role", {.doc = "What they were there for.", .reveals = Reveals::link, .is_usual = true}),
      field<&T::status>("status",
                        {.doc = "invited, confirmed, attended, represented, declined or absent.",
                         .reveals = Reveals::link,
                         .is_usual = true}),
      field<&T::represented_by>("represented_by",
                                {.doc = "Who came for them.", .reveals = Reveals::identity}),
      field<&T::applies>("applies",
                         {.doc = "An instrument under which they act, such as the EU Guidelines.",
                          .reveals = Reveals::link}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::AttendanceGroup> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::circle>("circle", {.doc = "The body they belong to.", .reveals = Reveals::open}),
      field<&T::text>("text", {.doc = "The same in words.", .reveals = Reveals::content}),
      field<&T::from>("from", {.doc = "Where they came from.", .reveals = Reveals::place}),
      field<&T::count>("count", {.doc = "How many.", .reveals = Reveals::open}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Attended> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::total>(
          "total",
          {.doc = "How many people; may be unknown.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::women>(
          "women",
          {.doc = "How many of them are women.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::men>(
          "men", {.doc = "How many of them are men.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::other>("other", {.doc = "How many of them are neither.", .reveals = Reveals::open}),
      field<&T::minors>("minors",
                        {.doc = "How many of them are under age.", .reveals = Reveals::open}),
      field<&T::groups>("groups", {.doc = "Who they were, without naming them.",
                                   .reveals = Reveals::open,
                                   .singular = "group"}),
  };
};

template <>
struct rapport::value::Fields<rapport::model::Experience> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::from>("from", {.doc = "Whose experience it is.",
                               .reveals = Reveals::source,
                               .refers = Refers::partner}),
      field<&T::circle>("circle",
                        {.doc = "Whose it is, without naming them.", .reveals = Reveals::content}),
      field<&T::text>("text",
                      {.doc = "What they told us.", .reveals = Reveals::content, .required = true}),
      field<&T::attribution>(
          "attribution", {.doc = "How it may be quoted.",
                          .reveals = Reveals::content,
                          .stricter = value::Stricter::words("name organisation group - none")}),
  };
};
