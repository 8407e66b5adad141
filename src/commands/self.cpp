// `rapport self`: what the program says of itself, for those who work on it or wonder.
#include "base/files.hpp"
#include "base/json.hpp"
#include "base/unicode.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/generate/outputs.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "rules/engine/rule.hpp"
#include "rules/engine/run.hpp"
#include "store/create.hpp"
#include "value/source.hpp"
#include "yaml/tree.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

namespace rapport::commands::self_command {
namespace {

using base::Failing;
using base::Failure;

struct Args {
  std::string action;
  std::string path;
  bool check = false;
};

constexpr std::array<std::string_view, 3> kinds = {"scalar", "mapping", "list"};
constexpr std::array<std::string_view, 8> styles = {
    "empty", "plain", "single-quoted", "double-quoted", "literal", "folded", "block", "flow"};

/// A span as [first byte, byte behind the last].
void span(base::JsonWriter& json, std::string_view name, std::uint32_t offset,
          std::uint32_t length) {
  json.key(name);
  json.begin_array();
  json.number(static_cast<std::int64_t>(offset));
  json.number(static_cast<std::int64_t>(offset) + length);
  json.end_array();
}

/// The rule that words this problem.
std::string_view rule_of(const yaml::Fault& error) {
  const value::Fault fault{.code = error.problem, .offset = error.offset, .length = error.length};
  for (const auto& rule : rules::all_rules())
    if (std::ranges::count(rule->faults, fault.code) != 0 &&
        (rule->owns == nullptr || rule->owns(fault)))
      return rule.name;
  return "syntax";
}

class TreeWriter {
 public:
  TreeWriter(std::string_view text, const yaml::Tree& tree) : text_(text), tree_(tree) {}

  std::string document(const yaml::Parsed& parsed) {
    json_.begin_object();
    json_.member("version", 1);
    if (parsed.error.problem != yaml::Problem::none) {
      json_.key("error");
      json_.begin_object();
      json_.member("rule", rule_of(parsed.error));
      span(json_, "span", parsed.error.offset, parsed.error.length);
      json_.end_object();
    } else {
      json_.key("root");
      node(0);
    }
    json_.end_object();
    return json_.take() + "\n";
  }

 private:
  void node(std::uint32_t index) {
    const yaml::Node& node_ = tree_.nodes[index];
    json_.begin_object();
    if (node_.key_length != 0) {
      json_.member("key", text_.substr(node_.key_offset, node_.key_length));
      span(json_, "key_span", node_.key_offset, node_.key_length);
    }
    json_.member("kind", kinds[static_cast<std::size_t>(node_.kind)]);
    json_.member("style", styles[static_cast<std::size_t>(node_.style)]);
    span(json_, "span", node_.offset, node_.length);
    if (node_.kind == yaml::Kind::scalar)
      json_.member("text", yaml::text_of(text_, text_.substr(node_.offset, node_.length),
                                         node_.style, arena_));
    else
      children(index);
    json_.end_object();
  }

  void children(std::uint32_t index) {
    json_.key(tree_.nodes[index].kind == yaml::Kind::list ? "items" : "entries");
    json_.begin_array();
    for (std::uint32_t i = index + 1; i < tree_.nodes[index].next; i = tree_.nodes[i].next) node(i);
    json_.end_array();
  }

  std::string_view text_;
  const yaml::Tree& tree_;
  base::JsonWriter json_;
  base::Arena arena_;
};

constexpr std::size_t most = std::size_t{16} << 20;

base::Result<std::string> standard_input() {
  std::string text;
  char part[4096];
  for (;;) {
    const ssize_t count = ::read(STDIN_FILENO, part, sizeof part);
    if (count == 0) return text;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      return Failure{Failing::environment,
                     fmt::format("cannot read standard input: {}", std::strerror(errno))};
    text.append(part, static_cast<std::size_t>(count));
    if (text.size() > most)
      return Failure{Failing::environment, "standard input is longer than a record may be"};
  }
}

base::Result<cli::Exit> show_tree(const std::string& path, cli::Session& session) {
  if (path.empty()) return Failure{Failing::usage, "which file?", "rapport self tree FILE"};
  const auto text = path == "-" ? standard_input() : base::read_file(path, most);
  if (!text) return text.failure();
  yaml::Tree tree;
  const yaml::Parsed parsed = yaml::parse(*text, tree);
  const app::Output output{.basis = session.basis_without_records(),
                           .content = TreeWriter(*text, tree).document(parsed)};
  if (auto shown = cli::deliver(session, output); !shown) return shown.failure();
  if (parsed.error.problem == yaml::Problem::none) return cli::Exit::fine;
  const auto rule = rule_of(parsed.error);
  const auto at = value::line_column(*text, parsed.error.offset);
  const auto* known = rules::find_rule(rule);
  session.note(fmt::format("{}:{}:{}: {} ({})", base::printable(path), at.line, at.column,
                           known == nullptr ? "this is not read" : known->spec->summary, rule));
  return cli::Exit::findings;
}

base::Result<cli::Exit> regenerate(const Args& args, cli::Session& session) {
  const std::string top = args.path.empty() ? "." : args.path;
  const auto outputs = cli::generated(session.commands());
  if (!outputs) return outputs.failure();
  std::string report;
  for (const auto& output : *outputs) {
    const std::string path = top + "/" + output.path;
    const auto old = base::read_file(path, std::size_t{64} << 20);
    if (old && *old == output.bytes) continue;
    report += fmt::format("{}: {}\n", output.path, args.check ? "differs" : "written");
    if (args.check) continue;
    if (auto made = store::create_folder(top, output.path.substr(0, output.path.rfind('/'))); !made)
      return made.failure();
    if (auto written = base::write_file(path, output.bytes, {.mode = 0644}); !written)
      return written.failure();
  }
  if (!report.empty())
    if (auto shown = cli::deliver(session, cli::ProgramText{report}); !shown)
      return shown.failure();
  return args.check && !report.empty() ? cli::Exit::findings : cli::Exit::fine;
}

base::Result<cli::Exit> run(const Args& args, cli::Session& session) {
  return args.action == "tree" ? show_tree(args.path, session) : regenerate(args, session);
}

constexpr std::array<std::string_view, 2> actions = {"regenerate", "tree"};

constexpr cli::Example examples[] = {
    {"rapport self tree rapport.yaml",
     "How the file is read: kinds, texts and byte spans, as JSON"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Show how a file is read, or write what is generated",
    .help =
        "`tree` prints the tree a record is read as, with the span of every key and value in "
        "bytes, and exits with 1 where reading stopped.\n\n"
        "`regenerate` is for those who work on rapport: it writes the manual pages, JSON Schemas "
        "and completion scripts into the source tree at PATH, or, with --check, reports which of "
        "them differ from the declarations.",
    .examples = examples,
    .group = cli::CommandGroup::program,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.argument("ACTION", args->action, "tree or regenerate");
      options.only(actions);
      options.optional_argument("PATH", args->path,
                                "The file, or - for standard input; or the top of the source tree",
                                cli::Offer::file);
      options.flag("--check", args->check, "Only compare; exit with 1 when something differs");
      return [args](cli::Session& session) { return run(*args, session); };
    },
};

}  // namespace rapport::commands::self_command
