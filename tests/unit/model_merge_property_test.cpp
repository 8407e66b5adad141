// Thousands of pairs of versions made by chance: no edit is lost, and no record is broken.
#include "base/arena.hpp"
#include "base/text.hpp"
#include "generated_record.hpp"
#include "model/align.hpp"
#include "model/changes.hpp"
#include "model/conflict.hpp"
#include "model/engagement.hpp"
#include "model/merge_text.hpp"
#include "model/partner.hpp"
#include "model/record_path.hpp"
#include "model/record_type.hpp"
#include "reference/reference_data.hpp"
#include "slower.hpp"
#include "value/decoder.hpp"
#include "yaml/layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace rapport::tests::model_merge_property_test {

using yaml::Kind;
using yaml::Value;

namespace {

Value read(std::string_view text) {
  yaml::Tree tree;
  const auto parsed = yaml::parse(text, tree);
  REQUIRE_MESSAGE(parsed.error.problem == yaml::Problem::none, std::string(text));
  return yaml::value_of(text, tree);
}

/// How often a record says something: "contacts.m1.use=never". Items without a name are not told
/// apart.
using Sayings = std::map<std::string, int>;

void collect(const Value& value, const value::Type* type, const std::string& name, Sayings& all) {
  if (value.kind == Kind::scalar) {
    for (const auto line : base::split(value.text, '\n')) ++all[name + "=" + std::string(line)];
    return;
  }
  for (std::size_t i = 0; i < value.children.size(); ++i) {
    if (value.kind == Kind::mapping) {
      const auto* const field = value::field_named(type, value.keys[i]);
      collect(value.children[i], field == nullptr ? nullptr : field->type,
              name + "." + value.keys[i], all);
      continue;
    }
    const auto* const element = type == nullptr ? nullptr : type->element;
    const auto identity = model::identity_of(value.children[i], element);
    collect(value.children[i], element, name + "[" + std::string(identity) + "]", all);
  }
}

Sayings sayings(const Value& value, const value::Type& type) {
  Sayings all;
  collect(value, &type, {}, all);
  return all;
}

int count(const Sayings& all, const std::string& saying) {
  const auto found = all.find(saying);
  return found == all.end() ? 0 : found->second;
}

/// One side of each conflict.
std::string resolved(const std::string& text, bool is_ours) {
  std::string out;
  bool in_conflict = false;
  bool in_ours = false;
  for (const auto line : base::split(text, '\n')) {
    if (line.starts_with("<<<<<<< ")) {
      in_conflict = in_ours = true;
    } else if (in_conflict && line == "=======") {
      in_ours = false;
    } else if (in_conflict && line.starts_with(">>>>>>> ")) {
      in_conflict = false;
    } else if (!in_conflict || in_ours == is_ours) {
      out += std::string(line) + "\n";
    }
  }
  out.pop_back();
  return out;
}

/// Two versions of one record.
struct Pair {
  Value base;
  Value ours;
  Value theirs;
};

Pair pair(GeneratedRecord& make, const value::Type& type) {
  Pair made;
  made.base = make.record(type);
  made.ours = made.theirs = made.base;
  for (std::size_t i = 1 + make.below(5); i > 0; --i) make.edit(made.ours, type);
  for (std::size_t i = 1 + make.below(5); i > 0; --i) make.edit(made.theirs, type);
  return made;
}

std::string patched(const std::string& text, const Value& before, const Value& after,
                    const value::Type& type) {
  const auto made =
      yaml::patch(text, model::operations(before, after, type), model::table_order(type));
  REQUIRE_MESSAGE(made, (made ? "" : made.failure().what + "\n" + text));
  CHECK(model::says_same(read(*made), after));
  return *made;
}

/// The same as texts.
struct Texts {
  Texts(const Pair& pair, GeneratedRecord& make, const value::Type& type)
      : base(make.text(pair.base)),
        ours(patched(base, pair.base, pair.ours, type)),
        theirs(patched(base, pair.base, pair.theirs, type)) {}

  std::string base;
  std::string ours;
  std::string theirs;
};

model::MergeOutcome merge(const std::string& base, const std::string& ours,
                          const std::string& theirs, const value::Type& type) {
  const auto outcome = model::merge_texts({.base = base, .ours = ours, .theirs = theirs}, type);
  REQUIRE_MESSAGE(outcome, (outcome ? "" : outcome.failure().what));
  return *outcome;
}

/// What a version says more often than the base, and less often, it is so in the result too, where
/// the other version did not undo it.
void check_kept(const Sayings& base, const Sayings& version, const Sayings& other,
                const Sayings& result) {
  // CAPTURE keeps what it prints in a lambda, which Clang 14 lets have no structured binding.
  for (const auto& each : version) {
    const auto& saying = each.first;
    const int times = each.second;
    const int before = count(base, saying);
    if (times <= before || count(other, saying) < before) continue;
    CAPTURE(saying);
    CHECK(count(result, saying) >= times);
  }
  for (const auto& each : base) {
    const auto& saying = each.first;
    const int before = each.second;
    const int times = count(version, saying);
    if (times >= before || count(other, saying) > before) continue;
    CAPTURE(saying);
    CHECK(count(result, saying) <= times);
  }
}

/// Leaves the fields in which they differ.
void drop_same(std::vector<Value>& records) {
  const auto keys = records.front().keys;
  for (const auto& key : keys) {
    const Value first = *yaml::find_child(records.front(), key);
    const bool are_same = std::ranges::all_of(records, [&](const Value& record) {
      const Value* const entry = yaml::find_child(record, key);
      return entry != nullptr && model::says_same(*entry, first);
    });
    if (!are_same) continue;
    for (Value& record : records) {
      const auto at = std::ranges::find(record.keys, key) - record.keys.begin();
      record.keys.erase(record.keys.begin() + at);
      record.children.erase(record.children.begin() + at);
    }
  }
}

/// `with_ours` and `with_theirs`: each conflict decided for one side.
void check_nothing_lost(const Pair& pair, const Value& with_ours, const Value& with_theirs,
                        const value::Type& type) {
  Value renamed = pair.theirs;
  model::separate_keys(pair.base, pair.ours, renamed, type);
  std::vector<Value> all = {pair.base, pair.ours, renamed, with_ours, with_theirs};
  drop_same(all);
  const auto base = sayings(all[0], type);
  const auto ours = sayings(all[1], type);
  const auto theirs = sayings(all[2], type);
  check_kept(base, ours, theirs, sayings(all[3], type));
  check_kept(base, theirs, ours, sayings(all[4], type));
}

/// Every conflict decided for one side.
Value decided(const model::MergeResult& merged, bool is_ours) {
  Value value = merged.value;
  // Backwards, so that no item is at another place when its turn comes.
  for (auto choice = merged.conflicts.rbegin(); choice != merged.conflicts.rend(); ++choice)
    value = model::choose_side(std::move(value), *choice, is_ours);
  return value;
}

const value::Type& type_for(std::uint32_t seed) {
  return seed % 2 == 0 ? model::partner_type() : model::engagement_type();
}

/// What is wrong with the values of a record.
std::size_t faults(const std::string& text, const value::Type& type) {
  static const reference::ReferenceData shipped;
  yaml::Tree tree;
  REQUIRE(yaml::parse(text, tree).error.problem == yaml::Problem::none);
  base::Arena arena;
  value::Decoded found;
  value::Decoder decoder(text, tree, shipped.codes(), arena, found);
  if (&type == &model::partner_type())
    decoder.fields(0, type, arena.take<model::Partner>(1).data());
  else
    decoder.fields(0, type, arena.take<model::Engagement>(1).data());
  return found.faults.size();
}

/// The texts of its comments, sorted.
std::vector<std::string> comments(const std::string& text) {
  yaml::Tree tree;
  yaml::parse(text, tree);
  const auto found = yaml::Layout(text, tree).comments(0, text.size());
  std::vector<std::string> all(found.begin(), found.end());
  std::ranges::sort(all);
  return all;
}

}  // namespace

TEST_CASE("merge property: no edit of either side is lost") {
  std::size_t clean = 0;
  const std::size_t pairs = 2000 / slower;
  for (std::uint32_t seed = 0; seed < pairs; ++seed) {
    CAPTURE(seed);
    GeneratedRecord make(seed);
    const auto& type = type_for(seed);
    const Pair made = pair(make, type);
    const auto merged = model::merge({made.base, made.ours, made.theirs}, type);
    if (merged.conflicts.empty()) ++clean;
    // A decision between two values is told, and is no loss.
    if (!merged.remarks.empty()) continue;
    check_nothing_lost(made, decided(merged, true), decided(merged, false), type);
    if (seed % 4 != 0) continue;
    const auto swapped = model::merge({made.base, made.theirs, made.ours}, type);
    CHECK(swapped.conflicts.size() == merged.conflicts.size());
    if (merged.conflicts.empty() && merged.renamed.empty())
      CHECK(sayings(swapped.value, type) == sayings(merged.value, type));
  }
  // Both kinds are tried.
  CHECK(clean > pairs / 2);
  CHECK(pairs - clean > pairs / 20);
}

TEST_CASE("merge property: texts say what was merged, and no record is broken") {
  for (std::uint32_t seed = 10'000; seed < 10'000 + 60 / slower; ++seed) {
    CAPTURE(seed);
    GeneratedRecord make(seed);
    const auto& type = type_for(seed);
    const Pair made = pair(make, type);
    const Texts texts(made, make, type);
    CAPTURE(texts.base);
    CAPTURE(texts.ours);
    CAPTURE(texts.theirs);
    const auto merged = model::merge({made.base, made.ours, made.theirs}, type);
    const auto outcome = merge(texts.base, texts.ours, texts.theirs, type);
    CAPTURE(outcome.text);
    CHECK(outcome.conflicts.size() == merged.conflicts.size());
    for (const bool is_ours : {true, false}) {
      const std::string text = resolved(outcome.text, is_ours);
      CHECK(model::says_same(read(text), decided(merged, is_ours)));
      CHECK(faults(text, type) == 0);
    }
  }
}

TEST_CASE("merge property: with itself, and with what it comes from, a version stays as it is") {
  for (std::uint32_t seed = 20'000; seed < 20'000 + 30 / slower; ++seed) {
    CAPTURE(seed);
    GeneratedRecord make(seed);
    const auto& type = type_for(seed);
    const Texts made(pair(make, type), make, type);
    CAPTURE(made.base);
    CAPTURE(made.ours);
    CHECK(merge(made.base, made.ours, made.ours, type).text == made.ours);
    const auto kept = merge(made.base, made.ours, made.base, type);
    if (kept.remarks.empty()) CHECK(kept.text == made.ours);
    const auto taken = merge(made.base, made.base, made.ours, type);
    if (!taken.remarks.empty()) continue;
    CHECK(model::says_same(read(taken.text), read(made.ours)));
    CHECK(comments(taken.text) == comments(made.ours));
  }
}

TEST_CASE("changes property: what was changed is told, and its operations make the change") {
  for (std::uint32_t seed = 30'000; seed < 30'000 + 60 / slower; ++seed) {
    CAPTURE(seed);
    GeneratedRecord make(seed);
    const auto& type = type_for(seed);
    const Pair made = pair(make, type);
    CHECK(model::changes(made.ours, made.theirs, type).empty() ==
          model::says_same(made.ours, made.theirs));
    patched(make.text(made.ours), made.ours, made.theirs, type);
  }
}

}  // namespace rapport::tests::model_merge_property_test
