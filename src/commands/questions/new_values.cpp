#include "commands/questions/new_values.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/generate/blank.hpp"
#include "cli/write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace rapport::commands {
namespace {

using app::Assignment;
using base::Failing;
using base::Failure;

/// The month or year that an id begins with; absent when it begins with none.
value::Date date_in(std::string_view id) {
  for (const std::size_t length : {std::size_t{7}, std::size_t{4}}) {
    if (id.size() <= length || id[length] != '-') continue;
    if (const auto date = value::Date::parse(id.substr(0, length))) return *date;
  }
  return {};
}

/// Of a time the day.
std::optional<value::Date> day_of(std::string_view typed) {
  const auto date = value::Date::parse(typed.substr(0, typed.find('T')));
  return date && !date->is_unknown() ? date : std::nullopt;
}

}  // namespace

base::Done NewValues::read(const std::string& start, const std::vector<std::string>& set) {
  if (!start.empty()) {
    if (kind_.record != "engagement")
      return Failure{Failing::usage, "--start is for engagements", "a partner has no start"};
    if (!day_of(start))
      return Failure{Failing::usage,
                     fmt::format("--start '{}' is not a date", base::printable(start)),
                     "write it as 2026-06-11, 2026-06 or 2026"};
    values_.push_back({.path = "start", .value = start});
  }
  for (const std::string& typed : set) {
    if (!app::is_assignment(typed))
      return Failure{Failing::usage, fmt::format("--set '{}' has no '='", base::printable(typed)),
                     "--set FIELD=VALUE, such as --set country=HND"};
    auto value = app::parse_assignment(typed);
    if (!value) return value.failure();
    if (value->path == "kind")
      return Failure{Failing::usage, "the kind is what stands behind `rapport new`",
                     "leave --set kind=… out"};
    values_.push_back(std::move(*value));
  }
  return base::done();
}

const Assignment* NewValues::find(std::string_view path) const {
  const auto found = std::ranges::find(values_, path, &Assignment::path);
  return found == values_.end() ? nullptr : &*found;
}

std::vector<app::RequiredField> NewValues::missing() const {
  auto required = app::required_fields(kind_);
  std::erase_if(required, [this](const app::RequiredField& each) {
    const std::string_view block = std::string_view(each.path).substr(0, each.path.find('.'));
    return find(each.path) != nullptr || find(block) != nullptr ||
           (each.path == "name" && find("listed_as") != nullptr);
  });
  return required;
}

void NewValues::ask() {
  for (const app::RequiredField& each : missing()) {
    const std::string form = cli::form_of(*each.field->type);
    const auto answer = cli::read_answer(fmt::format(
        "{}{}\n{}: ", each.field->meta.doc, form.empty() ? "" : " (" + form + ")", each.path));
    if (!answer) return;
    if (const auto typed = base::trim(*answer); !typed.empty())
      values_.push_back({.path = each.path, .value = std::string(typed)});
  }
}

value::Date NewValues::begins() const {
  if (const auto* start = find("start"))
    if (const auto day = day_of(start->value)) return *day;
  const auto said = date_in(id_);
  return said ? said : today_;
}

bool NewValues::has_date() const {
  return find("start") != nullptr || find("between") != nullptr || kind_.kind == "case" ||
         kind_.kind == "communication" || kind_.kind == "statement";
}

bool NewValues::is_undated() const {
  return kind_.record == "engagement" && !has_date() &&
         (kind_.kind == "visit" || kind_.kind == "cooperation");
}

base::Result<std::string> NewValues::text(bool dated) const {
  app::RecordEditor editor("ID", kind_.type(), fmt::format("kind: {}\n", kind_.kind));
  std::vector<Assignment> values = values_;
  if (kind_.record == "engagement" && dated && !has_date() && !is_undated())
    values.push_back({.path = "start", .value = today_.str()});
  for (const Assignment& value : values)
    if (auto made = editor.make(value); !made) return made.failure();
  return editor.text();
}

}  // namespace rapport::commands
