#include "app/met.hpp"

#include "app/met_people.hpp"
#include "app/no_record.hpp"
#include "app/record_edits.hpp"
#include "app/records.hpp"
#include "app/typed_value.hpp"
#include "app/write.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/opaque_id.hpp"
#include "model/place.hpp"
#include "model/protection.hpp"
#include "reference/reference_data.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using model::Engagement;
using yaml::Operation;
using yaml::Value;

class Meeting {
 public:
  Meeting(const Snapshot& snapshot, const MetRequest& request)
      : snapshot_(snapshot), request_(request), edits_(snapshot) {}

  base::Result<std::vector<RecordText>> texts() {
    if (auto made = make(); !made) return made.failure();
    return edits_.texts();
  }

  base::Result<Output> record(const store::Lock* lock) {
    if (auto made = make(); !made) return made.failure();
    const auto preview = edits_.preview(request_.occasion);
    if (!preview) return preview.failure();
    if (auto checked = check_typed(**preview, typed()); !checked) return checked.failure();
    std::vector<std::string> lines = created_lines_;
    lines.push_back(line());
    auto output =
        write(**preview, lock, {.occasion = request_.occasion, .edit = {}, .lines = lines});
    if (!output) return output;
    output->notes.push_back({NoteCode::no_consent_by_meeting, protected_ids()});
    if (!other_.empty()) output->notes.push_back({NoteCode::met_that_day, {other_, id_}});
    return output;
  }

 private:
  base::Done make() {
    if (auto read = read_day(); !read) return read;
    if (auto found = find_people(); !found) return found;
    if (auto read = read_promises(); !read) return read;
    const auto planned = choose_planned();
    if (!planned) return planned.failure();
    return *planned != nullptr ? complete(**planned) : create();
  }

  base::Done read_day() {
    if (request_.on.empty()) {
      on_ = request_.occasion.today;
      return base::done();
    }
    const auto date = value::Date::parse(request_.on);
    if (!date || date->is_unknown())
      return Failure{Failing::usage,
                     fmt::format("'{}' is not a date", base::printable(request_.on)),
                     "write it as 2026-06-11, 2026-06 or 2026"};
    if (date->first() > request_.occasion.today.last())
      return Failure{Failing::usage, fmt::format("{} is still to come", date->str()),
                     fmt::format("for a meeting that is planned: `rapport new meeting --start {} "
                                 "--set status=planned --set title=… --set partners+=…`",
                                 date->str())};
    on_ = *date;
    return base::done();
  }

  base::Done find_people() {
    for (const std::string& who : request_.who) {
      const auto id = one_partner(snapshot_, who);
      if (!id) return id.failure();
      if (std::ranges::count(people_, *id) == 0) people_.push_back(*id);
    }
    for (const NewPartner& created : request_.created)
      if (auto made = create(created); !made) return made;
    if (!people_.empty()) return base::done();
    return Failure{Failing::usage, "who was met?",
                   "rapport met ID, or a name that is in one record"};
  }

  /// A partner with a kind and a name only.
  base::Done create(const NewPartner& created) {
    const auto kind = find_kind(created.kind);
    if (!kind || kind->record != "partner")
      return Failure{Failing::usage,
                     fmt::format("'{}' is not a kind of partner", base::printable(created.kind)),
                     "`rapport new partner` lists the kinds"};
    const auto prefix = model::opaque_prefix(kind->partner_kind());
    std::string id = prefix.empty() ? id_from_name(created.name) : std::string();
    if (id.empty()) {
      auto drawn = request_.draw(prefix.empty() ? kind->kind : prefix, 6);
      if (!drawn) return drawn.failure();
      id = std::move(*drawn);
    }
    if (snapshot_.records().dataset.find(id) != nullptr)
      return Failure{Failing::refused, fmt::format("the id '{}' is taken", id),
                     fmt::format("if that is them: rapport met {}", id)};
    const std::string path = model::path_in(folder_of(*kind, on_), id);
    RecordEditor& editor = edits_.create(path, fmt::format("kind: {}\n", kind->kind));
    if (auto made = editor.make(Assignment{.path = "name", .value = created.name}); !made)
      return made;
    if (!created.channel.empty())
      if (auto made = add_channel(editor, created); !made) return made;
    people_.push_back(id);
    created_lines_.push_back(fmt::format("{}: new {}", path, kind->kind));
    return base::done();
  }

  static base::Done add_channel(RecordEditor& editor, const NewPartner& created) {
    Value item{.kind = yaml::Kind::mapping};
    yaml::put(item, "channel", yaml::text_value(created.channel));
    yaml::put(item, "value", yaml::text_value(base::nfc(created.address)));
    yaml::put(item, "use", yaml::text_value("allowed"));
    yaml::put(item, "origin", yaml::text_value("self"));
    return append(editor, value::field_of<&model::Partner::contacts>(), std::move(item));
  }

  base::Done read_promises() {
    for (const Promise& promise : request_.promises) {
      auto made = read_promise(snapshot_, promise, people_, on_);
      if (!made) return made.failure();
      commitments_.push_back(std::move(*made));
    }
    return base::done();
  }

  base::Result<const Engagement*> choose_planned() {
    const model::Dataset& data = snapshot_.records().dataset;
    const Engagement* none = nullptr;
    if (!request_.planned.empty()) {
      const Engagement* const planned = data.engagement(request_.planned);
      if (planned == nullptr)
        return no_record(snapshot_, request_.planned, model::RecordKind::engagement);
      if (planned->status == model::Status::held)
        return Failure{Failing::data, fmt::format("'{}' was held already", request_.planned),
                       fmt::format("`rapport set {}` or `rapport note {}` adds to it",
                                   request_.planned, request_.planned)};
      return planned;
    }
    if (request_.is_another) return none;
    const auto found = planned_with(snapshot_, people_, on_);
    if (found.empty()) {
      other_ = held_with(snapshot_, people_, on_);
      return none;
    }
    if (found.front().is_that_day && (found.size() == 1 || !found[1].is_that_day))
      return data.engagement(found.front().id);
    std::vector<std::string> ids;
    for (const PlannedMeeting& each : found)
      ids.push_back(fmt::format("{} ({})", each.id, each.on));
    return Failure{Failing::usage,
                   fmt::format("was it a meeting that is planned? {}", base::join(ids, ", ")),
                   fmt::format("--planned {} if so, else --new", found.front().id)};
  }

  /// The meeting that was planned took place.
  base::Done complete(const Engagement& planned) {
    id_ = planned.id();
    is_completed_ = true;
    RecordEditor& editor = edits_.at(planned.head);
    std::vector<Assignment> assignments{{.path = "status", .value = "held"}};
    const bool is_same_day = planned.start && planned.start.date().first() == on_.first() &&
                             planned.start.date().precision() == on_.precision();
    if (!is_same_day) assignments.push_back({.path = "start", .value = on_.str()});
    const bool keeps_place = planned.place && request_.place.empty();
    if (!request_.place.empty() && !keeps_place)
      assignments.push_back({.path = "place", .value = request_.place});
    for (const Assignment& each : assignments)
      if (auto made = editor.make(each); !made) return made;
    for (const std::string& who : people_)
      if (auto made = attend(editor, who); !made) return made;
    if (auto made = add_themes(editor); !made) return made;
    return add_results(editor);
  }

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

  base::Done create() {
    const auto kind = find_kind(request_.kind);
    auto id = draw_engagement_id(kind->kind, on_, request_.draw);
    if (!id) return id.failure();
    id_ = std::move(*id);
    const std::string path = model::path_in(folder_of(*kind, on_), id_);
    RecordEditor& editor = edits_.create(path, fmt::format("kind: {}\n", kind->kind));
    std::vector<Assignment> assignments{{.path = "title", .value = title()},
                                        {.path = "status", .value = "held"},
                                        {.path = "start", .value = on_.str()}};
    if (!request_.place.empty()) assignments.push_back({.path = "place", .value = request_.place});
    for (const Assignment& each : assignments)
      if (auto made = editor.make(each); !made) return made;
    if (auto made = add_themes(editor); !made) return made;
    for (const std::string& who : people_)
      if (auto made = attend(editor, who); !made) return made;
    return add_results(editor);
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
    for (const std::string& text : request_.needs) {
      Said said = who_said(snapshot_, text, people_);
      if (said.who.empty() && people_.size() == 1) said.who = people_.front();
      Value need{.kind = yaml::Kind::mapping};
      yaml::put(need, "text", yaml::text_value(base::nfc(said.what)));
      if (!said.who.empty())
        yaml::put(need, "raised_by", yaml::list_value({yaml::text_value(said.who)}));
      yaml::put(need, "status", yaml::text_value("open"));
      if (auto made = append(editor, value::field_of<&Engagement::needs>(), std::move(need)); !made)
        return made;
    }
    for (const MadePromise& each : commitments_) {
      Value item{.kind = yaml::Kind::mapping};
      yaml::put(item, "by", yaml::text_value(each.by));
      if (!each.to.empty()) yaml::put(item, "to", yaml::text_value(each.to));
      yaml::put(item, "what", yaml::text_value(base::nfc(each.what)));
      if (!each.due.empty()) yaml::put(item, "due", yaml::text_value(each.due));
      yaml::put(item, "status", yaml::text_value("open"));
      if (auto made = append(editor, value::field_of<&Engagement::commitments>(), std::move(item));
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

  static base::Done append(RecordEditor& editor, const value::Field& list, Value item) {
    complete_item(item, list, find_child(editor.root(), list.name));
    return editor.make({.kind = Operation::Kind::append,
                        .at = {{.key = std::string(list.name)}},
                        .value = std::move(item)});
  }

  /// More people see a title than the record: nobody who is protected is in it.
  std::string title() const {
    std::vector<std::string> words;
    for (const std::string& word : request_.about)
      if (!is_theme(word)) words.push_back(word);
    if (!words.empty()) return base::join(words, "; ");
    std::vector<std::string> names;
    for (const std::string& who : people_)
      if (const auto* partner = snapshot_.records().dataset.partner(who);
          partner != nullptr && !model::is_protected(*partner) && partner->name)
        names.push_back(partner->name.str());
    std::string kind = value::label(request_.kind);
    kind.front() = base::upper_ascii(kind.substr(0, 1)).front();
    return names.empty() ? kind : fmt::format("{} with {}", kind, base::join(names, " and "));
  }

  std::vector<std::string> protected_ids() const {
    std::vector<std::string> ids;
    for (const std::string& who : people_) {
      const auto* const partner = snapshot_.records().dataset.partner(who);
      if (partner == nullptr || model::is_protected(*partner)) ids.push_back(who);
    }
    return ids;
  }

  /// By field, for what is wrong with it.
  std::vector<Assignment> typed() const {
    std::vector<Assignment> typed{{.path = "place", .value = request_.place},
                                  {.path = "title", .value = base::join(request_.about, "; ")},
                                  {.path = "summary", .value = request_.note}};
    for (std::size_t i = 0; i < request_.needs.size(); ++i)
      typed.push_back({.path = "needs", .value = request_.needs[i]});
    for (const MadePromise& each : commitments_)
      typed.push_back({.path = "commitments", .value = each.what});
    return typed;
  }

  std::string line() const {
    std::string said = fmt::format("{}: {} {} on {}", id_, is_completed_ ? "held, met" : "met",
                                   base::join(people_, ", "), on_.str());
    if (!request_.place.empty()) said += fmt::format(" in {}", base::printable(request_.place));
    if (!commitments_.empty())
      said += fmt::format("; {}", base::counted(commitments_.size(), "promise"));
    if (!request_.needs.empty())
      said += fmt::format("; {}", base::counted(request_.needs.size(), "need"));
    return said;
  }

  const Snapshot& snapshot_;
  const MetRequest& request_;
  RecordEdits edits_;
  value::Date on_;
  std::string id_;
  std::string other_;  // took place on that day too, and may be the same
  bool is_completed_ = false;
  std::vector<std::string> people_;
  std::vector<MadePromise> commitments_;
  std::vector<std::string> created_lines_;
};

}  // namespace

base::Result<std::vector<RecordText>> meeting_texts(const Snapshot& snapshot,
                                                    const MetRequest& request) {
  return Meeting(snapshot, request).texts();
}

base::Result<Output> record_meeting(const Snapshot& snapshot, const store::Lock* lock,
                                    const MetRequest& request) {
  return Meeting(snapshot, request).record(lock);
}

}  // namespace rapport::app
