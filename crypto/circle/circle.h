// One device's view of one circle: the only header of this folder that a client needs for talking.
//
// Life: `create`, or `join` with a slip, or `join_by_welcome`; then `send` what is said and `receive` each envelope in
// the server's order. Changes of membership: `make_slip`, `remove_member`, `update`, `add_by_welcome`.
//
// Persist before send: whatever returns something to send has moved the state. `serialize`, store it together with what
// is to be sent, then send. The same after `receive`, together with what it showed.
// A failing call leaves the state as it was. Randomness and the day are parameters; there is no clock, no I/O, no
// thread.
//
// Commits: one may be pending; it takes effect when its echo arrives in `receive` (or with `commit_accepted`) and is
// dropped when another commit takes the epoch.
//
// An older state that was restored (a backup, a disk that lied) may use a key twice. When a message of ours comes that
// this state never made (RolledBack), or the caller knows it otherwise (`doubt`), nothing is encrypted any more until
// the update of `recover` has taken effect. The doubt and the lost thread (ThreadLost) are part of the stored state.
#pragma once

#include "crypto/circle/circle_state.h"
#include "crypto/circle/join_package.h"
#include "crypto/circle/tally_tags.h"

namespace bredvid::circle {

inline constexpr std::uint32_t kMaxSlipDays = 30;
// Keys that `recover` passes over beyond those the caller knows of. More forgives more lost commits; together with
// kMaxUnseen it is as far ahead as others follow (256).
inline constexpr std::uint32_t kRecoverMargin = 64;
inline constexpr std::uint32_t kMaxUnseen = 192;

// ---- what receive() tells ---------------------------------------------------

// Somebody said something. Secrets inside (Hello, SlipMade) have been taken into the state already.
struct Said {
  Identity from;
  Content content;
};
// Our own message came back in its place; content is empty for a commit or a message too old to be remembered.
struct OwnEcho {
  std::optional<ContentId> content;
};
// A device came in: by slip (adder empty) or added by a member. `replaced`: the member's devices that went with it.
struct DeviceJoined {
  Identity device;
  bool new_member = false;
  std::vector<DeviceId> replaced;
  std::optional<MemberId> adder;
};
struct SlipUsed {
  std::uint32_t selector = 0;
  MemberId member;
};
// The slip died because its maker was removed: have the server revoke it too.
struct SlipDropped {
  std::uint32_t selector = 0;
};
struct MemberRemoved {
  MemberId member;
  std::vector<DeviceId> devices;
  MemberId by;
};
struct KeysUpdated {
  Identity device;
};
// This device is out. What it has read stays readable, nothing more can be sent.
struct SelfRemoved {
  MemberId by;
};
struct CommitAccepted {};
struct CommitLost {};
// Own slips that the author of the last commit may not have been able to pack: send `repeat_slip` for each, and when
// those are stored, have the server refresh with `refresh_packages`.
struct SlipsBehind {
  std::vector<std::uint32_t> selectors;
};
// The envelope could not be used; the state has not moved, except when the content of a readable message was bad, and
// for the mark of a ThreadLost that follows.
struct Unreadable {
  Code code = Code::mls_malformed;
  std::optional<MemberId> from;
};

// A message of ours that this state never made: it is older than what was here once. From now on in doubt.
struct RolledBack {};
// The log has gone where this device cannot follow: by a commit of our epoch that the server took and we could not use,
// or an envelope from beyond our epoch. Given once. Help is a new slip that replaces this device, or, where nobody can
// make one, `create_afresh`.
struct ThreadLost {};

using Event = std::variant<Said, OwnEcho, DeviceJoined, SlipUsed, SlipDropped, MemberRemoved, KeysUpdated, SelfRemoved,
                           CommitAccepted, CommitLost, SlipsBehind, Unreadable, RolledBack, ThreadLost>;

// ---- what goes out ------------------------------------------------------------

struct Outgoing {
  ContentId content;
  std::uint64_t epoch = 0;
  Bytes blob;
};

struct SlipOrder {
  SlipForm form = SlipForm::qr;
  Role role = Role::parent;
  std::uint32_t expires_day = 0;  // its last day, 1 to 30 days after now_day
  std::uint32_t now_day = 0;
  std::optional<MemberId> replaces;
};

// To be sent in this order: the notice (until stored), slip_make with the new slip's package, slip_refresh with all.
struct MadeSlip {
  Slip slip;
  Outgoing notice;
  std::vector<SealedPackage> packages;  // of every usable slip, the new one included
};

enum class EnvelopeKind : std::uint8_t { message = 0, commit = 1 };

struct JoinOptions {
  const Slip& slip;
  CircleId circle;
  ByteView sealed;  // the slip's join package, from the server
  DeviceId device;
  std::string name;
  std::uint32_t now_day = 0;
};

// A device that is to be added by a member: the key package goes to that member, the rest stays here.
struct NewDevice {
  Identity identity;
  std::string name;
  mls::KeyPackageBundle bundle;
  crypto::SignatureKey signature_key;
};

struct Joined;

class Circle {
 public:
  // A circle with this device alone; a coordinator's is a staff circle. Errors: not_allowed for a bad name.
  [[nodiscard]] static Outcome<Circle> create(const CircleId& circle, const Identity& self, std::string_view name,
                                              Random& random);
  // A circle in the place of one that cannot go on, with this supporter's device alone: the same member, the roster
  // with everybody's name and count secret, so that a slip that `replaces` somebody brings them in as who they were.
  // Slips do not come along. Errors: not_allowed (parents; staff circles; the same circle id); not_a_member when
  // removed from it.
  [[nodiscard]] static Outcome<Circle> create_afresh(const Circle& before, const CircleId& next, const DeviceId& device,
                                                     Random& random);
  // Joins by external commit. Errors: slip_expired; join_failed; circle_full; not_allowed for a bad name.
  [[nodiscard]] static Outcome<Joined> join(const JoinOptions& options, Random& random);
  // Errors: not_allowed for a bad name or a lifetime that ends before it begins.
  [[nodiscard]] static Outcome<NewDevice> offer(const Identity& identity, std::string_view name, Random& random,
                                                mls::Lifetime lifetime = {},
                                                mls::KeyPackageUse use = mls::KeyPackageUse::once);
  // Errors: join_failed.
  [[nodiscard]] static Outcome<Circle> join_by_welcome(const CircleId& circle, const NewDevice& device,
                                                       ByteView welcome, ByteView introduction, Random& random);

  // Secrets included: seal it before storing. Errors of restore: state_bad.
  [[nodiscard]] SecretBytes serialize() const { return state_.serialize(); }
  [[nodiscard]] static Outcome<Circle> restore(ByteView stored);

  // Every content but Hello, SlipMade and SlipRevoked, which have calls of their own. The same content id may be sent
  // again in a later epoch. Errors: not_allowed (limits, a kind that has a call of its own, or Details from anybody but
  // a coordinator); not_a_member once removed; state_rolled_back while in doubt, here and in all calls below that
  // encrypt or commit.
  [[nodiscard]] Outcome<Outgoing> send(const Content& content, Random& random);
  // Own name and, from a parent, the count secret. To be sent after joining and whenever somebody joins.
  [[nodiscard]] Outcome<Outgoing> hello(const ContentId& id, std::uint64_t sent_at_ms, Random& random);

  // One envelope, in order. Never fails: see Unreadable.
  [[nodiscard]] std::vector<Event> receive(EnvelopeKind kind, std::uint64_t epoch, ByteView blob);

  // Errors: not_allowed (parents; a role that does not belong in here; a replaced member of another role), bad_expiry,
  // slip_limit, not_a_member (replaces nobody known).
  [[nodiscard]] Outcome<MadeSlip> make_slip(const SlipOrder& order, const ContentId& id, std::uint64_t sent_at_ms,
                                            Random& random);
  // The notice of a live own slip again. Errors: slip_unknown.
  [[nodiscard]] Outcome<Outgoing> repeat_slip(std::uint32_t selector, const ContentId& id, std::uint64_t sent_at_ms,
                                              Random& random);
  // Kills the slip here and tells the others; may be called again. Have the server revoke it first: a slip that it has
  // let somebody in with is slip_used. Errors: slip_unknown, slip_used.
  [[nodiscard]] Outcome<Outgoing> revoke_slip(std::uint32_t selector, const ContentId& id, std::uint64_t sent_at_ms,
                                              Random& random);
  [[nodiscard]] const std::vector<LiveSlip>& live_slips() const { return state_.slips; }
  // Live here but past their last day: to be revoked, at the server first.
  [[nodiscard]] std::vector<std::uint32_t> expired_slips(std::uint32_t now_day) const;
  // The current epoch's join packages for all usable slips.
  [[nodiscard]] Outcome<std::vector<SealedPackage>> refresh_packages(std::uint32_t now_day, Random& random) const;

  // An older state was restored: drops the pending commit, passes over `unseen_max` + kRecoverMargin keys of ours and
  // makes an update; the doubt ends when that takes effect. When it loses the epoch, `recover` again.
  // `unseen_max`: commits of ours that may have left in the time that was lost, beyond the margin.
  // To be called when the log has been read to its end, and when a pending commit from before has been sent again as it
  // is (that is always safe): one that the server has taken must not be dropped.
  // Errors: not_allowed beyond kMaxUnseen; not_a_member.
  [[nodiscard]] Outcome<OutgoingCommit> recover(std::uint32_t unseen_max, std::uint32_t now_day, Random& random);
  // The caller knows that this state is older than it should be. To be persisted.
  void doubt();

  // Commits. Errors: not_allowed while one is pending; not_a_member; circle_full; mls_refused (a bad key package, or
  // one that is out of its lifetime).
  [[nodiscard]] Outcome<OutgoingCommit> remove_member(const MemberId& member, std::uint32_t now_day, Random& random);
  [[nodiscard]] Outcome<OutgoingCommit> update(std::uint32_t now_day, Random& random);
  [[nodiscard]] Outcome<OutgoingCommit> add_by_welcome(ByteView key_package, std::uint32_t now_day, Random& random);
  [[nodiscard]] const OutgoingCommit* pending() const;
  // The server took the pending commit and nothing lies between. Errors: not_allowed (nothing pending), epoch_stale.
  [[nodiscard]] Outcome<std::vector<Event>> commit_accepted();
  void commit_rejected() { state_.drop_pending(); }

  [[nodiscard]] const CircleId& id() const { return state_.circle; }
  [[nodiscard]] const Identity& self() const { return state_.self; }
  [[nodiscard]] std::uint64_t epoch() const { return state_.group.epoch(); }
  [[nodiscard]] bool active() const { return !state_.group.is_removed(); }
  [[nodiscard]] bool in_doubt() const { return state_.doubt != Doubt::none; }
  [[nodiscard]] bool thread_lost() const { return state_.thread_lost; }
  [[nodiscard]] const std::optional<CircleId>& restarted_from() const { return state_.restarted_from; }
  // Made by a coordinator: contact details travel here, and no parent is ever in it.
  [[nodiscard]] bool staff() const { return state_.staff; }
  [[nodiscard]] const std::vector<RosterEntry>& roster() const { return state_.roster; }
  [[nodiscard]] std::vector<Identity> devices() const;
  // Errors: not_allowed when the member is no parent or their count secret is not known here.
  [[nodiscard]] Outcome<TagSet> tags_for(const MemberId& member, std::uint32_t span_id, std::uint32_t day,
                                         std::uint32_t year) const;
  [[nodiscard]] std::array<std::string_view, 3> words() const;

 private:
  explicit Circle(CircleState&& state) : state_(std::move(state)) {}

  // circle_receive.cpp
  void read(EnvelopeKind kind, std::uint64_t envelope_epoch, ByteView blob, std::vector<Event>& events);
  void receive_message(ByteView blob, std::vector<Event>& events);
  void receive_commit(ByteView blob, std::vector<Event>& events);
  void refused(CryptoError error, std::vector<Event>& events);
  [[nodiscard]] std::optional<OwnEcho> take_echo(ByteView blob);
  // Takes a content into the state; nothing when the sender may not say it.
  [[nodiscard]] bool absorb(const Identity& from, const Content& content);

  // circle_commit.cpp
  [[nodiscard]] Outcome<OutgoingCommit> start_commit(mls::CommitRequest&& request, const std::vector<MemberId>& removed,
                                                     const std::optional<Identity>& added, std::uint32_t now_day,
                                                     Random& random);
  [[nodiscard]] Outcome<Pending> make_commit(mls::CommitRequest&& request, const std::vector<MemberId>& removed,
                                             const std::optional<Identity>& added, std::uint32_t now_day,
                                             Random& random);
  [[nodiscard]] bool merge_pending(std::vector<Event>& events);
  void apply_commit(const mls::CommitApplied& commit, const std::vector<Device>& before,
                    const std::vector<SealedPackage>& own_packages, std::vector<Event>& events);

  [[nodiscard]] Outcome<Outgoing> encrypt(const Content& content, Random& random);

  CircleState state_;
};

// `circle` stands in the new epoch; it is real once the server has taken `commit`.
struct Joined {
  Circle circle;
  OutgoingCommit commit;
};

}  // namespace bredvid::circle
