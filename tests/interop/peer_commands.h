// The commands that the peer understands; tests/interop/README.md lists them.
#pragma once

#include <map>
#include <string>

#include "tests/interop/peer_client.h"

namespace bredvid::interop {

struct Peer {
  Random& random;
  std::map<std::string, Client> clients = {};
};

// Runs one command. A refusal by the library is an error value; a command that makes no sense throws.
[[nodiscard]] Result<Json> run_command(Peer& peer, const Json& command);

}  // namespace bredvid::interop
