// The texts in which protected people are looked for, and the one walk over them.
#pragma once

#include "names/readings.hpp"
#include "names/record_contacts.hpp"
#include "names/record_names.hpp"
#include "rules/engine/rule.hpp"
#include "rules/engine/texts.hpp"

#include <string>
#include <string_view>

namespace rapport::rules {

/// A text that may name somebody, or hold how to reach somebody.
struct SearchedText {
  const Source& source;
  const value::Field& row;
  const value::Text& text;
  std::string_view words;        // what it says
  const RecordHeader* head;      // of its record; null in a file of the office
  const Engagement* engagement;  // null in any other
  bool may_name;                 // context.names may find something in it
  bool may_reach;                // the same of context.contacts

  /// Of what is between `start` and `end` in `words`.
  Place place(std::size_t start, std::size_t end) const;
};

/// What the walk over one file needs.
struct SearchedFile {
  const Source& source;
  const FieldWalk& plan;
  const void* record;
  const RecordHeader* head = nullptr;
  const Engagement* engagement = nullptr;

  /// Calls `visit(const SearchedText&)` for each of its texts that is worth a closer look.
  template <class Visit>
  void each(const Context& context, Visit&& visit) const {
    std::string memory;
    plan.walk(record, [&](const value::Field& row, const void* value) {
      const auto& text = *static_cast<const value::Text*>(value);
      if (!text.is_in_own_file()) return;
      const auto words = said(text, memory);
      bool may_name = false;
      bool may_reach = false;
      names::any_reading(words, [&](std::string_view reading) {
        may_name = may_name || context.names->may_be_in_reading(reading);
        may_reach = may_reach || context.contacts->may_be_in_reading(reading);
        return may_name && may_reach;
      });
      if (may_name || may_reach)
        visit(SearchedText{source, row, text, words, head, engagement, may_name, may_reach});
    });
  }
};

SearchedFile searched_file_of(const Partner& partner);
SearchedFile searched_file_of(const Engagement& engagement);
/// Of rapport.yaml and of the files of reference rows: letters print what is in them.
std::vector<SearchedFile> searched_files_of_the_office(const Context& context);

}  // namespace rapport::rules
