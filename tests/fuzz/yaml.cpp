// Any bytes: the reader ends, its spans lie in the text and in each other, what it accepts is the
// same tree to libyaml and yaml-cpp, and a patched record says what it was to say. Begin with a copy
// of the hostile corpus: fuzz-yaml -max_len=400 COPY-OF-tests/hostile/yaml
#include "../oracle/oracle.hpp"
#include "yaml/patch.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace rapport;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

void check_spans(std::string_view text, const yaml::Tree& tree) {
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const yaml::Node& node = tree.nodes[i];
    require(node.next > i && node.next <= tree.nodes.size(), "next");
    require(std::size_t{node.offset} + node.length <= text.size(), "span");
    require(std::size_t{node.key_offset} + node.key_length <= text.size(), "span of a key");
    for (std::size_t child = i + 1; child < node.next; child = tree.nodes[child].next) {
      const yaml::Node& inner = tree.nodes[child];
      require(inner.depth == node.depth + 1, "depth");
      require(inner.offset >= node.offset, "begins in its parent");
      require(inner.offset + inner.length <= node.offset + node.length, "ends in its parent");
    }
  }
}

/// The first value is exchanged; a refusal is an answer, a wrong text is not, and `set` itself
/// compares what it wrote.
void check_patch(std::string_view text, const yaml::Tree& tree) {
  const yaml::Node& first = tree.nodes[1];
  const std::string key(text.substr(first.key_offset, first.key_length));
  const auto last = [](std::span<const yaml::Step>, std::string_view) { return std::size_t{0}; };
  const auto changed = yaml::set(text, {{key}}, yaml::text_value("x: y"), last);
  // A comment between a key and the brackets below it stays, and then no scalar can take their place.
  const bool is_collection = first.style == yaml::Style::block || first.style == yaml::Style::flow;
  require(changed || is_collection, "a scalar can be exchanged");
  const auto added = yaml::set(text, {{"zz-new"}}, yaml::text_value("z"), last);
  const bool is_new = text.find("zz-new") == std::string_view::npos;
  require(!added || !is_new || added->size() > text.size(), "an entry was added");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static yaml::Tree tree;
  const yaml::Parsed parsed = yaml::parse(text, tree);
  require(parsed.error.offset <= text.size(), "a fault lies in the text");
  require(std::size_t{parsed.error.offset} + parsed.error.length <= text.size(), "and ends in it");
  if (parsed.error.problem != yaml::Problem::none) return 0;
  check_spans(text, tree);
  const std::string wrong = oracle::disagreement(text);
  require(wrong.empty(), wrong.c_str());
  check_patch(text, tree);
  return 0;
}
