#include "app/edit_preview.hpp"

#include "app/occasion.hpp"
#include "app/records.hpp"
#include "app/snapshot.hpp"
#include "base/arena.hpp"
#include "base/unicode.hpp"
#include "model/record_type.hpp"
#include "reference/fill.hpp"
#include "reference/reference_data.hpp"
#include "rules/engine/run.hpp"
#include "value/decoder.hpp"
#include "yaml/tree.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {

using base::Failing;
using base::Failure;
using value::Finding;

struct EditPreview::State {
  State(const Snapshot& of, const Occasion& when, const model::Partner& partner, std::string bytes)
      : snapshot(of), occasion(when), before(partner), text(std::move(bytes)) {}

  const Snapshot& snapshot;
  const Occasion occasion;
  const model::Partner& before;
  std::string text;
  base::Arena arena;
  value::Source source;
  model::Partner* after = nullptr;
  std::vector<value::FoundFault> faults;
  store::Reading reading;
  model::Dataset dataset;

  base::Done decode() {
    yaml::Tree tree;
    source = *before.head.source;
    source.text = text;
    const yaml::Parsed parsed = yaml::parse(text, tree);
    if (parsed.error.problem != yaml::Problem::none)
      return Failure{Failing::environment,
                     fmt::format("'{}' could not be read any more", base::printable(source.path)),
                     "please report this as a bug in rapport"};
    after = arena.take<model::Partner>(1).data();
    after->head.source = &source;
    after->head.kind = model::RecordKind::partner;
    value::Decoded found;
    value::Decoder(text, tree, snapshot.library().codes(), arena, found)
        .fields(0, model::partner_type(), after);
    after->head.has_errors = !found.faults.empty();
    for (const auto& fault : found.faults) faults.push_back({&source, fault});
    return put(found.refs);
  }

  /// In the place of the record that was read from the file.
  base::Done put(std::span<const value::RefUse> refs) {
    const auto old = std::ranges::find_if(reading.partners, [&](const model::Partner* partner) {
      return partner->head.source->path == source.path;
    });
    if (old == reading.partners.end())
      return Failure{Failing::environment,
                     fmt::format("'{}' was changed meanwhile", base::printable(source.path)),
                     "run the command again"};
    const model::RecordHeader* const head = &(*old)->head;
    std::erase_if(reading.refs, [head](const auto& found) { return found.from == head; });
    for (const auto& use : refs) reading.refs.push_back({&after->head, use});
    *old = after;
    return base::done();
  }

  std::vector<Finding> findings(const model::Dataset& data, const model::RecordHeader& head,
                                std::span<const value::FoundFault> of_file) const {
    const auto all = rules::select({}, {});
    rules::Run run(*all, snapshot.library(), occasion.today, 1);
    const model::RecordHeader* const only[] = {&head};
    return run.finish({.dataset = &data,
                       .office = snapshot.records().reading.office,
                       .faults = of_file,
                       .troubles = {},
                       .records = only});
  }
};

EditPreview::EditPreview(std::unique_ptr<State> state) : state_(std::move(state)) {}
EditPreview::~EditPreview() = default;

base::Result<std::unique_ptr<EditPreview>> EditPreview::read(const Snapshot& snapshot,
                                                             const Occasion& occasion,
                                                             const model::Partner& before,
                                                             std::string text) {
  auto state = std::make_unique<State>(snapshot, occasion, before, std::move(text));
  const auto& library = snapshot.library();
  auto reading =
      store::read(snapshot.root(), library.codes(), {.threads = occasion.threads, .on_record = {}});
  if (!reading) return reading.failure();
  state->reading = std::move(*reading);
  if (auto decoded = state->decode(); !decoded) return decoded.failure();
  for (model::Partner* partner : state->reading.partners)
    if (partner->listed_as) reference::fill(*partner, library, state->arena);
  state->dataset.build(state->reading.partners, state->reading.engagements,
                       std::move(state->reading.refs), occasion.threads);
  return std::unique_ptr<EditPreview>(new EditPreview(std::move(state)));
}

const model::Partner& EditPreview::partner() const { return *state_->after; }
const model::Dataset& EditPreview::dataset() const { return state_->dataset; }

std::vector<Finding> EditPreview::new_findings() const {
  std::vector<value::FoundFault> faults;
  for (const auto& fault : state_->snapshot.records().reading.faults)
    if (fault.source == state_->before.head.source) faults.push_back(fault);
  auto before = state_->findings(state_->snapshot.records().dataset, state_->before.head, faults);
  auto after = state_->findings(state_->dataset, state_->after->head, state_->faults);
  std::erase_if(after, [&](const Finding& found) {
    const auto same = std::ranges::find_if(before, [&](const Finding& old) {
      return old.rule == found.rule && old.message == found.message;
    });
    if (same == before.end()) return false;
    before.erase(same);
    return true;
  });
  return after;
}

}  // namespace rapport::app
