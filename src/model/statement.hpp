// The block of a public statement.
#pragma once

#include "model/case.hpp"
#include "model/record.hpp"

#include <array>

namespace rapport::model {

enum class StatementKind : std::uint8_t {
  absent,
  press_release,
  joint,
  end_of_visit,
  media_advisory,
  oral
};

struct Statement {
  Word<StatementKind> kind;
  Moment issued;
  Moment embargo_until;
  List<CoSignatory> co_signatories;
  Text symbol;
};

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::Statement> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::kind>("kind", {.doc = "press-release, joint, end-of-visit, media-advisory or oral.",
                               .reveals = Reveals::open,
                               .required = true}),
      field<&T::issued>("issued",
                        {.doc = "When it was issued.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::embargo_until>("embargo_until", {.doc = "Not before this time.",
                                                 .reveals = Reveals::open,
                                                 .is_usual = true,
                                                 .stricter = value::Stricter::later()}),
      field<&T::co_signatories>(
          "co_signatories",
          {.doc = "Who joins it.", .reveals = Reveals::open, .singular = "co_signatory"}),
      field<&T::symbol>("symbol", {.doc = "Its number.", .reveals = Reveals::open}),
  };
};
