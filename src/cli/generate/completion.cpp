#include "cli/generate/completion.hpp"

#include "base/text.hpp"
#include "cli/globals.hpp"

#include <fmt/format.h>

#include <vector>

namespace rapport::cli {
namespace {

using Declared = Options::Declared;

struct Known {
  std::string_view name;
  std::string_view summary;
  Options options;
};

/// The commands with what they take, and what all take as one without a name.
std::vector<Known> bind_all(Commands commands, Globals& globals) {
  std::vector<Known> all;
  all.push_back({});
  declare(all.back().options, globals);
  for (const auto& command : commands) {
    all.push_back({command.name, command->summary, {}});
    static_cast<void>(command->bind(all.back().options));
  }
  return all;
}

/// What `rapport completion --ask` knows for this value; empty for files and free text.
std::string_view question(Offer offer) {
  switch (offer) {
    case Offer::partner:
      return "partners";
    case Offer::engagement:
      return "engagements";
    case Offer::record:
      return "records";
    case Offer::command:
      return "commands";
    case Offer::format:
      return "formats";
    case Offer::rule:
      return "rules";
    default:
      return {};
  }
}

std::string names_of(const Options& options) {
  std::string names;
  for (const auto& declared : options.declared())
    if (!declared.is_argument) names += " " + std::string(long_name(declared));
  return names;
}

std::string bash_reply(const Declared& declared) {
  if (!declared.words.empty())
    return fmt::format("_rapport_words '{}'", base::join(declared.words, " "));
  if (const auto ask = question(declared.offer); !ask.empty())
    return fmt::format("_rapport_ask {}", ask);
  if (declared.offer == Offer::directory) return "_rapport_files -d";
  return declared.offer == Offer::file ? "_rapport_files -f" : "return 0";
}

/// Values of options, by the word before the cursor.
std::string bash_values(const Known& known) {
  std::string cases;
  for (const auto& declared : known.options.declared())
    if (!declared.is_argument && !declared.value.empty())
      cases += fmt::format("      {}) {}; return ;;\n", base::replace_all(declared.names, ",", "|"),
                           bash_reply(declared));
  return cases;
}

std::string bash_arguments(const Known& known) {
  std::string lines;
  for (const auto& declared : known.options.declared())
    if (declared.is_argument && declared.offer != Offer::nothing)
      lines += fmt::format("      {}\n", bash_reply(declared));
  return lines;
}

constexpr std::string_view bash_start =
    R"bash(# Completion of rapport for bash. Generated: `rapport completion bash`.
_rapport_words() { COMPREPLY+=($(compgen -W "$1" -- "$cur")); }
_rapport_files() { compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen "$1" -- "$cur")); }
_rapport_ask() {
  local here=()
  [[ -n $directory ]] && here=(-C "$directory")
  _rapport_words "$(rapport "${here[@]}" completion --ask "$1" 2>/dev/null)"
}
_rapport() {
  local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= directory= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      -C|--directory) directory=${COMP_WORDS[++i]} ;;
)bash";

std::string bash(const std::vector<Known>& all) {
  std::string out(bash_start);
  std::string with_value;
  for (const auto& declared : all.front().options.declared())
    if (!declared.value.empty() && long_name(declared) != "--directory")
      with_value += (with_value.empty() ? "" : "|") + base::replace_all(declared.names, ",", "|");
  out += fmt::format("      {}) ((i++)) ;;\n      -*) ;;\n", with_value);
  out += "      *) command=${COMP_WORDS[i]}; break ;;\n    esac\n  done\n  case $command in\n";
  for (std::size_t i = 1; i < all.size(); ++i) {
    const std::string values = bash_values(all[i]);
    if (!values.empty())
      out += fmt::format("    {}) case $previous in\n{}    esac ;;\n", all[i].name, values);
  }
  out += fmt::format("  esac\n  case $previous in\n{}  esac\n", bash_values(all.front()));
  out += "  if [[ -z $command && $cur != -* ]]; then\n    _rapport_words '";
  for (std::size_t i = 1; i < all.size(); ++i) out += fmt::format("{} ", all[i].name);
  out += fmt::format("'\n    return\n  fi\n  [[ $cur == -* ]] && _rapport_words '{}'\n",
                     names_of(all.front().options).substr(1));
  out += "  case $command in\n";
  for (std::size_t i = 1; i < all.size(); ++i) {
    const std::string names = names_of(all[i].options);
    out += fmt::format("    {})\n", all[i].name);
    if (!names.empty())
      out += fmt::format("      [[ $cur == -* ]] && {{ _rapport_words '{}'; return; }}\n",
                         names.substr(1));
    out += bash_arguments(all[i]) + "      ;;\n";
  }
  return out + "  esac\n}\ncomplete -F _rapport rapport\n";
}

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
  if (!declared.words.empty()) return fmt::format("({})", base::join(declared.words, " "));
  if (const auto ask = question(declared.offer); !ask.empty())
    return fmt::format("_rapport_ask {}", ask);
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

std::string zsh(const std::vector<Known>& all) {
  std::string out =
      "#compdef rapport\n# Completion of rapport for zsh. Generated: `rapport completion zsh`.\n"
      "_rapport_ask() {\n  local -a found here\n"
      "  [[ -n ${opt_args[-C]} ]] && here=(-C ${opt_args[-C]})\n"
      "  found=(${(f)\"$(rapport $here completion --ask $1 2>/dev/null)\"})\n"
      "  compadd -a found\n}\n_rapport() {\n  local curcontext=$curcontext state line\n"
      "  typeset -A opt_args\n  local -a everywhere commands\n  everywhere=(\n";
  out += zsh_specs(all.front().options);
  out += "  )\n  commands=(\n";
  for (std::size_t i = 1; i < all.size(); ++i)
    out += fmt::format("    '{}:{}'\n", all[i].name, zsh_text(all[i].summary));
  out +=
      "  )\n  _arguments -C $everywhere '1:command:->command' '*::argument:->argument'\n"
      "  case $state in\n    command) _describe command commands ;;\n    argument)\n"
      "      case $line[1] in\n";
  for (std::size_t i = 1; i < all.size(); ++i)
    out += fmt::format("      {})\n        _arguments $everywhere \\\n{}{}          ;;\n",
                       all[i].name, zsh_specs(all[i].options), zsh_arguments(all[i].options));
  return base::replace_all(out, " \\\n  )", "\n  )") +
         "      esac ;;\n  esac\n}\n_rapport \"$@\"\n";
}

std::string fish_text(std::string_view text) {
  return "'" + base::replace_all(base::replace_all(text, "\\", "\\\\"), "'", "\\'") + "'";
}

std::string fish_source(const Declared& declared) {
  if (!declared.words.empty())
    return fmt::format(" -xa {}", fish_text(base::join(declared.words, " ")));
  if (const auto ask = question(declared.offer); !ask.empty())
    return fmt::format(" -xa '(rapport completion --ask {} 2>/dev/null)'", ask);
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

std::string fish(const std::vector<Known>& all) {
  std::string out =
      "# Completion of rapport for fish. Generated: `rapport completion fish`.\n"
      "complete -c rapport -f\n";
  for (std::size_t i = 1; i < all.size(); ++i)
    out += fmt::format("complete -c rapport -n __fish_use_subcommand -a {} -d {}\n", all[i].name,
                       fish_text(all[i].summary));
  for (const auto& declared : all.front().options.declared()) out += fish_option(declared, {});
  for (std::size_t i = 1; i < all.size(); ++i) {
    const std::string here = fmt::format(" -n '__fish_seen_subcommand_from {}'", all[i].name);
    for (const auto& declared : all[i].options.declared()) {
      if (!declared.is_argument)
        out += fish_option(declared, here);
      else if (declared.offer != Offer::nothing)
        out += fmt::format("complete -c rapport{}{}\n", here, fish_source(declared));
    }
  }
  return out;
}

}  // namespace

std::string completion_script(std::string_view shell, Commands commands) {
  Globals globals;
  const auto all = bind_all(commands, globals);
  return shell == "bash" ? bash(all) : shell == "zsh" ? zsh(all) : fish(all);
}

std::string_view completion_file(std::string_view shell) {
  return shell == "bash" ? "rapport.bash" : shell == "zsh" ? "_rapport" : "rapport.fish";
}

}  // namespace rapport::cli
