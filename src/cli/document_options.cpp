#include "cli/document.hpp"
#include "cli/options.hpp"
#include "value/word.hpp"

#include <memory>

namespace rapport::cli {
namespace {

void declare_subject(Options& options, report::About about, DocumentOptions& into) {
  using report::About;
  switch (about) {
    case About::visit:
      return options.argument("VISIT", into.subject, "The id of the visit", Offer::visit);
    case About::letter:
      return options.argument("LETTER", into.subject, "The id of the communication", Offer::letter);
    case About::case_or_letter:
      return options.argument("CASE", into.subject, "The id of a case, or of a letter",
                              Offer::matter);
    case About::partners:
      return options.rest("QUERY", into.query,
                          "Which partners, as for `rapport list`; without it, all", Offer::query);
    case About::repository:
      return;
  }
}

void declare_parameter(Options& options, const report::ParameterSpec& spec, DocumentOptions& into) {
  using report::Parameter;
  switch (spec.parameter) {
    case Parameter::language:
      return options.value("--lang", "LANGUAGE", into.language, spec.help);
    case Parameter::use:
      options.value("--use", "USE", into.use, spec.help);
      return options.only(value::words_of<model::Use>);
    case Parameter::recipient:
      return declare_recipient(options, into.recipient);
    case Parameter::purpose:
      return options.value("--purpose", "WORDS", into.purpose, spec.help);
    case Parameter::issue:
      return options.flag("--issue", into.issue, spec.help);
    case Parameter::until:
      return options.value("--until", "DATE", into.until, spec.help);
    case Parameter::staff:
      return options.optional_argument("STAFF", into.staff, spec.help, Offer::staff);
  }
}

}  // namespace

void declare_document(Options& options, const report::ReportSpec& spec, DocumentOptions& into) {
  declare_subject(options, spec.about, into);
  for (const auto& parameter : spec.parameters) declare_parameter(options, parameter, into);
  if (spec.to_addressee) options.refuse("--audience", "a letter goes to its addressee");
}

Run bind_document(Options& options, std::string_view report) {
  auto into = std::make_shared<DocumentOptions>();
  into->report = report;
  declare_document(options, report::spec_of(report), *into);
  return [into](Session& session) { return hand_out(session, *into); };
}

}  // namespace rapport::cli
