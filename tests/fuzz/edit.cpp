// Fuzz target: one edit of any text that is a record, and its canonical form. What comes out is the
// same tree to all readers, no comment is lost where nothing is removed, and the form is its own.
// Begin with a copy of the hostile corpus: fuzz-edit -max_len=400 COPY-OF-tests/hostile/yaml
#include "../oracle/oracle.hpp"
#include "model/canonical.hpp"
#include "model/record_type.hpp"
#include "yaml/layout.hpp"
#include "yaml/patch.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace rapport;
using Kind = yaml::Operation::Kind;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

std::size_t comments(std::string_view text) {
  yaml::Tree tree;
  yaml::parse(text, tree);
  return yaml::Layout(text, tree).comments(0, text.size()).size();
}

void require_agreement(std::string_view text) {
  const std::string wrong = oracle::disagreement(text);
  require(wrong.empty(), wrong.c_str());
}

yaml::Path path_to(std::string_view text, const yaml::Tree& tree, std::uint32_t wanted) {
  yaml::Path path;
  std::uint32_t parent = 0;
  std::size_t number = 0;
  for (std::uint32_t i = 1; i <= wanted;) {
    const yaml::Node& node = tree.nodes[i];
    if (wanted >= node.next) {
      ++number;
      i = node.next;
      continue;
    }
    const bool is_key = tree.nodes[parent].kind == yaml::Kind::mapping;
    path.push_back({is_key ? std::string(text.substr(node.key_offset, node.key_length)) : "",
                    is_key ? 0 : number});
    parent = i;
    number = 0;
    ++i;
  }
  return path;
}

void check_patch(std::string_view text, const yaml::Tree& tree, std::size_t choice) {
  const auto last = [](std::span<const yaml::Step>, std::string_view) { return std::size_t{0}; };
  const auto node = static_cast<std::uint32_t>(1 + choice / 8 % (tree.nodes.size() - 1));
  constexpr Kind kinds[] = {Kind::set, Kind::append, Kind::insert, Kind::remove};
  yaml::Operation edit{.kind = kinds[choice % 4], .at = path_to(text, tree, node)};
  edit.value = yaml::text_value(choice % 8 < 4 ? "x: y" : "one\ntwo\n");
  const auto patched = yaml::patch(text, {&edit, 1}, last);
  if (!patched) return;
  require_agreement(*patched);
  require(edit.kind == Kind::remove || comments(*patched) == comments(text), "a comment is lost");
}

void check_form(std::string_view text, const value::Type& type) {
  const auto once = model::canonical(text, type);
  // A comment may be where no line of its own can be made for it.
  require(once || comments(text) > 0, "there is a form");
  if (!once) return;
  const auto again = model::canonical(*once, type);
  require(again && *again == *once, "the form is its own");
  require_agreement(*once);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static yaml::Tree tree;
  if (yaml::parse(text, tree).error.problem != yaml::Problem::none) return 0;
  std::size_t choice = 0;
  for (const char c : text) choice = choice * 31 + static_cast<unsigned char>(c);
  check_patch(text, tree, choice);
  check_form(text, model::partner_type());
  check_form(text, model::engagement_type());
  return 0;
}
