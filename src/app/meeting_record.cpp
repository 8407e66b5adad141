#include "app/meeting_record.hpp"

#include "app/new_record.hpp"
#include "app/records.hpp"
#include "app/snapshot.hpp"
#include "app/typed_value.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/place.hpp"
#include "model/protection.hpp"
#include "reference/reference_data.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {
namespace {

using model::Engagement;
using yaml::Operation;
using yaml::Value;

class MeetingRecord {
 public:
  MeetingRecord(const Snapshot& snapshot, const MetRequest& request, const MeetingFacts& facts,
                RecordEdits& edits)
      : snapshot_(snapshot),
        request_(request),
        facts_(facts),
        ids_(ids_of(facts.people)),
        edits_(edits) {}

  base::Result<std::string> create() {
    const auto kind = find_kind(request_.kind);
    auto id = draw_engagement_id(kind->kind, facts_.on, request_.draw);
    if (!id) return id.failure();
    const std::string path = model::path_in(folder_of(*kind, facts_.on), *id);
    RecordEditor& editor = edits_.create(path, fmt::format("kind: {}\n", kind->kind));
    std::vector<Assignment> assignments{{.path = "title", .value = title()},
                                        {.path = "status", .value = "held"},
                                        {.path = "start", .value = facts_.on.str()}};
    if (!request_.place.empty()) assignments.push_back({.path = "place", .value = request_.place});
    for (const Assignment& each : assignments)
      if (auto made = editor.make(each); !made) return made.failure();
    if (auto made = add_themes(editor); !made) return made.failure();
    for (const std::string& who : ids_)
      if (auto made = attend(editor, who); !made) return made.failure();
    if (auto made = add_results(editor); !made) return made.failure();
    return id;
  }

  base::Done complete(const Engagement& planned) {
    RecordEditor& editor = edits_.at(planned.head);
    std::vector<Assignment> assignments{{.path = "status", .value = "held"}};
    const bool is_same_day = planned.start && planned.start.date().first() == facts_.on.first() &&
                             planned.start.date().precision() == facts_.on.precision();
    if (!is_same_day) assignments.push_back({.path = "start", .value = facts_.on.str()});
    const bool keeps_place = planned.place && request_.place.empty();
    if (!request_.place.empty() && !keeps_place)
      assignments.push_back({.path = "place", .value = request_.place});
    for (const Assignment& each : assignments)
      if (auto made = editor.make(each); !made) return made;
    for (const std::string& who : ids_)
      if (auto made = attend(editor, who); !made) return made;
    if (auto made = add_themes(editor); !made) return made;
    return add_results(editor);
  }

 private:
  base::Done attend(RecordEditor& editor, const std::string& who) {
    const Value* const partners = find_child(editor.root(), "partners");
    const bool is_there =
        partners != nullptr && std::ranges::any_of(partners->children, [&](const Value& item) {
          const Value* const partner = find_child(item, "partner");
          return partner != nullptr && partner->text == who;
        });
    if (is_there)
      return editor.make(
          Assignment{.path = fmt::format("partners.{}.status", who), .value = "attended"});
    Value item{.kind = yaml::Kind::mapping, .in_brackets = true};
    yaml::put(item, "partner", yaml::text_value(who));
    yaml::put(item, "status", yaml::text_value("attended"));
    return editor.make(
        {.kind = Operation::Kind::append, .at = {{.key = "partners"}}, .value = item});
  }

  bool is_theme(const std::string& word) const {
    return snapshot_.library().codes().find(value::CodeSet::theme, word) != 0;
  }

  base::Done add_themes(RecordEditor& editor) {
    for (const std::string& word : request_.about)
      if (is_theme(word))
        if (auto made = editor.make(
                Assignment{.kind = Assignment::Kind::add, .path = "themes", .value = word});
            !made)
          return made;
    return base::done();
  }

  base::Done add_results(RecordEditor& editor) {
    if (!request_.note.empty())
      if (auto made = add_summary(editor); !made) return made;
    for (const RaisedNeed& each : facts_.needs) {
      Value need{.kind = yaml::Kind::mapping};
      yaml::put(need, "text", yaml::text_value(base::nfc(each.what)));
      if (!each.by.empty()) {
        std::vector<Value> by;
        for (const std::string& id : each.by) by.push_back(yaml::text_value(id));
        yaml::put(need, "raised_by", yaml::list_value(std::move(by)));
      }
      yaml::put(need, "status", yaml::text_value("open"));
      if (auto made = append_item(editor, value::field_of<&Engagement::needs>(), std::move(need));
          !made)
        return made;
    }
    for (const MadePromise& each : facts_.commitments) {
      Value item{.kind = yaml::Kind::mapping};
      yaml::put(item, "by", yaml::text_value(each.by));
      if (!each.to.empty()) yaml::put(item, "to", yaml::text_value(each.to));
      yaml::put(item, "what", yaml::text_value(base::nfc(each.what)));
      if (!each.due.empty()) yaml::put(item, "due", yaml::text_value(each.due));
      yaml::put(item, "status", yaml::text_value("open"));
      if (auto made =
              append_item(editor, value::field_of<&Engagement::commitments>(), std::move(item));
          !made)
        return made;
    }
    return base::done();
  }

  base::Done add_summary(RecordEditor& editor) {
    const Value* const old = find_child(editor.root(), "summary");
    const std::string before =
        old == nullptr ? std::string() : std::string(base::trim(old->text)) + "\n";
    return editor.make({.kind = Operation::Kind::set,
                        .at = {{.key = "summary"}},
                        .value = yaml::text_value(before + base::nfc(request_.note))});
  }

  /// More people see a title than the record: nobody who is protected is in it.
  std::string title() const {
    std::vector<std::string> words;
    for (const std::string& word : request_.about)
      if (!is_theme(word)) words.push_back(word);
    if (!words.empty()) return base::join(words, "; ");
    std::vector<std::string> names;
    for (const std::string& who : ids_)
      if (const auto* partner = snapshot_.records().dataset.partner(who);
          partner != nullptr && !model::is_protected(*partner) && partner->name)
        names.push_back(partner->name.str());
    std::string kind = value::label(request_.kind);
    kind.front() = base::upper_ascii(kind.substr(0, 1)).front();
    return names.empty() ? kind : fmt::format("{} with {}", kind, base::join(names, " and "));
  }

  const Snapshot& snapshot_;
  const MetRequest& request_;
  const MeetingFacts& facts_;
  const std::vector<std::string> ids_;
  RecordEdits& edits_;
};

}  // namespace

base::Done append_item(RecordEditor& editor, const value::Field& list, Value item) {
  complete_item(item, list, find_child(editor.root(), list.name));
  return editor.make({.kind = Operation::Kind::append,
                      .at = {{.key = std::string(list.name)}},
                      .value = std::move(item)});
}

base::Result<std::string> create_meeting(const Snapshot& snapshot, const MetRequest& request,
                                         const MeetingFacts& facts, RecordEdits& edits) {
  return MeetingRecord(snapshot, request, facts, edits).create();
}

base::Done complete_meeting(const Snapshot& snapshot, const MetRequest& request,
                            const MeetingFacts& facts, const model::Engagement& planned,
                            RecordEdits& edits) {
  return MeetingRecord(snapshot, request, facts, edits).complete(planned);
}

}  // namespace rapport::app
