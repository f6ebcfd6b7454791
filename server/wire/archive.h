// Two archives with the same vocabulary: Writer turns a struct's fields into a JSON array, Reader fills them from
// one. So each frame's fields stand in one place (fields.h) for both directions. Internal to wire/.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "server/wire/frames.h"
#include "server/wire/limits.h"

namespace bredvid::wire {

using Json = nlohmann::json;

/// No counter of ours gets there, and JavaScript can't hold more exactly: larger ones are refused.
constexpr std::uint64_t kMaxNumber = (std::uint64_t{1} << 53) - 1;

class Writer {
 public:
  template <class Rep>
  void number(const Rep& value, std::uint64_t /*max*/) {
    out_.push_back(static_cast<std::uint64_t>(value));
  }
  template <class Tag, class Rep>
  void number(const NumberId<Tag, Rep>& value, std::uint64_t /*max*/) {
    out_.push_back(static_cast<std::uint64_t>(value.value));
  }
  template <class E>
  void word(const E& value, std::uint64_t /*least*/, std::uint64_t /*most*/) {
    out_.push_back(static_cast<std::uint64_t>(value));
  }
  template <std::size_t N>
  void fixed(const std::array<std::uint8_t, N>& value) {
    out_.push_back(binary(value));
  }
  template <class Tag, std::size_t N>
  void fixed(const ByteId<Tag, N>& value) {
    out_.push_back(binary(value.bytes));
  }
  void fixed(const Secret32& value) { out_.push_back(binary(value.view())); }
  void blob(const Blob& value, std::size_t /*least*/, std::size_t /*most*/) { out_.push_back(Json::binary(value)); }
  void text(const std::string& value, std::size_t /*least*/, std::size_t /*most*/) { out_.push_back(value); }
  template <class T>
  void nested(const T& value) {
    Writer inner;
    fields(inner, value);
    out_.push_back(std::move(inner.out_));
  }
  template <class T>
  void maybe(const std::optional<T>& value) {
    if (value)
      nested(*value);
    else
      out_.push_back(nullptr);
  }
  template <class Tag, std::size_t N>
  void maybe_fixed(const std::optional<ByteId<Tag, N>>& value) {
    if (value)
      fixed(*value);
    else
      out_.push_back(nullptr);
  }
  template <class T>
  void list(const std::vector<T>& values, std::size_t /*least*/, std::size_t /*most*/) {
    Writer inner;
    for (const T& value : values) inner.entry(value);
    out_.push_back(std::move(inner.out_));
  }
  [[nodiscard]] Json take() { return std::move(out_); }

 private:
  template <class T>
  void entry(const T& value) {
    nested(value);
  }
  void entry(const DeviceId& value) { fixed(value); }

  template <class Range>
  static Json binary(const Range& bytes) {
    return Json::binary({bytes.begin(), bytes.end()});
  }

  Json out_ = Json::array();
};

/// Sticky: after the first mismatch everything reads as zero and ok() is false.
class Reader {
 public:
  explicit Reader(const Json& array) : array_(array), ok_(array.is_array()) {}

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
    if (const auto* bytes = binary(N, N)) std::copy(bytes->begin(), bytes->end(), value.begin());
  }
  template <class Tag, std::size_t N>
  void fixed(ByteId<Tag, N>& value) {
    fixed(value.bytes);
  }
  void fixed(Secret32& value) {
    if (const auto* bytes = binary(Secret32::kSize, Secret32::kSize)) value = std::move(*Secret32::from(*bytes));
  }
  void blob(Blob& value, std::size_t least, std::size_t most) {
    if (const auto* bytes = binary(least, most)) value.assign(bytes->begin(), bytes->end());
  }
  void text(std::string& value, std::size_t least, std::size_t most) {
    const Json* item = next();
    if (item == nullptr || !item->is_string()) return fail();
    const auto& found = item->get_ref<const std::string&>();
    if (found.size() < least || found.size() > most) return fail();
    value = found;
  }
  template <class T>
  void nested(T& value) {
    const Json* item = next();
    if (item == nullptr || !item->is_array()) return fail();
    Reader inner(*item);
    fields(inner, value);
    if (!inner.complete()) fail();
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
    const Json* item = next();
    if (item == nullptr || !item->is_array() || item->size() < least || item->size() > most) return fail();
    Reader inner(*item);
    values.resize(item->size());
    for (T& value : values) inner.entry(value);
    if (!inner.complete()) fail();
  }
  /// Everything fitted and nothing is left over.
  [[nodiscard]] bool complete() const { return ok_ && at_ == array_.size(); }

 private:
  template <class T>
  void entry(T& value) {
    nested(value);
  }
  void entry(DeviceId& value) { fixed(value); }

  void fail() { ok_ = false; }
  /// True when the next item is null; it is then behind us.
  bool skip_null() {
    if (!ok_ || at_ >= array_.size() || !array_[at_].is_null()) return false;
    ++at_;
    return true;
  }
  const Json* next() {
    if (!ok_ || at_ >= array_.size()) {
      fail();
      return nullptr;
    }
    return &array_[at_++];
  }
  std::uint64_t uint(std::uint64_t least, std::uint64_t most) {
    const Json* item = next();
    if (item == nullptr || !item->is_number_unsigned()) return fail(), 0;
    const auto value = item->get<std::uint64_t>();
    if (value < least || value > most) return fail(), 0;
    return value;
  }
  const Json::binary_t* binary(std::size_t least, std::size_t most) {
    const Json* item = next();
    if (item == nullptr || !item->is_binary()) return fail(), nullptr;
    const auto& bytes = item->get_binary();
    if (bytes.size() < least || bytes.size() > most) return fail(), nullptr;
    return &bytes;
  }

  const Json& array_;
  std::size_t at_ = 0;
  bool ok_;
};

}  // namespace bredvid::wire
