// The one town of a test run, made when it is first asked for.
#pragma once

#include "tests/crash/town.h"

namespace bredvid::crash {

inline const Town& the_town() {
  static const ScratchFolder folder;
  static const Town town = make_town(BREDVID_BINARY, folder.path());
  return town;
}

}  // namespace bredvid::crash
