// A text that stands in the program's source, by type: what people say or are called can never be one.
//
// The log's events and the metrics' names are Literals. The constructor runs while compiling, so a std::string, a
// buffer or anything else that is made at run time does not convert.
#pragma once

#include <cstddef>
#include <string_view>

namespace bredvid {

class Literal {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal should look like one where it is used
  template <std::size_t N>
  consteval Literal(const char (&text)[N]) : text_(text, N - 1) {}

  [[nodiscard]] constexpr std::string_view view() const { return text_; }

 private:
  std::string_view text_;
};

}  // namespace bredvid
