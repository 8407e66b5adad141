#include "model/stricter.hpp"

#include "base/text.hpp"
#include "value/moment.hpp"
#include "value/scalars.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

namespace rapport::model {
namespace {

using value::Stricter;
using yaml::Value;

/// How strict a value is, from 0; nothing for one that the order does not know.
std::optional<std::size_t> strictness(std::string_view order, const Value* value) {
  const auto words = base::split(order, ' ');
  std::string word = value == nullptr ? "-" : value->text;
  if (const auto flag = value::Flag::parse(word)) word = *flag ? "yes" : "no";
  const bool is_scalar = value == nullptr || value->kind == yaml::Kind::scalar;
  auto found = is_scalar ? std::ranges::find(words, word) : words.end();
  if (found == words.end()) found = std::ranges::find(words, "*");
  if (found == words.end()) return std::nullopt;
  return static_cast<std::size_t>(found - words.begin());
}

Side by_words(std::string_view order, const Value* ours, const Value* theirs) {
  const auto a = strictness(order, ours);
  const auto b = strictness(order, theirs);
  if (!a || !b || *a == *b) return Side::neither;
  return *a > *b ? Side::ours : Side::theirs;
}

Side by_time(bool is_later_stricter, const Value* ours, const Value* theirs) {
  if (ours == nullptr || theirs == nullptr) return ours == nullptr ? Side::theirs : Side::ours;
  const auto a = value::Moment::parse(ours->text);
  const auto b = value::Moment::parse(theirs->text);
  if (!a || !b) return Side::neither;
  if (value::sure_before(*a, *b)) return is_later_stricter ? Side::theirs : Side::ours;
  if (value::sure_before(*b, *a)) return is_later_stricter ? Side::ours : Side::theirs;
  return Side::neither;
}

}  // namespace

Side stricter_side(const value::Field& field, const Value* ours, const Value* theirs) {
  const Stricter& trait = field.meta.stricter;
  switch (trait.by()) {
    case Stricter::By::words:
      return by_words(trait.order(), ours, theirs);
    case Stricter::By::earlier:
    case Stricter::By::later:
      return by_time(trait.by() == Stricter::By::later, ours, theirs);
    case Stricter::By::nothing:
    case Stricter::By::whole:
      break;
  }
  return Side::neither;
}

}  // namespace rapport::model
