#include "cli/answer/show.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/answer/context.hpp"
#include "cli/answer/guard.hpp"
#include "cli/answer/teller.hpp"
#include "cli/records.hpp"
#include "cli/session.hpp"
#include "query/derived/happened.hpp"
#include "query/derived/linked.hpp"
#include "release/released.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;
using model::RecordKind;
using value::Row;
using value::Shape;
using value::Type;

std::string words(std::string_view name) { return base::replace_all(name, "_", " "); }

/// "Rio Ejemplo Committee (rio-ejemplo-committee)", or the id where there is nothing else to say.
std::string titled(const Teller& teller, const model::Head& head) {
  const std::string title = teller.title(head);
  return title == head.id() ? title : fmt::format("{} ({})", title, head.id());
}

/// Items with something to say get a line each; words and codes stand side by side.
bool stands_by_item(const Type& type) {
  return type.shape == Shape::list &&
         (type.element->shape == Shape::block || type.element->shape == Shape::ref ||
          type.element->shape == Shape::text);
}

/// One record's fields as lines: those of blocks in sections of their own.
class Fields {
 public:
  Fields(const Teller& teller, const model::Head& head)
      : teller_(teller), head_(head), verdicts_(teller.verdicts(head)) {}

  std::vector<view::Section> sections() {
    const Type& type = query::record_type(head_.kind);
    const void* record = query::record(teller_.context(), head_);
    sections_.emplace_back();
    add_rows(type, record, 0);
    std::erase_if(sections_, [](const auto& section) { return section.lines.empty(); });
    return std::move(sections_);
  }

 private:
  void add_rows(const Type& type, const void* fields, std::size_t section) {
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
        add_rows(*row.type, row.type->fields(value), sections_.size() - 1);
      } else {
        add_line(row, value, section);
      }
    }
  }

  void add_line(const Row& row, const void* value, std::size_t section) {
    view::Line line{.key = std::string(row.name), .label = words(row.name)};
    if (!stands_by_item(*row.type)) {
      add_value(line, teller_.value(row, *row.type, value, head_, verdicts_));
    } else {
      const value::Items items = row.type->items(value);
      for (std::size_t i = 0; i < items.count; ++i)
        add_value(line, teller_.value(row, *row.type->element,
                                      items.data + i * row.type->element->size, head_, verdicts_));
    }
    if (!line.values.empty()) sections_[section].lines.push_back(std::move(line));
  }

  static void add_value(view::Line& line, const std::string& text) {
    if (text.empty()) return;
    view::Value value;
    for (const auto part : base::lines(text)) {
      if (value.text.empty() && value.below.empty())
        value.text = part;
      else if (!part.empty())
        value.below.push_back({.text = std::string(part)});
    }
    // Text of several lines stands below each other, not indented.
    auto below = std::move(value.below);
    value.below.clear();
    line.values.push_back(std::move(value));
    for (auto& each : below) line.values.push_back(std::move(each));
  }

  const Teller& teller_;
  const model::Head& head_;
  release::Verdicts verdicts_;
  std::vector<view::Section> sections_;
};

/// A record that refers to this one, and in which fields.
struct Link {
  const model::Head* from;
  std::vector<std::string> fields;
  query::Period when;
};

template <class Items, class Member>
bool holds(const Items& items, Member member, const value::Ref* ref) {
  return std::ranges::any_of(items, [&](const auto& item) { return &(item.*member) == ref; });
}

/// The field, or what somebody is there where it is only called `partner`.
std::string part(const model::Dataset& data, const query::Linked& use) {
  if (use.ref == nullptr) return "signatory";
  if (use.from->kind != RecordKind::engagement) return words(use.row->name);
  const auto& engagement = data.engagement(*use.from);
  const auto* matter = engagement.case_ ? &*engagement.case_ : nullptr;
  const auto* letter = engagement.communication ? &*engagement.communication : nullptr;
  const auto victim = &model::AllegedVictim::partner;
  if ((matter != nullptr && holds(matter->alleged_victims, victim, use.ref)) ||
      (letter != nullptr && holds(letter->alleged_victims, victim, use.ref)))
    return "alleged victim";
  if (matter != nullptr &&
      holds(matter->alleged_perpetrators, &model::AllegedPerpetrator::partner, use.ref))
    return "alleged perpetrator";
  return words(use.row->name);
}

/// Whether this audience may read the record there, and know who is meant.
class Readable {
 public:
  Readable(const Teller& teller, const model::Head& head) : teller_(teller), head_(head) {}

  bool may_read(const query::Linked& use) {
    if (teller_.gate().is_for_office()) return true;
    if (use.from->kind == RecordKind::partner) return false;  // a body does not list its people
    const auto& data = teller_.context().data;
    if (use.ref == nullptr)
      return teller_.gate().link(data.partner(head_), data.engagement(*use.from)).shows();
    if (use.from != record_) {
      record_ = use.from;
      shown_ = teller_.gate().shown_references(data.engagement(*record_));
    }
    return std::ranges::count(shown_, use.ref) != 0 && teller_.may_name(*use.ref, *use.from);
  }

 private:
  const Teller& teller_;
  const model::Head& head_;
  const model::Head* record_ = nullptr;
  std::vector<const value::Ref*> shown_;
};

/// The records that refer to this one; without fields, those in which nothing of it may be read.
std::vector<Link> links(const Teller& teller, const model::Head& head) {
  const model::Dataset& data = teller.context().data;
  Readable readable(teller, head);
  std::map<std::uint32_t, Link> by_record;
  for (const auto& use : query::linked(head, teller.context())) {
    Link& link = by_record[use.from->index];
    link.from = use.from;
    if (!readable.may_read(use)) continue;
    const std::string field = part(data, use);
    if (std::ranges::count(link.fields, field) == 0) link.fields.push_back(field);
  }
  std::vector<Link> all;
  for (auto& [index, link] : by_record) {
    if (link.from->kind == RecordKind::engagement)
      link.when = query::period(data.engagement(*link.from));
    all.push_back(std::move(link));
  }
  // Newest first; what has no date is last.
  std::ranges::stable_sort(all, [](const Link& a, const Link& b) {
    return value::sorts_before(b.when.from, a.when.from);
  });
  return all;
}

class Linked {
 public:
  Linked(const Teller& teller, const model::Head& head) : teller_(teller), head_(head) {}

  std::vector<view::Section> sections() {
    view::Section engagements{.key = "engagements", .heading = "engagements"};
    view::Section partners{.key = "partners", .heading = "partners that refer to it"};
    for (const Link& link : links(teller_, head_)) {
      if (link.fields.empty()) {
        ++withheld_;
        continue;
      }
      auto& section = link.from->kind == RecordKind::engagement ? engagements : partners;
      section.lines.push_back(line(link));
    }
    std::vector<view::Section> sections;
    for (auto* section : {&engagements, &partners})
      if (!section->lines.empty()) sections.push_back(std::move(*section));
    return sections;
  }
  /// How many were left out: for whom it is made, not for whom it is for.
  std::size_t withheld() const { return withheld_; }

 private:
  view::Line line(const Link& link) const {
    const auto& data = teller_.context().data;
    view::Line line{.key = std::string(link.from->id())};
    std::string text = titled(teller_, *link.from);
    if (link.from->kind == RecordKind::engagement) {
      const auto& engagement = data.engagement(*link.from);
      line.label = link.when ? link.when.str() : std::string("no date");
      text += fmt::format(" · {}", engagement.kind.str());
      if (engagement.status) text += fmt::format(", {}", engagement.status.str());
    } else {
      line.label = data.partner(*link.from).kind.str();
    }
    line.values.push_back({.text = std::move(text),
                           .below = {{.text = fmt::format("as {}", base::join(link.fields, ", ")),
                                      .tone = view::Tone::faint}}});
    return line;
  }

  const Teller& teller_;
  const model::Head& head_;
  std::size_t withheld_ = 0;
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

base::Failure not_shown(const Session& session, const std::string& id, RecordKind kind) {
  const model::Dataset& data = session.records()->dataset;
  const model::Head* const head = data.find(id);
  const release::Released* const released = session.last_released();
  if (head == nullptr || head->kind != kind || released == nullptr)
    return no_record(session, id, kind);
  const release::Gate& gate = released->gate();
  const auto verdict = kind == RecordKind::partner ? gate.entry(data.partner(*head))
                                                   : gate.visible(data.engagement(*head));
  return not_for_audience(*head, verdict.reason);
}

base::Result<view::Card> show(Session& session, const std::string& id) {
  const Records& records = *session.records();
  const model::Head* const head = records.dataset.find(id);
  if (head == nullptr) return no_record(session, id);
  const release::RecordId only[] = {{head->index}};
  if (auto can = session.can_answer(only); !can) return can.failure();
  const release::Released& released = session.released(model::Use::share_contact);
  const query::Context context = context_of(session);
  const Teller teller(context, released.gate());
  if (const auto entry = teller.entry(*head); !entry.shows())
    return not_for_audience(*head, entry.reason);
  view::Card card{.id = id, .title = titled(teller, *head)};
  card.sections = Fields(teller, *head).sections();
  Linked linked(teller, *head);
  for (auto& section : linked.sections()) card.sections.push_back(std::move(section));
  if (linked.withheld() != 0)
    session.note(fmt::format("withheld {}: records that refer to it", linked.withheld()));
  return card;
}

}  // namespace rapport::cli
