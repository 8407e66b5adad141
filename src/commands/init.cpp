// `rapport init`: a repository to start with.
#include "base/files.hpp"
#include "base/shell.hpp"
#include "base/unicode.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/generate/editor_files.hpp"
#include "cli/options.hpp"
#include "cli/random.hpp"
#include "cli/session.hpp"
#include "model/vocabulary.hpp"
#include "reference/names.hpp"
#include "reference/suggest.hpp"
#include "store/apply.hpp"
#include "store/create.hpp"
#include "store/git.hpp"
#include "store/layout.hpp"
#include "store/merge_driver.hpp"
#include "store/root.hpp"
#include "value/word.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <array>
#include <climits>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace rapport::commands::init_command {
namespace {

using base::Failing;
using base::Failure;

struct Args {
  std::string mandate = "sr-human-rights-defenders";
  bool schemas = false;
};

constexpr std::string_view ignored =
    "# Temporary files that rapport writes before it replaces a file.\n"
    ".rapport-*.tmp\n"
    "# Documents made from the records: keep them outside, where you keep letters.\n"
    "*.csv\n*.docx\n*.htm\n*.html\n*.ics\n*.pdf\n*.vcf\n*.xlsx\n*.check.md\n"
    "/*.md\n/*.txt\n/*.json\n!/README.md\n!/templates/**\n";

constexpr std::size_t most_of_a_schema = std::size_t{1} << 24;

std::string attributes() {
  std::string lines = "*.yaml text eol=lf\n";
  for (const auto line : store::merge_attributes()) (lines += line) += '\n';
  return lines;
}

std::string first_steps(bool under_git) {
  constexpr std::string_view start =
      "# The records of this office\n\n"
      "One file for each record: partners in `partners/`, what was done with them in "
      "`engagements/`.\n"
      "`rapport.yaml` describes the office: complete it first.\n\n"
      "1. `rapport new partner ngo --id rio-verde-network` writes a record to fill in.\n"
      "   People get an id that does not reveal their name: `rapport new partner defender`.\n"
      "2. `rapport new engagement meeting` does the same for a meeting, a visit, a letter ...\n"
      "3. `rapport validate` reports what is wrong or missing, with the place and a remedy.\n"
      "4. `rapport list partners`, `rapport show ID` and `rapport search WORDS` find things "
      "again.\n"
      "5. ";
  constexpr std::string_view end =
      "keep every version. Before the first push,\n"
      "   think about who can read the remote: these files name people.\n\n"
      "If two people change the same records, run `rapport merge-driver install` once in each\n"
      "clone: git then merges them field by field. `rapport hooks install` has git check the\n"
      "records before each commit.\n"
      "`rapport doctor` shows whether others on this computer can look into this directory.\n"
      "What each field means: `man rapport-records`. What is checked: `man rapport-rules`.\n";
  return fmt::format("{}{}`git add . && git commit`, {}", start,
                     under_git ? "" : "`git init` once, then ", end);
}

base::Result<std::string> office_file(const Args& args, std::string_view title) {
  const auto id = cli::uuid();
  if (!id) return id.failure();
  return fmt::format(
      "# The office that keeps these records. `man rapport-records` explains every field.\n"
      "format: {}\n"
      "repository: {}\n"
      "mandate: {}\n"
      "name: {}\n"
      "languages: [en]\n"
      "# address:\n"
      "#   - Palais des Nations\n"
      "#   - 1211 Geneva 10, Switzerland\n"
      "# letterhead: [The lines above a letter]\n"
      "# mailbox: office@example.org\n"
      "# staff:\n"
      "#   - {{key: holder, name: Their name, role: holder, since: 2026-05-01}}\n",
      store::format_version, *id, args.mandate,
      yaml::write_flow(yaml::text_value(title)));
}

/// The mandate's name for the office, if it is a mandate that is known.
base::Result<std::string> title_of(const Args& args, const reference::ReferenceData& library) {
  const auto index = library.codes().find(value::CodeSet::mandate, args.mandate);
  if (index != 0)
    return reference::name(library, {value::CodeSet::mandate, index}, reference::Language::en)
        .text.str();
  const auto hint = reference::did_you_mean(library, value::CodeSet::mandate, args.mandate);
  return Failure{Failing::usage, fmt::format("no mandate '{}'", base::printable(args.mandate)),
                 hint.empty() ? "`rapport reference mandate` lists them" : hint};
}

base::Done create_folders(const std::string& root) {
  for (const auto& folder : model::folders_of_records())
    if (auto made = store::create_folder(root, folder); !made) return made;
  return store::create_folder(root, std::string(model::rows_folder));
}

/// The work tree of git that `root` lies in without being it; empty when there is none.
std::string surrounding_work_tree(const std::string& root) {
  char resolved[PATH_MAX];
  if (::realpath(root.c_str(), resolved) == nullptr) return {};
  const std::string found = store::find_work_tree(resolved);
  return found == resolved ? std::string() : found;
}

/// The repository of records that `root`, which may have to be made, would lie in; or empty.
std::string surrounding_repository(const std::string& root) {
  std::string above = root;
  while (!above.empty() && !base::exists(above)) {
    const auto slash = above.rfind('/');
    above = slash == std::string::npos ? "." : above.substr(0, slash);
  }
  const auto found = store::find_root(above.empty() ? "/" : above);
  return found ? *found : std::string();
}

/// These files name people: they must not be committed with something else, and pushed with it.
void warn_of_work_tree(const std::string& root, const cli::Session& session) {
  const std::string around = surrounding_work_tree(root);
  if (around.empty()) return;
  session.note(fmt::format(
      "warning: this directory is inside the git repository '{}', and its records would be "
      "committed there; keep them elsewhere, or give them one of their own with `git init`",
      base::printable(around)));
}

/// Records are written for their owner alone; git writes what it keeps of them as the umask says.
void warn_of_other_users(const std::string& root, const cli::Session& session) {
  struct stat info {};
  if (::stat(root.c_str(), &info) != 0 || (info.st_mode & 077) == 0) return;
  session.note(
      fmt::format("warning: other users of this computer may look into this directory, and can "
                  "read the history that git keeps in .git; close it to them: chmod go= {}",
                  base::shell_word(root)));
}

base::Done is_free(const std::string& root) {
  if (!base::exists(fmt::format("{}/{}", root, store::office_file))) return base::done();
  return Failure{Failing::refused,
                 fmt::format("'{}' has a rapport.yaml already", base::printable(root)),
                 "a repository is started once; `rapport doctor` looks at this one"};
}

/// What editors read; a schema that is there was written by an older version.
base::Done write_editor_files(const store::Lock& lock, cli::Session& session) {
  for (const auto& [path, bytes] : cli::editor_schemas(session.library().codes())) {
    const std::string full = lock.root() + "/" + path;
    std::optional<std::string> before;
    if (base::exists(full)) {
      auto text = base::read_file(full, most_of_a_schema);
      if (!text) return text.failure();
      before = std::move(*text);
      if (*before == bytes) continue;
    }
    if (auto made = store::apply(lock, {path, before, bytes}); !made) return made;
  }
  const cli::GeneratedFile settings = cli::editor_settings();
  if (base::exists(lock.root() + "/" + settings.path)) {
    session.note(fmt::format("'{}' was there and stays as it is", settings.path));
    return base::done();
  }
  return store::apply(lock, {settings.path, {}, settings.bytes});
}

base::Result<cli::Exit> write_schemas(cli::Session& session) {
  if (auto opened = session.open(cli::Needs::root); !opened) return opened.failure();
  const auto lock = session.lock();
  if (!lock) return lock.failure();
  if (auto made = write_editor_files(**lock, session); !made) return made.failure();
  return cli::Exit::fine;
}

/// Everything of it, and rapport.yaml last, because it is what makes the directory a repository.
base::Done write_files(const store::Lock& lock, std::string_view office, std::string_view steps,
                       cli::Session& session) {
  if (auto made = create_folders(lock.root()); !made) return made;
  const std::string attribute_lines = attributes();
  for (const auto& [name, bytes] : std::array<std::pair<std::string, std::string_view>, 3>{
           {{".gitignore", ignored}, {".gitattributes", attribute_lines}, {"README.md", steps}}}) {
    if (base::exists(lock.root() + "/" + name)) {
      session.note(fmt::format("'{}' was there and stays as it is", name));
      continue;
    }
    if (auto made = store::apply(lock, {name, {}, bytes}); !made) return made;
  }
  if (auto made = write_editor_files(lock, session); !made) return made;
  return store::apply(lock, {std::string(store::office_file), {}, office});
}

base::Result<cli::Exit> start(const Args& args, cli::Session& session) {
  if (args.schemas) return write_schemas(session);
  const std::string root = session.globals().directory.empty() ? "." : session.globals().directory;
  if (auto free = is_free(root); !free) return free.failure();
  if (const auto around = surrounding_repository(root); !around.empty())
    return Failure{Failing::refused,
                   fmt::format("'{}' is in the repository '{}'", base::printable(root),
                               base::printable(around)),
                   "records of two offices do not mix; -C DIR starts one in another directory"};
  const auto title = title_of(args, session.library());
  if (!title) return title.failure();
  const auto office = office_file(args, *title);
  if (!office) return office.failure();
  const auto lock = session.lock(root);
  if (!lock) return lock.failure();
  // Another start may have been faster.
  if (auto free = is_free(root); !free) return free.failure();
  const std::string steps = first_steps(base::exists(root + "/.git"));
  if (auto made = write_files(**lock, *office, steps, session); !made) return made.failure();
  if (auto shown = cli::deliver(session, cli::ProgramText{steps}); !shown) return shown.failure();
  warn_of_work_tree(root, session);
  warn_of_other_users(root, session);
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport init", "Start a repository here, for the mandate on human rights defenders"},
    {"rapport init --mandate sr-environment", "For another mandate"},
    {"rapport init && rapport init --schemas", "The schemas again, after rapport was updated"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Start a repository",
    .help =
        "Writes rapport.yaml, the folders of partners and engagements, .gitignore, "
        ".gitattributes and a README.md with the first steps, here or in the directory given "
        "with -C. Asks nothing, and touches nothing that exists.\n\n"
        "For editors it writes the JSON Schemas of all files into .schema/, which need no network. "
        "With a plugin for YAML an editor then offers fields and words, explains them, and marks "
        "what is wrong. VS Code reads .vscode/settings.json. Neovim and Emacs, with "
        "yaml-language-server, take the same four lines of `yaml.schemas` from there into their "
        "own settings: for Neovim into "
        "`vim.lsp.config('yamlls', {settings = {yaml = {schemas = ...}}})`, for Emacs into the "
        "`:yaml` `:schemas` of `eglot-workspace-configuration`, or into `lsp-yaml-schemas`; as "
        "a file beside the records, such settings would be a program. With --schemas only these "
        "files are written, also in a repository that exists: do that after an update.",
    .examples = examples,
    .group = cli::CommandGroup::start,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.value("--mandate", "CODE", args->mandate, "The mandate the office serves",
                    cli::Offer::mandate);
      options.flag("--schemas", args->schemas, "Only write the JSON Schemas for editors, again");
      return [args](cli::Session& session) { return start(*args, session); };
    },
};

}  // namespace rapport::commands::init_command
