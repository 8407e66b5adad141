#include "app/output.hpp"

#include "app/records.hpp"
#include "release/release.hpp"

namespace rapport::app {

Basis::Basis(const Snapshot& snapshot, release::Purpose purpose)
    : snapshot_(snapshot.shared_from_this()),
      released_(std::make_shared<release::Release>(snapshot.records().dataset, snapshot.library(),
                                                   snapshot.records().office(),
                                                   std::move(purpose))) {}

Basis office_basis(const Snapshot& snapshot, value::Date today) {
  return Basis(snapshot, release::Purpose{.on = today});
}

}  // namespace rapport::app
