// control.sock in the data folder: how `bredvid slip` and `bredvid release` reach the server that has the folder.
//
// A Unix socket with mode 0600, one order a connection. The listener runs on its own thread and answers one order
// after the other; an order blocks nobody but the next order.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <thread>

#include "server/app/control_codec.h"
#include "server/app/data_folder.h"

namespace bredvid::app {

class ControlListener {
 public:
  using Handler = std::function<ControlAnswer(ControlOrder)>;

  /// REQUIRES: the folder's lock is held (a socket left by a killed server is replaced). io_failed.
  [[nodiscard]] static OperatorResult<std::unique_ptr<ControlListener>> open(const DataFolder& folder, Handler handler);

  ControlListener(int folder_descriptor, int socket, Handler handler);
  /// Waits for the order under way and removes the socket.
  ~ControlListener();
  ControlListener(const ControlListener&) = delete;
  ControlListener& operator=(const ControlListener&) = delete;

 private:
  void run();
  void answer_one(int connection);

  int folder_;
  int socket_;
  int wake_;  // an eventfd: ends run()
  Handler handler_;
  std::thread thread_;
};

/// Sends one order to the server of this folder. nullopt: nobody listens (yet, or any more).
[[nodiscard]] std::optional<ControlAnswer> send_order(const DataFolder& folder, const ControlOrder& order);

/// Whether a server listens there. It hears a connection that says nothing, and goes on.
[[nodiscard]] bool somebody_listens(const DataFolder& folder);

}  // namespace bredvid::app
