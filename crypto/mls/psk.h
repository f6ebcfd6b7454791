// Pre-shared keys and how several of them become one secret (RFC 9420 8.4).
#pragma once

#include "crypto/mls/types.h"

namespace bredvid::mls {

// enum { reserved(0), external(1), resumption(2), (255) } PSKType;
// enum { reserved(0), application(1), reinit(2), branch(3), (255) } ResumptionPSKUsage;
enum class PskType : std::uint8_t { external = 1, resumption = 2 };
enum class ResumptionUsage : std::uint8_t { application = 1, reinit = 2, branch = 3 };

// struct {
//   PSKType psktype;
//   select (PreSharedKeyID.psktype) {
//     case external:   opaque psk_id<V>;
//     case resumption: ResumptionPSKUsage usage; opaque psk_group_id<V>; uint64 psk_epoch;
//   };
//   opaque psk_nonce<V>;
// } PreSharedKeyID;
struct PreSharedKeyId {
  PskType type = PskType::external;
  Bytes psk_id;
  ResumptionUsage usage = ResumptionUsage::application;
  Bytes psk_group_id;
  std::uint64_t psk_epoch = 0;
  Bytes psk_nonce;

  void encode(tls::Writer& writer) const;
  static PreSharedKeyId decode(tls::Reader& reader);
  bool operator==(const PreSharedKeyId&) const = default;
};

// PSKs for reinitialised and branched groups belong to operations that this product does not have.
// Errors: reinit_unsupported, branching_unsupported.
[[nodiscard]] Result<void> check_psk_usage(const PreSharedKeyId& id);

struct Psk {
  PreSharedKeyId id;
  SecretBytes secret;
};

// 32 bytes; all zeros when there are none. The order counts.
[[nodiscard]] SecretBytes psk_secret(const std::vector<Psk>& psks);

}  // namespace bredvid::mls
