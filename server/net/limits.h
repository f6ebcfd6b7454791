// Every limit of the network layer, with what happens when it is reached.
#pragma once

#include "server/wire/limits.h"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace bredvid::net {

using std::chrono::seconds;

using std::chrono::milliseconds;

// ---- connections ----
/// Above this many open connections the oldest that has not logged in makes room for a new one (newcomers.h); when
/// there is none, the new one is closed as soon as it is accepted, before TLS costs anything. Memory stays bounded, and
/// those who are logged in keep their service. 12,000 conversations at about 15 KiB are 180 MiB.
inline constexpr std::size_t kMaxConnections = 12'288;
/// Above this many WebSockets the oldest that has not logged in makes room; when there is none, an upgrade is refused
/// with 503 and Retry-After: a client that gets this far is told when to come back, and the web client's files can
/// still be fetched.
inline constexpr std::size_t kMaxWebsockets = 12'000;
/// How many of the oldest are looked at for one that waits for its client and can make room: each costs a call to the
/// system.
inline constexpr std::size_t kLookedAtForRoom = 16;
/// Retry-After of that 503.
inline constexpr seconds kRetryAfter{30};
/// Descriptors that the rest of the server needs: database, logs, control socket, listeners. The limit of connections
/// follows the system's limit of open files when that is lower.
inline constexpr std::size_t kReservedDescriptors = 128;
/// Waiting connections that the kernel holds for us; it takes no more than net.core.somaxconn. After a restart
/// everybody comes at once: who finds this full tries again only after a second.
inline constexpr int kListenBacklog = 4096;
/// A pause after a failed accept (out of descriptors), so that the loop does not spin.
inline constexpr milliseconds kAcceptRetry{100};
/// Network threads: one for two processors, since the store has a writer and readers of its own.
inline constexpr std::size_t kProcessorsPerLoop = 2;
inline constexpr std::size_t kMaxLoops = 4;

// ---- TLS and HTTP ----
/// From being accepted to the first byte, and from being let in (kMaxHandshakes) to the end of the handshake; then it
/// is given up: it costs a descriptor and nothing is known yet.
inline constexpr seconds kTlsHandshakeTimeout{10};
/// Handshakes under way on one loop, from the client's first byte: each holds about 32 kB more than what stays, so
/// 130 MiB at the most. Beyond it, those who have sent something wait in the order of their coming; they cost a
/// descriptor only.
inline constexpr std::size_t kMaxHandshakes = 4096;
/// When others wait, a handshake that has taken longer than this makes room: stalled ones cannot keep the door shut.
/// Long enough for a phone with a second of delay each way; shorter would throw honest clients out after a restart,
/// when everybody is slow.
inline constexpr milliseconds kHandshakeGrace{3000};
/// How long the steps of handshakes take turns before everybody else has theirs: a step is a quarter of a millisecond
/// of arithmetic, and a crowd of newcomers brings thousands. Longer saves looks at the sockets; shorter lets a message
/// wait for fewer strangers. One step is always made.
inline constexpr milliseconds kHandshakeSlice{2};
/// Waiting to be let in is not the client's fault, and costs little: so many times the handshake's own time, so that
/// 10,000 that return at once are all served.
inline constexpr int kGateTimeouts = 6;
/// From the first byte of a request to the end of its header.
inline constexpr seconds kHttpHeaderTimeout{10};
/// Writing one answer; a phone on a slow line needs about 20 s for the largest asset.
inline constexpr seconds kHttpWriteTimeout{60};
/// A kept-alive connection without a request.
inline constexpr seconds kHttpIdleTimeout{30};
/// Closing politely; afterwards the socket is simply closed.
inline constexpr seconds kTlsShutdownTimeout{2};
/// Request line and header together; a longer one is answered with 431.
inline constexpr std::uint32_t kMaxHttpHeaderBytes = 8 * 1024;
/// Requests on one kept-alive connection before it is closed.
inline constexpr int kMaxRequestsPerConnection = 256;
/// What one TLS record carries: read at once, and gathered into one when writing.
inline constexpr std::size_t kRecordBytes = 16 * 1024;
/// Reads of one connection before the others have their turn.
inline constexpr int kReadsPerTurn = 4;
/// ... and frames of its, of which one read may bring hundreds: somebody's flood of bad ones held everybody up for 5
/// ms. Fewer would end a turn, with a TLS record and a system call of its own, for what an honest burst sends.
inline constexpr std::size_t kFramesPerTurn = 16;

// ---- WebSocket ----
/// For the client's half of a closing handshake.
inline constexpr seconds kWebsocketCloseTimeout{10};
/// A ping goes out after half of this silence; after all of it the connection is dead. Shorter than the
/// minute after which mobile networks forget a quiet connection.
inline constexpr seconds kWebsocketIdleTimeout{50};
/// From the first byte of a message to its last, over all of its fragments; then 1013. The largest takes 20 s at
/// 10 kB/s.
inline constexpr seconds kMessageTimeout{30};
/// Something waits to be written and the peer takes not one byte: the connection is cut.
inline constexpr seconds kWriteStallTimeout{30};
/// The largest client frame.
/// A larger message closes the connection with 1009.
inline constexpr std::size_t kMaxMessageBytes = wire::kMaxClientFrameBytes;
/// Frames that wait to be written. When full, the connection is closed with 1013: the client comes back and
/// fetches what it has not acknowledged, so nothing is lost.
inline constexpr std::size_t kMaxQueuedFrames = 256;
inline constexpr std::size_t kMaxQueuedBytes = 4 * 1024 * 1024;
/// The same over all connections of a loop: beyond it, whoever does not read at this moment is closed
/// with 1013, or cut when it already has more under way than it takes.
inline constexpr std::size_t kMaxAllQueuedBytes = 128 * 1024 * 1024;
/// Unfinished messages over all connections of a loop: beyond it the one that began first is given up (1013). Whole
/// ones are not held, so honest clients seldom count here.
inline constexpr std::size_t kMaxAllPartBytes = 64 * 1024 * 1024;
/// Questions to the store under way for one connection; reading pauses at it.
inline constexpr std::size_t kMaxStoreRequests = 32;
/// How exactly all of these time limits are kept: one walk over all connections.
inline constexpr milliseconds kTickInterval{250};
/// How often the domain hears of the time while it waits for something (before the login, after a failed fetch).
inline constexpr milliseconds kDomainTickInterval{1000};

// ---- memory ----
/// After so many connections came or went, and then a quiet tick, freed memory is given back to the system.
inline constexpr std::size_t kTrimAfterChanges = 512;

// ---- the local listener for /healthz, /readyz and /metrics ----
/// A monitor asks with one or two; more are closed at once.
inline constexpr std::size_t kMaxLocalConnections = 16;
/// Reading a request, and writing its answer.
inline constexpr seconds kLocalTimeout{5};

// ---- shutting down ----
/// Time for answers that the store owes, then for closing handshakes; afterwards sockets are simply closed.
inline constexpr milliseconds kDrainTimeout{2000};
inline constexpr milliseconds kCloseTimeout{1000};

/// Those that depend on time or would need thousands of connections to reach; tests set smaller ones.
struct Limits {
  std::size_t connections = kMaxConnections;
  std::size_t websockets = kMaxWebsockets;
  std::size_t handshakes = kMaxHandshakes;
  std::size_t all_queued_bytes = kMaxAllQueuedBytes;
  std::size_t all_part_bytes = kMaxAllPartBytes;
  milliseconds tls_handshake = kTlsHandshakeTimeout;
  milliseconds handshake_grace = kHandshakeGrace;
  milliseconds handshake_slice = kHandshakeSlice;
  milliseconds http_header = kHttpHeaderTimeout;
  milliseconds http_write = kHttpWriteTimeout;
  milliseconds http_idle = kHttpIdleTimeout;
  milliseconds tls_shutdown = kTlsShutdownTimeout;
  milliseconds websocket_close = kWebsocketCloseTimeout;
  milliseconds websocket_idle = kWebsocketIdleTimeout;
  milliseconds message = kMessageTimeout;
  milliseconds write_stall = kWriteStallTimeout;
  milliseconds tick = kTickInterval;
};

// ---- the web client in memory ----
inline constexpr std::size_t kMaxSiteFiles = 2000;
inline constexpr std::size_t kMaxSiteBytes = 64 * 1024 * 1024;

// ---- the information pages in memory ----
/// Files beyond any of these are left out, and the operator is told. With 16 organisations they are 50 MiB.
inline constexpr std::size_t kMaxInfoFileBytes = 64 * 1024;
/// Of one organisation; each language of a page counts.
inline constexpr std::size_t kMaxInfoPages = 50;
inline constexpr std::size_t kMaxInfoTitleBytes = 200;
/// What stands behind the number in a page's or a folder's name.
inline constexpr std::size_t kMaxInfoNameBytes = 40;
/// What is wrong in the folder is said up to here.
inline constexpr std::size_t kMaxInfoProblems = 100;

}  // namespace bredvid::net
