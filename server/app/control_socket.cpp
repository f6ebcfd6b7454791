#include "server/app/control_socket.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace bredvid::app {
namespace {

constexpr const char* kName = "control.sock";
// A command that says nothing must not keep the next one waiting; publishing a large span takes a moment.
constexpr int kOrderTimeout_s = 5;
constexpr int kAnswerTimeout_s = 60;

/// A socket's path may have 107 bytes, a data folder's may have more: so the folder is named by its descriptor.
sockaddr_un address_in(int folder) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::snprintf(address.sun_path, sizeof address.sun_path, "/proc/self/fd/%d/%s", folder, kName);
  return address;
}

void set_timeout(int socket, int seconds) {
  const timeval time{seconds, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
}

bool write_line(int socket, std::string_view line) {
  while (!line.empty()) {
    const ssize_t written = ::send(socket, line.data(), line.size(), MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    line.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// One line without its end; nothing when the peer is silent, gone, or says too much.
std::optional<std::string> read_line(int socket) {
  std::string line;
  while (line.size() < kMaxControlLine) {
    char buffer[512];
    const ssize_t size = ::recv(socket, buffer, sizeof buffer, 0);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return std::nullopt;
    line.append(buffer, static_cast<std::size_t>(size));
    if (line.back() == '\n') {
      line.pop_back();
      return line;
    }
  }
  return std::nullopt;
}

}  // namespace

OperatorResult<std::unique_ptr<ControlListener>> ControlListener::open(const DataFolder& folder, Handler handler) {
  const std::string subject = (folder.root / kName).string();
  const int directory = ::open(folder.root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const auto give_up = [&]() -> OperatorResult<std::unique_ptr<ControlListener>> {
    if (directory >= 0) ::close(directory);
    if (socket >= 0) ::close(socket);
    return operator_fail(ErrorCode::io_failed, subject);
  };
  if (directory < 0 || socket < 0) return give_up();
  ::unlinkat(directory, kName, 0);
  const sockaddr_un address = address_in(directory);
  // Created with 0600 at once: between bind and chmod somebody else could connect.
  const mode_t before = ::umask(0177);
  const int bound = ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  ::umask(before);
  if (bound != 0 || ::listen(socket, 8) != 0) return give_up();
  return std::make_unique<ControlListener>(directory, socket, std::move(handler));
}

ControlListener::ControlListener(int folder_descriptor, int socket, Handler handler)
    : folder_(folder_descriptor), socket_(socket), wake_(::eventfd(0, EFD_CLOEXEC)), handler_(std::move(handler)) {
  thread_ = std::thread([this] { run(); });
}

ControlListener::~ControlListener() {
  const std::uint64_t one = 1;
  if (::write(wake_, &one, sizeof one) == sizeof one) thread_.join();
  ::unlinkat(folder_, kName, 0);
  ::close(socket_);
  ::close(wake_);
  ::close(folder_);
}

void ControlListener::run() {
  for (;;) {
    pollfd waiting[2] = {{socket_, POLLIN, 0}, {wake_, POLLIN, 0}};
    if (::poll(waiting, 2, -1) < 0 && errno != EINTR) return;
    if (waiting[1].revents != 0) return;
    if (waiting[0].revents == 0) continue;
    const int connection = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    answer_one(connection);
    ::close(connection);
  }
}

void ControlListener::answer_one(int connection) {
  set_timeout(connection, kOrderTimeout_s);
  const auto line = read_line(connection);
  if (!line) return;
  auto order = decode_order(*line);
  const ControlAnswer answer = order ? handler_(*std::move(order)) : ControlAnswer(std::unexpected(order.error()));
  // The command may be gone; what it ordered has been done all the same.
  static_cast<void>(write_line(connection, encode_answer(answer)));
}

std::optional<ControlAnswer> send_order(const DataFolder& folder, const ControlOrder& order) {
  const int directory = ::open(folder.root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) return std::nullopt;
  const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_un address = address_in(directory);
  const bool connected =
      socket >= 0 && ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  std::optional<ControlAnswer> answer;
  if (connected) {
    set_timeout(socket, kAnswerTimeout_s);
    std::optional<std::string> line;
    if (write_line(socket, encode_order(order))) line = read_line(socket);
    answer = line ? decode_answer(*line)
                  : ControlAnswer(operator_fail(ErrorCode::io_failed, "the server did not answer on control.sock"));
  }
  if (socket >= 0) ::close(socket);
  ::close(directory);
  return answer;
}

bool somebody_listens(const DataFolder& folder) {
  const int directory = ::open(folder.root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) return false;
  const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_un address = address_in(directory);
  const bool connected =
      socket >= 0 && ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  if (socket >= 0) ::close(socket);
  ::close(directory);
  return connected;
}

}  // namespace bredvid::app
