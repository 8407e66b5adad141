#include "cli/answer/show.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/answer/context.hpp"
#include "cli/answer/guard.hpp"
#include "cli/answer/show_links.hpp"
#include "cli/answer/teller.hpp"
#include "cli/records.hpp"
#include "cli/session.hpp"
#include "release/released.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;
using model::RecordKind;
using value::Row;
using value::Shape;
using value::Type;

std::string words(std::string_view name) { return base::replace_all(name, "_", " "); }

/// Items with something to say get a line each; words and codes stand side by side.
bool stands_by_item(const Type& type) {
  return type.shape == Shape::list &&
         (type.element->shape == Shape::block || type.element->shape == Shape::ref ||
          type.element->shape == Shape::text);
}

/// One record's fields, for people as lines, those of blocks in sections of their own; for programs
/// by key.
class Fields {
 public:
  Fields(const Teller& teller, const model::Head& head)
      : teller_(teller), head_(head), verdicts_(teller.verdicts(head)) {
    const Type& type = query::record_type(head_.kind);
    sections_.emplace_back();
    add_rows(type, query::record(teller_.context(), head_), 0, data_);
    std::erase_if(sections_, [](const auto& section) { return section.lines.empty(); });
  }

  std::vector<view::Section>& sections() { return sections_; }
  view::Data& data() { return data_; }

 private:
  void add_rows(const Type& type, const void* fields, std::size_t section, view::Data& object) {
    for (const Row& row : type.rows().rows) {
      const void* value = row.of(fields);
      if (!row.type->present(value)) continue;
      if (!verdicts_[row.meta.reveals].shows()) continue;
      if (teller_.gate().suppresses(row, fields, type.rows())) continue;
      if (row.type->shape == Shape::block && !row.type->rows().rows.empty()) {
        const std::string& above = sections_[section].heading;
        sections_.push_back({.key = std::string(row.name),
                             .heading = above.empty()
                                            ? words(row.name)
                                            : fmt::format("{}: {}", above, words(row.name))});
        view::Data inner{.key = std::string(row.name), .kind = view::Data::Kind::object};
        add_rows(*row.type, row.type->fields(value), sections_.size() - 1, inner);
        if (!inner.parts.empty()) object.parts.push_back(std::move(inner));
      } else if (const Told told = teller_.tell(row, *row.type, value, head_, verdicts_);
                 !told.is_nothing()) {
        add_line(told, section);
        object.parts.push_back(as_data(told));
      }
    }
  }

  void add_line(const Told& told, std::size_t section) {
    view::Line line{.key = std::string(told.row->name), .label = words(told.row->name)};
    if (stands_by_item(*told.type))
      for (const Told& item : told.parts) add_value(line, text(item));
    else
      add_value(line, text(told));
    sections_[section].lines.push_back(std::move(line));
  }

  /// Text of several lines stands below each other, not indented.
  static void add_value(view::Line& line, const std::string& text) {
    for (const auto part : base::lines(text))
      if (!part.empty()) line.values.push_back({.text = std::string(part)});
  }

  const Teller& teller_;
  const model::Head& head_;
  release::Verdicts verdicts_;
  std::vector<view::Section> sections_;
  view::Data data_{.key = "fields", .kind = view::Data::Kind::object};
};

}  // namespace

base::Failure no_record(const Session& session, const std::string& id,
                        std::optional<RecordKind> kind) {
  base::Nearest nearest(id);
  for (const auto each : {RecordKind::partner, RecordKind::engagement})
    for (const auto known : session.ids(each)) {
      if (!kind || *kind == each)
        nearest.offer(known);
      else if (known == id)
        return {Failing::usage,
                fmt::format("'{}' is {}", id,
                            each == RecordKind::partner ? "a partner, and an engagement is meant"
                                                        : "an engagement, and a partner is meant")};
    }
  return {Failing::usage, fmt::format("no record '{}'", base::printable(id)),
          nearest.best().empty() ? std::string("`rapport search WORDS` looks into all records")
                                 : fmt::format("did you mean '{}'?", nearest.best())};
}

base::Failure not_shown(const Session& session, const release::Released& released,
                        const std::string& id, RecordKind kind) {
  const model::Dataset& data = session.records()->dataset;
  const model::Head* const head = data.find(id);
  if (head == nullptr || head->kind != kind) return no_record(session, id, kind);
  const release::Gate& gate = released.gate();
  const auto verdict = kind == RecordKind::partner ? gate.entry(data.partner(*head))
                                                   : gate.visible(data.engagement(*head));
  return not_for_audience(*head, verdict.reason);
}

base::Result<view::Card> show(Session& session, const release::Released& released,
                              const std::string& id) {
  const Records& records = *session.records();
  const model::Head* const head = records.dataset.find(id);
  if (head == nullptr) return no_record(session, id);
  const model::RecordId only[] = {{head->index}};
  if (auto can = session.can_answer(only); !can) return can.failure();
  const query::Context context = context_of(session, released);
  const Teller teller(context, released.gate());
  if (const auto entry = teller.entry(*head); !entry.shows())
    return not_for_audience(*head, entry.reason);
  view::Card card{.id = id, .title = teller.titled(*head)};
  card.members.push_back(
      {.key = "record", .text = head->kind == RecordKind::partner ? "partner" : "engagement"});
  if (std::string title = teller.title(*head); title != id)
    card.members.push_back({.key = "title", .text = std::move(title)});
  Fields fields(teller, *head);
  card.sections = std::move(fields.sections());
  if (std::string said = teller.no_contact(*head); !said.empty()) {
    card.members.push_back({.key = "no_contact", .text = said});
    card.sections.insert(
        card.sections.begin(),
        {.lines = {{.key = "no_contact",
                    .label = "no contact",
                    .values = {{.text = std::move(said), .tone = view::Tone::bad}}}}});
  }
  card.members.push_back(std::move(fields.data()));
  if (const std::size_t withheld = add_links(teller, *head, card); withheld != 0)
    session.note(fmt::format("withheld {}: records that refer to it", withheld));
  return card;
}

}  // namespace rapport::cli
