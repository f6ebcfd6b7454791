// Seeds for the fuzzers, made by our own code from real groups.
#pragma once

#include <string>

#include "crypto/base/bytes.h"

namespace bredvid::fuzz {

// Writes one seed for this fuzzer; its name is its content's hash, so that the same seed is one file.
void seed(const std::string& fuzzer, ByteView bytes);

void write_mls_seeds();
void write_circle_seeds();

}  // namespace bredvid::fuzz
