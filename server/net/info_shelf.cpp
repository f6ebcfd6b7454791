#include "server/net/info_shelf.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <utility>

#include "server/base/log.h"

namespace bredvid::net {
namespace {

constexpr int kLookEvery_ms = 60'000;
/// An editor writes in several steps, and a copied folder comes file by file.
constexpr int kQuiet_ms = 200;

/// What the operator put there, said back to the operator; nothing about readers.
void say(const InfoPages& pages) {
  for (const InfoProblem& one : pages.problems())
    log::operator_note(log::Level::warning, "information page left out: " + one.file + " " + one.why);
  log::operator_note(log::Level::info, "information pages: " + std::to_string(pages.count()));
}

}  // namespace

InfoShelf::InfoShelf(InfoSource source)
    : source_(std::move(source)),
      pages_(std::make_shared<const InfoPages>(InfoPages::load(source_))),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

InfoShelf::~InfoShelf() {
  stop();
  ::close(wake_);
}

void InfoShelf::start() {
  if (source_.folder.empty()) return;
  say(*current());
  watch();
  thread_ = std::thread([this] { run(); });
}

void InfoShelf::look_now() {
  static_cast<void>(::eventfd_write(wake_, 1));
}

void InfoShelf::stop() {
  stopping_ = true;
  look_now();
  if (thread_.joinable()) thread_.join();
}

void InfoShelf::watch() {
  // A path's folder is what is watched: the name behind it only says which.
  std::vector<std::filesystem::path> inside{source_.folder};
  for (const auto& folder : current()->folders()) inside.push_back(folder / "page");
  folders_.watch(inside);
}

void InfoShelf::run() {
  // A change between the first reading and the watch's beginning would be seen by nobody: look once.
  look();
  while (!stopping_) {
    pollfd waiting[2] = {{wake_, POLLIN, 0}, {folders_.descriptor(), POLLIN, 0}};
    ::poll(waiting, 2, kLookEvery_ms);
    eventfd_t ignored = 0;
    const bool asked = ::eventfd_read(wake_, &ignored) == 0;
    if (stopping_) return;
    if (folders_.drain() && !asked) ::poll(waiting, 1, kQuiet_ms);
    folders_.drain();
    look();
  }
}

void InfoShelf::look() {
  auto next = std::make_shared<const InfoPages>(InfoPages::load(source_));
  if (next->same_as(*current())) return;
  pages_.store(next);
  watch();
  // A folder that has come in between holds files that no event tells of.
  auto again = std::make_shared<const InfoPages>(InfoPages::load(source_));
  if (!again->same_as(*next)) pages_.store(again);
  say(*current());
}

}  // namespace bredvid::net
