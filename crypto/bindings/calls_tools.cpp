// Randomness, slips, login keys, the vault, the open door and attachments.
#include "crypto/bindings/calls.h"
#include "crypto/circle/attachment.h"
#include "crypto/circle/door.h"
#include "crypto/primitives/signature.h"

namespace bredvid::bindings {
namespace {

constexpr std::uint32_t kMaxRandomSize = 65536;
constexpr std::size_t kChallengeSize = 32;
constexpr std::size_t kMaxRecordSize = std::size_t{4} << 20;  // a stored record

std::string_view text_of(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// What a login key signs (schema/wire.cddl): "bredvid.v1 enrol" || challenge || device_id || login_key,
// "bredvid.v1 login" || challenge || device_id.
Outcome<Bytes> sign_for(bool enrol, ByteView seed, ByteView challenge, ByteView device) {
  BREDVID_TRY(key, circle::lift(crypto::signature_key_from_seed(seed)));
  const Bytes message = enrol ? concat({bytes_of("bredvid.v1 enrol"), challenge, device, key.public_key})
                              : concat({bytes_of("bredvid.v1 login"), challenge, device});
  return circle::lift(crypto::sign(seed, message));
}

}  // namespace

Outcome<void> Calls::tool(Call number) {
  if (number == Call::random) {
    const std::uint32_t size = in.u32();
    BREDVID_CHECK(arguments_end());
    if (size > kMaxRandomSize) return failed(Code::not_allowed);
    out.opaque(random().secret(size));  // it may become a key
    return {};
  }
  if (number == Call::dispose) {
    const std::uint32_t handle = in.u32();
    BREDVID_CHECK(arguments_end());
    if (!drop(handle)) return failed(Code::state_bad);
    return {};
  }
  if (number < Call::stretch) return slip_or_login(number);
  if (number < Call::wait_key) return vault(number);
  return number < Call::chunk_seal ? door(number) : attachment(number);
}

Outcome<void> Calls::slip_or_login(Call number) {
  switch (number) {
    case Call::slip_new: {
      const std::uint8_t form = in.u8();
      BREDVID_CHECK(arguments_end());
      if (form != 1 && form != 2) return failed(Code::not_allowed);
      put(out, circle::make_slip(static_cast<circle::SlipForm>(form), random()));
      return {};
    }
    case Call::slip_parse: {
      const ByteView text = in.opaque_view();
      BREDVID_CHECK(arguments_end());
      BREDVID_TRY(slip, circle::parse_slip(text_of(text)));
      put(out, slip);
      return {};
    }
    case Call::login_new: {
      BREDVID_CHECK(arguments_end());
      const auto key = crypto::make_signature_key(random());
      out.fixed(key.seed.view());
      out.fixed(key.public_key);
      return {};
    }
    case Call::login_public: {
      const ByteView seed = in.fixed(crypto::kSignatureSeedSize);
      BREDVID_CHECK(arguments_end());
      BREDVID_TRY(key, circle::lift(crypto::signature_key_from_seed(seed)));
      out.fixed(key.public_key);
      return {};
    }
    case Call::sign_enrol:
    case Call::sign_login: {
      const ByteView seed = in.fixed(crypto::kSignatureSeedSize);
      const ByteView challenge = in.fixed(kChallengeSize);
      const ByteView device = in.fixed(circle::kIdSize);
      BREDVID_CHECK(arguments_end());
      BREDVID_TRY(signature, sign_for(number == Call::sign_enrol, seed, challenge, device));
      out.fixed(signature);
      return {};
    }
    default:
      return failed(Code::not_allowed);
  }
}

Outcome<void> Calls::vault(Call number) {
  if (number == Call::stretch) {
    const ByteView pin = in.opaque_view();
    const ByteView salt = in.opaque_view();
    BREDVID_CHECK(arguments_end());
    BREDVID_TRY(stretched, circle::stretch_pin(pin, salt));
    out.u32(keep(std::move(stretched)));
    return {};
  }
  const std::uint32_t handle = in.u32();
  if (number == Call::share_auth || number == Call::vault_unlock) {
    const ByteView share = number == Call::vault_unlock ? in.opaque_view() : ByteView{};
    BREDVID_CHECK(arguments_end());
    const auto* stretched = find<SecretBytes>(handle);
    if (stretched == nullptr) return failed(Code::state_bad);
    if (number == Call::share_auth) {
      out.fixed(circle::share_auth(*stretched));
      return {};
    }
    BREDVID_TRY(unlocked, circle::Vault::unlock(*stretched, share));
    out.u32(keep(std::move(unlocked)));
    return {};
  }
  if (number != Call::vault_seal && number != Call::vault_open) return failed(Code::not_allowed);
  const std::string_view place = text_of(in.opaque_view());
  const ByteView record = in.opaque_view(kMaxRecordSize);
  BREDVID_CHECK(arguments_end());
  const auto* vault = find<circle::Vault>(handle);
  if (vault == nullptr) return failed(Code::state_bad);
  if (number == Call::vault_seal) {
    BREDVID_TRY(sealed, vault->seal(place, record, random()));
    out.opaque(sealed);
  } else {
    BREDVID_TRY(plain, vault->open(place, record));
    out.opaque(plain);
  }
  return {};
}

Outcome<void> Calls::door(Call number) {
  if (number == Call::wait_key) {
    BREDVID_CHECK(arguments_end());
    const auto key = crypto::kem_make_key(random());
    out.fixed(key.public_key);
    out.fixed(key.private_key.view());
    return {};
  }
  const ByteView text = in.opaque_view();
  const auto wait = circle::WaitId::decode(in);
  const ByteView key = in.fixed(crypto::kKemKeySize);
  const ByteView content = in.opaque_view();
  BREDVID_CHECK(arguments_end());
  BREDVID_TRY(door, circle::parse_slip(text_of(text)));
  if (number == Call::door_seal) {
    BREDVID_TRY(sealed, circle::seal_for_waiting(door, wait, key, text_of(content), random()));
    out.opaque(sealed);
    return {};
  }
  BREDVID_TRY(slip, circle::open_door_slip(door, wait, key, content));
  std::string slip_text = circle::slip_text(slip);
  out.opaque(bytes_of(slip_text));
  wipe(slip_text.data(), slip_text.size());
  return {};
}

Outcome<void> Calls::attachment(Call number) {
  const ByteView key = in.fixed(circle::kAttachmentKeySize);
  const std::uint32_t index = in.u32();
  const std::uint8_t last = in.u8();
  const ByteView chunk = in.opaque_view();
  BREDVID_CHECK(arguments_end());
  if (last > 1) return failed(Code::not_allowed);
  if (number == Call::chunk_seal) {
    BREDVID_TRY(sealed, circle::seal_chunk(key, index, last == 1, chunk));
    out.opaque(sealed);
    return {};
  }
  BREDVID_TRY(plain, circle::open_chunk(key, index, last == 1, chunk));
  out.opaque(plain);
  return {};
}

}  // namespace bredvid::bindings
