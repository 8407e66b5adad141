// What can be asked of a record though it is not written in it: computed from its other fields or
// from the records that refer to it. The folder derived/ is the list: one file each, whose stem is
// its name.
#pragma once

#include "base/registered.hpp"
#include "query/context.hpp"
#include "value/field.hpp"

#include <span>
#include <string_view>

namespace rapport::query {

/// Takes the values of a derived field one by one, each with how sure it is.
class Sink {
 public:
  template <class Take>
  explicit Sink(Take& take)
      : take_(&take), call_([](void* object, const void* value, value::Truth sure) {
          (*static_cast<Take*>(object))(value, sure);
        }) {}

  void operator()(const void* value, value::Truth sure = value::Truth::yes) const {
    if (sure != value::Truth::no) call_(take_, value, sure);
  }

 private:
  void* take_;
  void (*call_)(void*, const void*, value::Truth);
};

struct Derived {
  std::string_view heading;  // of a column
  std::string_view doc;      // one sentence for manual and help
  bool is_of_partners = false;
  bool is_of_engagements = false;
  const value::Type& type;  // of each value
  /// Never more open than the strictest row it rests on for others than the office.
  value::DisclosureClass reveals;
  value::Refers refers = value::Refers::nothing;  // `id`: its own kind
  bool is_mutual = false;                         // who is among my values has me among theirs
  bool has_many = false;                          // a record may have several values
  bool can_be_unsure = false;                     // gives values that are a maybe
  bool asks_engagements = false;                  // of a partner: rests on all engagements
  /// The rows it rests on, of the record or, where it asks them, of engagements; empty: any.
  std::span<const std::string_view> rests_on = {};
  void (*values)(const model::RecordHeader&, const Context&, const Sink&);

  bool is_of(model::RecordKind kind) const {
    return kind == model::RecordKind::partner ? is_of_partners : is_of_engagements;
  }
};

/// The files of query/derived/, by name.
std::span<const base::Registered<Derived>> all_derived();
const Derived* find_derived(std::string_view name, model::RecordKind kind);

}  // namespace rapport::query
