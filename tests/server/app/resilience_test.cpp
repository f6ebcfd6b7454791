// What happens to machines: a clock that is ten years off, a certificate that has run out, a command that hangs.
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "server/app/control_codec.h"
#include "tests/server/app/clock_process.h"
#include "tests/server/net/live_server.h"

namespace bredvid::support {
namespace {

using circle::Role;
constexpr std::int64_t kTenYears_s = 3652LL * 24 * 60 * 60;

class ClockJump : public LiveServer {
 protected:
  void restart(std::int64_t offset_s, std::initializer_list<Person*> people) {
    ASSERT_EQ(server.stop(SIGTERM), 0);
    ASSERT_TRUE(server.start(offset_s == 0 ? ProcessOptions{} : with_clock(offset_s))) << server.log();
    for (Person* one : people) {
      one->move_to(server.connect_options());
      one->disconnect();
    }
  }
};

TEST_F(ClockJump, ConversationsGoOnAndNothingIsLost) {
  Person karin = supporter();
  const CircleId circle = karin.create_circle();
  Person anna = somebody("Anna");
  static_cast<void>(anna.join(karin.make_slip(circle, Role::parent, 7)));
  const circle::Slip waiting = karin.make_slip(circle, Role::parent, 7);
  std::size_t said = 0;
  for (const std::int64_t offset_s : {kTenYears_s, std::int64_t{0}, -kTenYears_s, std::int64_t{0}}) {
    restart(offset_s, {&karin, &anna});
    // While Anna is away, and read only after the next jump.
    karin.reconnect();
    karin.listen_for(std::chrono::milliseconds(50));
    karin.say(circle, "nr " + std::to_string(++said));
  }
  anna.reconnect();
  ASSERT_TRUE(anna.listen_until(said));
  for (std::size_t i = 0; i < said; ++i) EXPECT_EQ(anna.heard().at(i).text, "nr " + std::to_string(i + 1));
  anna.say(circle, "jag är här");
  EXPECT_TRUE(karin.listen_until(1));
  EXPECT_EQ(refusal([&] { static_cast<void>(somebody("x").look_at(waiting)); }), "nothing") << "the slip is still good";
}

TEST_F(ClockJump, WithPeopleConnectedAtThatMoment) {
  // A running process's clock can't be set from outside: it is the machine's. Starting ten years ahead and ten years
  // back while somebody tries to get in is the same to the client.
  Person karin = supporter();
  for (const std::int64_t offset_s : {kTenYears_s, -kTenYears_s}) {
    restart(offset_s, {&karin});
    karin.reconnect();
    const CircleId circle = karin.create_circle();
    karin.say(circle, "hej");
    wire::Tally tally{{}, {}, karin.spans().at(0).span_id, wire::Counted::of(wire::Contact::visit), {wire::TagSet{}}};
    randomness().fill(tally.tally_id.bytes);
    EXPECT_EQ(refusal([&] { static_cast<void>(karin.request(std::move(tally))); }), "nothing");
  }
}

/// The same certificate, signed anew with other dates.
std::string with_dates(const std::string& certificate, const std::string& key, long begins_days, long ends_days) {
  BIO* in = BIO_new_mem_buf(certificate.data(), static_cast<int>(certificate.size()));
  X509* x509 = PEM_read_bio_X509(in, nullptr, nullptr, nullptr);
  BIO* key_in = BIO_new_mem_buf(key.data(), static_cast<int>(key.size()));
  EVP_PKEY* pkey = PEM_read_bio_PrivateKey(key_in, nullptr, nullptr, nullptr);
  X509_gmtime_adj(X509_getm_notBefore(x509), begins_days * 86'400);
  X509_gmtime_adj(X509_getm_notAfter(x509), ends_days * 86'400);
  X509_sign(x509, pkey, EVP_sha256());
  BIO* out = BIO_new(BIO_s_mem());
  PEM_write_bio_X509(out, x509);
  char* data = nullptr;
  const long size = BIO_get_mem_data(out, &data);
  std::string pem(data, static_cast<std::size_t>(size));
  for (BIO* one : {in, key_in, out}) BIO_free(one);
  X509_free(x509);
  EVP_PKEY_free(pkey);
  return pem;
}

TEST_F(ClockJump, AnExpiredCertificateKeepsClientsOutAndTheServerUp) {
  Person karin = supporter();
  const CircleId circle = karin.create_circle();
  karin.say(circle, "före");
  const auto path = server.connect_options().certificate;
  const std::string good = read_whole(path);
  const std::string key = read_whole(server.data() / "key.pem");
  ASSERT_FALSE(key.empty());
  for (const auto& [begins, ends] : {std::pair{-400L, -1L}, std::pair{1L, 400L}}) {
    write_whole(path, with_dates(good, key, begins, ends));
    restart(0, {&karin});
    WireClient strict;
    EXPECT_FALSE(strict.connect(server.connect_options())) << "a client that looks at the dates stays away";
    EXPECT_TRUE(server.running());
  }
  write_whole(path, good);
  restart(0, {&karin});
  karin.reconnect();
  karin.listen_for(std::chrono::milliseconds(50));
  karin.say(circle, "efter");
}

/// A connection to the operator's socket.
int knock(const std::filesystem::path& data) {
  const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = (data / "control.sock").string();
  name.copy(address.sun_path, sizeof address.sun_path - 1);
  const timeval patience{20, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  return ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 ? socket : -1;
}

std::string answer_to(const std::filesystem::path& data, const std::string& said) {
  const int socket = knock(data);
  if (socket < 0) return "no connection";
  static_cast<void>(::send(socket, said.data(), said.size(), MSG_NOSIGNAL));
  std::string answer(4096, '\0');
  const ssize_t size = ::recv(socket, answer.data(), answer.size(), 0);
  ::close(socket);
  return size <= 0 ? "nothing" : answer.substr(0, static_cast<std::size_t>(size));
}

using ControlSocketLimits = LiveServer;

TEST_F(ControlSocketLimits, ALineIsBounded) {
  const std::string longest(app::kMaxControlLine - 1, 'x');
  EXPECT_NE(answer_to(server.data(), longest + "\n"), "nothing") << "no order, but it is answered";
  EXPECT_EQ(answer_to(server.data(), longest + "xx\n"), "nothing");
  EXPECT_EQ(answer_to(server.data(), std::string(100'000, 'x')), "nothing");
  static_cast<void>(staff());  // the door is still open
}

TEST_F(ControlSocketLimits, ACommandThatSaysNothingKeepsTheNextOneWaitingForFiveSecondsAtMost) {
  const int silent = knock(server.data());
  ASSERT_GE(silent, 0);
  const auto began = std::chrono::steady_clock::now();
  static_cast<void>(staff());
  const auto waited = std::chrono::steady_clock::now() - began;
  EXPECT_GE(waited, std::chrono::seconds(4));
  EXPECT_LE(waited, std::chrono::seconds(9));
  ::close(silent);
}

}  // namespace
}  // namespace bredvid::support
