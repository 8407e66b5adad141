#include "typed.hpp"

#include "base/files.hpp"
#include "base/process.hpp"
#include "canary.hpp"
#include "model/record_type.hpp"
#include "samples.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>

namespace rapport::tests {
namespace {

constexpr std::string_view name = "Zqnadia Zqprotegida";
constexpr std::string_view number = "+999 5555 0777";

/// Of whom everybody may see something.
constexpr std::string_view subjects[] = {"ministry", "listed-ngo", "open-meeting", "open-visit"};

/// What they are called, which a name may be: the last look leaves it to the office.
bool is_name(std::string_view path) {
  return path == "name" || path == "aliases" || path == "alias_alone";
}

class Typing {
 public:
  Typing(std::string program, std::string root)
      : program_(std::move(program)), root_(std::move(root)) {}

  void run() {
    put("rapport.yaml",
        "repository: 00000000-0000-4000-8000-000000000000\nmandate: sr-human-rights-defenders\n"
        "name: Office\nstaff:\n  - {key: a, name: Some One, role: holder, since: 2019}\n");
    put("partners/defenders/hrd-typed1.yaml",
        fmt::format("kind: defender\nname: {}\ncontacts:\n  - {{key: k1, channel: phone, value: "
                    "\"{}\"}}\n",
                    name, number));
    put("partners/states/namesake.yaml",
        fmt::format("kind: government\nname: Namesake\naliases: [{0}, House of {0}]\nareas: "
                    "[{0}]\n",
                    name));
    for (const auto& sample : sample_partners()) type(sample, model::partner_type());
    for (const auto& sample : sample_engagements()) type(sample, model::engagement_type());
    name_files();
  }

  int finish() const {
    for (const auto& leak : leaks_) std::printf("%s\n", leak.c_str());
    std::printf("%zu texts typed into, %zu runs, %zu refused, %zu leaks\n", texts_, runs_, refused_,
                leaks_.size());
    const bool is_worth = texts_ > 40 && refused_ > 100;
    return leaks_.empty() && is_worth ? 0 : 1;
  }

 private:
  void put(const std::string& path, const std::string& text) {
    const std::string whole = root_ + "/" + path;
    std::filesystem::create_directories(std::filesystem::path(whole).parent_path());
    if (!base::write_file(whole, text)) std::exit(3);
  }

  void type(const Sample& sample, const value::Type& type) {
    if (std::ranges::find(subjects, sample.id) == std::end(subjects)) return;
    Filling filling{.id = std::string(sample.id),
                    .given = std::string(sample.given),
                    .skipped = never_filled(),
                    .partner = "namesake",
                    .engagement = "open-meeting"};
    if (sample.id == "open-visit") std::erase(filling.skipped, "visit");
    const std::string path = fmt::format("{}/{}.yaml", sample.folder, sample.id);
    const std::string plain = filler_.fill(type, filling);
    const std::vector<std::string> texts = filler_.texts();
    for (const std::string& text : texts) {
      if (is_name(text)) continue;
      ++texts_;
      for (const std::string_view secret : {name, number}) {
        filling.typed_at = text;
        filling.typed = fmt::format("\"House of {}\"", secret);
        put(path, filler_.fill(type, filling));
        if (secret == number) {
          show(sample, model::Audience::ohchr, text, secret);
          continue;
        }
        for (std::size_t i = 1; i <= value::words_of<model::Audience>.size(); ++i)
          show(sample, static_cast<model::Audience>(i), text, secret);
      }
    }
    put(path, plain);
  }

  base::Result<base::Finished> ask(model::Audience audience, std::vector<std::string> arguments) {
    std::vector<std::string> all{program_,
                                 "-C",
                                 root_,
                                 "--today",
                                 "2026-06-20",
                                 "--audience",
                                 std::string(value::word(audience))};
    all.insert(all.end(), arguments.begin(), arguments.end());
    ++runs_;
    return base::run({.argv = all});
  }

  void show(const Sample& sample, model::Audience audience, const std::string& path,
            std::string_view secret) {
    if (audience == model::Audience::office) return;
    const auto ran = ask(audience, {"show", std::string(sample.id)});
    if (!ran) return;
    if (ran->status == 4 && ran->err.find("which its audience may not see") != std::string::npos)
      ++refused_;
    if (ran->out.find(secret) != std::string::npos)
      leaks_.insert(fmt::format("'{}' typed into {} of {} left for {}", secret, path, sample.id,
                                value::word(audience)));
  }

  void name_files() {
    for (const std::string_view file : {"Zqnadia-Zqprotegida.csv", "+999 5555 0777.csv"}) {
      const std::string path = fmt::format("{}/{}", root_, file);
      const auto ran = ask(model::Audience::ohchr, {"list", "partners", "-o", path});
      if (!ran || ran->status != 4 || std::filesystem::exists(path))
        leaks_.insert(fmt::format("a file could be called '{}'", file));
    }
  }

  std::string program_;
  std::string root_;
  Filler filler_;
  std::set<std::string> leaks_;
  std::size_t texts_ = 0;
  std::size_t runs_ = 0;
  std::size_t refused_ = 0;
};

}  // namespace

int type_everywhere(const std::string& program, const std::string& root) {
  Typing typing(program, root);
  typing.run();
  return typing.finish();
}

}  // namespace rapport::tests
