#include "cli/progress.hpp"

#include <unistd.h>

#include <string_view>
#include <utility>

namespace rapport::cli {
namespace {

/// Nothing depends on it: where it fails the line is missing.
void write_line(int file, std::string_view text) {
  [[maybe_unused]] const auto written = ::write(file, text.data(), text.size());
}

}  // namespace

Progress::Progress(int file, std::string text, std::chrono::milliseconds delay)
    : file_(file), text_("\r" + std::move(text)), delay_(delay), thread_([this] { show(); }) {}

Progress::~Progress() {
  {
    const std::lock_guard lock(mutex_);
    is_done_ = true;
  }
  ended_.notify_one();
  thread_.join();
  if (is_shown_) write_line(file_, "\r\033[K");
}

void Progress::show() {
  std::unique_lock lock(mutex_);
  if (ended_.wait_for(lock, delay_, [this] { return is_done_; })) return;
  is_shown_ = true;
  write_line(file_, text_);
}

}  // namespace rapport::cli
