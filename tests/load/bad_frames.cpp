#include "tests/load/bad_frames.h"

#include <algorithm>
#include <stdexcept>

#include "server/wire/codec.h"
#include "tests/server/wire/examples.h"

namespace bredvid::load {
namespace {

using Raw = std::vector<std::uint8_t>;

std::size_t below(Chance& chance, std::size_t limit) {
  return static_cast<std::size_t>(chance() % limit);
}
std::uint8_t byte(Chance& chance) {
  return static_cast<std::uint8_t>(chance());
}
Raw random_bytes(Chance& chance, std::size_t size) {
  Raw out(size);
  std::ranges::generate(out, [&] { return byte(chance); });
  return out;
}

// Any CBOR, also the kinds that no frame of ours has.
void put_cbor(Raw& out, Chance& chance, int depth) {
  const auto head = [&](std::uint8_t major, std::size_t value) {
    if (value < 24) {
      out.push_back(static_cast<std::uint8_t>(major << 5 | value));
    } else {
      out.push_back(static_cast<std::uint8_t>(major << 5 | 25));
      out.push_back(static_cast<std::uint8_t>(value >> 8));
      out.push_back(static_cast<std::uint8_t>(value));
    }
  };
  const auto major = static_cast<std::uint8_t>(below(chance, 8));
  const std::size_t size = below(chance, depth > 0 ? 6 : 40);
  if (major == 2 || major == 3) {
    head(major, size);
    for (std::size_t i = 0; i < size; ++i) out.push_back(byte(chance));
  } else if ((major == 4 || major == 5) && depth > 0) {
    head(major, size);
    for (std::size_t i = 0; i < size * (major - 3U); ++i) put_cbor(out, chance, depth - 1);
  } else if (major == 6 && depth > 0) {
    head(major, size);
    put_cbor(out, chance, depth - 1);
  } else if (major == 7) {
    out.push_back(static_cast<std::uint8_t>(0xe0 | below(chance, 32)));
  } else {
    head(major == 1 ? 1 : 0, below(chance, 70'000));
  }
}

Raw masked(std::uint8_t first, const Raw& payload) {
  Raw out{first, static_cast<std::uint8_t>(0x80 | payload.size()), 0, 0, 0, 0};
  out.insert(out.end(), payload.begin(), payload.end());
  return out;
}

Raw long_header(std::uint8_t first, std::uint64_t size) {
  Raw out{first, 0x80 | 127};
  for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(size >> shift));
  out.resize(out.size() + 4 + 100);
  return out;
}

Raw close_with(std::uint16_t code, const char* reason = "") {
  Raw payload{static_cast<std::uint8_t>(code >> 8), static_cast<std::uint8_t>(code)};
  for (; *reason != 0; ++reason) payload.push_back(static_cast<std::uint8_t>(*reason));
  return masked(0x88, payload);
}

Raw joined(Raw first, const Raw& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

}  // namespace

BadFrames::BadFrames() {
  for (const auto& example : wire::client_examples()) whole_.push_back(wire::encode(example.frame));
}

Raw BadFrames::message(Chance& chance) const {
  Raw frame = whole_[below(chance, whole_.size())];
  switch (below(chance, 9)) {
    case 0:  // one bit
      frame[below(chance, frame.size())] ^= static_cast<std::uint8_t>(1U << below(chance, 8));
      return frame;
    case 1:  // its head only
      frame[below(chance, std::min<std::size_t>(frame.size(), 6))] = byte(chance);
      return frame;
    case 2:  // cut short
      frame.resize(below(chance, frame.size()));
      return frame.empty() ? Raw{0xff} : frame;
    case 3:  // something behind it
      return joined(frame, random_bytes(chance, 1 + below(chance, 32)));
    case 4: {  // two frames in one
      const Raw& other = whole_[below(chance, whole_.size())];
      frame.resize(1 + below(chance, frame.size()));
      return joined(frame, Raw(other.begin() + static_cast<std::ptrdiff_t>(below(chance, other.size())), other.end()));
    }
    case 5: {  // any CBOR
      Raw cbor;
      put_cbor(cbor, chance, 4);
      return cbor;
    }
    case 6:  // arrays in arrays
      return Raw(1 + below(chance, 2000), 0x81);
    case 7: {  // a length that nothing holds
      Raw bomb{0x83, 0x18, 0x0b, 0x01, static_cast<std::uint8_t>(0x5b | below(chance, 2) << 6)};
      return joined(bomb, random_bytes(chance, 12));
    }
    default:
      return random_bytes(chance, 1 + below(chance, 3000));
  }
}

Raw BadFrames::ending(std::size_t kind, Chance& chance) {
  const Raw some = random_bytes(chance, 20);
  switch (kind) {
    case 0:  // reserved bits
      return masked(static_cast<std::uint8_t>(0x82 | (1 + below(chance, 7)) << 4), some);
    case 1:  // data opcodes that do not exist
      return masked(static_cast<std::uint8_t>(0x83 + below(chance, 5)), some);
    case 2:  // control opcodes that do not exist
      return masked(static_cast<std::uint8_t>(0x8b + below(chance, 5)), some);
    case 3:  // not masked
      return joined({0x82, 20}, some);
    case 4:  // a length of eight exbibytes
      return long_header(0x82, 0x7fff'ffff'ffff'ffff);
    case 5:  // a length whose highest bit is set
      return long_header(0x82, 0x8000'0000'0000'0005);
    case 6:  // larger than any frame
      return long_header(0x82, 300'000);
    case 7:  // text
      return masked(0x81, {'h', 'e', 'j'});
    case 8:  // close codes that may not be sent
      return close_with(below(chance, 2) == 0 ? 1005 : 999);
    case 9:
      return close_with(1006, "gone");
    case 10:  // half a close code
      return masked(0x88, {3});
    case 11:  // a reason that is no UTF-8
      return close_with(1000, "\xff\xfe");
    case 12:  // a control frame that is too long
      return joined({0x89, 0x80 | 126, 0, 126, 0, 0, 0, 0}, Raw(126));
    case 13:  // a control frame in parts
      return masked(0x09, some);
    case 14:  // a continuation of nothing
      return masked(0x80, some);
    case 15:  // a second message inside of the first
      return joined(masked(0x02, some), masked(0x82, some));
    default:
      throw std::out_of_range("an ending that there is not");
  }
}

}  // namespace bredvid::load
