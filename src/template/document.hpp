// From a template and its values to a document or a text: the two ways in.
#pragma once

#include "base/result.hpp"
#include "template/source.hpp"
#include "template/value.hpp"
#include "view/page.hpp"

#include <string>
#include <string_view>

namespace rapport::templates {

/// The document a Markdown template makes. Its metadata hold the language only; a failure tells
/// every mistake with its place in the templates.
base::Result<view::Page> make_page(const Source& source, const Value& value,
                                   std::string_view language, const Find& find);

}  // namespace rapport::templates
