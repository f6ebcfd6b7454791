// What all members agree on in one epoch (RFC 9420 8.1).
#pragma once

#include "crypto/mls/types.h"

namespace bredvid::mls {

// struct {
//     ProtocolVersion version = mls10;
//     CipherSuite cipher_suite;
//     opaque group_id<V>;
//     uint64 epoch;
//     opaque tree_hash<V>;
//     opaque confirmed_transcript_hash<V>;
//     Extension extensions<V>;
// } GroupContext;
struct GroupContext {
  std::uint16_t cipher_suite = kSuite;
  Bytes group_id;
  std::uint64_t epoch = 0;
  Bytes tree_hash;
  Bytes confirmed_transcript_hash;
  Extensions extensions;

  void encode(tls::Writer& writer) const;
  static GroupContext decode(tls::Reader& reader);  // another version than mls10 is unsupported_version
  bool operator==(const GroupContext&) const = default;
};

}  // namespace bredvid::mls
