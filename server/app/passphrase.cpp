#include "server/app/passphrase.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <map>
#include <mutex>

#include "server/app/files.h"

namespace bredvid::app {
namespace {

/// Turns the terminal's echo off for as long as it lives.
class Silence {
 public:
  explicit Silence(int terminal) : terminal_(terminal), silenced_(::tcgetattr(terminal, &before_) == 0) {
    if (!silenced_) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    quiet.c_lflag |= ECHONL;
    silenced_ = ::tcsetattr(terminal_, TCSAFLUSH, &quiet) == 0;
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;
  ~Silence() {
    if (silenced_) ::tcsetattr(terminal_, TCSAFLUSH, &before_);
  }
  [[nodiscard]] bool silenced() const { return silenced_; }

 private:
  int terminal_;
  termios before_{};
  bool silenced_;
};

OperatorResult<SecretBytes> read_line(int descriptor, const std::string& subject) {
  // Of its full size from the beginning: a buffer that grows leaves copies behind.
  SecretBytes buffer(kMaxPassphraseBytes + 1);
  std::size_t size = 0;
  while (size < buffer.size()) {
    std::uint8_t* next = buffer.mutable_view().data() + size;
    const ssize_t got = ::read(descriptor, next, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return operator_fail(ErrorCode::passphrase_bad, subject);
    if (got == 0 || *next == '\n') break;
    ++size;
  }
  if (size < kMinPassphraseBytes || size > kMaxPassphraseBytes) {
    return operator_fail(ErrorCode::passphrase_bad, subject + ": at least " + std::to_string(kMinPassphraseBytes) +
                                                        " and at most " + std::to_string(kMaxPassphraseBytes) +
                                                        " bytes in one line");
  }
  return SecretBytes(buffer.view().first(size));
}

}  // namespace

OperatorResult<SecretBytes> passphrase_from(int descriptor) {
  static std::mutex mutex;
  static std::map<int, SecretBytes> known;
  const std::scoped_lock lock(mutex);
  if (const auto found = known.find(descriptor); found != known.end()) return found->second.clone();
  auto read = read_line(descriptor, "descriptor " + std::to_string(descriptor));
  if (!read) return read;
  known.emplace(descriptor, read->clone());
  return read;
}

OperatorResult<SecretBytes> ask_passphrase(std::string_view prompt) {
  const File terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
  if (!terminal.ok()) return operator_fail(ErrorCode::passphrase_bad, "there is no terminal to ask on");
  const Silence silence(terminal.number());
  if (!silence.silenced()) return operator_fail(ErrorCode::passphrase_bad, "the terminal's echo can't be turned off");
  if (::write(terminal.number(), prompt.data(), prompt.size()) < 0)
    return operator_fail(ErrorCode::passphrase_bad, "the terminal");
  return read_line(terminal.number(), "the terminal");
}

OperatorResult<SecretBytes> ask_new_passphrase() {
  auto first = ask_passphrase("New passphrase for the database: ");
  if (!first) return first;
  const auto second = ask_passphrase("Once more: ");
  if (!second) return std::unexpected(second.error());
  if (!equal_constant_time(*first, *second))
    return operator_fail(ErrorCode::passphrase_bad, "the two were not the same");
  return first;
}

}  // namespace bredvid::app
