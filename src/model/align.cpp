#include "model/align.hpp"

#include "base/text.hpp"
#include "model/record_path.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace rapport::model {
namespace {

using value::Field;
using value::Type;
using yaml::Value;

/// Every value that says the same has the same text.
std::string content_of(const Value& value) {
  if (value.kind == yaml::Kind::scalar)
    return value.is_empty ? "~" : "\"" + base::replace_all(value.text, "\"", "\"\"") + "\"";
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < value.children.size(); ++i) {
    std::string part = value.kind == yaml::Kind::mapping ? value.keys[i] + ":" : std::string();
    parts.push_back(part += content_of(value.children[i]));
  }
  if (value.kind == yaml::Kind::mapping) std::ranges::sort(parts);
  const bool is_list = value.kind == yaml::Kind::list;
  return (is_list ? "[" : "{") + base::join(parts, ",") + (is_list ? "]" : "}");
}

/// From 0 to 1: the words that both texts have.
double shared_words(std::string_view left, std::string_view right) {
  const auto sorted_words = [](std::string_view text) {
    std::vector<std::string_view> words;
    for (const auto line : base::split(text, '\n'))
      for (const auto word : base::split(line, ' '))
        if (!word.empty()) words.push_back(word);
    std::ranges::sort(words);
    return words;
  };
  const auto a = sorted_words(left);
  const auto b = sorted_words(right);
  std::vector<std::string_view> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  const auto most = std::max(a.size(), b.size());
  return most == 0 ? 1 : static_cast<double>(both.size()) / static_cast<double>(most);
}

double likeness(const Value& left, const Value& right) {
  if (left.kind != right.kind) return 0;
  if (left.kind == yaml::Kind::scalar) return shared_words(left.text, right.text);
  if (left.kind == yaml::Kind::list) return says_same(left, right) ? 1 : 0;
  std::set<std::string_view> keys(left.keys.begin(), left.keys.end());
  keys.insert(right.keys.begin(), right.keys.end());
  double sum = 0;
  for (const auto key : keys) {
    const Value* const a = find_child(left, key);
    const Value* const b = find_child(right, key);
    if (a != nullptr && b != nullptr) sum += likeness(*a, *b);
  }
  return keys.empty() ? 1 : sum / static_cast<double>(keys.size());
}

class Aligner {
 public:
  Aligner(const Value& before, const Value& after, const Type* element)
      : before_(before),
        after_(after),
        element_(element),
        found_(after.children.size()),
        is_taken_(before.children.size()) {}

  std::vector<std::optional<std::size_t>> run() {
    match_by([this](const Value& item) { return std::string(identity_of(item, element_)); }, true);
    match_by(content_of, false);
    if (can_be_alike()) match_alike();
    return std::move(found_);
  }

 private:
  /// Those that `name` calls the same and nothing: the first with the first, unless they must be
  /// the `only` ones of that name.
  template <class Name>
  void match_by(Name name, bool only) {
    std::map<std::string, std::vector<std::size_t>> places;
    std::map<std::string, std::size_t> counts;
    for (std::size_t i = 0; i < before_.children.size(); ++i)
      if (!is_taken_[i]) places[name(before_.children[i])].push_back(i);
    for (std::size_t i = 0; i < found_.size(); ++i)
      if (!found_[i]) ++counts[name(after_.children[i])];
    std::map<std::string, std::size_t> used;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (found_[i]) continue;
      const std::string called = name(after_.children[i]);
      const auto& there = places[called];
      if (called.empty() || (only && (there.size() != 1 || counts[called] != 1))) continue;
      std::size_t& next = used[called];
      if (next < there.size()) take(there[next++], i);
    }
  }

  void take(std::size_t before, std::size_t after) {
    found_[after] = before;
    is_taken_[before] = true;
  }

  /// Codes, dates and ids are the same or are not.
  bool can_be_alike() const {
    constexpr std::size_t most_pairs = 250'000;
    const bool is_told =
        element_ == nullptr || element_->rows != nullptr || element_->shape == value::Shape::text;
    const auto open = static_cast<std::size_t>(
        std::ranges::count_if(found_, [](const auto& item) { return !item; }));
    const auto free = static_cast<std::size_t>(std::ranges::count(is_taken_, false));
    return is_told && open * free <= most_pairs;
  }

  void match_alike() {
    constexpr double enough = 0.5;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (found_[i]) continue;
      double best = 0;
      std::size_t which = 0;
      for (std::size_t j = 0; j < is_taken_.size(); ++j) {
        if (is_taken_[j] || are_others(before_.children[j], after_.children[i])) continue;
        const double alike = likeness(before_.children[j], after_.children[i]);
        if (alike > best) {
          best = alike;
          which = j;
        }
      }
      if (best >= enough) take(which, i);
    }
  }

  /// What has an identity is nothing else.
  bool are_others(const Value& left, const Value& right) const {
    return identity_of(left, element_) != identity_of(right, element_);
  }

  const Value& before_;
  const Value& after_;
  const Type* element_;
  std::vector<std::optional<std::size_t>> found_;
  std::vector<bool> is_taken_;
};

}  // namespace

bool says_same(const Value& left, const Value& right) {
  if (left.kind != right.kind || left.is_empty != right.is_empty || left.text != right.text ||
      left.children.size() != right.children.size())
    return false;
  for (std::size_t i = 0; i < left.children.size(); ++i) {
    const bool is_entry = left.kind == yaml::Kind::mapping;
    const Value* const other = is_entry ? find_child(right, left.keys[i]) : &right.children[i];
    if (other == nullptr || !says_same(left.children[i], *other)) return false;
  }
  return true;
}

std::string_view identity_of(const Value& item, const Type* element) {
  if (element == nullptr || item.kind != yaml::Kind::mapping) return {};
  const Field* const name = item_name(*element);
  if (name == nullptr || (name->name != "key" && !name->meta.required)) return {};
  const Value* const text = find_child(item, name->name);
  return text == nullptr ? std::string_view{} : std::string_view(text->text);
}

std::vector<std::optional<std::size_t>> align(const Value& before, const Value& after,
                                              const Type* element) {
  return Aligner(before, after, element).run();
}

}  // namespace rapport::model
