#include "template/markdown.hpp"

#include "base/text.hpp"
#include "template/entity.hpp"
#include "template/layout.hpp"
#include "template/runs.hpp"

#include <fmt/format.h>
#include <md4c.h>

#include <utility>

namespace rapport::templates {
namespace {

/// What is open while md4c goes through the text: the document, a quote, a list, an item, a table.
struct Frame {
  MD_BLOCKTYPE type;
  view::Blocks blocks = {};
  view::List list = {};
  view::Grid grid = {};
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  void enter(MD_BLOCKTYPE type, void* detail) {
    finish_loose();
    switch (type) {
      case MD_BLOCK_DOC:
      case MD_BLOCK_QUOTE:
      case MD_BLOCK_UL:
      case MD_BLOCK_LI:
      case MD_BLOCK_TABLE:
        frames_.push_back({.type = type});
        return;
      case MD_BLOCK_OL:
        frames_.push_back({.type = type});
        frames_.back().list.ordered = true;
        frames_.back().list.start = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start;
        return;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        is_right_ = static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align == MD_ALIGN_RIGHT;
        return;
      case MD_BLOCK_TR:
        row_.clear();
        return;
      case MD_BLOCK_HTML:
        html_.clear();
        return;
      default:
        return;
    }
  }

  void leave(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_P:
        return add({view::Paragraph{runs_.take()}});
      case MD_BLOCK_H:
        return add({view::Heading{static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level),
                                  runs_.take()}});
      case MD_BLOCK_CODE:
        return add({view::Code{view::to_text(runs_.take())}});
      case MD_BLOCK_HR:
        return add({view::Rule()});
      case MD_BLOCK_HTML:
        return html();
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        row_.push_back(runs_.take());
        if (type == MD_BLOCK_TH)
          frames_.back().grid.columns.push_back(is_right_ ? view::Align::right : view::Align::left);
        return;
      case MD_BLOCK_TR:
        return row();
      case MD_BLOCK_THEAD:
      case MD_BLOCK_TBODY:
        return;
      default:
        return close(type);
    }
  }

  void enter(MD_SPANTYPE type, void* detail) {
    look(type, true);
    if (type == MD_SPAN_A) runs_.open_link(attribute(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
    if (type == MD_SPAN_IMG)
      wrong(last_, "a document has no images", "leave it out, or name it in words");
  }

  void leave(MD_SPANTYPE type) {
    look(type, false);
    if (type == MD_SPAN_A) runs_.close_link();
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (text.data() >= text_.data() && text.data() < text_.data() + text_.size())
      last_ = static_cast<std::size_t>(text.data() - text_.data());
    switch (type) {
      case MD_TEXT_HTML:
        return is_html_block_ ? html_part(text) : inline_html();
      case MD_TEXT_BR:
        return runs_.add_line_break();
      case MD_TEXT_SOFTBR:
        return runs_.add(" ");
      case MD_TEXT_NULLCHAR:
        return runs_.add("\uFFFD");
      case MD_TEXT_ENTITY:
        return runs_.add(decoded(text));
      default:
        return runs_.add(text);
    }
  }

  Markdown take() {
    if (const auto offset = layout_.waiting()) wrong(*offset, "no block follows this comment");
    return {std::move(layout_.blocks), std::move(problems_)};
  }

  void begin_html(bool is_block) { is_html_block_ = is_block; }

 private:
  void look(MD_SPANTYPE type, bool opens) {
    if (type == MD_SPAN_STRONG) runs_.strong(opens);
    if (type == MD_SPAN_EM) runs_.emphasis(opens);
    if (type == MD_SPAN_CODE) runs_.code(opens);
  }

  void wrong(std::size_t offset, std::string message, std::string hint = {}) {
    problems_.push_back({offset, std::move(message), std::move(hint)});
  }

  std::string decoded(std::string_view written) {
    std::string text = entity(written);
    if (!text.empty()) return text;
    wrong(last_, fmt::format("'{}' is not known", written), "write the character itself");
    return std::string(written);
  }

  std::string attribute(const MD_ATTRIBUTE& attribute) {
    std::string out;
    for (unsigned i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
      const auto start = attribute.substr_offsets[i];
      const std::string_view part(attribute.text + start, attribute.substr_offsets[i + 1] - start);
      out += attribute.substr_types[i] == MD_TEXT_ENTITY ? decoded(part) : std::string(part);
    }
    return out;
  }

  /// The text of an item that is not a paragraph of its own ends where another block begins.
  void finish_loose() {
    if (!runs_.is_empty() && !frames_.empty() && frames_.back().type == MD_BLOCK_LI)
      add({view::Paragraph{runs_.take()}});
  }

  void add(view::Block block) {
    if (frames_.back().type == MD_BLOCK_DOC)
      layout_.take(std::move(block));
    else
      frames_.back().blocks.push_back(std::move(block));
  }

  void row() {
    auto& grid = frames_.back().grid;
    if (grid.head.empty() && grid.rows.empty() && grid.columns.size() == row_.size())
      grid.head = std::exchange(row_, {});
    else
      grid.rows.push_back(std::exchange(row_, {}));
  }

  void close(MD_BLOCKTYPE type) {
    finish_loose();
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    switch (type) {
      case MD_BLOCK_LI:
        frames_.back().list.items.push_back(std::move(frame.blocks));
        return;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        return add({std::move(frame.list)});
      case MD_BLOCK_QUOTE:
        return add({view::Quote{std::move(frame.blocks)}});
      case MD_BLOCK_TABLE:
        return add({std::move(frame.grid)});
      default:
        return;
    }
  }

  void inline_html() {
    wrong(last_, "HTML has no place in a template",
          "write Markdown; only the layout comments <!-- letterhead -->, <!-- address -->, "
          "<!-- signature -->, <!-- keep --> and <!-- page --> are known");
  }

  void html_part(std::string_view text) {
    if (html_.empty()) html_start_ = last_;
    html_ += text;
  }

  /// md4c gives comments on neighbouring lines as one block.
  void html() {
    std::size_t offset = html_start_;
    for (const auto line : base::split(html_, '\n')) {
      last_ = offset;
      offset += line.size() + 1;
      if (base::trim(line).empty()) continue;
      const auto word = Layout::read(line);
      if (!word) return inline_html();
      comment(*word);
    }
  }

  void comment(Layout::Word word) {
    if (frames_.back().type != MD_BLOCK_DOC)
      wrong(last_, "a layout comment stands at the left edge, not inside a list or quote");
    else if (!layout_.take(word, last_))
      wrong(last_, "two layout comments for one block", "a block can be one thing only");
  }

  std::string_view text_;
  std::vector<Frame> frames_;
  Layout layout_;
  RunCollector runs_;
  std::vector<view::Runs> row_;
  std::vector<MarkdownProblem> problems_;
  std::string html_;
  std::size_t last_ = 0;  // where the text that was read last stands
  std::size_t html_start_ = 0;
  bool is_right_ = false;
  bool is_html_block_ = false;
};

Reader& reader(void* data) { return *static_cast<Reader*>(data); }

int enter_block(MD_BLOCKTYPE type, void* detail, void* data) {
  reader(data).begin_html(type == MD_BLOCK_HTML);
  reader(data).enter(type, detail);
  return 0;
}

int leave_block(MD_BLOCKTYPE type, void* detail, void* data) {
  reader(data).begin_html(false);
  reader(data).leave(type, detail);
  return 0;
}

int enter_span(MD_SPANTYPE type, void* detail, void* data) {
  reader(data).enter(type, detail);
  return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* data) {
  reader(data).leave(type);
  return 0;
}

int take_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
  reader(data).text(type, {text, size});
  return 0;
}

}  // namespace

Markdown read_markdown(std::string_view text) {
  constexpr unsigned flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
  const MD_PARSER parser = {.abi_version = 0,
                            .flags = flags,
                            .enter_block = enter_block,
                            .leave_block = leave_block,
                            .enter_span = enter_span,
                            .leave_span = leave_span,
                            .text = take_text,
                            .debug_log = nullptr,
                            .syntax = nullptr};
  Reader reader(text);
  const int failed = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &reader);
  Markdown result = reader.take();
  if (failed != 0) result.problems.push_back({0, "this text is too large to be read", {}});
  return result;
}

}  // namespace rapport::templates
