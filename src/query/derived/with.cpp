#include "query/derived/derived.hpp"
#include "query/derived/happened.hpp"
#include "value/codec.hpp"

#include <algorithm>

namespace rapport::query {
namespace {

struct Met {
  const value::Ref* ref;
  Answer sure;
};

/// Each partner once, at its surest.
void give(std::vector<Met>& met, const Sink& sink) {
  std::ranges::sort(met, [](const Met& a, const Met& b) {
    return a.ref->id() != b.ref->id() ? a.ref->id() < b.ref->id() : a.sure > b.sure;
  });
  const Met* before = nullptr;
  for (const Met& one : met) {
    if (before == nullptr || before->ref->id() != one.ref->id()) sink(one.ref, one.sure);
    before = &one;
  }
}

/// Of an engagement, who takes part: what is planned is an engagement with them, too.
void of_engagement(const model::Engagement& engagement, const Sink& sink) {
  std::vector<Met> met;
  for (const Part& part : parts(engagement)) met.push_back({part.partner, Answer::yes});
  give(met, sink);
}

/// Of a partner, who took part in the same engagements.
void of_partner(const model::Head& head, const Context& context, const Sink& sink) {
  std::vector<Met> met;
  const model::Head* before = nullptr;
  for (const model::BackRef& back : context.data.used_by(head)) {
    if (back.from == before || back.from->kind != model::RecordKind::engagement) continue;
    before = back.from;
    const model::Engagement& engagement = context.data.engagement(*back.from);
    if (!happened(engagement, context.today)) continue;
    const std::vector<Part> all = parts(engagement);
    Answer own = Answer::no;
    for (const Part& part : all)
      if (part.partner->target() == head.index + 1) own = std::max(own, part.took);
    for (const Part& part : all)
      if (own != Answer::no && part.partner->target() != head.index + 1)
        met.push_back({part.partner, std::min(own, part.took)});
  }
  give(met, sink);
}

void values(const model::Head& head, const Context& context, const Sink& sink) {
  if (head.kind == model::RecordKind::partner) return of_partner(head, context, sink);
  of_engagement(context.data.engagement(head), sink);
}

}  // namespace

extern const Derived with_derived;
const Derived with_derived = {
    .name = "with",
    .heading = "WITH",
    .doc =
        "Of an engagement, the partners who take part; of a partner, those who took part in the "
        "same engagements.",
    .is_of_partners = true,
    .is_of_engagements = true,
    .type = value::type_of<value::Ref>,
    .reveals = value::Reveals::link,
    .refers = value::Refers::partner,
    .is_mutual = true,
    .values = &values,
};

}  // namespace rapport::query
