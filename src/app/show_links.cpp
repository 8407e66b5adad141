#include "app/show_links.hpp"

#include "app/field_words.hpp"
#include "app/query_context.hpp"
#include "app/records.hpp"
#include "base/text.hpp"
#include "mandate/attendance.hpp"
#include "query/linked.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace rapport::app {
namespace {

using model::RecordKind;

/// A record that refers to this one, and in which fields.
struct Link {
  const model::RecordHeader* from;
  std::vector<std::string> fields;
  query::Period when;
  std::vector<const model::Affiliation*> affiliations;  // of a person with this body
};

/// The affiliation that the reference is the body of; null for any other reference.
const model::Affiliation* affiliation_of(const model::Dataset& data, const query::Linked& use) {
  if (use.ref == nullptr || use.from->kind != RecordKind::partner) return nullptr;
  const auto& affiliations = data.partner(*use.from).affiliations;
  const auto found = std::ranges::find_if(
      affiliations, [&](const model::Affiliation& each) { return &each.body == use.ref; });
  return found == affiliations.end() ? nullptr : &*found;
}

/// "spokesperson · since 2019 · until 2024 · past", as on the person's own card.
std::string words(const model::Affiliation& affiliation, const value::Date& today) {
  std::vector<std::string> parts;
  if (affiliation.post) parts.push_back(affiliation.post.str());
  if (affiliation.since) parts.push_back("since " + affiliation.since.str());
  if (affiliation.until) parts.push_back("until " + affiliation.until.str());
  if (value::sure_before(affiliation.until, today)) parts.emplace_back("past");
  return base::join(parts, " · ");
}

template <class Items, class Member>
bool holds(const Items& items, Member member, const value::Ref* ref) {
  return std::ranges::any_of(items, [&](const auto& item) { return &(item.*member) == ref; });
}

/// The field, or what somebody is there where it is only called `partner`.
std::string part(const model::Dataset& data, const query::Linked& use) {
  if (use.ref == nullptr) return "signatory";
  if (use.from->kind != RecordKind::engagement) return value::label(use.row->name);
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
  return value::label(use.row->name);
}

/// Whether this audience may read the record there, and know who is meant.
class Readable {
 public:
  Readable(const release::Gate& gate, const model::Dataset& data, const model::RecordHeader& head)
      : gate_(gate), data_(data), head_(head) {}

  bool may_read(const query::Linked& use) {
    if (gate_.is_for_office()) return true;
    if (use.from->kind == RecordKind::partner) return false;  // a body does not list its people
    if (use.ref == nullptr)
      return gate_.link(data_.partner(head_), data_.engagement(*use.from)).shows();
    if (use.from != record_) {
      record_ = use.from;
      shown_ = gate_.shown_references(data_.engagement(*record_));
    }
    return std::ranges::count(shown_, use.ref) != 0 && gate_.reference(*use.ref, *use.from).shows();
  }

 private:
  const release::Gate& gate_;
  const model::Dataset& data_;
  const model::RecordHeader& head_;
  const model::RecordHeader* record_ = nullptr;
  std::vector<const value::Ref*> shown_;
};

/// The records that refer to this one; without fields, those in which nothing of it may be read.
std::vector<Link> links(const Basis& basis, const model::RecordHeader& head) {
  const query::Context context = context_of(basis);
  const model::Dataset& data = context.data;
  Readable readable(basis.released().gate(), data, head);
  std::map<std::uint32_t, Link> by_record;
  for (const auto& use : query::linked(head, context)) {
    Link& link = by_record[use.from->index];
    link.from = use.from;
    if (!readable.may_read(use)) continue;
    if (const auto* affiliation = affiliation_of(data, use))
      link.affiliations.push_back(affiliation);
    const std::string field = part(data, use);
    if (std::ranges::count(link.fields, field) == 0) link.fields.push_back(field);
  }
  std::vector<Link> all;
  for (auto& [index, link] : by_record) {
    if (link.from->kind == RecordKind::engagement)
      link.when = mandate::period(data.engagement(*link.from));
    all.push_back(std::move(link));
  }
  // Newest first; what has no date is last.
  std::ranges::stable_sort(all, [](const Link& a, const Link& b) {
    return value::sorts_before(b.when.from, a.when.from);
  });
  return all;
}

/// Those records as lines for people, and by key for programs.
class Linked {
 public:
  Linked(const Basis& basis, const model::RecordHeader& head)
      : gate_(basis.released().gate()),
        data_(basis.snapshot().records().dataset),
        today_(context_of(basis).today) {
    for (const Link& link : links(basis, head)) {
      if (link.fields.empty()) {
        ++withheld_;
        continue;
      }
      Kind& kind = link.from->kind == RecordKind::engagement ? engagements_ : partners_;
      kind.section.lines.push_back(line(link));
      kind.data.parts.push_back(as_data(link));
    }
  }

  void move_into(view::Card& card) {
    for (Kind* kind : {&engagements_, &partners_}) {
      if (!kind->section.lines.empty()) card.sections.push_back(std::move(kind->section));
      card.members.push_back(std::move(kind->data));
    }
  }
  std::size_t withheld() const { return withheld_; }

 private:
  struct Kind {
    view::Section section;
    view::Data data;
  };

  static Kind kind(std::string key, std::string heading) {
    return {.section = {.key = key, .heading = std::move(heading)},
            .data = {.key = key, .kind = view::Data::Kind::list}};
  }

  view::Line line(const Link& link) const {
    view::Line line{.key = std::string(link.from->id())};
    std::string text = titled({gate_, *link.from});
    if (link.from->kind == RecordKind::engagement) {
      const auto& engagement = data_.engagement(*link.from);
      line.label = link.when ? link.when.str() : std::string("no date");
      text += fmt::format(" · {}", engagement.kind.str());
      if (engagement.status) text += fmt::format(", {}", engagement.status.str());
    } else {
      line.label = data_.partner(*link.from).kind.str();
    }
    line.values.push_back({.text = std::move(text),
                           .below = {{.text = fmt::format("as {}", base::join(link.fields, ", ")),
                                      .tone = view::Tone::faint}}});
    for (const auto* affiliation : link.affiliations)
      if (const auto said = words(*affiliation, today_); !said.empty())
        line.values.back().below.push_back({.text = said, .tone = view::Tone::faint});
    return line;
  }

  view::Data as_data(const Link& link) const {
    view::Data object{.kind = view::Data::Kind::object};
    const auto add = [&object](std::string_view key, std::string_view text) {
      if (!text.empty())
        object.parts.push_back({.key = std::string(key), .text = std::string(text)});
    };
    add("id", link.from->id());
    if (const std::string title = release::ClearedRecord(gate_, *link.from).title();
        title != link.from->id())
      add("title", title);
    if (link.from->kind == RecordKind::engagement) {
      const auto& engagement = data_.engagement(*link.from);
      add("when", link.when ? link.when.str() : std::string());
      add("kind", engagement.kind.str());
      add("status", engagement.status.str());
    } else {
      add("kind", data_.partner(*link.from).kind.str());
    }
    view::Data as{.key = "as", .kind = view::Data::Kind::list};
    for (const std::string& field : link.fields)
      as.parts.push_back({.text = base::replace_all(field, " ", "_")});
    object.parts.push_back(std::move(as));
    view::Data affiliations{.key = "affiliations", .kind = view::Data::Kind::list};
    for (const auto* affiliation : link.affiliations) {
      view::Data one{.kind = view::Data::Kind::object};
      const std::pair<std::string_view, std::string> members[] = {
          {"post", affiliation->post.str()},
          {"since", affiliation->since.str()},
          {"until", affiliation->until.str()}};
      for (const auto& [key, text] : members)
        if (!text.empty()) one.parts.push_back({.key = std::string(key), .text = text});
      affiliations.parts.push_back(std::move(one));
    }
    if (!affiliations.parts.empty()) object.parts.push_back(std::move(affiliations));
    return object;
  }

  const release::Gate& gate_;
  const model::Dataset& data_;
  const value::Date today_;
  Kind engagements_ = kind("engagements", "engagements");
  Kind partners_ = kind("partners", "partners that refer to it");
  std::size_t withheld_ = 0;
};

}  // namespace

std::size_t add_links(const Basis& basis, const model::RecordHeader& head, view::Card& card) {
  Linked linked(basis, head);
  linked.move_into(card);
  return linked.withheld();
}

}  // namespace rapport::app
