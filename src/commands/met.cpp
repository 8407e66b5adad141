// `rapport met`: write down a meeting, soon after it.
#include "app/met.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/random.hpp"
#include "cli/session.hpp"
#include "cli/write.hpp"
#include "commands/questions/meeting.hpp"
#include "model/contact.hpp"
#include "store/draft.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace rapport::commands::met_command {
namespace {

using base::Failing;
using base::Failure;

/// What somebody can have met at; the rest has more to say than four questions ask.
constexpr std::array<std::string_view, 10> kinds = {
    "meeting",    "consultation", "phone-call", "briefing",       "roundtable",
    "conference", "training",     "side-event", "expert-meeting", "cooperation"};

struct Args {
  app::MetRequest request;
  std::vector<std::string> ours;
  std::vector<std::string> theirs;
  std::vector<std::string> created;
  cli::WriteOptions write;
};

/// "ngo: Rio Verde Network", "defender: Ana Ejemplo, signal +999 5555 0101".
base::Result<app::NewPartner> new_partner(const std::string& typed) {
  const auto colon = typed.find(':');
  app::NewPartner created{
      .name = colon == std::string::npos
                  ? std::string()
                  : std::string(base::trim(std::string_view(typed).substr(colon + 1))),
      .kind = std::string(base::trim(std::string_view(typed).substr(0, colon)))};
  for (auto comma = created.name.find(','); comma != std::string::npos;
       comma = created.name.find(',', comma + 1)) {
    read_channel(base::trim(std::string_view(created.name).substr(comma + 1)), created);
    if (created.channel.empty()) continue;
    created.name = std::string(base::trim(std::string_view(created.name).substr(0, comma)));
    break;
  }
  if (!created.channel.empty() &&
      created.address.find_first_of("0123456789@") == std::string::npos &&
      value::parse_word<model::Channel>(created.channel) <= model::Channel::fax)
    return Failure{Failing::usage,
                   fmt::format("'{}' is no number or address", base::printable(created.address)),
                   "behind the name: a channel and what it takes, such as signal +999 5555 0101"};
  if (!created.name.empty() && !created.kind.empty()) return created;
  return Failure{Failing::usage,
                 fmt::format("--new-partner '{}' has no kind or no name", base::printable(typed)),
                 "--new-partner KIND:NAME, such as --new-partner 'ngo:Rio Verde Network'"};
}

base::Done read_options(Args& args) {
  for (const std::string& text : args.ours) args.request.promises.push_back({true, text});
  for (const std::string& text : args.theirs) args.request.promises.push_back({false, text});
  for (const std::string& typed : args.created) {
    auto created = new_partner(typed);
    if (!created) return created.failure();
    args.request.created.push_back(std::move(*created));
  }
  if (!args.request.planned.empty() && args.request.is_another)
    return Failure{Failing::usage, "--planned and --new exclude each other",
                   "--planned ID: it was that meeting; --new: it was another one"};
  return base::done();
}

/// What was typed at the questions is not lost: `rapport edit` goes on with it.
Failure kept(Failure failure, const app::MetRequest& request, cli::Session& session) {
  const auto texts = app::meeting_texts(session.snapshot(), request);
  if (!texts) return failure;
  std::vector<std::string> ids;
  for (const app::RecordText& each : *texts) {
    const auto now = app::find_text(session.snapshot(), each.id);
    const store::Draft draft(session.root(), each.id);
    if (!draft.begin(each.text, {each.path, now ? now->text : ""})) return failure;
    ids.push_back(each.id);
  }
  failure.hint = fmt::format("what you typed is kept; `rapport edit {}` goes on with it",
                             base::join(ids, " "));
  return failure;
}

base::Result<cli::Exit> met(Args& args, cli::Session& session) {
  if (auto read = read_options(args); !read) return read.failure();
  if (auto opened = session.open(cli::Needs::nothing); !opened) return opened.failure();
  args.request.occasion = session.occasion();
  args.request.draw = cli::opaque_id;
  const bool is_terminal = cli::input_is_terminal() && session.terminal().err_is_terminal;
  if (is_terminal && !args.write.yes) {
    // Nothing is locked while somebody thinks.
    if (auto opened = session.open(cli::Needs::records); !opened) return opened.failure();
    if (auto asked = ask_about_meeting(args.request, session); !asked) return asked.failure();
  }
  auto written = cli::write_records(session, args.write,
                                    [&](const app::Snapshot& snapshot, const store::Lock* lock) {
                                      return app::record_meeting(snapshot, lock, args.request);
                                    });
  const bool asked = is_terminal && !args.write.yes && !args.write.dry_run;
  if (!written && asked && written.failure().kind == Failing::data)
    return kept(written.failure(), args.request, session);
  return written;
}

constexpr cli::Example examples[] = {
    {"rapport met xxa-mfa", "The questions, one after another, on a terminal"},
    {"rapport met xxa-mfa --at Geneva --about 'the dam' --they-promise 'answer the letter by 4w' "
     "--needs 'a list of the cases'",
     "All of it at once, today"},
    {"rapport met rio-ejemplo-committee hrd-k7m2qx --on 2026-06-10 --we-promise 'hrd-k7m2qx: send "
     "the translation by 2026-07-01'",
     "Two at once; the promise is to one of them"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Write down a meeting, soon after it",
    .help =
        "WHO is the id of a partner, or a name that belongs to one partner only. On a terminal "
        "four "
        "questions follow, of what no option answers: who, when and where, what was promised by "
        "whom until when, and what is needed. Enter skips a question; --yes asks nothing.\n\n"
        "A promise ends with \"by\" and a date, or how long from that day: by 2026-07-01, by 2w. "
        "Where several were met it begins with whose it is: \"rio-verde-network: send the list by "
        "2w\". So does a need, with commas where several have it. A need is open until `rapport "
        "done` says how it was answered.\n\n"
        "If a meeting with one of them was planned for that day, it becomes held and gets what was "
        "said; if one was planned within 7 days, the command asks, or takes --planned ID or --new. "
        "Else a new record is written to the folder of its year, under an id that reveals nobody. "
        "--about takes themes by their code, and words, which become the title: more people see a "
        "title than the record, so no name of a protected person is put there.\n\n"
        "--new-partner writes a record for somebody who has none yet. A way to reach them that "
        "they "
        "gave and that is safe goes behind the name, which a defender needs: \"defender:Ana "
        "Ejemplo, "
        "signal +999 5555 0101\".\n\n"
        "A meeting gives no consent: `rapport consent` records what people agreed to.",
    .examples = examples,
    .group = cli::CommandGroup::start,
    .needs = cli::Needs::root,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      app::MetRequest& request = args->request;
      options.rest("WHO", request.who, "Who was met: ids or names of partners",
                   cli::Offer::partner);
      options.value("--on", "DATE", request.on, "The day, if not today");
      options.value("--at", "PLACE", request.place, "Where");
      options.list("--about", "THEME|TEXT", request.about,
                   "A theme, or words for the title (can be repeated)");
      options.keeps_commas();
      options.value("--kind", "KIND", request.kind, "What it was, if not a meeting");
      options.only(kinds);
      options.list("--we-promise", "TEXT", args->ours,
                   "What the office promised, until when (can be repeated)");
      options.keeps_commas();
      options.list("--they-promise", "TEXT", args->theirs,
                   "What they promised, until when (can be repeated)");
      options.keeps_commas();
      options.list("--needs", "TEXT", request.needs, "What is needed (can be repeated)");
      options.keeps_commas();
      options.value("--note", "TEXT", request.note, "What was said, for the office only");
      options.value("--planned", "ID", request.planned, "The planned meeting that this was",
                    cli::Offer::engagement);
      options.flag("--new", request.is_another, "It was none of those that are planned");
      options.list("--new-partner", "KIND:NAME[, CHANNEL VALUE]", args->created,
                   "Somebody who has no record yet (can be repeated)");
      options.keeps_commas();
      cli::declare_dry_run(options, args->write);
      cli::declare_yes(options, args->write);
      options.refuse("--audience", "records are changed by the office only");
      return [args](cli::Session& session) { return met(*args, session); };
    },
};

}  // namespace rapport::commands::met_command
