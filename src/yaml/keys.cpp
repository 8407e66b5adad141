// Keys, and that each stands once in its mapping.
#include "base/fast_equal.hpp"
#include "yaml/null_word.hpp"
#include "yaml/reader.hpp"

#include <algorithm>
#include <vector>

namespace rapport::yaml {
namespace {

/// Up to so many keys are compared one with another; more are sorted once their mapping ends.
constexpr std::uint32_t many_keys = 64;

}  // namespace

bool Reader::key(bool in_flow) {
  const char* const behind = after_key(at_);
  if (behind == nullptr) return in_flow ? refuse_flow_key() : refuse_key();
  const std::string_view text(at_, static_cast<std::size_t>(behind - at_) - 1);
  if (is_null_word(text)) return fail(Problem::null_word, at_, text.size());
  set_key(at_, text.size());
  at_ = behind;
  return true;
}

bool Reader::is_new(const Keys& keys) {
  if (keys.count > many_keys) return true;
  const std::string_view text(origin_ + key_offset_, key_length_);
  for (std::uint32_t i = keys.mapping + 1; i < count_; i = nodes_[i].next)
    if (base::fast_equal({origin_ + nodes_[i].key_offset, nodes_[i].key_length}, text))
      return fail(Problem::duplicate_key, text.data(), text.size());
  return true;
}

bool Reader::check_many(const Keys& keys) {
  if (keys.count <= many_keys) return true;
  std::vector<std::string_view> sorted;
  sorted.reserve(keys.count);
  for (std::uint32_t i = keys.mapping + 1; i < count_; i = nodes_[i].next)
    sorted.emplace_back(origin_ + nodes_[i].key_offset, nodes_[i].key_length);
  std::sort(sorted.begin(), sorted.end(), [](std::string_view left, std::string_view right) {
    const int order = left.compare(right);
    return order != 0 ? order < 0 : left.data() < right.data();
  });
  const char* first = nullptr;
  std::size_t length = 0;
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i] != sorted[i - 1] || (first != nullptr && first < sorted[i].data())) continue;
    first = sorted[i].data();
    length = sorted[i].size();
  }
  return first == nullptr || fail(Problem::duplicate_key, first, length);
}

}  // namespace rapport::yaml
