// Runs the program for every audience on records full of canaries, and looks for each of them in
// what comes out: nothing may leave that the rules of release keep, in any format.
//
//   rapport-leak PROGRAM
#include "base/files.hpp"
#include "base/process.hpp"
#include "base/text.hpp"
#include "canary.hpp"
#include "coverage.hpp"
#include "model/record_type.hpp"
#include "model/vocabulary.hpp"
#include "query/field_path.hpp"
#include "query/queryable_fields.hpp"
#include "samples.hpp"
#include "typed.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>

namespace {

using namespace rapport;
using model::Audience;
using tests::Canary;
using tests::Classes;
using tests::Kind;
using tests::only;
using tests::Sample;
using value::Reveals;

/// Where somebody is met who agreed that OHCHR knows them: it is told of it in the pack made for
/// it.
constexpr std::string_view shared_place = "Zqsharedplace";

/// Not within a digest or another word.
bool stands_in(std::string_view bytes, std::string_view text) {
  const auto is_inside = [](char c) {
    return base::is_digit(c) || base::is_lower(c) || base::is_upper(c);
  };
  for (auto at = bytes.find(text); at != std::string_view::npos; at = bytes.find(text, at + 1)) {
    const auto end = at + text.size();
    if ((at == 0 || !is_inside(bytes[at - 1])) && (end == bytes.size() || !is_inside(bytes[end])))
      return true;
  }
  return false;
}

class Run {
 public:
  Run(std::string program, std::string root) : program_(std::move(program)), root_(root) {}

  void write();
  void all();
  int finish() const;

 private:
  void put(const std::string& path, const std::string& text);
  void put(const Sample& sample, const value::Type& type);
  /// Whether it got an answer, rather than a refusal.
  bool ask(Audience audience, std::vector<std::string> arguments);
  void lists(Audience audience);
  void documents(Audience audience);
  void orders(Audience audience);
  void issued(Audience audience);
  void cards(Audience audience);
  void scan(std::string_view bytes, Audience audience, const std::string& command);
  void scan_manifests();

  std::string program_;
  std::string root_;
  tests::Filler filler_;
  std::set<std::string> seen_by_office_;
  std::set<std::string> leaks_;
  std::set<std::string> asked_;  // commands
  std::size_t runs_ = 0;
  std::size_t answers_ = 0;
  std::size_t agreed_ = 0;  // texts seen of somebody who agreed
  std::size_t manifests_ = 0;
};

void Run::put(const std::string& path, const std::string& text) {
  const std::string whole = root_ + "/" + path;
  std::filesystem::create_directories(std::filesystem::path(whole).parent_path());
  if (const auto done = base::write_file(whole, text); !done) {
    std::fprintf(stderr, "%s\n", done.failure().what.c_str());
    std::exit(3);
  }
}

void Run::put(const Sample& sample, const value::Type& type) {
  std::string text = filler_.fill(type, tests::filling_of(sample));
  if (sample.id == "open-visit") {
    const std::string_view list = "programme:\n";
    text.insert(text.find(list) + list.size(), tests::hidden_slot);
  }
  if (sample.id == "letter" || sample.id == "answered") {
    const auto at = text.find("communication:\n") + std::string_view("communication:\n").size();
    text.insert(at, "  addressee: mission\n  facts: Told as it was told.\n");
    if (sample.id == "letter") text += "part_of: dam\n";
  }
  put(fmt::format("{}/{}.yaml", sample.folder, sample.id), text);
}

void Run::write() {
  put("rapport.yaml",
      "repository: 00000000-0000-4000-8000-000000000000\nmandate: sr-human-rights-defenders\n"
      "name: Office\nstaff:\n  - {key: a, name: Some One, role: holder, since: 2019}\n");
  for (const auto& sample : tests::sample_partners()) put(sample, model::partner_type());
  for (const auto& sample : tests::sample_engagements()) put(sample, model::engagement_type());
  // That somebody is referred to at all is a link; an id gives it away as a name does.
  for (const std::string_view id : {"hrd-hidden", "hidden-meeting", "small-ngo", "secret-meeting"})
    filler_.watch({std::string(id), std::string(id), "id", only(Reveals::source)});
  for (const std::string_view text :
       {std::string_view("Zqhiddenplace"), std::string_view("Zqhiddenpurpose"), shared_place})
    filler_.watch({std::string(text), "open-visit", "visit.programme", only(Reveals::source)});
}

void Run::scan(std::string_view bytes, Audience audience, const std::string& command) {
  for (const Canary& canary : filler_.canaries()) {
    if (bytes.find(canary.text) == std::string_view::npos) continue;
    if (audience == Audience::office) {
      seen_by_office_.insert(canary.record + " " + canary.path);
      continue;
    }
    // What a letter that was not sent yet takes from its case goes to the addressee.
    const bool is_letter_text = command.starts_with("draft ") && canary.record == "dam" &&
                                (canary.path == "case.facts" || canary.path == "case.concern" ||
                                 canary.path == "case.requests.text");
    if (is_letter_text) continue;
    if (canary.text == shared_place && audience == Audience::ohchr &&
        command.starts_with("brief open-visit "))
      continue;
    if (tests::kind_of(canary.record) == Kind::agreed) ++agreed_;
    Classes may = tests::allowed(tests::kind_of(canary.record), audience);
    // The pack of a visit is made for somebody who is told of it.
    if (command.starts_with("brief " + canary.record + " ")) may |= only(Reveals::place);
    // A name that was agreed to for a list of participants, and nothing with it.
    if (canary.record == "hrd-list" && command.find("list-as-participant") != std::string::npos &&
        (audience == Audience::ohchr || audience == Audience::state))
      may |= only(Reveals::identity);
    if ((canary.classes & ~may).any())
      leaks_.insert(fmt::format("{} of {} for {}: rapport {}", canary.path, canary.record,
                                value::word(audience), command));
  }
}

bool Run::ask(Audience audience, std::vector<std::string> arguments) {
  asked_.insert(arguments.front());
  std::string command;
  for (const auto& argument : arguments)
    command += (command.empty() ? "" : " ") + argument.substr(0, 60);
  // A letter goes to its addressee, whoever asks for it.
  if (arguments.front() != "draft")
    arguments.insert(arguments.begin(), {"--audience", std::string(value::word(audience))});
  arguments.insert(arguments.begin(), {program_, "-C", root_, "--today", "2026-06-20"});
  const auto ran = base::run({.argv = arguments});
  ++runs_;
  if (!ran || (ran->status != 0 && ran->status != 4)) {
    leaks_.insert(fmt::format("could not be asked: rapport {}: {}", command,
                              ran ? ran->err : ran.failure().what));
    return false;
  }
  if (ran->status == 0 && !ran->out.empty()) ++answers_;
  // The last look at an answer is a net, not a rule: what it catches was about to leave.
  if (ran->status == 4 && ran->err.find("which its audience may not see") != std::string::npos)
    leaks_.insert(fmt::format("caught at the door for {}: rapport {}: {}", value::word(audience),
                              command, ran->err));
  scan(ran->out, audience, command);
  return ran->status == 0;
}

void Run::lists(Audience audience) {
  for (const auto kind : {model::RecordKind::partner, model::RecordKind::engagement}) {
    const std::string records(query::plural(kind));
    std::string columns;
    for (const auto& field : query::queryable_fields(kind))
      if (field.type->shape != value::Shape::block)
        columns += (columns.empty() ? "" : ",") + field.name;
    for (const auto& format : tests::format_names(view::Shape::table))
      ask(audience, {"list", records, "--columns", columns, "--format", format});
    ask(audience,
        {"list", records, "--group-by", kind == model::RecordKind::partner ? "name" : "place"});
    ask(audience,
        {"list", records, "--group-by", kind == model::RecordKind::partner ? "notes" : "with"});
  }
}

void Run::documents(Audience audience) {
  for (const auto& format : tests::format_names(view::Shape::table)) {
    ask(audience, {"contacts", "--use", "share-contact", "--format", format});
    for (const std::string matter : {"dam", "open-dam"})
      ask(audience, {"cosign", matter, "--format", format});
  }
  for (const auto& report : tests::repository_reports())
    for (const auto& format : tests::format_names(report->makes))
      ask(audience, {"report", std::string(report.name), "--format", format});
  for (const auto& format : tests::format_names(view::Shape::page)) {
    ask(audience, {"draft", "letter", "--format", format});
    for (const std::string visit : {"visit", "open-visit"})
      ask(audience, {"brief", visit, "--format", format});
  }
  ask(audience, {"contacts", "--use", "list-as-participant", "--format", "csv"});
  // The office would be told that there is no history here.
  if (audience != Audience::office)
    for (const std::string command : {"log", "diff"}) ask(audience, {command});
  for (const std::string command : {"today", "duplicates"}) ask(audience, {command});
}

void Run::orders(Audience audience) {
  for (const std::string field : {"name", "notes", "contacts.value"})
    for (const std::string how : {"--sort", "--group-by"})
      ask(audience, {"list", "partners", how, field, "--format", "csv"});
  for (const std::string field : {"title", "place", "visit.programme.place"})
    for (const std::string how : {"--sort", "--group-by"})
      ask(audience, {"list", "engagements", how, field, "--format", "csv"});
}

/// What is handed out as an edition, and what is kept of it.
void Run::issued(Audience audience) {
  ask(audience, {"contacts", "--issue"});
  for (const std::string visit : {"visit", "open-visit"})
    ask(audience, {"brief", visit, "--issue"});
  for (const Canary& canary : filler_.canaries())
    if (canary.path == "name" || canary.path == "contacts.value" || canary.path == "tags")
      ask(audience, {"contacts", fmt::format("{}:{}", canary.path, canary.text), "--issue"});
}

/// Each record by itself, and all that the audience may see in every format.
void Run::cards(Audience audience) {
  std::vector<std::string> seen = {"show"};
  for (const auto samples : {tests::sample_partners(), tests::sample_engagements()})
    for (const auto& sample : samples)
      if (ask(audience, {"show", std::string(sample.id)})) seen.emplace_back(sample.id);
  seen.emplace_back("--format");
  for (const auto& format : tests::format_names(view::Shape::cards)) {
    seen.push_back(format);
    ask(audience, seen);
    seen.pop_back();
  }
}

/// A manifest is kept, sent and compared: it holds ids, and nothing else of anybody.
void Run::scan_manifests() {
  for (const auto& file : std::filesystem::directory_iterator(root_ + "/log/outputs")) {
    const auto bytes = base::read_file(file.path().string(), std::size_t{1} << 20);
    if (!bytes) continue;
    ++manifests_;
    for (const Canary& canary : filler_.canaries())
      if (canary.path != "id" && stands_in(*bytes, canary.text))
        leaks_.insert(fmt::format("{} of {} in {}", canary.path, canary.record,
                                  file.path().filename().string()));
  }
}

void Run::all() {
  for (std::size_t i = 1; i <= value::words_of<Audience>.size(); ++i) {
    const auto audience = static_cast<Audience>(i);
    lists(audience);
    documents(audience);
    orders(audience);
    issued(audience);
    cards(audience);
    for (const Canary& canary : filler_.canaries())
      if (canary.path == "notes" || canary.path == "name") ask(audience, {"search", canary.text});
  }
  scan_manifests();
  leaks_.merge(tests::coverage_faults(asked_));
}

int Run::finish() const {
  for (const auto& leak : leaks_) std::printf("%s\n", leak.c_str());
  // An office that sees little would make a test that proves little.
  const std::size_t all = filler_.canaries().size();
  const bool sees = seen_by_office_.size() * 10 >= all * 9;
  if (!sees) {
    for (const Canary& canary : filler_.canaries())
      if (!seen_by_office_.contains(canary.record + " " + canary.path))
        std::printf("not even the office is shown %s of %s\n", canary.path.c_str(),
                    canary.record.c_str());
  }
  std::printf(
      "%zu canaries, %zu seen by the office, %zu of who agreed, %zu runs with %zu answers, "
      "%zu manifests, %zu leaks\n",
      all, seen_by_office_.size(), agreed_, runs_, answers_, manifests_, leaks_.size());
  const bool is_worth = answers_ > 100 && agreed_ != 0 && manifests_ > 20;
  const std::size_t failed = leaks_.size() + (sees ? 0 : 1) + (is_worth ? 0 : 1);
  std::printf("%zu passed, %zu failed\n", runs_ - std::min(runs_, failed), failed);
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto program = std::filesystem::absolute(argv[1]).string();
  std::string root = (std::filesystem::temp_directory_path() / "rapport-leak-XXXXXX").string();
  if (mkdtemp(root.data()) == nullptr) return 3;
  Run run(program, root);
  run.write();
  run.all();
  const int status = run.finish();
  const int typed = tests::type_everywhere(program, root + "/typed");
  if (std::getenv("KEEP") == nullptr) std::filesystem::remove_all(root);
  return status != 0 ? status : typed;
}
