// What a partner's acts of consent allow on one day, as the release gate answers it.
#pragma once

#include "model/dataset.hpp"
#include "value/code.hpp"
#include "value/date.hpp"

#include <string>

namespace rapport::app {

class ConsentEffect {
 public:
  /// `partner` may be another than the one the records hold: as it would be with one act more.
  ConsentEffect(const model::Dataset& data, const value::Codes& codes,
                const model::Partner& partner, value::Date on)
      : data_(data), codes_(codes), partner_(partner), on_(on) {}

  /// A line for each use and case: "  letter to state XXA until 2027-01, in examplia-dam". Empty
  /// when nothing is allowed.
  std::string text() const;

  /// The latest fact of its case that the act is older than, so that it allows nothing it names;
  /// absent when there is none.
  value::Date younger_fact(const model::ConsentAct& act) const;

 private:
  std::string line(model::Use use, const model::Engagement* matter) const;
  std::string said(model::Use use, model::Audience audience, const model::Engagement* matter) const;

  const model::Dataset& data_;
  const value::Codes& codes_;
  const model::Partner& partner_;
  value::Date on_;
};

}  // namespace rapport::app
