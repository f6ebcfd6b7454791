// The command line of `bredvid`: parses, runs one command, prints its error. README.md has the grammar.
#pragma once

#include <iosfwd>

#include "server/app/commands.h"
#include "server/base/clock.h"

namespace bredvid::app {

/// The exit code: 0, or the number of the error. `out` and `err` are the process's own, or a test's; `clock` and
/// `pause` go together.
[[nodiscard]] int run_command_line(int count, const char* const* words, const Clock& clock, std::ostream& out,
                                   std::ostream& err, const Pause& pause = pause_for_signals);

}  // namespace bredvid::app
