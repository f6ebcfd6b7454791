// One example of every frame type, the material of the golden files and of the mutations.
#pragma once

#include <string>
#include <vector>

#include "server/wire/frames.h"

namespace bredvid::wire {

struct ClientExample {
  std::string name;
  ClientFrame frame;
};
struct ServerExample {
  std::string name;
  ServerFrame frame;
};

[[nodiscard]] std::vector<ClientExample> client_examples();
[[nodiscard]] std::vector<ServerExample> server_examples();

/// `size` bytes counting up from `first`.
[[nodiscard]] Blob counted(std::size_t size, std::uint8_t first);
template <class Id>
[[nodiscard]] Id counted_id(std::uint8_t first) {
  return *Id::from(counted(Id::kSize, first));
}
template <std::size_t N>
[[nodiscard]] std::array<std::uint8_t, N> counted_array(std::uint8_t first) {
  std::array<std::uint8_t, N> out{};
  for (std::size_t i = 0; i < N; ++i) out[i] = static_cast<std::uint8_t>(first + i);
  return out;
}
[[nodiscard]] Enrolment example_enrolment();

}  // namespace bredvid::wire
