#include "app/remove.hpp"

#include "app/id_uses.hpp"
#include "app/no_record.hpp"
#include "app/records.hpp"
#include "app/write.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "value/field.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using model::Partner;
using model::RecordHeader;

bool is_remark(const IdUse& use) {
  return use.field == &value::field_of<&model::NotSame::partner>();
}

/// That two partners are not the same says nothing more when one of them goes.
void drop_remarks(const model::Dataset& data, const RecordHeader& gone, model::Edit& edit) {
  const RecordHeader* last = nullptr;
  for (const model::BackRef& use : data.used_by(gone)) {
    if (std::exchange(last, use.from) == use.from || use.from->kind != model::RecordKind::partner)
      continue;
    const auto& remarks = data.partner(*use.from).not_same;
    const auto names_it = [&gone](const model::NotSame& remark) {
      return model::leads_to(remark.partner, gone);
    };
    auto& operations = edit.at(std::string(use.from->source->path)).operations;
    const auto remove = [&operations](yaml::Path at) {
      operations.push_back({.kind = yaml::Operation::Kind::remove, .at = std::move(at)});
    };
    if (std::ranges::all_of(remarks, names_it)) {
      remove({{.key = "not_same"}});
      continue;
    }
    for (std::size_t i = remarks.size(); i-- > 0;)
      if (names_it(remarks[i])) remove({{.key = "not_same"}, {.key = {}, .item = i}});
  }
}

base::Failure still_used(const model::RecordHeader& record, const std::vector<IdUse>& uses) {
  constexpr std::size_t most = 20;
  std::string what =
      fmt::format("'{}' is referred to in {}", record.id(), base::counted(uses.size(), "place"));
  for (std::size_t i = 0; i < std::min(most, uses.size()); ++i)
    what += fmt::format("\n  {}: {}", written(uses[i].place), uses[i].field->name);
  if (uses.size() > most) what += fmt::format("\n  … and {} more", uses.size() - most);
  return {Failing::data, std::move(what),
          record.kind == model::RecordKind::partner
              ? "nothing was removed; change these places first, or use `rapport merge` if "
                "another record is of the same partner"
              : "nothing was removed; change these places first"};
}

std::string losses_of(const Partner& partner) {
  std::vector<std::string> lost;
  const auto add = [&lost](std::size_t count, std::string_view one, std::string_view many = {}) {
    if (count > 0) lost.push_back(base::counted(count, one, many));
  };
  add(partner.consent.size(), "act of consent", "acts of consent");
  add(partner.contacts.size(), "contact");
  add(partner.affiliations.size(), "affiliation");
  std::string line = base::join(lost, ", ");
  const auto ends = std::ranges::count_if(partner.consent, [](const model::ConsentAct& act) {
    return act.act == model::Act::refused || act.act == model::Act::withdrawn ||
           act.act == model::Act::narrowed;
  });
  const auto closed = std::ranges::count_if(
      partner.contacts, [](const model::Contact& each) { return !model::is_usable(each); });
  if (ends > 0 || closed > 0)
    line +=
        "; what they refused or took back is forgotten with it: keep the record of who wants "
        "not to be contacted";
  return line;
}

std::string losses_of(const model::Engagement& engagement) {
  std::vector<std::string> lost;
  const auto add = [&lost](std::size_t count, std::string_view one) {
    if (count > 0) lost.push_back(base::counted(count, one));
  };
  add(engagement.partners.size(), "partner");
  add(engagement.needs.size(), "need");
  add(engagement.commitments.size(), "commitment");
  add(engagement.outcomes.size(), "outcome");
  add(engagement.documents.size(), "document");
  return base::join(lost, ", ");
}

}  // namespace

base::Result<Removal> plan_removal(const Snapshot& snapshot, const std::vector<std::string>& ids) {
  if (auto read = snapshot.is_readable(); !read) return read.failure();
  const model::Dataset& data = snapshot.records().dataset;
  std::vector<const RecordHeader*> gone;
  for (const std::string& id : ids) {
    const auto found = find_one(snapshot, id);
    if (!found) return found.failure();
    if (std::ranges::count(gone, *found) == 0) gone.push_back(*found);
  }
  Removal removal;
  for (const RecordHeader* head : gone) {
    auto uses = uses_of(snapshot, *head);
    std::erase_if(uses, [&gone](const IdUse& use) {
      return is_remark(use) || std::ranges::any_of(gone, [&use](const RecordHeader* other) {
               return other->source == use.place.source;
             });
    });
    if (!uses.empty()) return still_used(*head, uses);
    drop_remarks(data, *head, removal.edit);
  }
  for (const RecordHeader* head : gone) {
    const std::string path(head->source->path);
    model::FileChange& change = removal.edit.at(path);
    change.operations.clear();
    change.is_removed = true;
    const std::string lost = head->kind == model::RecordKind::partner
                                 ? losses_of(data.partner(*head))
                                 : losses_of(data.engagement(*head));
    removal.paths.push_back(path);
    removal.losses.push_back(lost.empty() ? base::printable(path)
                                          : fmt::format("{}: {}", base::printable(path), lost));
  }
  return removal;
}

base::Result<Output> remove(const Snapshot& snapshot, const store::Lock* lock,
                            const Occasion& occasion, const Removal& removal) {
  std::vector<std::string> lines;
  for (const std::string& loss : removal.losses) lines.push_back("removed " + loss);
  auto output = write(snapshot, lock, {.occasion = occasion, .edit = removal.edit, .lines = lines});
  if (!output || lock != nullptr) return output;
  std::string shown;
  for (const std::string& loss : removal.losses) shown += fmt::format("would remove {}\n", loss);
  output->content = shown + std::get<std::string>(output->content);
  return output;
}

}  // namespace rapport::app
