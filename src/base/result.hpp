// What a function that can fail answers: a value, or a failure that says what went wrong and what
// the user can do about it.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace rapport::base {

enum class Failing { usage, data, environment, refused };  // decides the exit code, nothing else

struct Failure {
  Failing kind;
  std::string what;       // one sentence, no full stop, names the thing that failed
  std::string hint = {};  // optional: what the user can do about it
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}

  explicit operator bool() const { return state_.index() == 0; }
  const T& operator*() const& { return std::get<0>(state_); }
  T& operator*() & { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  const T* operator->() const { return &std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }
  const Failure& failure() const { return std::get<1>(state_); }

 private:
  std::variant<T, Failure> state_;
};

/// For a function that only does something.
using Done = Result<std::monostate>;
inline Done done() { return std::monostate{}; }

}  // namespace rapport::base
