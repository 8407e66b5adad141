// What a template is filled with: a tree of named values. Only a report makes one, from what was
// cleared for the audience.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rapport::templates {

/// As precise as the record is: month and day are 0 and `minute` is -1 when not known; the year is
/// 0 where the record says that the date is unknown.
struct Date {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int minute = -1;  // of the day, where it happens
};

class Value;
struct Member;

using List = std::vector<Value>;
using Object = std::vector<Member>;

/// A default Value is nothing: the name is known, and this record has nothing to say. A name that
/// is not set at all is a mistake in the template.
class Value {
 public:
  Value();
  Value(const Value&);
  Value(Value&&) noexcept;
  Value& operator=(const Value&);
  Value& operator=(Value&&) noexcept;
  ~Value();
  Value(std::string text);
  Value(std::string_view text);
  Value(const char* text);
  Value(std::same_as<bool> auto flag) : Value(Scalar{flag}) {}
  template <std::integral Whole>
  requires(!std::same_as<Whole, bool>) Value(Whole number)
      : Value(Scalar{static_cast<std::int64_t>(number)}) {}
  Value(Date date);
  Value(List list);

  static Value object();

  /// Adds a member to an object, or replaces it.
  Value& set(std::string_view name, Value value);

  bool is_nothing() const { return std::holds_alternative<std::monostate>(is_); }
  const bool* flag() const { return std::get_if<bool>(&is_); }
  const std::int64_t* number() const { return std::get_if<std::int64_t>(&is_); }
  const std::string* text() const { return std::get_if<std::string>(&is_); }
  const Date* date() const { return std::get_if<Date>(&is_); }
  const List* list() const { return std::get_if<List>(&is_); }
  const Object* members() const { return std::get_if<Object>(&is_); }

  /// Null when this is no object, or has no such member.
  const Value* find(std::string_view name) const;

  /// A section shows: not nothing, no, 0, an empty text, an empty list or an unknown date.
  bool holds() const;

  /// "a list", "a date": for messages.
  const char* kind() const;

 private:
  using Scalar = std::variant<bool, std::int64_t>;
  explicit Value(Scalar scalar);

  // Whatever makes or ends a value is defined below Member, which Clang 14 wants complete there.
  std::variant<std::monostate, bool, std::int64_t, std::string, Date, List, Object> is_;
};

struct Member {
  std::string name;
  Value value;
};

inline Value::Value() = default;
inline Value::Value(const Value&) = default;
inline Value::Value(Value&&) noexcept = default;
inline Value& Value::operator=(const Value&) = default;
inline Value& Value::operator=(Value&&) noexcept = default;
inline Value::~Value() = default;
inline Value::Value(std::string text) : is_(std::move(text)) {}
inline Value::Value(std::string_view text) : is_(std::string(text)) {}
inline Value::Value(const char* text) : is_(std::string(text)) {}
inline Value::Value(Date date) : is_(date) {}
inline Value::Value(Scalar scalar) {
  std::visit([this](auto value) { is_ = value; }, scalar);
}

}  // namespace rapport::templates
