// One client's connection as a state machine without I/O: frames, store answers and time in, effects out.
//
// The session (net) owns it, calls it from one strand and carries the effects out in their order. Nothing
// here blocks, throws for a peer's mistake, or asks a clock.
//
//   opened --on_open--> anonymous --login / redeem--> active --violation, session over--> closed
//                                          |--staff--> proving --passkey--> active
//
// Delivery: an envelope that comes with on_published and is the very next one goes out at once; otherwise the store is
// asked for what follows the last one sent. At most mailbox's window, 64 of them or 64 KiB, is under way
// unacknowledged. A commit never travels along: whoever it removes must find out from the store. A device gets every
// envelope of its circles, its own included; it knows its own by the bytes it kept. `stored` for a message is sent
// before the message's own envelope.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/base/clock.h"
#include "server/domain/access.h"
#include "server/domain/effects.h"
#include "server/domain/mailbox.h"
#include "server/domain/rate_limit.h"
#include "server/domain/staff_sessions.h"
#include "server/wire/frames.h"

namespace bredvid::domain {

/// What staff prove with a passkey, and how long that holds. Shared by all connections.
struct PasskeyAccess {
  PasskeyAccess(webauthn::RelyingParty whom, SessionLimits limits) : party(std::move(whom)), sessions(limits) {}
  const webauthn::RelyingParty party;
  StaffSessions sessions;
};

/// How each organisation gives support.
using Programmes = std::map<OrganisationId, std::vector<wire::Programme>>;

struct ConnectionConfig {
  /// how long a client may take a contact back before it sends the tally
  std::uint32_t undo_s = 600;
  /// null: the device's key is enough for staff too
  std::shared_ptr<PasskeyAccess> passkeys{};
  /// null: none
  std::shared_ptr<const Programmes> programmes{};
};

class Connection {
 public:
  /// `challenge`: 32 fresh random bytes, never used for another connection.
  Connection(ConnectionConfig config, const Key32& challenge, Instant opened);

  [[nodiscard]] Effects on_open(Instant now);
  [[nodiscard]] Effects on_frame(std::span<const std::uint8_t> bytes, Instant now);
  [[nodiscard]] Effects on_stored(Token token, StoreResult result, Instant now);
  /// `envelope`: what the circle's log has grown by, or null.
  [[nodiscard]] Effects on_published(const CircleId& circle_id, const std::shared_ptr<const LiveEnvelope>& envelope,
                                     Instant now);
  /// The open spans changed (Maintained, Published): told to whoever is logged in.
  [[nodiscard]] Effects on_spans(const std::vector<wire::Span>& spans);
  /// Staff or assignments of an organisation changed, or people left it.
  [[nodiscard]] Effects on_work(const WorkChanged& news, Instant now);
  /// About once a second: the limit before login, and fetches that failed before.
  [[nodiscard]] Effects on_tick(Instant now);

  /// The device of this connection once logged in.
  [[nodiscard]] const std::optional<DeviceId>& device_id() const { return device_id_; }
  [[nodiscard]] bool closed() const { return state_ == State::closed; }

 private:
  enum class State : std::uint8_t { opened, anonymous, logging_in, proving, active, closed };
  enum class Waiting : std::uint8_t {
    find_device,
    load_login,
    open_slip,
    redeem,
    create,
    append,
    commit,
    plain,
    leave,
    fetch,
    ack,
    share,
    release,
    passkey,
    wait_end,
    /// asked by the connection itself: nobody waits for an answer
    queue_news
  };
  /// A question under way: what it was, whose it is, and the circle it is about.
  struct Pending {
    Waiting waiting{Waiting::plain};
    RequestId rid;
    CircleId circle_id{};
    DeviceId device_id{};
    Signature64 signature{};
    Epoch epoch{};
  };

  /// Staff whose device is known and whose passkey is awaited.
  struct Proving {
    DeviceId device_id;
    std::vector<webauthn::Passkey> passkeys;
    Instant since;
  };

  /// What this connection is told of an open door's queue without asking: a device that waits of its place, staff who
  /// have asked once of the queue.
  struct Door {
    bool waits = false;
    bool watches = false;
    /// the sealed slip has been sent: nothing else will come
    bool given = false;
    /// a question of our own is under way, and something has changed since
    bool asking = false;
    bool again = false;
    std::optional<wire::Waiting> place{};
    std::optional<wire::Queue> queue{};
  };

  struct Dispatch;  // one overload per client frame (connection_frames.cpp)
  struct Answers;   // one function per kind of answer (connection_answers.cpp)
  friend struct Dispatch;
  friend struct Answers;

  void submit(Effects& out, Pending pending, StoreRequest request);
  void refuse(Effects& out, RequestId rid, ErrorCode code, std::uint64_t detail = 0);
  void close(Effects& out, ErrorCode code);
  [[nodiscard]] bool asks_passkey(wire::Role role, const DeviceId& device, Instant now) const;
  /// True: the staff session has ended, the client was told, the connection is closed.
  [[nodiscard]] bool session_over(Effects& out, Instant now);
  void watch(Effects& out, const std::vector<wire::Circle>& circles);
  void pull(Effects& out, const CircleId& circle_id);
  void ask_for_queue(Effects& out, Instant now);
  void deliver(Effects& out, const CircleId& circle_id, const std::shared_ptr<const LiveEnvelope>& envelope);

  ConnectionConfig config_;
  Key32 challenge_;
  Instant opened_;
  State state_ = State::opened;
  std::optional<DeviceId> device_id_;
  wire::Role role_{};
  OrganisationId organisation_id_{};
  Token next_token_ = 1;
  std::unordered_map<Token, Pending> pending_;
  std::map<CircleId, Mailbox> mailboxes_;
  std::optional<Proving> proving_;
  Door door_;
  WrongTries wrong_slips_;
  WrongTries wrong_passkeys_;
  FrameRate anonymous_rate_;
  FrameRate frame_rate_;
};

}  // namespace bredvid::domain
