#include "release/field_place.hpp"

#include "model/record_type.hpp"

#include <fmt/format.h>

namespace rapport::release {
namespace {

using value::Shape;
using value::Text;
using value::Type;

/// The text whose bytes begin where those of another one do; no two of a record's texts do.
class Finder {
 public:
  explicit Finder(const char* bytes) : bytes_(bytes) {}

  bool rows(const value::FieldSet& set, const void* fields, const std::string& above) {
    for (const value::Field& row : set.rows)
      if (value(*row.type, row.of(fields),
                above.empty() ? std::string(row.name) : fmt::format("{}.{}", above, row.name)))
        return true;
    return false;
  }
  std::string take() { return std::move(field_); }

 private:
  bool value(const Type& type, const void* value, const std::string& path) {
    if (!type.present(value)) return false;
    if (type.shape == Shape::text) {
      if (static_cast<const Text*>(value)->raw().data() != bytes_) return false;
      field_ = path;
      return true;
    }
    if (type.shape == Shape::block) {
      const void* fields = type.fields(value);
      return fields != nullptr && rows(type.rows(), fields, path);
    }
    return type.shape == Shape::list && items(type, value, path);
  }

  bool items(const Type& type, const void* value, const std::string& path) {
    const value::Items items = type.items(value);
    for (std::size_t i = 0; i < items.count; ++i) {
      const void* item = items.data + i * type.element->size;
      if (this->value(*type.element, item,
                      fmt::format("{}[{}]", path, name_of(*type.element, item, i))))
        return true;
    }
    return false;
  }

  /// By its key, else by number, from 1.
  static std::string name_of(const Type& type, const void* item, std::size_t index) {
    if (type.shape == Shape::block)
      if (const void* fields = type.fields(item))
        for (const value::Field& row : type.rows().rows)
          if (row.name == "key" && row.type->shape == Shape::text &&
              row.type->present(row.of(fields)))
            return static_cast<const Text*>(row.of(fields))->str();
    return std::to_string(index + 1);
  }

  const char* bytes_;
  std::string field_;
};

/// The record whose own text it is: that of a draft letter may be its case's. What was taken from a
/// row of the reference data is the record's own.
const model::RecordHeader& owner(const model::Dataset& data, const model::RecordHeader& head,
                                 const Text& text) {
  if (text.origin() != value::Origin::case_ || head.kind != model::RecordKind::engagement)
    return head;
  const auto& letter = data.engagement(head).communication;
  return letter && letter->inherited_from != nullptr ? *letter->inherited_from : head;
}

}  // namespace

std::string field_of(const value::FieldSet& rows, const void* fields, const Text& text) {
  Finder finder(text.raw().data());
  finder.rows(rows, fields, {});
  return finder.take();
}

FieldPlace place_of(const model::Dataset& data, const model::RecordHeader& head, const Text& text) {
  const model::RecordHeader& from = owner(data, head, text);
  if (from.kind == model::RecordKind::partner)
    return {from.id(), field_of(model::partner_type().rows(), &data.partner(from), text)};
  return {from.id(), field_of(model::engagement_type().rows(), &data.engagement(from), text)};
}

}  // namespace rapport::release
