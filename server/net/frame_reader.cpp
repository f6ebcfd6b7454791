#include "server/net/frame_reader.h"

#include <algorithm>
#include <cstring>

namespace bredvid::net {
namespace {

constexpr std::uint8_t kFin = 0x80;
constexpr std::uint8_t kReserved = 0x70;
constexpr std::uint8_t kMasked = 0x80;
constexpr std::uint8_t kLength16 = 126;
constexpr std::uint8_t kLength64 = 127;
constexpr std::size_t kMaskBytes = 4;
constexpr std::size_t kMaxControlBytes = 125;
constexpr std::uint16_t kNoCloseCode = 1005;

bool is_control(Opcode opcode) {
  return static_cast<std::uint8_t>(opcode) >= 8;
}

bool is_known(Opcode opcode) {
  switch (opcode) {
    case Opcode::continuation:
    case Opcode::text:
    case Opcode::binary:
    case Opcode::close:
    case Opcode::ping:
    case Opcode::pong:
      return true;
  }
  return false;
}

/// Section 7.4: codes that may stand in a close frame.
bool is_close_code(std::uint16_t code) {
  return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

void give_back(std::vector<std::uint8_t>& bytes) {
  std::vector<std::uint8_t>().swap(bytes);
}

}  // namespace

FrameHeader frame_header(Opcode opcode, std::size_t payload_bytes) {
  FrameHeader header;
  const auto put = [&](std::uint64_t value) { header.bytes[header.size++] = static_cast<std::uint8_t>(value); };
  put(kFin | static_cast<std::uint8_t>(opcode));
  if (payload_bytes < kLength16) {
    put(payload_bytes);
  } else if (payload_bytes <= 0xffff) {
    put(kLength16);
    for (int shift = 8; shift >= 0; shift -= 8) put(payload_bytes >> shift);
  } else {
    put(kLength64);
    for (int shift = 56; shift >= 0; shift -= 8) put(payload_bytes >> shift);
  }
  return header;
}

std::size_t FrameReader::header_bytes_needed() const {
  if (header_size_ < 2) return 2;
  const std::uint8_t length = header_[1] & ~kMasked;
  return 2 + (length == kLength16 ? 2 : length == kLength64 ? 8 : 0) + kMaskBytes;
}

FrameReader::What FrameReader::open_frame() {
  const std::uint8_t short_length = header_[1] & ~kMasked;
  fin_ = (header_[0] & kFin) != 0;
  opcode_ = static_cast<Opcode>(header_[0] & 0x0f);
  if ((header_[0] & kReserved) != 0 || !is_known(opcode_) || (header_[1] & kMasked) == 0) return What::protocol_error;
  std::uint64_t length = short_length;
  std::size_t at = 2;
  if (short_length >= kLength16) {
    const std::size_t size = short_length == kLength16 ? 2 : 8;
    length = 0;
    for (std::size_t i = 0; i < size; ++i) length = length << 8 | header_[at + i];
    at += size;
    const bool shortest = short_length == kLength16 ? length >= kLength16 : length > 0xffff && length >> 63 == 0;
    if (!shortest) return What::protocol_error;
  }
  if (is_control(opcode_)) {
    if (!fin_ || length > kMaxControlBytes) return What::protocol_error;
  } else {
    if ((opcode_ == Opcode::continuation) != in_message_) return What::protocol_error;
    if (opcode_ == Opcode::text) return What::not_binary;
    if (length > max_message_bytes_ - message_.size()) return What::too_large;
    in_message_ = true;
  }
  std::memcpy(mask_.data(), header_.data() + at, kMaskBytes);
  frame_left_ = length;
  header_size_ = 0;
  in_frame_ = true;
  return What::more;
}

void FrameReader::unmask(std::span<std::uint8_t> bytes) {
  std::uint32_t mask32 = 0;
  std::memcpy(&mask32, mask_.data(), kMaskBytes);
  if (mask32 != 0) {
    const std::uint64_t mask64 = static_cast<std::uint64_t>(mask32) << 32 | mask32;
    std::size_t i = 0;
    for (; i + sizeof mask64 <= bytes.size(); i += sizeof mask64) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + i, sizeof word);
      word ^= mask64;
      std::memcpy(bytes.data() + i, &word, sizeof word);
    }
    for (; i < bytes.size(); ++i) bytes[i] ^= mask_[i % kMaskBytes];
  }
  // The frame's next bytes go on where these end.
  std::ranges::rotate(mask_, mask_.begin() + static_cast<std::ptrdiff_t>(bytes.size() % kMaskBytes));
}

FrameReader::Event FrameReader::end_frame(std::span<const std::uint8_t> payload) {
  in_frame_ = false;
  switch (opcode_) {
    case Opcode::ping:
      return {What::ping, payload};
    case Opcode::pong:
      return {What::pong, payload};
    case Opcode::close: {
      if (payload.empty()) return {What::close, payload, kNoCloseCode};
      if (payload.size() == 1) return {What::protocol_error, {}};
      const auto code = static_cast<std::uint16_t>(payload[0] << 8 | payload[1]);
      // The reason's text is not looked at, whatever it may hold.
      return is_close_code(code) ? Event{What::close, payload, code} : Event{What::protocol_error, {}};
    }
    default:
      in_message_ = false;
      return {What::message, payload};
  }
}

void FrameReader::release() {
  if (!given_out_) return;
  given_out_ = false;
  give_back(is_control(opcode_) ? control_ : message_);
}

FrameReader::Event FrameReader::next(std::span<std::uint8_t>& bytes) {
  release();
  for (;;) {
    if (!in_frame_) {
      for (std::size_t needed = header_bytes_needed(); header_size_ < needed; needed = header_bytes_needed()) {
        if (bytes.empty()) return {};
        header_[header_size_++] = bytes.front();
        bytes = bytes.subspan(1);
      }
      if (const What bad = open_frame(); bad != What::more) return {bad, {}};
    }
    std::vector<std::uint8_t>& kept = is_control(opcode_) ? control_ : message_;
    const auto payload = bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(frame_left_, bytes.size())));
    bytes = bytes.subspan(payload.size());
    frame_left_ -= payload.size();
    unmask(payload);
    const bool whole = frame_left_ == 0 && (fin_ || is_control(opcode_));
    if (whole && kept.empty()) return end_frame(payload);
    kept.insert(kept.end(), payload.begin(), payload.end());
    if (whole) {
      given_out_ = true;
      return end_frame(kept);
    }
    if (frame_left_ > 0) return {};
    in_frame_ = false;  // a fragment is complete, the message is not
  }
}

}  // namespace bredvid::net
