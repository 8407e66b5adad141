// Ten thousand edits at random: only the lines that are meant change, every comment stays but those
// of what was removed, and yaml-cpp reads what was meant.
#include "../oracle/oracle.hpp"
#include "yaml/patch.hpp"
#include "yaml_random_record.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace yaml_patch_property_test {

using namespace rapport;
using namespace rapport::yaml;
using namespace rapport::yaml::testing;

namespace {

using Kind = yaml::Kind;
using Nodes = std::vector<const MadeNode*>;

std::size_t letter(std::span<const Step>, std::string_view key) {
  return static_cast<std::size_t>(key[0]);
}

/// What is done, what it means, and the lines that may change: `from` up to `to` become any others.
struct Edit {
  Operation operation;
  Value meant;
  std::size_t from = 0;
  std::size_t to = 0;
  std::optional<std::size_t> lines = {};  // as many they become
  std::size_t removed = 0;                // the lines whose comments go
  std::size_t removed_end = 0;
  bool may_be_refused = false;
};

struct Place {
  Path path;
  Nodes nodes;  // from the root to the node that `path` names

  const MadeNode& node() const { return *nodes.back(); }
  const MadeNode& parent() const { return *nodes[nodes.size() - 2]; }
  std::size_t number() const {
    return static_cast<std::size_t>(nodes.back() - parent().children.data());
  }
  Place up() const {
    Place above = *this;
    above.path.pop_back();
    above.nodes.pop_back();
    return above;
  }
};

void put_places(Place at, std::vector<Place>& places) {
  places.push_back(at);
  const MadeNode& node = at.node();
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    Place below = at;
    below.path.push_back({node.children[i].key, i});
    below.nodes.push_back(&node.children[i]);
    put_places(std::move(below), places);
  }
}

Value& value_at(Value& root, const Nodes& nodes) {
  Value* at = &root;
  for (std::size_t i = 1; i < nodes.size(); ++i)
    at = &at->children[static_cast<std::size_t>(nodes[i] - nodes[i - 1]->children.data())];
  return *at;
}

/// The lines of the outermost brackets around a node.
const MadeNode& on_lines(const Place& place) {
  std::size_t i = place.nodes.size() - 1;
  while (place.nodes[i]->is_within_brackets && !place.nodes[i]->has_own_lines) --i;
  return *place.nodes[i];
}

void whole(Edit& edit, const MadeNode& node) {
  edit.from = node.line;
  edit.to = node.end;
}

class EditMaker {
 public:
  EditMaker(const MadeRecord& record, std::mt19937& random) : record_(record), random_(random) {
    put_places({{}, {&record.root}}, places_);
  }

  std::optional<Edit> make() {
    const Place& place = places_[random_() % places_.size()];
    Edit edit{.operation = {.at = place.path}, .meant = record_.root.value()};
    const MadeNode& node = place.node();
    bool is_made = false;
    switch (random_() % 4) {
      case 0:
        is_made = place.nodes.size() > 1 && set(edit, place);
        break;
      case 1:
        is_made = node.kind == Kind::list ? add_item(edit, place)
                                          : node.kind == Kind::mapping && add_entry(edit, place);
        break;
      default:
        is_made = place.nodes.size() > 1 && remove(edit, place);
    }
    return is_made ? std::optional(edit) : std::nullopt;
  }

 private:
  Value some_value() {
    if (random_() % 4 != 0) return text_value(make_text(random_));
    Value list = list_value({text_value(make_text(random_)), text_value("last")});
    list.in_brackets = random_() % 2 == 0;
    return list;
  }

  bool set(Edit& edit, const Place& place) {
    edit.operation.kind = Operation::Kind::set;
    edit.operation.value = some_value();
    value_at(edit.meant, place.nodes) = edit.operation.value;
    whole(edit, on_lines(place));
    edit.may_be_refused = place.node().kind != Kind::scalar;
    return true;
  }

  bool add_item(Edit& edit, const Place& place) {
    const MadeNode& list = place.node();
    const std::size_t count = list.children.size();
    const std::size_t number = random_() % (count + 1);
    edit.operation.value = text_value(make_text(random_));
    Value& meant = value_at(edit.meant, place.nodes);
    meant.children.insert(meant.children.begin() + static_cast<std::ptrdiff_t>(number),
                          edit.operation.value);
    const bool appends = number == count && random_() % 2 == 0;
    edit.operation.kind = appends ? Operation::Kind::append : Operation::Kind::insert;
    if (!appends) edit.operation.at.push_back({"", number});
    const bool has_lines = count > 0 && (!list.in_brackets || list.children[0].has_own_lines);
    if (!has_lines) return whole(edit, on_lines(place)), true;
    if (number < count) {
      edit.from = edit.to = list.children[number].lead;
    } else {
      edit.to = list.children.back().end;
      edit.from = list.in_brackets ? list.children.back().line : edit.to;  // it gets a comma
    }
    if (list.in_brackets) edit.lines = edit.to - edit.from + 1;
    return true;
  }

  bool add_entry(Edit& edit, const Place& place) {
    const MadeNode& mapping = place.node();
    const std::string key(1, static_cast<char>('a' + random_() % 8));
    for (const MadeNode& child : mapping.children)
      if (child.key == key) return false;
    edit.operation.kind = Operation::Kind::set;
    edit.operation.at.push_back({key});
    edit.operation.value = some_value();
    std::size_t number = 0;
    for (std::size_t i = 0; i < mapping.children.size(); ++i)
      if (mapping.children[i].key <= key) number = i + 1;
    Value& meant = value_at(edit.meant, place.nodes);
    const auto offset = static_cast<std::ptrdiff_t>(number);
    meant.keys.insert(meant.keys.begin() + offset, key);
    meant.children.insert(meant.children.begin() + offset, edit.operation.value);
    if (mapping.in_brackets) return whole(edit, on_lines(place)), true;
    if (number > 0) {
      edit.from = edit.to = mapping.children[number - 1].end;
      return true;
    }
    const MadeNode& first = mapping.children[0];
    edit.from = first.lead;
    edit.to = first.lead + (first.is_behind_dash ? 1 : 0);
    return true;
  }

  bool remove(Edit& edit, const Place& named) {
    Place place = named;
    edit.operation.kind = Operation::Kind::remove;
    while (place.nodes.size() > 1 && !place.parent().in_brackets &&
           place.parent().children.size() == 1)
      place = place.up();
    edit.may_be_refused = place.nodes.size() == 1;
    if (edit.may_be_refused) return true;
    const std::size_t number = place.number();
    Value& parent = value_at(edit.meant, place.up().nodes);
    parent.children.erase(parent.children.begin() + static_cast<std::ptrdiff_t>(number));
    if (parent.kind == Kind::mapping)
      parent.keys.erase(parent.keys.begin() + static_cast<std::ptrdiff_t>(number));
    lines_of_removed(edit, place, number);
    return true;
  }

  void lines_of_removed(Edit& edit, const Place& place, std::size_t number) {
    const MadeNode& node = place.node();
    const MadeNode& lines = on_lines(place);
    if (&lines != &node) return whole(edit, lines);
    edit.removed = edit.from = node.lead;
    edit.removed_end = edit.to = node.end;
    edit.lines = 0;
    if (node.has_own_lines && place.parent().children.size() == 1) {
      whole(edit, on_lines(place.up()));
      edit.lines = std::nullopt;
    } else if (node.is_behind_dash) {
      // The next one moves up, or the dash stays alone.
      edit.to = place.parent().children[number + 1].line + 1;
      edit.lines = std::nullopt;
    } else if (follows_kept_lines(place, number)) {
      while (edit.to < record_.lines.size() && record_.lines[edit.to].empty()) ++edit.to;
    }
  }

  bool follows_kept_lines(const Place& place, std::size_t number) const {
    if (number == 0) return false;
    const MadeNode* above = &place.parent().children[number - 1];
    while (!above->in_brackets && !above->children.empty()) above = &above->children.back();
    return above->keeps_blank_lines;
  }

  const MadeRecord& record_;
  std::mt19937& random_;
  std::vector<Place> places_;
};

Lines split(std::string_view text) {
  Lines lines;
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t feed = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, feed);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.emplace_back(line);
    text.remove_prefix(std::min(feed + 1, text.size()));
  }
  return lines;
}

std::string check_lines(const MadeRecord& record, const Edit& edit, const Lines& after) {
  const std::size_t below = record.lines.size() - edit.to;
  if (after.size() < edit.from + below) return "lines are lost";
  if (!std::equal(after.begin(), after.begin() + static_cast<std::ptrdiff_t>(edit.from),
                  record.lines.begin()))
    return "a line above changed";
  if (!std::equal(after.end() - static_cast<std::ptrdiff_t>(below), after.end(),
                  record.lines.end() - static_cast<std::ptrdiff_t>(below)))
    return "a line below changed";
  if (edit.lines && after.size() != edit.from + below + *edit.lines)
    return "too many lines, or too few";
  return {};
}

std::string check_comments(const MadeRecord& record, const Edit& edit, const std::string& after) {
  for (std::size_t number = 1; number <= record.comments; ++number) {
    const std::string word = comment_word(number);
    std::size_t line = 0;
    while (record.lines[line].find(word) == std::string::npos) ++line;
    const bool is_removed = line >= edit.removed && line < edit.removed_end;
    if ((after.find(word) == std::string::npos) != is_removed)
      return "the comment " + word + (is_removed ? " stays" : " is lost");
  }
  return {};
}

std::string form_of(const Value& value) {
  std::string form;
  if (value.kind == Kind::scalar) {
    oracle::put_text(form, value.text);
    return form;
  }
  const bool is_mapping = value.kind == Kind::mapping;
  form += is_mapping ? '{' : '[';
  for (std::size_t i = 0; i < value.children.size(); ++i) {
    if (is_mapping) form += form_of(text_value(value.keys[i]));
    form += form_of(value.children[i]);
  }
  return form + (is_mapping ? '}' : ']');
}

std::string check_edit(const MadeRecord& record, const Edit& edit) {
  const auto patched = patch(record.text(), {&edit.operation, 1}, letter);
  if (!patched) return edit.may_be_refused ? "" : "refused: " + patched.failure().what;
  if (*patched == record.text() && form_of(record.root.value()) == form_of(edit.meant)) return {};
  const Lines after = split(*patched);
  std::string wrong = check_lines(record, edit, after);
  if (wrong.empty()) wrong = check_comments(record, edit, *patched);
  if (wrong.empty() && oracle::read_yaml_cpp(*patched) != form_of(edit.meant))
    wrong = "yaml-cpp reads something else";
  const auto feeds = std::count(patched->begin(), patched->end(), '\n');
  const auto returns = std::count(patched->begin(), patched->end(), '\r');
  if (wrong.empty() && returns != (record.is_crlf ? feeds : 0)) wrong = "line ends are mixed";
  return wrong.empty() ? wrong : wrong + "\n" + *patched;
}

}  // namespace

TEST_CASE("patch: ten thousand edits touch what they are about") {
  std::mt19937 random(11);
  std::size_t wrong = 0;
  for (int done = 0; done < 10000 && wrong < 3;) {
    const MadeRecord record = make_record(random);
    for (int i = 0; i < 4; ++i) {
      const auto edit = EditMaker(record, random).make();
      if (!edit) continue;
      ++done;
      const std::string what = check_edit(record, *edit);
      if (what.empty()) continue;
      ++wrong;
      INFO(record.text());
      INFO(static_cast<int>(edit->operation.kind));
      INFO(what);
      CHECK(wrong == 0);
    }
  }
  CHECK(wrong == 0);
}

}  // namespace yaml_patch_property_test
