// The contact list: partners by circle, each with the one channel that is safe to use.
#include "base/unicode.hpp"
#include "mandate/circle.hpp"
#include "report/engine/report.hpp"

#include <algorithm>
#include <map>

namespace rapport::report {
namespace {

using model::Contact;
using model::Partner;
using release::Cleared;

view::Cell cell(const release::Shown& shown) {
  if (!shown) return {};
  return shown.text();
}

std::string joined(const std::vector<release::Shown>& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : ", ") + text.text();
  return out;
}

/// Who answers there: the person a body asks to be addressed, else the post of an official.
view::Cell attention(const Cleared<Partner>& partner, const Cleared<Contact>& channel) {
  if (channel)
    if (const auto shown = channel.show<&Contact::attention>()) return shown.text();
  for (const auto& affiliation : partner.list<&Partner::affiliations>())
    if (const auto post = affiliation.show<&model::Affiliation::post>()) return post.text();
  return {};
}

view::Row row(const release::Released& released, const Cleared<Partner>& partner) {
  const auto channel = released.safe_channel(partner);
  view::Row row{.id = std::string(partner.id())};
  row.cells.push_back(cell(partner.show<&Partner::name>()));
  row.cells.push_back(cell(partner.show<&Partner::kind>()));
  row.cells.push_back(cell(partner.show<&Partner::country>()));
  row.cells.push_back(attention(partner, channel));
  if (channel) {
    row.cells.push_back(cell(channel.show<&Contact::channel>()));
    row.cells.push_back(cell(channel.show<&Contact::value>()));
    row.cells.push_back(cell(channel.show<&Contact::hours>()));
  } else {
    row.cells.insert(row.cells.end(), 3, view::Cell{});
  }
  row.cells.push_back(joined(partner.texts<&Partner::languages>()));
  row.cells.push_back(channel ? cell(channel.show<&Contact::verified>()) : view::Cell{});
  return row;
}

bool by_name(const view::Row& a, const view::Row& b) {
  const auto key = [](const view::Row& row) {
    return std::pair{base::fold(view::to_text(row.cells.front())), row.id};
  };
  return key(a) < key(b);
}

base::Result<Document> make(const Request& request) {
  release::Released& released = request.released;
  const auto partners = released.partners_in_one_list(request.ids);
  std::map<model::Circle, std::vector<view::Row>> circles;
  std::size_t without_channel = 0;
  Document document{.content = view::Table{}};
  for (const auto& partner : partners) {
    circles[released.circle(partner)].push_back(row(released, partner));
    if (!released.safe_channel(partner)) ++without_channel;
    document.ids.emplace_back(partner.id());
  }
  view::Table table{.title = "Contacts",
                    .columns = {{.key = "name", .heading = "NAME", .whole = true},
                                {.key = "kind", .heading = "KIND"},
                                {.key = "country", .heading = "STATE", .whole = true},
                                {.key = "attention", .heading = "ATTENTION"},
                                {.key = "channel", .heading = "CHANNEL", .whole = true},
                                {.key = "value", .heading = "ADDRESS OR NUMBER", .whole = true},
                                {.key = "hours", .heading = "HOURS", .whole = true},
                                {.key = "languages", .heading = "LANGUAGES", .whole = true},
                                {.key = "verified", .heading = "VERIFIED", .whole = true}},
                    .group_by = {.key = "circle", .heading = "CIRCLE", .whole = true}};
  for (auto& [circle, rows] : circles) {
    std::ranges::sort(rows, by_name);
    table.groups.push_back({std::string(value::word(circle)), std::move(rows)});
  }
  document.counts = {{"partners", partners.size()}, {"circles", circles.size()}};
  if (without_channel != 0)
    document.remarks.push_back({"no-safe-channel", {std::to_string(without_channel)}});
  document.content = std::move(table);
  return document;
}

}  // namespace

extern const ReportSpec contacts_report = {
    .summary = "Partners by circle, each with the channel that is safe to use",
    .make = make,
};

}  // namespace rapport::report
