// A device's own keys and the two proofs that it gives: enrolling and logging in.
#pragma once

#include "crypto/base/random.h"
#include "crypto/primitives/signature.h"
#include "server/wire/frames.h"

namespace bredvid::support {

struct Device {
  DeviceId id;
  crypto::SignatureKey login_key;
  ShareId share_id;
  Secret32 share;
  Secret32 share_auth;

  [[nodiscard]] static Device fresh(Random& random);
  [[nodiscard]] wire::Enrolment enrolment(const Key32& challenge) const;
  [[nodiscard]] wire::Login login(RequestId rid, const Key32& challenge) const;
};

}  // namespace bredvid::support
