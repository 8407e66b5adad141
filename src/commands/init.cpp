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
#include "commands/start/first_texts.hpp"
#include "model/vocabulary.hpp"
#include "reference/names.hpp"
#include "reference/suggest.hpp"
#include "store/apply.hpp"
#include "store/create.hpp"
#include "store/git.hpp"
#include "store/layout.hpp"
#include "store/recover.hpp"
#include "store/root.hpp"
#include "value/word.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <climits>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::commands::init_command {
namespace {

using base::Failing;
using base::Failure;

struct Args {
  std::string mandate = "sr-human-rights-defenders";
  bool schemas = false;
};

constexpr std::size_t most_of_a_schema = std::size_t{1} << 24;

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

bool is_started(const std::string& root) {
  return base::exists(fmt::format("{}/{}", root, store::office_file));
}

Failure already_started(const std::string& root) {
  return {Failing::refused, fmt::format("'{}' has a rapport.yaml already", base::printable(root)),
          "a repository is started once; `rapport doctor` looks at this one"};
}

/// The files to write, as one change: killed in between, the next command finishes or undoes it.
class Files {
 public:
  Files(const store::Lock& lock, const cli::Session& session) : lock_(lock), session_(session) {}

  /// Unless it is there.
  void add(std::string path, std::string bytes) {
    if (base::exists(lock_.root() + "/" + path))
      kept_.push_back(std::move(path));
    else
      texts_.push_back({std::move(path), {}, std::move(bytes)});
  }

  /// Over one that is there, too.
  base::Done replace(std::string path, std::string bytes) {
    const std::string full = lock_.root() + "/" + path;
    std::optional<std::string> before;
    if (base::exists(full)) {
      auto text = base::read_file(full, most_of_a_schema);
      if (!text) return text.failure();
      before = std::move(*text);
      if (*before == bytes) return base::done();
    }
    texts_.push_back({std::move(path), std::move(before), std::move(bytes)});
    return base::done();
  }

  base::Done write() const {
    std::vector<store::FileEdit> edits;
    for (const Text& text : texts_) edits.push_back({text.path, text.before, text.after});
    if (auto applied = store::apply(lock_, edits); !applied) return applied;
    for (const std::string& path : kept_)
      session_.note(fmt::format("'{}' was there and stays as it is", path));
    return base::done();
  }

 private:
  struct Text {
    std::string path;
    std::optional<std::string> before;
    std::string after;
  };

  const store::Lock& lock_;
  const cli::Session& session_;
  std::vector<Text> texts_;
  std::vector<std::string> kept_;
};

/// What editors read; a schema that is there was written by an older version.
base::Done add_editor_files(Files& files, cli::Session& session) {
  for (auto& [path, bytes] : cli::editor_schemas(session.library().codes()))
    if (auto added = files.replace(path, bytes); !added) return added;
  cli::GeneratedFile settings = cli::editor_settings();
  files.add(std::move(settings.path), std::move(settings.bytes));
  return base::done();
}

base::Result<cli::Exit> write_schemas(cli::Session& session) {
  if (auto opened = session.open(cli::Needs::root); !opened) return opened.failure();
  const auto lock = session.lock();
  if (!lock) return lock.failure();
  Files files(**lock, session);
  if (auto added = add_editor_files(files, session); !added) return added.failure();
  if (auto written = files.write(); !written) return written.failure();
  return cli::Exit::fine;
}

/// Everything of it, and rapport.yaml last, because it is what makes the directory a repository.
base::Done write_files(const store::Lock& lock, std::string office, const std::string& steps,
                       cli::Session& session) {
  if (auto made = create_folders(lock.root()); !made) return made;
  Files files(lock, session);
  files.add(".gitignore", std::string(ignored_files()));
  files.add(".gitattributes", git_attributes());
  files.add("README.md", steps);
  if (auto added = add_editor_files(files, session); !added) return added;
  files.add(std::string(store::office_file), std::move(office));
  return files.write();
}

/// Refuses a directory that is a repository, or in one.
base::Done may_start(const std::string& root) {
  if (is_started(root)) return already_started(root);
  const auto around = surrounding_repository(root);
  if (around.empty()) return base::done();
  return Failure{
      Failing::refused,
      fmt::format("'{}' is in the repository '{}'", base::printable(root), base::printable(around)),
      "records of two offices do not mix; -C DIR starts one in another directory"};
}

base::Result<cli::Exit> start(const Args& args, cli::Session& session) {
  if (args.schemas) return write_schemas(session);
  const std::string root = session.globals().directory.empty() ? "." : session.globals().directory;
  if (auto may = may_start(root); !may) return may.failure();
  const auto title = title_of(args, session.library());
  if (!title) return title.failure();
  const auto id = cli::uuid();
  if (!id) return id.failure();
  const bool was_interrupted = store::is_interrupted(root);
  const auto lock = session.lock(root);
  if (!lock) return lock.failure();
  const std::string steps = first_steps(base::exists(root + "/.git"));
  // Another start may have been faster; or taking the lock finished one that was interrupted.
  if (!is_started(root)) {
    if (auto made = write_files(**lock, first_office(args.mandate, *title, *id), steps, session);
        !made)
      return made.failure();
  } else if (!was_interrupted) {
    return already_started(root);
  }
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
