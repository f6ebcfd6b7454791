// WebSocket framing, RFC 6455 section 5, as the server reads it: bytes in, messages out, no I/O.
//
// Why not Beast's: its stream holds a read buffer, timers and operation states of 5 kB for every connection, reads
// and completes frame by frame, and writes a record a frame. A whole message in the given bytes is handed out where
// it lies, unmasked in place; only what is unfinished is kept, and no more than has come.
// Strict: no extension bits, no reserved opcode, every frame masked, lengths in their shortest form, control frames
// whole and short. Thread: one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace bredvid::net {

/// RFC 6455 section 5.2.
enum class Opcode : std::uint8_t { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

/// Bytes that a frame of the server begins with: FIN, no mask.
struct FrameHeader {
  std::array<std::uint8_t, 10> bytes{};
  std::uint8_t size = 0;
};
[[nodiscard]] FrameHeader frame_header(Opcode opcode, std::size_t payload_bytes);

class FrameReader {
 public:
  enum class What : std::uint8_t {
    more,     ///< everything given is used up
    message,  ///< binary, whole
    ping,
    pong,
    close,           ///< `code` says why; 1005: the peer gave no reason
    not_binary,      ///< a text message begins; nothing more may be read
    too_large,       ///< a message becomes larger than allowed; nothing more may be read
    protocol_error,  ///< against the RFC; nothing more may be read
  };
  struct Event {
    What what = What::more;
    std::span<const std::uint8_t> payload;  ///< until next() or release()
    std::uint16_t code = 0;
  };

  explicit FrameReader(std::size_t max_message_bytes) : max_message_bytes_(max_message_bytes) {}

  /// Takes from the front of `bytes` what the next event needs. `bytes` is written to (unmasked).
  [[nodiscard]] Event next(std::span<std::uint8_t>& bytes);

  /// The last event's payload is no longer needed; next() does the same.
  void release();

  /// A frame or a message has begun and not ended.
  [[nodiscard]] bool unfinished() const { return header_size_ > 0 || in_frame_ || in_message_; }
  /// Memory that it holds for the rest to come.
  [[nodiscard]] std::size_t held_bytes() const { return message_.capacity() + control_.capacity(); }

 private:
  [[nodiscard]] std::size_t header_bytes_needed() const;
  [[nodiscard]] What open_frame();
  [[nodiscard]] Event end_frame(std::span<const std::uint8_t> payload);
  void unmask(std::span<std::uint8_t> bytes);

  std::size_t max_message_bytes_;
  std::uint64_t frame_left_ = 0;
  std::vector<std::uint8_t> message_;  // fragments, or the part of a frame
  std::vector<std::uint8_t> control_;  // a control frame may come between fragments
  std::array<std::uint8_t, 14> header_{};
  std::array<std::uint8_t, 4> mask_{};
  std::uint8_t header_size_ = 0;
  Opcode opcode_ = Opcode::continuation;
  bool fin_ = false;
  bool in_frame_ = false;    // the header is complete, its payload is not
  bool in_message_ = false;  // between the fragments of a message
  bool given_out_ = false;   // the last event's payload lies in message_ or control_
};

}  // namespace bredvid::net
