// What must be true of a server that loses nothing, as a model without I/O: it is told what the clients sent and
// what the server answered, delivered and said at login, and notes every breach of the promise.
//
// Circles and devices are numbers here. Not thread-safe. What it holds the server to:
// - `stored` is kept: its sequence stays this message's for ever, with the same bytes, kind and epoch;
// - a message without an answer is in the log once or not at all, and once after its retry;
// - sequences have no gap and are never given twice, and a commit moves the epoch by one;
// - a connection gets what follows the device's acknowledgement, in order, each once;
// - an acknowledgement that got its `ok` is not forgotten.
// A retry is idempotent only until the sender has acknowledged its own envelope (then its number may be forgotten):
// clients of this model stop retrying when they see it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "server/wire/frames.h"

namespace bredvid::crash {

enum class Breach : std::uint8_t {
  /// an acknowledged message is gone
  lost,
  /// an acknowledged acknowledgement is gone
  ack_lost,
  /// one message under two sequences, or what was acknowledged delivered again
  twice,
  /// not the next one of the log
  order,
  /// other bytes, kind or epoch than were sent
  altered,
  /// a sequence was given to two messages, or changed
  sequence,
  /// nobody sent this, or it was refused
  phantom,
  /// the server runs and does not deliver or answer what it owes
  withheld,
};
[[nodiscard]] const char* name_of(Breach breach);

struct Violation {
  Breach breach{Breach::lost};
  std::string text;
};

struct Sent {
  /// unique in a story; stands in the message id and in the first bytes of the blob
  std::uint64_t tag = 0;
  std::size_t circle = 0;
  std::size_t sender = 0;
  wire::EnvelopeKind kind{wire::EnvelopeKind::message};
  Epoch epoch;
  wire::Blob blob;
};

/// Where a circle stands before the first message of a story.
struct Beginning {
  std::vector<std::size_t> devices;
  Sequence head;
  Epoch epoch;
};

class Model {
 public:
  explicit Model(std::vector<Beginning> circles);

  // What clients do.
  void sending(const Sent& message);
  void acknowledging(std::size_t device, std::size_t circle, Sequence sequence);
  /// The device begins a new connection: from now on the server has to know all that was answered before.
  void connecting(std::size_t device);
  void changing_share(std::size_t device, std::uint64_t share);

  // What the server says.
  void logged_in(std::size_t device, std::size_t circle, Epoch epoch, Sequence head, Sequence acked);
  void stored(std::uint64_t tag, Sequence sequence);
  /// Nothing was stored, and nothing will be.
  void refused(std::uint64_t tag);
  void acknowledged(std::size_t device, std::size_t circle, Sequence sequence);
  void delivered(std::size_t device, std::size_t circle, const wire::Envelope& envelope);
  void share_changed(std::size_t device, std::uint64_t share);
  void share_seen(std::size_t device, std::uint64_t share);

  /// True when this connection has been given everything that is known to be in the log.
  [[nodiscard]] bool served(std::size_t device, std::size_t circle) const;
  /// The connected devices say that they have waited long enough: what is not here now is missing. Every message must
  /// have been answered or delivered.
  void settle(const std::vector<std::size_t>& connected);
  /// Forgets what every device has acknowledged, so that a long story stays small.
  void forget_acknowledged();

  [[nodiscard]] const std::vector<Violation>& violations() const { return violations_; }
  [[nodiscard]] std::uint64_t acknowledged_messages() const { return stored_count_; }
  [[nodiscard]] std::uint64_t deliveries() const { return delivered_count_; }
  [[nodiscard]] std::size_t remembered() const { return messages_.size(); }

 private:
  enum class State : std::uint8_t { unanswered, placed, refused };
  struct Message {
    Sent sent;
    State state{State::unanswered};
    Sequence sequence;
  };
  struct Link {
    Sequence acked_sent;
    Sequence acked_ok;
    // of the present connection
    bool logged_in = false;
    Sequence next;
    Sequence head_at_least;
    Sequence acked_at_least;
    Epoch epoch_at_least;
  };
  struct Circle {
    std::map<std::size_t, Link> links;
    /// what the log is known to hold, by sequence
    std::map<std::uint64_t, std::uint64_t> log;
    std::uint64_t forgotten = 0;  ///< everything up to here was acknowledged by everybody
    Epoch epoch_after_forgotten;
    Sequence promised_head;
    Epoch promised_epoch;
  };
  struct Share {
    std::uint64_t ok = 0;
    std::uint64_t sent = 0;
  };

  void breach(Breach breach, std::size_t circle, std::uint64_t sequence, const std::string& text);
  /// The message is at this place of the log; false: that can't be.
  bool place(Message& message, Sequence sequence);
  /// It was answered or delivered, so it was committed: from now on every login has to show it.
  void promise(const Message& message);
  [[nodiscard]] std::uint64_t last_known(const Circle& circle) const;
  void check_log(std::size_t number, const Circle& circle);

  std::vector<Circle> circles_;
  std::map<std::uint64_t, Message> messages_;
  std::map<std::size_t, Share> shares_;
  std::vector<Violation> violations_;
  std::uint64_t stored_count_ = 0;
  std::uint64_t delivered_count_ = 0;
};

}  // namespace bredvid::crash
