// The circle above the groups.
#pragma once

#include "crypto/base/random.h"

namespace bredvid::bench {

// What a client does for one message, from the text to the sealed state, and how large that state is.
void circles(Random& random);

}  // namespace bredvid::bench
