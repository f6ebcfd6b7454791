#include "tests/load/relay.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <stdexcept>

#include "crypto/primitives/system_random.h"
#include "server/app/dev_certificate.h"
#include "server/net/tls.h"

namespace bredvid::load {
namespace {

// As the server: deletions are gathered, the log is copied back now and then.
constexpr std::chrono::milliseconds kDeleteEvery{20};
constexpr std::size_t kCheckpointEvery_messages = 300;

std::shared_ptr<SSL_CTX> server_tls(const std::filesystem::path& folder) {
  const auto made = app::make_dev_certificate();
  const net::CertificateFiles files{folder / "cert.pem", folder / "key.pem"};
  std::ofstream(files.certificate) << made.value().certificate_pem;
  std::ofstream(files.key) << made.value().key_pem;
  const auto bytes = net::CertificateBytes::read(files);
  return net::make_tls_context(bytes.value(), files, net::TicketKeyRing::make()).value().context;
}

storage::Database new_database(const std::filesystem::path& folder) {
  const auto file = folder / "relay.db";
  std::ofstream(file).close();
  crypto::SystemRandom random;
  const Secret32 key = Secret32::from(random.secret(Secret32::kSize).view()).value();
  auto database = storage::Database::open(file, key, storage::DatabaseRole::writer, 0);
  database.value().execute("CREATE TABLE log (line INTEGER NOT NULL, blob BLOB NOT NULL)");
  return std::move(database.value());
}

}  // namespace

struct Relay::Line : Watched {
  Line(Relay& owner, int descriptor, std::size_t place)
      : relay(owner), socket(descriptor), number(place), ssl(SSL_new(owner.tls_.get()), SSL_free) {
    SSL_set_fd(ssl.get(), socket);
    SSL_set_accept_state(ssl.get());
  }
  ~Line() override { ::close(socket); }

  void on_ready(std::uint32_t) override {
    std::array<std::uint8_t, 16 * 1024> record;
    if (!ready) {
      if (SSL_do_handshake(ssl.get()) != 1) return;
      ready = true;
      ++relay.connected_;
    }
    for (;;) {
      const int got = SSL_read(ssl.get(), record.data(), static_cast<int>(record.size()));
      if (got <= 0) {
        if (SSL_get_error(ssl.get(), got) != SSL_ERROR_WANT_READ) relay.loop_.remove(socket);
        return;
      }
      relay.took(*this, std::span(record).first(static_cast<std::size_t>(got)));
    }
  }
  void send(std::span<const std::uint8_t> bytes) const {
    (void)SSL_write(ssl.get(), bytes.data(), static_cast<int>(bytes.size()));
  }

  Relay& relay;
  int socket;
  std::size_t number;
  std::unique_ptr<SSL, decltype(&SSL_free)> ssl;
  bool ready = false;
};

struct Relay::Listener : Watched {
  explicit Listener(Relay& owner) : relay(owner) {}
  void on_ready(std::uint32_t) override {
    const int socket = ::accept4(relay.socket_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (socket < 0) return;
    const int one = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    relay.lines_.push_back(std::make_unique<Line>(relay, socket, relay.lines_.size()));
    relay.loop_.add(socket, *relay.lines_.back(), EPOLLIN);
  }
  Relay& relay;
};

Relay::Relay()
    : database_(new_database(folder_.path())),
      tls_(server_tls(folder_.path())),
      socket_(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)),
      listener_(std::make_unique<Listener>(*this)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(socket_, 1024) != 0 ||
      ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("no port for the relay");
  port_ = ntohs(address.sin_port);
  loop_.add(socket_, *listener_, EPOLLIN);
  thread_ = std::thread([this] { serve(); });
}

Relay::~Relay() {
  stop_ = true;
  thread_.join();
  lines_.clear();
  ::close(socket_);
}

std::uint64_t Relay::cpu_ns() const {
  clockid_t clock{};
  timespec time{};
  if (::pthread_getcpuclockid(const_cast<std::thread&>(thread_).native_handle(), &clock) != 0) return 0;
  ::clock_gettime(clock, &time);
  return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000U + static_cast<std::uint64_t>(time.tv_nsec);
}

void Relay::serve() {
  while (!stop_) {
    loop_.turn(kDeleteEvery);
    turn_ended();
  }
}

void Relay::took(Line& from, std::span<const std::uint8_t> record) {
  if (record.size() == kRelayMessage_bytes) {
    waiting_.push_back({&from, {record.begin(), record.end()}});
  } else {
    ++acknowledged_;
    from.send(record);
  }
}

/// One commit for what a turn brought; only then is anybody told.
void Relay::turn_ended() {
  const bool deleting = acknowledged_ > deleted_ && Clock::now() - last_delete_ >= kDeleteEvery;
  if (waiting_.empty() && !deleting) return;
  storage::Database& db = *database_;
  db.run("BEGIN IMMEDIATE");
  for (const Waiting& one : waiting_)
    db.run("INSERT INTO log (line, blob) VALUES (?, ?)", static_cast<std::int64_t>(one.from->number),
           std::span<const std::uint8_t>(one.record));
  stored_ += waiting_.size();
  if (deleting) {
    deleted_ = std::min(acknowledged_, stored_);
    last_delete_ = Clock::now();
    db.run("DELETE FROM log WHERE rowid <= ?", static_cast<std::int64_t>(deleted_));
  }
  db.run("COMMIT");
  for (const Waiting& one : waiting_) {
    one.from->send(std::span(one.record).first(kRelayAnswer_bytes));
    lines_[one.from->number ^ 1U]->send(one.record);
  }
  waiting_.clear();
  if (stored_ - checkpointed_ < kCheckpointEvery_messages) return;
  checkpointed_ = stored_;
  (void)db.checkpoint(false, nullptr);
}

}  // namespace bredvid::load
