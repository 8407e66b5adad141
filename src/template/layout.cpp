#include "template/layout.hpp"

#include "base/text.hpp"

#include <utility>

namespace rapport::templates {
namespace {

template <class Part>
view::Block wrapped(view::Block block) {
  Part part;
  part.blocks.push_back(std::move(block));
  return {std::move(part)};
}

bool leads_to_next(const view::Block& block) {
  return std::holds_alternative<view::Heading>(block.content) ||
         std::holds_alternative<view::Paragraph>(block.content);
}

}  // namespace

std::optional<Layout::Word> Layout::read(std::string_view comment) {
  comment = base::trim(comment);
  if (!comment.starts_with("<!--") || !comment.ends_with("-->") || comment.size() < 7)
    return std::nullopt;
  const auto word = base::trim(comment.substr(4, comment.size() - 7));
  if (word == "letterhead") return Word::letterhead;
  if (word == "address") return Word::address;
  if (word == "signature") return Word::signature;
  if (word == "page") return Word::page;
  if (word == "keep") return Word::keep;
  return std::nullopt;
}

bool Layout::take(Word word, std::size_t offset) {
  if (word_) return false;
  if (word == Word::page) {
    joins_next_ = false;
    blocks.push_back({view::PageBreak()});
    return true;
  }
  word_ = word;
  offset_ = offset;
  return true;
}

void Layout::take(view::Block block) {
  const auto word = std::exchange(word_, std::nullopt);
  if (!word) return add(std::move(block));
  switch (*word) {
    case Word::letterhead:
      return add(wrapped<view::Letterhead>(std::move(block)));
    case Word::address:
      return add(wrapped<view::Address>(std::move(block)));
    case Word::signature:
      return add(wrapped<view::Signature>(std::move(block)));
    case Word::keep:
    case Word::page:
      break;
  }
  const bool leads = leads_to_next(block);
  if (joins_next_)
    add(std::move(block));
  else
    blocks.push_back(wrapped<view::KeepTogether>(std::move(block)));
  joins_next_ = leads;
}

void Layout::add(view::Block block) {
  if (std::exchange(joins_next_, false))
    std::get<view::KeepTogether>(blocks.back().content).blocks.push_back(std::move(block));
  else
    blocks.push_back(std::move(block));
}

std::optional<std::size_t> Layout::waiting() const {
  return word_ ? std::optional(offset_) : std::nullopt;
}

}  // namespace rapport::templates
