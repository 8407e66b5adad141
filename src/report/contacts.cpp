// The contact list: partners by circle, each with the one channel that is safe to use.
#include "base/unicode.hpp"
#include "report/engine/contact.hpp"
#include "report/engine/report.hpp"
#include "report/engine/table.hpp"
#include "report/engine/values.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rapport::report::contacts_report {
namespace {

using model::Partner;
using release::Cleared;

view::Row row(const release::Release& released, const Cleared<Partner>& partner) {
  ContactLine line = contact_line(released, partner);
  view::Row row{.id = std::string(partner.id())};
  for (std::string* text :
       {&line.name, &line.attention, &line.channel, &line.value, &line.hours, &line.zone})
    row.cells.push_back(cell(std::move(*text)));
  row.cells.push_back(line.languages.empty() ? view::Cell{} : std::move(line.languages));
  row.cells.push_back(cell(line.verified ? line.verified.str() : std::string{}));
  row.cells.insert(row.cells.begin() + 1, {cell(partner.show<&Partner::kind>().text()),
                                           cell(partner.show<&Partner::country>().text())});
  return row;
}

bool by_name(const view::Row& a, const view::Row& b) {
  const auto key = [](const view::Row& row) {
    return std::pair{base::fold(view::to_text(row.cells.front())), row.id};
  };
  return key(a) < key(b);
}

std::vector<view::Column> columns() {
  return {{.key = "name", .heading = "NAME", .wraps = true},
          {.key = "kind", .heading = "KIND"},
          {.key = "country", .heading = "STATE", .whole = true, .optional = true},
          {.key = "attention", .heading = "ATTENTION", .optional = true},
          {.key = "channel", .heading = "CHANNEL", .whole = true, .optional = true},
          {.key = "value", .heading = "ADDRESS OR NUMBER", .whole = true, .optional = true},
          {.key = "hours", .heading = "HOURS", .whole = true, .optional = true},
          {.key = "zone", .heading = "TIME ZONE", .whole = true, .optional = true},
          {.key = "languages", .heading = "LANGUAGES", .whole = true, .optional = true},
          {.key = "verified", .heading = "VERIFIED", .whole = true, .optional = true}};
}

using TextById = std::map<std::string, std::string>;

/// A column that is there only where somebody has something in it.
void add_column(view::Table& table, view::Column column, const TextById& texts) {
  if (texts.empty()) return;
  table.columns.push_back(std::move(column));
  for (view::Group& group : table.groups)
    for (view::Row& row : group.rows) {
      const auto found = texts.find(row.id);
      row.cells.push_back(cell(found == texts.end() ? std::string{} : found->second));
    }
}

/// The territories of those in the list, and what a list adds that names one, once.
struct Territories {
  void add(const Request& request, const Cleared<Partner>& partner) {
    const auto territory = partner.get<&Partner::territory>();
    if (!territory) return;
    const reference::ReferenceData& library = request.released.reference();
    names.emplace(partner.id(), territory_name(library, territory, request.language));
    if (std::string text = disclaimer(library, territory, request.language); !text.empty())
      disclaimers.insert(std::move(text));
  }
  void mark(view::Table& table) const {
    for (const std::string& text : disclaimers) {
      table.marking += (table.marking.empty() ? "" : " · ") + text;
      table.document.emplace_back("disclaimer", text);
    }
  }

  TextById names;
  std::set<std::string> disclaimers;
};

base::Result<Document> make(const Request& request) {
  release::Release& released = request.released;
  auto partners = released.partners(request.ids);
  // Nobody can be reached by a line without a channel, and who is in no line is beside nobody.
  const std::size_t without_channel = std::erase_if(
      partners, [&released](const auto& partner) { return !released.safe_channel(partner); });
  std::map<model::Circle, std::vector<view::Row>> circles;
  TextById marks;
  Territories territories;
  Document document{.content = view::Table{}};
  for (const auto& partner : released.in_one_list(std::move(partners))) {
    circles[released.circle(partner)].push_back(row(released, partner));
    document.ids.emplace_back(partner.id());
    territories.add(request, partner);
    if (std::string said = in_words(released.no_contact(partner)); !said.empty())
      marks.emplace(partner.id(), std::move(said));
  }
  view::Table table{.title = "Contacts",
                    .columns = columns(),
                    .group_by = {.key = "circle", .heading = "CIRCLE", .whole = true}};
  mark(table, request);
  territories.mark(table);
  for (auto& [circle, rows] : circles) {
    std::ranges::sort(rows, by_name);
    std::string key(value::word(circle));
    std::string title = in_words(key);
    title.replace(0, 1, base::upper(title.substr(0, 1)));
    table.groups.push_back({std::move(key), std::move(rows), std::move(title)});
  }
  add_column(table, {.key = "territory", .heading = "TERRITORY", .whole = true}, territories.names);
  // Who wants not to be contacted has a mark in a list for something else.
  add_column(table, {.key = "no_contact", .heading = "NO CONTACT", .whole = true}, marks);
  document.counts = {{"partners", document.ids.size()}, {"circles", circles.size()}};
  if (released.withheld().count(release::Reason::kept_separate) != 0)
    document.remarks.push_back(
        {"kept-separate", {"bodies of States from civil society; group:states lists them alone"}});
  if (released.withheld().count(release::Reason::kept_apart) != 0)
    document.remarks.push_back({"kept-apart",
                                {"from someone in the list, by keep_apart or as an alleged "
                                 "perpetrator; list them alone"}});
  if (without_channel != 0)
    document.remarks.push_back({"no-channel-to-give", {std::to_string(without_channel)}});
  document.content = std::move(table);
  return document;
}

constexpr ParameterSpec parameters[] = {
    {Parameter::use, "What the list is for; share-contact without it"},
    {Parameter::recipient},
    {Parameter::purpose, "Why, in your words, for the manifest"},
    {Parameter::issue, "Keep a manifest of it"},
};

}  // namespace

extern const ReportSpec spec = {
    .about = About::partners,
    .makes = view::Shape::table,
    .parameters = parameters,
    .make = make,
};

}  // namespace rapport::report::contacts_report
