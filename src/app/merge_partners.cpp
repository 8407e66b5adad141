#include "app/merge_partners.hpp"

#include "app/consent_effect.hpp"
#include "app/id_uses.hpp"
#include "app/manifest.hpp"
#include "app/merge_protection.hpp"
#include "app/merge_repeats.hpp"
#include "app/no_record.hpp"
#include "app/preview.hpp"
#include "app/records.hpp"
#include "app/write.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/protection.hpp"
#include "model/record_type.hpp"
#include "yaml/tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using model::Partner;

yaml::Value says(std::string_view text) {
  yaml::Tree tree;
  yaml::parse(text, tree);
  return yaml::value_of(text, tree);
}

bool is_sealed(const Partner& partner) {
  return partner.compartment || partner.policy ||
         partner.head.source->text.find("sealed:") != std::string_view::npos;
}

bool names(const model::List<model::NotSame>& remarks, const Partner& other) {
  return std::ranges::any_of(remarks, [&other](const model::NotSame& remark) {
    return remark.partner.id() == other.id();
  });
}

bool keeps_apart(const Partner& one, const Partner& other) {
  return std::ranges::any_of(one.keep_apart, [&other](const model::Pattern& pattern) {
    return pattern.ref() && pattern.ref().id() == other.id();
  });
}

/// That they can be one at all.
base::Done check_pair(const Partner& keep, const Partner& drop) {
  const auto refuse = [](std::string what, std::string hint) {
    return Failure{Failing::data, std::move(what), std::move(hint)};
  };
  if (keep.id() == drop.id())
    return Failure{Failing::usage, fmt::format("'{}' is given twice", keep.id()),
                   "name the record that stays, and the one that goes"};
  if (model::is_person(keep) != model::is_person(drop))
    return refuse(fmt::format("'{}' is a {} and '{}' is a {}", keep.id(),
                              model::is_person(keep) ? "person" : "body", drop.id(),
                              model::is_person(drop) ? "person" : "body"),
                  "a person who works for a body has an affiliation with it");
  if (keep.group() != drop.group())
    return refuse(fmt::format("the kind of '{}' is {}, and that of '{}' {}", keep.id(),
                              keep.kind.str(), drop.id(), drop.kind.str()),
                  "give both the same kind first: it decides how they are protected");
  if (names(keep.not_same, drop) || names(drop.not_same, keep))
    return refuse(fmt::format("'{}' and '{}' are recorded as not the same", keep.id(), drop.id()),
                  "remove that from `not_same` first if it was wrong");
  if (keeps_apart(keep, drop) || keeps_apart(drop, keep))
    return refuse(fmt::format("'{}' and '{}' are to be kept apart", keep.id(), drop.id()),
                  "remove that from `keep_apart` first if it was wrong");
  if (is_sealed(keep) || is_sealed(drop))
    return refuse("a record with sealed values cannot be merged", "open it first");
  for (const Partner* partner : {&keep, &drop})
    if (partner->head.has_errors)
      return refuse(fmt::format("'{}' has a value that cannot be read",
                                base::printable(partner->head.source->path)),
                    fmt::format("rapport validate {}", partner->id()));
  return base::done();
}

base::Done check_choices(const MergeChoices& choices) {
  const auto rows = model::partner_type().rows().rows;
  for (const auto* chosen : {&choices.take, &choices.keep})
    for (const std::string& name : *chosen) {
      if (std::ranges::count(rows, name, &value::Field::name) != 0) continue;
      base::Nearest nearest(name);
      for (const value::Field& row : rows) nearest.offer(row.name);
      return Failure{Failing::usage, fmt::format("there is no field '{}'", base::printable(name)),
                     nearest.best().empty() ? "name a field of both records"
                                            : fmt::format("did you mean '{}'?", nearest.best())};
    }
  return base::done();
}

base::Failure undecided(const Partner& keep, const Partner& drop, const yaml::Value& keep_says,
                        const yaml::Value& drop_says, const std::vector<std::string>& conflicts) {
  const auto said = [](const yaml::Value& root, const std::string& name) -> std::string {
    const yaml::Value* const value = find_child(root, name);
    return value == nullptr ? "nothing" : base::printable(value->text);
  };
  std::string what = fmt::format("'{}' and '{}' do not say the same", keep.id(), drop.id());
  for (const std::string& name : conflicts) {
    const value::Field& row = *field_named(&model::partner_type(), name);
    what += "\n  " + name;
    // A message may go where the record may not.
    if (row.meta.reveals == value::Reveals::open && row.type->shape != value::Shape::block)
      what += fmt::format(": {}, and {}", said(keep_says, name), said(drop_says, name));
  }
  const std::string names = base::join(conflicts, ",");
  return {Failing::data, std::move(what),
          fmt::format("--keep {0} for what '{1}' says, --take {0} for what '{2}' says", names,
                      keep.id(), drop.id())};
}

/// References to the record that goes lead to the one that stays, and to it once.
void redirect(const std::vector<IdUse>& uses, const Partner& keep, const Partner& drop,
              model::Edit& edit) {
  for (auto first = uses.begin(); first != uses.end();) {
    const value::Source* const source = first->place.source;
    const auto last = std::find_if(
        first, uses.end(), [source](const IdUse& use) { return use.place.source != source; });
    if (source != drop.head.source) {
      model::FileChange& change = edit.at(std::string(source->path));
      change.text = with_other_id(source->text, {first, last}, keep.id());
      if (const value::Type* const type = model::type_at(source->path))
        change.operations = without_repeats(says(*change.text), *type, keep.id());
    }
    first = last;
  }
}

/// The text of the record that goes, where it speaks of itself by the id that stays.
std::string with_own_id(const Partner& keep, const Partner& drop, const std::vector<IdUse>& uses) {
  std::vector<IdUse> own;
  std::ranges::copy_if(uses, std::back_inserter(own),
                       [&drop](const IdUse& use) { return use.place.source == drop.head.source; });
  return with_other_id(drop.head.source->text, own, keep.id());
}

/// Comments of the record that goes: `#` outside of what the record says.
std::size_t count_comments(std::string_view text) {
  yaml::Tree tree;
  yaml::parse(text, tree);
  std::size_t count = 0;
  for (std::size_t at = text.find('#'); at != text.npos;
       at = text.find('#', std::min(text.find('\n', at), text.size()))) {
    const bool is_said = std::ranges::any_of(tree.nodes, [at](const yaml::Node& node) {
      return node.kind == yaml::Kind::scalar && at >= node.offset &&
             at < std::size_t{node.offset} + node.length;
    });
    if (!is_said) ++count;
  }
  return count;
}

std::vector<std::string> lines_of(const Snapshot& snapshot, const Partner& keep,
                                  const Partner& drop, const std::vector<IdUse>& uses,
                                  const MergedFields& fields) {
  std::vector<std::string> lines = {fmt::format("'{}' is now part of '{}': {}", drop.id(),
                                                keep.id(),
                                                base::printable(keep.head.source->path))};
  for (const std::string& line : fields.lines) lines.push_back("  " + line);
  const auto changed = std::ranges::count_if(
      uses, [&drop](const IdUse& use) { return use.place.source != drop.head.source; });
  lines.push_back(
      fmt::format("changed {}", base::counted(static_cast<std::size_t>(changed), "reference")));
  lines.push_back(fmt::format("removed {}", base::printable(drop.head.source->path)));
  if (const auto count = count_comments(drop.head.source->text); count > 0)
    lines.push_back(fmt::format("not kept: {} in it, which the history of git has",
                                base::counted(count, "comment")));
  const auto manifests =
      snapshot.root().empty() ? 0 : count_manifests_with(snapshot.root(), drop.id());
  if (manifests > 0)
    lines.push_back(fmt::format("kept as history: '{}' in {} of log/outputs", drop.id(),
                                base::counted(manifests, "manifest")));
  const auto words = words_like(snapshot, drop.id(), uses);
  if (!words.empty())
    lines.push_back(
        fmt::format("not changed, because it is no reference there: '{}' in", drop.id()));
  for (const IdUse& word : words)
    if (word.place.source != drop.head.source) lines.push_back("  " + written(word.place));
  return lines;
}

void add_effect(const Preview& preview, const Partner& keep, const value::Date& today,
                std::vector<std::string>& lines) {
  if (keep.consent.empty()) return;
  const std::string allowed = ConsentEffect(preview.snapshot().records().dataset,
                                            preview.snapshot().library().codes(), keep, today)
                                  .text();
  lines.emplace_back(allowed.empty() ? "consent allows nothing today" : "consent allows today:");
  if (!allowed.empty()) lines.push_back(allowed);
}

}  // namespace

base::Result<Output> merge_partners(const Snapshot& snapshot, const store::Lock* lock,
                                    const MergeRequest& request) {
  if (auto read = snapshot.is_readable(); !read) return read.failure();
  const auto find = [&](const std::string& id) {
    return find_one(snapshot, id, model::RecordKind::partner);
  };
  const auto stays = find(request.keep);
  if (!stays) return stays.failure();
  const auto goes = find(request.drop);
  if (!goes) return goes.failure();
  const model::Dataset& data = snapshot.records().dataset;
  const Partner& keep = data.partner(**stays);
  const Partner& drop = data.partner(**goes);
  if (auto checked = check_pair(keep, drop); !checked) return checked.failure();
  if (auto checked = check_choices(request.choices); !checked) return checked.failure();
  const auto uses = uses_of(snapshot, drop.head);
  if (const auto hidden = std::ranges::find_if(uses, &IdUse::is_escaped); hidden != uses.end())
    return Failure{Failing::data,
                   fmt::format("{}: the id is written with escapes there", written(hidden->place)),
                   "write it there without escapes first"};
  const yaml::Value keep_says = says(keep.head.source->text);
  const yaml::Value drop_says = says(with_own_id(keep, drop, uses));
  const MergedFields fields = merge_fields(keep, keep_says, drop, drop_says, request.choices);
  if (!fields.conflicts.empty())
    return undecided(keep, drop, keep_says, drop_says, fields.conflicts);
  model::Edit edit;
  redirect(uses, keep, drop, edit);
  model::FileChange& kept = edit.at(std::string(keep.head.source->path));
  kept.operations.insert(kept.operations.end(), fields.operations.begin(), fields.operations.end());
  edit.at(std::string(drop.head.source->path)).is_removed = true;
  edit.renamed.emplace_back(request.drop, request.keep);
  const auto preview = Preview::make(snapshot, request.occasion, edit);
  if (!preview) return preview.failure();
  const Partner* const merged = (*preview)->snapshot().records().dataset.partner(request.keep);
  if (merged == nullptr || !unresolved_uses((*preview)->snapshot(), request.drop).empty())
    return Failure{Failing::environment, "the references could not be changed as they should",
                   "nothing was written; please report this as a bug in rapport"};
  if (auto checked = check_protection(keep, drop, *merged, request.choices, request.occasion.today);
      !checked)
    return checked.failure();
  auto lines = lines_of(snapshot, keep, drop, uses, fields);
  add_effect(**preview, *merged, request.occasion.today, lines);
  auto output = write(**preview, lock, {.occasion = request.occasion, .edit = {}, .lines = lines});
  if (output && lock == nullptr)
    output->content = fmt::format("would do this:\n{}\n{}", base::join(lines, "\n"),
                                  std::get<std::string>(output->content));
  return output;
}

}  // namespace rapport::app
