#include "base/nearest.hpp"
#include "model/contact.hpp"
#include "model/misnomer.hpp"
#include "model/record_type.hpp"
#include "rules/engine/faults.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules::unknown_key_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::unknown_key};

/// The block of this record or block that has a field of that name.
std::string_view block_with(const value::Type& type, std::string_view key) {
  for (const auto& row : type.rows().rows) {
    if (row.type->shape != value::Shape::block) continue;
    for (const auto& inner : row.type->rows().rows)
      if (inner.name == key) return row.name;
  }
  return {};
}

bool is_channel(std::string_view key) { return value::parse_word<model::Channel>(key).has_value(); }

/// The field of the block of which the key is one of the words; null when there is none.
const value::Field* row_knowing(const value::Type& type, std::string_view key) {
  const auto rows = type.rows().rows;
  const auto row = std::ranges::find_if(rows, [&](const auto& each) {
    return each.type->shape == value::Shape::word && std::ranges::count(each.type->words, key) != 0;
  });
  return row == rows.end() ? nullptr : &*row;
}

std::string remedy(const FoundFault& found) {
  const auto& type = *found.fault.type;
  if (&type == &model::partner_type() && is_channel(spelled(found)))
    return fmt::format(
        "it is a channel: write `- {{key: …, channel: {}, value: …}}` below `contacts:`",
        spelled(found));
  if (const auto* row = row_knowing(type, spelled(found)); row != nullptr)
    return fmt::format("write `{}: {}{}`", row->name, spelled(found),
                       is_channel(spelled(found)) ? ", value: …" : "");
  if (const auto meant = model::meant_field(type, spelled(found)); !meant.empty())
    return fmt::format("write '{}'", meant);
  const auto block = block_with(type, spelled(found));
  if (!block.empty()) return fmt::format("it belongs below `{}:`", block);
  base::Nearest nearest(spelled(found));
  for (const auto& row : type.rows().rows) nearest.offer(row.name);
  if (!nearest.best().empty()) return fmt::format("write '{}'", nearest.best());
  return "see rapport-records(5) for the fields there are";
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A key is none of those the record or block has",
    .help =
        "What no field is called would be read by nobody. Fields stand in the manual of "
        "records, rapport-records(5).",
    .example = "contry: XXA",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), fmt::format("no field {} here", quote(spelled(found))))
              .fix(remedy(found));
        },
};

}  // namespace rapport::rules::unknown_key_rule
