#include "base/text.hpp"
#include "cli/generate/completion_parts.hpp"

#include <fmt/format.h>

#include <variant>

namespace rapport::cli {
namespace {

using Declared = Options::Declared;

std::string names_of(const Options& options) {
  std::string names;
  for (const auto& declared : options.declared())
    if (!declared.is_argument) names += " " + std::string(long_name(declared));
  return names;
}

/// A shell asks with the command for formats, and else with its first argument.
std::string_view depends_on(Offer offer) {
  return offer == Offer::format ? "$command" : "${words[0]}";
}

std::string bash_reply(const Declared& declared) {
  const std::string_view commas = takes_commas(declared) ? "list=1 " : "";
  if (!declared.words.empty())
    return fmt::format("{}_rapport_words '{}'", commas, base::join(declared.words, " "));
  if (const auto ask = question(declared.offer); !ask.empty())
    return fmt::format("{}_rapport_ask {} \"{}\"", commas, ask, depends_on(declared.offer));
  if (declared.offer == Offer::directory) return "_rapport_files -d";
  return declared.offer == Offer::file ? "_rapport_files -f" : "return 0";
}

/// The options that take a value, as a pattern of `case`.
std::string bash_with_value(const Completed& known) {
  std::string names;
  for (const auto& declared : known.options.declared())
    if (!declared.is_argument && !declared.value.empty())
      names += (names.empty() ? "" : "|") + base::replace_all(declared.names, ",", "|");
  return names;
}

/// Values of options, by the word before the cursor.
std::string bash_values(const Completed& known) {
  std::string cases;
  for (const auto& declared : known.options.declared())
    if (!declared.is_argument && !declared.value.empty())
      cases += fmt::format("      {}) {}; return ;;\n", base::replace_all(declared.names, ",", "|"),
                           bash_reply(declared));
  return cases;
}

/// Arguments by their place; the last one stands for all that follow when it takes several words.
std::string bash_arguments(const Completed& known) {
  std::string cases;
  std::size_t place = 0;
  for (const auto& declared : known.options.declared()) {
    if (!declared.is_argument) continue;
    const bool is_last = std::holds_alternative<std::vector<std::string>*>(declared.into);
    if (declared.offer != Offer::nothing)
      cases += fmt::format("        {}) {} ;;\n", is_last ? "*" : std::to_string(place),
                           bash_reply(declared));
    ++place;
  }
  return cases.empty() ? cases : fmt::format("      case ${{#words[@]}} in\n{}      esac\n", cases);
}

constexpr std::string_view bash_start =
    R"bash(# Completion of rapport for bash. Generated: `rapport completion bash`.
_rapport_words() {
  local head= part=$cur
  [[ -n $list && $cur == *,* ]] && head=${cur%,*}, part=${cur##*,}
  COMPREPLY+=($(compgen -P "$head" -W "$1" -- "$part"))
}
_rapport_files() { compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen "$1" -- "$cur")); }
_rapport_ask() {
  local here=()
  [[ -n $directory ]] && here=(-C "$directory")
  [[ $1 == queries ]] && compopt -o nospace 2>/dev/null
  _rapport_words "$(rapport "${here[@]}" completion --ask "$1" --of "$2" 2>/dev/null)"
}
_rapport() {
  local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= directory= i
  local list= words=()
  [[ $cur == : || $previous == : ]] && return  # inside of a term of a query
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      -C|--directory) directory=${COMP_WORDS[++i]}; continue ;;
)bash";

}  // namespace

std::string bash_script(const std::vector<Completed>& all) {
  std::string out(bash_start);
  out += fmt::format("      {}) ((i++)); continue ;;\n    esac\n", bash_with_value(all.front()));
  out += "    [[ -z $command && ${COMP_WORDS[i]} == -* ]] && continue\n";
  out += "    [[ -z $command ]] && { command=${COMP_WORDS[i]}; continue; }\n";
  out += "    case $command:${COMP_WORDS[i]} in\n";
  for (std::size_t i = 1; i < all.size(); ++i)
    if (const auto names = bash_with_value(all[i]); !names.empty())
      out += fmt::format("      {0}:{1}) ((i++)) ;;\n", all[i].name,
                         base::replace_all(names, "|", fmt::format("|{}:", all[i].name)));
  out += "      *:-*) ;;\n      *) words+=(\"${COMP_WORDS[i]}\") ;;\n    esac\n  done\n";
  out += "  case $command in\n";
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

}  // namespace rapport::cli
