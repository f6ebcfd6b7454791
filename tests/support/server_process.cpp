#include "tests/support/server_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

namespace bredvid::support {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kStep{5};
constexpr std::chrono::milliseconds kStartPatience{20000};
constexpr std::chrono::milliseconds kCommandPatience{30000};
constexpr std::string_view kReady = "Bredvid is ready: https://localhost:";

void redirect(int target, const fs::path& file) {
  const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (opened < 0 || ::dup2(opened, target) < 0) ::_exit(126);
}

pid_t spawn(const fs::path& binary, const std::vector<std::string>& words, const fs::path& out, const fs::path& err,
            const ProcessOptions& options) {
  std::fflush(nullptr);  // else the child would say again what we have not written out yet
  const pid_t child = ::fork();
  if (child != 0) return child;
  redirect(STDOUT_FILENO, out);
  redirect(STDERR_FILENO, err);
  if (options.before) options.before();
  std::vector<std::string> all{"bredvid"};
  all.insert(all.end(), words.begin(), words.end());
  if (options.instead) {
    const int code = options.instead(all);
    ::_exit(code);
  }
  std::vector<char*> pointers;
  for (std::string& word : all) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  ::execv(binary.c_str(), pointers.data());
  ::_exit(127);
}

std::optional<int> wait_for(pid_t child, std::chrono::milliseconds patience) {
  const auto deadline = Clock::now() + patience;
  for (;;) {
    int status = 0;
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (ended < 0 || Clock::now() > deadline) return std::nullopt;
    std::this_thread::sleep_for(kStep);
  }
}

int wait_or_kill(pid_t child, std::chrono::milliseconds patience) {
  if (const auto code = wait_for(child, patience)) return *code;
  ::kill(child, SIGKILL);
  static_cast<void>(wait_for(child, patience));
  return 128 + SIGKILL;
}

}  // namespace

std::string read_whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void write_whole(const fs::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

ServerProcess::ServerProcess(fs::path binary) : binary_(std::move(binary)) {
  fs::create_directory(web());
  write_whole(web() / "index.html", "<!doctype html><title>Bredvid</title>\n");
}

ServerProcess::~ServerProcess() {
  if (child_ > 0) stop(SIGKILL);
}

CommandResult ServerProcess::run(const std::vector<std::string>& words, const ProcessOptions& options) const {
  const TemporaryFolder streams;
  const fs::path out = streams.path() / "out";
  const fs::path err = streams.path() / "err";
  const pid_t child = spawn(binary_, words, out, err, options);
  const int code = wait_or_kill(child, kCommandPatience);
  return {code, read_whole(out), read_whole(err)};
}

std::vector<std::string> ServerProcess::init_words(const std::string& extra) const {
  auto config = nlohmann::json::parse(R"({
    "organisations": [ { "kind": "municipality", "name": "Krisstödet", "hours": "8-17" },
                       { "kind": "association", "name": "Föreningen", "hours": "18-21" } ],
    "undo_s": 0, "listen": { "address": "127.0.0.1", "port": 0 } })");
  config.update(nlohmann::json::parse(extra));
  write_whole(folder_.path() / "config.json", config.dump());
  return {"init", "--data", data().string(), "--config", (folder_.path() / "config.json").string()};
}

CommandResult ServerProcess::init(const std::string& extra) const {
  std::vector<std::string> words = init_words(extra);
  words.emplace_back("--dev-cert");
  return run(words);
}

CommandResult ServerProcess::init_without_certificate(const std::string& extra) const {
  return run(init_words(extra));
}

bool ServerProcess::start(const ProcessOptions& options) {
  const fs::path out = folder_.path() / "out";
  fs::remove(out);
  child_ = spawn(binary_, {"serve", "--data", data().string(), "--web", web().string()}, out, folder_.path() / "log",
                 options);
  const auto deadline = Clock::now() + kStartPatience;
  while (Clock::now() < deadline) {
    const std::string said = read_whole(out);
    if (said.starts_with("Bredvid is ready: ") && said.back() == '\n') {
      // 0: it listens for a proxy only.
      port_ = !said.starts_with(kReady) ? std::uint16_t{0}
                                        : static_cast<std::uint16_t>(std::stoi(said.substr(kReady.size())));
      return true;
    }
    siginfo_t ended{};
    if (::waitid(P_PID, static_cast<id_t>(child_), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_pid == child_)
      return false;
    std::this_thread::sleep_for(kStep);
  }
  return false;
}

int ServerProcess::stop(int signal) {
  ::kill(child_, signal);
  return finish().exit_code;
}

CommandResult ServerProcess::finish(std::chrono::milliseconds patience) {
  const int code = wait_or_kill(child_, patience);
  child_ = -1;
  return {code, read_whole(folder_.path() / "out"), log()};
}

std::string ServerProcess::staff_slip(const std::string& role, const std::string& org,
                                      const std::vector<std::string>& more) const {
  std::vector<std::string> words{"slip", "--data", data().string(), "--role", role, "--org", org, "--json"};
  words.insert(words.end(), more.begin(), more.end());
  const CommandResult made = run(words);
  if (made.exit_code != 0) throw std::runtime_error("bredvid slip: " + made.err);
  return nlohmann::json::parse(made.out).at("text").get<std::string>();
}

std::uint16_t ServerProcess::noted_port(const std::string& note) const {
  const std::string said = log();
  const std::size_t at = said.rfind(note);
  return at == std::string::npos ? std::uint16_t{0}
                                 : static_cast<std::uint16_t>(std::atoi(said.c_str() + at + note.size()));
}

ConnectOptions ServerProcess::connect_options() const {
  ConnectOptions options;
  options.port = port_;
  options.certificate = data() / "cert.pem";
  return options;
}

std::string ServerProcess::log() const {
  return read_whole(folder_.path() / "log");
}

}  // namespace bredvid::support
