// Carries an operator's order out, wherever the database is open: in the server that has the folder, or here.
#pragma once

#include "server/app/control_codec.h"
#include "server/app/data_folder.h"
#include "server/base/clock.h"

namespace bredvid::app {

/// Errors: those of the order; data_missing, the key's and the database's; data_in_use when the folder's owner does
/// not answer within five seconds.
[[nodiscard]] ControlAnswer reach(const DataFolder& data, const Config& config, ControlOrder order, const Clock& clock);

}  // namespace bredvid::app
