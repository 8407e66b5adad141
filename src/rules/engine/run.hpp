// One run of the rules over a repository: local rules while records are read, the others when all
// are known, and the findings in an order that does not depend on the number of threads.
#pragma once

#include "base/limits.hpp"
#include "base/result.hpp"
#include "rules/engine/rule.hpp"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::rules {

struct SearchedFile;

/// The rules to run, by id; empty `only` is all. Fails for an id there is not.
base::Result<std::vector<const Rule*>> select(std::span<const std::string> only,
                                              std::span<const std::string> skip);

/// What is known once all records are read.
struct Repository {
  const model::Dataset* dataset = nullptr;
  const model::Office* office = nullptr;
  std::span<const FoundFault> faults;
  std::span<const PathTrouble> troubles;
  /// The records to look at one by one; without it, all. What is found in the repository as a whole
  /// or in a file comes with it, and is for the caller to choose from.
  std::optional<std::span<const RecordHeader* const>> records = {};
};

class Run {
 public:
  Run(std::vector<const Rule*> rules, const reference::ReferenceData& library, value::Date today,
      unsigned threads = 0);

  /// The local rules, for the pass that reads records. When it does not call them, `finish` runs
  /// them too.
  void local(unsigned thread, const Partner& partner);
  void local(unsigned thread, const Engagement& engagement);
  /// The same for who calls with a pointer and knows no type: `run` is this.
  static void on_partner(void* run, unsigned thread, const Partner& partner);
  static void on_engagement(void* run, unsigned thread, const Engagement& engagement);

  /// Runs the rest and gives all findings, sorted by path, place and rule.
  std::vector<Finding> finish(const Repository& repository);

  std::span<const Rule* const> rules() const { return rules_; }
  /// The rules that had something to look at and could not, since what they compare it with was not
  /// read; known once it is finished.
  const std::set<std::string_view>& skipped() const { return skipped_; }

 private:
  template <class Record>
  struct Check {
    std::string_view id;
    Severity severity;
    void (*run)(const Record&, const Context&, Report&);
  };
  template <class Record>
  using Checks = std::vector<Check<Record>>;
  struct alignas(64) Found {
    std::vector<Finding> findings;
    bool saw_records = false;
  };

  /// Of one rule in one record or file: nothing but faults would fill screens, each with its line.
  static constexpr std::size_t most_findings = base::limits::findings;
  /// What one rule found in one of them.
  struct Tally {
    std::size_t count = 0;
    std::size_t last = 0;  // index of the last finding
    bool is_full = false;  // there is more, and it was said
  };

  template <class Record>
  static void apply(const Check<Record>& check, const Record& record, const Context& context,
                    Tally& tally, std::vector<Finding>& into) {
    if (tally.is_full) return;
    const std::size_t before = into.size();
    Report report(check.id, check.severity, into);
    check.run(record, context, report);
    tally.is_full = into.size() - before > most_findings - tally.count;
    if (tally.is_full) into.resize(before + most_findings - tally.count);
    tally.count += into.size() - before;
    if (into.size() != before) tally.last = into.size() - 1;
    if (tally.is_full) into[tally.last].has_more = true;
  }
  template <class Record>
  static void apply(const Checks<Record>& checks, const Record& record, const Context& context,
                    std::vector<Finding>& into) {
    for (const auto& check : checks) {
      Tally tally;
      apply(check, record, context, tally, into);
    }
  }
  void walk(const Repository& repository);
  void search(const SearchedFile& file, std::vector<Finding>& into) const;
  void check(const RecordHeader& head, std::vector<Finding>& into);
  void word(const FoundFault& found, std::vector<Finding>& into);
  void word(const PathTrouble& trouble, std::vector<Finding>& into) const;

  std::vector<const Rule*> rules_;
  Context context_;
  unsigned threads_;
  std::vector<Found> found_;  // one a thread
  bool with_local_ = false;
  std::set<std::string_view> skipped_;
  Checks<Partner> local_partner_, partner_;
  Checks<Engagement> local_engagement_, engagement_;
  Checks<SearchedText> text_;
};

/// The rule of that id, or null.
const Rule* find_rule(std::string_view id);

/// An id that was typed and is none: usage, with the nearest one.
base::Failure no_rule(std::string_view id);

}  // namespace rapport::rules
