// The same load as `online` and the same handshakes as `reconnect`, on a bare relay: how much of the server's time is
// this machine's, and how much is ours. Figures of two machines can only be compared by their distance to this.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "tests/load/client.h"
#include "tests/load/quantile.h"
#include "tests/load/relay.h"
#include "tests/load/scenarios.h"

namespace bredvid::load {
namespace {

constexpr std::chrono::seconds kPatience{30};
constexpr std::size_t kPairs = 100;

/// One end: a record is a message.
class End : public Watched {
 public:
  End(Loop& loop, SSL_CTX* tls, std::uint16_t port)
      : loop_(loop), socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), ssl_(SSL_new(tls), SSL_free) {
    const int one = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    SSL_set_fd(ssl_.get(), socket_);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 || SSL_connect(ssl_.get()) != 1)
      throw std::runtime_error("no connection to the relay");
    const int flags = ::fcntl(socket_, F_GETFL);
    ::fcntl(socket_, F_SETFL, flags | O_NONBLOCK);
    loop_.add(socket_, *this, EPOLLIN);
  }
  ~End() override {
    loop_.remove(socket_);
    ::close(socket_);
  }
  void send(std::span<const std::uint8_t> record) {
    (void)SSL_write(ssl_.get(), record.data(), static_cast<int>(record.size()));
  }
  void on_ready(std::uint32_t) override {
    std::array<std::uint8_t, 1024> record;
    for (;;) {
      const int got = SSL_read(ssl_.get(), record.data(), static_cast<int>(record.size()));
      if (got <= 0) return;
      if (static_cast<std::size_t>(got) != kRelayMessage_bytes) continue;
      std::uint64_t tag = 0;
      std::memcpy(&tag, record.data(), sizeof tag);
      if (on_message) on_message(tag);
      send(std::span(record).first(kRelayAnswer_bytes));
    }
  }

  std::function<void(std::uint64_t)> on_message;

 private:
  Loop& loop_;
  int socket_;
  std::unique_ptr<SSL, decltype(&SSL_free)> ssl_;
};

void run_at(const Relay& relay, std::vector<std::unique_ptr<End>>& ends, Loop& loop, std::size_t rate_per_s,
            std::size_t seconds) {
  const std::size_t total = rate_per_s * seconds;
  std::vector<Clock::time_point> sent(total);
  std::vector<std::int64_t> took_ns;
  took_ns.reserve(total);
  for (const auto& end : ends) {
    end->on_message = [&](std::uint64_t tag) {
      if (tag < total) took_ns.push_back((Clock::now() - sent[tag]).count());
    };
  }
  const std::uint64_t before = relay.cpu_ns();
  const auto began = Clock::now();
  const std::chrono::nanoseconds step(1'000'000'000 / rate_per_s);
  std::array<std::uint8_t, kRelayMessage_bytes> record{};
  for (std::size_t i = 0; i < total; ++i) {
    const auto due = began + step * static_cast<std::int64_t>(i);
    for (auto now = Clock::now(); now < due; now = Clock::now())
      loop.turn(std::chrono::duration_cast<std::chrono::microseconds>(due - now));
    sent[i] = due;
    std::memcpy(record.data(), &i, sizeof i);
    ends[i * 2 % ends.size()]->send(record);
  }
  if (!loop.run_until([&] { return took_ns.size() >= total; }, kPatience))
    throw std::runtime_error("not everything was delivered in time");
  const std::uint64_t after = relay.cpu_ns();
  std::ranges::sort(took_ns);
  print({{"bench", "floor"},
         {"rate_per_s", rate_per_s},
         {"messages", total},
         {"payload_bytes", kPayload_bytes},
         {"p50_us", quantile_us(took_ns, 0.50)},
         {"p99_us", quantile_us(took_ns, 0.99)},
         {"relay_cpu_us_per_message", static_cast<double>(after - before) / 1000.0 / static_cast<double>(total)}});
}

}  // namespace

void run_floor(const Options& options) {
  Relay relay;
  Loop loop;
  const TlsContext tls = client_tls();
  std::vector<std::unique_ptr<End>> ends;
  const std::uint64_t before = relay.cpu_ns();
  while (ends.size() < kPairs * 2) ends.push_back(std::make_unique<End>(loop, tls.get(), relay.port()));
  if (!loop.run_until([&] { return relay.connected() == ends.size(); }, kPatience))
    throw std::runtime_error("not everybody could connect");
  print({{"bench", "floor"},
         {"clients", ends.size()},
         {"cpu_ms_per_handshake",
          static_cast<double>(relay.cpu_ns() - before) / 1e6 / static_cast<double>(ends.size())}});
  std::vector<std::size_t> rates{500, 2000};
  if (options.rate_per_s != 0) rates = {options.rate_per_s};
  for (const std::size_t rate : rates) run_at(relay, ends, loop, rate, options.seconds != 0 ? options.seconds : 10);
}

}  // namespace bredvid::load
