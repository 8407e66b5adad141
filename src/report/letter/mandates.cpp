// Who writes the letter: the mandates in their order, with resolutions and signatures.
#include "report/letter/letter.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace rapport::report {

reference::Holder holder_of(const Letter& letter, model::MandateCode mandate) {
  // An office's own file of mandates that cannot be read leaves codes without rows.
  const model::MandateRow* known = letter.library.row(mandate);
  if (mandate == letter.released.office().mandate || known == nullptr) return {};
  return reference::holder(*known, letter.on);
}

namespace {

using model::Communication;
using model::CoSignatory;
using templates::Value;

/// The holder on the letter's day: the office's own from rapport.yaml, where it has recorded one,
/// others from the reference data. Nothing where that is not recorded, or not sure.
Value holder(const Letter& letter, model::MandateCode mandate) {
  const model::Office& office = letter.released.office();
  if (mandate == office.mandate) {
    for (const model::Staff& staff : office.staff)
      if (staff.role == model::StaffRole::holder &&
          value::within(letter.on, staff.since, staff.until) == value::Truth::yes)
        return staff.name.str();
    return {};
  }
  const auto found = holder_of(letter, mandate);
  return found.known == value::Truth::yes ? Value(found.row->name.str()) : Value();
}

constexpr std::array<std::string_view, 3> bodies_that_give = {"of_council", "of_commission",
                                                              "is_decision"};

/// A number under which a mandate acts, and who gave it, by the name the template has for that.
struct Numbered {
  std::string_view body;
  std::string number;
};

/// Resolutions of the Council, and what is left from before it: resolutions of the Commission, and
/// decisions of ECOSOC.
Numbered parse_symbol(std::string_view symbol) {
  constexpr std::string_view commission = "E/CN.4/RES/";
  if (symbol.starts_with(commission))
    return {"of_commission", std::string(symbol.substr(commission.size()))};
  return {symbol.starts_with("E/") ? "is_decision" : "of_council", resolution_number(symbol)};
}

/// Numbers of one body that follow each other.
Value of_one_body(std::span<const Numbered> all) {
  std::vector<std::string> numbers;
  for (const Numbered& one : all) numbers.push_back(one.number);
  Value object = Value::object().set("numbers", numbered(numbers));
  for (const std::string_view body : bodies_that_give) object.set(body, body == all.front().body);
  return object;
}

}  // namespace

void find_signers(Letter& letter) {
  const model::MandateCode office = letter.released.office().mandate;
  const auto lead = letter.block.get<&Communication::lead>();
  std::vector<model::MandateCode> signers{lead ? lead : office};
  const auto signed_by = letter.block.values<&Communication::signed_by>();
  if (letter.block.get<&Communication::sent>() && !signed_by.empty()) {
    for (const auto mandate : signed_by)
      if (std::ranges::find(signers, mandate) == signers.end()) signers.push_back(mandate);
  } else {
    for (const auto& asked : letter.block.list<&Communication::co_signatories>()) {
      if (model::agreed(*asked.get<&CoSignatory::status>()))
        signers.push_back(asked.get<&CoSignatory::mandate>());
      else
        letter.waiting.push_back(asked);
    }
    signers = mandate::in_letter_order(letter.library, signers, signers.front(), letter.on);
  }
  // What the record says of the order wins over the usual one.
  const auto place_of = [&signed_by](model::MandateCode mandate) {
    return std::ranges::find(signed_by, mandate) - signed_by.begin();
  };
  if (!signed_by.empty())
    std::stable_sort(signers.begin() + 1, signers.end(),
                     [&](auto a, auto b) { return place_of(a) < place_of(b); });
  letter.signers = std::move(signers);
}

Value mandates(const Letter& letter) {
  std::vector<Value> objects;
  for (const auto mandate : letter.signers) {
    const model::MandateRow* row = letter.library.row(mandate);
    objects.push_back(
        Value::object()
            .set("title", letter.title_of(mandate.row()))
            .set("is_group", row != nullptr && row->kind == model::MandateKind::working_group)
            .set("holder", holder(letter, mandate)));
  }
  return in_order(std::move(objects));
}

LetterResolution resolution_of(const Letter& letter, model::MandateCode mandate) {
  const model::MandateRow* row = letter.library.row(mandate);
  if (row == nullptr) return {};
  const auto found = reference::resolution(*row, letter.on);
  // One that a later one, which is not recorded, has replaced would be wrong in the letter.
  const bool is_known = found.known == reference::Recorded::yes && !found.renewal_unknown;
  if (!is_known || found.row == nullptr) return {};
  const bool is_latest = found.row == &row->resolutions[row->resolutions.size() - 1];
  const bool is_doubted =
      is_latest && std::ranges::any_of(row->unverified, [](const model::Text& what) {
        return what.str().starts_with("latest resolution");
      });
  return {.symbol = found.row->symbol.str(), .doubtful = found.inferred || is_doubted};
}

Value resolutions(const Letter& letter) {
  std::vector<Numbered> all;
  for (const auto mandate : letter.signers)
    all.push_back(parse_symbol(resolution_of(letter, mandate).symbol));
  std::vector<Value> bodies;
  for (auto first = all.begin(); first != all.end();) {
    const auto last =
        std::find_if(first, all.end(), [&](const auto& one) { return one.body != first->body; });
    bodies.push_back(of_one_body({first, last}));
    first = last;
  }
  return in_order(std::move(bodies));
}

std::string reference_number(const Letter& letter) {
  if (const auto given = letter.block.show<&Communication::reference>()) return given.text();
  const std::string code =
      letter.is_to_state() ? std::string(letter.library.codes().name(letter.state.row())) : "OTH";
  return letter.block.show<&Communication::type>().text() + " " + code + " [no.]/" +
         std::to_string(letter.on.year());
}

}  // namespace rapport::report
