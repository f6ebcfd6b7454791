// The server's log: levels and structured fields, to stderr. It cannot take user data.
//
// An entry is a fixed event name and fields; a field is a number or an error code. There is no way to pass a free
// text, a name, an address, an id or a frame: what cannot be written down is not kept (DESIGN 3, promise 3). Not even
// a shortened id: four bytes of it are enough to find a row in a small database, and lines with a time beside them
// would be the diary that nobody keeps. For the same reason no line is written for what one person does, at any
// level. The two exceptions, a file's path and a port of the server's own, exist for the operator's start-up messages
// and go through `operator_note`. Thread-safe.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <variant>

#include "server/base/failure.h"
#include "server/base/literal.h"

namespace bredvid::log {

enum class Level : std::uint8_t { debug, info, warning, error };

struct Field {
  Literal key;
  std::variant<std::int64_t, std::uint64_t, ErrorCode> value;
};

/// REQUIRES: `event` has no spaces, for example "commit_failed". More than thirty of one kind in a minute are left out
/// and counted (log_limit.h).
void write(Level level, Literal event, std::initializer_list<Field> fields = {});

/// Start-up, shutdown and what an operator asked for: what the operator typed or configured, said back.
void operator_note(Level level, std::string_view sentence);

/// Entries below this are dropped; info at the start.
void set_level(Level level);

/// Where entries go, for tests; nullptr: stderr again. Not while others write.
void set_sink(void (*sink)(std::string_view line));

}  // namespace bredvid::log
