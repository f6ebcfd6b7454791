#include "crypto/circle/door.h"

#include "crypto/base/wiping_allocator.h"
#include "crypto/primitives/hpke.h"

namespace bredvid::circle {
namespace {

// "bredvid door" || selector, four bytes, most significant first: which paper, for both ends to agree on.
Bytes psk_id(const Slip& door) {
  const Bytes selector{static_cast<std::uint8_t>(door.selector >> 24), static_cast<std::uint8_t>(door.selector >> 16),
                       static_cast<std::uint8_t>(door.selector >> 8), static_cast<std::uint8_t>(door.selector)};
  return concat({bytes_of("bredvid door"), selector});
}

Bytes info(const WaitId& wait) {
  return concat({bytes_of("bredvid.v1 wait"), wait.view()});
}

}  // namespace

Outcome<Bytes> seal_for_waiting(const Slip& door, const WaitId& wait, ByteView public_key, std::string_view slip_text,
                                Random& random) {
  const auto slip = parse_slip(slip_text);
  if (!slip || slip->form != SlipForm::qr) return failed(Code::not_allowed);
  std::string text = circle::slip_text(*slip);  // one form and so one length, however it was typed
  const SecretBytes key = door_psk(door);
  const Bytes id = psk_id(door);
  const auto sealed = [&]() -> Result<Bytes> {
    BREDVID_TRY(sender, crypto::HpkeContext::to_receiver(public_key, info(wait), {key.view(), id}, random));
    BREDVID_TRY(ciphertext, sender.context.seal({}, bytes_of(text)));
    return concat({sender.enc, ciphertext});
  }();
  wipe(text.data(), text.size());
  if (!sealed) return failed(code_of(sealed.error()));
  return *sealed;
}

Outcome<Slip> open_door_slip(const Slip& door, const WaitId& wait, ByteView private_key, ByteView sealed) {
  if (sealed.size() < crypto::kKemKeySize || sealed.size() > kMaxSealedForWaiting) {
    return failed(Code::mls_decrypt_failed);
  }
  const SecretBytes key = door_psk(door);
  const Bytes id = psk_id(door);
  auto context =
      crypto::HpkeContext::from_sender(sealed.first(crypto::kKemKeySize), private_key, info(wait), {key.view(), id});
  if (!context) return failed(Code::mls_decrypt_failed);
  const auto plain = context->open({}, sealed.subspan(crypto::kKemKeySize));
  if (!plain) return failed(Code::mls_decrypt_failed);
  const ByteView text = plain->view();
  auto slip = parse_slip({reinterpret_cast<const char*>(text.data()), text.size()});
  if (!slip || slip->form != SlipForm::qr) return failed(Code::mls_decrypt_failed);
  return std::move(*slip);
}

}  // namespace bredvid::circle
