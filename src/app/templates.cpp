#include "app/templates.hpp"

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "store/template_file.hpp"
#include "template/document.hpp"
#include "value/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace rapport::app {

namespace {

const base::Embedded* shipped(const std::string& name) {
  for (const base::Embedded& file : shipped_templates())
    if (file.name == name) return &file;
  return nullptr;
}

}  // namespace

base::Result<const templates::Source*> Templates::find(std::string_view name,
                                                       std::string_view language) const {
  const std::string file = std::string(language) + "/" + std::string(name) + ".md";
  const auto keep = [&](std::string path, std::string text) -> const templates::Source* {
    return &sources_.emplace(file, templates::Source{std::move(path), std::move(text)})
                .first->second;
  };
  if (const auto known = sources_.find(file); known != sources_.end()) return &known->second;
  if (!root_.empty()) {
    auto own = store::read_template(root_, std::string(language), std::string(name));
    if (!own) return own.failure();
    if (*own) return keep("templates/" + file, without_mark("templates/" + file, **own));
  }
  if (const auto* found = shipped(file)) return keep("shipped " + file, std::string(found->text));
  return nullptr;
}

std::string Templates::without_mark(const std::string& path, std::string text) const {
  constexpr std::string_view mark = "\xef\xbb\xbf";
  if (!text.starts_with(mark)) return text;
  marked_.insert(path);
  return text.substr(mark.size());
}

std::vector<std::string> Templates::with_byte_order_mark() const {
  return {marked_.begin(), marked_.end()};
}

base::Failure Templates::none(std::string_view name, std::string_view language) const {
  std::vector<std::string> languages;
  for (const base::Embedded& file : shipped_templates()) {
    const std::string_view path = file.name;
    const auto slash = path.find('/');
    if (path.substr(slash + 1) == std::string(name) + ".md")
      languages.emplace_back(path.substr(0, slash));
  }
  for (const std::string& own : store::template_languages(root_)) {
    const bool is_new =
        value::LanguageForm::accepts(own) && std::ranges::find(languages, own) == languages.end();
    if (const auto found = is_new ? find(name, own) : nullptr; found && *found != nullptr)
      languages.push_back(own);
  }
  const std::string own_file = fmt::format("templates/{}/{}.md", language, name);
  return {
      base::Failing::usage,
      fmt::format("no template '{}' in language '{}'", name, base::printable(language)),
      fmt::format("there is one in {}; for another language write {}, see rapport-templates(7)",
                  base::join(languages, ", "),
                  value::LanguageForm::accepts(language) ? own_file
                                                         : fmt::format("templates/…/{}.md", name))};
}

base::Result<view::Page> Templates::page(std::string_view name, const templates::Value& value,
                                         std::string_view language) const {
  const templates::Source* source = nullptr;
  if (value::LanguageForm::accepts(language)) {  // it becomes part of a path
    const auto found = find(name, language);
    if (!found) return found.failure();
    source = *found;
  }
  if (source == nullptr) return none(name, language);
  if (base::trim(source->text).empty())
    return base::Failure{base::Failing::data, fmt::format("'{}' is empty", source->path),
                         "correct it, or move it away to use the shipped template"};
  std::optional<base::Failure> unreadable;  // told in place of "there is no template"
  const auto part = [&](std::string_view part_name) -> const templates::Source* {
    const auto found = find(part_name, language);
    if (found) return *found;
    unreadable = found.failure();
    return nullptr;
  };
  auto page = templates::make_page(*source, value, language, part);
  if (unreadable) return *unreadable;
  if (page || !page.failure().hint.empty()) return page;
  base::Failure failure = page.failure();
  failure.hint = "see rapport-templates(7), or move it away to use the shipped template";
  return failure;
}

}  // namespace rapport::app
