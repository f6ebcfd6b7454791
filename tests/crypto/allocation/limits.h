// The bound of this product: an input may cost 16 times its size of memory.
#pragma once

#include <cstddef>

namespace bredvid::allocation {

inline constexpr std::size_t kMemoryPerByte = 16;
// What a call takes whatever it is given: keys and hashes of a few dozen bytes, one element of a list, a libsodium
// state. It does not grow with the input.
inline constexpr std::size_t kFixedMemory = 4096;

// The same for a frame of the server, which is read into a JSON tree first: at most kMaxClientFrameItems (64) items of
// at most 160 bytes, whatever the frame's size.
inline constexpr std::size_t kFixedFrameMemory = std::size_t{64} * 160;

}  // namespace bredvid::allocation
