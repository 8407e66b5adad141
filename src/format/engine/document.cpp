#include "format/engine/document.hpp"

#include <algorithm>

namespace rapport::format {
namespace {

bool is_title(const view::Block& block) {
  if (const auto* heading = std::get_if<view::Heading>(&block.content)) return heading->level == 1;
  if (const auto* keep = std::get_if<view::KeepTogether>(&block.content))
    return has_title(keep->blocks);
  if (const auto* head = std::get_if<view::Letterhead>(&block.content))
    return has_title(head->blocks);
  return false;
}

}  // namespace

bool has_title(const view::Blocks& blocks) { return std::ranges::any_of(blocks, is_title); }

bool is_letter(const view::Blocks& blocks) {
  return std::ranges::any_of(blocks, [](const view::Block& block) {
    return std::holds_alternative<view::Letterhead>(block.content);
  });
}

bool has_head(const view::Grid& grid) {
  return std::ranges::any_of(grid.head,
                             [](const view::Runs& cell) { return !view::to_text(cell).empty(); });
}

std::string marking(const view::Metadata& meta) {
  std::string out;
  for (const auto* part : {&meta.classification, &meta.edition, &meta.date, &meta.audience}) {
    if (part->empty()) continue;
    if (!out.empty()) out += " · ";
    out += *part;
  }
  return out;
}

std::string imprint(const view::Metadata& meta) {
  view::Metadata rest = meta;
  rest.classification.clear();
  return marking(rest);
}

}  // namespace rapport::format
