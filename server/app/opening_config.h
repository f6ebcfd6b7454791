// The part of config.json that says when an organisation answers: opening, answer_within_hours, closed_eves and
// closed_days. Documented in server/app/README.md.
#pragma once

#include "server/app/json_fields.h"
#include "server/wire/frames.h"

namespace bredvid::app {

/// Asks `organisation` for these fields; each may be missing. Throws Mistake.
[[nodiscard]] wire::Opening read_opening(Fields& organisation);

}  // namespace bredvid::app
