// Documents of the visit. Other editions print what is published of them.
#include "report/brief/brief.hpp"

namespace rapport::report {

using templates::List;
using templates::Value;

Value documents(const Brief& brief) {
  List list;
  for (const auto& one : brief.visit.list<&model::Engagement::documents>()) {
    Value line = Value::object()
                     .set("title", value(one.show<&model::Document::title>()))
                     .set("kind", value(one.show<&model::Document::kind>()))
                     .set("date", value(one.get<&model::Document::date>()))
                     .set("language", value(one.show<&model::Document::language>()))
                     .set("symbol", value(one.show<&model::Document::symbol>()))
                     .set("url", value(one.show<&model::Document::url>()))
                     .set("file", value(one.show<&model::Document::file>()));
    bool tells = false;
    for (const char* name : {"title", "kind", "symbol", "url", "file"})
      tells = tells || line.find(name)->holds();
    if (tells) list.push_back(std::move(line));
  }
  return list;
}

}  // namespace rapport::report
