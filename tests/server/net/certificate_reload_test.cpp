// A renewed certificate in the running server: who is there stays, who comes sees the new one.
#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <thread>

#include "server/app/dev_certificate.h"
#include "tests/server/net/live_server.h"
#include "tests/server/net/raw_tls.h"

namespace bredvid::support {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class CertificateReload : public LiveServer {
 protected:
  [[nodiscard]] fs::path certificate() const { return server.data() / "cert.pem"; }
  [[nodiscard]] fs::path key() const { return server.data() / "key.pem"; }

  static bool within(std::chrono::milliseconds patience, const std::function<bool()>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
      if (std::chrono::steady_clock::now() > deadline) return false;
      std::this_thread::sleep_for(20ms);
    }
    return true;
  }
  /// A new connection is shown exactly this certificate.
  [[nodiscard]] bool shows(const app::DevCertificate& expected) const {
    return leaf_pem(server.port()) == expected.certificate_pem;
  }
  [[nodiscard]] bool logged(const std::string& text) const { return server.log().find(text) != std::string::npos; }

  /// As a careful client does it: each file beside its place, then renamed over it.
  static void rename_over(const fs::path& place, const std::string& content) {
    const fs::path fresh = place.string() + ".new";
    write_whole(fresh, content);
    fs::rename(fresh, place);
  }
};

TEST_F(CertificateReload, AnOpenWebSocketGoesOnAndNewOnesSeeTheNewCertificate) {
  Person karin = supporter();
  const CircleId id = karin.create_circle();
  karin.say(id, "before");
  const auto fresh = app::make_dev_certificate().value();
  EXPECT_FALSE(shows(fresh));
  rename_over(key(), fresh.key_pem);
  rename_over(certificate(), fresh.certificate_pem);
  ASSERT_TRUE(within(5s, [&] { return shows(fresh); })) << server.log();
  karin.say(id, "after");  // on the connection of before
  Person other = somebody("Per");
  other.connect();  // trusts the file, which is the new one now
  EXPECT_TRUE(logged("certificate_reloaded days_left=395") || logged("certificate_reloaded days_left=396"))
      << server.log();
  EXPECT_FALSE(logged("certificate_refused")) << "the pair was not looked at between the two renames";
}

TEST_F(CertificateReload, AHalfWrittenPairKeepsTheOldOneUntilItIsWhole) {
  const std::string before = leaf_pem(server.port());
  const auto fresh = app::make_dev_certificate().value();
  write_whole(certificate(), fresh.certificate_pem.substr(0, 300));
  ASSERT_TRUE(within(5s, [&] { return logged("certificate_refused code=cert_unreadable"); })) << server.log();
  EXPECT_EQ(leaf_pem(server.port()), before);
  write_whole(certificate(), fresh.certificate_pem);
  ASSERT_TRUE(within(5s, [&] { return logged("certificate_refused code=cert_mismatch"); })) << server.log();
  EXPECT_EQ(leaf_pem(server.port()), before);
  write_whole(key(), fresh.key_pem);
  ASSERT_TRUE(within(5s, [&] { return shows(fresh); })) << server.log();
  EXPECT_EQ(server.log().find("cert.pem"), std::string::npos) << "a code, no path";
}

TEST_F(CertificateReload, TheSignalMeansAtOnce) {
  const auto fresh = app::make_dev_certificate().value();
  write_whole(certificate(), fresh.certificate_pem);
  write_whole(key(), fresh.key_pem);
  ::kill(server.pid(), SIGHUP);
  ASSERT_TRUE(within(500ms, [&] { return shows(fresh); })) << server.log();
}

TEST_F(CertificateReload, APairThatIsNotValidDoesNotReplaceOneThatIs) {
  const std::string before = leaf_pem(server.port());
  const auto old = app::make_dev_certificate({-20, -10}).value();
  write_whole(certificate(), old.certificate_pem);
  write_whole(key(), old.key_pem);
  ASSERT_TRUE(within(5s, [&] { return logged("certificate_refused code=cert_not_valid"); })) << server.log();
  EXPECT_EQ(leaf_pem(server.port()), before);
}

TEST_F(CertificateReload, AfterARenewalATicketOfBeforeMeansAWholeHandshake) {
  const Resumption before = resume(server.port());
  EXPECT_TRUE(before.second_resumed);
  const auto fresh = app::make_dev_certificate().value();
  EXPECT_FALSE(resume(server.port(), [&] {
                 write_whole(key(), fresh.key_pem);
                 write_whole(certificate(), fresh.certificate_pem);
                 ::kill(server.pid(), SIGHUP);
                 EXPECT_TRUE(within(5s, [&] { return shows(fresh); })) << server.log();
               }).second_resumed);
}

TEST_F(CertificateReload, ARestartEndsEveryTicket) {
  EXPECT_FALSE(resume(
                   server.port(),
                   [&] {
                     EXPECT_EQ(server.stop(SIGTERM), 0);
                     EXPECT_TRUE(server.start());
                   },
                   [&] { return server.port(); })
                   .second_resumed);
}

TEST(CertificateLinks, ALinkThatIsSwitchedIsSeen) {
  ServerProcess server{BREDVID_BINARY};
  ASSERT_EQ(server.init(R"({"certificate": "live/chain.pem", "certificate_key": "live/key.pem"})").exit_code,
            static_cast<int>(ErrorCode::io_failed))
      << "the folder is not there yet";
  // As certbot keeps them: live/chain.pem -> ../archive/chain1.pem.
  const fs::path live = server.folder() / "live";
  const fs::path archive = server.folder() / "archive";
  fs::create_directories(live);
  fs::create_directories(archive);
  const auto put = [&](const app::DevCertificate& made, const std::string& number) {
    write_whole(archive / ("chain" + number), made.certificate_pem);
    write_whole(archive / ("key" + number), made.key_pem);
    for (const std::string name : {"key", "chain"}) {
      fs::create_symlink("../archive/" + name + number, live / (name + ".new"));
      fs::rename(live / (name + ".new"), live / (name + ".pem"));
    }
  };
  const auto first = app::make_dev_certificate().value();
  const auto second = app::make_dev_certificate().value();
  put(first, "1");
  const std::string config = R"({"certificate": ")" + (live / "chain.pem").string() + R"(", "certificate_key": ")" +
                             (live / "key.pem").string() + R"("})";
  ASSERT_EQ(server.init_without_certificate(config).exit_code, 0);
  ASSERT_TRUE(server.start()) << server.log();
  EXPECT_EQ(leaf_pem(server.port()), first.certificate_pem);
  std::this_thread::sleep_for(1500ms);  // the look that follows every start is over: only the watch can see it now
  put(second, "2");
  const auto deadline = std::chrono::steady_clock::now() + 5s;
  while (leaf_pem(server.port()) != second.certificate_pem && std::chrono::steady_clock::now() < deadline)
    std::this_thread::sleep_for(20ms);
  EXPECT_EQ(leaf_pem(server.port()), second.certificate_pem) << server.log();
}

TEST(CertificateDates, AnExpiredCertificateIsServedAndSaidLoudly) {
  ServerProcess server{BREDVID_BINARY};
  ASSERT_EQ(server.init().exit_code, 0);
  const auto old = app::make_dev_certificate({-20, -10}).value();
  write_whole(server.data() / "cert.pem", old.certificate_pem);
  write_whole(server.data() / "key.pem", old.key_pem);
  ASSERT_TRUE(server.start()) << server.log();
  EXPECT_EQ(status(exchange(server.port(), "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").answer), 200);
  EXPECT_NE(server.log().find("error certificate_expired days_left=-1"), std::string::npos) << server.log();
}

}  // namespace
}  // namespace bredvid::support
