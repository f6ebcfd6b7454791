// Bytes <-> frames: CBOR (RFC 8949) in the one deterministic form that schema/wire.cddl allows.
//
// Decoding: total size, then structure (depth, definite lengths, no trailing bytes), then the frame type's
// own size limit, then the fields, then re-encoding and comparing. Whatever a peer sends: a Failure or a
// frame, never an exception. Pure functions, any thread.
#pragma once

#include <cstdint>
#include <span>

#include "server/wire/frames.h"

namespace bredvid::wire {

/// A refused frame: its request id when that much could be read (0 otherwise), so that the answer finds its question.
struct DecodeFailure {
  Failure failure;
  RequestId rid;
};

/// bad_frame, frame_too_large or unknown_frame.
[[nodiscard]] std::expected<ClientFrame, DecodeFailure> decode_client(std::span<const std::uint8_t> bytes);
[[nodiscard]] std::expected<ServerFrame, DecodeFailure> decode_server(std::span<const std::uint8_t> bytes);

/// REQUIRES: fields within the schema's limits (the domain keeps them); a frame outside of them would be refused by its
/// reader.
[[nodiscard]] Blob encode(const ClientFrame& frame);
[[nodiscard]] Blob encode(const ServerFrame& frame);

/// Opening hours by themselves, in the form that they have in a frame: how storage keeps them.
[[nodiscard]] Blob encode_opening(const Opening& opening);
/// Nothing: not those bytes.
[[nodiscard]] std::optional<Opening> decode_opening(std::span<const std::uint8_t> bytes);

}  // namespace bredvid::wire
