// Who writes the letter: the mandates in their order, with resolutions and signatures.
#include "report/letter/letter.hpp"

#include <algorithm>

namespace rapport::report {
namespace {

using model::Communication;
using model::CoSignatory;
using model::CosignStatus;
using templates::Value;

bool agrees(CosignStatus status) {
  return status == CosignStatus::agreed || status == CosignStatus::agreed_with_edits;
}

/// The holder on the letter's day, where the office has recorded one: its own from rapport.yaml,
/// others from its own rows of the reference data.
Value holder(const Letter& letter, model::MandateCode mandate) {
  const model::Office& office = letter.released.office();
  if (mandate == office.mandate) {
    for (const model::Staff& staff : office.staff)
      if (staff.role == model::StaffRole::holder &&
          value::within(letter.on, staff.since, staff.until) == value::Answer::yes)
        return staff.name.str();
    return {};
  }
  for (const model::HolderRow& row : letter.library.row(mandate)->holders)
    if (value::within(letter.on, row.since, row.until) == value::Answer::yes) return row.name.str();
  return {};
}

}  // namespace

void find_signers(Letter& letter) {
  const model::MandateCode office = letter.released.office().mandate;
  const auto lead = letter.block.get<&Communication::lead>();
  std::vector<model::MandateCode> signers{lead ? lead : office};
  const auto signed_by = letter.block.values<&Communication::signed_by>();
  if (letter.block.get<&Communication::sent>() && !signed_by.empty()) {
    for (const auto mandate : signed_by)
      if (!(mandate == signers.front())) signers.push_back(mandate);
  } else {
    for (const auto& asked : letter.block.list<&Communication::co_signatories>()) {
      const auto mandate = asked.get<&CoSignatory::mandate>();
      auto& list = agrees(*asked.get<&CoSignatory::status>()) ? signers : letter.waiting;
      list.push_back(mandate);
    }
  }
  letter.signers = mandate::in_letter_order(letter.library, signers, signers.front());
}

Value mandates(const Letter& letter) {
  std::vector<Value> objects;
  for (const auto mandate : letter.signers) {
    const model::MandateRow* row = letter.library.row(mandate);
    objects.push_back(
        Value::object()
            .set("title", title(letter.library, mandate.row(), letter.request.language))
            .set("is_group", row->kind == model::MandateKind::working_group)
            .set("holder", holder(letter, mandate)));
  }
  return in_order(std::move(objects));
}

std::vector<std::string> resolutions(const Letter& letter) {
  std::vector<std::string> numbers;
  for (const auto mandate : letter.signers) {
    const auto found = reference::resolution(*letter.library.row(mandate), letter.on);
    if (found.row != nullptr) numbers.push_back(resolution_number(found.row->symbol.str()));
  }
  return numbers;
}

std::string reference_number(const Letter& letter) {
  if (const auto given = letter.block.show<&Communication::reference>()) return given.text();
  const std::string code =
      letter.is_to_state() ? std::string(letter.library.codes().name(letter.state.row())) : "OTH";
  return letter.block.show<&Communication::type>().text() + " " + code + " [no.]/" +
         std::to_string(letter.on.year());
}

}  // namespace rapport::report
