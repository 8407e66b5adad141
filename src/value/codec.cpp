#include "value/codec.hpp"

#include "base/fast_equal.hpp"

#include <algorithm>

namespace rapport::value {

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > id_limit || text.front() == '-') return false;
  return std::ranges::all_of(
      text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

namespace detail {

void read_text(Decoder& decoder, std::uint32_t node, void* value) {
  // Only the kind is looked at: escapes are decoded when somebody asks for the text.
  const yaml::Node& entry = decoder.node(node);
  if (entry.kind == yaml::Kind::scalar && !decoder.expect_name(node)) return;
  if (entry.kind == yaml::Kind::scalar && entry.style != yaml::Style::empty)
    *static_cast<Text*>(value) = Text(decoder.raw(node), entry.style, entry.offset);
  else if (std::string_view text; decoder.scalar(node, text))
    *static_cast<Text*>(value) = Text(text, yaml::Style::plain, entry.offset);
}

void read_date(Decoder& decoder, std::uint32_t node, void* value) {
  std::string_view text;
  if (!decoder.scalar(node, text)) return;
  if (const auto date = Date::parse(text))
    *static_cast<Date*>(value) = date->at(decoder.node(node).offset);
  else
    decoder.fault(node, Problem::bad_date, type_of<Date>);
}

void read_moment(Decoder& decoder, std::uint32_t node, void* value) {
  std::string_view text;
  if (!decoder.scalar(node, text)) return;
  if (const auto moment = Moment::parse(text))
    *static_cast<Moment*>(value) = moment->at(decoder.node(node).offset);
  else
    decoder.fault(node, Problem::bad_moment, type_of<Moment>);
}

void read_flag(Decoder& decoder, std::uint32_t node, void* value) {
  std::string_view text;
  if (!decoder.scalar(node, text)) return;
  if (const auto flag = Flag::parse(text))
    *static_cast<Flag*>(value) = Flag(*flag, decoder.node(node).offset);
  else
    decoder.fault(node, Problem::bad_flag, type_of<Flag>);
}

void read_count(Decoder& decoder, std::uint32_t node, void* value) {
  std::string_view text;
  if (!decoder.scalar(node, text)) return;
  const auto offset = decoder.node(node).offset;
  if (text == "unknown")
    *static_cast<Count*>(value) = Count::unknown(offset);
  else if (const auto count = Count::parse(text))
    *static_cast<Count*>(value) = Count(*count, offset);
  else
    decoder.fault(node, Problem::bad_count, type_of<Count>);
}

void read_duration(Decoder& decoder, std::uint32_t node, void* value) {
  std::string_view text;
  if (!decoder.scalar(node, text)) return;
  if (const auto duration = Duration::parse(text))
    *static_cast<Duration*>(value) = duration->at(decoder.node(node).offset);
  else
    decoder.fault(node, Problem::bad_duration, type_of<Duration>);
}

void read_ref(Decoder& decoder, std::uint32_t node, void* value) {
  std::string_view text;
  if (!decoder.scalar(node, text)) return;
  if (!is_id(text)) return decoder.fault(node, Problem::bad_id, type_of<Ref>);
  Ref& ref = *static_cast<Ref*>(value);
  ref = Ref(text, decoder.node(node).offset);
  decoder.refer(ref);
}

void read_listed(Decoder& decoder, std::uint32_t node, void* value) {
  std::string_view text;
  if (!decoder.scalar(node, text)) return;
  const auto slash = std::min(text.find('/'), text.size());
  const auto set = code_set(text.substr(0, slash));
  const auto index =
      slash < text.size() ? decoder.codes().find(set, text.substr(slash + 1)) : std::uint16_t{0};
  if (index == 0) return decoder.fault(node, Problem::unknown_code, type_of<ListedRow>);
  *static_cast<ListedRow*>(value) = ListedRow({set, index}, decoder.node(node).offset);
}

std::string print_ref(const void* value, const Codes&) {
  return std::string(static_cast<const Ref*>(value)->id());
}

std::string print_listed(const void* value, const Codes& codes) {
  const auto row = static_cast<const ListedRow*>(value)->row();
  return std::string(word(row.set)) + "/" + std::string(codes.name(row));
}

std::size_t read_word(Decoder& decoder, std::uint32_t node, const Type& type) {
  std::string_view text;
  if (!decoder.scalar(node, text)) return 0;
  for (std::size_t i = 0; i < type.words.size(); ++i)
    if (base::fast_equal(type.words[i], text)) return i + 1;
  decoder.fault(node, Problem::unknown_word, type);
  return 0;
}

std::uint16_t read_code(Decoder& decoder, std::uint32_t node, const Type& type) {
  std::string_view text;
  if (!decoder.scalar(node, text)) return 0;
  const auto index = decoder.codes().find(type.set, text);
  if (index == 0) decoder.fault(node, Problem::unknown_code, type);
  return index;
}

bool read_form(Decoder& decoder, std::uint32_t node, const Type& type,
               bool (*accepts)(std::string_view), Text& value) {
  std::string_view text;
  if (!decoder.scalar(node, text)) return false;
  if (!accepts(text)) {
    decoder.fault(node, Problem::bad_form, type);
    return false;
  }
  // All forms stand on one line, so that what they say can be kept plain: `"v1"` and `v1` are one
  // key for everybody who compares them.
  const yaml::Node& entry = decoder.node(node);
  const bool quoted =
      entry.style == yaml::Style::single_quoted || entry.style == yaml::Style::double_quoted;
  value = Text(text, yaml::Style::plain, entry.offset + (quoted ? 1 : 0));
  return true;
}

}  // namespace detail
}  // namespace rapport::value
