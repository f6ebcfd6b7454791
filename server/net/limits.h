// Every limit of the network layer, with what happens when it is reached.
#pragma once

#include "server/wire/limits.h"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace bredvid::net {

using std::chrono::seconds;

// ---- connections ----
/// Above this many open connections a new one is closed at once: memory stays bounded.
inline constexpr std::size_t kMaxConnections = 4096;
/// Waiting connections that the kernel holds for us.
inline constexpr int kListenBacklog = 256;
/// A pause after a failed accept (out of descriptors), so that the loop does not spin.
inline constexpr std::chrono::milliseconds kAcceptRetry{100};

// ---- TLS and HTTP ----
/// A handshake that takes longer is given up: it costs a descriptor and nothing is known yet.
inline constexpr seconds kTlsHandshakeTimeout{10};
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

// ---- WebSocket ----
/// The time for the upgrade's answer and for a closing handshake.
inline constexpr seconds kWebsocketHandshakeTimeout{10};
/// A ping goes out after half of this silence; after all of it the connection is dead. Shorter than the
/// minute after which mobile networks forget a quiet connection.
inline constexpr seconds kWebsocketIdleTimeout{50};
/// The largest client frame.
/// A larger message closes the connection with 1009.
inline constexpr std::size_t kMaxMessageBytes = wire::kMaxClientFrameBytes;
/// Frames that wait to be written. When full, the connection is closed with 1013: the client comes back and
/// fetches what it has not acknowledged, so nothing is lost.
inline constexpr std::size_t kMaxQueuedFrames = 256;
inline constexpr std::size_t kMaxQueuedBytes = 4 * 1024 * 1024;
/// Questions to the store under way for one connection; reading pauses at it.
inline constexpr std::size_t kMaxStoreRequests = 32;
/// How often a connection's timers are looked at.
inline constexpr std::chrono::milliseconds kTickInterval{1000};

// ---- the local listener for /healthz, /readyz and /metrics ----
/// A monitor asks with one or two; more are closed at once.
inline constexpr std::size_t kMaxLocalConnections = 16;
/// Reading a request, and writing its answer.
inline constexpr seconds kLocalTimeout{5};

// ---- shutting down ----
/// Time for answers that the store owes, then for closing handshakes; afterwards sockets are simply closed.
inline constexpr std::chrono::milliseconds kDrainTimeout{2000};
inline constexpr std::chrono::milliseconds kCloseTimeout{1000};

// ---- the web client in memory ----
inline constexpr std::size_t kMaxSiteFiles = 2000;
inline constexpr std::size_t kMaxSiteBytes = 64 * 1024 * 1024;

}  // namespace bredvid::net
