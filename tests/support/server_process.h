// The real binary as a child process, in a data folder of its own.
//
// POSIX only. One thread. The destructor kills what still runs and removes the folder.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"
#include "tests/support/wire_client.h"

namespace bredvid::support {

struct CommandResult {
  int exit_code = -1;  ///< 128 + signal when it was killed by one
  std::string out;
  std::string err;
};

struct ProcessOptions {
  /// Runs in the child before the program: limits, mounts, another current folder.
  std::function<void()> before;
  /// Instead of executing the binary: what the child runs, for example the command line with another clock.
  std::function<int(const std::vector<std::string>& words)> instead;
};

class ServerProcess {
 public:
  /// `binary`: build/native/server/bredvid. `web`: a built client, or none: a page of one line is made.
  explicit ServerProcess(std::filesystem::path binary);
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  /// Runs `bredvid words...` to its end.
  [[nodiscard]] CommandResult run(const std::vector<std::string>& words, const ProcessOptions& options = {}) const;
  /// `bredvid init` with two organisations and undo_s 0; `extra` is merged over the configuration (JSON object text).
  [[nodiscard]] CommandResult init(const std::string& extra = "{}") const;
  /// The same for a server whose certificate is elsewhere, or that needs none.
  [[nodiscard]] CommandResult init_without_certificate(const std::string& extra) const;
  /// Starts `serve` on a free port and waits for its ready line. False: it ended; see finish().
  [[nodiscard]] bool start(const ProcessOptions& options = {});
  /// Sends the signal and waits. The exit code as in CommandResult.
  int stop(int signal);
  /// Waits for an end that comes by itself.
  [[nodiscard]] CommandResult finish(std::chrono::milliseconds patience = std::chrono::milliseconds(10000));

  /// The link's text of a fresh staff slip.
  [[nodiscard]] std::string staff_slip(const std::string& role, const std::string& org,
                                       const std::vector<std::string>& more = {}) const;

  [[nodiscard]] bool running() const { return child_ > 0; }
  [[nodiscard]] pid_t pid() const { return child_; }
  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// The number that the server's log says behind `note`, for example "metrics on port "; 0: it does not.
  [[nodiscard]] std::uint16_t noted_port(const std::string& note) const;
  [[nodiscard]] ConnectOptions connect_options() const;
  [[nodiscard]] std::filesystem::path data() const { return folder_.path() / "data"; }
  [[nodiscard]] std::filesystem::path web() const { return folder_.path() / "web"; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
  /// What all servers of this object have said on stderr.
  [[nodiscard]] std::string log() const;
  [[nodiscard]] const std::filesystem::path& binary() const { return binary_; }

 private:
  [[nodiscard]] std::vector<std::string> init_words(const std::string& extra) const;

  std::filesystem::path binary_;
  TemporaryFolder folder_;
  pid_t child_ = -1;
  std::uint16_t port_ = 0;
};

[[nodiscard]] std::string read_whole(const std::filesystem::path& path);
void write_whole(const std::filesystem::path& path, const std::string& content);

}  // namespace bredvid::support
