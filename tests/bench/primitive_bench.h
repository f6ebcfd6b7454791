// Libsodium's calls alone. With how often a step makes them (mls_counts.cpp), this says where the step's time goes.
#pragma once

namespace bredvid::bench {

// The names are those that mls_counts.cpp counts under. REQUIRES sodium_init (crypto::SystemRandom).
void primitives();

}  // namespace bredvid::bench
