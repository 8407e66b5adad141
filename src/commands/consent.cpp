// `rapport consent`: add an act of consent to a partner's record.
#include "app/consent.hpp"

#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/may_leave.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "model/consent.hpp"
#include "value/word.hpp"

#include <memory>

namespace rapport::commands::consent_command {
namespace {

base::Result<cli::Exit> add(app::ConsentRequest request, cli::Session& session) {
  // Once the act is written it is too late to refuse what is said of it.
  if (auto may = cli::may_answer_office(session); !may) return may.failure();
  const auto lock = session.lock();
  if (!lock) return lock.failure();
  if (auto opened = session.open(cli::Needs::records); !opened) return opened.failure();
  request.terms = session.terms();
  const auto output = app::add_consent(session.snapshot(), **lock, request);
  if (!output) return output.failure();
  if (auto shown = cli::deliver(session, *output); !shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport consent hrd-k7m2qx given --for share-contact --to mandates,ohchr --by self --how "
     "signal --until 2027-06-11",
     "Their name and number may go to other mandates and OHCHR, for a year"},
    {"rapport consent hrd-k7m2qx given --case examplia-dam --for letter --to state --states XXA "
     "--name-as full --by self --how in-person",
     "They may be named in the letters of a case to one State"},
    {"rapport consent hrd-k7m2qx withdrawn --by self --how signal",
     "Everything they had agreed to ends today"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Add an act of consent to a partner's record",
    .help =
        "Consent is a list of acts that is only ever added to: what was given, narrowed (only what "
        "this act lists is left), renewed, refused or withdrawn (all before it ends), on which "
        "day, by whom and how. The act is added at the end of the list in the partner's file; "
        "every other byte, comments too, stays. When several commands write at once, each waits "
        "for the one before it, up to 5 seconds. When another program changes the file meanwhile, "
        "nothing is written and the status is 3. An act that would be an error, or that is older "
        "than the facts of its case and not given in --advance, is refused before anything is "
        "written; what consent allows with it is printed.\n\n"
        "An act without --case never opens a letter, raising a case orally, a publication, a press "
        "text or a report to the UN.",
    .examples = examples,
    .group = cli::CommandGroup::protection,
    .needs = cli::Needs::root,
    .bind = [](cli::Options& options) -> cli::Run {
      auto request = std::make_shared<app::ConsentRequest>();
      options.argument("PARTNER", request->partner, "The id of the partner", cli::Offer::partner);
      options.argument("ACT", request->act, "What they did");
      options.only(value::words_of<model::Act>);
      options.list("--for", "USE", request->uses, "What it allows");
      options.only(value::words_of<model::Use>);
      options.list("--to", "AUDIENCE", request->to, "The audiences it allows");
      options.only(value::words_of<model::Audience>);
      options.value("--case", "ID", request->matter, "The one case it is about",
                    cli::Offer::engagement);
      options.list("--states", "CODE", request->states, "Only these States");
      options.value("--name-as", "FORM", request->name_as, "How the name may appear");
      options.only(value::words_of<model::NameAs>);
      options.value("--by", "WHO", request->by, "Who said it");
      options.only(value::words_of<model::ConsentBy>);
      options.value("--how", "WORDS", request->how, "By which means: in-person, signal, letter");
      options.value("--language", "TAG", request->language, "The language it was given in");
      options.flag("--advance", request->advance, "Also for facts that come later");
      options.value("--until", "DATE", request->until, "Its last day");
      options.value("--on", "DATE", request->on, "The day it was said; without it, today");
      options.value("--note", "WORDS", request->note, "For the office");
      options.refuse("--audience", "--to says which audiences the act is for");
      return [request](cli::Session& session) { return add(*request, session); };
    },
};

}  // namespace rapport::commands::consent_command
