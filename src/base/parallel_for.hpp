// Work on many things by a few threads, in blocks, without a queue that lives on.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>

namespace rapport::base {

class ParallelFor {
 public:
  static constexpr std::size_t block = 256;

  /// `threads` 0 stands for `default_threads`.
  explicit ParallelFor(unsigned threads = 0);

  unsigned threads() const { return threads_; }

  /// Calls `work(thread, begin, end)` until all of 0 … `count` was handed out in blocks; `thread`
  /// is less than `threads()`, and 0 is the caller's own. Which thread gets which block is not
  /// fixed: results are to be put in order by what they are about. Returns when all is done; the
  /// first exception of a worker is thrown here, and no further block is handed out after it.
  template <class Work>
  void run(std::size_t count, Work&& work, std::size_t block_size = block) const {
    using Plain = std::remove_reference_t<Work>;
    run_erased(
        count, block_size,
        [](void* at, unsigned thread, std::size_t begin, std::size_t end) {
          (*static_cast<Plain*>(at))(thread, begin, end);
        },
        const_cast<std::remove_const_t<Plain>*>(std::addressof(work)));
  }

 private:
  using Erased = void (*)(void*, unsigned, std::size_t, std::size_t);
  void run_erased(std::size_t count, std::size_t block_size, Erased call, void* work) const;

  unsigned threads_;
};

}  // namespace rapport::base
