// A disk under SQLite whose calls are numbered and of which any can be made to fail, once or from then on. In this
// process, registered as the default while it lives; one at a time.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string>
#include <vector>

namespace bredvid::crash {

enum class Fault : std::uint8_t {
  /// the call fails as a broken device makes it fail
  io_error,
  /// there is no room: writes, longer files, and shared memory
  full,
  /// half of it is written and then there is no room; half of it is read
  half,
};
constexpr Fault kFaults[] = {Fault::io_error, Fault::full, Fault::half};
[[nodiscard]] const char* name_of(Fault fault);

enum class Call : std::uint8_t { open, read, write, truncate, sync, size, lock, shm_map, shm_lock, remove, exists };
[[nodiscard]] const char* name_of(Call call);
/// Whether this fault is something that can happen to that call.
[[nodiscard]] bool fits(Fault fault, Call call);

class FaultyDisk {
 public:
  FaultyDisk();
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  /// Call `number` from now on (from 0) fails, if the fault fits it; with `for_ever` also every later one that it fits.
  void arm(std::uint64_t number, Fault fault, bool for_ever);
  /// Nothing fails, and calls are counted from 0.
  void heal();
  /// The calls since the last arm() or heal(), in order.
  [[nodiscard]] std::vector<Call> calls() const;
  /// How many calls failed.
  [[nodiscard]] std::uint64_t struck() const;

 private:
  sqlite3_vfs* real_;
  sqlite3_vfs vfs_;
};

}  // namespace bredvid::crash
