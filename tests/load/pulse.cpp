#include "tests/load/pulse.h"

#include <algorithm>
#include <cstring>

#include "tests/load/person.h"
#include "tests/load/quantile.h"

namespace bredvid::load {
namespace {

constexpr std::chrono::seconds kPatience{20};
constexpr std::chrono::milliseconds kNap{10};
constexpr std::chrono::seconds kMostBehind{1};

}  // namespace

Latencies latencies_of(std::vector<std::int64_t> took_ns) {
  std::ranges::sort(took_ns);
  return {took_ns.size(), quantile_us(took_ns, 0.50), quantile_us(took_ns, 0.99), quantile_us(took_ns, 1.0)};
}

Pulse::Pulse(World& world, const Pair& pair, std::size_t rate_per_s)
    : thread_([this, &world, &pair, rate_per_s] { talk(world, pair, rate_per_s); }) {
  const auto deadline = Clock::now() + kPatience;
  while (!ready_ && Clock::now() < deadline) std::this_thread::sleep_for(kNap);
  if (ready_) return;
  stop_ = true;
  thread_.join();
  throw std::runtime_error("the honest pair could not log in");
}

Pulse::~Pulse() {
  stop_ = true;
  if (thread_.joinable()) thread_.join();
}

Latencies Pulse::take() {
  const std::scoped_lock lock(mutex_);
  std::vector<std::int64_t> took = std::exchange(took_ns_, {});
  const auto now = Clock::now();
  for (const auto& due : due_) took.push_back((now - due).count());
  return latencies_of(std::move(took));
}

Latencies Pulse::after(std::chrono::milliseconds time) {
  static_cast<void>(take());
  std::this_thread::sleep_for(time);
  return take();
}

std::string Pulse::finish() {
  stop_ = true;
  thread_.join();
  return wrong_;
}

void Pulse::talk(World& world, const Pair& pair, std::size_t rate_per_s) {
  Loop loop;
  const TlsContext tls = client_tls();
  Person supporter(loop, tls.get(), world.server().port(), pair.supporter);
  Person parent(loop, tls.get(), world.server().port(), pair.parent);
  supporter.acknowledge_every(8);
  std::uint64_t received = 0;
  parent.on_envelope([&](const wire::Envelope& envelope) {
    if (envelope.kind != wire::EnvelopeKind::message) return;
    std::uint64_t tag = 0;
    std::memcpy(&tag, envelope.blob.data(), sizeof tag);
    const std::scoped_lock lock(mutex_);
    if (tag != received++) wrong_ = "a message was lost, doubled or out of order";
    if (due_.empty()) return;
    took_ns_.push_back((Clock::now() - due_.front()).count());
    due_.erase(due_.begin());
  });
  if (!loop.run_until([&] { return stop_ || (supporter.active() && parent.active()); }, kPatience) || stop_) return;
  ready_ = true;
  const std::chrono::nanoseconds step(1'000'000'000 / rate_per_s);
  auto next = Clock::now() + step;
  std::uint64_t sent = 0;
  while (!stop_) {
    for (auto now = Clock::now(); now < next; now = Clock::now())
      loop.turn(std::chrono::duration_cast<std::chrono::microseconds>(next - now));
    {
      const std::scoped_lock lock(mutex_);
      due_.push_back(next);  // from when it was due: who falls behind must not hide the waiting
      if (supporter.failed() || parent.failed()) wrong_ = "the honest pair was refused or cut off";
    }
    if (supporter.failed() || parent.failed()) return;
    supporter.say(pair.circle, pair.epoch, sent++);
    // A machine that stood still for half a minute owes no burst of 1,500 messages, which the server would rightly
    // refuse.
    next = std::max(next + step, Clock::now() - kMostBehind);
  }
  if (!loop.run_until([&] { return (received >= sent && supporter.stored() >= sent) || parent.failed(); }, kPatience) &&
      wrong_.empty())
    wrong_ = received < sent ? "not everything was delivered" : "not everything was stored";
}

}  // namespace bredvid::load
