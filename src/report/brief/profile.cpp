// Who is met: what the records know of a partner, as far as an edition may tell it.
#include "base/text.hpp"
#include "report/brief/brief.hpp"
#include "report/engine/contact.hpp"

#include <algorithm>

namespace rapport::report {
namespace {

using model::Affiliation;
using model::ConsentAct;
using model::Partner;
using release::Cleared;
using templates::List;
using templates::Value;

constexpr std::size_t engagements_shown = 3;

/// "contact, share contact": the words of a list in a sentence.
std::string listed(const std::vector<release::ReleasedText>& words) {
  std::vector<std::string> said;
  for (const std::string& word : texts(words)) said.push_back(in_words(word));
  return base::join(said, ", ");
}

/// Bodies they belong to today, with the post there.
Value affiliations(const Brief& brief, const Cleared<Partner>& partner) {
  List list;
  for (const auto& affiliation : partner.list<&Partner::affiliations>()) {
    const auto until = affiliation.get<&Affiliation::until>();
    if (until && value::sure_after(brief.on, until)) continue;
    const auto body = affiliation.links<&Affiliation::body>();
    const auto post = affiliation.show<&Affiliation::post>();
    if (body.shown.empty() && !post) continue;
    list.push_back(Value::object().set("body", first_name(body)).set("post", value(post)));
  }
  return list;
}

Value risk(const Cleared<Partner>& partner) {
  const auto block = partner.block<&Partner::risk>();
  if (!block) return {};
  return Value::object()
      .set("level", in_words(block.show<&model::Risk::level>()))
      .set("assessed", value(block.get<&model::Risk::assessed>()));
}

Value situation(const Cleared<Partner>& partner) {
  const auto block = partner.block<&Partner::situation>();
  if (!block) return {};
  return Value::object()
      .set("state", in_words(block.show<&model::Situation::state>()))
      .set("since", value(block.get<&model::Situation::since>()));
}

Value consent(const Cleared<Partner>& partner) {
  List list;
  for (const auto& act : partner.list<&Partner::consent>()) {
    const auto matter = act.engagement<&ConsentAct::case_>();
    list.push_back(
        Value::object()
            .set("on", value(act.get<&ConsentAct::on>()))
            .set("act", in_words(act.show<&ConsentAct::act>()))
            .set("uses", listed(act.texts<&ConsentAct::uses>()))
            .set("to", listed(act.texts<&ConsentAct::to>()))
            .set("case", matter ? value(matter.show<&model::Engagement::title>()) : Value())
            .set("until", value(act.get<&ConsentAct::until>())));
  }
  return list;
}

}  // namespace

Value profile(const Brief& brief, const Cleared<Partner>& partner) {
  List themes;
  for (const auto theme : partner.values<&Partner::themes>())
    themes.emplace_back(brief.title_of(theme.row()));
  Value acts = consent(partner);
  const bool lacks_consent = brief.is_for_office() && !acts.holds() &&
                             brief.released.circle(partner) == model::Circle::defenders;
  return Value::object()
      .set("name", value(partner.show<&Partner::name>()))
      .set("honorific", value(partner.show<&Partner::honorific>()))
      .set("kind", in_words(partner.show<&Partner::kind>()))
      .set("territory", brief.name_of(partner.get<&Partner::territory>()))
      .set("languages", base::join(contact_line(brief.released, partner).languages, ", "))
      .set("affiliations", affiliations(brief, partner))
      .set("no_contact", value(brief.released.no_contact(partner)))
      .set("risk", risk(partner))
      .set("situation", situation(partner))
      .set("consent", std::move(acts))
      .set("lacks_consent", lacks_consent)
      .set("themes", themes)
      .set("engagements", engagements_with(brief, partner.record(), engagements_shown))
      .set("notes", value(partner.show<&Partner::notes>()));
}

}  // namespace rapport::report
