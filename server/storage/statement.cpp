#include "server/storage/statement.h"

#include <algorithm>

namespace bredvid::storage {
namespace {

void check(int code) {
  if (code != SQLITE_OK) throw SqlError(code);
}

}  // namespace

Query::~Query() {
  if (statement_ == nullptr) return;
  // The reset repeats the step's error, which was thrown already.
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

bool Query::next() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) {
    const int sound = sqlite3_step(witness_);
    const int reason = sqlite3_extended_errcode(sqlite3_db_handle(witness_));
    sqlite3_reset(witness_);
    if (sound == SQLITE_ROW || sound == SQLITE_DONE) return true;
    // SQLCipher's own word for a page that is not what was written is SQLITE_ERROR.
    throw SqlError((reason & 0xff) == SQLITE_ERROR ? SQLITE_CORRUPT : reason);
  }
  if (code == SQLITE_DONE) return false;
  throw SqlError(sqlite3_extended_errcode(sqlite3_db_handle(statement_)));
}

std::span<const std::uint8_t> Query::view(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  return {static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::vector<std::uint8_t> Query::blob(int column) const {
  const auto bytes = view(column);
  return {bytes.begin(), bytes.end()};
}

std::string Query::text(int column) const {
  const unsigned char* data = sqlite3_column_text(statement_, column);
  if (data == nullptr) return {};
  return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Key32 Query::key(int column) const {
  const auto bytes = view(column);
  Key32 key{};
  if (bytes.size() != key.size()) throw SqlError(SQLITE_CORRUPT);
  std::copy(bytes.begin(), bytes.end(), key.begin());
  return key;
}

void Query::bind(int index, std::int64_t value) {
  check(sqlite3_bind_int64(statement_, index, value));
}

void Query::bind(int index, std::span<const std::uint8_t> value) {
  // A null pointer would bind NULL where an empty blob is meant.
  const void* data = value.empty() ? static_cast<const void*>("") : value.data();
  check(sqlite3_bind_blob64(statement_, index, data, value.size(), SQLITE_STATIC));
}

void Query::bind(int index, std::string_view value) {
  check(sqlite3_bind_text64(statement_, index, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC,
                            SQLITE_UTF8));
}

void Query::bind(int index, std::nullptr_t) {
  check(sqlite3_bind_null(statement_, index));
}

}  // namespace bredvid::storage
