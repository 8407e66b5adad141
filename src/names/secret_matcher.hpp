// Secrets to be looked for in many texts, read once for all of them: the one matcher of names,
// numbers and addresses, for outputs and, behind a quick look, for records.
#pragma once

#include "names/addresses.hpp"
#include "names/numbers.hpp"
#include "names/one_word_names.hpp"
#include "names/persons.hpp"
#include "names/phrases.hpp"
#include "names/policy.hpp"
#include "names/scan_text.hpp"
#include "names/secret.hpp"
#include "names/unsegmented_scripts.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace rapport::names {

class SecretMatcher {
 public:
  /// Takes out of the names found in a text those that may be there. What reaches somebody is
  /// nobody else's, whatever else is written so: numbers and addresses are not asked about.
  using DropAllowed = std::function<void(const ScanText& text, std::vector<Match>& names)>;

  /// `secrets` are kept, not copied.
  explicit SecretMatcher(std::span<const Secret> secrets, DropAllowed drop_allowed = {});

  /// The first one; its secret is null when there is none.
  Hit find(std::string_view text) const;
  /// All of them, in the order of the text; of one record no two that overlap.
  std::vector<Hit> all_in(std::string_view text, Blanks blanks = Blanks::part_columns) const;

 private:
  struct NameSink;

  void add(const Secret& secret, std::uint32_t owner);
  std::vector<Match> matches_in(const ScanText& text) const;

  std::span<const Secret> secrets_;
  DropAllowed drop_allowed_;
  Numbers numbers_;
  UnsegmentedNames unsegmented_;
  Addresses addresses_;
  Persons persons_;
  Phrases phrases_;
  OneWordNames one_word_;
};

}  // namespace rapport::names
