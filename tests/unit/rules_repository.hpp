// A repository on disk, checked as `rapport validate` checks it.
#pragma once

#include "base/arena.hpp"
#include "model/dataset.hpp"
#include "reference/fill.hpp"
#include "reference/reference_data.hpp"
#include "rules/engine/run.hpp"
#include "store/layout.hpp"
#include "store/programs.hpp"
#include "store/read.hpp"
#include "store/recover.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace rapport::tests {

class CheckedRepository {
 public:
  explicit CheckedRepository(const std::string& root, std::vector<value::PathTrouble> more = {},
                             unsigned threads = 2, bool while_reading = true,
                             std::vector<std::string> only = {}) {
    auto troubles = std::move(more);
    for (const auto* source : store::read_reference(root, troubles)) library_.add(*source);
    auto rules = rules::select(only, {});
    REQUIRE(rules);
    rules::Run run(*rules, library_, value::Date::of(2026, 6, 20), threads);
    store::OnRecord on_record{&run, &rules::Run::on_partner, &rules::Run::on_engagement};
    auto reading = store::read(
        root, library_.codes(),
        {.threads = threads, .on_record = while_reading ? on_record : store::OnRecord{}});
    REQUIRE(reading);
    for (auto* partner : reading->partners)
      if (partner->listed_as) reference::fill(*partner, library_, filled_);
    data_.build(reading->partners, reading->engagements, std::move(reading->refs));
    troubles.insert(troubles.end(), reading->troubles.begin(), reading->troubles.end());
    for (const auto& found : store::find_programs(root, reading->hidden, filled_))
      troubles.push_back(found);
    if (store::is_interrupted(root))
      troubles.push_back({store::journal_path, value::Trouble::interrupted_change, 0, {}});
    findings_ = run.finish({.dataset = &data_,
                            .office = reading->office,
                            .faults = reading->faults,
                            .troubles = troubles});
    counted_ = data_.size();
  }

  const std::vector<value::Finding>& findings() const { return findings_; }
  std::size_t records() const { return counted_; }

  /// "path:line:column: rule: message" for each, and its notes and help below.
  std::string text() const {
    std::string all;
    for (const auto& finding : findings_) {
      all += std::string(finding.path) + at(finding.place) + ": " + std::string(finding.rule) +
             ": " + finding.message + "\n";
      for (const auto& note : finding.notes)
        all += "  note: " + std::string(note.place.source->path) + at(note.place) + ": " +
               note.text + "\n";
      if (!finding.help.empty()) all += "  help: " + finding.help + "\n";
    }
    return all;
  }

 private:
  static std::string at(const value::Place& place) {
    if (place.source == nullptr || place.length == 0) return {};
    const auto [line, column] = value::line_column(place.source->text, place.offset);
    return ":" + std::to_string(line) + ":" + std::to_string(column) + "+" +
           std::to_string(place.length);
  }

  reference::ReferenceData library_;
  base::Arena filled_;
  model::Dataset data_;
  std::vector<value::Finding> findings_;
  std::size_t counted_ = 0;
};

}  // namespace rapport::tests
