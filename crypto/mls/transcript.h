// The running hash over all commits of a group (RFC 9420 8.2).
#pragma once

#include "crypto/mls/framing.h"

namespace bredvid::mls {

// Hash(interim_transcript_hash_[n-1] || ConfirmedTranscriptHashInput)
// struct { WireFormat wire_format; FramedContent content; /* a commit */ opaque signature<V>; }
[[nodiscard]] Bytes confirmed_transcript_hash(ByteView interim_before, const AuthenticatedContent& commit);

// Hash(confirmed_transcript_hash_[n] || InterimTranscriptHashInput)
// struct { opaque confirmation_tag<V>; }
[[nodiscard]] Bytes interim_transcript_hash(ByteView confirmed, ByteView confirmation_tag);

}  // namespace bredvid::mls
