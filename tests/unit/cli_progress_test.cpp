// A line while something takes long: it appears, and is taken away; of what is quick there is none.
#include "cli/progress.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <string>

namespace cli_progress_test {

using rapport::cli::Progress;

namespace {

class Pipe {
 public:
  Pipe() { REQUIRE(::pipe(ends_.data()) == 0); }
  ~Pipe() { ::close(ends_[0]); }
  int in() const { return ends_[1]; }
  /// What was written so far; waits for it.
  std::string read() {
    std::array<char, 100> text{};
    const ssize_t size = ::read(ends_[0], text.data(), text.size());
    return std::string(text.data(), static_cast<std::size_t>(size));
  }
  void close() { ::close(ends_[1]); }

 private:
  std::array<int, 2> ends_{};
};

}  // namespace

TEST_CASE("progress: a line that is taken away at the end") {
  Pipe pipe;
  {
    const Progress progress(pipe.in(), "reading", std::chrono::milliseconds(0));
    CHECK(pipe.read() == "\rreading");
  }
  CHECK(pipe.read() == "\r\033[K");
  pipe.close();
}

TEST_CASE("progress: nothing of what is quick") {
  Pipe pipe;
  { const Progress progress(pipe.in(), "reading", std::chrono::hours(1)); }
  pipe.close();
  CHECK(pipe.read().empty());
}

}  // namespace cli_progress_test
