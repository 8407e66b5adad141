#include "canary.hpp"

#include "value/code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rapport::tests {
namespace {

using value::Reveals;
using value::Shape;

/// A word that is in no language, 8 letters long.
std::string word(int number) {
  std::string text = "Zq";
  for (int i = 0; i < 5; ++i, number /= 26) text += static_cast<char>('a' + number % 26);
  return text + "x";
}

Classes with(Classes above, Reveals own) {
  return own == Reveals::open ? above : above | only(own);
}

constexpr std::pair<std::string_view, std::string_view> forms[] = {
    {"language tag", "es"},
    {"time zone", "Europe/Paris"},
    {"hours of the day", "09:00-17:00"},
    {"web address", "https://example.org/"},
    {"e-mail address", "a@example.org"},
    {"key", "k1"},
    {"amount", "12.50"},
    {"currency code", "CHF"},
    {"UUID", "00000000-0000-4000-8000-000000000000"},
};

std::string_view code(value::CodeSet set) {
  switch (set) {
    case value::CodeSet::state:
      return "HND";
    case value::CodeSet::territory:
      return "ESH";
    case value::CodeSet::organisation:
      return "OAS";
    case value::CodeSet::mandate:
      return "sr-environment";
    case value::CodeSet::theme:
      return "land-rights";
    case value::CodeSet::instrument:
      return "iccpr";
    default:
      return {};
  }
}

}  // namespace

std::string Filler::canary(std::string text, const std::string& path, Classes classes) {
  canaries_.push_back({text, filling_->id, path, classes});
  return text;
}

std::string Filler::fill(const value::Type& type, const Filling& filling) {
  filling_ = &filling;
  texts_.clear();
  return filling.given + block(type, {}, 0, {});
}

std::string Filler::block(const value::Type& type, const std::string& path, std::size_t indent,
                          Classes above) {
  std::string out;
  for (const value::Field& row : type.rows().rows) {
    const std::string own = (path.empty() ? "" : path + ".") + std::string(row.name);
    if (std::ranges::count(filling_->skipped, own) != 0) continue;
    const std::string written = value(row, *row.type, own, indent, with(above, row.meta.reveals));
    if (!written.empty()) out += std::string(indent, ' ') + std::string(row.name) + ":" + written;
  }
  return out;
}

/// What stands behind the colon, with the line end.
std::string Filler::value(const value::Field& row, const value::Type& type, const std::string& path,
                          std::size_t indent, Classes classes) {
  if (type.shape == Shape::block) return "\n" + block(type, path, indent + 2, classes);
  if (type.shape != Shape::list) {
    const std::string text = scalar(row, type, path, classes);
    return text.empty() ? text : " " + text + "\n";
  }
  if (type.element->shape != Shape::block) {
    const std::string item = scalar(row, *type.element, path, classes);
    return item.empty() ? item : " [" + item + "]\n";
  }
  std::string item = block(*type.element, path, indent + 4, classes);
  item[indent + 2] = '-';
  return "\n" + item;
}

std::string Filler::scalar(const value::Field& row, const value::Type& type,
                           const std::string& path, Classes classes) {
  switch (type.shape) {
    case Shape::text:
      return text(type, path, classes);
    case Shape::date:
      return date(path, classes);
    case Shape::moment:
      return "2026-05-04T09:30+00:00";
    case Shape::flag:
      return "no";
    case Shape::count:
      return row.name == "total" ? "99" : "3";
    case Shape::duration:
      return "30d";
    case Shape::word:
      return std::string(type.words.front());
    case Shape::code:
      return row.name == "lead" ? "sr-human-rights-defenders" : std::string(code(type.set));
    case Shape::ref:
      return row.meta.refers == value::Refers::engagement ? filling_->engagement
                                                          : filling_->partner;
    default:
      return {};
  }
}

std::string Filler::text(const value::Type& type, const std::string& path, Classes classes) {
  for (const auto& [form, text] : forms)
    if (type.name == form) return std::string(text);
  if (path == "delegation.who") return "holder";
  texts_.push_back(path);
  if (path == filling_->typed_at) return filling_->typed;
  const std::string own = word(number_++);
  if (classes.none()) return "Plain words";
  // Its channel is the first word, email; documents stop at a value that does not fit.
  return canary(own, path, classes) + (path == "contacts.value" ? "@example.org" : "");
}

/// A year nobody writes about, so that it can be told apart in any form of a date.
std::string Filler::date(const std::string& path, Classes classes) {
  if (classes.none() || year_ > 1898) return "2024-05-17";
  return canary(std::to_string(++year_), path, classes);
}

}  // namespace rapport::tests
