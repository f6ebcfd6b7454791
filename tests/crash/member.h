// One device of the town on its connection: sends, acknowledges, retries what has no answer, and tells the model all
// of it. What it decides by chance comes from the story's own generator, so that a seed tells a story again as far as
// the machine's timing allows.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <random>

#include "tests/crash/model.h"
#include "tests/crash/town.h"
#include "tests/load/client.h"

namespace bredvid::crash {

using Chance = std::mt19937_64;
/// A number from 0 to below `limit`.
[[nodiscard]] inline std::uint64_t below(Chance& chance, std::uint64_t limit) {
  return std::uniform_int_distribution<std::uint64_t>(0, limit - 1)(chance);
}

/// What all members of a story share.
struct Scene {
  const Town& town;
  Model& model;
  Chance& chance;
  load::Loop& loop;
  SSL_CTX* tls;
  std::uint64_t next_tag = 1;
  std::uint64_t next_share = 1;
  /// answered `stored` since the load began
  std::uint64_t stored = 0;
  /// blobs are this long at most
  std::size_t most_bytes = 600;
};

class Member {
 public:
  Member(Scene& scene, std::size_t device);

  /// Begins a new connection; what has no answer is sent again once it is logged in.
  void connect(std::uint16_t port);
  void hang_up() { client_.reset(); }
  [[nodiscard]] bool connected() const { return client_ && !client_->failed(); }
  [[nodiscard]] bool active() const { return connected() && active_; }
  [[nodiscard]] std::size_t device() const { return device_; }

  /// Something at random: a message, a commit, a new share, or an acknowledgement.
  void act();
  /// A new share: the server empties its log after that commit, so a checkpoint is under way just after.
  void change_share();
  /// Sends again what the server refused for the moment.
  void retry();
  /// Everything known was delivered here, and everything sent has an answer.
  [[nodiscard]] bool settled() const;
  /// Acknowledges what has come, so that the window opens.
  void acknowledge_all();
  /// Acknowledge every so many envelopes while they come in, and whenever half of the window's bytes have come.
  void acknowledge_every(std::uint32_t envelopes) { every_ = envelopes; }
  /// A refusal that no client of ours should meet, or nothing.
  [[nodiscard]] const std::string& trouble() const { return trouble_; }

 private:
  struct Place {
    std::size_t circle = 0;
    Epoch epoch;
    Sequence received;
    Sequence acked;
    /// of what was received since
    std::size_t unacknowledged_bytes = 0;
  };
  struct Question {
    enum class Kind : std::uint8_t { message, ack, share, share_get, login } kind{Kind::message};
    std::uint64_t number = 0;  ///< a tag, or a share
    std::size_t circle = 0;
    Sequence sequence;
  };

  void take(wire::ServerFrame& frame);
  void take(wire::Hello& frame);
  void take(wire::LoginOk& frame);
  void take(wire::Stored& frame);
  void take(wire::Ok& frame);
  void take(wire::Envelope& frame);
  void take(wire::Share& frame);
  void take(wire::Error& frame);
  template <class Frame>
  void take(Frame&) {}

  void say(Place& place, bool commit);
  void send(const Sent& message);
  void acknowledge(Place& place);
  RequestId ask(Question question);
  std::optional<Question> answered(RequestId rid);

  Scene& scene_;
  std::size_t device_;
  std::vector<Place> places_;
  /// sent, and neither answered nor seen in the log
  std::map<std::uint64_t, Sent> unanswered_;
  std::unordered_map<std::uint32_t, Question> questions_;
  std::uint32_t rid_ = 0;
  std::uint32_t every_ = 1;
  bool active_ = false;
  std::string trouble_;
  Key32 challenge_{};
  std::unique_ptr<load::Client> client_;
};

}  // namespace bredvid::crash
