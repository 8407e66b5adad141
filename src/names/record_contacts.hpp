// The matcher over records, of numbers and addresses: how protected partners are reached. Most
// texts are passed over quickly; in others SecretMatcher looks.
#pragma once

#include "model/dataset.hpp"
#include "names/secret.hpp"
#include "names/word_filter.hpp"

#include <cstddef>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace rapport::names {

class SecretMatcher;

class RecordContacts {
 public:
  explicit RecordContacts(const model::Dataset& data);
  ~RecordContacts();

  struct Hit {
    const model::Partner* partner = nullptr;
    std::size_t start = 0;
    std::size_t end = 0;
  };

  /// `find` may find something; quick.
  bool may_be_in(std::string_view text) const;
  /// The same of one reading of a text: see any_reading.
  bool may_be_in_reading(std::string_view reading) const;

  /// Those of protected partners in `text`, in its order.
  std::vector<Hit> find(std::string_view text) const;

 private:
  bool may_have_number(std::string_view text) const;
  bool may_have_word(std::string_view text) const;

  std::vector<Secret> secrets_;
  std::vector<const model::Partner*> owners_;  // one for each secret
  WordFilter words_;                           // those of addresses
  WordFilter numbers_;                         // the last seven digits of each number
  // Read when a text first looks like one that holds some: most repositories have none.
  mutable std::once_flag is_read_;
  mutable std::unique_ptr<const SecretMatcher> matcher_;
};

}  // namespace rapport::names
