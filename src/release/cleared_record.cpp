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
  explicit RecordWalk(const ClearedRecord& record, std::vector<ReleasedText>& found)
      : gate_(*record.gate_), head_(*record.head_), verdicts_(record.verdicts_), found_(found) {}

  void from_record(ClearedRecord::Path path) {
    const void* fields = head_.kind == RecordKind::partner
                             ? static_cast<const void*>(&gate_.data().partner(head_))
                             : static_cast<const void*>(&gate_.data().engagement(head_));
    rows(path, type_of_record(head_.kind), fields, verdicts_);
  }

  void computed(const ClearedRecord::Computed& computed, ClearedRecord::Path path) {
    if (verdicts_[computed.reveals].how != Disclosure::full) return;
    if (computed.type.shape == Shape::block) {
      if (!path.empty()) rows(path, computed.type, computed.type.fields(computed.value), verdicts_);
      return;
    }
    if (!path.empty())
      return through(path, *static_cast<const value::Ref*>(computed.value), computed.refers);
    if (computed.stands_in) return;
    if (computed.type.shape == Shape::ref) {
      const auto& ref = *static_cast<const value::Ref*>(computed.value);
      if (ref.id() != head_.id() && !gate_.reference(ref, head_).shows()) return;
    }
    std::string text = computed.type.print(computed.value, gate_.codes());
    if (!computed.is_sure && !text.empty()) text += '?';
    add(gate_.plain(std::move(text)));
  }

 private:
  using Path = ClearedRecord::Path;

  void add(ReleasedText shown) {
    if (shown.text().empty()) return;
    if (std::ranges::count(found_, shown.text(), &ReleasedText::text) == 0)
      found_.push_back(std::move(shown));
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
    if (type.shape == Shape::ref && !path.empty())
      return through(path, *static_cast<const value::Ref*>(value), row.meta.refers);
    if (type.shape != Shape::block)
      return add(gate_.show(row, type, value, verdicts[row.meta.reveals], head_));
    if (!path.empty()) rows(path, type, type.fields(value), verdicts);
  }

  void items(Path path, const Field& row, const Type& list, const void* value,
             const Verdicts& verdicts) {
    const value::Items items = list.items(value);
    const Type& element = *list.element;
    for (std::size_t i = 0; i < items.count; ++i) {
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
    if (record.entry().shows()) RecordWalk(record, found_).from_record(path);
  }

  const Gate& gate_;
  const model::RecordHeader& head_;
  const Verdicts& verdicts_;
  std::vector<ReleasedText>& found_;
};

std::vector<ReleasedText> ClearedRecord::values(Path path) const {
  std::vector<ReleasedText> found;
  RecordWalk(*this, found).from_record(path);
  return found;
}

void ClearedRecord::add_computed(const Computed& computed, Path path,
                                 std::vector<ReleasedText>& to) const {
  RecordWalk(*this, to).computed(computed, path);
}

}  // namespace rapport::release
