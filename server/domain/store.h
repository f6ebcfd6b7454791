// The seam to storage: every question and change as a plain struct, and their answers.
//
// A request is answered by exactly one reply of the kind named above it, or by a Failure that left
// everything as it was. A change is answered only after its commit is on disk. Narrow on purpose and free of
// SQLite and Asio: another store may stand behind it (DESIGN 4, seams for growth).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/base/clock.h"
#include "server/base/failure.h"
#include "server/base/ids.h"
#include "server/base/secret32.h"
#include "server/webauthn/ceremony.h"
#include "server/wire/frames.h"

namespace bredvid::domain {

/// What a new device registers. The proof has been checked; share_auth is kept as its SHA-256 only.
struct NewDevice {
  DeviceId device_id;
  Key32 login_key{};
  ShareId share_id;
  Secret32 share;
  Key32 share_auth_hash{};
};

/// slip_unknown's detail: not mistyped but guessed (guess_limit.h).
constexpr std::uint64_t kGuessed = 1;

// ---- questions (a reader answers) -----------------------------------------------------------------
// clang-format off
/// -> DeviceFound | login_failed
struct FindDevice      { DeviceId device_id; };
/// -> LoginData | login_failed
struct LoadLogin       { DeviceId device_id; Instant now; };
/// -> wire::SlipInfo or, for a door, wire::DoorInfo (rid 0) | not_allowed (a door, and no organisation's is open), slip_unknown, slip_used, slip_expired, slip_stale, too_many (detail: milliseconds to wait)
/// `stranger`: nobody is logged in on that connection. slip_unknown with kGuessed as its detail: the connection has to end.
struct OpenSlip        { Selector selector; Secret32 token; Instant now; bool stranger = true; };
/// -> Envelopes | circle_unknown, not_a_member
struct FetchEnvelopes  { DeviceId device_id; CircleId circle_id; Sequence after; std::uint32_t limit = 0; std::size_t limit_bytes = SIZE_MAX; };
/// A part of an attachment. -> wire::AttachChunk (rid 0) | circle_unknown, not_a_member, attachment_gone, attachment_mismatch, attachment_incomplete
struct GetChunk        { DeviceId device_id; CircleId circle_id; AttachmentId attachment_id; std::uint64_t index = 0; };
/// -> wire::Releases (rid 0)
struct ListReleases    {};
/// -> wire::Release (rid 0) | release_unknown
struct GetRelease      { ReleaseId release_id; };
/// -> SpansFound
struct ListSpans       {};
/// -> Organisations
struct ListOrganisations {};
/// The colleagues of a coordinator. -> wire::Staff (rid 0) | not_allowed
struct ListStaff       { DeviceId device_id; };
/// A coordinator's organisation's, or a supporter's own. -> wire::Assignments (rid 0) | not_allowed
struct ListAssignments { DeviceId device_id; };
/// Where the device waits. -> Placed | not_waiting
struct GetPlace        { DeviceId device_id; Instant now; };
/// Who waits at the organisation of a supporter or coordinator. -> wire::Queue (rid 0) | not_allowed
struct GetQueue        { DeviceId device_id; Instant now; };

// ---- changes (the writer carries them out) ----------------------------------------------------------
/// -> RedeemedSlip | slip_*, device_exists, organisation_full, too_many. The same request again answers the same.
struct RedeemStaffSlip  { Selector selector; Secret32 token; NewDevice device; Instant now; };
/// Exactly one of new_device and known_device. The device that the slip replaces leaves the circle.
/// -> RedeemedSlip | slip_*, device_exists, organisation_full, not_allowed, epoch_stale, circle_full, mailbox_full, too_many. The same request again answers the same.
struct RedeemCircleSlip { Selector selector; Secret32 token; std::optional<NewDevice> new_device; std::optional<DeviceId> known_device;
                          MessageId message_id; Epoch epoch; wire::Blob commit; std::vector<wire::Sealed> sealed; Instant now; };
/// -> Done | circle_exists (Done again for the device that made it, as long as it is empty), circle_full, circle_limit
struct CreateCircle    { DeviceId device_id; CircleId circle_id; Instant now; };
/// -> Appended | circle_unknown, not_a_member, epoch_stale, mailbox_full
struct AppendMessage   { DeviceId device_id; CircleId circle_id; MessageId message_id; Epoch epoch; wire::Blob blob; Instant now; };
/// -> Appended | circle_unknown, not_a_member, epoch_stale, mailbox_full
struct AppendCommit    { DeviceId device_id; CircleId circle_id; MessageId message_id; Epoch epoch; wire::Blob commit;
                         std::vector<wire::Sealed> sealed; std::vector<DeviceId> removed; Instant now; };
/// -> Done | circle_unknown, not_a_member, ack_beyond_head
struct Acknowledge     { DeviceId device_id; CircleId circle_id; Sequence sequence; };
/// -> Done | circle_unknown, not_a_member, epoch_stale, slip_selector_taken, slip_limit, slip_day_limit, bad_expiry. The same slip again: Done.
struct MakeCircleSlip  { DeviceId device_id; CircleId circle_id; Selector selector; Secret32 token; wire::Role role{wire::Role::parent};
                         Day expires; Epoch epoch; wire::Blob sealed; std::optional<DeviceId> replaces; Instant now; };
/// A coordinator's slip for the own organisation. -> Done | not_allowed, slip_selector_taken, staff_slip_limit, slip_day_limit, bad_expiry, bad_label
struct MakeStaffSlip   { DeviceId device_id; Selector selector; Secret32 token; wire::Role role{wire::Role::supporter}; Day expires; Instant now; std::string label{}; };
/// Also of a door. -> Done | slip_unknown, not_allowed
struct RevokeSlip      { DeviceId device_id; Selector selector; Instant now; };
/// -> Done | circle_unknown, not_a_member, epoch_stale
struct RefreshSlips    { DeviceId device_id; CircleId circle_id; Epoch epoch; std::vector<wire::Sealed> sealed; Instant now; };
/// -> Done | circle_unknown, not_a_member
struct LeaveCircle     { DeviceId device_id; CircleId circle_id; };
/// The same again: how many parts are there. -> wire::AttachAt (rid 0) | circle_unknown, not_a_member, attachment_mismatch, attachment_room, attachment_day_limit
struct BeginAttachment { DeviceId device_id; CircleId circle_id; AttachmentId attachment_id; std::uint32_t chunks = 0; std::uint64_t size = 0; Instant now; };
/// The next part, or one that is there already. -> wire::AttachAt (rid 0) | circle_unknown, not_a_member, attachment_gone, attachment_mismatch
struct PutChunk        { DeviceId device_id; CircleId circle_id; AttachmentId attachment_id; std::uint64_t index = 0; wire::Blob chunk; Instant now; };
/// This device needs it no more; whoever is last takes it away. -> Done (also when it is gone) | circle_unknown, not_a_member
struct LeaveAttachment { DeviceId device_id; CircleId circle_id; AttachmentId attachment_id; };
/// -> Done | span_closed, tally_limit. A known tally id: Done, and nothing is counted.
struct AddTally        { DeviceId device_id; TallyId tally_id; SpanId span_id; wire::Counted counted; std::vector<wire::TagSet> tags; Instant now; };
/// A wrong try is counted and that count is committed before the answer. -> ShareFound | login_failed, pin_wrong (detail: tries left), share_destroyed
struct GetShare        { ShareId share_id; Key32 share_auth_hash{}; };
/// -> Done | login_failed, too_many
struct ChangeShare     { DeviceId device_id; Secret32 share; Key32 share_auth_hash{}; Instant now; };
/// What follows are one organisation's own affairs: whoever asks must be a coordinator of it, but for EndAssignment and AskTalk.
/// -> WorkChanged | not_allowed, staff_unknown, bad_label
struct NameStaff       { DeviceId device_id; StaffId staff_id; std::string label; };
/// The account and its devices are gone with it, and so are the open slips that they knew. Not oneself.
/// -> WorkChanged | not_allowed, staff_unknown
struct RemoveStaff     { DeviceId device_id; StaffId staff_id; };
/// -> WorkChanged | not_allowed, staff_unknown, assignment_exists, assignment_limit, bad_label, bad_due. The same again: WorkChanged.
struct MakeAssignment  { DeviceId device_id; AssignmentId assignment_id; std::string label; std::optional<StaffId> staff_id; Day due; Instant now; };
/// -> WorkChanged | not_allowed, staff_unknown, assignment_unknown, assignment_over
struct GiveAssignment  { DeviceId device_id; AssignmentId assignment_id; std::optional<StaffId> staff_id; };
/// -> WorkChanged | not_allowed, assignment_unknown (a supporter: also when it is somebody else's), assignment_over
struct EndAssignment   { DeviceId device_id; AssignmentId assignment_id; wire::AssignmentState state{}; Instant now; };
/// -> WorkChanged | not_allowed
struct AskTalk         { DeviceId device_id; bool wanted = false; Instant now; };
/// -> WorkChanged | not_allowed, staff_unknown
struct EndTalk         { DeviceId device_id; StaffId staff_id; };
/// A coordinator's door, for an organisation whose door is open. -> Done | not_allowed, slip_selector_taken, door_limit, slip_day_limit, bad_expiry. The same again: Done.
struct MakeDoor        { DeviceId device_id; Selector selector; Secret32 token; Day expires; Instant now; };
/// -> Placed | slip_*, not_allowed (no door, or that organisation's is not open), device_exists, organisation_full, queue_full, door_day_limit, too_many. The same device again: Placed, as it is now.
struct BeginWait       { Selector selector; Secret32 token; NewDevice device; OrganisationNumber organisation; Key32 wait_key{}; Instant now; };
/// To the end of the other queue. -> Placed | not_waiting (also when it is taken), not_allowed, organisation_full, queue_full
struct SwitchWait      { DeviceId device_id; OrganisationNumber organisation; Instant now; };
/// The account and its device are gone with the place. -> WorkChanged | not_waiting
struct EndWait         { DeviceId device_id; };
/// The first who waits at the supporter's organisation and came by one of these doors; who holds one already gets the same. -> TakenPlace | not_allowed, queue_empty
struct TakePlace       { DeviceId device_id; std::vector<Selector> doors; Instant now; };
/// By who took it. -> WorkChanged | not_allowed, not_waiting. The same again: WorkChanged.
struct GivePlace       { DeviceId device_id; WaitId wait_id; wire::Blob sealed; Instant now; };
/// By who took it. -> WorkChanged | not_allowed, not_waiting
struct ReturnPlace     { DeviceId device_id; WaitId wait_id; Instant now; };
/// The account's first passkey, verified. -> Done | login_failed, not_allowed (it has one), passkey_bad (somebody's already)
struct AddPasskey      { DeviceId device_id; webauthn::Passkey passkey; Instant now; };
/// The account's passkey has signed in: its counter is compared and kept. -> Done | passkey_bad
struct UsePasskey      { DeviceId device_id; Bytes credential_id; std::uint32_t counter = 0; };

// ---- the operator and the timer, without a connection ------------------------------------------------
/// A known name of the same kind gets the new hours.
/// -> OrganisationMade | config_bad (name or hours outside of the schema's limits, opening hours with a fault, another
/// kind has the name, or too many organisations)
struct MakeOrganisation { wire::OrgKind kind{}; std::string name; std::string hours; wire::Opening opening{}; };
/// A staff slip for an organisation. -> Done | config_bad (no such organisation), slip_selector_taken, staff_slip_limit, bad_expiry, bad_label
struct MakeOperatorSlip { OrganisationId organisation_id; Selector selector; Secret32 token; wire::Role role{wire::Role::supporter}; Day expires; Instant now; std::string label{}; };
/// The organisations whose door is open, by name; all others' are closed. At every start. -> Done
struct OpenDoors        { struct One { std::string name; OrganisationNumber number; };
                          std::vector<One> organisations; };
/// Expires envelopes, attachments, slips, ids, ended assignments and places in queues; gives back places that were taken too long ago;
/// opens the span that covers today when none is open. -> Maintained
struct Maintain         { Instant now; };
/// Closes and publishes what is due (last day + 72 h past), or lets a span run on. `until`: the operator closes the
/// open span early, with this day (not after today, not before the span's first) as its last, without the 72 hours;
/// the same rule k decides, and the next span, open at once, begins on the day after.
/// -> Published | nothing_due | config_bad (a day outside of the open span)
struct PublishDue       { Instant now; std::optional<Day> until{}; };
// clang-format on

/// Compiled once, as wire::ClientFrame is.
struct StoreRequest
    : std::variant<FindDevice, LoadLogin, OpenSlip, FetchEnvelopes, ListReleases, GetRelease, ListSpans,
                   ListOrganisations, RedeemStaffSlip, RedeemCircleSlip, CreateCircle, AppendMessage, AppendCommit,
                   Acknowledge, MakeCircleSlip, MakeStaffSlip, RevokeSlip, RefreshSlips, LeaveCircle, AddTally,
                   GetShare, ChangeShare, MakeOrganisation, MakeOperatorSlip, Maintain, PublishDue, ListStaff,
                   ListAssignments, NameStaff, RemoveStaff, MakeAssignment, GiveAssignment, EndAssignment, AskTalk,
                   EndTalk, AddPasskey, UsePasskey, GetPlace, GetQueue, MakeDoor, BeginWait, SwitchWait, EndWait,
                   TakePlace, GivePlace, ReturnPlace, OpenDoors, BeginAttachment, PutChunk, GetChunk, LeaveAttachment> {
  using variant::variant;
  StoreRequest(StoreRequest&&) noexcept;
  StoreRequest& operator=(StoreRequest&&) noexcept;
  StoreRequest(const StoreRequest&) = delete;
  StoreRequest& operator=(const StoreRequest&) = delete;
  ~StoreRequest();
};

/// A device that its organisation took out of a circle.
struct GoneDevice {
  CircleId circle_id;
  DeviceId device_id;
};

// ---- answers ---------------------------------------------------------------------------------------
struct Done {};
struct DeviceFound {
  DeviceId device_id;
  Key32 login_key{};
};
/// Where a device waits at an open door, and what a supporter has given it: empty until then.
struct WaitingPlace {
  wire::Waiting waiting;
  wire::Blob sealed;
  OrganisationId organisation_id{};
};
struct LoginData {
  wire::Role role{};
  wire::Organisation organisation;
  std::vector<wire::Circle> circles;
  std::vector<wire::Span> spans;
  OrganisationId organisation_id{};
  /// of this device's circles: not yet removed from the group
  std::vector<GoneDevice> gone{};
  /// of staff; parents have none
  std::vector<webauthn::Passkey> passkeys{};
  /// of a parent who waits at an open door
  std::optional<WaitingPlace> place{};
};
/// Envelopes after `after`, in order: at most `limit` and, but for the first, `limit_bytes`. `more`: others wait
/// behind them.
struct Envelopes {
  CircleId circle_id;
  std::vector<wire::Envelope> envelopes;
  bool more = false;
};
struct RedeemedSlip {
  DeviceId device_id;
  wire::Role role{};
  wire::Organisation organisation;
  std::optional<wire::JoinedCircle> circle;
  /// every circle of the device, with where it stands
  std::vector<wire::Circle> circles;
  std::vector<wire::Span> spans;
  OrganisationId organisation_id{};
  /// it waited at an open door until now, and waits no more
  std::optional<OrganisationId> waited_at{};
};
/// `fresh` is false when the message id was known. `blob`: a fresh message's own, given back, so that those who are
/// connected get it without anybody reading it again.
struct Appended {
  Sequence sequence;
  bool fresh = true;
  wire::Blob blob{};
};
struct ShareFound {
  Secret32 share;
};
struct SpansFound {
  std::vector<wire::Span> spans;
};
struct OrganisationRow {
  OrganisationId organisation_id;
  wire::Organisation organisation;
};
struct Organisations {
  std::vector<OrganisationRow> organisations;
};
struct OrganisationMade {
  OrganisationId organisation_id;
};
/// Staff or assignments of an organisation have changed. `dismissed`: devices that are no longer known; `gone`: and the
/// circles that they were in.
struct WorkChanged {
  OrganisationId organisation_id;
  std::vector<DeviceId> dismissed{};
  std::vector<GoneDevice> gone{};
  /// false: neither staff nor assignments
  bool work = true;
  /// who waits at the organisation's open door, or what they were given
  bool queue = false;
};
/// `changed`: organisations whose queue is another now.
struct Placed {
  DeviceId device_id;
  WaitingPlace place;
  std::vector<OrganisationId> changed{};
};
/// `fresh` is false when the supporter held it already.
struct TakenPlace {
  wire::Taken taken;
  OrganisationId organisation_id{};
  bool fresh = true;
};
struct Maintained {
  std::uint64_t envelopes_expired = 0;
  std::uint64_t slips_removed = 0;
  std::uint64_t ids_removed = 0;
  std::uint64_t assignments_removed = 0;
  std::uint64_t places_removed = 0;
  std::uint64_t attachments_expired = 0;
  /// queues that have changed, and devices that are no longer known: tell the connections
  std::vector<WorkChanged> queues{};
  /// a span was opened: tell the connections
  bool spans_changed = false;
  std::vector<wire::Span> spans;
};
struct Published {
  std::vector<ReleaseId> releases;
  /// spans that did not pass the release rule and run on
  std::uint32_t run_on = 0;
  std::vector<wire::Span> spans;
};

struct StoreReply : std::variant<Done, DeviceFound, LoginData, wire::SlipInfo, Envelopes, wire::Releases, wire::Release,
                                 SpansFound, Organisations, RedeemedSlip, Appended, ShareFound, OrganisationMade,
                                 Maintained, Published, wire::Staff, wire::Assignments, WorkChanged, wire::DoorInfo,
                                 wire::Queue, Placed, TakenPlace, wire::AttachAt, wire::AttachChunk> {
  using variant::variant;
  StoreReply(StoreReply&&) noexcept;
  StoreReply& operator=(StoreReply&&) noexcept;
  StoreReply(const StoreReply&) = delete;
  StoreReply& operator=(const StoreReply&) = delete;
  ~StoreReply();
};
using StoreResult = std::expected<StoreReply, Failure>;

class Store {
 public:
  using Completion = std::move_only_function<void(StoreResult)>;

  virtual ~Store() = default;

  /// Thread-safe and never blocks on I/O. `done` runs exactly once, on a thread of the store (or on this one when the
  /// request is refused at once: too_many when the queue is too full for it (domain/overload.h), shutting_down when
  /// closing). It must not throw.
  virtual void submit(StoreRequest request, Completion done) = 0;
};

}  // namespace bredvid::domain
