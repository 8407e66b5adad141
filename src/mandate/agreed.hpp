// What somebody's acts of consent together give on a day, one permission by one.
#pragma once

#include "model/partner.hpp"

#include <vector>

namespace rapport::mandate {

/// Something they agreed to that holds. Its fields are rows, so that a query can ask for them.
struct Agreed {
  value::Word<model::Use> use;
  value::Word<model::Audience> to;
  value::Date until;       // absent: no end
  value::Ref case_;        // absent: without a case
  value::StateCode state;  // the audience being a State; absent: any
  value::Word<model::NameAs> name_as;
  value::Key key;  // of the act that gives it
};

/// By use, then audience. Of a record with so many acts, cases and States that this takes too long,
/// the rest is not given.
std::vector<Agreed> agreed(const model::Partner& partner, const value::Date& on);

}  // namespace rapport::mandate

template <>
struct rapport::value::Fields<rapport::mandate::Agreed> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::use>("for", {.doc = "What they agree to.", .reveals = Reveals::content}),
      field<&T::to>("to", {.doc = "The audience.", .reveals = Reveals::content}),
      field<&T::until>("until",
                       {.doc = "Its last day, where it has one.", .reveals = Reveals::content}),
      field<&T::case_>("case", {.doc = "The case it is for, where it is for one.",
                                .reveals = Reveals::content,
                                .refers = Refers::engagement}),
      field<&T::state>("state", {.doc = "The State it is for, where it is not for all.",
                                 .reveals = Reveals::content}),
      field<&T::name_as>("name_as",
                         {.doc = "How the name may appear.", .reveals = Reveals::content}),
      field<&T::key>("act",
                     {.doc = "The key of the act that gives it.", .reveals = Reveals::content}),
  };
};
