#include "tests/support/device.h"

#include <algorithm>

namespace bredvid::support {
namespace {

Secret32 secret(Random& random) {
  return Secret32::from(random.secret(Secret32::kSize).view()).value();
}

Signature64 sign(const crypto::SignatureKey& key, const Bytes& message) {
  const Bytes made = crypto::sign(key.seed.view(), message).value();
  Signature64 signature{};
  std::ranges::copy(made, signature.begin());
  return signature;
}

}  // namespace

Device Device::fresh(Random& random) {
  Device device;
  random.fill(device.id.bytes);
  device.login_key = crypto::make_signature_key(random);
  random.fill(device.share_id.bytes);
  device.share = secret(random);
  device.share_auth = secret(random);
  return device;
}

wire::Enrolment Device::enrolment(const Key32& challenge) const {
  wire::Enrolment made;
  made.device_id = id;
  std::ranges::copy(login_key.public_key, made.login_key.begin());
  made.proof = sign(login_key, concat({bytes_of("bredvid.v1 enrol"), challenge, id.view(), login_key.public_key}));
  made.share_id = share_id;
  made.share = share.copy();
  made.share_auth = share_auth.copy();
  return made;
}

wire::Login Device::login(RequestId rid, const Key32& challenge) const {
  return {rid, id, sign(login_key, concat({bytes_of("bredvid.v1 login"), challenge, id.view()}))};
}

}  // namespace bredvid::support
