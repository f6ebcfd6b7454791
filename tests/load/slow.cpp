// Thousands who are slow on purpose, in five ways, while an honest pair talks. Memory and the pair's waiting are
// bounded.
//
// The server lets go who is slow for too long (ten seconds of a handshake, thirty of a message or of taking nothing),
// and whoever is let go is back at once, by the thousand when their time is over together. So that as many as asked for
// are there at every moment, 15 % more come.
#include <arpa/inet.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "server/wire/limits.h"
#include "tests/load/person.h"
#include "tests/load/pulse.h"
#include "tests/load/scenarios.h"

namespace bredvid::load {
namespace {

constexpr std::size_t kKinds = 5;
constexpr std::array<const char*, kKinds> kNames{"handshake", "half_frame", "never_reads", "fragments", "zero_window"};
enum Kind : std::size_t { kHandshake, kHalfFrame, kNeverReads, kFragments, kZeroWindow };

// The two targets.
constexpr std::uint64_t kMostMemory_bytes = 512ULL * 1024 * 1024;
constexpr double kMostWaiting_us = 250'000;

constexpr std::size_t kHonestRate_per_s = 50;
// People whose mail waits: each of them is on many connections and reads on none.
constexpr std::size_t kFullMailboxes = 20;
constexpr std::size_t kWaitingMessages = 64;
// As small as the system lets it be: the window is closed at once.
constexpr int kTinyWindow_bytes = 2048;
constexpr std::size_t kOpeningAtOnce = 64;
constexpr std::size_t kMorePercent = 15;
// Who takes nothing sees nothing of being cut either: it comes back just before its half minute is over.
constexpr std::chrono::seconds kTakesNothingFor{28};
// Asking for the memory of a process holds up its own asking for memory.
constexpr std::chrono::milliseconds kSample{1000};
constexpr std::chrono::seconds kBefore{3};
constexpr std::chrono::minutes kPatience{2};
// Below the largest message: the server may not refuse it for its size.
constexpr std::size_t kFragmented_bytes = 200 * 1024;
constexpr std::size_t kFragment_bytes = 4096;
// Slow, not a flood: as many as there are of them, a thousand frames a second.
constexpr std::chrono::milliseconds kFragmentEvery{1000};

// A TLS record that says it holds a long ClientHello, and the first bytes of one.
constexpr std::array<std::uint8_t, 11> kBeginningOfHello{0x16, 0x03, 0x01, 0x02, 0x00, 0x01,
                                                         0x00, 0x01, 0xfc, 0x03, 0x03};

class StalledHandshake : public Watched {
 public:
  StalledHandshake(Loop& loop, std::uint16_t port) : loop_(loop) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket_ < 0) throw std::runtime_error("no socket");
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    static_cast<void>(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address));
    loop_.add(socket_, *this, EPOLLOUT | EPOLLIN);
  }
  ~StalledHandshake() override { end(); }
  StalledHandshake(const StalledHandshake&) = delete;
  StalledHandshake& operator=(const StalledHandshake&) = delete;

  [[nodiscard]] bool there() const { return begun_; }
  [[nodiscard]] bool over() const { return socket_ < 0; }

  void on_ready(std::uint32_t events) override {
    if ((events & EPOLLOUT) != 0 && !begun_) {
      begun_ = ::send(socket_, kBeginningOfHello.data(), kBeginningOfHello.size(), MSG_NOSIGNAL) > 0;
      loop_.change(socket_, *this, EPOLLIN);
    }
    std::array<char, 64> buffer;
    if ((events & (EPOLLIN | EPOLLERR | EPOLLHUP)) != 0 && ::recv(socket_, buffer.data(), buffer.size(), 0) <= 0) end();
  }

 private:
  void end() {
    if (socket_ < 0) return;
    loop_.remove(socket_);
    ::close(socket_);
    socket_ = -1;
  }
  Loop& loop_;
  int socket_ = -1;
  bool begun_ = false;
};

// Somebody who is logged in, and from then on slow in one of four ways.
class SlowMember {
 public:
  SlowMember(Loop& loop, SSL_CTX* tls, std::uint16_t port, const support::Device& device, Kind kind)
      : device_(device),
        kind_(kind),
        client_(
            loop, tls, port, [this](Client&, wire::ServerFrame& frame) { take(frame); },
            kind == kZeroWindow ? kTinyWindow_bytes : 0) {}

  [[nodiscard]] bool there() const { return slow_; }
  [[nodiscard]] bool over() const {
    return client_.failed() || (slow_ && takes_nothing() && Clock::now() - since_ > kTakesNothingFor);
  }
  // Fragments: a little more, and never the last one.
  void more() {
    if (kind_ != kFragments || !slow_ || client_.failed() || client_.unsent() > 0) return;
    const auto now = Clock::now();
    if (now < next_) return;
    next_ = now + kFragmentEvery;
    const std::size_t size = sent_ < kFragmented_bytes ? kFragment_bytes : 0;
    sent_ += size;
    send_part(sent_ == size ? 0x02 : 0x00, size, size);
  }

 private:
  [[nodiscard]] bool takes_nothing() const { return kind_ == kNeverReads || kind_ == kZeroWindow; }
  void take(wire::ServerFrame& frame) {
    if (const auto* hello = std::get_if<wire::Hello>(&frame)) {
      client_.send(wire::ClientFrame(device_.login({1}, hello->challenge)));
    } else if (std::holds_alternative<wire::LoginOk>(frame)) {
      slow_ = true;
      since_ = Clock::now();
      if (kind_ == kHalfFrame) send_part(0x82, kFragment_bytes * 4, kFragment_bytes * 2);
      if (kind_ == kFragments) more();
      if (takes_nothing()) client_.stop_reading();
    }
  }
  // A header that announces `size`, and `given` bytes after it.
  void send_part(std::uint8_t first, std::size_t size, std::size_t given) {
    std::vector<std::uint8_t> bytes{first, static_cast<std::uint8_t>(0x80 | (size < 126 ? size : 126))};
    if (size >= 126) {
      bytes.push_back(static_cast<std::uint8_t>(size >> 8));
      bytes.push_back(static_cast<std::uint8_t>(size));
    }
    bytes.resize(bytes.size() + 4 + given);
    client_.send_raw(bytes);
  }

  const support::Device& device_;
  Kind kind_;
  std::size_t sent_ = 0;
  Clock::time_point next_;
  Clock::time_point since_;
  bool slow_ = false;
  Client client_;
};

struct Crowd {
  std::vector<std::unique_ptr<StalledHandshake>> stalled;
  std::vector<std::pair<Kind, std::unique_ptr<SlowMember>>> members;
  std::array<std::size_t, kKinds> let_go{};
};

void fill_mailboxes(World& world, Loop& loop, SSL_CTX* tls) {
  std::vector<std::unique_ptr<Person>> senders;
  for (std::size_t i = 0; i < kFullMailboxes; ++i) {
    const Pair& pair = world.pairs()[i];
    senders.push_back(std::make_unique<Person>(loop, tls, world.server().port(), pair.supporter));
    Person& sender = *senders.back();
    sender.acknowledge_every(1);
    if (!loop.run_until([&] { return sender.active(); }, kPatience)) throw std::runtime_error("no sender");
    for (std::size_t n = 0; n < kWaitingMessages; ++n) sender.say(pair.circle, pair.epoch, n, wire::kMaxBlobBytes);
    const bool stored =
        loop.run_until([&] { return sender.failed() || sender.stored() == kWaitingMessages; }, kPatience);
    if (!stored || sender.failed()) throw std::runtime_error("the mailboxes could not be filled");
  }
}

const support::Device& who(World& world, Kind kind, std::size_t n) {
  const bool mail = kind == kNeverReads || kind == kZeroWindow;
  return mail ? world.pairs()[n % kFullMailboxes].parent : world.pairs()[n % kFullMailboxes].supporter;
}

// Keeps everybody's number: who was let go comes back. How many are there.
std::size_t tend(Crowd& crowd, World& world, Loop& loop, SSL_CTX* tls) {
  const std::uint16_t port = world.server().port();
  std::size_t opening = 0;
  std::size_t there = 0;
  for (auto& one : crowd.stalled) {
    if (one && one->over()) one.reset(), ++crowd.let_go[kHandshake];
    if (!one && opening < kOpeningAtOnce) one = std::make_unique<StalledHandshake>(loop, port);
    if (one && one->there()) ++there;
    if (one && !one->there()) ++opening;
  }
  for (std::size_t n = 0; n < crowd.members.size(); ++n) {
    auto& [kind, one] = crowd.members[n];
    if (one && one->over()) one.reset(), ++crowd.let_go[kind];
    if (!one && opening < 2 * kOpeningAtOnce)
      one = std::make_unique<SlowMember>(loop, tls, port, who(world, kind, n), kind);
    if (!one) continue;
    if (one->there()) ++there;
    if (!one->there()) ++opening;
    one->more();
  }
  return there;
}

}  // namespace

void run_slow(const Options& options) {
  const std::size_t wanted = options.clients != 0 ? options.clients : 5000;
  const std::size_t each = wanted * (100 + kMorePercent) / 100 / kKinds;
  const std::chrono::seconds lasts(options.seconds != 0 ? options.seconds : 20);
  World world(options.binary, kFullMailboxes + 1, 0);
  world.start();
  Loop loop;
  const TlsContext tls = client_tls();
  fill_mailboxes(world, loop, tls.get());
  Pulse pulse(world, world.pairs().back(), kHonestRate_per_s);
  const Latencies before = pulse.after(kBefore);
  const Usage empty = usage_of(world.server().pid());

  Crowd crowd;
  crowd.stalled.resize(each);
  for (const Kind kind : {kHalfFrame, kNeverReads, kFragments, kZeroWindow}) {
    for (std::size_t n = 0; n < each; ++n) crowd.members.emplace_back(kind, nullptr);
  }
  std::uint64_t pss = empty.pss_bytes;
  auto sampled = Clock::now();
  std::size_t there = 0;
  std::size_t fewest = SIZE_MAX;
  const auto step = [&] {
    there = tend(crowd, world, loop, tls.get());
    if (Clock::now() - sampled < kSample) return;
    sampled = Clock::now();
    const Usage now = usage_of(world.server().pid());
    pss = std::max(pss, now.pss_bytes);
    // As the server sees it: a client need not know that it has been cut.
    fewest = std::min(fewest, now.descriptors - std::min(now.descriptors, empty.descriptors));
  };
  static_cast<void>(pulse.take());
  const auto began = Clock::now();
  const std::uint64_t cpu_before = usage_of(world.server().pid()).cpu_ns;
  static_cast<void>(loop.run_until([&] { return step(), there >= wanted; }, kPatience));
  const double opened_s = std::chrono::duration<double>(Clock::now() - began).count();
  const double cpu_s = static_cast<double>(usage_of(world.server().pid()).cpu_ns - cpu_before) / 1e9;
  const Latencies arriving = pulse.take();
  const auto until = Clock::now() + lasts;
  fewest = SIZE_MAX;
  static_cast<void>(loop.run_until([&] { return step(), Clock::now() > until; }, kPatience + lasts));
  const Latencies during = pulse.take();
  const std::string wrong = pulse.finish();
  const double worst_us = std::max(arriving.p99_us, during.p99_us);
  const bool calm = options.untimed || worst_us <= kMostWaiting_us;
  const bool met = wrong.empty() && fewest >= wanted && pss <= kMostMemory_bytes && calm;
  nlohmann::json let_go;
  for (std::size_t kind = 0; kind < kKinds; ++kind) let_go[kNames[kind]] = crowd.let_go[kind];
  print({{"bench", "slow"},
         {"slow_clients", wanted},
         {"fewest_at_once", fewest},
         {"opened_seconds", opened_s},
         {"server_cpu_seconds_arriving", cpu_s},
         {"let_go_and_back", let_go},
         {"pss_before_bytes", empty.pss_bytes},
         {"pss_max_bytes", pss},
         {"p99_us_before", before.p99_us},
         {"p99_us_arriving", arriving.p99_us},
         {"p50_us", during.p50_us},
         {"p99_us", during.p99_us},
         {"max_us", std::max(arriving.max_us, during.max_us)},
         {"honest_messages", arriving.messages + during.messages},
         {"honest_trouble", wrong},
         {"target", {{"pss_bytes", kMostMemory_bytes}, {"p99_us", kMostWaiting_us}}},
         {"met", met}});
  if (!met) throw std::runtime_error("slow clients did harm");
}

}  // namespace bredvid::load
