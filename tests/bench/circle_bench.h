// The rest of what `./dev bench mls` measures: the primitives below and the circle above the groups.
#pragma once

#include "crypto/base/random.h"

namespace bredvid::bench {

// Each of them alone: with how often a step uses it, this says where the step's time goes.
void primitives(Random& random);

// What a client does for one message, from the text to the sealed state, and how large that state is.
void circles(Random& random);

}  // namespace bredvid::bench
