#include "report/deadlines/lines.hpp"

#include "base/text.hpp"
#include "report/engine/co_signatories.hpp"
#include "report/engine/contact.hpp"
#include "report/engine/values.hpp"

#include <span>
#include <string_view>

namespace rapport::report {
std::string_view kind_word(mandate::questions::Due what) {
  using mandate::questions::Due;
  switch (what) {
    case Due::reply:
      return "reply";
    case Due::signature:
      return "signature";
    case Due::publicity:
      return "publication";
    case Due::consent:
      return "consent";
    case Due::check_in:
      return "check-in";
    case Due::commitment:
    case Due::absent:
      break;
  }
  return "commitment";
}

view::Cell days_left(const model::Date& today, const model::Date& due) {
  if (value::sure_before(due, today)) return view::number(-value::days_between(due, today));
  if (value::before(due, today) == value::Truth::maybe) return {};
  return view::number(value::days_between(today, due));
}

void append_part(std::string& text, std::string_view separator, std::string_view part) {
  if (!part.empty()) text.append(separator).append(part);
}

namespace {

using mandate::questions::Deadline;
using mandate::questions::Due;
using model::Commitment;
using model::Communication;
using model::ConsentAct;
using model::CoSignatory;
using model::Engagement;
using model::Partner;
using release::Cleared;
using MaybeLine = std::optional<DeadlineLine>;

/// "AL XXA 3/2026", or what kind of letter it is where it has no number yet.
std::string letter_reference(const Cleared<Communication>& letter) {
  if (const auto reference = letter.show<&Communication::reference>()) return reference.text();
  return letter.show<&Communication::type>().text();
}

/// "acknowledged 22 May 2026", where what came is no answer.
std::string interim_reply(const mandate::ReplyTold& reply) {
  if (reply.nature == model::ReplyNature::absent) return {};
  std::string text =
      reply.nature == model::ReplyNature::extension_request ? "asked for time" : "acknowledged";
  append_part(text, " ", reply.on.in_words());
  return text;
}

MaybeLine letter_line(const Deadline& deadline, const Cleared<Engagement>& engagement) {
  const auto letter = engagement.block<&Engagement::communication>();
  if (!letter) return {};
  std::string who = base::join(names(letter.links<&Communication::addressee>()), ", ");
  if (deadline.what == Due::reply) append_part(who, "; ", interim_reply(deadline.reply));
  return DeadlineLine{letter_reference(letter), std::move(who)};
}

std::string party(const release::Links& partners, bool is_office) {
  return is_office ? "the office" : base::join(names(partners), ", ");
}

MaybeLine commitment_line(const Cleared<Commitment>& commitment) {
  const auto what = commitment.show<&Commitment::what>();
  if (!what) return {};
  std::string who =
      party(commitment.links<&Commitment::by>(), commitment.is_office<&Commitment::by>());
  append_part(who, ", to ",
              party(commitment.links<&Commitment::to>(), commitment.is_office<&Commitment::to>()));
  return DeadlineLine{what.text(), std::move(who)};
}

DeadlineLine signature_line(const Request& request, const Cleared<CoSignatory>& signer,
                            const Cleared<Engagement>& engagement) {
  return {engagement.show<&Engagement::title>().text(),
          title(request.released.reference(), signer.get<&CoSignatory::mandate>().row(),
                request.language)};
}

/// "a2: letter to state XXA, in examplia-dam".
DeadlineLine consent_line(const Cleared<ConsentAct>& act, const Cleared<Partner>& partner) {
  std::string what = act.show<&ConsentAct::key>().text();
  append_part(what, ": ", base::join(texts(act.texts<&ConsentAct::uses>()), ", "));
  append_part(what, " to ", base::join(texts(act.texts<&ConsentAct::to>()), ", "));
  append_part(what, " ", base::join(texts(act.texts<&ConsentAct::states>()), ", "));
  append_part(what, ", in ", act.show<&ConsentAct::case_>().text());
  return {std::move(what), partner.show<&Partner::name>().text()};
}

/// Who wants not to be contacted is marked with the day, wherever the office lists them.
MaybeLine check_in_line(const release::Release& released, const Cleared<Partner>& partner) {
  const auto risk = partner.block<&Partner::risk>();
  if (!risk) return {};
  std::string what = "risk";
  append_part(what, " ", risk.show<&model::Risk::level>().text());
  std::string who = partner.show<&Partner::name>().text();
  append_part(who, "; ", in_words(released.no_contact(partner)));
  return DeadlineLine{std::move(what), std::move(who)};
}

}  // namespace

std::optional<DeadlineLine> DeadlineLines::line(const Deadline& deadline) {
  const bool is_of_partner = deadline.what == Due::consent || deadline.what == Due::check_in;
  return is_of_partner ? partner_line(deadline) : engagement_line(deadline);
}

const DeadlineLines::PartnerParts& DeadlineLines::partner(model::RecordId record) {
  const auto [known, is_new] = partners_.try_emplace(record);
  if (is_new)
    for (const auto& one : request_.released.partners(std::span(&record, 1)))
      known->second = {one, one.list<&Partner::consent>()};
  return known->second;
}

const DeadlineLines::EngagementParts& DeadlineLines::engagement(model::RecordId record) {
  const auto [known, is_new] = engagements_.try_emplace(record);
  if (is_new)
    for (const auto& one : request_.released.engagements(std::span(&record, 1)))
      known->second = {one, one.list<&Engagement::commitments>(), co_signatories(one)};
  return known->second;
}

std::optional<DeadlineLine> DeadlineLines::partner_line(const Deadline& deadline) {
  const PartnerParts& parts = partner(deadline.record);
  if (!parts.partner) return {};
  MaybeLine line;
  if (deadline.what == Due::check_in)
    line = check_in_line(request_.released, parts.partner);
  else if (deadline.item < parts.acts.size())
    line = consent_line(parts.acts[deadline.item], parts.partner);
  if (line) line->id = parts.partner.id();
  return line;
}

std::optional<DeadlineLine> DeadlineLines::engagement_line(const Deadline& deadline) {
  const EngagementParts& parts = engagement(deadline.record);
  if (!parts.engagement) return {};
  MaybeLine line;
  if (deadline.what == Due::reply || deadline.what == Due::publicity)
    line = letter_line(deadline, parts.engagement);
  else if (deadline.what == Due::commitment && deadline.item < parts.commitments.size())
    line = commitment_line(parts.commitments[deadline.item]);
  else if (deadline.what == Due::signature && deadline.item < parts.co_signatories.size())
    line = signature_line(request_, parts.co_signatories[deadline.item], parts.engagement);
  if (line) line->id = parts.engagement.id();
  return line;
}

}  // namespace rapport::report
