// An id, or all partners of a kind.
#pragma once

#include "model/record.hpp"
#include "model/vocabulary.hpp"
#include "value/codec.hpp"

#include <string>

namespace rapport::model {

/// Written `xxa-mfa` or `kind:law-enforcement`; all zero means absent.
class Pattern {
 public:
  Pattern() = default;
  explicit Pattern(Ref ref) : ref_(ref) {}
  Pattern(PartnerKind kind, std::uint32_t offset) : offset_(offset), kind_(kind) {}

  explicit operator bool() const { return ref_ || kind_ != PartnerKind::absent; }
  const Ref& ref() const { return ref_; }
  Ref& ref() { return ref_; }
  PartnerKind kind() const { return kind_; }
  std::uint32_t offset() const { return ref_ ? ref_.offset() : offset_; }
  std::string str() const;

 private:
  Ref ref_;
  std::uint32_t offset_ = 0;
  PartnerKind kind_ = PartnerKind::absent;
};

}  // namespace rapport::model

template <>
struct rapport::value::Codec<rapport::model::Pattern> {
  static void read(Decoder& decoder, std::uint32_t node, void* value);
  static constexpr Type type() {
    return printable<model::Pattern>(
        detail::scalar_type<model::Pattern>(Shape::pattern, "id or kind:...", &read));
  }
};
