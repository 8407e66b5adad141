#include "format/engine/cards_text.hpp"

#include "base/unicode.hpp"
#include "format/engine/terminal.hpp"

#include <algorithm>

namespace rapport::format {
namespace {

constexpr std::size_t step = 2;
constexpr std::size_t widest_label = 28;  // a longer one pushes its own value only
constexpr std::size_t least_room = 24;

class CardsText {
 public:
  explicit CardsText(const Options& options) : options_(options), paint_(options.colour) {}

  void card(const view::Card& card) {
    if (!out_.empty()) out_ += "\n";
    for (const auto& line : wrap(one_line(card.title), options_.width))
      out_ += paint_.bold(line) + "\n";
    const std::size_t labels = label_width(card);
    for (const auto& section : card.sections) {
      if (!section.heading.empty()) out_ += "\n" + paint_.bold(one_line(section.heading)) + "\n";
      for (const auto& line : section.lines) add(line, labels);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  static std::size_t label_width(const view::Card& card) {
    std::size_t width = 0;
    for (const auto& section : card.sections)
      for (const auto& line : section.lines)
        if (const auto own = base::width(one_line(line.label)); own <= widest_label)
          width = std::max(width, own);
    return width;
  }

  void add(const view::Line& line, std::size_t labels) {
    const std::string label = one_line(line.label);
    const std::size_t indent = step + labels + step;
    std::string lead = std::string(step, ' ') + paint_.faint(label) + padding(label, labels);
    lead.append(step, ' ');
    if (line.values.empty()) out_ += lead + "-\n";
    for (const auto& value : line.values) {
      add(value, lead, indent);
      lead.assign(indent, ' ');
    }
  }

  void add(const view::Value& value, std::string lead, std::size_t indent) {
    const std::size_t room =
        options_.width == 0
            ? 0
            : std::max(options_.width - std::min(options_.width, indent), least_room);
    for (const auto& text : wrap(value.text, room)) {
      out_ += lead + paint_.tone(value.tone, isolated(text)) + "\n";
      lead.assign(indent, ' ');
    }
    for (const auto& below : value.below)
      add(below, std::string(indent + step, ' '), indent + step);
  }

  const Options& options_;
  Paint paint_;
  std::string out_;
};

}  // namespace

base::Result<std::string> text_cards(const view::Cards& cards, const Options& options) {
  CardsText writer(options);
  for (const auto& card : cards.cards) writer.card(card);
  return writer.take();
}

}  // namespace rapport::format
