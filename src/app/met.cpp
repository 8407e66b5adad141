#include "app/met.hpp"

#include "app/meeting_record.hpp"
#include "app/met_people.hpp"
#include "app/no_record.hpp"
#include "app/record_edits.hpp"
#include "app/records.hpp"
#include "app/typed_value.hpp"
#include "app/write.hpp"
#include "base/shell.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/opaque_id.hpp"
#include "model/place.hpp"
#include "model/protection.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using model::Engagement;
using yaml::Value;

base::Done add_channel(RecordEditor& editor, const NewPartner& created) {
  Value item{.kind = yaml::Kind::mapping};
  yaml::put(item, "channel", yaml::text_value(created.channel));
  yaml::put(item, "value", yaml::text_value(base::nfc(created.address)));
  yaml::put(item, "use", yaml::text_value("allowed"));
  yaml::put(item, "origin", yaml::text_value("self"));
  return append_item(editor, value::field_of<&model::Partner::contacts>(), std::move(item));
}

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
    if (auto checked = check_typed(**preview, typed()); !checked)
      return with_way_to_reach(checked.failure(), **preview);
    std::vector<std::string> lines = created_lines_;
    lines.push_back(line());
    auto output =
        write(**preview, lock, {.occasion = request_.occasion, .edit = {}, .lines = lines});
    if (!output) return output;
    output->notes.push_back({NoteCode::no_consent_by_meeting, protected_ids()});
    if (lock != nullptr) add_needs_of_nobody((*preview)->snapshot(), output->notes);
    if (!other_.empty()) output->notes.push_back({NoteCode::met_that_day, {other_, id_}});
    return output;
  }

 private:
  base::Done make() {
    if (auto read = read_day(); !read) return read;
    if (auto found = find_people(); !found) return found;
    if (auto read = read_promises(); !read) return read;
    for (const std::string& text : request_.needs)
      facts_.needs.push_back(read_need(snapshot_, text, facts_.people));
    const auto planned = choose_planned();
    if (!planned) return planned.failure();
    if (*planned != nullptr) {
      id_ = (*planned)->id();
      is_completed_ = true;
      return complete_meeting(snapshot_, request_, facts_, **planned, edits_);
    }
    auto created = create_meeting(snapshot_, request_, facts_, edits_);
    if (!created) return created.failure();
    id_ = std::move(*created);
    return base::done();
  }

  base::Done read_day() {
    if (request_.on.empty()) {
      facts_.on = request_.occasion.today;
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
    facts_.on = *date;
    return base::done();
  }

  base::Done find_people() {
    for (const std::string& who : request_.who) {
      const auto id = one_partner(snapshot_, who);
      if (!id) return id.failure();
      if (!is_among(*id)) facts_.people.push_back({*id});
    }
    for (const NewPartner& created : request_.created)
      if (auto made = create(created); !made) return made;
    if (!facts_.people.empty()) return base::done();
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
    if (is_among(id) || snapshot_.records().dataset.find(id) != nullptr)
      return Failure{Failing::refused, fmt::format("the id '{}' is taken", id),
                     fmt::format("if that is them: rapport met {}", id)};
    const std::string path = model::path_in(folder_of(*kind, facts_.on), id);
    RecordEditor& editor = edits_.create(path, fmt::format("kind: {}\n", kind->kind));
    if (auto made = editor.make(Assignment{.path = "name", .value = created.name}); !made)
      return made;
    if (!created.channel.empty())
      if (auto made = add_channel(editor, created); !made) return made;
    facts_.people.push_back({id, created.name});
    created_paths_.push_back(path);
    created_lines_.push_back(fmt::format("{}: new {}", path, kind->kind));
    return base::done();
  }

  bool is_among(const std::string& id) const {
    return std::ranges::count(facts_.people, id, &Attendee::id) != 0;
  }

  base::Done read_promises() {
    for (const Promise& promise : request_.promises) {
      auto made = read_promise(snapshot_, promise, facts_.people, facts_.on);
      if (!made) return made.failure();
      facts_.commitments.push_back(std::move(*made));
    }
    return base::done();
  }

  base::Result<const Engagement*> choose_planned() {
    const model::Dataset& data = snapshot_.records().dataset;
    const Engagement* none = nullptr;
    if (!request_.planned.empty()) {
      const auto one = find_one(snapshot_, request_.planned, model::RecordKind::engagement);
      if (!one) return one.failure();
      const Engagement* const planned = data.engagement(request_.planned);
      if (planned->status == model::Status::held)
        return Failure{Failing::data, fmt::format("'{}' was held already", request_.planned),
                       fmt::format("`rapport set {}` or `rapport note {}` adds to it",
                                   request_.planned, request_.planned)};
      return planned;
    }
    if (request_.is_another) return none;
    const auto found = planned_with(snapshot_, ids_of(facts_.people), facts_.on);
    if (found.empty()) {
      other_ = held_with(snapshot_, ids_of(facts_.people), facts_.on);
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

  /// Somebody new has to be reached safely: how that is typed.
  Failure with_way_to_reach(Failure failure, const Preview& preview) const {
    for (const value::Finding& finding : preview.new_findings())
      for (std::size_t i = 0; i < created_paths_.size(); ++i) {
        const NewPartner& created = request_.created[i];
        if (finding.rule != "no-safe-channel" || path_of(finding) != created_paths_[i] ||
            !created.channel.empty())
          continue;
        failure.hint = fmt::format(
            "nothing was written; a safe way to reach them goes behind the name: --new-partner {}",
            base::shell_word(fmt::format("{}:{}, signal NUMBER", created.kind, created.name)));
      }
    return failure;
  }

  void add_needs_of_nobody(const Snapshot& after, std::vector<Note>& notes) const {
    const Engagement* const meeting = after.records().dataset.engagement(id_);
    if (meeting == nullptr) return;
    const std::size_t count = meeting->needs.size();
    for (std::size_t i = count - std::min(count, facts_.needs.size()); i < count; ++i)
      if (meeting->needs[i].raised_by.empty())
        notes.push_back({NoteCode::need_of_nobody,
                         {id_, meeting->needs[i].key.str(), facts_.people.front().id}});
  }

  std::vector<std::string> protected_ids() const {
    std::vector<std::string> ids;
    for (const std::string& who : ids_of(facts_.people)) {
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
    for (const MadePromise& each : facts_.commitments)
      typed.push_back({.path = "commitments", .value = each.what});
    return typed;
  }

  std::string line() const {
    std::string said = fmt::format("{}: {} {} on {}", id_, is_completed_ ? "held, met" : "met",
                                   base::join(ids_of(facts_.people), ", "), facts_.on.str());
    if (!request_.place.empty()) said += fmt::format(" in {}", base::printable(request_.place));
    if (!facts_.commitments.empty())
      said += fmt::format("; {}", base::counted(facts_.commitments.size(), "promise"));
    if (!request_.needs.empty())
      said += fmt::format("; {}", base::counted(request_.needs.size(), "need"));
    return said;
  }

  const Snapshot& snapshot_;
  const MetRequest& request_;
  RecordEdits edits_;
  std::string id_;
  std::string other_;  // took place on that day too, and may be the same
  bool is_completed_ = false;
  MeetingFacts facts_;
  std::vector<std::string> created_paths_;  // of those in the request, in its order
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
