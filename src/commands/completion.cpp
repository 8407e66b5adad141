// `rapport completion`: the script for a shell, and the answers that such a script asks for.
#include "cli/generate/completion.hpp"

#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "format/engine/format.hpp"
#include "query/field.hpp"
#include "rules/engine/rule.hpp"
#include "value/word.hpp"

#include <array>
#include <memory>
#include <optional>
#include <span>

namespace rapport::commands {
namespace {

using base::Failing;
using base::Failure;

struct Args {
  std::string shell;
  std::string ask;
  std::string of;
};

constexpr std::array<std::string_view, 15> questions = {
    "codes",   "commands", "engagements", "fields",  "formats", "kinds",  "letters", "mandates",
    "matters", "partners", "queries",     "records", "rules",   "topics", "visits"};

void add(std::string& out, std::string_view word) { out.append(word).append("\n"); }

/// Those that can write what the command answers with.
std::string formats(std::string_view command, const cli::Session& session) {
  auto answers = cli::Answers::anything;
  for (const auto& each : session.lists().commands)
    if (each.name == command) answers = each->answers;
  std::string out;
  for (const auto& format : format::all_formats()) {
    const bool is_able = answers == cli::Answers::table      ? format->table != nullptr
                         : answers == cli::Answers::cards    ? format->cards != nullptr
                         : answers == cli::Answers::page     ? format->page != nullptr
                         : answers == cli::Answers::findings ? format->findings != nullptr
                                                             : true;
    if (is_able) add(out, format.name);
  }
  return out;
}

model::RecordKind kind_of(std::string_view word) {
  return word.starts_with("engagement") ? model::RecordKind::engagement
                                        : model::RecordKind::partner;
}

std::string fields(std::string_view records, bool is_query) {
  std::string out;
  for (const auto& field : query::known_fields(kind_of(records)))
    if (field.type->shape != value::Shape::block || !is_query)
      add(out, is_query ? field.name + ":" : field.name);
  if (is_query) add(out, "has:");
  return out;
}

std::string words(std::span<const std::string_view> words) {
  std::string out;
  for (const auto word : words) add(out, word);
  return out;
}

/// What needs no records.
std::optional<std::string> declared(const Args& args, const cli::Session& session) {
  std::string out;
  if (args.ask == "formats") return formats(args.of, session);
  if (args.ask == "fields" || args.ask == "queries") return fields(args.of, args.ask == "queries");
  if (args.ask == "kinds")
    return kind_of(args.of) == model::RecordKind::partner
               ? words(value::words_of<model::PartnerKind>)
               : words(value::words_of<model::EngagementKind>);
  if (args.ask == "rules") {
    for (const auto& rule : rules::all_rules()) add(out, rule.name);
    return out;
  }
  if (args.ask != "commands" && args.ask != "topics") return std::nullopt;
  for (const auto& command : session.lists().commands) add(out, command.name);
  return args.ask == "topics" ? out + "options\nrecords\nrules\n" : out;
}

/// Codes are of use before there is a repository, too.
std::string codes(value::CodeSet set, cli::Session& session) {
  static_cast<void>(session.open(cli::Needs::root));
  std::string out;
  if (set == value::CodeSet::absent) return out;
  for (const auto& code : session.library().codes().all(set)) add(out, code);
  return out;
}

std::string ids(std::string_view question, const cli::Session& session) {
  using Kind = model::EngagementKind;
  std::string out;
  const auto all = [&](const auto kind) {
    for (const auto id : session.ids(kind)) add(out, id);
  };
  if (question == "visits") return all(Kind::visit), out;
  if (question == "matters") all(Kind::case_);
  if (question == "letters" || question == "matters") return all(Kind::communication), out;
  if (question != "engagements") all(model::RecordKind::partner);
  if (question != "partners") all(model::RecordKind::engagement);
  return out;
}

base::Result<std::string> answer(const Args& args, cli::Session& session) {
  if (auto known = declared(args, session)) return *known;
  if (args.ask == "mandates") return codes(value::CodeSet::mandate, session);
  if (args.ask == "codes") return codes(value::code_set(args.of), session);
  if (auto opened = session.open(cli::Needs::records); !opened) return opened.failure();
  return ids(args.ask, session);
}

base::Result<cli::Exit> complete(const Args& args, cli::Session& session) {
  if (args.shell.empty() == args.ask.empty())
    return Failure{Failing::usage, "which shell?", "bash, zsh or fish"};
  base::Result<std::string> text =
      args.ask.empty() ? base::Result(cli::completion_script(args.shell, session.lists().commands))
                       : answer(args, session);
  if (!text) return text.failure();
  if (auto shown = cli::deliver(session, *text); !shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport completion bash > ~/.local/share/bash-completion/completions/rapport", "For bash"},
    {"rapport completion fish > ~/.config/fish/completions/rapport.fish", "For fish"},
    {"rapport completion --ask commands", "What a script asks when Tab is pressed"},
};

}  // namespace

extern const cli::CommandSpec completion_command = {
    .summary = "Print the completion script of a shell",
    .help =
        "The package puts these scripts where the shells find them; this is for everybody "
        "else. A script asks the program for ids, so what is offered is what is there.",
    .examples = examples,
    .group = cli::CommandGroup::program,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.optional_argument("SHELL", args->shell, "bash, zsh or fish");
      options.only(cli::shells);
      options.value("--ask", "WHAT", args->ask, "What a script wants to offer");
      options.only(questions);
      options.value("--of", "WORD", args->of, "The word that the answer depends on");
      options.may_be_empty();
      return [args](cli::Session& session) { return complete(*args, session); };
    },
};

}  // namespace rapport::commands
