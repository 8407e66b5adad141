#include "base/parallel_for.hpp"

#include "base/processors.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace rapport::base {

ParallelFor::ParallelFor(unsigned threads) : threads_(threads == 0 ? default_threads() : threads) {}

void ParallelFor::run_erased(std::size_t count, std::size_t block_size, Erased call,
                             void* work) const {
  std::atomic<std::size_t> next{0};
  std::mutex failing;
  std::exception_ptr failure;
  const auto worker = [&](unsigned thread) {
    try {
      for (;;) {
        const std::size_t begin = next.fetch_add(block_size);
        if (begin >= count) return;
        call(work, thread, begin, std::min(begin + block_size, count));
      }
    } catch (...) {
      next = count;
      const std::lock_guard lock(failing);
      if (!failure) failure = std::current_exception();
    }
  };
  const std::size_t blocks = (count + block_size - 1) / block_size;
  const auto helpers = static_cast<unsigned>(std::min<std::size_t>(threads_, blocks));
  {
    std::vector<std::jthread> running;
    running.reserve(helpers);
    try {
      for (unsigned thread = 1; thread < helpers; ++thread) running.emplace_back(worker, thread);
    } catch (const std::system_error&) {  // no more threads: those that run do the work
    }
    worker(0);
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace rapport::base
