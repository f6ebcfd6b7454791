// libFuzzer's way in.
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  bredvid::fuzz::run({data, size});
  return 0;
}
