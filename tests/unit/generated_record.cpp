#include "generated_record.hpp"

#include "base/text.hpp"
#include "reference/reference_data.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace rapport::tests {

using value::Shape;
using value::Type;
using yaml::Kind;
using yaml::Value;

namespace {

constexpr std::array<std::string_view, 12> some_words = {"land",   "water", "river", "asked",
                                                         "for",    "help",  "met",   "again",
                                                         "police", "said",  "no",    "it's"};

const value::Codes& shipped_codes() {
  static const reference::ReferenceData shipped;
  return shipped.codes();
}

}  // namespace

std::string GeneratedRecord::words() {
  std::string text(some_words[below(some_words.size())]);
  for (std::size_t i = below(5); i > 0; --i)
    text += (below(8) == 0 ? "\n" : " ") + std::string(some_words[below(some_words.size())]);
  return text;
}

std::string GeneratedRecord::checked(std::string_view form) {
  const std::string number = std::to_string(below(9) + 1);
  if (form == "language tag") return below(2) == 0 ? "es" : "zh-Hant";
  if (form == "time zone") return below(2) == 0 ? "UTC" : "America/Guatemala";
  if (form == "hours of the day") return "0" + number + ":00-21:00";
  if (form == "web address") return "https://example.org/" + number;
  if (form == "e-mail address") return number + "@example.org";
  if (form == "key") return "a" + number;
  if (form == "amount") return "1" + number + ".50";
  if (form == "currency code") return below(2) == 0 ? "CHF" : "HNL";
  if (form == "UUID") return "0000000" + number + "-0000-4000-8000-000000000000";
  return words();
}

std::string GeneratedRecord::scalar(const Type& type) {
  const std::string number = std::to_string(below(9) + 1);
  switch (type.shape) {
    case Shape::date:
    case Shape::moment:
      return "202" + number + "-0" + number;
    case Shape::flag:
      return below(2) == 0 ? "yes" : "no";
    case Shape::count:
      return number;
    case Shape::duration:
      return number + "w";
    case Shape::word:
      return std::string(type.words[below(type.words.size())]);
    case Shape::code: {
      const auto& codes = shipped_codes().all(type.set);
      return std::string(codes[below(std::min<std::size_t>(codes.size(), 9))]);
    }
    case Shape::listed: {
      const auto& codes = shipped_codes().all(value::CodeSet::mechanism);
      return "mechanism/" + std::string(codes[below(codes.size())]);
    }
    case Shape::ref:
    case Shape::pattern:
      return "id-" + number;
    default:
      return checked(type.name);
  }
}

Value GeneratedRecord::list(const Type& type, int depth) {
  Value made{.kind = Kind::list, .in_brackets = type.element->rows == nullptr && below(2) == 0};
  for (std::size_t i = below(3) + 1; i > 0; --i) edit_list(made, type);
  while (made.children.empty()) made.children.push_back(any(*type.element, depth));
  return made;
}

Value GeneratedRecord::any(const Type& type, int depth) {
  if (type.shape == Shape::list) return list(type, depth + 1);
  if (type.rows != nullptr) return block(type, depth + 1);
  return yaml::text_value(scalar(type));
}

Value GeneratedRecord::block(const Type& type, int depth) {
  Value made{.kind = Kind::mapping};
  for (const value::Field& field : type.rows().rows) {
    const bool is_deep = depth > 2 && field.type->rows != nullptr;
    if (!field.meta.required && (is_deep || below(3) != 0)) continue;
    yaml::put(made, field.name, any(*field.type, depth));
  }
  if (made.children.empty()) {
    const value::Field& field = type.rows().rows.front();
    yaml::put(made, field.name, any(*field.type, depth));
  }
  // Whatever is in it has no room for text of several lines.
  made.in_brackets = depth > 0 && below(4) == 0;
  return made;
}

void GeneratedRecord::edit_list(Value& list, const Type& type) {
  const Type& element = *type.element;
  const auto place = [&] { return static_cast<std::ptrdiff_t>(below(list.children.size())); };
  const auto choice = list.children.empty() ? 0 : below(5);
  if (choice < 2) {
    Value item = any(element, 1);
    const auto has = [&item](const Value& other) {
      return item.kind == Kind::mapping
                 ? !other.keys.empty() && item.keys[0] == "key" && other.keys[0] == "key" &&
                       item.children[0] == other.children[0]
                 : item == other;
    };
    if (std::ranges::none_of(list.children, has)) list.children.push_back(std::move(item));
  } else if (choice == 2 && list.children.size() > 1) {
    list.children.erase(list.children.begin() + place());
  } else if (element.rows != nullptr) {
    edit(list.children[static_cast<std::size_t>(place())], element);
  }
}

void GeneratedRecord::edit(Value& record, const Type& type) {
  const auto rows = type.rows().rows;
  const value::Field& field = rows[below(rows.size())];
  const auto found = std::ranges::find(record.keys, field.name);
  const auto index = found - record.keys.begin();
  if (found == record.keys.end()) return yaml::put(record, field.name, any(*field.type, 1));
  Value& now = record.children[static_cast<std::size_t>(index)];
  if (!field.meta.required && record.keys.size() > 1 && below(4) == 0) {
    record.keys.erase(found);
    record.children.erase(record.children.begin() + index);
  } else if (field.type->shape == Shape::list) {
    edit_list(now, *field.type);
  } else if (field.type->rows != nullptr) {
    edit(now, *field.type);
  } else if (field.name != "key") {
    now = any(*field.type, 1);
  }
}

std::string GeneratedRecord::text(const Value& record) {
  std::string out;
  for (std::size_t i = 0; i < record.keys.size(); ++i) {
    if (below(6) == 0) out += "\n";
    if (below(6) == 0) out += "# " + base::replace_all(words(), "\n", " ") + "\n";
    std::string entry = yaml::write_entry(record.keys[i], record.children[i], 0);
    const auto end = entry.find('\n');
    const bool ends_there = end + 1 == entry.size() || record.children[i].kind != Kind::scalar;
    if (ends_there && below(6) == 0) entry.insert(end, "  # " + std::to_string(below(99)));
    out += entry;
  }
  return out;
}

}  // namespace rapport::tests
