// Assignments, for the other aggregates' files. Internal to storage/.
#pragma once

#include "server/storage/context.h"

namespace bredvid::storage {

/// Forgets what ended longer ago than it is kept; how many.
std::uint64_t delete_old_assignments(Context& c, Day today);

}  // namespace bredvid::storage
