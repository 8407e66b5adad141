#include "cli/templates.hpp"

#include "base/embedded.hpp"
#include "store/template_file.hpp"
#include "template/document.hpp"
#include "value/scalars.hpp"

namespace rapport::cli {

/// The files of data/templates, as <language>/<name>.md.
std::span<const base::Embedded> shipped_templates();

namespace {

const base::Embedded* shipped(const std::string& name) {
  for (const base::Embedded& file : shipped_templates())
    if (file.name == name) return &file;
  return nullptr;
}

}  // namespace

const templates::Source* Templates::find(std::string_view name, std::string_view language) const {
  const std::string file = std::string(language) + "/" + std::string(name) + ".md";
  if (const auto known = sources_.find(file); known != sources_.end()) return &known->second;
  if (!root_.empty()) {
    if (auto own = store::read_template(root_, file))
      return &sources_.emplace(file, templates::Source{"templates/" + file, *own}).first->second;
  }
  if (const auto* found = shipped(file))
    return &sources_.emplace(file, templates::Source{"shipped " + file, std::string(found->text)})
                .first->second;
  return nullptr;
}

base::Result<view::Page> Templates::page(std::string_view name, const templates::Value& value,
                                         std::string_view language) const {
  const bool is_tag = value::LanguageForm::accepts(language);  // it becomes part of a path
  const templates::Source* source = is_tag ? find(name, language) : nullptr;
  if (source == nullptr)
    return base::Failure{
        base::Failing::usage,
        "no template '" + std::string(name) + "' in language '" + std::string(language) + "'",
        "write templates/" + std::string(language) + "/" + std::string(name) +
            ".md, or leave --lang out for English"};
  return templates::make_page(*source, value, language, [this, language](std::string_view part) {
    return find(part, language);
  });
}

}  // namespace rapport::cli
