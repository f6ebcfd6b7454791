// The schema's limits by name (schema/wire.cddl, "limits"), and the size limit of each frame type.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace bredvid::wire {

constexpr std::size_t kMaxBlobBytes = 24576;
constexpr std::size_t kMaxCommitBytes = 16384;
constexpr std::size_t kMaxSealedBytes = 24576;
constexpr std::size_t kMaxLiveSlips = 8;
constexpr std::size_t kMaxRemoved = 16;
constexpr std::size_t kMaxTagSets = 4;
constexpr std::size_t kMaxSpans = 8;
constexpr std::uint32_t kSelectorEnd = 1048576;
constexpr std::uint32_t kDayEnd = 100000;
constexpr std::size_t kMaxOrgNameBytes = 120;
constexpr std::size_t kMaxOrgHoursBytes = 400;
/// Two stretches on each weekday, and four a day where somebody needs them.
constexpr std::size_t kMaxOpenTimes = 32;
/// An organisation's own closed days of a year and a half: a summer closing and planning days.
constexpr std::size_t kMaxClosedDays = 64;
/// Two weeks of office hours, or a week around the clock: a longer promise is none.
constexpr std::uint32_t kMaxAnswerWithin_h = 168;
constexpr std::size_t kMaxProgrammeIdBytes = 32;
/// A programme's or a phase's name in one language.
constexpr std::size_t kMaxNamedBytes = 80;
constexpr std::size_t kMaxNameLanguages = 7;
/// Of one organisation: ways in which it gives support.
constexpr std::size_t kMaxProgrammes = 8;
constexpr std::size_t kMaxPhases = 8;
/// Conversations, or weeks of a phase: two years.
constexpr std::uint32_t kMaxRange = 104;
constexpr std::uint32_t kMaxCheckInWeeks = 26;
constexpr std::uint32_t kMaxIndicatorMonths = 36;
constexpr std::uint32_t kMaxFirstContactWeekdays = 30;
constexpr std::uint32_t kMinutesOfDay = 1440;
/// What a coordinator calls a colleague or an assignment: forty letters of any alphabet that people here use.
constexpr std::size_t kMaxLabelBytes = 80;
/// Who works for one organisation: crisis support has a handful of people.
constexpr std::size_t kMaxStaff = 256;
/// One organisation's assignments, with those that ended within the last fortnight.
constexpr std::size_t kMaxAssignments = 500;
/// Live doors of one organisation: a poster at each place that parents pass, and one that is being replaced.
constexpr std::size_t kMaxDoors = 8;
/// Organisations with an open door on one server. Whoever stands before the door has to choose among them.
constexpr std::size_t kMaxOpenOrganisations = 8;
/// Doors that people at one queue came by: every organisation's, since who opens a door chooses freely.
constexpr std::size_t kMaxQueueRows = kMaxDoors * kMaxOpenOrganisations;
/// A slip sealed for somebody who waits: enc and tag at least, and room for a longer slip than today's 79 characters.
constexpr std::size_t kMinWaitSealedBytes = 48;
constexpr std::size_t kMaxWaitSealedBytes = 512;
/// A part of an attachment, sealed on the device: a byte and its tag at least (crypto/circle/attachment.h).
constexpr std::size_t kMinChunkBytes = 17;
constexpr std::size_t kMaxChunkBytes = 16400;
/// Parts of one attachment: 25 MiB, a few minutes of a phone's uplink.
constexpr std::uint32_t kMaxChunks = 1600;
/// Passkeys of one account that a frame can name; the server keeps fewer (domain/room.h). Sizes: webauthn/limits.h.
constexpr std::size_t kMaxPasskeys = 4;
/// A domain name (RFC 1035, 3.1).
constexpr std::size_t kMaxRpIdBytes = 253;
constexpr std::size_t kMaxSentenceBytes = 200;
/// What the schema adds to the sum of a frame's field limits for heads and numbers.
constexpr std::size_t kFrameOverheadBytes = 256;

/// The schema bounds neither the circles of a device nor the releases nor a release's text: these do, in the server.
constexpr std::size_t kMaxCirclesPerDevice = 256;
constexpr std::size_t kMaxReleasesListed = 256;
constexpr std::size_t kMaxReleaseTextBytes = 262144;

constexpr std::size_t kMaxSealedListBytes = kMaxLiveSlips * (kMaxSealedBytes + 16);
constexpr std::size_t kEnrolmentBytes = 16 + 32 + 64 + 16 + 32 + 32;

/// The largest frame a client may send (slip_redeem_circle); the WebSocket's own limit.
constexpr std::size_t kMaxClientFrameBytes =
    32 + 16 + kEnrolmentBytes + kMaxCommitBytes + kMaxSealedListBytes + kFrameOverheadBytes;
/// The largest frame a server may send (release).
constexpr std::size_t kMaxServerFrameBytes = 2 * kMaxReleaseTextBytes + kFrameOverheadBytes;

/// CBOR items of a frame, every array and field counted. The most that a client has to say: send_commit with its lists
/// full, 8 fields and 8 sealed packages of 3 items and 16 devices. The most of a server: login_ok with 256 circles of
/// 5 items, 8 spans of 4, the opening hours and the rest; or assignments, 500 of 7 items.
constexpr std::size_t kMaxClientFrameItems = 64;
constexpr std::size_t kMaxServerFrameItems =
    std::max(1 + 8 + 5 + kMaxCirclesPerDevice * 5 + kMaxSpans * 4 + 4 + kMaxOpenTimes * 4 + kMaxClosedDays,
             1 + 4 + kMaxAssignments * 7);

/// Total limit of a frame of this type; 0: no such type for clients (for servers).
[[nodiscard]] std::size_t client_frame_limit_bytes(std::uint64_t type);
[[nodiscard]] std::size_t server_frame_limit_bytes(std::uint64_t type);

}  // namespace bredvid::wire
