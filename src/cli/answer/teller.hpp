// What may be said of a value of a record, without knowing its type: the gate decides, by the class
// of the field it stands in.
#pragma once

#include "query/context.hpp"
#include "release/gate.hpp"
#include "value/row.hpp"

#include <string>

namespace rapport::cli {

class Teller {
 public:
  Teller(const query::Context& context, const release::Gate& gate)
      : context_(context), gate_(gate) {}

  release::Verdict entry(const model::Head& head) const;
  release::Verdicts verdicts(const model::Head& head) const;

  /// A scalar that its field's verdict lets through: text with its marks rendered, a reference with
  /// the name of what it leads to.
  std::string scalar(const value::Row& row, const value::Type& type, const void* value,
                     const model::Head& head, release::Verdict verdict) const;
  /// A value of any shape on one line: items with commas, fields of a block with points between.
  std::string value(const value::Row& row, const value::Type& type, const void* value,
                    const model::Head& head, const release::Verdicts& verdicts) const;

  /// Whether a record may be named in another one: by the link between them.
  bool may_name(const value::Ref& ref, const model::Head& in) const;

  /// The name of a partner or the title of an engagement, else its id.
  std::string title(const model::Head& head) const;

  const query::Context& context() const { return context_; }
  const release::Gate& gate() const { return gate_; }

 private:
  std::string block(const value::Type& type, const void* fields, const model::Head& head,
                    const release::Verdicts& verdicts) const;
  std::string reference(const value::Ref& ref, const model::Head& in) const;

  const query::Context& context_;
  const release::Gate& gate_;
};

}  // namespace rapport::cli
