#include "tests/crash/victim.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace bredvid::crash {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kReady = "Bredvid is ready: https://localhost:";
/// How often we look; a look that comes much later than asked for shows that the machine was busy elsewhere.
constexpr std::chrono::milliseconds kLook{5};

std::string joined(const std::vector<fs::path>& paths) {
  std::string all;
  for (const fs::path& path : paths) all += (all.empty() ? "" : ":") + path.string();
  return all;
}

int code_of(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Nanoseconds in which the process's threads could have run and had to wait for a processor.
std::uint64_t waited_for_cpu_ns(pid_t process) {
  std::uint64_t most = 0;
  std::error_code gone;
  for (const auto& task : fs::directory_iterator("/proc/" + std::to_string(process) + "/task", gone)) {
    std::ifstream in(task.path() / "schedstat");
    std::uint64_t ran = 0;
    std::uint64_t waited = 0;
    // The threads wait for each other: the longest wait of one of them is what the start may have lost at least.
    if (in >> ran >> waited) most = std::max(most, waited);
  }
  return most;
}

}  // namespace

Victim::Victim(fs::path binary, fs::path folder) : binary_(std::move(binary)), folder_(std::move(folder)) {
  fs::create_directories(folder_ / "web");
  std::ofstream(folder_ / "web/index.html") << "<!doctype html><title>Bredvid</title>\n";
}

Victim::~Victim() {
  if (running()) kill();
}

pid_t Victim::fork_off(const std::vector<std::string>& words, const Surroundings& surroundings, int out) {
  // Everything is made before the fork: the child only moves descriptors and executes.
  std::vector<std::string> all{"bredvid"};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> pointers;
  for (std::string& word : all) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const std::string preload = joined(surroundings.preload);
  const fs::path log = folder_ / "log";
  const pid_t child = ::fork();
  if (child != 0) return child;
  const int err = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (err < 0 || ::dup2(err, STDERR_FILENO) < 0 || ::dup2(out >= 0 ? out : err, STDOUT_FILENO) < 0) ::_exit(126);
  if (surroundings.in_child) surroundings.in_child();
  for (const auto& [name, value] : surroundings.environment) ::setenv(name.c_str(), value.c_str(), 1);
  if (!preload.empty()) ::setenv("LD_PRELOAD", preload.c_str(), 1);
  ::execv(binary_.c_str(), pointers.data());
  ::_exit(127);
}

int Victim::run(const std::vector<std::string>& words) {
  const pid_t child = fork_off(words, {}, -1);
  int status = 0;
  return ::waitpid(child, &status, 0) == child ? code_of(status) : -1;
}

void Victim::spawn(const Surroundings& surroundings) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) throw std::runtime_error("no pipe");
  said_.clear();
  began_ = Clock::now();
  child_ = fork_off({"serve", "--data", data().string(), "--web", (folder_ / "web").string()}, surroundings, ends[1]);
  ::close(ends[1]);
  pipe_ = ends[0];
}

bool Victim::wait_ready(std::chrono::milliseconds patience) {
  Milliseconds our_delay{0};
  while (Clock::now() - began_ < patience) {
    pollfd waiting{pipe_, POLLIN, 0};
    const auto asked = Clock::now();
    const int ready = ::poll(&waiting, 1, static_cast<int>(kLook.count()));
    const auto now = Clock::now();
    our_delay += std::max(Milliseconds(0), Milliseconds(now - asked) - kLook);
    if (ready <= 0) continue;
    char buffer[256];
    const ssize_t got = ::read(pipe_, buffer, sizeof buffer);
    if (got <= 0) return false;
    said_.append(buffer, static_cast<std::size_t>(got));
    if (!said_.starts_with(kReady) || said_.back() != '\n') continue;
    port_ = static_cast<std::uint16_t>(std::stoi(said_.substr(kReady.size())));
    start_.wall = now - began_;
    start_.disturbed = std::max(our_delay, Milliseconds(static_cast<double>(waited_for_cpu_ns(child_)) / 1e6));
    close_pipe();
    return true;
  }
  return false;
}

void Victim::close_pipe() {
  if (pipe_ >= 0) ::close(pipe_);
  pipe_ = -1;
}

void Victim::kill() {
  ::kill(child_, SIGKILL);
  int status = 0;
  ::waitpid(child_, &status, 0);
  child_ = -1;
  close_pipe();
}

int Victim::finish(std::chrono::milliseconds patience) {
  const auto deadline = Clock::now() + patience;
  int status = 0;
  while (::waitpid(child_, &status, WNOHANG) != child_) {
    if (Clock::now() > deadline) return -1;
    std::this_thread::sleep_for(kLook);
  }
  child_ = -1;
  close_pipe();
  return code_of(status);
}

int Victim::stop() {
  ::kill(child_, SIGTERM);
  return finish();
}

std::string Victim::log() const {
  std::ifstream in(folder_ / "log", std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace bredvid::crash
