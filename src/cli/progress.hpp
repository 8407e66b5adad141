// A line on a terminal while something takes long, and gone when it is done. What is quick shows
// none.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace rapport::cli {

class Progress {
 public:
  /// Shows `text` on the terminal behind `file` once `delay` is over.
  Progress(int file, std::string text,
           std::chrono::milliseconds delay = std::chrono::milliseconds(400));
  /// Takes the line away again.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  void show();

  int file_;
  std::string text_;
  std::chrono::milliseconds delay_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool is_done_ = false;
  bool is_shown_ = false;
  std::thread thread_;  // last: it uses all of the others
};

}  // namespace rapport::cli
