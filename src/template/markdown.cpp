#include "template/markdown.hpp"

#include "base/text.hpp"
#include "template/entity.hpp"
#include "template/layout.hpp"
#include "template/nesting.hpp"
#include "template/runs.hpp"
#include "template/source.hpp"

#include <fmt/format.h>
#include <md4c.h>

#include <new>
#include <utility>

namespace rapport::templates {
namespace {

constexpr std::size_t most_columns = 64;        // of a table: each row gets as many cells
constexpr std::size_t most_of_links = 1 << 20;  // bytes of all addresses, as often as they stand

std::string too_deep() {
  return fmt::format("quotes and lists are nested deeper than {}", depth_limit);
}

bool is_container(MD_BLOCKTYPE type) {
  return type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL;
}

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

  /// Nothing more is to be read.
  bool is_over() const { return is_over_ || problems_.size() >= problem_limit; }

  void enter(MD_BLOCKTYPE type, void* detail) {
    is_html_block_ = type == MD_BLOCK_HTML;
    if (is_container(type)) ++depth_;
    if (depth_ > depth_limit) return;  // its text tells where that is
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
    is_html_block_ = false;
    const bool is_too_deep = depth_ > depth_limit;
    if (is_container(type)) --depth_;
    if (is_too_deep) return give_up(too_deep());
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
        if (row_.size() > most_columns)
          return give_up(fmt::format("a table has at most {} columns", most_columns));
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
      wrong(last_, "a document cannot have images", "leave it out, or name it in words");
  }

  void leave(MD_SPANTYPE type) {
    look(type, false);
    if (type == MD_SPAN_A) runs_.close_link();
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (text.data() >= text_.data() && text.data() < text_.data() + text_.size())
      last_ = static_cast<std::size_t>(text.data() - text_.data());
    if (depth_ > depth_limit) return give_up(too_deep());
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
    if (const auto offset = layout_.waiting(); offset && !is_over_)
      wrong(*offset, "no block follows this comment");
    return {std::move(layout_.blocks), std::move(problems_)};
  }

 private:
  void look(MD_SPANTYPE type, bool opens) {
    if (type == MD_SPAN_STRONG) runs_.strong(opens);
    if (type == MD_SPAN_EM) runs_.emphasis(opens);
    if (type == MD_SPAN_CODE) runs_.code(opens);
  }

  void give_up(std::string message) {
    if (!is_over()) wrong(last_, std::move(message));
    is_over_ = true;
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

  /// md4c makes an address anew wherever a reference to it stands.
  std::string attribute(const MD_ATTRIBUTE& attribute) {
    std::string out;
    of_links_ += attribute.size;
    if (of_links_ > most_of_links) {
      give_up("the addresses of the links are too long");
      return out;
    }
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
    wrong(last_, "HTML is not allowed in a template",
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
      wrong(last_, "a layout comment must be at the left edge, not inside a list or quote");
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
  std::size_t depth_ = 0;  // of quotes and lists
  std::size_t of_links_ = 0;
  bool is_right_ = false;
  bool is_html_block_ = false;
  bool is_over_ = false;
};

Reader& reader(void* data) { return *static_cast<Reader*>(data); }

/// md4c stops where a callback does not say 0.
int answer(void* data) { return reader(data).is_over() ? 1 : 0; }

constexpr MD_PARSER parser = {
    .abi_version = 0,
    .flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS,
    .enter_block =
        [](MD_BLOCKTYPE type, void* detail, void* data) {
          reader(data).enter(type, detail);
          return answer(data);
        },
    .leave_block =
        [](MD_BLOCKTYPE type, void* detail, void* data) {
          reader(data).leave(type, detail);
          return answer(data);
        },
    .enter_span =
        [](MD_SPANTYPE type, void* detail, void* data) {
          reader(data).enter(type, detail);
          return answer(data);
        },
    .leave_span =
        [](MD_SPANTYPE type, void*, void* data) {
          reader(data).leave(type);
          return answer(data);
        },
    .text =
        [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
          reader(data).text(type, {text, size});
          return answer(data);
        },
    .debug_log = nullptr,
    .syntax = nullptr};

}  // namespace

Markdown read_markdown(std::string_view text) {
  if (const auto place = too_deep_on_a_line(text)) return {{}, {{*place, too_deep(), {}}}};
  Reader reader(text);
  const int failed = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &reader);
  if (failed != 0 && !reader.is_over()) throw std::bad_alloc();  // it has no other reason
  return reader.take();
}

}  // namespace rapport::templates
