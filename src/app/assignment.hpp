// What is typed to change a field, as in country=HND, themes+=land-rights, tags-=old, notes=.
#pragma once

#include "base/result.hpp"
#include "value/field.hpp"
#include "yaml/patch.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

struct Assignment {
  enum class Kind : std::uint8_t { set, add, take, clear };
  Kind kind = Kind::set;
  std::string path;
  std::string value = {};

  /// As it is typed; a long or secret value does not belong into a message twice.
  std::string typed() const;
};

/// Ids and kinds of records have no '='.
bool is_assignment(std::string_view word);
/// Fails where there is no field in front of the '='. Nothing behind it means: remove the field.
base::Result<Assignment> parse_assignment(std::string_view word);

/// A record's text while assignments are made in it, one after another.
class RecordEditor {
 public:
  /// What the field takes from another record as long as this one does not say it; empty: nothing.
  using Inherited = std::function<std::optional<yaml::Value>(std::span<const yaml::Step> path)>;

  /// `id` is for messages.
  RecordEditor(std::string id, const value::Type& type, std::string text, Inherited inherited = {});

  base::Done make(const Assignment& assignment);
  /// The same for those who know the place and the value; `line` is what it does, in words.
  base::Done make(yaml::Operation operation, std::string line = {});

  const std::string& text() const { return text_; }
  const yaml::Value& root() const { return root_; }
  bool is_changed() const { return text_ != before_; }

  /// What was changed, in words: "country: XXB (was XXA)".
  const std::vector<std::string>& lines() const { return lines_; }
  /// What was so already: "country is HND already".
  const std::vector<std::string>& unchanged() const { return unchanged_; }
  /// Fields that followed another record and no longer do.
  const std::vector<std::string>& detached() const { return detached_; }

 private:
  base::Done read();
  base::Done change(const Assignment& assignment);
  base::Done detach(std::string_view path, bool keeps_value);
  base::Done set(const Assignment& assignment);
  base::Done add(const Assignment& assignment);
  base::Done take(const Assignment& assignment);
  base::Done clear(const Assignment& assignment);
  base::Done check_path(const Assignment& assignment) const;
  base::Done keep_earlier(const Assignment& assignment, const yaml::Path& path);

  struct Made {
    Assignment assignment;
    yaml::Path path;
  };

  std::string id_;
  const value::Type& type_;
  std::string before_;
  std::string text_;
  Inherited inherited_;
  yaml::Value root_;
  std::vector<Made> made_;
  std::vector<std::string> lines_;
  std::vector<std::string> unchanged_;
  std::vector<std::string> detached_;
};

/// What is at `path`; null: nothing.
const yaml::Value* find_value(const yaml::Value& root, std::span<const yaml::Step> path);

}  // namespace rapport::app
