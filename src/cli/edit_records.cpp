#include "cli/edit_records.hpp"

#include "app/snapshot.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/deliver.hpp"
#include "cli/editor.hpp"
#include "cli/input.hpp"
#include "cli/may_leave.hpp"
#include "cli/messages.hpp"
#include "cli/session.hpp"
#include "cli/write.hpp"
#include "store/draft.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace rapport::cli {
namespace {

using app::RecordText;
using base::Failing;
using base::Failure;

/// One record while it is edited.
struct Work {
  store::Draft draft;
  RecordText record;  // as it is, or empty when it is to be
  std::string begun;  // the text that the editor opened first
  std::string edited = {};
};

class EditSession {
 public:
  EditSession(Session& session, const EditRequest& request)
      : session_(session), request_(request) {}

  base::Result<Exit> run() {
    if (auto may = may_answer_office(session_); !may) return may.failure();
    if (request_.drops_draft && !has_editor()) return drop();
    if (auto begun = begin(); !begun) return begun.failure();
    for (;;) {
      if (auto edited = edit(); !edited) return edited.failure();
      if (is_unchanged()) return leave("nothing was changed");
      const auto saved = save();
      session_.unlock();
      if (saved) return Exit::fine;
      if (saved.failure().kind != Failing::data) return kept(saved.failure());
      if (!input_is_terminal() || !session_.terminal().err_is_terminal)
        return kept(saved.failure());
      print_line("rapport: " + saved.failure().what);
      const auto answer = ask();
      if (answer == 't') return leave("nothing was written");
      if (answer == 'k') {
        session_.note(kept_where());
        return Exit::findings;
      }
    }
  }

 private:
  base::Result<std::shared_ptr<const app::Snapshot>> read() {
    return app::Snapshot::read(session_.reference(), session_.globals().threads);
  }

  /// Nothing can be begun anew.
  base::Result<Exit> drop() {
    const auto snapshot = read();
    if (!snapshot) return snapshot.failure();
    for (const std::string& id : request_.ids) {
      const bool is_there = may_name_draft(id) && store::Draft(session_.root(), id).is_there();
      if (const auto found = app::find_text(**snapshot, id); !is_there && !found)
        return found.failure();
    }
    for (const std::string& id : request_.ids) {
      const store::Draft draft(session_.root(), id);
      const bool is_there = draft.is_there();
      if (is_there && !request_.dry_run) draft.remove();
      const std::string_view what = !is_there          ? "there is no"
                                    : request_.dry_run ? "would throw away the"
                                                       : "threw away the";
      session_.note(fmt::format("{} draft of {}", what, id));
    }
    return Exit::fine;
  }

  /// It becomes the name of a file.
  static bool may_name_draft(std::string_view id) {
    return !id.empty() && !id.starts_with('.') && id.find('/') == id.npos;
  }

  base::Done begin() {
    // With the lock comes the folder, and git is told to ignore it. Others may write meanwhile.
    if (const auto lock = session_.lock(); !lock) return lock.failure();
    session_.unlock();
    const auto snapshot = read();
    if (!snapshot) return snapshot.failure();
    for (const std::string& id : request_.ids)
      if (auto begun = begin(**snapshot, id); !begun) return begun;
    for (const RecordText& created : request_.created) {
      const store::Draft draft(session_.root(), created.id);
      if (auto begun = draft.begin(created.text, {created.path, {}}); !begun) return begun;
      works_.push_back({draft, {created.id, created.path, {}}, created.text});
    }
    return base::done();
  }

  base::Done begin(const app::Snapshot& snapshot, const std::string& id) {
    const bool is_begun =
        std::ranges::count(works_, id, [](const Work& work) { return work.record.id; }) != 0;
    if (is_begun) return base::done();
    if (!may_name_draft(id)) return app::find_text(snapshot, id).failure();
    const store::Draft draft(session_.root(), id);
    if (request_.drops_draft) draft.remove();
    const auto found = app::find_text(snapshot, id);
    if (draft.is_there()) return go_on(draft, id, found);
    if (!found) return found.failure();
    if (auto begun = draft.begin(found->text, {found->path, found->text}); !begun) return begun;
    works_.push_back({draft, *found, found->text});
    return base::done();
  }

  /// With what was kept the last time, if the record is still the same.
  base::Done go_on(const store::Draft& draft, const std::string& id,
                   const base::Result<RecordText>& found) {
    const auto of = draft.of();
    if (!of) return of.failure();
    auto text = draft.text();
    if (!text) return text.failure();
    const bool is_same = found ? found->text == of->text : of->text.empty();
    if (!is_same)
      return Failure{Failing::environment,
                     fmt::format("'{}' was changed since its draft was begun", id),
                     fmt::format("compare with {}; `rapport edit {} --drop` throws the draft away",
                                 draft.shown_path(), id)};
    session_.note(fmt::format("going on with the draft of {}", id));
    works_.push_back({draft, {id, of->path, of->text}, std::move(*text)});
    return base::done();
  }

  base::Done edit() {
    std::vector<std::string> paths;
    for (const Work& work : works_) paths.push_back(work.draft.path());
    if (auto ended = run_editor(paths); !ended) {
      Failure failure = ended.failure();
      if (drop_untouched()) failure.hint = kept_where();
      return failure;
    }
    for (Work& work : works_) {
      auto text = work.draft.text();
      if (!text) return text.failure();
      work.edited = request_.clean && *text != work.begun ? request_.clean(*text) : *text;
      if (work.edited != *text)
        if (auto begun = work.draft.begin(work.edited, {work.record.path, work.record.text});
            !begun)
          return begun;
    }
    return base::done();
  }

  bool is_unchanged() const {
    return std::ranges::all_of(works_, [](const Work& work) {
      return work.edited == work.record.text ||
             (work.record.text.empty() && work.edited == work.begun);
    });
  }

  /// Drafts that are worth keeping are left.
  bool drop_untouched() const {
    bool is_one_left = false;
    for (const Work& work : works_) {
      const auto text = work.draft.text();
      if (text && *text == work.begun && work.begun == work.record.text)
        work.draft.remove();
      else
        is_one_left = true;
    }
    return is_one_left;
  }

  base::Done save() {
    const auto lock = session_.lock();
    if (!lock) return lock.failure();
    const auto snapshot = read();
    if (!snapshot) return snapshot.failure();
    std::vector<RecordText> texts;
    for (const Work& work : works_) {
      const auto now = app::find_text(**snapshot, work.record.id);
      const std::string current = now ? now->text : std::string();
      if (current != work.record.text)
        return Failure{Failing::environment,
                       fmt::format("'{}' was changed meanwhile", work.record.path)};
      if (work.edited != work.record.text)
        texts.push_back({work.record.id, work.record.path, work.edited});
    }
    const auto output = app::write_texts(**snapshot, request_.dry_run ? nullptr : *lock,
                                         session_.occasion(), texts);
    if (!output) return output.failure();
    for (const Work& work : works_) work.draft.remove();
    return deliver(session_, *output);
  }

  /// e, k or t.
  static char ask() {
    for (;;) {
      const auto answer =
          read_answer("[e]dit again, [k]eep the draft for later, or [t]hrow it away? ");
      if (!answer) return 'k';
      const auto word = base::trim(*answer);
      if (word.empty()) return 'e';
      for (const std::string_view each : {"edit", "keep", "throw"})
        if (each.starts_with(word)) return each.front();
    }
  }

  std::string kept_where() const {
    std::vector<std::string> kept;
    std::vector<std::string> ids;
    for (const Work& work : works_)
      if (work.draft.is_there()) {
        kept.push_back(work.draft.shown_path());
        ids.push_back(work.record.id);
      }
    return fmt::format("the draft is kept in {}; `rapport edit {}` goes on with it",
                       base::join(kept, " and "), base::join(ids, " "));
  }

  Failure kept(Failure failure) const {
    failure.hint = kept_where();
    return failure;
  }

  Exit leave(std::string_view line) const {
    for (const Work& work : works_) work.draft.remove();
    session_.note(line);
    return Exit::fine;
  }

  Session& session_;
  const EditRequest& request_;
  std::vector<Work> works_;
};

}  // namespace

base::Result<Exit> edit_records(Session& session, const EditRequest& request) {
  return EditSession(session, request).run();
}

}  // namespace rapport::cli
