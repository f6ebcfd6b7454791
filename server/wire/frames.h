// Every frame of schema/wire.cddl as a plain struct; codec.h turns them into bytes and back.
//
// Field order is the schema's order. Move-only where a secret is inside. Numbers of frame types live
// here alone and never change their meaning.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/base/failure.h"
#include "server/base/ids.h"
#include "server/base/secret32.h"
#include "server/wire/counted.h"

namespace bredvid::wire {

using Blob = std::vector<std::uint8_t>;

enum class Role : std::uint8_t { parent = 1, supporter = 2, coordinator = 3, lead = 4 };
enum class OrgKind : std::uint8_t { municipality = 1, association = 2 };
/// What a release covers: one span, or the sum of all that began in a half of a year, or in a year.
enum class Scope : std::uint8_t { span = 1, half_year = 2, year = 3 };
enum class EnvelopeKind : std::uint8_t { message = 0, commit = 1 };
enum class AssignmentState : std::uint8_t { open = 1, contacted = 2, not_carried_out = 3, withdrawn = 4 };

constexpr std::uint32_t kProtocolVersion = 1;

struct Span {
  SpanId span_id;
  Day first_day;
  Day last_day;
  friend bool operator==(const Span&, const Span&) = default;
};

struct Sealed {
  Selector selector;
  Blob sealed;
  friend bool operator==(const Sealed&, const Sealed&) = default;
};

struct Enrolment {
  DeviceId device_id;
  Key32 login_key{};
  Signature64 proof{};
  ShareId share_id;
  Secret32 share;
  Secret32 share_auth;
  friend bool operator==(const Enrolment&, const Enrolment&) = default;
};

struct TagSet {
  Key32 tag{};
  Key32 day_tag{};
  Key32 year_tag{};
  friend bool operator==(const TagSet&, const TagSet&) = default;
};

/// A stretch of a day on which somebody answers, in minutes since midnight in Stockholm; to is after from.
struct OpenTime {
  /// 0: Monday ... 6: Sunday, kOnHolidays: what holds on a holiday instead of its weekday's times
  std::uint32_t on = 0;
  std::uint32_t from_min = 0;
  std::uint32_t to_min = 0;
  friend auto operator<=>(const OpenTime&, const OpenTime&) = default;
};
constexpr std::uint32_t kOnHolidays = 7;

struct Opening {
  /// an answer is promised within so many hours while it is open; 0: nothing is promised
  std::uint32_t answer_within_h = 0;
  /// the eves that count as holidays (domain/holidays.h, a bit each)
  std::uint8_t eves = 7;
  /// ascending, apart from each other; none: only the organisation's own words say when
  std::vector<OpenTime> times;
  /// closed whatever the weekday; ascending
  std::vector<Day> closed;
  friend bool operator==(const Opening&, const Opening&) = default;
};

struct Organisation {
  OrgKind kind{OrgKind::municipality};
  std::string name;
  /// when somebody answers, in the organisation's own words
  std::string hours;
  Opening opening{};
  friend bool operator==(const Organisation&, const Organisation&) = default;
};

/// A name in one language (ISO 639-1).
struct Named {
  std::string language;
  std::string text;
  friend bool operator==(const Named&, const Named&) = default;
};

struct Range {
  std::uint32_t least = 1;
  std::uint32_t most = 1;
  friend bool operator==(const Range&, const Range&) = default;
};

struct Phase {
  std::vector<Named> name;
  Range weeks;
  /// 0: none
  std::uint32_t check_in_every_weeks = 0;
  friend bool operator==(const Phase&, const Phase&) = default;
};

/// How support is given (schema/programmes).
struct Programme {
  std::string id;
  std::vector<Named> name;
  /// a parent must have been contacted so many weekdays after the day of the assignment; 0: the parent makes contact
  std::uint32_t first_contact_weekdays = 0;
  /// nothing: without a number
  std::optional<Range> conversations;
  std::vector<Phase> phases;
  bool feedback_at_end = false;
  /// 0: never
  std::uint32_t indicators_after_months = 0;
  friend bool operator==(const Programme&, const Programme&) = default;
};

struct Circle {
  CircleId circle_id;
  Epoch epoch;
  Sequence head;
  Sequence acked;
  friend bool operator==(const Circle&, const Circle&) = default;
};

struct CircleSlip {
  CircleId circle_id;
  Epoch epoch;
  Blob sealed;
  friend bool operator==(const CircleSlip&, const CircleSlip&) = default;
};

struct JoinedCircle {
  CircleId circle_id;
  Sequence sequence;
  friend bool operator==(const JoinedCircle&, const JoinedCircle&) = default;
};

struct ReleaseEntry {
  ReleaseId release_id;
  Scope scope{Scope::span};
  Day first_day;
  Day last_day;
  friend bool operator==(const ReleaseEntry&, const ReleaseEntry&) = default;
};

/// A colleague, as coordinators see them.
struct Colleague {
  StaffId staff_id;
  Role role{Role::supporter};
  std::string label;
  /// since when a talk is asked for; 0: it is not
  Day talk;
  friend bool operator==(const Colleague&, const Colleague&) = default;
};

struct Assignment {
  AssignmentId assignment_id;
  std::string label;
  /// whose it is, told to coordinators only; nothing: nobody's yet
  std::optional<StaffId> staff_id;
  Day due;
  AssignmentState state{AssignmentState::open};
  /// 0 while it is open
  Day ended;
  friend bool operator==(const Assignment&, const Assignment&) = default;
};

/// An organisation that one can wait at.
struct OpenOrganisation {
  OrganisationNumber number;
  Organisation organisation;
  /// how many wait there
  std::uint32_t waiting = 0;
  friend bool operator==(const OpenOrganisation&, const OpenOrganisation&) = default;
};

/// Who waits at one organisation, by the door they came through.
struct QueueRow {
  Selector selector;
  std::uint32_t waiting = 0;
  /// the day on which the first of them came
  Day since;
  friend bool operator==(const QueueRow&, const QueueRow&) = default;
};

// ---- client to server --------------------------------------------------------------------------
// clang-format off
struct Ping             { static constexpr std::uint32_t kType = 1;  RequestId rid;
                          friend bool operator==(const Ping&, const Ping&) = default; };
struct Login            { static constexpr std::uint32_t kType = 2;  RequestId rid; DeviceId device_id; Signature64 signature{};
                          friend bool operator==(const Login&, const Login&) = default; };
struct SlipOpen         { static constexpr std::uint32_t kType = 3;  RequestId rid; Selector selector; Secret32 token;
                          friend bool operator==(const SlipOpen&, const SlipOpen&) = default; };
struct SlipRedeemStaff  { static constexpr std::uint32_t kType = 4;  RequestId rid; Selector selector; Secret32 token; Enrolment enrolment;
                          friend bool operator==(const SlipRedeemStaff&, const SlipRedeemStaff&) = default; };
struct SlipRedeemCircle { static constexpr std::uint32_t kType = 5;  RequestId rid; Selector selector; Secret32 token;
                          std::optional<Enrolment> enrolment; MessageId message_id; Epoch epoch; Blob commit; std::vector<Sealed> sealed;
                          friend bool operator==(const SlipRedeemCircle&, const SlipRedeemCircle&) = default; };
struct CircleCreate     { static constexpr std::uint32_t kType = 10; RequestId rid; CircleId circle_id;
                          friend bool operator==(const CircleCreate&, const CircleCreate&) = default; };
struct SendMessage      { static constexpr std::uint32_t kType = 11; RequestId rid; CircleId circle_id; MessageId message_id; Epoch epoch; Blob blob;
                          friend bool operator==(const SendMessage&, const SendMessage&) = default; };
struct SendCommit       { static constexpr std::uint32_t kType = 12; RequestId rid; CircleId circle_id; MessageId message_id; Epoch epoch; Blob commit;
                          std::vector<Sealed> sealed; std::vector<DeviceId> removed;
                          friend bool operator==(const SendCommit&, const SendCommit&) = default; };
struct Ack              { static constexpr std::uint32_t kType = 13; RequestId rid; CircleId circle_id; Sequence sequence;
                          friend bool operator==(const Ack&, const Ack&) = default; };
struct SlipMakeCircle   { static constexpr std::uint32_t kType = 14; RequestId rid; Selector selector; Secret32 token; CircleId circle_id;
                          Role role{Role::parent}; Day expires; Epoch epoch; Blob sealed;
                          /// leaves the circle when the slip is used
                          std::optional<DeviceId> replaces;
                          friend bool operator==(const SlipMakeCircle&, const SlipMakeCircle&) = default; };
struct SlipMakeStaff    { static constexpr std::uint32_t kType = 15; RequestId rid; Selector selector; Secret32 token; Role role{Role::supporter}; Day expires;
                          std::string label{};
                          friend bool operator==(const SlipMakeStaff&, const SlipMakeStaff&) = default; };
struct SlipRevoke       { static constexpr std::uint32_t kType = 16; RequestId rid; Selector selector;
                          friend bool operator==(const SlipRevoke&, const SlipRevoke&) = default; };
struct SlipRefresh      { static constexpr std::uint32_t kType = 17; RequestId rid; CircleId circle_id; Epoch epoch; std::vector<Sealed> sealed;
                          friend bool operator==(const SlipRefresh&, const SlipRefresh&) = default; };
struct CircleLeave      { static constexpr std::uint32_t kType = 18; RequestId rid; CircleId circle_id;
                          friend bool operator==(const CircleLeave&, const CircleLeave&) = default; };
struct Tally            { static constexpr std::uint32_t kType = 20; RequestId rid; TallyId tally_id; SpanId span_id;
                          Counted counted; std::vector<TagSet> tags;
                          friend bool operator==(const Tally&, const Tally&) = default; };
struct ReleaseList      { static constexpr std::uint32_t kType = 22; RequestId rid;
                          friend bool operator==(const ReleaseList&, const ReleaseList&) = default; };
struct ReleaseGet       { static constexpr std::uint32_t kType = 23; RequestId rid; ReleaseId release_id;
                          friend bool operator==(const ReleaseGet&, const ReleaseGet&) = default; };
struct ProgrammesGet    { static constexpr std::uint32_t kType = 24; RequestId rid;
                          friend bool operator==(const ProgrammesGet&, const ProgrammesGet&) = default; };
struct StaffList        { static constexpr std::uint32_t kType = 50; RequestId rid;
                          friend bool operator==(const StaffList&, const StaffList&) = default; };
struct StaffName        { static constexpr std::uint32_t kType = 51; RequestId rid; StaffId staff_id; std::string label;
                          friend bool operator==(const StaffName&, const StaffName&) = default; };
struct StaffRemove      { static constexpr std::uint32_t kType = 52; RequestId rid; StaffId staff_id;
                          friend bool operator==(const StaffRemove&, const StaffRemove&) = default; };
struct AssignmentMake   { static constexpr std::uint32_t kType = 53; RequestId rid; AssignmentId assignment_id; std::string label;
                          std::optional<StaffId> staff_id; Day due;
                          friend bool operator==(const AssignmentMake&, const AssignmentMake&) = default; };
struct AssignmentGive   { static constexpr std::uint32_t kType = 54; RequestId rid; AssignmentId assignment_id; std::optional<StaffId> staff_id;
                          friend bool operator==(const AssignmentGive&, const AssignmentGive&) = default; };
struct AssignmentEnd    { static constexpr std::uint32_t kType = 55; RequestId rid; AssignmentId assignment_id; AssignmentState state{AssignmentState::open};
                          friend bool operator==(const AssignmentEnd&, const AssignmentEnd&) = default; };
struct AssignmentList   { static constexpr std::uint32_t kType = 56; RequestId rid;
                          friend bool operator==(const AssignmentList&, const AssignmentList&) = default; };
struct TalkAsk          { static constexpr std::uint32_t kType = 57; RequestId rid; std::uint8_t wanted = 0;
                          friend bool operator==(const TalkAsk&, const TalkAsk&) = default; };
struct TalkHad          { static constexpr std::uint32_t kType = 58; RequestId rid; StaffId staff_id;
                          friend bool operator==(const TalkHad&, const TalkHad&) = default; };
struct ShareGet         { static constexpr std::uint32_t kType = 30; RequestId rid; ShareId share_id; Secret32 share_auth;
                          friend bool operator==(const ShareGet&, const ShareGet&) = default; };
struct ShareChange      { static constexpr std::uint32_t kType = 31; RequestId rid; Secret32 share; Secret32 share_auth;
                          friend bool operator==(const ShareChange&, const ShareChange&) = default; };
struct PasskeyRegister  { static constexpr std::uint32_t kType = 40; RequestId rid; Blob client_data; Blob attestation;
                          friend bool operator==(const PasskeyRegister&, const PasskeyRegister&) = default; };
struct PasskeySignIn    { static constexpr std::uint32_t kType = 41; RequestId rid; Blob credential_id; Blob client_data; Blob authenticator_data; Blob signature;
                          Blob user_handle;
                          friend bool operator==(const PasskeySignIn&, const PasskeySignIn&) = default; };
struct PersonHere       { static constexpr std::uint32_t kType = 42; RequestId rid;
                          friend bool operator==(const PersonHere&, const PersonHere&) = default; };
struct DoorMake         { static constexpr std::uint32_t kType = 60; RequestId rid; Selector selector; Secret32 token; Day expires;
                          friend bool operator==(const DoorMake&, const DoorMake&) = default; };
struct WaitBegin        { static constexpr std::uint32_t kType = 61; RequestId rid; Selector selector; Secret32 token; Enrolment enrolment; OrganisationNumber organisation; Key32 wait_key{};
                          friend bool operator==(const WaitBegin&, const WaitBegin&) = default; };
struct WaitSwitch       { static constexpr std::uint32_t kType = 62; RequestId rid; OrganisationNumber organisation;
                          friend bool operator==(const WaitSwitch&, const WaitSwitch&) = default; };
struct WaitEnd          { static constexpr std::uint32_t kType = 63; RequestId rid;
                          friend bool operator==(const WaitEnd&, const WaitEnd&) = default; };
struct QueueGet         { static constexpr std::uint32_t kType = 64; RequestId rid;
                          friend bool operator==(const QueueGet&, const QueueGet&) = default; };
struct QueueTake        { static constexpr std::uint32_t kType = 65; RequestId rid; std::vector<Selector> doors;
                          friend bool operator==(const QueueTake&, const QueueTake&) = default; };
struct WaitGive         { static constexpr std::uint32_t kType = 66; RequestId rid; WaitId wait_id; Blob sealed;
                          friend bool operator==(const WaitGive&, const WaitGive&) = default; };
struct WaitBack         { static constexpr std::uint32_t kType = 67; RequestId rid; WaitId wait_id;
                          friend bool operator==(const WaitBack&, const WaitBack&) = default; };
struct AttachBegin      { static constexpr std::uint32_t kType = 70; RequestId rid; CircleId circle_id; AttachmentId attachment_id; std::uint32_t chunks = 1; std::uint64_t size = 0;
                          friend bool operator==(const AttachBegin&, const AttachBegin&) = default; };
struct AttachPut        { static constexpr std::uint32_t kType = 71; RequestId rid; CircleId circle_id; AttachmentId attachment_id; std::uint64_t index = 0; Blob chunk;
                          friend bool operator==(const AttachPut&, const AttachPut&) = default; };
struct AttachGet        { static constexpr std::uint32_t kType = 72; RequestId rid; CircleId circle_id; AttachmentId attachment_id; std::uint64_t index = 0;
                          friend bool operator==(const AttachGet&, const AttachGet&) = default; };
struct AttachDone       { static constexpr std::uint32_t kType = 73; RequestId rid; CircleId circle_id; AttachmentId attachment_id;
                          friend bool operator==(const AttachDone&, const AttachDone&) = default; };

// ---- server to client --------------------------------------------------------------------------
struct Hello      { static constexpr std::uint32_t kType = 100; RequestId rid; Key32 challenge{}; std::uint64_t now_s = 0; std::uint32_t protocol = kProtocolVersion;
                    friend bool operator==(const Hello&, const Hello&) = default; };
struct Ok         { static constexpr std::uint32_t kType = 101; RequestId rid;
                    friend bool operator==(const Ok&, const Ok&) = default; };
struct LoginOk    { static constexpr std::uint32_t kType = 102; RequestId rid; Role role{Role::parent}; Organisation organisation;
                    std::vector<Circle> circles; std::vector<Span> spans; std::uint32_t undo_s = 0;
                    friend bool operator==(const LoginOk&, const LoginOk&) = default; };
struct SlipInfo   { static constexpr std::uint32_t kType = 103; RequestId rid; Role role{Role::parent}; Organisation organisation; Day expires;
                    std::optional<CircleSlip> circle;
                    friend bool operator==(const SlipInfo&, const SlipInfo&) = default; };
struct Redeemed   { static constexpr std::uint32_t kType = 104; RequestId rid; Role role{Role::parent}; Organisation organisation;
                    std::optional<JoinedCircle> circle; std::vector<Span> spans; std::uint32_t undo_s = 0;
                    friend bool operator==(const Redeemed&, const Redeemed&) = default; };
struct Stored     { static constexpr std::uint32_t kType = 111; RequestId rid; Sequence sequence;
                    friend bool operator==(const Stored&, const Stored&) = default; };
struct Envelope   { static constexpr std::uint32_t kType = 130; RequestId rid; CircleId circle_id; Sequence sequence;
                    EnvelopeKind kind{EnvelopeKind::message}; Epoch epoch; Blob blob;
                    friend bool operator==(const Envelope&, const Envelope&) = default; };
struct Spans      { static constexpr std::uint32_t kType = 131; RequestId rid; std::vector<Span> spans;
                    friend bool operator==(const Spans&, const Spans&) = default; };
struct Releases   { static constexpr std::uint32_t kType = 122; RequestId rid; std::vector<ReleaseEntry> releases;
                    friend bool operator==(const Releases&, const Releases&) = default; };
struct Release    { static constexpr std::uint32_t kType = 123; RequestId rid; Blob json; Blob csv;
                    friend bool operator==(const Release&, const Release&) = default; };
struct Programmes { static constexpr std::uint32_t kType = 124; RequestId rid; std::vector<Programme> programmes;
                    friend bool operator==(const Programmes&, const Programmes&) = default; };
struct Staff      { static constexpr std::uint32_t kType = 150; RequestId rid; std::vector<Colleague> staff;
                    friend bool operator==(const Staff&, const Staff&) = default; };
struct Assignments { static constexpr std::uint32_t kType = 151; RequestId rid; std::vector<Assignment> assignments; Day talk;
                    friend bool operator==(const Assignments&, const Assignments&) = default; };
struct News       { static constexpr std::uint32_t kType = 152; RequestId rid;
                    friend bool operator==(const News&, const News&) = default; };
struct Gone       { static constexpr std::uint32_t kType = 153; RequestId rid; CircleId circle_id; DeviceId device_id;
                    friend bool operator==(const Gone&, const Gone&) = default; };
struct Share      { static constexpr std::uint32_t kType = 132; RequestId rid; Secret32 share;
                    friend bool operator==(const Share&, const Share&) = default; };
struct PasskeyWanted { static constexpr std::uint32_t kType = 140; RequestId rid; Role role{Role::supporter}; Organisation organisation; Key32 challenge{};
                    std::string rp_id; DeviceId user_id; std::vector<Blob> credentials;
                    friend bool operator==(const PasskeyWanted&, const PasskeyWanted&) = default; };
struct DoorInfo   { static constexpr std::uint32_t kType = 105; RequestId rid; Day expires; std::vector<OpenOrganisation> organisations;
                    friend bool operator==(const DoorInfo&, const DoorInfo&) = default; };
struct Waiting    { static constexpr std::uint32_t kType = 160; RequestId rid; WaitId wait_id; OrganisationNumber number; Organisation organisation; std::uint32_t ahead = 0; Day since; std::uint8_t taken = 0;
                    std::vector<OpenOrganisation> others;
                    friend bool operator==(const Waiting&, const Waiting&) = default; };
struct Queue      { static constexpr std::uint32_t kType = 161; RequestId rid; std::vector<QueueRow> doors;
                    friend bool operator==(const Queue&, const Queue&) = default; };
struct Taken      { static constexpr std::uint32_t kType = 162; RequestId rid; WaitId wait_id; Selector selector; Key32 wait_key{};
                    friend bool operator==(const Taken&, const Taken&) = default; };
struct DoorOpened { static constexpr std::uint32_t kType = 163; RequestId rid; WaitId wait_id; Blob sealed;
                    friend bool operator==(const DoorOpened&, const DoorOpened&) = default; };
struct AttachAt    { static constexpr std::uint32_t kType = 170; RequestId rid; std::uint64_t stored = 0;
                    friend bool operator==(const AttachAt&, const AttachAt&) = default; };
struct AttachChunk { static constexpr std::uint32_t kType = 171; RequestId rid; Blob chunk;
                    friend bool operator==(const AttachChunk&, const AttachChunk&) = default; };
/// `code` is the number on the wire: a newer server may send one that this build has no name for.
struct Error      { static constexpr std::uint32_t kType = 199; RequestId rid; std::uint32_t code = 0; std::string sentence; std::uint64_t detail = 0;
                    friend bool operator==(const Error&, const Error&) = default; };
// clang-format on

/// A variant whose copies, moves, end and comparison are compiled once, in frames.cpp, and not in every file that holds
/// one.
struct ClientFrame
    : std::variant<Ping, Login, SlipOpen, SlipRedeemStaff, SlipRedeemCircle, CircleCreate, SendMessage, SendCommit, Ack,
                   SlipMakeCircle, SlipMakeStaff, SlipRevoke, SlipRefresh, CircleLeave, Tally, ReleaseList, ReleaseGet,
                   ProgrammesGet, StaffList, StaffName, StaffRemove, AssignmentMake, AssignmentGive, AssignmentEnd,
                   AssignmentList, TalkAsk, TalkHad, ShareGet, ShareChange, PasskeyRegister, PasskeySignIn, PersonHere,
                   DoorMake, WaitBegin, WaitSwitch, WaitEnd, QueueGet, QueueTake, WaitGive, WaitBack, AttachBegin,
                   AttachPut, AttachGet, AttachDone> {
  using variant::variant;
  ClientFrame(ClientFrame&&) noexcept;
  ClientFrame& operator=(ClientFrame&&) noexcept;
  ClientFrame(const ClientFrame&) = delete;
  ClientFrame& operator=(const ClientFrame&) = delete;
  ~ClientFrame();
  friend bool operator==(const ClientFrame& a, const ClientFrame& b);
};
struct ServerFrame : std::variant<Hello, Ok, LoginOk, SlipInfo, Redeemed, Stored, Envelope, Spans, Releases, Release,
                                  Programmes, Staff, Assignments, News, Gone, Share, PasskeyWanted, DoorInfo, Waiting,
                                  Queue, Taken, DoorOpened, AttachAt, AttachChunk, Error> {
  using variant::variant;
  ServerFrame(ServerFrame&&) noexcept;
  ServerFrame& operator=(ServerFrame&&) noexcept;
  ServerFrame(const ServerFrame&) = delete;
  ServerFrame& operator=(const ServerFrame&) = delete;
  ~ServerFrame();
  friend bool operator==(const ServerFrame& a, const ServerFrame& b);
};

[[nodiscard]] RequestId request_id(const ClientFrame& frame);
[[nodiscard]] RequestId request_id(const ServerFrame& frame);

/// The error frame for a failure, with the code's own sentence.
[[nodiscard]] Error error_frame(RequestId rid, const Failure& failure);

}  // namespace bredvid::wire
