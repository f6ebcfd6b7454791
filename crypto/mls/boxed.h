// A value that lives behind a pointer but behaves like one: copied, compared and assigned as a whole.
//
// For the large alternatives of a variant, so that a list of small ones does not take the room of large ones.
#pragma once

#include <memory>
#include <utility>

namespace bredvid::mls {

// A moved-from box may only be assigned or destroyed.
template <typename T>
class Boxed {
 public:
  Boxed() : value_(std::make_unique<T>()) {}
  Boxed(T value)  // a value may stand where its box is asked for
      : value_(std::make_unique<T>(std::move(value))) {}
  Boxed(const Boxed& other) : value_(std::make_unique<T>(*other)) {}
  Boxed& operator=(const Boxed& other) {
    value_ = std::make_unique<T>(*other);
    return *this;
  }
  Boxed(Boxed&&) noexcept = default;
  Boxed& operator=(Boxed&&) noexcept = default;
  ~Boxed() = default;

  const T& operator*() const { return *value_; }
  T& operator*() { return *value_; }
  const T* operator->() const { return value_.get(); }
  T* operator->() { return value_.get(); }
  // A box may stand where its value is read.
  operator const T&() const { return *value_; }
  friend bool operator==(const Boxed& left, const Boxed& right) { return *left == *right; }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace bredvid::mls
