// What a rule is: one file of rules/. Its id is the file's stem, with '-' for '_', and stays for
// ever, since suppressions and other programs' reports key on it.
#pragma once

#include "base/registered.hpp"
#include "rules/engine/context.hpp"
#include "rules/engine/report.hpp"
#include "value/trouble.hpp"

#include <span>
#include <string_view>

namespace rapport::model {
struct Engagement;
struct Partner;
}  // namespace rapport::model

namespace rapport::rules {

using model::Engagement;
using model::Partner;
using value::FaultCode;
using value::FoundFault;
using value::PathTrouble;
using value::Trouble;

struct SearchedText;

struct RuleSpec {
  Severity severity = Severity::error;
  std::string_view summary;  // what is wrong, one line, no full stop
  std::string_view help;     // why it matters and what to do, in whole sentences
  std::string_view example;  // lines of a record that has it

  /// Local rules look at one record alone and run in the pass that reads it. The others see the
  /// whole dataset.
  bool local = false;
  void (*partner)(const Partner&, const Context&, Report&) = nullptr;
  void (*engagement)(const Engagement&, const Context&, Report&) = nullptr;
  void (*repository)(const Context&, Report&) = nullptr;
  /// Called with each text that may give a protected person away, of records and of the office's
  /// files: one walk looks for them for all such rules.
  void (*text)(const SearchedText&, const Context&, Report&) = nullptr;

  /// Problems of the reader that this rule words. Where several rules word one problem, `owns`
  /// tells them apart.
  std::span<const FaultCode> faults = {};
  bool (*owns)(const value::Fault&) = nullptr;
  void (*fault)(const FoundFault&, const Context&, Report&) = nullptr;

  std::span<const Trouble> troubles = {};
  void (*trouble)(const PathTrouble&, Report&) = nullptr;
};

using Rule = base::Registered<RuleSpec>;

/// The files of rules/, sorted by id.
std::span<const Rule> all_rules();

}  // namespace rapport::rules
