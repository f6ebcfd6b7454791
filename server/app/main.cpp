// bredvid: see command_line.h.
#include <sodium.h>
#include <sys/stat.h>

#include <csignal>
#include <exception>
#include <iostream>

#include "server/app/command_line.h"
#include "server/app/commands.h"
#include "server/app/operator_message.h"

int main(int count, char** words) {
  using namespace bredvid;
  // What we make is for this user alone.
  ::umask(077);
  // A peer that has gone and a file that may not grow are errors to answer, not reasons to die.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  app::block_stop_signals();
  if (sodium_init() < 0) {
    app::print_error({ErrorCode::internal, "libsodium"}, std::cerr);
    return app::exit_code(ErrorCode::internal);
  }
  try {
    return app::run_command_line(count, words, SystemClock(), std::cout, std::cerr);
  } catch (const std::exception&) {
    // A bug or a dead resource. Its text may quote anything, so it is not shown.
    app::print_error({ErrorCode::internal, "unexpected failure"}, std::cerr);
    return app::exit_code(ErrorCode::internal);
  }
}
