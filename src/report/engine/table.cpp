#include "report/engine/table.hpp"

#include "report/engine/reader.hpp"
#include "report/engine/values.hpp"

#include <string_view>
#include <utility>

namespace rapport::report {

view::Cell cell(std::string text) {
  if (text.empty()) return {};
  return text;
}

void mark(view::Table& table, const Request& request) {
  const release::Purpose& purpose = request.released.purpose();
  const bool is_open = is_for_everybody(purpose.audience);
  const auto say = [&table](std::string key, std::string text, std::string_view before = {}) {
    if (text.empty()) return;
    table.marking += (table.marking.empty() ? "" : " · ") + std::string(before) + text;
    table.document.emplace_back(std::move(key), std::move(text));
  };
  const auto label =
      is_open ? model::Classification::unclassified : model::Classification::confidential;
  if (is_open)
    table.document.emplace_back("classification", value::word(label));
  else
    say("classification", printed(label));
  say("for", reader(request), "for ");
  say("edition", request.provenance.edition);
  say("date", request.provenance.today.str());
  say("purpose", purpose.words);
}

}  // namespace rapport::report
