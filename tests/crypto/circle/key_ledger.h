// Every encryption of this program, written down: which key and nonce was used for which plaintext, and which message
// keys have left a device.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "crypto/base/bytes.h"

namespace bredvid::ledger {

// Starts from nothing. Only what happens between two calls is counted together.
void open();

struct Count {
  std::size_t encryptions = 0;
  std::size_t messages_left = 0;
  // A key and nonce for two plaintexts or two sets of additional data.
  std::size_t pairs_used_twice = 0;
  // A message key, whatever the nonce, for two ciphertexts that have both left a device: the reuse guard of RFC 9420
  // 6.3.1 makes the nonces differ most of the time, which is luck and not a rule.
  std::size_t keys_left_twice = 0;
};
[[nodiscard]] Count count();

}  // namespace bredvid::ledger
