// An editor's plugin types values by YAML, we by field: so a text may look like a number, a date
// like an integer and a yes like a boolean there, and patterns bind what is a string.
#include "cli/generate/schema.hpp"

#include "base/json.hpp"
#include "value/field.hpp"
#include "value/ref.hpp"

#include <fmt/format.h>

#include <initializer_list>

namespace rapport::cli {
namespace {

using value::CodeSet;
using value::Field;
using value::Shape;
using value::Type;

constexpr std::string_view date_pattern = "^(unknown|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)$";
constexpr std::string_view moment_pattern =
    "^(unknown|[0-9]{4}(-[0-9]{2}(-[0-9]{2}"
    "(T[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?)$";
constexpr std::string_view id_pattern = "^[a-z0-9][a-z0-9-]{0,63}$";

class Schema {
 public:
  explicit Schema(const value::Codes& codes) : codes_(codes) {}

  std::string record(std::string_view title, const Type& type) {
    json_.begin_object();
    json_.member("$schema", "http://json-schema.org/draft-07/schema#");
    json_.member("title", title);
    block(type);
    definitions();
    json_.end_object();
    return json_.take() + "\n";
  }

 private:
  void types(std::initializer_list<std::string_view> names) {
    json_.key("type");
    if (names.size() == 1) return json_.text(*names.begin());
    json_.begin_array();
    for (const auto name : names) json_.text(name);
    json_.end_array();
  }

  void words(std::span<const std::string_view> words) {
    json_.key("enum");
    json_.begin_array();
    for (const auto word : words) json_.text(word);
    json_.end_array();
  }

  void flag() {
    json_.key("enum");
    json_.begin_array();
    for (const auto word : {"yes", "no", "true", "false"}) json_.text(word);
    json_.flag(true);
    json_.flag(false);
    json_.end_array();
  }

  void count() {
    types({"integer", "string"});
    json_.member("minimum", 0);
    json_.member("maximum", 999'999'999);
    json_.member("pattern", "^([0-9]{1,9}|unknown)$");
  }

  void list(const Type& element) {
    types({"array"});
    json_.key("items");
    json_.begin_object();
    value(element);
    json_.end_object();
  }

  void block(const Type& type) {
    const value::FieldSet set = type.rows();
    types({"object"});
    json_.member("additionalProperties", false);
    if (set.required != 0) {
      json_.key("required");
      json_.begin_array();
      for (const Field& row : set.rows)
        if (row.meta.required) json_.text(row.name);
      json_.end_array();
    }
    json_.key("properties");
    json_.begin_object();
    for (const Field& row : set.rows) {
      json_.key(row.name);
      json_.begin_object();
      json_.member("description", row.meta.doc);
      value(*row.type);
      json_.end_object();
    }
    json_.end_object();
  }

  void value(const Type& type) {
    switch (type.shape) {
      case Shape::text:
        return types({"string", "number", "boolean"});
      case Shape::date:
        types({"string", "integer"});
        return json_.member("pattern", date_pattern);
      case Shape::moment:
        types({"string", "integer"});
        return json_.member("pattern", moment_pattern);
      case Shape::flag:
        return flag();
      case Shape::count:
        return count();
      case Shape::duration:
        types({"string"});
        return json_.member("pattern", "^[0-9]+[dwmy]$");
      case Shape::word:
        return words(type.words);
      case Shape::code:
        used_[static_cast<std::size_t>(type.set)] = true;
        json_.key("allOf");  // draft-07 ignores what stands beside a $ref
        json_.begin_array();
        json_.begin_object();
        json_.member("$ref", fmt::format("#/definitions/{}", value::word(type.set)));
        json_.end_object();
        return json_.end_array();
      case Shape::listed:
        types({"string"});
        return json_.member("pattern", "^[a-z]+/[A-Za-z0-9][A-Za-z0-9-]*$");
      case Shape::ref:
        types({"string", "integer"});
        return json_.member("pattern", id_pattern);
      case Shape::pattern:
        types({"string", "integer"});
        return json_.member("pattern", "^(kind:)?[a-z0-9][a-z0-9-]{0,63}$");
      case Shape::list:
        return list(*type.element);
      case Shape::block:
        return block(type);
    }
  }

  /// The codes that exist are offered; any other is left to `rapport validate`, which knows the
  /// office's own.
  void definitions() {
    json_.key("definitions");
    json_.begin_object();
    for (std::size_t set = 1; set < used_.size(); ++set) {
      if (!used_[set]) continue;
      json_.key(value::word(static_cast<CodeSet>(set)));
      json_.begin_object();
      json_.key("anyOf");
      json_.begin_array();
      json_.begin_object();
      words(codes_.all(static_cast<CodeSet>(set)));
      json_.end_object();
      json_.begin_object();
      types({"string"});
      json_.member("pattern", "^[A-Za-z0-9][A-Za-z0-9-]*$");
      json_.end_object();
      json_.end_array();
      json_.end_object();
    }
    json_.end_object();
  }

  const value::Codes& codes_;
  base::JsonWriter json_;
  std::array<bool, value::code_set_count + 1> used_{};
};

}  // namespace

std::string schema(std::string_view title, const Type& record, const value::Codes& codes) {
  return Schema(codes).record(title, record);
}

}  // namespace rapport::cli
