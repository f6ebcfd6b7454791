// The TLS context without a network: protocol, tickets, early data, and which pairs of files are taken.
#include "server/net/tls.h"

#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/ssl.h>

#include <algorithm>

#include "server/app/dev_certificate.h"
#include "server/base/freed.h"
#include "tests/support/server_process.h"

namespace bredvid::net {
namespace {

using support::TemporaryFolder;
using support::write_whole;

using Ssl = std::unique_ptr<SSL, Freed<SSL_free>>;
using Context = std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>>;
using Ticket = std::unique_ptr<SSL_SESSION, Freed<SSL_SESSION_free>>;

/// What a client saw of one connection.
struct Met {
  bool done = false;
  bool resumed = false;
  std::string protocol;
  /// a fresh (EC)DHE exchange took place
  bool exchanged = false;
  int early_data = SSL_EARLY_DATA_NOT_SENT;
  std::vector<Ticket> tickets;
};

struct TlsTest : ::testing::Test {
  std::int64_t now_ms = 0;
  TemporaryFolder folder;
  CertificateFiles files{folder.path() / "cert.pem", folder.path() / "key.pem"};

  void write(const app::DevCertificate& made) {
    write_whole(files.certificate, made.certificate_pem);
    write_whole(files.key, made.key_pem);
  }
  void SetUp() override { write(app::make_dev_certificate().value()); }

  [[nodiscard]] std::shared_ptr<TicketKeyRing> ring() {
    std::uint8_t seed = static_cast<std::uint8_t>(++rings_ * 50);
    return std::make_shared<TicketKeyRing>(
        [this] { return now_ms; }, [seed](std::span<std::uint8_t> out) mutable { std::ranges::fill(out, ++seed); });
  }
  [[nodiscard]] OperatorResult<TlsContext> load(std::shared_ptr<TicketKeyRing> tickets) {
    const auto bytes = CertificateBytes::read(files);
    if (!bytes) return std::unexpected(bytes.error());
    return make_tls_context(*bytes, files, std::move(tickets));
  }
  [[nodiscard]] std::string refused() {
    const auto loaded = load(ring());
    return loaded ? "nothing" : std::string(name(loaded.error().code));
  }

 private:
  int rings_ = 0;
};

std::vector<Ticket>* g_tickets = nullptr;

int keep_ticket(SSL*, SSL_SESSION* session) {
  g_tickets->emplace_back(session);
  return 1;
}

struct Wish {
  SSL_SESSION* ticket = nullptr;
  int max_version = 0;
  std::string early{};
  std::uint64_t options = 0;
  const char* groups = nullptr;
};

/// A handshake over a pair of memory pipes, and a byte to the client behind it, so that it sees the ticket.
Met meet(SSL_CTX* server_context, const Wish& wish = {}) {
  Met met;
  g_tickets = &met.tickets;
  const Context client_context(SSL_CTX_new(TLS_client_method()));
  SSL_CTX_set_session_cache_mode(client_context.get(), SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL_STORE);
  SSL_CTX_sess_set_new_cb(client_context.get(), keep_ticket);
  SSL_CTX_set_options(client_context.get(), wish.options);
  if (wish.max_version != 0) SSL_CTX_set_max_proto_version(client_context.get(), wish.max_version);
  if (wish.groups != nullptr) SSL_CTX_set1_groups_list(client_context.get(), wish.groups);
  const Ssl client(SSL_new(client_context.get()));
  const Ssl server(SSL_new(server_context));
  BIO* one = nullptr;
  BIO* two = nullptr;
  BIO_new_bio_pair(&one, 0, &two, 0);
  SSL_set_bio(client.get(), one, one);
  SSL_set_bio(server.get(), two, two);
  SSL_set_connect_state(client.get());
  SSL_set_accept_state(server.get());
  if (wish.ticket != nullptr) SSL_set_session(client.get(), wish.ticket);
  std::size_t written = 0;
  if (!wish.early.empty()) SSL_write_early_data(client.get(), wish.early.data(), wish.early.size(), &written);
  for (int turn = 0; turn < 20; ++turn) {
    SSL_do_handshake(client.get());
    SSL_do_handshake(server.get());
  }
  met.done = SSL_is_init_finished(client.get()) == 1 && SSL_is_init_finished(server.get()) == 1;
  if (!met.done) return met;
  char byte = 'x';
  SSL_write(server.get(), &byte, 1);
  SSL_read(client.get(), &byte, 1);
  met.resumed = SSL_session_reused(client.get()) == 1 && SSL_session_reused(server.get()) == 1;
  met.protocol = SSL_get_version(client.get());
  EVP_PKEY* key = nullptr;
  met.exchanged = SSL_get_peer_tmp_key(client.get(), &key) == 1;
  EVP_PKEY_free(key);
  met.early_data = SSL_get_early_data_status(client.get());
  // Else OpenSSL takes the end for an accident, after which a ticket is not to be used.
  SSL_set_shutdown(client.get(), SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
  return met;
}

TEST_F(TlsTest, SpeaksTls13AndNothingOlder) {
  const auto loaded = load(ring());
  ASSERT_TRUE(loaded);
  EXPECT_EQ(meet(loaded->context.get()).protocol, "TLSv1.3");
  EXPECT_FALSE(meet(loaded->context.get(), {.max_version = TLS1_2_VERSION}).done);
}

TEST_F(TlsTest, ADeviceThatComesBackResumesAndGetsOneFreshTicket) {
  const auto loaded = load(ring());
  SSL_CTX* context = loaded->context.get();
  const Met first = meet(context);
  ASSERT_EQ(first.tickets.size(), 1U);
  EXPECT_FALSE(first.resumed);
  const Met second = meet(context, {.ticket = first.tickets[0].get()});
  EXPECT_TRUE(second.resumed);
  EXPECT_TRUE(second.exchanged) << "keys of its own all the same";
  ASSERT_EQ(second.tickets.size(), 1U) << "so that no ticket need be shown twice";
  EXPECT_TRUE(meet(context, {.ticket = second.tickets[0].get()}).resumed);
  EXPECT_EQ(SSL_CTX_sess_number(context), 0) << "the server keeps nothing";
  EXPECT_EQ(SSL_SESSION_get_ticket_lifetime_hint(first.tickets[0].get()), kTicketLifetime_s);
}

TEST_F(TlsTest, AfterTwoRotationsAnOldTicketMeansAWholeHandshake) {
  const auto loaded = load(ring());
  SSL_CTX* context = loaded->context.get();
  const Met first = meet(context);
  now_ms += kTicketRotation_ms;
  EXPECT_TRUE(meet(context, {.ticket = first.tickets[0].get()}).resumed) << "the key before is still good";
  now_ms += kTicketRotation_ms;
  const Met late = meet(context, {.ticket = first.tickets[0].get()});
  EXPECT_TRUE(late.done);
  EXPECT_FALSE(late.resumed);
}

TEST_F(TlsTest, AnotherProcessDoesNotKnowTheTicket) {
  const auto before = load(ring());
  const auto after = load(ring());
  const Met first = meet(before->context.get());
  const Met second = meet(after->context.get(), {.ticket = first.tickets[0].get()});
  EXPECT_TRUE(second.done);
  EXPECT_FALSE(second.resumed);
}

TEST_F(TlsTest, ATicketOfTheSameRingIsGoodUntilTheRingForgets) {
  const auto tickets = ring();
  const auto before = load(tickets);
  write(app::make_dev_certificate().value());
  const auto after = load(tickets);
  const Met first = meet(before->context.get());
  EXPECT_TRUE(meet(after->context.get(), {.ticket = first.tickets[0].get()}).resumed);
  tickets->forget();
  EXPECT_FALSE(meet(after->context.get(), {.ticket = first.tickets[0].get()}).resumed);
}

TEST_F(TlsTest, EarlyDataIsNeitherOfferedNorTaken) {
  const auto loaded = load(ring());
  SSL_CTX* context = loaded->context.get();
  const Met first = meet(context);
  EXPECT_EQ(SSL_SESSION_get_max_early_data(first.tickets[0].get()), 0U);
  SSL_SESSION_set_max_early_data(first.tickets[0].get(), 1000);  // a client that tries all the same
  const Met pushed = meet(context, {.ticket = first.tickets[0].get(), .early = "GET / HTTP/1.1\r\n\r\n"});
  EXPECT_NE(pushed.early_data, SSL_EARLY_DATA_ACCEPTED);
}

TEST_F(TlsTest, ResumptionWithoutAnExchangeIsRefused) {
  const auto loaded = load(ring());
  SSL_CTX* context = loaded->context.get();
  const Met first = meet(context);
  // A client that would do without, and whose only group is none of ours.
  const Met lazy =
      meet(context, {.ticket = first.tickets[0].get(), .options = SSL_OP_ALLOW_NO_DHE_KEX, .groups = "X448"});
  EXPECT_FALSE(lazy.done);
}

TEST_F(TlsTest, NoSlowGroups) {
  const auto loaded = load(ring());
  for (const char* group : {"ffdhe2048", "ffdhe8192", "P-521", "X448"})
    EXPECT_FALSE(meet(loaded->context.get(), {.groups = group}).done) << group;
  for (const char* group : {"X25519", "P-256", "P-384"})
    EXPECT_TRUE(meet(loaded->context.get(), {.groups = group}).done) << group;
}

TEST_F(TlsTest, PairsThatAreNotTaken) {
  const auto other = app::make_dev_certificate().value();
  const std::string chain = support::read_whole(files.certificate);
  const std::string key = support::read_whole(files.key);
  EXPECT_EQ(refused(), "nothing");
  write_whole(files.certificate, chain + other.certificate_pem);
  EXPECT_EQ(refused(), "nothing") << "a chain of two";
  write_whole(files.certificate, chain + other.certificate_pem.substr(0, other.certificate_pem.size() / 2));
  EXPECT_EQ(refused(), "cert_unreadable") << "the second half is still being written";
  write_whole(files.certificate, chain.substr(0, chain.size() / 2));
  EXPECT_EQ(refused(), "cert_unreadable");
  write_whole(files.certificate, "");
  EXPECT_EQ(refused(), "cert_unreadable");
  write_whole(files.certificate, std::string(kMaxCertificateBytes, '\n') + chain);
  EXPECT_EQ(refused(), "cert_unreadable") << "too large";
  write_whole(files.certificate, other.certificate_pem);
  EXPECT_EQ(refused(), "cert_mismatch") << "the key of the one before";
  write_whole(files.certificate, chain);
  write_whole(files.key, key.substr(0, key.size() / 2));
  EXPECT_EQ(refused(), "cert_unreadable");
}

TEST_F(TlsTest, SeesTheDates) {
  constexpr std::int64_t day = 86'400;
  const std::int64_t now = std::time(nullptr);
  write(app::make_dev_certificate({-10, -2}).value());
  const auto loaded = load(ring());
  ASSERT_TRUE(loaded) << "an expired certificate loads: parents are not locked out by us";
  EXPECT_FALSE(loaded->dates.valid_at(now));
  EXPECT_NEAR(static_cast<double>(loaded->dates.not_after_s), static_cast<double>(now - 2 * day), 10.0);
  EXPECT_EQ(loaded->dates.days_left(loaded->dates.not_after_s + 2 * day + 1), -3);
  EXPECT_EQ((CertificateDates{0, 10 * day}).days_left(0), 10);
  EXPECT_EQ((CertificateDates{0, 10 * day}).days_left(10 * day), 0);
  EXPECT_EQ((CertificateDates{0, 10 * day}).days_left(10 * day + 1), -1);
}

TEST(CertificateDates, WhichMayReplaceWhich) {
  const CertificateDates good{100, 200};
  const CertificateDates old{0, 50};
  const CertificateDates future{300, 400};
  EXPECT_TRUE(may_replace(good, {120, 300}, 150));
  EXPECT_FALSE(may_replace(good, old, 150));
  EXPECT_FALSE(may_replace(good, future, 150));
  EXPECT_TRUE(may_replace(old, good, 150));
  EXPECT_TRUE(may_replace(old, future, 150)) << "neither is good: the operator's newer wish counts";
  EXPECT_TRUE(good.valid_at(100) && good.valid_at(200) && !good.valid_at(99) && !good.valid_at(201));
}

}  // namespace
}  // namespace bredvid::net
