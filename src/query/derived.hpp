// What can be asked of a record though it is not written in it: computed from its other fields or
// from the records that refer to it. The folder derived/ is the list: one file each, whose stem is
// its name.
#pragma once

#include "base/registered.hpp"
#include "model/engagement.hpp"
#include "query/context.hpp"
#include "value/field.hpp"

#include <array>
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
  std::string_view heading;       // of a column
  std::string_view doc;           // one sentence for manual and help
  std::string_view example = {};  // a query that asks for it
  bool is_of_partners = false;
  bool is_of_engagements = false;
  std::span<const model::EngagementKind> only_of = {};  // no other engagement has a value
  const value::Type& type;                              // of each value
  /// Never more open than the strictest row it rests on for others than the office.
  value::DisclosureClass reveals;
  value::Refers refers = value::Refers::nothing;  // `id`: its own kind
  bool is_across = false;                         // refers to records of the other kind instead
  std::string_view dated = {};                    // of partners: what is meant when dates are asked
  bool is_mutual = false;                         // what is among my values has me among its own
  bool has_many = false;                          // a record may have several values
  bool can_be_unsure = false;                     // gives values that are a maybe
  bool asks_engagements = false;                  // of a partner: rests on all engagements
  bool engagements_ask_others = false;            // of an engagement, too
  /// The rows it rests on, by their dotted names, of the record or, where it asks them, of
  /// engagements; and those that it reads for the office alone. What says neither, for anybody
  /// else, is for the office alone, and rests on every row.
  std::span<const std::string_view> rests_on = {};
  std::span<const std::string_view> rests_on_for_office = {};
  void (*values)(const model::RecordHeader&, const Context&, const Sink&);

  bool is_of(model::RecordKind kind) const {
    return kind == model::RecordKind::partner ? is_of_partners : is_of_engagements;
  }
  bool asks_others(model::RecordKind kind) const {
    return kind == model::RecordKind::partner ? asks_engagements : engagements_ask_others;
  }
  /// What the values of a record of that kind refer to.
  value::Refers refers_from(model::RecordKind kind) const;
  /// The class it is released by: for the office alone where nothing says what it rests on.
  value::Reveals disclosure() const;
  /// Whether it may read that row of a record: one on the way to a row it rests on, or inside it.
  bool rests_on_row(const value::Field& row) const;
};

inline constexpr std::array letters_only = {model::EngagementKind::communication};

/// The files of query/derived/, by name.
std::span<const base::Registered<Derived>> all_derived();
const Derived* find_derived(std::string_view name, model::RecordKind kind);

}  // namespace rapport::query
