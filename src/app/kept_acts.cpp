#include "app/kept_acts.hpp"

#include "app/id_uses.hpp"
#include "app/preview.hpp"
#include "app/records.hpp"
#include "app/snapshot.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/align.hpp"
#include "model/partner.hpp"
#include "model/place.hpp"
#include "model/record_type.hpp"
#include "value/field.hpp"
#include "yaml/tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {
namespace {

using yaml::Value;

const std::string_view list_name = value::field_of<&model::Partner::consent>().name;
const std::string_view key_name = value::field_of<&model::ConsentAct::key>().name;

struct WrittenAct {
  Value says;
  std::size_t offset = 0;
  std::size_t end = 0;
};

using WrittenActs = std::vector<WrittenAct>;

/// Nothing of a record that cannot be read to its end.
std::optional<WrittenActs> acts_in(std::string_view text) {
  WrittenActs acts;
  yaml::Tree tree;
  if (yaml::parse(text, tree).error.problem != yaml::Problem::none) return {};
  const auto skip = [&tree](std::uint32_t at) { return tree.nodes[at].next; };
  for (std::uint32_t at = 1; at < tree.nodes.size(); at = skip(at)) {
    const yaml::Node& field = tree.nodes[at];
    if (text.substr(field.key_offset, field.key_length) != list_name ||
        field.kind != yaml::Kind::list)
      continue;
    for (std::uint32_t item = at + 1; item < field.next; item = skip(item))
      acts.push_back({yaml::value_of(text, tree, item), tree.nodes[item].offset,
                      std::size_t{tree.nodes[item].offset} + tree.nodes[item].length});
  }
  return acts;
}

std::string_view key_of(const Value& act) {
  const Value* const key = yaml::find_child(act, key_name);
  return key == nullptr ? std::string_view() : std::string_view(key->text);
}

void rename_in(Value& value, const Preview& preview) {
  for (const auto& [old_id, new_id] : preview.renamed())
    value.text = with_other_word(value.text, old_id, new_id);
  for (Value& child : value.children) rename_in(child, preview);
}

Value without_act_key(const Value& act) {
  Value rest = act;
  const auto key = std::ranges::find(rest.keys, key_name);
  if (key == rest.keys.end()) return rest;
  rest.children.erase(rest.children.begin() + (key - rest.keys.begin()));
  rest.keys.erase(key);
  return rest;
}

std::string id_at(std::string_view path) {
  return std::string(model::id_of_name(path.substr(path.rfind('/') + 1)));
}

class ActKeeper {
 public:
  explicit ActKeeper(const Preview& preview) : preview_(preview) {}

  base::Done check(const store::FileEdit& file) const {
    const std::string id = id_at(file.path);
    std::string id_after = id;
    for (const auto& [old_id, new_id] : preview_.renamed())
      if (id == old_id) id_after = new_id;
    const auto after = text_after(id_after);
    if (!after) return base::done();
    auto acts = acts_in(*file.before);
    auto acts_after = acts_in(*after);
    if (!acts || !acts_after) return base::done();
    remove_unread(*acts, file.path);
    for (WrittenActs* each : {&*acts, &*acts_after})
      for (WrittenAct& act : *each) rename_in(act.says, preview_);
    const bool is_merged = id != id_after && preview_.before().records().dataset.find(id_after);
    auto from = acts_after->begin();
    for (const WrittenAct& act : *acts) {
      const bool is_by_key = !is_merged && is_unique(*acts, key_of(act.says));
      const auto found = std::find_if(from, acts_after->end(), [&](const WrittenAct& each) {
        return is_by_key ? model::says_same(act.says, each.says)
                         : model::says_same(without_act_key(act.says), without_act_key(each.says));
      });
      if (found == acts_after->end()) return lost(id, act.says, *acts_after);
      if (!is_merged) from = found + 1;
    }
    return base::done();
  }

 private:
  /// Null: there is no such record afterwards.
  std::optional<std::string_view> text_after(const std::string& id) const {
    for (const store::FileEdit& file : preview_.files())
      if (file.after && id_at(file.path) == id) return file.after;
    return {};
  }

  void remove_unread(WrittenActs& acts, std::string_view path) const {
    for (const auto& found : preview_.before().records().reading.faults)
      if (found.source->path == path)
        std::erase_if(acts, [&found](const WrittenAct& act) {
          return found.fault.offset >= act.offset && found.fault.offset < act.end;
        });
  }

  static bool is_unique(const WrittenActs& acts, std::string_view key) {
    return std::ranges::count(acts, key, [](const WrittenAct& act) { return key_of(act.says); }) ==
           1;
  }

  static base::Failure lost(const std::string& id, const Value& act, const WrittenActs& after) {
    const bool is_there = std::ranges::any_of(
        after, [&act](const WrittenAct& each) { return model::says_same(act, each.says); });
    const bool has_key = std::ranges::any_of(
        after, [&act](const WrittenAct& each) { return key_of(each.says) == key_of(act); });
    const std::string_view how = is_there ? "moved" : has_key ? "changed" : "removed";
    return {base::Failing::data,
            fmt::format("act {0} in the consent of '{1}' would be {2}; acts are only ever added\n"
                        "  add what is said now: `rapport consent {1} withdrawn`, or given, "
                        "narrowed, renewed, refused",
                        base::printable(key_of(act)), id, how),
            "nothing was written"};
  }

  const Preview& preview_;
};

}  // namespace

base::Done check_acts_kept(const Preview& preview) {
  const ActKeeper keeper(preview);
  for (const store::FileEdit& file : preview.files())
    if (file.before && model::type_at(file.path) == &model::partner_type())
      if (auto kept = keeper.check(file); !kept) return kept;
  return base::done();
}

}  // namespace rapport::app
