// `rapport completion`: the script for a shell, and the answers that such a script asks for.
#include "cli/generate/completion.hpp"

#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "format/engine/format.hpp"
#include "query/queryable_fields.hpp"
#include "rules/engine/rule.hpp"
#include "value/word.hpp"

#include <memory>
#include <optional>
#include <span>

namespace rapport::commands::completion_command {
namespace {

using base::Failing;
using base::Failure;
using cli::Offer;

struct Args {
  std::string shell;
  std::string ask;
  std::string of;
};

void add(std::string& out, std::string_view word) { out.append(word).append("\n"); }

std::string names(const auto& listed) {
  std::string out;
  for (const auto& each : listed) add(out, each.name);
  return out;
}

/// Those that can write what the command answers with.
std::string formats(std::string_view command, const cli::Session& session) {
  std::optional<view::Shape> shape;
  for (const auto& each : session.commands())
    if (each.name == command) shape = each->answers;
  return names(format::formats_for(shape));
}

model::RecordKind kind_of(std::string_view word) {
  return word.starts_with("engagement") ? model::RecordKind::engagement
                                        : model::RecordKind::partner;
}

std::string fields(std::string_view records, bool is_query) {
  std::string out;
  for (const auto& field : query::queryable_fields(kind_of(records)))
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
std::optional<std::string> declared(Offer offer, const Args& args, const cli::Session& session) {
  const cli::Commands commands = session.commands();
  switch (offer) {
    case Offer::format:
      return formats(args.of, session);
    case Offer::field:
    case Offer::query:
      return fields(args.of, offer == Offer::query);
    case Offer::kind:
      return kind_of(args.of) == model::RecordKind::partner
                 ? words(value::words_of<model::PartnerKind>)
                 : words(value::words_of<model::EngagementKind>);
    case Offer::rule:
      return names(rules::all_rules());
    case Offer::command:
      return names(commands);
    case Offer::topic:
      return names(commands) + words(cli::help_topics);
    default:
      return std::nullopt;
  }
}

/// Codes are of use before there is a repository, too.
std::string codes(value::CodeSet set, cli::Session& session) {
  static_cast<void>(session.open(cli::Needs::root));
  std::string out;
  if (set == value::CodeSet::absent) return out;
  for (const auto& code : session.library().codes().all(set)) add(out, code);
  return out;
}

std::string ids(Offer offer, const cli::Session& session) {
  using Kind = model::EngagementKind;
  std::string out;
  const auto all = [&](const auto kind) {
    for (const auto id : session.snapshot().ids(kind)) add(out, id);
  };
  if (offer == Offer::visit) return all(Kind::visit), out;
  if (offer == Offer::matter) all(Kind::case_);
  if (offer == Offer::letter || offer == Offer::matter) return all(Kind::communication), out;
  if (offer != Offer::engagement) all(model::RecordKind::partner);
  if (offer != Offer::partner) all(model::RecordKind::engagement);
  return out;
}

/// Of this repository: its ids, and codes with those of its own rows.
base::Result<std::string> found(const Args& args, Offer offer, cli::Session& session) {
  if (offer == Offer::mandate) return codes(value::CodeSet::mandate, session);
  if (offer == Offer::code) return codes(value::code_set(args.of), session);
  if (auto opened = session.open(cli::Needs::records); !opened) return opened.failure();
  return ids(offer, session);
}

base::Done answer(const Args& args, cli::Session& session) {
  const Offer offer = cli::asked_for(args.ask);
  if (auto known = declared(offer, args, session))
    return cli::deliver(session, cli::ProgramText{std::move(*known)});
  auto text = found(args, offer, session);
  if (!text) return text.failure();
  return cli::deliver(
      session, app::Output{.basis = session.basis_without_records(), .content = std::move(*text)});
}

base::Done print_script(const Args& args, cli::Session& session) {
  auto script = cli::completion_script(args.shell, session.commands());
  return cli::deliver(session, cli::ProgramText{std::move(script)});
}

base::Result<cli::Exit> complete(const Args& args, cli::Session& session) {
  if (args.shell.empty() == args.ask.empty())
    return Failure{Failing::usage, "which shell?", "bash, zsh or fish"};
  const auto shown = args.ask.empty() ? print_script(args, session) : answer(args, session);
  if (!shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport completion bash > ~/.local/share/bash-completion/completions/rapport", "For bash"},
    {"rapport completion fish > ~/.config/fish/completions/rapport.fish", "For fish"},
    {"rapport completion --ask commands", "What a script asks when Tab is pressed"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Print the completion script of a shell",
    .help =
        "The package puts these scripts where the shells find them; this is for everybody "
        "else. A script asks the program for ids, so what is offered is what is there; ids go into "
        "a file only with --protected.",
    .examples = examples,
    .group = cli::CommandGroup::program,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.optional_argument("SHELL", args->shell, "bash, zsh or fish");
      options.only(cli::shells);
      options.value("--ask", "WHAT", args->ask, "What a script wants to offer");
      options.only(cli::questions());
      options.value("--of", "WORD", args->of, "The word that the answer depends on");
      options.may_be_empty();
      return [args](cli::Session& session) { return complete(*args, session); };
    },
};

}  // namespace rapport::commands::completion_command
