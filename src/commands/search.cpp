// `rapport search`: words in any text of any record.
#include "app/search.hpp"

#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

#include <memory>

namespace rapport::commands::search_command {
namespace {

/// A word that has spaces was quoted for the shell, and is a phrase.
std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    const bool phrase = words.size() > 1 && word.find(' ') != word.npos;
    text += text.empty() ? "" : " ";
    text += phrase ? "\"" + word + "\"" : word;
  }
  return text;
}

base::Result<cli::Exit> find(const std::vector<std::string>& words, cli::Session& session) {
  const auto output = app::search(session.snapshot(), session.occasion(), joined(words));
  if (!output) return output.failure();
  if (auto shown = cli::deliver(session, *output); !shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport search ramirez", "Also finds Ramírez"},
    {"rapport search dam arrests", "Records that contain both words, anywhere"},
    {"rapport search '\"provincial police\"'", "A phrase"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Find words in any text of any record",
    .help =
        "Lists the records that contain all words, each with the fields and the text around the "
        "words. Case, accents and forms of letters make no difference, and a word is found inside "
        "longer ones. Words in double quotes are one phrase.\n\n"
        "A search looks into everything, so its output is for the office only.",
    .examples = examples,
    .group = cli::CommandGroup::ask,
    .needs = cli::Needs::records,
    .answers = view::Shape::table,
    .shows_past = true,
    .bind = [](cli::Options& options) -> cli::Run {
      auto words = std::make_shared<std::vector<std::string>>();
      options.rest("WORDS", *words, "What to look for");
      options.require();
      return [words](cli::Session& session) { return find(*words, session); };
    },
};

}  // namespace rapport::commands::search_command
