// The country: groups, memberships, treaties, invitation, institutions; and who is competent there.
#include "mandate/competence.hpp"
#include "report/brief/brief.hpp"

namespace rapport::report {
namespace {

using reference::Recorded;
using templates::List;
using templates::Value;
using value::CodeSet;

template <class Row>
std::string row_name(const reference::ReferenceData& library, const model::Text& code) {
  for (const Row& row : library.table<Row>())
    if (row.code.str() == code.str()) return row.name_en.str();
  return {};
}

bool is_recorded(Recorded known) {
  return known != Recorded::no && known != Recorded::not_recorded;
}

/// The month or year it began in, where the day of the pack lies within it.
Value uncertain_since(const Brief& brief, const model::Date& since) {
  const bool is_sure = !since || value::before(brief.on, since) != value::Truth::maybe;
  return is_sure ? Value() : value(since);
}

Value memberships(const Brief& brief) {
  List list;
  const auto& codes = brief.library.codes().all(CodeSet::organisation);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const model::OrganisationCode code(static_cast<std::uint16_t>(i + 1), 0);
    const auto found = reference::membership(brief.library, brief.state, code, brief.on);
    if (!is_recorded(found.known)) continue;
    const model::Date since = found.row != nullptr ? found.row->since : model::Date();
    list.push_back(Value::object()
                       .set("name", brief.title_of(code.row()))
                       .set("uncertain_since", uncertain_since(brief, since)));
  }
  return list;
}

/// Those of which the status is not known or not verified: in the office's own edition.
List treaties(const Brief& brief) {
  List list;
  const auto& codes = brief.library.codes().all(CodeSet::treaty);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const model::TreatyCode code(static_cast<std::uint16_t>(i + 1), 0);
    const auto answer = reference::treaty(brief.library, brief.state, code, brief.on);
    const bool is_doubtful = answer.party == Recorded::not_recorded || answer.remembered != nullptr;
    if (is_doubtful && !brief.is_for_office()) continue;
    const bool is_signed =
        answer.action != nullptr && answer.action->status == model::TreatyStatus::signed_;
    list.push_back(Value::object()
                       .set("code", std::string(codes[i]))
                       .set("party", is_recorded(answer.party))
                       .set("uncertain_since", uncertain_since(brief, answer.date))
                       .set("signed", is_signed)
                       .set("not_recorded", answer.party == Recorded::not_recorded)
                       .set("since", value(answer.date))
                       .set("as_of", value(answer.as_of))
                       .set("remembered", answer.remembered != nullptr));
  }
  return list;
}

/// One of which it is not recorded since when: in the office's own edition, to be checked.
Value country_mandates(const Brief& brief) {
  List list;
  for (const auto& found :
       mandate::country_mandates(brief.library, brief.state, brief.on).mandates) {
    const bool to_check = found.activity.known == Recorded::not_recorded;
    if (to_check && !brief.is_for_office()) continue;
    const model::Date& until = found.row->until;
    const bool is_sure = !until || value::after(brief.on, until) != value::Truth::maybe;
    list.push_back(Value::object()
                       .set("name", brief.title_of(found.id))
                       .set("to_check", to_check)
                       .set("uncertain_since", uncertain_since(brief, found.activity.since))
                       .set("uncertain_until", is_sure ? Value() : value(until)));
  }
  return list;
}

Value nhris(const Brief& brief) {
  List list;
  for (const model::NhriRow* row : reference::nhris(brief.library, brief.state))
    list.push_back(Value::object()
                       .set("name", row->name_en.str())
                       .set("accreditation", std::string(row->accreditation.str())));
  return list;
}

}  // namespace

Value country(const Brief& brief) {
  const model::StateRow* row = brief.state ? brief.library.row(brief.state) : nullptr;
  if (row == nullptr) return {};
  const List all_treaties = treaties(brief);
  const auto invitation = reference::standing_invitation(brief.library, brief.state, brief.on);
  return Value::object()
      .set("name", brief.title_of(brief.state.row()))
      .set("formal", row->formal_en ? Value(row->formal_en.str()) : Value())
      .set("regional_group", row_name<model::RegionalGroupRow>(brief.library, row->regional_group))
      .set("region", row_name<model::RegionRow>(brief.library, row->region))
      .set("memberships", memberships(brief))
      .set("treaties", all_treaties)
      .set("has_treaties", !all_treaties.empty())
      .set("columns", columns(brief, all_treaties, {"since", "as_of"}))
      .set("invitation", is_recorded(invitation.known))
      .set(
          "invited_uncertain_since",
          uncertain_since(brief, invitation.row != nullptr ? invitation.row->since : model::Date()))
      .set("no_invitation", invitation.known == Recorded::no)
      .set("country_mandates", country_mandates(brief))
      .set("nhris", nhris(brief))
      .set("own_row", brief.is_for_office() && row->source &&
                          brief.library.table<model::StateRow>().of(*row).origin !=
                              reference::Origin::shipped);
}

Value competence(const Brief& brief) {
  const mandate::Area area{brief.state, brief.territory};
  List presences;
  const bool with_doubtful = brief.is_for_office();
  const auto start = brief.visit.get<&model::Engagement::start>();
  const auto then = start ? start.date() : brief.on;
  for (const auto& found : mandate::presences(brief.library, area, then).ranked) {
    if (found.to_check && !with_doubtful) continue;
    presences.push_back(Value::object()
                            .set("name", brief.title_of(found.id))
                            .set("country_office", found.tier == mandate::Tier::country_office)
                            .set("component", found.tier == mandate::Tier::mission_component)
                            .set("adviser", found.tier == mandate::Tier::adviser)
                            .set("regional_office", found.tier == mandate::Tier::regional_office)
                            .set("seat", found.row->seat ? Value(found.row->seat.str()) : Value())
                            .set("as_of", value(found.row->as_of))
                            .set("to_check", found.to_check));
  }
  List mechanisms;
  for (const auto& found : mandate::mechanisms(brief.library, area, brief.on)) {
    if (found.row->relevance == model::Relevance::context) continue;
    using Reason = mandate::MechanismReason;
    const bool perhaps = found.reason == Reason::perhaps_party ||
                         found.reason == Reason::special_status || found.is_unsure;
    if (perhaps && !with_doubtful) continue;
    mechanisms.push_back(
        Value::object()
            .set("name", brief.title_of(found.id))
            .set("organisation", found.row->organisation
                                     ? Value(brief.title_of(found.row->organisation.row()))
                                     : Value())
            .set("member", found.reason == Reason::member && !perhaps)
            .set("monitored", found.reason == Reason::monitored)
            .set("third_country", found.reason == Reason::third_country && !perhaps)
            .set("listed",
                 (found.reason == Reason::listed || found.reason == Reason::party) && !perhaps)
            .set("perhaps", perhaps));
  }
  return Value::object()
      .set("holds_any", with_doubtful || !presences.empty() || !mechanisms.empty())
      .set("presences", presences)
      .set("mechanisms", mechanisms)
      .set("state", brief.state ? Value(brief.title_of(brief.state.row())) : Value());
}

}  // namespace rapport::report
