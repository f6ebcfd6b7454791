// One question and one answer as lines of JSON, for control.sock. Both ends are this very program; the reader is
// strict nonetheless, for a half-written line or another version must not be taken for an order.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "server/app/operator_work.h"

namespace bredvid::app {

using ControlOrder = std::variant<SlipOrder, ReleaseOrder>;
using ControlDone = std::variant<SlipDone, ReleaseDone>;
using ControlAnswer = OperatorResult<ControlDone>;

/// Longest line in either direction, its end included.
inline constexpr std::size_t kMaxControlLine = 4096;

[[nodiscard]] std::string encode_order(const ControlOrder& order);
[[nodiscard]] std::string encode_answer(const ControlAnswer& answer);

/// usage for anything that is not exactly one order of this version.
[[nodiscard]] OperatorResult<ControlOrder> decode_order(std::string_view line);
/// The other end's answer; io_failed when it can't be understood.
[[nodiscard]] ControlAnswer decode_answer(std::string_view line);

}  // namespace bredvid::app
