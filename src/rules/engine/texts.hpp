// The texts of one file, whatever it holds: a record, rapport.yaml or the office's own rows of the
// reference data, whose words letters print as they stand.
#pragma once

#include "model/engagement.hpp"
#include "model/office.hpp"
#include "model/partner.hpp"
#include "reference/reference_data.hpp"
#include "rules/engine/field_walk.hpp"
#include "rules/engine/rule.hpp"

#include <string>
#include <string_view>

namespace rapport::rules {

/// Some of its characters are written as escapes.
inline bool is_escaped(const value::Text& text) {
  return text.style() == yaml::Style::double_quoted &&
         text.raw().find('\\') != std::string_view::npos;
}

/// The text of the file where it can be looked at as it stands, else, in `memory`, what it says.
inline std::string_view said(const value::Text& text, std::string& memory) {
  if (!is_escaped(text)) return text.raw();
  memory = text.str();
  return memory;
}

/// What a rule about texts is called with.
struct Texts {
  const Source& source;
  const FieldWalk& plan;
  const void* record;

  /// Calls `visit(row, text)` for each free text that stands in the file.
  template <class Visit>
  void each(Visit&& visit) const {
    plan.walk(record, [&](const value::Field& row, const void* value) {
      const auto& text = *static_cast<const value::Text*>(value);
      if (text.is_in_own_file()) visit(row, text);
    });
  }
};

inline Texts texts_of(const Partner& partner) {
  return {*partner.head.source, partner_texts(), &partner};
}
inline Texts texts_of(const Engagement& engagement) {
  return {*engagement.head.source, engagement_texts(), &engagement};
}

/// A rule's functions: `Check(const Texts&, Report&)` for each record, and for the office's files.
template <class Record, auto Check>
void in_texts_of(const Record& record, const Context&, Report& report) {
  Check(texts_of(record), report);
}
template <class Visit>
void each_file_of_the_office(const Context& context, Visit&& visit) {
  if (context.office != nullptr)
    visit(Texts{*context.office->head.source, office_texts(), context.office});
  for (const auto& file : context.library->own_files())
    if (file.rows != nullptr) visit(Texts{*file.source, reference_texts(), file.rows});
}
template <auto Check>
void in_files_of_the_office(const Context& context, Report& report) {
  each_file_of_the_office(context, [&](const Texts& texts) { Check(texts, report); });
}

}  // namespace rapport::rules
