#include "server/app/reach.h"

#include <chrono>
#include <thread>

#include "server/app/commands.h"
#include "server/app/control_socket.h"

namespace bredvid::app {
namespace {

// A server that is starting or stopping holds the lock and does not listen; that passes within moments.
constexpr int kTries = 50;
constexpr std::chrono::milliseconds kPause{100};

ControlAnswer carry_out(domain::Store& store, ControlOrder order, const Clock& clock) {
  if (auto* slip = std::get_if<SlipOrder>(&order)) return register_slip(store, clock, std::move(*slip));
  return publish(store, clock, std::get<ReleaseOrder>(order));
}

ControlAnswer carry_out_here(const DataFolder& data, const Config& config, ControlOrder order, const Clock& clock) {
  auto store = open_database(data, config, storage::OpenMode::existing);
  if (!store) return std::unexpected(store.error());
  ControlAnswer answer = carry_out(**store, std::move(order), clock);
  (*store)->close();
  return answer;
}

}  // namespace

ControlAnswer reach(const DataFolder& data, const Config& config, ControlOrder order, const Clock& clock) {
  for (int attempt = 0; attempt < kTries; ++attempt) {
    const auto lock = FolderLock::take(data);
    if (lock) return carry_out_here(data, config, std::move(order), clock);
    if (lock.error().code != ErrorCode::data_in_use) return std::unexpected(lock.error());
    if (auto answer = send_order(data, order)) return *std::move(answer);
    std::this_thread::sleep_for(kPause);
  }
  return operator_fail(ErrorCode::data_in_use, data.root.string() + " (its owner does not answer)");
}

}  // namespace bredvid::app
