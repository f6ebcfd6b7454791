// A prepared statement: move-only, finalised by its owner; and Query, the guard through which it is used.
//
// Query binds, steps and, when it ends, resets and unbinds, so that no statement stays half way and no value (a
// share, an envelope) stays bound. Internal to storage/: errors are SqlError, which never leaves it.
//
// A row is not believed before the pager has said that nothing was wrong with its pages. SQLCipher fills a page whose
// authentication code does not fit with zeros and tells so at the NEXT page that is asked for; the last page of a long
// value has none after it, and zeros would have been served. So each row is followed by a question that asks for one.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "server/base/ids.h"
#include "server/base/secret32.h"

namespace bredvid::storage {

/// A failed SQLite call: its extended result code and nothing else, since SQLite's texts may quote data.
class SqlError {
 public:
  explicit SqlError(int code) : code_(code) {}
  [[nodiscard]] int code() const { return code_; }
  [[nodiscard]] int primary() const { return code_ & 0xff; }

 private:
  int code_;
};

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

class Query {
 public:
  /// Borrows both statements, which must be idle and outlive this. `witness`: Database::witness.
  template <class... Args>
  explicit Query(sqlite3_stmt* statement, sqlite3_stmt* witness, const Args&... args)
      : statement_(statement), witness_(witness) {
    int index = 0;
    (bind(++index, args), ...);
  }
  Query(Query&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)), witness_(other.witness_) {}
  Query& operator=(Query&&) = delete;
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query();

  /// Steps; true: there is a row, and every page that it came from is what was written. Throws SqlError.
  bool next();

  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  [[nodiscard]] std::uint32_t small(int column) const { return static_cast<std::uint32_t>(integer(column)); }
  [[nodiscard]] std::uint64_t large(int column) const { return static_cast<std::uint64_t>(integer(column)); }
  [[nodiscard]] bool is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  /// Valid until the next step.
  [[nodiscard]] std::span<const std::uint8_t> view(int column) const;
  [[nodiscard]] std::vector<std::uint8_t> blob(int column) const;
  [[nodiscard]] std::string text(int column) const;
  /// Throws SqlError(SQLITE_CORRUPT) when the size is another: the schema checks sizes, so the file lies.
  template <class Id>
  [[nodiscard]] Id id(int column) const {
    const auto found = Id::from(view(column));
    if (!found) throw SqlError(SQLITE_CORRUPT);
    return *found;
  }
  [[nodiscard]] Key32 key(int column) const;

 private:
  void bind(int index, std::int64_t value);
  void bind(int index, std::span<const std::uint8_t> value);
  void bind(int index, std::string_view value);
  void bind(int index, std::nullptr_t);
  void bind(int index, std::uint64_t value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, std::uint32_t value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, int value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
  void bind(int index, const std::vector<std::uint8_t>& value) { bind(index, std::span<const std::uint8_t>(value)); }
  void bind(int index, const Key32& value) { bind(index, std::span<const std::uint8_t>(value)); }
  void bind(int index, const Secret32& value) { bind(index, std::span<const std::uint8_t>(value.view())); }
  template <class Tag, std::size_t N>
  void bind(int index, const ByteId<Tag, N>& value) {
    bind(index, std::span<const std::uint8_t>(value.bytes));
  }
  template <class Tag, class Rep>
  void bind(int index, const NumberId<Tag, Rep>& value) {
    bind(index, static_cast<std::int64_t>(value.value));
  }
  template <class E>
    requires std::is_enum_v<E>
  void bind(int index, const E& value) {
    bind(index, static_cast<std::int64_t>(value));
  }
  template <class T>
  void bind(int index, const std::optional<T>& value) {
    if (value)
      bind(index, *value);
    else
      bind(index, nullptr);
  }

  sqlite3_stmt* statement_;
  sqlite3_stmt* witness_;
};

}  // namespace bredvid::storage
