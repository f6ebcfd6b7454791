// Two archives with the same vocabulary: Writer puts a struct's fields down as CBOR, Reader fills them from it. So each
// frame's fields stand in one place (fields.h) for both directions. Internal to wire/.
//
// Straight from bytes to fields: what a general CBOR document would cost, in time and in memory, is more than all else
// that happens to a message. Reader takes only what the field wants (RFC 8949, 4.2.1: shortest heads, definite
// lengths), so a second form of a frame can't be read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "server/webauthn/limits.h"
#include "server/wire/cbor_scan.h"
#include "server/wire/frames.h"
#include "server/wire/limits.h"

namespace bredvid::wire {

/// No counter of ours gets there, and JavaScript can't hold more exactly: larger ones are refused.
constexpr std::uint64_t kMaxNumber = (std::uint64_t{1} << 53) - 1;

/// How many items a struct's fields are: an array says its length first.
class Counter {
 public:
  void number(const auto&, std::uint64_t) { ++count_; }
  void word(const auto&, std::uint64_t, std::uint64_t) { ++count_; }
  void fixed(const auto&) { ++count_; }
  void blob(const Blob&, std::size_t, std::size_t) { ++count_; }
  void text(const std::string&, std::size_t, std::size_t) { ++count_; }
  void nested(const auto&) { ++count_; }
  void maybe(const auto&) { ++count_; }
  void maybe_fixed(const auto&) { ++count_; }
  void list(const auto&, std::size_t, std::size_t) { ++count_; }
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  std::uint64_t count_ = 0;
};

[[nodiscard]] std::uint64_t count_of(const auto& value) {
  Counter counter;
  fields(counter, value);
  return counter.count();
}

class Writer {
 public:
  explicit Writer(Blob& out) : out_(out) {}

  template <class Rep>
  void number(const Rep& value, std::uint64_t /*max*/) {
    head(CborMajor::uint, static_cast<std::uint64_t>(value));
  }
  template <class Tag, class Rep>
  void number(const NumberId<Tag, Rep>& value, std::uint64_t /*max*/) {
    head(CborMajor::uint, static_cast<std::uint64_t>(value.value));
  }
  template <class E>
  void word(const E& value, std::uint64_t /*least*/, std::uint64_t /*most*/) {
    head(CborMajor::uint, static_cast<std::uint64_t>(value));
  }
  template <std::size_t N>
  void fixed(const std::array<std::uint8_t, N>& value) {
    bytes(value);
  }
  template <class Tag, std::size_t N>
  void fixed(const ByteId<Tag, N>& value) {
    bytes(value.bytes);
  }
  void fixed(const Secret32& value) { bytes(value.view()); }
  void blob(const Blob& value, std::size_t /*least*/, std::size_t /*most*/) { bytes(value); }
  void text(const std::string& value, std::size_t /*least*/, std::size_t /*most*/) {
    head(CborMajor::text, value.size());
    out_.insert(out_.end(), value.begin(), value.end());
  }
  template <class T>
  void nested(const T& value) {
    array(count_of(value));
    fields(*this, value);
  }
  template <class T>
  void maybe(const std::optional<T>& value) {
    if (value)
      nested(*value);
    else
      null();
  }
  template <class Tag, std::size_t N>
  void maybe_fixed(const std::optional<ByteId<Tag, N>>& value) {
    if (value)
      fixed(*value);
    else
      null();
  }
  template <class T>
  void list(const std::vector<T>& values, std::size_t /*least*/, std::size_t /*most*/) {
    array(values.size());
    for (const T& value : values) entry(value);
  }
  void array(std::uint64_t count) { head(CborMajor::array, count); }

 private:
  template <class T>
  void entry(const T& value) {
    nested(value);
  }
  void entry(const DeviceId& value) { fixed(value); }
  void entry(const Day& value) { number(value, kDayEnd - 1); }
  void entry(const Selector& value) { number(value, kSelectorEnd - 1); }
  void entry(const Blob& value) { blob(value, 1, webauthn::kMaxCredentialIdBytes); }
  void bytes(std::span<const std::uint8_t> value) {
    head(CborMajor::bytes, value.size());
    out_.insert(out_.end(), value.begin(), value.end());
  }
  void null() { head(CborMajor::simple, kCborNull); }
  void head(CborMajor major, std::uint64_t value) { put_head(out_, major, value); }

  Blob& out_;
};

/// Sticky: after the first mismatch everything reads as zero and complete() is false.
class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : scanner_(bytes) {}

  template <class Rep>
  void number(Rep& value, std::uint64_t max) {
    value = static_cast<Rep>(uint(0, max));
  }
  template <class Tag, class Rep>
  void number(NumberId<Tag, Rep>& value, std::uint64_t max) {
    value.value = static_cast<Rep>(uint(0, max));
  }
  template <class E>
  void word(E& value, std::uint64_t least, std::uint64_t most) {
    value = static_cast<E>(uint(least, most));
  }
  template <std::size_t N>
  void fixed(std::array<std::uint8_t, N>& value) {
    if (const auto found = bytes(CborMajor::bytes, N, N)) std::ranges::copy(*found, value.begin());
  }
  template <class Tag, std::size_t N>
  void fixed(ByteId<Tag, N>& value) {
    fixed(value.bytes);
  }
  void fixed(Secret32& value) {
    if (const auto found = bytes(CborMajor::bytes, Secret32::kSize, Secret32::kSize))
      value = std::move(*Secret32::from(*found));
  }
  void blob(Blob& value, std::size_t least, std::size_t most) {
    if (const auto found = bytes(CborMajor::bytes, least, most)) value.assign(found->begin(), found->end());
  }
  void text(std::string& value, std::size_t least, std::size_t most) {
    const auto found = bytes(CborMajor::text, least, most);
    if (!found) return;
    if (!is_utf8(*found)) return fail();
    value.assign(found->begin(), found->end());
  }
  template <class T>
  void nested(T& value) {
    array(count_of(value));
    if (ok_) fields(*this, value);
  }
  template <class T>
  void maybe(std::optional<T>& value) {
    value.reset();
    if (!skip_null()) nested(value.emplace());
  }
  template <class Tag, std::size_t N>
  void maybe_fixed(std::optional<ByteId<Tag, N>>& value) {
    value.reset();
    if (!skip_null()) fixed(value.emplace());
  }
  template <class T>
  void list(std::vector<T>& values, std::size_t least, std::size_t most) {
    const std::uint64_t count = next(CborMajor::array, least, most);
    for (std::uint64_t i = 0; ok_ && i < count; ++i) entry(values.emplace_back());
  }
  /// Exactly this many items follow.
  void array(std::uint64_t count) { next(CborMajor::array, count, count); }
  /// Everything fitted and nothing is left over.
  [[nodiscard]] bool complete() const { return ok_ && scanner_.at_end(); }

 private:
  template <class T>
  void entry(T& value) {
    nested(value);
  }
  void entry(DeviceId& value) { fixed(value); }
  void entry(Day& value) { number(value, kDayEnd - 1); }
  void entry(Selector& value) { number(value, kSelectorEnd - 1); }
  /// a credential id: the only list of byte strings that there is
  void entry(Blob& value) { blob(value, 1, webauthn::kMaxCredentialIdBytes); }

  void fail() { ok_ = false; }
  /// True when the next item is null; it is then behind us.
  bool skip_null() { return ok_ && scanner_.skip_null(); }
  /// The value of the next head; 0 when it is another kind or outside of the bounds.
  std::uint64_t next(CborMajor major, std::uint64_t least, std::uint64_t most) {
    const auto found = ok_ ? scanner_.head() : std::nullopt;
    if (!found || found->major != major || found->value < least || found->value > most) return fail(), 0;
    return found->value;
  }
  std::uint64_t uint(std::uint64_t least, std::uint64_t most) { return next(CborMajor::uint, least, most); }
  std::optional<std::span<const std::uint8_t>> bytes(CborMajor major, std::size_t least, std::size_t most) {
    const std::uint64_t size = next(major, least, most);
    const auto found = ok_ ? scanner_.take(size) : std::nullopt;
    if (!found) fail();
    return found;
  }

  CborScanner scanner_;
  bool ok_ = true;
};

}  // namespace bredvid::wire
