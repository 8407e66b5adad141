// What a report is: cleared records in, a view out. Each file of report/ is one.
#pragma once

#include "base/registered.hpp"
#include "base/result.hpp"
#include "release/release.hpp"
#include "template/value.hpp"
#include "view/check_sheet.hpp"
#include "view/page.hpp"
#include "view/shape.hpp"
#include "view/table.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rapport::report {

/// Where an output comes from, as its cover or its manifest says.
struct Provenance {
  value::Date today;
  std::string revision = {};      // of the repository; empty: not in git, or changed since
  std::string edition = "draft";  // "draft" or "edition 2"; empty: there are none
};

/// The templates of one run: the office's own before the shipped ones.
class Templates {
 public:
  virtual ~Templates() = default;
  virtual base::Result<view::Page> page(std::string_view name, const templates::Value& value,
                                        std::string_view language) const = 0;
};

/// What a report is about, and so what is asked of whoever wants it.
enum class About : std::uint8_t {
  visit,           // one of them, by id
  letter,          // the same
  case_or_letter,  // the same
  partners,        // those a query finds
  repository,      // all records: nothing is asked
};

struct Request {
  release::Release& released;
  const Templates& templates;
  Provenance provenance;
  std::string language = "en";
  std::string subject = {};               // id of the engagement; a report about one
  std::vector<model::RecordId> ids = {};  // a report of what a query found
  value::Date until = {};                 // leaves out what is surely later; absent: nothing
  std::string staff = {};                 // key or name of the one whose records it is about
};

/// Something the office should know about an output before it hands it out. The code is stable;
/// the command words it.
struct Remark {
  std::string code;
  std::vector<std::string> details = {};
};

struct Document {
  std::variant<view::Table, view::Page> content;
  std::vector<Remark> remarks = {};
  std::optional<view::CheckSheet> check_sheet = {};
  std::vector<std::pair<std::string, std::size_t>> counts = {};  // "mandates": 2, for messages
  std::vector<std::string> ids = {};                             // records in it, for the manifest
  std::vector<model::RecordId> quoted = {};  // further ones of which it prints something
};

/// What whoever asks for a report may decide about it.
enum class Parameter : std::uint8_t { language, use, recipient, purpose, issue, until, staff };

struct ParameterSpec {
  Parameter parameter;
  std::string_view help = {};  // one line, no full stop; empty: as for every other command
};

struct ReportSpec {
  About about;
  view::Shape makes;
  std::span<const ParameterSpec> parameters = {};  // in the order of its help
  model::Use use = model::Use::share_contact;      // of its release, where it is given no other
  bool to_addressee = false;                       // its audience is whoever the letter goes to
  bool has_command = false;                        // of its own name: `report` does not list it
  std::span<const std::string_view> fail_on = {};  // counts of its document that should be 0
  base::Result<Document> (*make)(const Request&);
};

/// The engagements that one of a report is, and how one of another kind is refused: "is not a
/// visit".
struct Subject {
  std::span<const model::EngagementKind> kinds = {};
  std::string_view refusal = {};
  /// The document is made for its audience, which may know of it whatever its classification is.
  bool opens = false;
};
/// Without kinds where a report is not about one engagement.
Subject subject_of(About about);

std::span<const base::Registered<ReportSpec>> all_reports();
/// Of one there is.
const ReportSpec& spec_of(std::string_view report);

}  // namespace rapport::report
