// One WebSocket connection after the upgrade: messages in, frames out, with the limits of limits.h.
//
// Reading: each whole message is handed to the user at once, several a read; pause() stops it. Writing: send() queues
// and returns at once; what one turn of the loop queues goes out together when the turn ends, in order. The queue is
// bounded: when it is full, send() says false and takes nothing; the caller closes.
// It ends exactly once, with on_closed(): by either side, by a time limit or by a failure of the network.
// Thread: the loop's, everything inside of a turn. Owned by its user.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "server/net/frame_reader.h"
#include "server/net/loop.h"
#include "server/net/stream.h"

namespace bredvid::net {

/// RFC 6455, section 7.4.1, as far as we use them.
enum class CloseCode : std::uint16_t {
  normal = 1000,
  going_away = 1001,      ///< the server stops
  protocol_error = 1002,  ///< not a WebSocket frame as RFC 6455 has it
  not_binary = 1003,      ///< a text message came
  policy = 1008,          ///< the domain closed the connection; an error frame said why
  too_large = 1009,       ///< a message larger than any frame may be
  internal = 1011,
  try_again_later = 1013,  ///< the client reads or writes too slowly; it may come back at once
};

/// Bytes that several connections send: encoded once.
using SharedBytes = std::shared_ptr<const std::vector<std::uint8_t>>;

class WebSocketUser : public Member {
 public:
  /// A whole message. The view lives for the call.
  virtual void on_message(std::span<const std::uint8_t> message) = 0;
  /// Once, and nothing after it.
  virtual void on_closed() = 0;
};

class WebSocket {
 public:
  /// `user` owns this and is a member of the loop.
  WebSocket(Stream stream, Loop& loop, WebSocketUser& user);

  /// `answer`: the upgrade's, goes out first. In a turn.
  void start(std::vector<std::uint8_t> answer);

  /// False: the queue is full or closing has begun; `frame` is dropped. SharedBytes: not null.
  [[nodiscard]] bool send(std::vector<std::uint8_t> frame);
  [[nodiscard]] bool send(SharedBytes frame);

  /// No message comes until resume(), which is not for on_message() to call.
  void pause() { paused_ = !closing_; }
  void resume();

  /// Sends what is queued, then the closing handshake; messages are no longer taken. Later calls change nothing.
  void close(CloseCode code);
  /// Closes the socket at once.
  void abort() { end(); }

  /// Nothing of the client's waits to be read, and nothing of ours is on its way to it.
  [[nodiscard]] bool is_silent() const {
    return queue_at_ == queue_.size() && unread_.empty() && stream_.unread_bytes() == 0;
  }

  // ---- the user passes these on from its loop ----
  void flush();
  void on_deadline();
  [[nodiscard]] Time holds_part_since() const { return part_since_; }
  /// Gives up the message that has come in part (1013).
  void drop_part();
  /// The user's own wish for on_deadline(); kNever: none.
  void set_alarm(Time alarm);

 private:
  struct Outgoing {
    FrameHeader header;
    std::variant<std::vector<std::uint8_t>, SharedBytes> payload;
    [[nodiscard]] std::span<const std::uint8_t> body() const;
    [[nodiscard]] std::size_t size() const { return header.size + body().size(); }
  };

  [[nodiscard]] bool has_room(std::size_t bytes);
  void queue(Outgoing outgoing);
  void queue_control(Opcode opcode, std::vector<std::uint8_t> payload);
  [[nodiscard]] std::span<const std::uint8_t> gather();
  void written(std::size_t bytes);

  void read();
  void read_later();
  void take(std::span<std::uint8_t> bytes);
  void handle(const FrameReader::Event& event);
  void refuse(CloseCode code);
  void count_parts();

  void wait(Want want);
  void on_ready(Want want, error_code failure);
  void peer_closes(std::uint16_t code);
  void after_last_write();
  void end();
  void rearm();

  Stream stream_;
  Loop& loop_;
  WebSocketUser& user_;
  FrameReader reader_{kMaxMessageBytes};
  std::vector<std::uint8_t> unread_;  // came before a pause, or is more than one turn takes
  std::size_t taken_ = 0;             // frames, in this turn
  std::vector<Outgoing> queue_;       // from queue_at_ on
  std::size_t queue_at_ = 0;
  std::size_t written_of_first_ = 0;
  std::size_t queued_bytes_ = 0;
  std::size_t counted_part_ = 0;
  Time heard_;                   // the last byte from the peer
  Time part_since_ = kNever;     // an unfinished message began
  Time blocked_since_ = kNever;  // the peer takes nothing
  Time closing_since_ = kNever;
  Time alarm_ = kNever;
  std::optional<CloseCode> closing_;
  bool open_ = true;
  bool paused_ = false;
  bool deaf_ = false;  // after a broken frame: nothing that follows has a meaning
  bool pinged_ = false;
  bool close_sent_ = false;
  bool peer_closed_ = false;
  Want blocked_on_ = Want::nothing;  // writing goes on when this is so
  Want reads_on_ = Want::read;       // reading goes on when this is so
  bool waits_to_read_ = false;
  bool waits_to_write_ = false;
};

}  // namespace bredvid::net
