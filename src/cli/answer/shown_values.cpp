#include "cli/answer/shown_values.hpp"

#include "query/walk.hpp"

#include <algorithm>

namespace rapport::cli {
namespace {

using model::RecordKind;
using query::Path;
using value::Reveals;
using value::Row;
using value::Shape;
using value::Type;

/// A record, or a part of one, and what may be shown of it.
struct Place {
  const model::Head& head;
  release::Verdicts verdicts;
};

class Walk {
 public:
  Walk(const Teller& teller, const query::Field& field) : teller_(teller), field_(field) {}

  void record(const model::Head& head) {
    const Place place{head, teller_.verdicts(head)};
    if (field_.derived != nullptr) return computed(*field_.derived, place);
    rows(field_.path, query::record_type(head.kind), query::record(teller_.context(), head), place);
  }
  std::vector<std::string> take() { return std::move(found_); }

 private:
  const release::Gate& gate() const { return teller_.gate(); }

  void add(std::string text) {
    if (!text.empty() && std::ranges::count(found_, text) == 0) found_.push_back(std::move(text));
  }

  /// The first row of `path` in the rows of a block or record.
  void rows(Path path, const Type& block, const void* fields, const Place& place) {
    const Row& row = *path.front();
    if (!place.verdicts[row.meta.reveals].shows()) return;
    if (gate().suppresses(row, fields, block.rows())) return;
    if (path.size() == 1)
      if (const query::Period between = query::interval(row, fields)) {
        if (!between.stands_in) add(gate().plain(between.str()).text());
        return;
      }
    value(path.subspan(1), row, *row.type, row.of(fields), place);
  }

  void value(Path path, const Row& row, const Type& type, const void* value, const Place& place) {
    if (!type.present(value)) return;
    if (type.shape == Shape::list) return items(path, row, type, value, place);
    if (type.shape == Shape::ref && !path.empty())
      return through(path, *static_cast<const value::Ref*>(value), row.meta.refers, place);
    if (type.shape != Shape::block)
      return add(
          gate().show(row, type, value, place.verdicts[row.meta.reveals], place.head).text());
    if (!path.empty()) rows(path, type, type.fields(value), place);
  }

  void items(Path path, const Row& row, const Type& list, const void* value, const Place& place) {
    const value::Items items = list.items(value);
    const Type& element = *list.element;
    for (std::size_t i = 0; i < items.count; ++i) {
      const void* item = items.data + i * element.size;
      if (element.shape != Shape::block) {
        this->value(path, row, element, item, place);
        continue;
      }
      const Place inner{place.head, gate().narrow(element, item, place.verdicts, place.head)};
      if (!gate().leaves_out(item, element.rows(), inner.verdicts, place.head))
        this->value(path, row, element, item, inner);
    }
  }

  /// What lies in another record is shown as that one is, and by the link to it.
  void through(Path path, const value::Ref& ref, value::Refers refers, const Place& place) {
    const model::Head* head = query::target(ref, refers, teller_.context());
    if (head == nullptr || !gate().reference(ref, place.head).shows()) return;
    if (!teller_.entry(*head).shows()) return;
    rows(path, query::record_type(head->kind), query::record(teller_.context(), *head),
         {*head, teller_.verdicts(*head)});
  }

  void computed(const query::Derived& derived, const Place& place) {
    const bool is_of_partner = place.head.kind == RecordKind::partner;
    // What a partner was part of is for each engagement to say.
    if (is_of_partner && derived.asks_engagements && !gate().is_for_office()) return;
    if (place.verdicts[derived.reveals].how != release::How::full) return;
    value::Refers refers = derived.refers;
    if (refers == value::Refers::record)
      refers = is_of_partner ? value::Refers::partner : value::Refers::engagement;
    auto take = [&](const void* value, value::Answer sure) {
      if (!field_.path.empty())
        return through(field_.path, *static_cast<const value::Ref*>(value), refers, place);
      std::string text = printed(value, derived.type, place.head);
      if (sure == value::Answer::maybe && !text.empty()) text += '?';
      add(std::move(text));
    };
    derived.values(place.head, teller_.context(), query::Sink(take));
  }

  std::string printed(const void* value, const Type& type, const model::Head& head) const {
    if (query::stands_in(value, type)) return {};
    if (type.shape == Shape::ref) {
      const auto& ref = *static_cast<const value::Ref*>(value);
      if (ref.id() != head.id() && !gate().reference(ref, head).shows()) return {};
    }
    return gate().plain(type.print(value, teller_.context().codes)).text();
  }

  const Teller& teller_;
  const query::Field& field_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> shown_values(const Teller& teller, const query::Field& field,
                                      const model::Head& head) {
  Walk walk(teller, field);
  walk.record(head);
  return walk.take();
}

}  // namespace rapport::cli
