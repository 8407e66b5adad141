#include "cli/generate/blank.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

#include <set>

namespace rapport::cli {
namespace {

using value::Field;
using value::Shape;
using value::Type;

constexpr std::size_t columns = 100;

class Writer {
 public:
  explicit Writer(const Blank& blank) : blank_(blank) {}

  std::string record() {
    comment(0, blank_.heading);
    for (const Field& row : blank_.record->rows().rows) {
      const auto known = blank_.entries.find(row.name);
      const bool is_known = known != blank_.entries.end();
      if (!is_known && !blank_.offers(row)) continue;
      out_ += '\n';
      if (is_known) {
        comment(0, explained(row));
        out_ += known->second;
        if (row.type->shape == Shape::block) rest_of_block(row, known->second);
      } else {
        field(row, 0, row.meta.required);
      }
    }
    return std::move(out_);
  }

 private:
  /// "## " and the text, in lines that fit: one '#' more than a field that is not filled in.
  void comment(std::size_t indent, std::string_view text) {
    std::string line;
    const auto flush = [&] {
      out_ += fmt::format("## {}{}\n", std::string(indent, ' '), line);
      line.clear();
    };
    for (const auto word : base::split(text, ' ')) {
      if (!line.empty() && base::width(line) + base::width(word) + 4 + indent > columns) flush();
      line += (line.empty() ? "" : " ") + std::string(word);
    }
    flush();
  }

  void line(std::size_t indent, bool active, std::string_view text) {
    out_ += fmt::format("{}{}{}\n", active ? "" : "# ", std::string(indent, ' '), text);
  }

  void field(const Field& row, std::size_t indent, bool active) {
    comment(indent, explained(row));
    const Type* type = row.type;
    if (type->shape == Shape::block) return block(row, indent);
    if (type->shape == Shape::list && type->element->shape == Shape::block)
      return items(row, indent);
    line(indent, active, fmt::format("{}:{}", row.name, active ? " \"\"" : ""));
  }

  /// What the field holds, with the values it takes unless the words say them, and whether it must
  /// be there.
  static std::string explained(const Field& row) {
    const auto words = row.type->words;
    const bool said = !words.empty() && row.meta.doc.find(words.front()) != row.meta.doc.npos;
    const std::string form = said ? std::string() : form_of(*row.type);
    const std::string must = row.meta.required ? "required" : "";
    const std::string both = form.empty() || must.empty() ? must + form : must + "; " + form;
    return both.empty() ? std::string(row.meta.doc) : fmt::format("{} ({})", row.meta.doc, both);
  }

  /// An item has many fields: those that must be there, and those that take certain words only,
  /// are explained.
  static bool needs_explaining(const Field& row) {
    const Type& type = row.type->shape == Shape::list ? *row.type->element : *row.type;
    return row.meta.required || type.shape == Shape::word;
  }

  void block(const Field& row, std::size_t indent) {
    line(indent, false, fmt::format("{}:", row.name));
    for (const Field& inner : row.type->rows().rows)
      if (blank_.offers(inner)) field(inner, indent + 2, false);
  }

  /// What of a block is not known yet.
  void rest_of_block(const Field& row, std::string_view known) {
    for (const Field& inner : row.type->rows().rows)
      if (blank_.offers(inner) && known.find(fmt::format("\n  {}:", inner.name)) == known.npos)
        field(inner, 2, false);
  }

  void items(const Field& row, std::size_t indent) {
    line(indent, false, fmt::format("{}:", row.name));
    bool first = true;
    for (const Field& inner : row.type->element->rows().rows) {
      if (!blank_.offers(inner)) continue;
      if (needs_explaining(inner)) comment(indent + 4, explained(inner));
      if (first) line(indent + 2, false, fmt::format("- {}:", inner.name));
      if (!first) line(indent + 4, false, fmt::format("{}:", inner.name));
      first = false;
    }
  }

  const Blank& blank_;
  std::string out_;
};

}  // namespace

std::string form_of(const Type& type) {
  switch (type.shape) {
    case Shape::date:
      return "a date: 2015-07-30, 2015-07, 2015 or unknown";
    case Shape::moment:
      return "a date, or a time with its offset: 2026-05-04T09:30-06:00";
    case Shape::flag:
      return "yes or no";
    case Shape::count:
      return "a number, or unknown";
    case Shape::duration:
      return "30d, 2w, 6m or 1y";
    case Shape::word:
      return fmt::format("one of {}", base::join(type.words, ", "));
    case Shape::code:
      return fmt::format("a code: rapport reference {}", value::word(type.set));
    case Shape::listed:
      return "a row of the reference data: mechanism/achpr-sr-hrd";
    case Shape::ref:
      return "the id of a record";
    case Shape::pattern:
      return "an id, or kind: and a kind";
    case Shape::text:
      return type.name == "text" ? std::string{} : std::string(type.name);
    case Shape::list: {
      if (type.element->shape == Shape::block) return "a list";
      const std::string element = form_of(*type.element);
      return element.empty() ? "a list: [one, two]" : fmt::format("a list, each {}", element);
    }
    case Shape::block:
      return {};
  }
  return {};
}

std::string blank_record(const Blank& blank) { return Writer(blank).record(); }

std::string without_blank(std::string_view text, std::string_view blank) {
  std::set<std::string_view> ours;
  for (const auto line : base::lines(blank))
    if (line.starts_with('#')) ours.insert(line);
  std::string kept;
  bool follows_ours = true;
  for (const auto line : base::lines(text)) {
    const bool is_ours = ours.contains(line);
    const bool is_gap = line.empty() && (follows_ours || kept.empty());
    // The line between two fields goes with the comment of the one below it.
    if (is_ours && kept.ends_with("\n\n")) kept.pop_back();
    if (!is_ours && !is_gap) (kept += line) += '\n';
    follows_ours = is_ours || (line.empty() && follows_ours);
  }
  while (kept.ends_with("\n\n")) kept.pop_back();
  return kept;
}

}  // namespace rapport::cli
