// What may be said of a value of a record, without knowing its type: the gate decides, by the class
// of the field it stands in.
#pragma once

#include "query/context.hpp"
#include "release/gate.hpp"
#include "value/row.hpp"
#include "view/cards.hpp"

#include <string>
#include <vector>

namespace rapport::cli {

/// What may be said of a value of any shape; all empty where that is nothing.
struct Told {
  const value::Row* row = nullptr;
  const value::Type* type = nullptr;
  std::string text =
      {};               // of a scalar; of a reference, what it leads to is called, unless by its id
  std::string id = {};  // of a reference
  std::vector<Told> parts = {};  // items of a list, fields of a block

  bool is_nothing() const { return text.empty() && id.empty() && parts.empty(); }
};

/// On one line: items with commas, fields of a block with points between.
std::string text(const Told& told);
/// By key, as it is written in the record; what a reference leads to is an object with its id.
view::Data as_data(const Told& told);

class Teller {
 public:
  Teller(const query::Context& context, const release::Gate& gate)
      : context_(context), gate_(gate) {}

  release::Verdict entry(const model::Head& head) const;
  release::Verdicts verdicts(const model::Head& head) const;

  Told tell(const value::Row& row, const value::Type& type, const void* value,
            const model::Head& head, const release::Verdicts& verdicts) const;

  /// The name of a partner or the title of an engagement, else its id.
  std::string title(const model::Head& head) const;
  /// "Rio Ejemplo Committee (rio-ejemplo-committee)", or the id where there is nothing else to say.
  std::string titled(const model::Head& head) const;

  /// "withdrew on 5 April 2026": the mark, in the office's own answers, of a partner who wants not
  /// to be contacted; empty for others.
  std::string no_contact(const model::Head& head) const;

  const query::Context& context() const { return context_; }
  const release::Gate& gate() const { return gate_; }

 private:
  void tell_block(Told& told, const void* fields, const model::Head& head,
                  const release::Verdicts& verdicts) const;
  void tell_reference(Told& told, const value::Ref& ref, const model::Head& in) const;

  const query::Context& context_;
  const release::Gate& gate_;
};

}  // namespace rapport::cli
