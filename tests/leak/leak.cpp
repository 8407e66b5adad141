// Runs the program for every audience on records full of canaries, and looks for each of them in
// what comes out: nothing may leave that the rules of release keep, in any format.
//
//   rapport-leak PROGRAM
#include "base/files.hpp"
#include "base/process.hpp"
#include "canary.hpp"
#include "model/record_type.hpp"
#include "model/vocabulary.hpp"
#include "query/field.hpp"
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
using tests::only;
using value::Reveals;

/// Who a record is about, and so what of it may be seen outside the office.
enum class Kind { nobody, public_body, listed, official, open_meeting, unlabelled };

struct Sample {
  std::string_view id;
  std::string_view folder;
  Kind kind;
  std::string_view given;
};

constexpr Sample partners[] = {
    {"hrd-abcde2", "partners/defenders", Kind::nobody,
     "kind: defender\nclassification: confidential\n"},
    {"hrd-abcde3", "partners/defenders", Kind::nobody, "kind: cooperating-person\n"},
    {"hrd-hidden", "partners/defenders", Kind::nobody, "kind: defender-group\n"},
    {"exp-abcde2", "partners/civil-society", Kind::nobody, "kind: expert\n"},
    {"small-ngo", "partners/civil-society", Kind::nobody, "kind: ngo\n"},
    {"listed-ngo", "partners/civil-society", Kind::listed, "kind: ngo\nlisted: {since: 2019}\n"},
    {"local-staff", "partners/united-nations", Kind::nobody,
     "kind: un-presence\nform: person\nnational_staff: yes\n"},
    {"ministry", "partners/states", Kind::public_body, "kind: government\n"},
    {"mission", "partners/states", Kind::public_body, "kind: permanent-mission\n"},
    {"minister", "partners/states", Kind::official,
     "kind: government\nform: person\ncapacity: official\n"},
    {"ombudsman", "partners/independent", Kind::public_body, "kind: nhri\n"},
};

constexpr Sample engagements[] = {
    {"open-meeting", "engagements/2024", Kind::open_meeting,
     "kind: conference\nstatus: held\nopenness: public\nclassification: unclassified\n"},
    {"plain-meeting", "engagements/2024", Kind::unlabelled, "kind: meeting\nstatus: held\n"},
    {"hidden-meeting", "engagements/2024", Kind::nobody,
     "kind: meeting\nstatus: held\nclassification: confidential\n"},
    {"secret-meeting", "engagements/2024", Kind::nobody,
     "kind: meeting\nstatus: held\nopenness: confidential\n"},
    {"dam", "engagements/cases", Kind::nobody, "kind: case\n"},
    {"visit", "engagements/2026", Kind::nobody,
     "kind: visit\nopenness: closed\nclassification: confidential\n"},
    {"letter", "engagements/2026", Kind::nobody, "kind: communication\n"},
};

const std::vector<std::string_view> never_filled = {
    "kind",       "form",     "listed",       "listed_as", "capacity",           "national_staff",
    "level",      "status",   "openness",     "visit",     "classification",     "part_of",
    "case",       "compartment", "policy",    "statement", "contacts.compromised", "between",
    "communication", "territory"};

constexpr std::string_view letter_says[] = {
    "communication.addressee", "communication.facts", "communication.concern",
    "communication.requests", "communication.sent"};

bool is_hostile(Audience audience) {
  return audience == Audience::state || audience == Audience::de_facto ||
         audience == Audience::business;
}
bool is_colleague(Audience audience) {
  return audience == Audience::mandates || audience == Audience::ohchr || audience == Audience::un;
}

/// The classes of rows that this audience may see of a record of that kind, without any consent.
Classes allowed(Kind kind, Audience audience) {
  const Classes reachable = only(Reveals::identity) | only(Reveals::contact) | only(Reveals::place);
  switch (kind) {
    case Kind::public_body:
      return reachable;
    case Kind::listed:
      return is_hostile(audience) ? Classes() : reachable;
    case Kind::official:
      return only(Reveals::identity) | only(Reveals::link);
    case Kind::open_meeting:
      return only(Reveals::place);
    case Kind::unlabelled:
      return is_colleague(audience) ? only(Reveals::place) : Classes();
    case Kind::nobody:
      break;
  }
  return {};
}

Kind kind_of(std::string_view id) {
  for (const auto& sample : partners)
    if (sample.id == id) return sample.kind;
  for (const auto& sample : engagements)
    if (sample.id == id) return sample.kind;
  return Kind::nobody;
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
  void ask(Audience audience, std::vector<std::string> arguments);
  void lists(Audience audience);
  void documents(Audience audience);
  void scan(std::string_view bytes, Audience audience, const std::string& command);

  std::string program_;
  std::string root_;
  tests::Filler filler_;
  std::set<std::string> seen_by_office_;
  std::set<std::string> leaks_;
  std::size_t runs_ = 0;
  std::size_t answers_ = 0;
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
  tests::Filling filling{.id = std::string(sample.id),
                         .given = std::string(sample.given),
                         .skipped = never_filled,
                         .partner = "hrd-hidden",
                         .engagement = "hidden-meeting"};
  const auto fill = [&](std::string_view block) {
    if (sample.given.find(fmt::format("kind: {}\n", block)) == std::string_view::npos) return;
    std::erase(filling.skipped, block);
    // Whom a letter goes to is no secret of it, and what it says is for them to read.
    if (block == "communication")
      for (const std::string_view row : letter_says) filling.skipped.push_back(row);
  };
  for (const std::string_view block : {"visit", "case", "communication"}) fill(block);
  std::string text = filler_.fill(type, filling);
  if (sample.id == "letter") {
    const auto at = text.find("communication:\n") + std::string_view("communication:\n").size();
    text.insert(at, "  addressee: mission\n  facts: Told as it was told.\n");
    text += "part_of: dam\n";
  }
  put(fmt::format("{}/{}.yaml", sample.folder, sample.id), text);
}

void Run::write() {
  put("rapport.yaml",
      "repository: 00000000-0000-4000-8000-000000000000\nmandate: sr-human-rights-defenders\n"
      "name: Office\nstaff:\n  - {key: a, name: Some One, role: holder, since: 2019}\n");
  for (const auto& sample : partners) put(sample, model::partner_type());
  for (const auto& sample : engagements) put(sample, model::engagement_type());
  // That somebody is referred to at all is a link; an id gives it away as a name does.
  for (const std::string_view id : {"hrd-hidden", "hidden-meeting", "small-ngo", "secret-meeting"})
    filler_.watch({std::string(id), std::string(id), "id", only(Reveals::source)});
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
    const Classes may = allowed(kind_of(canary.record), audience);
    if ((canary.classes & ~may).any())
      leaks_.insert(fmt::format("{} of {} for {}: rapport {}", canary.path, canary.record,
                                value::word(audience), command));
  }
}

void Run::ask(Audience audience, std::vector<std::string> arguments) {
  std::string command;
  for (const auto& argument : arguments)
    command += (command.empty() ? "" : " ") + argument.substr(0, 60);
  arguments.insert(arguments.begin(), {program_, "-C", root_, "--today", "2026-06-20", "--audience",
                                       std::string(value::word(audience))});
  const auto ran = base::run({.argv = arguments});
  ++runs_;
  if (!ran || (ran->status != 0 && ran->status != 4)) {
    leaks_.insert(fmt::format("could not be asked: rapport {}: {}", command,
                              ran ? ran->err : ran.failure().what));
    return;
  }
  if (ran->status == 0 && !ran->out.empty()) ++answers_;
  // The last look at an answer is a net, not a rule: what it catches was about to leave.
  if (ran->status == 4 && ran->err.find("must not") != std::string::npos)
    leaks_.insert(fmt::format("caught at the door for {}: rapport {}: {}", value::word(audience),
                              command, ran->err));
  scan(ran->out, audience, command);
}

void Run::lists(Audience audience) {
  for (const auto kind : {model::RecordKind::partner, model::RecordKind::engagement}) {
    const std::string records(query::plural(kind));
    std::string columns;
    for (const auto& field : query::known_fields(kind))
      if (field.type->shape != value::Shape::block)
        columns += (columns.empty() ? "" : ",") + field.name;
    for (const std::string format : {"table", "plain", "csv", "tsv", "json", "jsonl", "yaml", "ids"})
      ask(audience, {"list", records, "--columns", columns, "--format", format});
    ask(audience, {"list", records, "--group-by",
                   kind == model::RecordKind::partner ? "name" : "place"});
    ask(audience, {"list", records, "--group-by",
                   kind == model::RecordKind::partner ? "notes" : "with"});
  }
}

void Run::documents(Audience audience) {
  for (const std::string format : {"table", "csv", "tsv", "json", "jsonl", "yaml", "markdown", "html"})
    ask(audience, {"contacts", "--use", "share-contact", "--format", format});
  for (const std::string format : {"markdown", "html", "text"})
    ask(audience, {"draft", "letter", "--format", format});
}

void Run::all() {
  for (std::size_t i = 1; i <= value::words_of<Audience>.size(); ++i) {
    const auto audience = static_cast<Audience>(i);
    lists(audience);
    documents(audience);
    for (const auto& sample : partners) ask(audience, {"show", std::string(sample.id)});
    for (const auto& sample : engagements) ask(audience, {"show", std::string(sample.id)});
    ask(audience, {"show", "ministry", "--format", "json"});
    for (const Canary& canary : filler_.canaries())
      if (canary.path == "notes" || canary.path == "name") ask(audience, {"search", canary.text});
  }
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
  std::printf("%zu canaries, %zu seen by the office, %zu runs with %zu answers, %zu leaks\n", all,
              seen_by_office_.size(), runs_, answers_, leaks_.size());
  const std::size_t failed = leaks_.size() + (sees ? 0 : 1) + (answers_ > 100 ? 0 : 1);
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
  if (std::getenv("KEEP") == nullptr) std::filesystem::remove_all(root);
  return status;
}
