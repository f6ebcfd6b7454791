#include "server/webauthn/authenticator_data.h"

#include "server/webauthn/cose_key.h"
#include "server/webauthn/limits.h"

namespace bredvid::webauthn {
namespace {

constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kAaguidBytes = 16;
constexpr std::size_t kLengthBytes = 2;

// 6.1: bits of the flags
constexpr std::uint8_t kUserPresent = 0x01;
constexpr std::uint8_t kUserVerified = 0x04;
constexpr std::uint8_t kBackupEligible = 0x08;
constexpr std::uint8_t kBackupState = 0x10;
constexpr std::uint8_t kAttested = 0x40;
constexpr std::uint8_t kExtensions = 0x80;

ByteView take(ByteView& rest, std::size_t size) {
  const ByteView part = rest.first(size);
  rest = rest.subspan(size);
  return part;
}

std::expected<void, DataFault> read_attested(ByteView& rest, AuthenticatorData& data) {
  if (rest.size() < kAaguidBytes + kLengthBytes) return std::unexpected(DataFault::malformed);
  take(rest, kAaguidBytes);
  const ByteView length = take(rest, kLengthBytes);
  const std::size_t size = static_cast<std::size_t>(length[0]) << 8 | length[1];
  if (size == 0 || size > kMaxCredentialIdBytes || size > rest.size()) return std::unexpected(DataFault::malformed);
  data.credential_id = take(rest, size);
  CborReader reader(rest);
  const auto key = read_cose_key(reader);
  if (!key) return std::unexpected(key.error() == KeyFault::unsuited ? DataFault::unsuited : DataFault::malformed);
  data.public_key = take(rest, rest.size() - reader.rest().size());
  return {};
}

/// A map of extensions by name.
bool pass_extensions(ByteView& rest) {
  CborReader reader(rest);
  if (CborReader(rest).map().value_or(0) == 0 || !reader.skip()) return false;
  rest = reader.rest();
  return true;
}

}  // namespace

std::expected<AuthenticatorData, DataFault> read_authenticator_data(ByteView bytes) {
  if (bytes.size() < kMinAuthDataBytes) return std::unexpected(DataFault::malformed);
  AuthenticatorData data;
  data.rp_id_hash = take(bytes, kHashBytes);
  const std::uint8_t flags = take(bytes, 1)[0];
  for (const std::uint8_t byte : take(bytes, 4)) data.counter = data.counter << 8 | byte;
  data.user_present = (flags & kUserPresent) != 0;
  data.user_verified = (flags & kUserVerified) != 0;
  data.backup_eligible = (flags & kBackupEligible) != 0;
  // 7.1 step 17, 7.2 step 19: what may not be backed up isn't.
  if (!data.backup_eligible && (flags & kBackupState) != 0) return std::unexpected(DataFault::malformed);
  if ((flags & kAttested) != 0) {
    if (const auto read = read_attested(bytes, data); !read) return std::unexpected(read.error());
  }
  if ((flags & kExtensions) != 0 && !pass_extensions(bytes)) return std::unexpected(DataFault::malformed);
  if (!bytes.empty()) return std::unexpected(DataFault::malformed);
  return data;
}

}  // namespace bredvid::webauthn
