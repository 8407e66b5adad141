#include "query_office.hpp"

namespace rapport::tests {

std::string ids(const std::vector<query::Hit>& hits) {
  std::string text;
  for (const auto& hit : hits) {
    if (!text.empty()) text += ' ';
    text += std::string(hit.record->id()) + (hit.is_maybe ? "?" : "");
  }
  return text;
}

std::string message(const base::Failure& failure) {
  std::string text = "rapport: " + failure.what;
  if (!failure.hint.empty()) text += "\nhint: " + failure.hint;
  return text;
}

std::string Office::answer(std::string_view query, model::RecordKind kind) {
  const auto compiled = query::compile(query, kind, context());
  if (!compiled) return message(compiled.failure());
  return ids(query::list(*compiled, context()));
}

Office::Office() {
  records.partner("hrd-k7m2qx", R"(kind: defender
name: "Lucía Ejemplo Ramírez"
gender: woman
country: HND
areas: [Rio Ejemplo]
themes: [land-rights, environment]
languages: [es]
contacts:
  - {key: k1, channel: signal, value: +999 5555 0101, use: preferred, verified: 2026-03-20}
  - {key: k2, channel: email, value: lucia@example.org, use: never}
affiliations:
  - {body: rio-committee, post: spokesperson, since: 2019}
risk: {level: high, assessed: 2026-03-20, check_in: 30d}
keep_apart: [kind:law-enforcement]
tags: [old]
)");
  records.partner("rio-committee", R"(kind: ngo
name: Río Ejemplo Committee
country: HND
themes: [land-rights]
contacts:
  - {key: k1, channel: phone, value: +999 5555 0199, use: preferred}
  - {key: k2, channel: signal, value: +999 5555 0198, use: never}
notes: |
  Founded by "neighbours" of the dam.
)");
  records.partner("hnd-mission",
                  "kind: permanent-mission\nname: Permanent Mission\ncountry: HND\n");
  records.partner("town-hall", "kind: government\nname: Town hall\ncountry: HND\nlevel: local\n");
  records.partner("achpr-sr", "kind: regional-mechanism\nlisted_as: mechanism/achpr-sr-hrd\n");
  records.partner("uni-x",
                  "kind: academic\nname: Lodz University\ncountry: POL\nlanguages: [zh-Hant]\n");
  records.engagement("2015-side-event", R"(kind: side-event
title: Cooperation between mechanisms
status: held
start: 2015-07
partners:
  - {partner: achpr-sr, role: panellist, status: attended}
  - {partner: uni-x, role: panellist, status: invited}
)");
  records.engagement("2016-once", R"(kind: meeting
title: Met once
status: held
between: [2014, 2016-03]
partners:
  - {partner: uni-x}
attendance: {total: unknown}
)");
  records.engagement("2024-11-consultation", R"(kind: consultation
title: Consultation
status: held
start: 2024-11-03
end: 2024-11-05
country: HND
partners:
  - {partner: rio-committee, role: participant, status: attended}
  - {partner: hrd-k7m2qx, role: participant, status: confirmed}
attendance: {total: 41, women: 20}
support:
  - {from: uni-x, kind: travel, answer: accepted, amount: 1200.50, currency: CHF}
)");
  records.engagement("2027-visit", R"(kind: visit
title: Official visit
status: planned
start: 2027-05-04
end: 2027-05-15
country: HND
visit:
  nature: official
  programme:
    - {key: s1, at: 2027-05-04T09:30-06:00, with: [town-hall], status: confirmed}
    - {key: s2, at: 2027-05-05T09:30-06:00, with: [hrd-k7m2qx], status: cancelled}
)");
  records.engagement("dam", R"(kind: case
title: Arrests at the dam
case:
  where: [HND]
  status: acted
  lead: sr-human-rights-defenders
  co_signatories:
    - {mandate: sr-environment, status: agreed}
    - {mandate: wg-business, status: asked}
  alleged_victims:
    - {key: v1, partner: hrd-k7m2qx}
)");
  records.engagement("2026-al-dam", R"(kind: communication
title: Letter on the dam
part_of: dam
communication:
  type: AL
  addressee: hnd-mission
  sent: 2026-03-10
  signed_by: [sr-human-rights-defenders, sr-environment]
  replies:
    - {key: r1, received: 2026-05-22, nature: acknowledgement}
)");
  records.engagement("2026-draft", R"(kind: communication
title: Letter to the company
part_of: dam
communication:
  type: OL
  addressee: hnd-mission
)");
}

}  // namespace rapport::tests
