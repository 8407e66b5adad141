// Where a rule says what it found. A report is bound to one rule, so that no other id can be
// raised.
#pragma once

#include "model/record.hpp"
#include "value/fault.hpp"
#include "value/finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::rules {

using model::RecordHeader;
using value::Finding;
using value::Place;
using value::Severity;
using value::Source;

/// The span of a value: what it knows of itself, else what stands on its line.
inline Place place_of(const Source& source, const value::Text& text) {
  const auto line_end = text.raw().find('\n');
  const auto length = line_end == std::string_view::npos ? text.length() : line_end;
  return {&source, text.offset(), static_cast<std::uint32_t>(length)};
}
inline Place place_of(const Source& source, const value::Ref& ref) {
  return {&source, ref.offset(), static_cast<std::uint32_t>(ref.id().size())};
}
template <class Value>
Place place_of(const Source& source, const Value& value) {
  return {&source, value.offset(), value::value_length(source.text, value.offset())};
}
template <class Value>
Place place_of(const RecordHeader& head, const Value& value) {
  return place_of(*head.source, value);
}
inline Place place_of(const RecordHeader& head, const value::Text& text) {
  if (!text.is_in_own_file()) return {head.source, 0, 0};
  return place_of(*head.source, text);
}
/// The first line of the record, for what is said of it as a whole.
inline Place place_of(const RecordHeader& head) { return {head.source, 0, 0}; }

class Report {
 public:
  Report(std::string_view rule, Severity severity, std::vector<Finding>& into)
      : rule_(rule), severity_(severity), into_(into) {}

  /// Valid until the next call.
  Finding& add(Place place, std::string message) {
    into_.push_back({.rule = rule_,
                     .severity = severity_,
                     .place = place,
                     .path = place.source == nullptr ? std::string_view{} : place.source->path,
                     .message = std::move(message)});
    return into_.back();
  }
  template <class Value>
  Finding& add(const RecordHeader& head, const Value& value, std::string message) {
    return add(place_of(head, value), std::move(message));
  }
  /// Of a path that could not be read.
  Finding& add(std::string_view path, std::string message) {
    Finding& finding = add(Place{}, std::move(message));
    finding.path = path;
    return finding;
  }

 private:
  std::string_view rule_;
  Severity severity_;
  std::vector<Finding>& into_;
};

}  // namespace rapport::rules
