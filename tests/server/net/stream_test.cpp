// A stream between two ends of a socket pair, the other end a plain OpenSSL client.
#include "server/net/stream.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <malloc.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <vector>

#include "server/app/dev_certificate.h"
#include "tests/support/server_process.h"

namespace bredvid::net {
namespace {

using Bytes = std::vector<std::uint8_t>;
using Context = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;

class StreamTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto made = app::make_dev_certificate();
    support::write_whole(folder.path() / "cert.pem", made->certificate_pem);
    support::write_whole(folder.path() / "key.pem", made->key_pem);
    ASSERT_EQ(SSL_CTX_use_certificate_chain_file(server.get(), (folder.path() / "cert.pem").c_str()), 1);
    ASSERT_EQ(SSL_CTX_use_PrivateKey_file(server.get(), (folder.path() / "key.pem").c_str(), SSL_FILETYPE_PEM), 1);
    SSL_CTX_set_num_tickets(server.get(), 0);
    int ends[2];
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends), 0);
    peer = ends[1];
    Socket socket(io.get_executor());
    socket.assign(tcp::v4(), ends[0]);
    stream.emplace(std::move(socket));
    SSL_set_fd(ssl.get(), peer);
    SSL_set_connect_state(ssl.get());
  }
  void TearDown() override { ::close(peer); }

  void shake_hands() {
    ASSERT_TRUE(stream->secure(server.get()));
    for (int i = 0; i < 10; ++i) {
      const bool theirs = SSL_do_handshake(ssl.get()) == 1;
      if (stream->handshake() == Want::nothing && theirs) return;
    }
    FAIL() << "no handshake";
  }
  Bytes read_peer() const {
    Bytes bytes(1 << 17);
    const int got = SSL_read(ssl.get(), bytes.data(), static_cast<int>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max(got, 0)));
    return bytes;
  }

  support::TemporaryFolder folder;
  Context server{SSL_CTX_new(TLS_server_method()), SSL_CTX_free};
  Context client{SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
  std::unique_ptr<SSL, decltype(&SSL_free)> ssl{SSL_new(client.get()), SSL_free};
  asio::io_context io;
  std::optional<Stream> stream;
  int peer = -1;
};

TEST_F(StreamTest, SaysWhatItWaitsFor) {
  shake_hands();
  Bytes bytes(100);
  EXPECT_EQ(stream->read(bytes).want, Want::read);
  ASSERT_EQ(SSL_write(ssl.get(), "hej", 3), 3);
  const Progress got = stream->read(bytes);
  EXPECT_EQ(got.want, Want::nothing);
  EXPECT_EQ(got.bytes, 3U);
  EXPECT_FALSE(stream->has_pending());
}

TEST_F(StreamTest, TellsOfWhatOpenSslHoldsAlready) {
  shake_hands();
  ASSERT_EQ(SSL_write(ssl.get(), "ett", 3), 3);
  ASSERT_EQ(SSL_write(ssl.get(), "två", 4), 4);
  Bytes bytes(100);
  EXPECT_EQ(stream->read(bytes).bytes, 3U);
  EXPECT_TRUE(stream->has_pending()) << "both records came with one read of the socket";
  EXPECT_EQ(stream->read(bytes).bytes, 4U);
  EXPECT_FALSE(stream->has_pending());
}

TEST_F(StreamTest, AWriteGoesOnWhereItStoppedThoughTheBufferHasMovedAndGrown) {
  shake_hands();
  Bytes all(2'000'000);
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint8_t>(i * 31 + i / 257);
  std::size_t sent = 0;
  std::size_t waited = 0;
  Bytes seen;
  while (seen.size() < all.size()) {
    // Another buffer each time, and one byte longer after each stop.
    const Bytes copy(all.begin() + static_cast<std::ptrdiff_t>(sent),
                     all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), sent + 5000 + waited)));
    const Progress put = stream->write(copy);
    ASSERT_NE(put.want, Want::end);
    sent += put.bytes;
    if (put.want == Want::write) ++waited;
    if (put.want == Want::write || sent == all.size()) {
      for (Bytes some = read_peer(); !some.empty(); some = read_peer())
        seen.insert(seen.end(), some.begin(), some.end());
    }
  }
  EXPECT_GT(waited, 0U);
  EXPECT_EQ(seen, all);
}

TEST_F(StreamTest, AnIdleConnectionHoldsNoBuffers) {
  shake_hands();
  const auto exchange = [this] {
    Bytes bytes(16'384, 1);
    ASSERT_EQ(SSL_write(ssl.get(), bytes.data(), 16'000), 16'000);
    ASSERT_EQ(stream->read(bytes).bytes, 16'000U);
    ASSERT_EQ(stream->write(bytes).bytes, bytes.size());
    ASSERT_EQ(read_peer().size(), bytes.size());
  };
  exchange();
  SSL_CTX_set_mode(client.get(), SSL_MODE_RELEASE_BUFFERS);
  SSL_set_mode(ssl.get(), SSL_MODE_RELEASE_BUFFERS);  // only our own side is to be seen
  exchange();
  const std::size_t before = ::mallinfo2().uordblks;
  exchange();
  std::uint8_t one = 0;
  EXPECT_EQ(stream->read({&one, 1}).want, Want::read);
  EXPECT_LE(::mallinfo2().uordblks, before + 1000);
  // An SSL with both buffers would hold 34 kB.
  const std::size_t whole = ::mallinfo2().uordblks;
  stream->close();
  EXPECT_LE(whole - ::mallinfo2().uordblks, 16'000U);
}

TEST_F(StreamTest, AFailureOfThePeerLeavesNoErrorBehind) {
  ASSERT_TRUE(stream->secure(server.get()));
  ASSERT_EQ(::send(peer, "GET / HTTP/1.1\r\n\r\n", 18, 0), 18);
  EXPECT_EQ(stream->handshake(), Want::end);
  EXPECT_EQ(ERR_peek_error(), 0U);
}

TEST_F(StreamTest, APeerThatIsGoneIsAnEndAndNoSignal) {
  shake_hands();
  ::close(peer);
  Bytes bytes(100'000, 1);
  EXPECT_EQ(stream->read(bytes).want, Want::end);
  EXPECT_EQ(stream->write(bytes).want, Want::end);
  EXPECT_EQ(ERR_peek_error(), 0U);
  peer = ::open("/dev/null", O_RDONLY);
}

TEST_F(StreamTest, SaysGoodbyeSoThatTheEndIsNoTruncation) {
  shake_hands();
  stream->say_goodbye();
  EXPECT_TRUE(read_peer().empty());
  EXPECT_EQ(SSL_get_shutdown(ssl.get()) & SSL_RECEIVED_SHUTDOWN, SSL_RECEIVED_SHUTDOWN);
}

}  // namespace
}  // namespace bredvid::net
