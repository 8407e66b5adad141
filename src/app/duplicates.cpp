#include "app/duplicates.hpp"

#include "app/likely_pairs.hpp"
#include "app/no_record.hpp"
#include "app/records.hpp"
#include "app/write.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/id.hpp"
#include "release/cleared_record.hpp"
#include "value/field.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using model::RecordKind;

view::Table pairs_table() {
  return {.columns = {{.key = "score", .heading = "SCORE", .align = view::Align::right},
                      {.key = "one", .heading = "ONE", .whole = true},
                      {.key = "one_name", .heading = "NAME"},
                      {.key = "other", .heading = "OTHER", .whole = true},
                      {.key = "other_name", .heading = "NAME"},
                      {.key = "reasons", .heading = "REASONS", .wraps = true}}};
}

bool is_asked_for(const LikelyPair& pair, const std::vector<std::string>& of) {
  return of.empty() || std::ranges::any_of(of, [&pair](const std::string& id) {
           return id == pair.one->id() || id == pair.other->id();
         });
}

/// "ada, ben": those who can have found something out.
std::string staff_keys(const model::Office& office) {
  std::vector<std::string> keys;
  for (const model::Staff& member : office.staff) keys.emplace_back(member.key.raw());
  keys.emplace_back("holder");
  return base::join(keys, ", ");
}

base::Done check_by(const model::Office& office, const std::string& by) {
  const bool is_known = model::stands_for_office(by) ||
                        std::ranges::any_of(office.staff, [&by](const model::Staff& member) {
                          return member.key.raw() == by;
                        });
  if (is_known) return base::done();
  const auto hint = fmt::format("--by KEY of who looked at both: {}", staff_keys(office));
  if (by.empty()) return Failure{Failing::usage, "who found that they are not the same?", hint};
  return Failure{Failing::usage,
                 fmt::format("'{}' is no member of staff in rapport.yaml", base::printable(by)),
                 hint};
}

yaml::Value entry_of(const std::string& other, const NotSameRequest& request) {
  using model::NotSame;
  yaml::Value entry{.kind = yaml::Kind::mapping};
  const auto put = [&entry](const value::Field& row, std::string_view text) {
    yaml::put(entry, row.name, yaml::text_value(text));
  };
  put(value::field_of<&NotSame::partner>(), other);
  put(value::field_of<&NotSame::by>(), request.by);
  put(value::field_of<&NotSame::on>(), request.occasion.today.str());
  return entry;
}

}  // namespace

base::Result<Output> duplicates(const Snapshot& snapshot, const DuplicatesRequest& request) {
  if (request.occasion.audience != model::Audience::office)
    return Failure{Failing::refused,
                   "who may be the same as whom links people, so it is for the office only",
                   "leave --audience out"};
  const model::Dataset& data = snapshot.records().dataset;
  for (const std::string& id : request.of)
    if (data.partner(id) == nullptr) return no_record(snapshot, id, RecordKind::partner);
  Basis basis = office_basis(snapshot, request.occasion.today);
  const auto& gate = basis.released().gate();
  view::Table table = pairs_table();
  view::Group group;
  for (const LikelyPair& pair : likely_pairs(data, static_cast<int>(request.least))) {
    if (!is_asked_for(pair, request.of)) continue;
    const auto id = [](const model::Partner& partner) { return std::string(partner.id()); };
    const auto name = [&gate](const model::Partner& partner) {
      return release::ClearedRecord(gate, partner.head).title();
    };
    group.rows.push_back({.cells = {view::number(pair.points), id(*pair.one), name(*pair.one),
                                    id(*pair.other), name(*pair.other), pair.reasons},
                          .id = id(*pair.one)});
  }
  table.groups.push_back(std::move(group));
  return Output{.basis = std::move(basis), .content = std::move(table)};
}

base::Result<Output> mark_not_same(const Snapshot& snapshot, const store::Lock* lock,
                                   const NotSameRequest& request) {
  const model::Dataset& data = snapshot.records().dataset;
  for (const std::string& id : {request.one, request.other})
    if (data.partner(id) == nullptr) return no_record(snapshot, id, RecordKind::partner);
  if (request.one == request.other)
    return Failure{Failing::usage, fmt::format("'{}' is given twice", request.one),
                   "name two partners"};
  const auto& [first, second] = std::minmax(request.one, request.other);
  const model::Partner& one = *data.partner(first);
  const model::Partner& other = *data.partner(second);
  if (are_known_to_differ(one, other))
    return Output{.basis = office_basis(snapshot, request.occasion.today),
                  .content = fmt::format("'{}' and '{}' are recorded as not the same already\n",
                                         first, second)};
  if (auto checked = check_by(snapshot.records().office(), request.by); !checked)
    return checked.failure();
  model::Edit edit;
  const std::string path(one.head.source->path);
  edit.at(path).operations.push_back(
      {.kind = yaml::Operation::Kind::append,
       .at = {{.key = std::string(value::field_of<&model::Partner::not_same>().name)}},
       .value = entry_of(second, request)});
  return write(snapshot, lock,
               {.occasion = request.occasion,
                .edit = std::move(edit),
                .lines = {fmt::format("{}: not the same as '{}'", base::printable(path), second)}});
}

}  // namespace rapport::app
