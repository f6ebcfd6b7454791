// Gives back what a C library made with that library's own function: std::unique_ptr<X509, Freed<X509_free>>.
// As large as a plain pointer.
#pragma once

namespace bredvid {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* owned) const {
    Free(owned);
  }
};

}  // namespace bredvid
