// A Welcome for a known key package. First byte: 0 the message itself; 1 and 2 its plaintexts (secrets, then the group
// info), which are sealed here as a member would, so that what lies behind the encryption is reached; 2 signs anew.
#include "crypto/mls/labels.h"
#include "crypto/mls/message.h"
#include "tests/fuzz/people.h"

namespace bredvid::fuzz {
namespace {

using namespace mls;

Bytes seal(ByteView secrets, ByteView info, bool sign) {
  FixedRandom random(4);
  const auto key_package = decode_message<KeyPackage>(newcomer().bundle.key_package);
  const auto read = tls::decode<GroupSecrets>(secrets);
  SecretBytes joiner(32);
  std::vector<Psk> psks;
  if (read) {
    joiner = read->joiner_secret.clone();
    for (const PreSharedKeyId& id : read->psks) psks.push_back({id, shared_psk()});
  }
  auto decoded = tls::decode<GroupInfo>(info);
  Bytes plaintext = to_bytes(info);
  if (decoded && sign) {
    sign_again(*decoded);
    plaintext = tls::encode(*decoded);
  }
  const SecretBytes secret = welcome_secret(joiner, psk_secret(psks));
  const auto key = expand_with_label<crypto::kAeadKeySize>(secret, "key", {});
  const auto nonce = expand_with_label<crypto::kAeadNonceSize>(secret, "nonce", {});
  const auto sealed_info = crypto::aead_seal(key.view(), nonce.view(), {}, plaintext);
  const auto sealed = encrypt_with_label(key_package->init_key, "Welcome", *sealed_info, secrets, random);
  Welcome welcome;
  welcome.secrets.push_back({key_package_ref(tls::encode(*key_package)), *sealed});
  welcome.encrypted_group_info = *sealed_info;
  return encode_message(std::move(welcome));
}

}  // namespace

void run(ByteView input) {
  Choices choices(input);
  const std::uint8_t mode = choices.byte();
  Bytes message = to_bytes(choices.rest());
  if (mode == 1 || mode == 2) {
    const ByteView secrets = choices.bytes(choices.number());
    message = seal(secrets, choices.rest(), mode == 2);
  }
  (void)modestly(message, [](ByteView bytes) { return welcome_references(bytes); });
  const auto join = [](ByteView bytes) {
    return Group::join_by_welcome(bytes, newcomer().bundle, newcomer().own, knows_psk());
  };
  auto group = join(message);
  if (!group) {
    (void)modestly(message, join);
    return;
  }
  (void)restored(stored(*group));
}

}  // namespace bredvid::fuzz
