#include "app/merge_fields.hpp"

#include "app/likeness.hpp"
#include "base/text.hpp"
#include "model/protection.hpp"
#include "model/record_type.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rapport::app {
namespace {

using model::Partner;
using value::Field;
using value::Shape;
using yaml::Kind;
using yaml::Operation;
using yaml::Path;
using yaml::Value;

Value without_key(const Value& item) {
  Value rest{.kind = Kind::mapping};
  for (std::size_t i = 0; i < item.keys.size(); ++i)
    if (item.keys[i] != "key") yaml::put(rest, item.keys[i], item.children[i]);
  return rest;
}

void set_text(Value& item, std::string_view key, std::string_view text) {
  if (Value* const value = find_child(item, key)) *value = yaml::text_value(text);
}

/// All that the one block says the other says too.
bool is_part_of(const Value& one, const Value& other) {
  return std::ranges::all_of(one.keys, [&](const std::string& key) {
    const Value* const there = find_child(other, key);
    return there != nullptr && *there == *find_child(one, key);
  });
}

template <auto Member>
bool is_row(const Field& row) {
  return &row == &value::field_of<Member>();
}

Path at(const Field& row) { return {{.key = std::string(row.name)}}; }
Path at(const Field& row, std::size_t item, std::string_view key) {
  return {{.key = std::string(row.name)}, {.key = {}, .item = item}, {.key = std::string(key)}};
}

/// "k1" that is not among the keys yet, with the same letters.
std::string free_key(std::string_view wanted, std::vector<std::string>& taken) {
  std::string key(wanted);
  const auto letters = wanted.substr(0, wanted.find_last_not_of("0123456789") + 1);
  for (unsigned number = 1; std::ranges::count(taken, key) != 0; ++number)
    key = fmt::format("{}{}", letters, number);
  taken.push_back(key);
  return key;
}

std::vector<std::string> keys_in(const Value* list) {
  std::vector<std::string> keys;
  if (list != nullptr)
    for (const Value& item : list->children)
      if (const Value* const key = find_child(item, "key")) keys.push_back(key->text);
  return keys;
}

class FieldMerger {
 public:
  FieldMerger(const Partner& keep, const Value& keep_says, const Partner& drop,
              const Value& drop_says, const MergeChoices& choices)
      : keep_(keep),
        keep_says_(keep_says),
        drop_(drop),
        drop_says_(drop_says),
        choices_(choices),
        differ_in_protection_(model::is_protected(keep) != model::is_protected(drop) ||
                              model::classification(keep) != model::classification(drop)) {}

  MergedFields run() {
    for (const Field& row : model::partner_type().rows().rows) merge(row);
    return std::move(merged_);
  }

 private:
  void merge(const Field& row) {
    const Value* const ours = find_child(keep_says_, row.name);
    const Value* const theirs = find_child(drop_says_, row.name);
    if (is_row<&Partner::classification>(row)) return merge_classification(row);
    if (is_row<&Partner::aliases>(row)) return merge_aliases(row, ours, theirs);
    if (is_row<&Partner::name>(row)) return merge_name(row, ours, theirs);
    if (is_row<&Partner::capacity>(row) || is_row<&Partner::listed>(row)) {
      // What makes somebody public in the one record must not open what the other one keeps.
      if (differ_in_protection_ && (ours == nullptr) != (theirs == nullptr))
        return choose(row, theirs, ours != nullptr);
    }
    if (theirs == nullptr || (ours != nullptr && *ours == *theirs)) return;
    if (is_row<&Partner::contacts>(row)) return merge_contacts(row, ours, *theirs);
    if (is_row<&Partner::consent>(row)) return merge_consent(row, ours, *theirs);
    if (ours == nullptr) {
      put({.kind = Operation::Kind::set, .at = at(row), .value = *theirs});
      return say(fmt::format("{}: taken", row.name));
    }
    if (row.type->shape == Shape::list) return unite(row, *ours, *theirs);
    if (is_row<&Partner::notes>(row)) return join_notes(row, *ours, *theirs);
    if (is_row<&Partner::national_staff>(row)) return merge_national_staff(row);
    if (row.type->shape == Shape::block && is_part_of(*theirs, *ours)) return;
    if (row.type->shape == Shape::block && is_part_of(*ours, *theirs))
      return fill(row, *ours, *theirs);
    choose(row, theirs, true);
  }

  void put(Operation operation) { merged_.operations.push_back(std::move(operation)); }
  void say(std::string line) { merged_.lines.push_back(std::move(line)); }

  /// Both say it, and not the same.
  void choose(const Field& row, const Value* theirs, bool has_ours) {
    const auto is_in = [&row](const std::vector<std::string>& names) {
      return std::ranges::count(names, row.name) != 0;
    };
    if (is_in(choices_.keep)) return say(fmt::format("{}: kept", row.name));
    if (!is_in(choices_.take)) return merged_.conflicts.emplace_back(row.name), void();
    if (has_ours && (theirs == nullptr || theirs->kind != Kind::scalar))
      put({.kind = Operation::Kind::remove, .at = at(row)});
    if (theirs != nullptr) put({.kind = Operation::Kind::set, .at = at(row), .value = *theirs});
    say(fmt::format("{}: taken", row.name));
  }

  void merge_classification(const Field& row) {
    const auto ours = model::classification(keep_);
    const auto theirs = model::classification(drop_);
    if (theirs <= ours) return;
    put({.kind = Operation::Kind::set,
         .at = at(row),
         .value = yaml::text_value(value::word(theirs))});
    say(fmt::format("{}: {}, the stricter one", row.name, value::word(theirs)));
  }

  void merge_national_staff(const Field& row) {
    if (keep_.national_staff.is_yes() || !drop_.national_staff.is_yes()) return;
    put({.kind = Operation::Kind::set, .at = at(row), .value = yaml::text_value("yes")});
    say(fmt::format("{}: yes, the stricter one", row.name));
  }

  void merge_name(const Field& row, const Value* ours, const Value* theirs) {
    if (theirs == nullptr) return;
    if (ours == nullptr || is_taken(row))
      put({.kind = Operation::Kind::set, .at = at(row), .value = *theirs});
  }

  bool is_taken(const Field& row) const { return std::ranges::count(choices_.take, row.name) != 0; }

  /// The name that is not the name of the merged record becomes an alias.
  void merge_aliases(const Field& row, const Value* ours, const Value* theirs) {
    const Field& name_row = value::field_of<&Partner::name>();
    const Value* name = find_child(keep_says_, name_row.name);
    const Value* other = find_child(drop_says_, name_row.name);
    if (name == nullptr || (other != nullptr && is_taken(name_row))) std::swap(name, other);
    std::vector<std::string> known;
    if (name != nullptr) known.push_back(name->text);
    if (ours != nullptr)
      for (const Value& alias : ours->children) known.push_back(alias.text);
    std::size_t count = 0;
    const auto add = [&](const Value& alias) {
      if (std::ranges::count(known, alias.text) != 0) return;
      known.push_back(alias.text);
      put({.kind = Operation::Kind::append, .at = at(row), .value = yaml::text_value(alias.text)});
      ++count;
    };
    if (other != nullptr) add(*other);
    if (theirs != nullptr)
      for (const Value& alias : theirs->children) add(alias);
    if (count > 0) say(fmt::format("{}: {} added", row.name, count));
  }

  void join_notes(const Field& row, const Value& ours, const Value& theirs) {
    std::string both = ours.text;
    if (!both.ends_with('\n')) both += '\n';
    both += theirs.text;
    if (!both.ends_with('\n')) both += '\n';
    put({.kind = Operation::Kind::set, .at = at(row), .value = yaml::text_value(both)});
    say(fmt::format("{}: joined", row.name));
  }

  /// What the fuller block says more.
  void fill(const Field& row, const Value& ours, const Value& theirs) {
    for (std::size_t i = 0; i < theirs.keys.size(); ++i)
      if (find_child(ours, theirs.keys[i]) == nullptr)
        put({.kind = Operation::Kind::set,
             .at = {{.key = std::string(row.name)}, {.key = theirs.keys[i]}},
             .value = theirs.children[i]});
    say(fmt::format("{}: filled in", row.name));
  }

  void unite(const Field& row, const Value& ours, const Value& theirs) {
    std::size_t count = 0;
    for (const Value& item : theirs.children) {
      const bool is_known = std::ranges::any_of(ours.children, [&item](const Value& known) {
        return known == item || (item.kind == Kind::mapping && known.kind == Kind::mapping &&
                                 is_part_of(without_key(item), without_key(known)));
      });
      if (is_known) continue;
      put({.kind = Operation::Kind::append, .at = at(row), .value = item});
      ++count;
    }
    if (count > 0) say(fmt::format("{}: {} added", row.name, count));
  }

  void merge_consent(const Field& row, const Value* ours, const Value& theirs) {
    std::vector<std::string> taken = keys_in(ours);
    std::vector<const Value*> acts;
    for (const Value& act : theirs.children) {
      const auto is_it = [&act](const Value& known) {
        return without_key(known) == without_key(act);
      };
      if (ours == nullptr || std::ranges::none_of(ours->children, is_it)) acts.push_back(&act);
    }
    std::ranges::stable_sort(acts, {}, [](const Value* act) {
      const Value* const on = find_child(*act, "on");
      return on == nullptr ? std::string_view{} : std::string_view(on->text);
    });
    for (const Value* act : acts) add_item(row, *act, taken);
    if (!acts.empty())
      say(fmt::format("{}: {} added", row.name, base::counted(acts.size(), "act")));
  }

  void add_item(const Field& row, Value item, std::vector<std::string>& taken) {
    if (const Value* const wanted = find_child(item, "key")) {
      const std::string key = free_key(wanted->text, taken);
      if (key != wanted->text)
        say(fmt::format("{}: their {} is now {}", row.name, wanted->text, key));
      set_text(item, "key", key);
    }
    put({.kind = Operation::Kind::append, .at = at(row), .value = std::move(item)});
  }

  void merge_contacts(const Field& row, const Value* ours, const Value& theirs) {
    std::vector<std::string> taken = keys_in(ours);
    bool has_preferred = std::ranges::any_of(keep_.contacts, [](const model::Contact& contact) {
      return contact.use == model::ContactUse::preferred;
    });
    std::size_t count = 0;
    for (std::size_t i = 0; i < drop_.contacts.size(); ++i) {
      const model::Contact& contact = drop_.contacts[i];
      const auto compared = ComparedContact::of(contact);
      const auto same = std::ranges::find_if(keep_.contacts, [&](const model::Contact& known) {
        return *known.channel == *contact.channel &&
               (known.value.str() == contact.value.str() ||
                is_same(ComparedContact::of(known), compared));
      });
      if (same != keep_.contacts.end()) {
        merge_contact(row, static_cast<std::size_t>(same - keep_.contacts.begin()), *same, contact,
                      theirs.children[i]);
        continue;
      }
      Value added = theirs.children[i];
      if (contact.use == model::ContactUse::preferred && std::exchange(has_preferred, true))
        set_text(added, "use", "allowed");
      add_item(row, std::move(added), taken);
      ++count;
    }
    if (count > 0) say(fmt::format("{}: {} added", row.name, count));
  }

  /// Never to be used in one record is never; what is compromised stays so.
  void merge_contact(const Field& row, std::size_t item, const model::Contact& ours,
                     const model::Contact& theirs, const Value& says) {
    const Value& known = find_child(keep_says_, row.name)->children[item];
    for (std::size_t i = 0; i < says.keys.size(); ++i) {
      const std::string& key = says.keys[i];
      if (find_child(known, key) != nullptr || key == "use") continue;
      put({.kind = Operation::Kind::set, .at = at(row, item, key), .value = says.children[i]});
    }
    if (theirs.use == model::ContactUse::never && ours.use != model::ContactUse::never) {
      put({.kind = Operation::Kind::set,
           .at = at(row, item, "use"),
           .value = yaml::text_value("never")});
      say(fmt::format("{}: {} is never to be used", row.name, ours.key.raw()));
    }
    if (theirs.compromised && ours.compromised &&
        value::sure_before(theirs.compromised, ours.compromised))
      put({.kind = Operation::Kind::set,
           .at = at(row, item, "compromised"),
           .value = yaml::text_value(theirs.compromised.str())});
    const Value* const note = find_child(known, "note");
    if (note != nullptr && theirs.note && theirs.note.str() != note->text)
      put({.kind = Operation::Kind::set,
           .at = at(row, item, "note"),
           .value = yaml::text_value(note->text + "; " + theirs.note.str())});
  }

  const Partner& keep_;
  const Value& keep_says_;
  const Partner& drop_;
  const Value& drop_says_;
  const MergeChoices& choices_;
  const bool differ_in_protection_;
  MergedFields merged_;
};

}  // namespace

MergedFields merge_fields(const Partner& keep, const Value& keep_says, const Partner& drop,
                          const Value& drop_says, const MergeChoices& choices) {
  return FieldMerger(keep, keep_says, drop, drop_says, choices).run();
}

}  // namespace rapport::app
