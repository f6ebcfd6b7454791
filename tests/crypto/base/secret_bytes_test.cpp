#include "crypto/base/secret_bytes.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <iterator>
#include <new>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#if __has_include(<format>)
#include <format>
#endif

namespace {

const void* watched = nullptr;
std::size_t watched_size = 0;
bool freed_as_zeros = false;

void look_before_free(const void* memory) {
  if (memory == nullptr || memory != watched) return;
  const auto* bytes = static_cast<const volatile unsigned char*>(memory);
  freed_as_zeros = true;
  for (std::size_t i = 0; i < watched_size; ++i) freed_as_zeros = freed_as_zeros && bytes[i] == 0;
  watched = nullptr;
}

}  // namespace

// Replaces the program's own, to see memory that is about to be given back.
void* operator new(std::size_t size) {
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) std::abort();
  return memory;
}
void operator delete(void* memory) noexcept {
  look_before_free(memory);
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  look_before_free(memory);
  std::free(memory);
}

namespace bredvid {
namespace {

void watch(ByteView bytes) {
  freed_as_zeros = false;
  watched_size = bytes.size();
  watched = bytes.data();
}
bool was_freed_as_zeros() {
  return watched == nullptr && freed_as_zeros;
}

template <typename T>
concept Printable = requires(std::ostream& out, const T& value) { out << value; };
template <typename T>
concept Iterable = requires(const T& value) { std::begin(value); };
template <typename T>
concept Comparable = requires(const T& one, const T& other) { one == other; };
template <typename T>
concept Ordered = requires(const T& one, const T& other) { one < other; };
template <typename T>
concept Hashable = requires(const T& value) { std::hash<T>{}(value); };

TEST(SecretBytes, CanNeitherBeCopiedNorPrinted) {
  static_assert(!std::is_copy_constructible_v<SecretBytes>);
  static_assert(!std::is_copy_assignable_v<SecretBytes>);
  static_assert(std::is_nothrow_move_constructible_v<SecretBytes>);
  static_assert(!Printable<SecretBytes>);
  static_assert(!Iterable<SecretBytes>);
  static_assert(!std::is_convertible_v<SecretBytes, std::string>);
  static_assert(!std::is_convertible_v<SecretBytes, std::string_view>);
  static_assert(!std::is_convertible_v<SecretBytes, Bytes>);
  static_assert(!std::is_convertible_v<SecretBytes, ByteView>);
  static_assert(!std::is_convertible_v<SecretBytes, bool>);
#ifdef __cpp_lib_format_ranges
  static_assert(!std::formattable<SecretBytes, char>);
#endif
}

// `==` stops at the first difference; equal_constant_time does not.
TEST(SecretBytes, AreComparedInConstantTimeOnly) {
  static_assert(!Comparable<SecretBytes>);
  static_assert(!Ordered<SecretBytes>);
  static_assert(!Hashable<SecretBytes>);
  static_assert(Comparable<Bytes> && Ordered<Bytes>);  // the question is put right
}

TEST(SecretBytes, MovingEmptiesTheSource) {
  SecretBytes one(Bytes{1, 2, 3});
  SecretBytes other = std::move(one);
  EXPECT_EQ(other.size(), 3U);
  EXPECT_TRUE(one.empty());  // NOLINT: that is the question
  one = std::move(other);
  EXPECT_EQ(one.size(), 3U);
  EXPECT_TRUE(equal_constant_time(one.clone(), one));
}

TEST(SecretBytes, WipeOverwritesEverything) {
  Bytes memory(64, 0xaa);
  wipe(memory.data(), memory.size());
  EXPECT_EQ(memory, Bytes(64, 0));
}

// Looks at the memory in the moment it is given back: operator delete above.
TEST(SecretBytes, MemoryIsZeroWhenItIsGivenBack) {
  {
    SecretBytes secret(Bytes(64, 0xaa));
    watch(secret.view());
  }
  EXPECT_TRUE(was_freed_as_zeros());

  SecretBytes assigned(Bytes(64, 0xaa));
  watch(assigned.view());
  assigned = SecretBytes(Bytes(8, 1));
  EXPECT_TRUE(was_freed_as_zeros());

  SecretBytes::Storage growing(64, 0xaa);
  watch({growing.data(), growing.size()});
  growing.resize(4096);
  EXPECT_TRUE(was_freed_as_zeros());
}

// The same question to ordinary bytes has the other answer, so the test can fail.
TEST(SecretBytes, OrdinaryBytesAreNotWiped) {
  {
    const Bytes ordinary(64, 0xaa);
    watch(ordinary);
  }
  EXPECT_FALSE(was_freed_as_zeros());
}

TEST(Bytes, ConstantTimeComparison) {
  EXPECT_TRUE(equal_constant_time(Bytes{1, 2}, Bytes{1, 2}));
  EXPECT_FALSE(equal_constant_time(Bytes{1, 2}, Bytes{1, 3}));
  EXPECT_FALSE(equal_constant_time(Bytes{1, 2}, Bytes{1}));
  EXPECT_FALSE(equal_constant_time(Bytes{}, Bytes{0}));
  EXPECT_TRUE(equal_constant_time(Bytes{}, Bytes{}));
}

}  // namespace
}  // namespace bredvid
