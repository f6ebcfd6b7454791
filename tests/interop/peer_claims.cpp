#include "tests/interop/peer_claims.h"

#include "crypto/mls/types.h"

namespace {
bool x509_claimed = false;
}

namespace bredvid::interop {

void claim_x509(bool claimed) {
  x509_claimed = claimed;
}

// The linker's --wrap sends the library's calls of own_capabilities() to the first name and gives the real one the
// second.
mls::Capabilities wrapped_capabilities() asm("__wrap__ZN7bredvid3mls16own_capabilitiesEv");
mls::Capabilities real_capabilities() asm("__real__ZN7bredvid3mls16own_capabilitiesEv");

mls::Capabilities wrapped_capabilities() {
  mls::Capabilities said = real_capabilities();
  if (x509_claimed) said.credentials.push_back(mls::Credential::kX509);
  return said;
}

}  // namespace bredvid::interop
