#include "samples.hpp"

#include <fmt/format.h>

namespace rapport::tests {
namespace {

using model::Audience;
using value::Reveals;

constexpr Sample partner_samples[] = {
    {"hrd-abcde2", "partners/defenders", Kind::nobody,
     "kind: defender\nclassification: confidential\n"},
    {"hrd-abcde3", "partners/defenders", Kind::nobody, "kind: cooperating-person\n"},
    {"hrd-hidden", "partners/defenders", Kind::nobody, "kind: defender-group\n"},
    {"exp-abcde2", "partners/civil-society", Kind::nobody, "kind: expert\n"},
    {"small-ngo", "partners/civil-society", Kind::nobody, "kind: ngo\n"},
    {"listed-ngo", "partners/civil-society", Kind::listed, "kind: ngo\nlisted: {since: 2019}\n"},
    {"local-staff", "partners/united-nations", Kind::nobody,
     "kind: un-presence\nform: person\nnational_staff: yes\n"},
    {"ministry", "partners/states", Kind::public_body, "kind: government\n"},
    {"mission", "partners/states", Kind::public_body, "kind: permanent-mission\n"},
    {"minister", "partners/states", Kind::official,
     "kind: government\nform: person\ncapacity: official\n"},
    {"ombudsman", "partners/independent", Kind::public_body, "kind: nhri\n"},
    {"hrd-agreed", "partners/defenders", Kind::agreed,
     "kind: defender\nconsent:\n"
     "  - {key: a1, on: 2025-01-10, act: given, for: [share-contact], to: [ohchr]}\n"},
    {"hrd-initial", "partners/defenders", Kind::nobody,
     "kind: defender\nconsent:\n"
     "  - {key: a1, on: 2025-01-10, act: given, for: [share-contact], to: [ohchr, un], name_as: "
     "initials}\n"},
    {"hrd-list", "partners/defenders", Kind::nobody,
     "kind: defender\nconsent:\n"
     "  - {key: a1, on: 2025-01-10, act: given, for: [list-as-participant], to: [ohchr, state]}\n"},
    {"refusing-paper", "partners/civil-society", Kind::nobody,
     "kind: media\nconsent:\n  - {key: a1, on: 2025-01-10, act: refused}\n"},
};

constexpr Sample engagement_samples[] = {
    {"open-meeting", "engagements/2026", Kind::open_meeting,
     "kind: conference\nstatus: held\nopenness: public\nclassification: unclassified\n"},
    {"plain-meeting", "engagements/2026", Kind::unlabelled, "kind: meeting\nstatus: held\n"},
    {"hidden-meeting", "engagements/2026", Kind::nobody,
     "kind: meeting\nstatus: held\nclassification: confidential\n"},
    {"secret-meeting", "engagements/2026", Kind::nobody,
     "kind: meeting\nstatus: held\nopenness: confidential\n"},
    {"dam", "engagements/cases", Kind::nobody, "kind: case\n"},
    {"open-dam", "engagements/cases", Kind::open_meeting,
     "kind: case\nopenness: public\nclassification: unclassified\n"},
    {"visit", "engagements/2026", Kind::nobody,
     "kind: visit\nopenness: closed\nclassification: confidential\n"},
    {"letter", "engagements/2026", Kind::nobody, "kind: communication\n"},
    {"answered", "engagements/2026", Kind::nobody, "kind: communication\n"},
    {"open-visit", "engagements/2026", Kind::open_meeting,
     "kind: visit\nopenness: public\nclassification: unclassified\n"},
};

constexpr std::string_view letter_says[] = {"communication.addressee", "communication.facts",
                                            "communication.concern",   "communication.requests",
                                            "communication.sent",      "communication.reference",
                                            "communication.signed_by"};

bool is_hostile(Audience audience) {
  return audience == Audience::state || audience == Audience::de_facto ||
         audience == Audience::business;
}
bool is_colleague(Audience audience) {
  return audience == Audience::mandates || audience == Audience::ohchr || audience == Audience::un;
}

}  // namespace

std::span<const Sample> sample_partners() { return partner_samples; }
std::span<const Sample> sample_engagements() { return engagement_samples; }

Classes allowed(Kind kind, Audience audience) {
  const Classes reachable = only(Reveals::identity) | only(Reveals::contact) | only(Reveals::place);
  switch (kind) {
    case Kind::public_body:
      return reachable;
    case Kind::listed:
      return is_hostile(audience) ? Classes() : reachable;
    case Kind::agreed:
      return audience == Audience::ohchr ? reachable : Classes();
    case Kind::official:
      return only(Reveals::identity) | only(Reveals::link);
    case Kind::open_meeting:
      return only(Reveals::place);
    case Kind::unlabelled:
      return is_colleague(audience) ? only(Reveals::place) : Classes();
    case Kind::nobody:
      break;
  }
  return {};
}

Kind kind_of(std::string_view id) {
  for (const auto& sample : partner_samples)
    if (sample.id == id) return sample.kind;
  for (const auto& sample : engagement_samples)
    if (sample.id == id) return sample.kind;
  return Kind::nobody;
}

const std::vector<std::string_view>& never_filled() {
  static const std::vector<std::string_view> rows = {"kind",
                                                     "form",
                                                     "listed",
                                                     "listed_as",
                                                     "capacity",
                                                     "national_staff",
                                                     "level",
                                                     "status",
                                                     "openness",
                                                     "visit",
                                                     "classification",
                                                     "part_of",
                                                     "case",
                                                     "compartment",
                                                     "policy",
                                                     "statement",
                                                     "contacts.compromised",
                                                     "between",
                                                     "communication",
                                                     "territory"};
  return rows;
}

Filling filling_of(const Sample& sample) {
  Filling filling{
      .id = std::string(sample.id),
      .given = std::string(sample.given),
      .skipped = never_filled(),
      .partner = sample.id == "hrd-hidden" ? "hrd-abcde2" : "hrd-hidden",
      .engagement = sample.id == "hidden-meeting" ? "secret-meeting" : "hidden-meeting"};
  const auto fill = [&](std::string_view block) {
    if (sample.given.find(fmt::format("kind: {}\n", block)) == std::string_view::npos) return;
    std::erase(filling.skipped, block);
    // Whom a letter goes to is no secret of it, and what it says is for them to read.
    if (block == "communication")
      for (const std::string_view row : letter_says) filling.skipped.push_back(row);
    // A letter of another mandate, or one of which the text is missing, is not drafted.
    if (block == "communication")
      for (const std::string_view row : {"communication.lead", "communication.text"})
        filling.skipped.push_back(row);
    // What is drafted was not answered yet.
    if (sample.id == "letter") filling.skipped.push_back("communication.replies");
    // A reply without a letter is an error: no pack of a visit is made with something of it.
    if (sample.id == "answered")
      for (const std::string_view row : {"needs", "commitments"}) filling.skipped.push_back(row);
  };
  for (const std::string_view block : {"visit", "case", "communication"}) fill(block);
  if (sample.given.find("consent:") != std::string_view::npos) filling.skipped.push_back("consent");
  return filling;
}

}  // namespace rapport::tests
