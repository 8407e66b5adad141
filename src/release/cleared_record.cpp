#include "release/cleared_record.hpp"

#include "model/dataset.hpp"
#include "model/period.hpp"
#include "model/record_type.hpp"

#include <algorithm>

namespace rapport::release {

using model::RecordKind;
using value::Field;
using value::Shape;
using value::Type;

namespace {

const Type& type_of_record(RecordKind kind) {
  return kind == RecordKind::partner ? model::partner_type() : model::engagement_type();
}

}  // namespace

ClearedRecord::ClearedRecord(const Gate& gate, const model::RecordHeader& head)
    : gate_(&gate),
      head_(&head),
      verdicts_(head.kind == RecordKind::partner ? gate.verdicts(gate.data().partner(head))
                                                 : gate.verdicts(gate.data().engagement(head))) {}

Verdict ClearedRecord::entry() const {
  return head_->kind == RecordKind::partner ? gate_->entry(gate_->data().partner(*head_))
                                            : gate_->visible(gate_->data().engagement(*head_));
}

std::string ClearedRecord::title() const {
  std::string text;
  if (head_->kind == RecordKind::partner) {
    const model::Partner& partner = gate_->data().partner(*head_);
    text = gate_->name(partner, gate_->entry(partner)).text();
  } else {
    const model::Engagement& engagement = gate_->data().engagement(*head_);
    text = gate_->render(engagement.title, *head_, verdicts_[value::Reveals::content]).text();
  }
  return text.empty() ? std::string(head_->id()) : text;
}

NoContact ClearedRecord::no_contact() const {
  if (head_->kind != RecordKind::partner) return {};
  return gate_->no_contact(gate_->data().partner(*head_));
}

/// The way to a value, through blocks, items and other records.
class RecordWalk {
 public:
  RecordWalk(const ClearedRecord& record, const value::PinnedItems* pins)
      : gate_(*record.gate_), head_(*record.head_), verdicts_(record.verdicts_), pins_(pins) {}

  // What is wanted of what the way leads to.
  std::vector<ReleasedText>* texts = nullptr;
  std::vector<ClearedRecord>* records = nullptr;
  bool* is_reached = nullptr;

  void from_record(ClearedRecord::Path path) {
    const void* fields = head_.kind == RecordKind::partner
                             ? static_cast<const void*>(&gate_.data().partner(head_))
                             : static_cast<const void*>(&gate_.data().engagement(head_));
    rows(path, type_of_record(head_.kind), fields, verdicts_);
  }

  void computed(const ClearedRecord::Computed& computed, ClearedRecord::Path path) {
    if (verdicts_[computed.reveals].how != Disclosure::full) return;
    const Type& type = computed.type;
    if (type.shape == Shape::block)
      return path.empty() ? void() : rows(path, type, type.fields(computed.value), verdicts_);
    if (!path.empty() || (records != nullptr && type.shape == Shape::ref))
      return through(path, *static_cast<const value::Ref*>(computed.value), computed.refers);
    if (computed.stands_in || texts == nullptr) return;
    if (type.shape == Shape::ref) {
      const auto& ref = *static_cast<const value::Ref*>(computed.value);
      if (ref.id() != head_.id() && !gate_.reference(ref, head_).shows()) return;
    }
    std::string text = type.print(computed.value, gate_.codes());
    if (!computed.is_sure && !text.empty()) text += '?';
    add(gate_.plain(std::move(text)));
  }

 private:
  using Path = ClearedRecord::Path;

  void add(ReleasedText shown) {
    if (shown.text().empty()) return;
    if (is_reached != nullptr) *is_reached = true;
    if (texts != nullptr && std::ranges::count(*texts, shown.text(), &ReleasedText::text) == 0)
      texts->push_back(std::move(shown));
  }

  /// The first row of `path` in the rows of a block or record.
  void rows(Path path, const Type& block, const void* fields, const Verdicts& verdicts) {
    const Field& row = *path.front();
    if (!verdicts[row.meta.reveals].shows()) return;
    if (gate_.suppresses(row, fields, block.rows())) return;
    if (path.size() == 1)
      if (const model::Period between = model::interval(row, fields)) {
        if (!between.stands_in) add(gate_.plain(between.str()));
        return;
      }
    value(path.subspan(1), row, *row.type, row.of(fields), verdicts);
  }

  void value(Path path, const Field& row, const Type& type, const void* value,
             const Verdicts& verdicts) {
    if (!type.present(value)) return;
    if (type.shape == Shape::list) return items(path, row, type, value, verdicts);
    if (type.shape == Shape::ref && (!path.empty() || records != nullptr))
      return through(path, *static_cast<const value::Ref*>(value), row.meta.refers);
    if (type.shape != Shape::block)
      return add(gate_.show(row, type, value, verdicts[row.meta.reveals], head_));
    if (!path.empty()) return rows(path, type, type.fields(value), verdicts);
    if (is_reached != nullptr) *is_reached = true;
  }

  void items(Path path, const Field& row, const Type& list, const void* value,
             const Verdicts& verdicts) {
    const value::Items items = list.items(value);
    const Type& element = *list.element;
    for (std::size_t i = 0; i < items.count; ++i) {
      if (pins_ != nullptr && !pins_->has(items, i)) continue;
      const void* item = items.data + i * element.size;
      if (element.shape != Shape::block) {
        this->value(path, row, element, item, verdicts);
        continue;
      }
      const Verdicts inner = gate_.narrow(element, item, verdicts, head_);
      if (!gate_.leaves_out(item, element.rows(), inner, head_))
        this->value(path, row, element, item, inner);
    }
  }

  /// What lies in another record is shown as that one is, and by the link to it.
  void through(Path path, const value::Ref& ref, value::Refers refers) {
    const model::RecordHeader* const head = gate_.data().target(ref, refers);
    if (head == nullptr || !gate_.reference(ref, head_).shows()) return;
    const ClearedRecord record(gate_, *head);
    if (!record.entry().shows()) return;
    if (path.empty()) return records->push_back(record);
    RecordWalk further(record, pins_);
    further.texts = texts;
    further.records = records;
    further.is_reached = is_reached;
    further.from_record(path);
  }

  const Gate& gate_;
  const model::RecordHeader& head_;
  const Verdicts& verdicts_;
  const value::PinnedItems* pins_;
};

std::vector<ReleasedText> ClearedRecord::values(Path path, const value::PinnedItems* pins) const {
  std::vector<ReleasedText> found;
  RecordWalk walk(*this, pins);
  walk.texts = &found;
  walk.from_record(path);
  return found;
}

std::vector<ClearedRecord> ClearedRecord::linked(Path path, const value::PinnedItems* pins) const {
  std::vector<ClearedRecord> found;
  RecordWalk walk(*this, pins);
  walk.records = &found;
  walk.from_record(path);
  return found;
}

bool ClearedRecord::shows_item(Path path, const value::PinnedItems& pins) const {
  bool is_reached = false;
  RecordWalk walk(*this, &pins);
  walk.is_reached = &is_reached;
  walk.from_record(path);
  return is_reached;
}

void ClearedRecord::add_computed(const Computed& computed, Path path, std::vector<ReleasedText>& to,
                                 const value::PinnedItems* pins) const {
  RecordWalk walk(*this, pins);
  walk.texts = &to;
  walk.computed(computed, path);
}

void ClearedRecord::add_linked(const Computed& computed, Path path, std::vector<ClearedRecord>& to,
                               const value::PinnedItems* pins) const {
  RecordWalk walk(*this, pins);
  walk.records = &to;
  walk.computed(computed, path);
}

}  // namespace rapport::release
