// The last look at an output before it leaves. The gate decided before what is shown; this finds
// what should not have come through, in the texts that it handed out and in the finished bytes.
#pragma once

#include "model/record.hpp"
#include "release/scan.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::model {
class Dataset;
}

namespace rapport::release {

/// A text of a record that the gate let through, which `head` has.
struct HandedOut {
  value::Text text;
  const model::RecordHeader* head = nullptr;
};

/// Something protected in an output.
struct Leak {
  Secret::Kind kind = Secret::Kind::text;
  std::string owner = {};  // the id of the record it is protected in
  bool owner_is_partner = false;
  std::string record = {};  // where it stands; empty: in no text of a record
  std::string field = {};   // "visit.programme[s2].place"
  std::string words = {};   // as they stand there
};

class LastLook {
 public:
  LastLook(const model::Dataset& data, std::vector<Secret> secrets)
      : data_(data), secrets_(std::move(secrets)), scan_(secrets_) {}

  /// In a text of a record, as which it is not yet placed. Nothing is open there.
  std::optional<Leak> find(const value::Text& text) const;
  /// In the first of them. What is a name or an alias of a partner is passed over: the gate let it
  /// through as that, and `find_outside` looks at it where it stands.
  std::optional<Leak> find(const std::vector<HandedOut>& texts) const;
  /// In what is made of such texts and others: whether something may be found, and what stands
  /// outside the `open` names.
  bool finds(std::string_view bytes) const { return scan_.find(bytes) != nullptr; }
  std::optional<Leak> find_outside(const std::vector<std::string>& open,
                                   std::string_view bytes) const;

 private:
  Leak leak(const Secret& secret, std::string words) const;

  const model::Dataset& data_;
  std::vector<Secret> secrets_;
  Scan scan_;
};

/// Whether it is a name or an alias of the partner `head`.
bool is_name_of_partner(const model::Dataset& data, const HandedOut& handed);

}  // namespace rapport::release
