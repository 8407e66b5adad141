// Fuzz target: any bytes as a template that includes itself, filled with any value, and the
// document that comes out in every format.
#include "format/engine/format.hpp"
#include "template/document.hpp"

#include <cstddef>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);

int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace rapport;
  if (size > 4096) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = bytes.find('\0');
  const std::string_view value = cut == std::string_view::npos ? bytes : bytes.substr(cut + 1);
  const templates::Source source{.path = "t", .text = std::string(bytes.substr(0, cut))};
  auto object = templates::Value::object();
  object.set("a", value)
      .set("b", templates::List{value, 2, templates::Date{2026, 5, 4, 570}})
      .set("c", true)
      .set("d", templates::Date{2026, 5});
  const templates::Find find = [&](std::string_view name) {
    return name == "p" ? &source : nullptr;
  };
  for (const char* language : {"en", "fr", "es"}) {
    const auto page = templates::make_page(source, object, language, find);
    if (!page) return 0;
    for (const auto& format : format::all_formats())
      if (format->page) (void)format->page(*page, {});
  }
  return 0;
}
