// Records of a test, decoded from text in memory as they are from files.
#pragma once

#include "base/arena.hpp"
#include "model/dataset.hpp"
#include "model/record_type.hpp"
#include "reference/reference_data.hpp"
#include "value/decoder.hpp"
#include "yaml/tree.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string_view>
#include <vector>

namespace rapport::tests {

class Records {
 public:
  /// A record by its id; the text must be one without a fault.
  void partner(std::string_view id, std::string_view text) {
    partners_.push_back(
        read<model::Partner>(id, text, model::RecordKind::partner, model::partner_type()));
  }
  void engagement(std::string_view id, std::string_view text) {
    engagements_.push_back(
        read<model::Engagement>(id, text, model::RecordKind::engagement, model::engagement_type()));
  }
  void office(std::string_view text) {
    office_ =
        read<model::Office>("rapport", text, model::RecordKind::partner, model::office_type());
  }
  /// Rows of the office's own reference data; before any record.
  void reference(std::string_view text) {
    if (!own_) own_ = std::make_unique<reference::ReferenceData>();
    own_->add(*source("own", text));
  }

  /// Every record of the call is in it; afterwards none is added.
  const model::Dataset& data() {
    if (!is_built_) data_.build(partners_, engagements_, refs_);
    is_built_ = true;
    return data_;
  }
  const reference::ReferenceData& library() const { return own_ ? *own_ : shipped(); }
  const value::Codes& codes() const { return library().codes(); }
  const model::Office* office() const { return office_; }

 private:
  const value::Source* source(std::string_view id, std::string_view text) {
    auto* made = arena().take<value::Source>(1).data();
    *made = {arena().copy(text), arena().copy(id), arena().copy(id)};
    return made;
  }

  template <class Record>
  Record* read(std::string_view id, std::string_view text, model::RecordKind kind,
               const value::Type& type) {
    const value::Source* from = source(id, text);
    yaml::Tree tree;
    const auto parsed = yaml::parse(from->text, tree);
    REQUIRE_MESSAGE(parsed.error.problem == yaml::Problem::none, id << ": not readable");
    auto* record = arena().take<Record>(1).data();
    record->head.source = from;
    record->head.kind = kind;
    value::Decoded found;
    value::Decoder(from->text, tree, codes(), arena(), found).fields(0, type, record);
    for (const auto& fault : found.faults)
      FAIL(id << ": fault " << fault.code.value() << " at "
              << from->text.substr(fault.offset, fault.length));
    for (const auto& use : found.refs) refs_.push_back({&record->head, use});
    return record;
  }

  /// One for all tests: an arena is never taken down.
  static base::Arena& arena() {
    static base::Arena all;
    return all;
  }

  /// Read once: most tests add no rows of their own.
  static const reference::ReferenceData& shipped() {
    static const reference::ReferenceData library;
    return library;
  }

  std::unique_ptr<reference::ReferenceData> own_;
  std::vector<model::Partner*> partners_;
  std::vector<model::Engagement*> engagements_;
  std::vector<model::FoundRef> refs_;
  model::Office* office_ = nullptr;
  model::Dataset data_;
  bool is_built_ = false;
};

}  // namespace rapport::tests
