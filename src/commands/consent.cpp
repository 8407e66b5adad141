// `rapport consent`: add an act of consent to a partner's record.
#include "app/consent.hpp"

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "cli/write.hpp"
#include "model/consent.hpp"
#include "value/field.hpp"
#include "value/word.hpp"

#include <memory>
#include <string>
#include <vector>

namespace rapport::commands::consent_command {
namespace {

/// What was typed for one field of the act: a text, a list or a flag.
struct Typed {
  const app::ConsentOption* option;
  std::string text = {};
  std::vector<std::string> list = {};
  bool is_set = false;

  std::vector<std::string> values() const {
    if (is_set) return {"yes"};
    return text.empty() ? list : std::vector{text};
  }
};

struct Args {
  std::string partner;
  std::string act;
  std::vector<Typed> fields = {};
  cli::WriteOptions write = {};
};

void declare(cli::Options& options, Typed& into) {
  const auto& [row, name, placeholder, doc] = *into.option;
  const bool is_engagement = row->meta.refers == value::Refers::engagement;
  const auto offer = is_engagement ? cli::Offer::engagement : cli::Offer::nothing;
  if (row->type->shape == value::Shape::flag)
    options.flag(name, into.is_set, doc);
  else if (row->type->shape == value::Shape::list)
    options.list(name, placeholder, into.list, doc, offer);
  else
    options.value(name, placeholder, into.text, doc, offer);
  if (const auto words = app::item_type(*row).words; !words.empty()) options.only(words);
}

app::ConsentRequest request_of(const Args& args, const app::Occasion& terms) {
  app::ConsentRequest request{
      .occasion = terms,
      .partner = args.partner,
      .act = value::parse_word<model::Act>(args.act).value(),  // which was checked
  };
  for (const Typed& typed : args.fields)
    if (auto values = typed.values(); !values.empty())
      request.values.set(*typed.option->row, std::move(values));
  return request;
}

base::Result<cli::Exit> add(const Args& args, cli::Session& session) {
  return cli::write_records(
      session, args.write, [&](const app::Snapshot& snapshot, const store::Lock* lock) {
        return app::add_consent(snapshot, lock, request_of(args, session.occasion()));
      });
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
        "Consent is a list of acts; new acts are added, and old ones never change. An act says "
        "what was given, narrowed (only what this act lists is left), renewed, refused or "
        "withdrawn (everything before it ends), on which day, by whom and how. The act is added at "
        "the end of the list in the partner's file; every other byte, comments too, stays. When "
        "several commands write at once, each waits for the one before it, up to 5 seconds. If "
        "another program changes the file meanwhile, nothing is written and the status is 3. An "
        "act that would be an error, or that is older than the facts of its case and not given "
        "with --advance, is refused before anything is written. The command prints what consent "
        "allows after the act.\n\n"
        "An act without --case never allows a letter, raising a case orally, a publication, a "
        "press text or a report to the UN.",
    .examples = examples,
    .group = cli::CommandGroup::protection,
    .needs = cli::Needs::root,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.argument("PARTNER", args->partner, "The id of the partner", cli::Offer::partner);
      options.argument("ACT", args->act, "What they did");
      options.only(value::words_of<model::Act>);
      for (const app::ConsentOption& option : app::consent_options())
        args->fields.push_back({&option});
      for (Typed& typed : args->fields) declare(options, typed);
      cli::declare_dry_run(options, args->write);
      options.refuse("--audience", "--to says which audiences the act is for");
      return [args](cli::Session& session) { return add(*args, session); };
    },
};

}  // namespace rapport::commands::consent_command
