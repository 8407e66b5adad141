#include "app/done.hpp"

#include "app/no_record.hpp"
#include "app/record_edits.hpp"
#include "app/records.hpp"
#include "app/typed_value.hpp"
#include "app/write.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using model::Commitment;
using model::Engagement;
using model::Need;
using model::NeedStatus;

bool is_still_open(const Need& need) {
  return !need.status || need.status == NeedStatus::open || need.status == NeedStatus::partly ||
         need.status == NeedStatus::referred;
}

/// One commitment or need, by the name of its list and its key.
struct Item {
  std::string_view list;
  std::string_view key;
  std::size_t index = 0;
  bool is_open = false;
  std::string_view status;
  std::string line = {};

  std::string name() const { return fmt::format("{}.{}", list, key); }
};

std::vector<Item> items_of(const Engagement& engagement) {
  std::vector<Item> items;
  std::size_t index = 0;
  for (const Commitment& each : engagement.commitments) {
    std::string line =
        fmt::format("{}: {}", each.by.id(), shown_value(yaml::text_value(each.what.str())));
    if (each.due) line += fmt::format(", due {}", each.due.str());
    items.push_back(
        {"commitments", each.key.raw(), index++, is_open(each), each.status.str(), line});
  }
  index = 0;
  for (const Need& each : engagement.needs)
    items.push_back({"needs", each.key.raw(), index++, is_still_open(each), each.status.str(),
                     shown_value(yaml::text_value(each.text.str()))});
  return items;
}

Output listed(const Snapshot& snapshot, const DoneRequest& request,
              const std::vector<Item>& items) {
  std::string text;
  for (const Item& item : items)
    if (item.is_open) text += fmt::format("{}  {}\n", item.name(), item.line);
  if (text.empty()) text = fmt::format("nothing is open in {}\n", request.id);
  return {.basis = office_basis(snapshot, request.occasion.today), .content = std::move(text)};
}

Failure no_item(const DoneRequest& request, const std::vector<Item>& items) {
  base::Nearest nearest(request.key);
  std::vector<std::string_view> open;
  for (const Item& item : items) {
    if (!item.is_open) continue;
    nearest.offer(item.key);
    open.push_back(item.key);
  }
  std::string hint =
      fmt::format("nothing is open there; rapport show {} shows all of it", request.id);
  if (!open.empty()) hint = fmt::format("open there: {}", base::join(open, ", "));
  if (!nearest.best().empty()) hint = fmt::format("did you mean '{}'?", nearest.best());
  return {
      Failing::usage,
      fmt::format("{} has no commitment or need '{}'", request.id, base::printable(request.key)),
      std::move(hint)};
}

base::Result<Item> find_item(const DoneRequest& request, const std::vector<Item>& items) {
  std::vector<Item> found;
  for (const Item& item : items)
    if (item.key == request.key || item.name() == request.key) found.push_back(item);
  if (found.empty()) return no_item(request, items);
  if (found.size() > 1) std::erase_if(found, [](const Item& item) { return !item.is_open; });
  if (found.size() != 1)
    return Failure{Failing::usage,
                   fmt::format("'{}' is a commitment and a need of {}", request.key, request.id),
                   fmt::format("write commitments.{0} or needs.{0}", request.key)};
  return found.front();
}

/// The engagement by its id, or by a document of it: its title, symbol or file.
const Engagement* evidence(const model::Dataset& data, const std::string& by) {
  if (const auto* engagement = data.engagement(by)) return engagement;
  const std::string wanted = base::fold(by);
  const Engagement* found = nullptr;
  for (const Engagement* engagement : data.engagements())
    for (const auto& document : engagement->documents)
      for (const std::string& text :
           {document.title.str(), document.symbol.str(), document.file.str()}) {
        if (text.empty() || base::fold(text) != wanted) continue;
        if (found != nullptr && found != engagement) return nullptr;
        found = engagement;
      }
  return found;
}

base::Done close_commitment(const DoneRequest& request, const Item& item, const Snapshot& snapshot,
                            RecordEditor& editor, std::vector<Assignment>& typed) {
  if (!request.means.empty() || request.partly || !request.on.empty() || !request.told.empty())
    return Failure{
        Failing::usage, "--means, --partly, --on and --told are for needs",
        fmt::format("'{}' is a commitment, which an engagement shows to be kept: --by ID",
                    item.key)};
  if (request.by.empty())
    return Failure{Failing::usage, fmt::format("what shows that '{}' was kept?", item.key),
                   "--by and the id of the engagement, or the title of a document recorded in one"};
  const Engagement* const shows = evidence(snapshot.records().dataset, request.by);
  if (shows == nullptr) return no_record(snapshot, request.by, model::RecordKind::engagement);
  typed = {{.path = item.name() + ".status", .value = "done"},
           {.path = item.name() + ".closed_by", .value = std::string(shows->id())}};
  for (const Assignment& each : typed)
    if (auto made = editor.make(each); !made) return made;
  return base::done();
}

/// Who answered a need, and how.
yaml::Value response(const DoneRequest& request, const model::Dataset& data) {
  const Engagement* const shows = request.by.empty() ? nullptr : evidence(data, request.by);
  yaml::Value response{.kind = yaml::Kind::mapping};
  const std::string on = request.on.empty() ? request.occasion.today.str() : request.on;
  yaml::put(response, "on", yaml::text_value(on));
  const bool is_by_office = request.by.empty() || shows != nullptr;
  yaml::put(response, "by", yaml::text_value(is_by_office ? "office" : base::nfc(request.by)));
  std::string means = base::nfc(request.means);
  if (shows != nullptr)
    means = means.empty() ? fmt::format("{} {}", shows->kind.str(), shows->id())
                          : fmt::format("{} ({})", means, shows->id());
  if (!means.empty()) yaml::put(response, "means", yaml::text_value(means));
  if (!request.told.empty()) yaml::put(response, "told", yaml::text_value(request.told));
  return response;
}

base::Done answer_need(const DoneRequest& request, const Item& item, const model::Dataset& data,
                       RecordEditor& editor, std::vector<Assignment>& typed) {
  if (request.by.empty() && request.means.empty())
    return Failure{Failing::usage, fmt::format("how was '{}' answered?", item.key),
                   "--by and an engagement, or who did it, and --means TEXT"};
  yaml::Value answer = response(request, data);
  typed.push_back({.path = item.name() + ".responses", .value = shown_value(answer)});
  std::string line = fmt::format("{}.responses: added {}", item.name(), shown_value(answer));
  if (auto made = editor.make({.kind = yaml::Operation::Kind::append,
                               .at = {{.key = "needs"}, {.item = item.index}, {.key = "responses"}},
                               .value = std::move(answer)},
                              std::move(line));
      !made)
    return made;
  return editor.make(
      Assignment{.path = item.name() + ".status", .value = request.partly ? "partly" : "answered"});
}

}  // namespace

std::vector<std::string> open_items(const Snapshot& snapshot, std::string_view id,
                                    std::string_view typed) {
  std::vector<std::string> found;
  const Engagement* const engagement = snapshot.records().dataset.engagement(id);
  if (engagement == nullptr) return found;
  auto items = items_of(*engagement);
  std::erase_if(items, [](const Item& item) { return !item.is_open; });
  for (const Item& item : items) {
    const bool is_clear =
        typed.find('.') == typed.npos && std::ranges::count(items, item.key, &Item::key) == 1;
    found.push_back(is_clear ? std::string(item.key) : item.name());
  }
  return found;
}

base::Result<Output> close_item(const Snapshot& snapshot, const store::Lock* lock,
                                const DoneRequest& request) {
  const model::Dataset& data = snapshot.records().dataset;
  const auto found = find_one(snapshot, request.id, model::RecordKind::engagement);
  if (!found) return found.failure();
  const Engagement* const engagement = data.engagement(request.id);
  const std::vector<Item> items = items_of(*engagement);
  if (request.key.empty()) return listed(snapshot, request, items);
  const auto item = find_item(request, items);
  if (!item) return item.failure();
  if (!item->is_open)
    return Failure{
        Failing::data,
        fmt::format("{} of {} is {} already", item->name(), request.id, item->status),
        fmt::format("`rapport set {} {}.status=open` opens it again", request.id, item->name())};
  RecordEdits edits(snapshot);
  RecordEditor& editor = edits.at(engagement->head);
  std::vector<Assignment> typed;
  const bool is_commitment = item->list == "commitments";
  if (auto made = is_commitment ? close_commitment(request, *item, snapshot, editor, typed)
                                : answer_need(request, *item, data, editor, typed);
      !made)
    return made.failure();
  const auto preview = edits.preview(request.occasion);
  if (!preview) return preview.failure();
  if (auto checked = check_typed(**preview, typed); !checked) return checked.failure();
  return write(**preview, lock, {.occasion = request.occasion, .edit = {}, .lines = edits.lines()});
}

}  // namespace rapport::app
