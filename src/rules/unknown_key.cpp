#include "base/nearest.hpp"
#include "base/text.hpp"
#include "model/contact.hpp"
#include "model/misnomer.hpp"
#include "model/record_type.hpp"
#include "rules/engine/faults.hpp"
#include "value/written.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

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

/// The key, and around a single value the brackets of the list that it is to be.
void write_instead(const FoundFault& found, const value::WrittenBlock& block,
                   const value::Field& field, Finding& finding) {
  const bool takes_list = field.type->shape == value::Shape::list;
  if (!takes_list || !block.is_plain || field.type->element->shape == value::Shape::block) {
    finding.fix(fmt::format("write '{}'", field.name), std::string(field.name));
    return;
  }
  const auto value = found.source->text.substr(block.offset, block.length);
  const Place whole{found.source, found.fault.offset,
                    block.offset + block.length - found.fault.offset};
  finding.fix(fmt::format("write '{}', and its items in [ ]", field.name), whole,
              fmt::format("{}: [{}]", field.name, value));
}

/// The field that was meant, of those that the block does not have yet; null when none is near.
const value::Field* nearest_field(const value::Type& type, const value::WrittenBlock& block,
                                  std::string_view key) {
  base::Nearest nearest(key);
  for (const auto& row : type.rows().rows)
    if (!block.has(row.name)) nearest.offer(row.name);
  return field_named(&type, nearest.best());
}

/// All fields of a block; of a record, which has many, those that it has not.
std::string listed_fields(const value::Type& type, const value::WrittenBlock& block) {
  constexpr std::size_t few = 20;
  const auto rows = type.rows().rows;
  std::vector<std::string_view> names;
  for (const auto& row : rows)
    if (rows.size() <= few || !block.has(row.name)) names.push_back(row.name);
  return fmt::format("the fields here are {}{}; see rapport-records(5)", base::join(names, ", "),
                     names.size() < rows.size() ? ", and those that are there" : "");
}

void fix(const FoundFault& found, Finding& finding) {
  const auto& type = *found.fault.type;
  const auto block = value::block_around(found.source->text, found.fault.offset);
  if (&type == &model::partner_type() && is_channel(spelled(found))) {
    finding.fix(fmt::format(
        "it is a channel: write `- {{key: …, channel: {}, value: …}}` below `contacts:`",
        spelled(found)));
    return;
  }
  const auto* row = row_knowing(type, spelled(found));
  if (row != nullptr && !block.has(row->name)) {
    finding.fix(fmt::format("write `{}: {}{}`", row->name, spelled(found),
                            is_channel(spelled(found)) ? ", value: …" : ""));
    return;
  }
  const value::Field* const meant = field_named(&type, model::meant_field(type, spelled(found)));
  if (meant != nullptr && !block.has(meant->name))
    return write_instead(found, block, *meant, finding);
  if (const auto outer = block_with(type, spelled(found)); !outer.empty()) {
    finding.fix(fmt::format("it belongs below `{}:`", outer));
    return;
  }
  if (const auto* near = nearest_field(type, block, spelled(found)))
    return write_instead(found, block, *near, finding);
  finding.fix(listed_fields(type, block));
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A record or block has no such field",
    .help =
        "A key that is not a field would never be read. The manual of records, rapport-records(5), "
        "lists the fields.",
    .example = "contry: XXA",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          fix(found, report.add(place_of(found),
                                fmt::format("there is no field {} here", quote(spelled(found)))));
        },
};

}  // namespace rapport::rules::unknown_key_rule
