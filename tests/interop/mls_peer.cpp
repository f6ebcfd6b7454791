// Our MLS as a program for the interop runs: one JSON object a line on standard input, one a line on standard output.
//   mls_peer SEED
// {"do": "encrypt", "who": "a", ...} is answered by {"ok": {...}} or {"error": "name of the library's error"}.
// For tests only: the randomness repeats with the seed, and secrets are printed.
#include <iostream>

#include "tests/interop/peer_commands.h"
#include "tests/interop/peer_random.h"

namespace {

using bredvid::interop::Json;

Json answer_to(bredvid::interop::Peer& peer, const std::string& line) {
  try {
    const bredvid::Result<Json> answer = run_command(peer, Json::parse(line));
    if (!answer) return {{"error", bredvid::error_name(answer.error())}};
    return {{"ok", *answer}};
  } catch (const std::exception& failure) {
    return {{"broken", failure.what()}};  // the command or the peer is wrong, not the message
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: mls_peer SEED\n";
    return 2;
  }
  bredvid::interop::SeededRandom random(argv[1]);
  bredvid::interop::Peer peer{random};
  std::string line;
  while (std::getline(std::cin, line)) std::cout << answer_to(peer, line).dump() << std::endl;
}
