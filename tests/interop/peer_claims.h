// What the peer says of itself beyond what the product says. For tests only.
#pragma once

namespace bredvid::interop {

// Groups of @wireapp/core-crypto require that every leaf lists x509 credentials, although nobody in them has one.
// We understand none and don't claim to; with this, leaves made from now on do, so that the peer may join such groups.
void claim_x509(bool claimed);

}  // namespace bredvid::interop
