#include "server/wire/codec.h"

#include <algorithm>

#include "server/wire/cbor_scan.h"
#include "server/wire/fields.h"

namespace bredvid::wire {
namespace {

template <class F>
constexpr bool kUnasked = std::same_as<F, Hello> || std::same_as<F, Envelope> || std::same_as<F, Spans> ||
                          std::same_as<F, News> || std::same_as<F, Gone> || std::same_as<F, DoorOpened>;

template <class F>
constexpr bool kMayBeUnasked =
    kUnasked<F> || std::same_as<F, Error> || std::same_as<F, Waiting> || std::same_as<F, Queue>;

/// Type and request id.
constexpr std::uint64_t kHeadItems = 2;

/// Beside its longest blob a frame of the hot path is ids and numbers: room for them avoids growing.
constexpr std::size_t kUsualOverheadBytes = 96;

std::size_t size_hint(const auto& frame) {
  if constexpr (requires { frame.blob; }) return frame.blob.size() + kUsualOverheadBytes;
  if constexpr (requires { frame.chunk; }) return frame.chunk.size() + kUsualOverheadBytes;
  return kUsualOverheadBytes;
}

Blob encode_any(const auto& frame) {
  return std::visit(
      [](const auto& one) {
        using F = std::remove_cvref_t<decltype(one)>;
        Blob out;
        out.reserve(size_hint(one));
        Writer body(out);
        body.array(kHeadItems + count_of(one));
        body.number(F::kType, kMax32);
        body.number(one.rid, kMax32);
        fields(body, one);
        return out;
      },
      frame);
}

/// Fills `out` with the alternative whose type number fits; false: the fields don't fit.
template <class Frame, std::size_t I = 0>
bool read_as(std::uint64_t type, std::span<const std::uint8_t> bytes, Frame& out) {
  using Kinds = typename Frame::variant;
  if constexpr (I == std::variant_size_v<Kinds>) {
    return false;
  } else {
    using F = std::variant_alternative_t<I, Kinds>;
    if (F::kType != type) return read_as<Frame, I + 1>(type, bytes, out);
    F frame;
    Reader reader(bytes);
    reader.array(kHeadItems + count_of(frame));
    std::uint64_t seen = 0;
    reader.number(seen, kMax32);
    reader.number(frame.rid, kMax32);
    fields(reader, frame);
    if (!reader.complete()) return false;
    if (kUnasked<F> ? frame.rid.value != 0 : !kMayBeUnasked<F> && frame.rid.value == 0) return false;
    out = std::move(frame);
    return true;
  }
}

template <class Variant>
std::expected<Variant, DecodeFailure> decode_any(std::span<const std::uint8_t> bytes, std::size_t most_bytes,
                                                 std::size_t most_items, std::size_t (*limit_bytes)(std::uint64_t)) {
  const auto refused = [](ErrorCode code, RequestId rid) { return std::unexpected(DecodeFailure{{code, 0}, rid}); };
  const auto head = peek_head(bytes);
  RequestId rid{};
  if (head && head->rid && *head->rid <= kMax32) rid.value = static_cast<std::uint32_t>(*head->rid);
  if (bytes.size() > most_bytes) return refused(ErrorCode::frame_too_large, rid);
  if (!head) return refused(ErrorCode::bad_frame, rid);
  const std::size_t limit = limit_bytes(head->type);
  if (limit == 0) return refused(well_formed(bytes, most_items) ? ErrorCode::unknown_frame : ErrorCode::bad_frame, rid);
  if (bytes.size() > limit) return refused(ErrorCode::frame_too_large, rid);

  Variant frame;
  if (!read_as(head->type, bytes, frame)) return refused(ErrorCode::bad_frame, rid);
  // Reader takes one form only; comparing keeps that true whatever a new field's reading would let through.
  if (!std::ranges::equal(encode_any(frame), bytes)) return refused(ErrorCode::bad_frame, rid);
  return frame;
}

}  // namespace

std::expected<ClientFrame, DecodeFailure> decode_client(std::span<const std::uint8_t> bytes) {
  return decode_any<ClientFrame>(bytes, kMaxClientFrameBytes, kMaxClientFrameItems, client_frame_limit_bytes);
}

std::expected<ServerFrame, DecodeFailure> decode_server(std::span<const std::uint8_t> bytes) {
  return decode_any<ServerFrame>(bytes, kMaxServerFrameBytes, kMaxServerFrameItems, server_frame_limit_bytes);
}

Blob encode(const ClientFrame& frame) {
  return encode_any(frame);
}
Blob encode(const ServerFrame& frame) {
  return encode_any(frame);
}

Blob encode_opening(const Opening& opening) {
  Blob out;
  Writer(out).nested(opening);
  return out;
}
std::optional<Opening> decode_opening(std::span<const std::uint8_t> bytes) {
  Reader reader(bytes);
  Opening opening;
  reader.nested(opening);
  if (!reader.complete()) return std::nullopt;
  return opening;
}

Error error_frame(RequestId rid, const Failure& failure) {
  return {rid, static_cast<std::uint32_t>(failure.code), std::string(sentence(failure.code)), failure.detail};
}

}  // namespace bredvid::wire
