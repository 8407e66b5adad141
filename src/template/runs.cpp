#include "template/runs.hpp"

#include <utility>

namespace rapport::templates {

void RunCollector::close_link() {
  const std::string link = std::exchange(link_, {});
  if (!view::is_safe_link(link) && !link.empty() && link != link_text_) add(" (" + link + ")");
}

void RunCollector::add(std::string_view text) {
  if (!link_.empty()) link_text_ += text;
  view::Run run{.text = std::string(text),
                .strong = strong_ > 0,
                .emphasis = emphasis_ > 0,
                .code = code_ > 0,
                .link = view::is_safe_link(link_) ? link_ : std::string()};
  const auto is_like = [&](const view::Run& last) {
    return last.strong == run.strong && last.emphasis == run.emphasis && last.code == run.code &&
           last.link == run.link && !last.line_break;
  };
  if (!runs_.empty() && is_like(runs_.back()))
    runs_.back().text += text;
  else
    runs_.push_back(std::move(run));
}

view::Runs RunCollector::take() { return std::exchange(runs_, {}); }

}  // namespace rapport::templates
