// What goes on when the disk is full, and what is refused.
//
// A reserve is kept on the disk, so that there is room to write down acknowledgements and deletions when nothing else
// fits any more: they make what waits smaller. While the reserve is not there the disk is low: whatever makes the
// database grow is refused with storage_full, and everything else goes on. Pure; storage/reserve.h carries it out.
#pragma once

#include <cstdint>

#include "server/domain/store.h"

namespace bredvid::domain {

/// Larger lets more acknowledgements be written between two copies of the log; smaller costs a small machine less.
/// It must hold what storage may still have to copy: 4 MiB of the log and one commit.
constexpr std::uint64_t kReserve_bytes = 8ULL * 1024 * 1024;
/// On a small file system the reserve is no more than this part of it: one in sixteen.
constexpr std::uint64_t kReserveOneIn = 16;
/// The reserve is made when so many times its size is free. At 1 the very next message would meet a full disk again,
/// and every one after it; more keeps messages out for longer after the operator has made room.
constexpr std::uint64_t kRoomForReserve = 2;

/// The size of the reserve on a file system of `total` bytes.
[[nodiscard]] std::uint64_t reserve_size(std::uint64_t total);
/// True when there is room to set `size` bytes aside and go on as usual.
[[nodiscard]] bool room_for_reserve(std::uint64_t free, std::uint64_t size);

/// True for what adds more to the database than it takes away. Not among them, so that they go on when the disk is low:
/// every question, acknowledgements, leaving, revoking, tries at a share and a new share (as long as the old one), and
/// the time's own work: expiry and publishing.
[[nodiscard]] bool grows(const StoreRequest& request);

}  // namespace bredvid::domain
