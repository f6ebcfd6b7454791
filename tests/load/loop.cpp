#include "tests/load/loop.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace bredvid::load {
namespace {

constexpr int kEventsAtOnce = 256;
constexpr std::chrono::milliseconds kRound{20};

void control(int epoll, int operation, int descriptor, Watched& watched, std::uint32_t events) {
  epoll_event event{};
  event.events = events;
  event.data.ptr = &watched;
  if (::epoll_ctl(epoll, operation, descriptor, &event) != 0) throw std::runtime_error("epoll_ctl");
}

}  // namespace

Loop::Loop() : epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
  if (epoll_ < 0) throw std::runtime_error("epoll_create1");
}
Loop::~Loop() {
  ::close(epoll_);
}
void Loop::add(int descriptor, Watched& watched, std::uint32_t events) {
  control(epoll_, EPOLL_CTL_ADD, descriptor, watched, events);
}
void Loop::change(int descriptor, Watched& watched, std::uint32_t events) {
  control(epoll_, EPOLL_CTL_MOD, descriptor, watched, events);
}
void Loop::remove(int descriptor) {
  ::epoll_ctl(epoll_, EPOLL_CTL_DEL, descriptor, nullptr);
}

void Loop::turn(std::chrono::microseconds wait) {
  std::array<epoll_event, kEventsAtOnce> events;
  timespec limit{wait.count() / 1'000'000, (wait.count() % 1'000'000) * 1000};
  const int count = ::epoll_pwait2(epoll_, events.data(), kEventsAtOnce, &limit, nullptr);
  for (int i = 0; i < count; ++i) {
    static_cast<Watched*>(events[static_cast<std::size_t>(i)].data.ptr)
        ->on_ready(events[static_cast<std::size_t>(i)].events);
  }
}

bool Loop::run_until(const std::function<bool()>& done, std::chrono::milliseconds patience) {
  const auto deadline = Clock::now() + patience;
  while (!done()) {
    if (Clock::now() > deadline) return false;
    turn(kRound);
  }
  return true;
}

}  // namespace bredvid::load
