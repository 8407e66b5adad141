// A value of any shape as one release lets it be read, without knowing its type. Only the gate's
// own folder makes one from a record.
#pragma once

#include "release/verdict.hpp"
#include "value/field.hpp"

#include <span>
#include <string>
#include <vector>

namespace rapport::release {

class ClearedField {
 public:
  /// Something may be read of it. False where the record says nothing, too.
  bool present() const { return !text_.empty() || !id_.empty() || !parts_.empty(); }
  const Verdict& verdict() const { return verdict_; }

  const value::Field& row() const { return *row_; }
  /// Of an item of a list, the item's.
  const value::Type& type() const { return *type_; }

  /// Of a scalar; of a reference, the name of what it leads to, unless that is its id.
  const std::string& text() const { return text_; }
  /// Of a reference.
  const std::string& id() const { return id_; }
  /// Items of a list, fields of a block: those of which something may be read.
  std::span<const ClearedField> parts() const { return parts_; }

 private:
  friend class ClearedRecord;
  ClearedField(const value::Field& row, const value::Type& type, Verdict verdict)
      : row_(&row), type_(&type), verdict_(verdict) {}

  const value::Field* row_;
  const value::Type* type_;
  Verdict verdict_;
  std::string text_ = {};
  std::string id_ = {};
  std::vector<ClearedField> parts_ = {};
};

}  // namespace rapport::release
