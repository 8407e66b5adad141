// The cells of a list: what its audience may read of each column of a record or of an item.
#pragma once

#include "query/column.hpp"
#include "release/cleared_record.hpp"
#include "release/release.hpp"
#include "view/table.hpp"

#include <optional>
#include <span>
#include <vector>

namespace rapport::app {

class ListCells {
 public:
  /// Release and context must outlive it. `each`: the list of which every row is an item.
  ListCells(release::Release& released, const query::Context& context,
            std::vector<query::Column> columns, const std::optional<query::FieldPath>& each);

  std::vector<view::Column> heads() const;
  view::Row row(const query::Hit& hit) const;

  release::ClearedRecord cleared(const model::RecordHeader& head) const {
    return release::ClearedRecord(released_.gate(), head);
  }
  /// Each text once.
  std::vector<release::ReleasedText> values(const query::FieldPath& field,
                                            const release::ClearedRecord& record,
                                            const model::RecordHeader& head,
                                            const query::Pins* item = nullptr) const;

 private:
  struct Planned {
    query::Column column;
    /// The list it shares with other columns, by its place in `lists_`: what they say of one item
    /// stands at one place of each.
    std::optional<std::size_t> list = {};
    bool is_of_item = false;  // of the one item of the row, or of records in which it lies
    bool is_single = true;    // then there is one value at most
  };

  void plan(query::Column column, const std::optional<query::FieldPath>& each);
  void find_shared_lists();
  void fill_items(view::Row& row, std::size_t list, const query::Hit& hit,
                  const release::ClearedRecord& record) const;
  view::Cell cell(const Planned& planned, const query::Hit& hit,
                  const release::ClearedRecord& record) const;
  std::vector<release::ReleasedText> computed(const query::FieldPath& field,
                                              const release::ClearedRecord& record,
                                              const model::RecordHeader& head,
                                              const query::Pins* item) const;
  void each_computed(
      const query::FieldPath& field, const model::RecordHeader& head, const query::Pins* item,
      const std::function<void(const release::ClearedRecord::Computed&)>& take) const;
  std::vector<release::ReleasedText> onward(const query::FieldPath& field,
                                            const release::ClearedRecord& record,
                                            const model::RecordHeader& head,
                                            const query::Pins* item) const;

  release::Release& released_;
  const query::Context& context_;
  std::vector<Planned> columns_;
  std::vector<query::FieldPath> lists_;
};

}  // namespace rapport::app
