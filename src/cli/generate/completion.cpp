#include "cli/generate/completion.hpp"

#include "base/text.hpp"
#include "cli/generate/completion_parts.hpp"
#include "cli/global_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace rapport::cli {
namespace {

using Declared = Options::Declared;

struct Asked {
  std::string_view question;
  Offer offer;
};

/// By the question; what has the same answer stands together.
constexpr std::array<Asked, 16> asked = {{
    {"codes", Offer::code},
    {"commands", Offer::command},
    {"engagements", Offer::engagement},
    {"fields", Offer::field},
    {"fields", Offer::fields},
    {"formats", Offer::format},
    {"kinds", Offer::kind},
    {"letters", Offer::letter},
    {"mandates", Offer::mandate},
    {"matters", Offer::matter},
    {"partners", Offer::partner},
    {"queries", Offer::query},
    {"records", Offer::record},
    {"rules", Offer::rule},
    {"topics", Offer::topic},
    {"visits", Offer::visit},
}};

/// The commands with what they take, and what all take as one without a name.
std::vector<Completed> bind_all(Commands commands, GlobalOptions& globals) {
  std::vector<Completed> all;
  all.push_back({});
  declare(all.back().options, globals);
  for (const auto& command : commands) {
    all.push_back({command.name, command->summary, {}});
    static_cast<void>(command->bind(all.back().options));
  }
  return all;
}

}  // namespace

std::string_view question(Offer offer) {
  const auto found = std::ranges::find(asked, offer, &Asked::offer);
  return found == asked.end() ? std::string_view{} : found->question;
}

std::vector<std::string_view> questions() {
  std::vector<std::string_view> words;
  for (const Asked& each : asked)
    if (words.empty() || words.back() != each.question) words.push_back(each.question);
  return words;
}

Offer asked_for(std::string_view question) {
  const auto found = std::ranges::find(asked, question, &Asked::question);
  return found == asked.end() ? Offer::nothing : found->offer;
}

bool takes_commas(const Declared& declared) {
  return declared.splits || declared.offer == Offer::fields;
}

namespace {

/// For zsh's single quotes, with what its option specs read as their own escaped.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      if (c == '[' || c == ']' || c == ':') out += '\\';
      out += c;
    }
  }
  return out;
}

std::string zsh_action(const Declared& declared) {
  if (!declared.words.empty())
    return takes_commas(declared)
               ? fmt::format("_values -s , {} {}", declared.value, base::join(declared.words, " "))
               : fmt::format("({})", base::join(declared.words, " "));
  if (const auto ask = question(declared.offer); !ask.empty())
    // The space keeps _arguments from putting words of its own before ours.
    return fmt::format(" {} {}", takes_commas(declared) ? "_rapport_list" : "_rapport_ask", ask);
  if (declared.offer == Offer::directory) return "_files -/";
  return declared.offer == Offer::file ? "_files" : " ";
}

std::string zsh_specs(const Options& options) {
  std::string out;
  for (const auto& declared : options.declared()) {
    if (declared.is_argument) continue;
    for (const auto name : base::split(declared.names, ',')) {
      out += fmt::format("    '*{}[{}]", name, zsh_text(declared.doc));
      if (!declared.value.empty())
        out += fmt::format(":{}:{}", zsh_text(declared.value), zsh_action(declared));
      out += "' \\\n";
    }
  }
  return out;
}

std::string zsh_arguments(const Options& options) {
  std::string out;
  for (const auto& declared : options.declared())
    if (declared.is_argument) {
      const bool many = std::holds_alternative<std::vector<std::string>*>(declared.into);
      out += fmt::format("        '{}:{}:{}' \\\n", many ? "*" : "", zsh_text(declared.names),
                         zsh_action(declared));
    }
  return out;
}

std::string zsh(const std::vector<Completed>& all) {
  std::string out =
      "#compdef rapport\n# Completion of rapport for zsh. Generated: `rapport completion zsh`.\n"
      "_rapport_ask() {\n  local of=${line[1]}\n  local -a found here end\n"
      "  [[ $1 == formats ]] && of=$rapport_command\n"
      "  [[ $1 == queries ]] && end=(-S '')\n"
      "  [[ -n $rapport_directory ]] && here=(-C $rapport_directory)\n"
      "  found=(${(f)\"$(rapport $here completion --ask $1 --of \"$of\" 2>/dev/null)\"})\n"
      "  compadd \"${end[@]}\" -a found\n}\n"
      "_rapport_list() { compset -P '*,'; _rapport_ask $1; }\n"
      "_rapport() {\n  local curcontext=$curcontext state rapport_command rapport_directory\n"
      "  local -a line everywhere commands\n  typeset -A opt_args\n  everywhere=(\n";
  out += zsh_specs(all.front().options);
  out += "  )\n  commands=(\n";
  for (std::size_t i = 1; i < all.size(); ++i)
    out += fmt::format("    '{}:{}'\n", all[i].name, zsh_text(all[i].summary));
  out +=
      "  )\n  _arguments -C $everywhere '1:command:->command' '*::argument:->argument'\n"
      "  rapport_command=$line[1] rapport_directory=${opt_args[-C]:-${opt_args[--directory]}}\n"
      "  case $state in\n    command) _describe command commands ;;\n    argument)\n"
      "      case $line[1] in\n";
  for (std::size_t i = 1; i < all.size(); ++i)
    out += fmt::format("      {})\n        _arguments $everywhere \\\n{}{}          ;;\n",
                       all[i].name, zsh_specs(all[i].options), zsh_arguments(all[i].options));
  return base::replace_all(out, " \\\n  )", "\n  )") +
         "      esac ;;\n  esac\n}\n"
         "if [[ $funcstack[1] == _rapport ]]; then _rapport \"$@\"; else compdef _rapport rapport; "
         "fi\n";
}

std::string fish_text(std::string_view text) {
  return "'" + base::replace_all(base::replace_all(text, "\\", "\\\\"), "'", "\\'") + "'";
}

std::string fish_source(const Declared& declared) {
  if (!declared.words.empty())
    return fmt::format(" -xa {}", fish_text(base::join(declared.words, " ")));
  if (const auto ask = question(declared.offer); !ask.empty())
    return fmt::format(" -xa '({} {})'",
                       takes_commas(declared) ? "__rapport_list" : "__rapport_ask", ask);
  if (declared.offer == Offer::directory) return " -xa '(__fish_complete_directories)'";
  return declared.offer == Offer::file ? " -rF" : " -x";
}

std::string fish_option(const Declared& declared, std::string_view condition) {
  std::string out = fmt::format("complete -c rapport{}", condition);
  for (const auto name : base::split(declared.names, ','))
    out += name.starts_with("--") ? fmt::format(" -l {}", name.substr(2))
                                  : fmt::format(" -s {}", name.substr(1));
  if (!declared.value.empty()) out += fish_source(declared);
  return fmt::format("{} -d {}\n", out, fish_text(declared.doc));
}

std::string fish(const std::vector<Completed>& all) {
  std::string out =
      "# Completion of rapport for fish. Generated: `rapport completion fish`.\n"
      "function __rapport_ask\n"
      "    set -l words (commandline -opc | string match -v -- '-*')\n"
      "    set -l of $words[3]\n    test $argv[1] = formats; and set of $words[2]\n"
      "    rapport completion --ask $argv[1] --of \"$of\" 2>/dev/null\nend\n"
      "function __rapport_list\n"
      "    set -l head (commandline -ct | string replace -rf '^(.*,)[^,]*$' '$1')\n"
      "    for word in (__rapport_ask $argv[1])\n        echo \"$head$word\"\n    end\nend\n"
      "function __rapport_at\n"
      "    test (count (commandline -opc | string match -v -- '-*')) -eq $argv[1]\nend\n"
      "complete -c rapport -f\n";
  for (std::size_t i = 1; i < all.size(); ++i)
    out += fmt::format("complete -c rapport -n __fish_use_subcommand -a {} -d {}\n", all[i].name,
                       fish_text(all[i].summary));
  for (const auto& declared : all.front().options.declared()) out += fish_option(declared, {});
  for (std::size_t i = 1; i < all.size(); ++i) {
    const std::string here = fmt::format(" -n '__fish_seen_subcommand_from {}'", all[i].name);
    std::size_t place = 2;  // the program and the command come before the arguments
    for (const auto& declared : all[i].options.declared()) {
      if (!declared.is_argument) {
        out += fish_option(declared, here);
        continue;
      }
      const bool has_many = std::holds_alternative<std::vector<std::string>*>(declared.into);
      const std::string at = has_many ? here
                                      : fmt::format(
                                            " -n '__fish_seen_subcommand_from {}; and "
                                            "__rapport_at {}'",
                                            all[i].name, place);
      if (declared.offer != Offer::nothing)
        out += fmt::format("complete -c rapport{}{}\n", at, fish_source(declared));
      ++place;
    }
  }
  return out;
}

}  // namespace

std::string completion_script(std::string_view shell, Commands commands) {
  GlobalOptions globals;
  const auto all = bind_all(commands, globals);
  return shell == "bash" ? bash_script(all) : shell == "zsh" ? zsh(all) : fish(all);
}

std::string_view completion_file(std::string_view shell) {
  return shell == "bash" ? "rapport.bash" : shell == "zsh" ? "_rapport" : "rapport.fish";
}

}  // namespace rapport::cli
