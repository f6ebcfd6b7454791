// Promise 3, for whoever runs the machine: a whole life with the server, at the log's most talkative level, and
// afterwards nothing in the log, the metrics or the files beside the database holds an id, an address, a client's port,
// a name, a word or a slip of anybody. Two nets: what was really used is looked for in every writing of it, and every
// line of the log must be of a shape that is known here.
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <regex>
#include <set>
#include <sstream>
#include <thread>

#include "server/app/dev_certificate.h"
#include "tests/server/net/live_server.h"
#include "tests/server/net/raw_tls.h"

namespace bredvid::support {
namespace {

namespace fs = std::filesystem;
using circle::Role;
using namespace std::chrono_literals;

const std::string kName = "Kanarina Loggsson";
const std::string kSaid = "kanariefågel i loggen";
const std::string kForwarded = "203.0.113.77";
const std::string kForwarded6 = "2001:db8:77::77";
const std::string kAgent = "KanarieLäsare/7.7";
const std::string kPath = "/kanarie-sida";

std::string base64(std::span<const std::uint8_t> bytes, bool for_urls) {
  const std::string_view digits = for_urls ? "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                                           : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  std::uint32_t held = 0;
  int bits = 0;
  for (const std::uint8_t byte : bytes) {
    held = held << 8 | byte;
    for (bits += 8; bits >= 6; bits -= 6) text += digits[held >> (bits - 6) & 63];
  }
  return text;
}

std::uint64_t number(std::span<const std::uint8_t> bytes, bool little) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) value = value << 8 | bytes[little ? bytes.size() - 1 - i : i];
  return value;
}

/// What must be nowhere: texts, and numbers that stand alone between other characters.
struct Forbidden {
  std::set<std::string> texts;
  std::set<std::string> numbers;

  /// An id or a secret in every writing, also its first four bytes alone.
  void add_bytes(std::span<const std::uint8_t> bytes) {
    texts.insert(std::string(bytes.begin(), bytes.end()));
    for (const auto part : {bytes, bytes.first(4)}) {
      std::string hex = to_hex(part);
      texts.insert(hex);
      std::ranges::transform(hex, hex.begin(), [](char c) { return static_cast<char>(std::toupper(c)); });
      texts.insert(hex);
      numbers.insert(std::to_string(number(part.first(4), false)));
      numbers.insert(std::to_string(number(part.first(4), true)));
    }
    for (const bool for_urls : {false, true}) texts.insert(base64(bytes.first(bytes.size() / 3 * 3), for_urls));
    if (bytes.size() < 8) return;
    for (const bool little : {false, true}) numbers.insert(std::to_string(number(bytes.first(8), little)));
  }

  /// The first thing of these in `text`; "" when there is none.
  [[nodiscard]] std::string found_in(const std::string& text) const {
    for (const std::string& one : texts)
      if (text.find(one) != std::string::npos) return one;
    static const std::regex digits("[0-9]+");
    for (std::sregex_iterator it(text.begin(), text.end(), digits), end; it != end; ++it)
      if (numbers.contains(it->str())) return it->str();
    return "";
  }
};

/// Every line that the server may write while people use it. A new one is a decision: add it here.
const std::regex kKnownLine(
    R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d )"
    R"((info (serving on port \d+|metrics on port \d+|plain listener on port \d+|stopping|stopped|)"
    R"(certificate_reloaded days_left=-?\d+|published releases=\d+)|)"
    R"(warning (maintenance_failed code=\w+|publishing_failed code=\w+|connections_full|connections_cut|)"
    R"(open_files_limit_connections open_files=\d+ connections=\d+|)"
    R"(certificate_ends_soon days_left=-?\d+)|)"
    R"(error (certificate_refused code=\w+|certificate_expired days_left=-?\d+|certificate_not_valid_yet days_left=-?\d+)))");

class LogScan : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(server.init(R"({"log_level": "debug", "metrics_listen": {"address": "127.0.0.1", "port": 0}})").exit_code,
              0);
    ASSERT_TRUE(server.start()) << server.log();
    forbidden.texts = {kName,     kSaid,     "Karin Loggsson", kForwarded,  kForwarded6, kAgent,    kPath,
                       "kanarie", "Kanarie", "Ingen Alls",     "127.0.0.1", "::1",       "::ffff:", "localhost"};
  }

  [[nodiscard]] std::string metrics() const {
    return body(
        plain_exchange(server.noted_port("metrics on port "), "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"));
  }

  void remember(const Person& person) {
    forbidden.add_bytes(person.device().id.bytes);
    forbidden.add_bytes(person.device().share.view());
    forbidden.add_bytes(person.device().share_auth.view());
  }
  void remember(const circle::Slip& slip) {
    forbidden.texts.insert(circle::slip_text(slip));
    forbidden.numbers.insert(std::to_string(slip.selector));
    forbidden.add_bytes(slip.secret.view());
    forbidden.add_bytes(circle::redeem_token(slip).view());
  }
  void remember_port(Person& person) { forbidden.numbers.insert(std::to_string(person.client().local_port())); }

  void talk(Person& karin, Person& anna) {
    const circle::Slip staff = circle::parse_slip(server.staff_slip("supporter", "municipality")).value();
    karin.redeem_staff(staff);
    const CircleId id = karin.create_circle();
    const circle::Slip slip = karin.make_slip(id, Role::parent, 7);
    static_cast<void>(anna.join(slip));
    for (int i = 0; i < 3; ++i) {
      anna.say(id, kSaid);
      karin.say(id, kSaid);
    }
    ASSERT_TRUE(karin.listen_until(3) && anna.listen_until(3));
    for (Person* person : {&karin, &anna}) {
      remember(*person);
      remember_port(*person);
    }
    forbidden.add_bytes(id.bytes);
    remember(staff);
    remember(slip);
    // The ids of messages and envelopes that went by.
    for (const auto& bytes : anna.traffic()) {
      if (const auto frame = wire::decode_client(bytes)) {
        if (const auto* sent = std::get_if<wire::SendMessage>(&*frame)) forbidden.add_bytes(sent->message_id.bytes);
      }
    }
  }

  void make_mistakes(Person& anna) {
    Person guesser(server.connect_options(), "Ingen Alls");
    guesser.connect();
    remember_port(guesser);
    for (std::uint8_t i = 0; i < 5; ++i) {
      EXPECT_NE(refusal([&] {
                  static_cast<void>(guesser.request(wire::SlipOpen{{}, Selector{700'000U + i}, Secret32({i, 2, 3})}));
                }),
                "nothing");
      forbidden.numbers.insert(std::to_string(700'000U + i));
    }
    Person thief(server.connect_options(), "Ingen Alls");
    thief.connect();
    remember_port(thief);
    for (std::uint8_t i = 0; i < 3; ++i) {
      EXPECT_EQ(refusal([&] {
                  static_cast<void>(thief.request(wire::ShareGet{{}, anna.device().share_id, Secret32({i, 77, 78})}));
                }),
                "pin_wrong");
    }
    for (const char* text : {"hello", "\xbf\xff", ""}) {
      Person odd(server.connect_options(), "Ingen Alls");
      odd.connect();
      remember_port(odd);
      odd.client().send_raw(std::vector<std::uint8_t>(text, text + std::string_view(text).size()));
      static_cast<void>(odd.client().wait_closed(200ms));
    }
    Person spoken(server.connect_options(), "Ingen Alls");
    spoken.connect();
    spoken.client().send_text(kSaid);
    static_cast<void>(spoken.client().wait_closed(500ms));
  }

  void knock() const {
    const std::string about = "Host: localhost\r\nUser-Agent: " + kAgent + "\r\nX-Forwarded-For: " + kForwarded + ", " +
                              kForwarded6 + "\r\nForwarded: for=" + kForwarded + "\r\nCookie: kanarie=1\r\n";
    for (const char* first : {"GET / HTTP/1.1\r\n", "GET /kanarie-sida HTTP/1.1\r\n", "HEAD /ws HTTP/1.1\r\n",
                              "POST /kanarie-sida HTTP/1.1\r\n", "kanarie\r\n", "GET /ws?kanarie HTTP/1.1\r\n"}) {
      static_cast<void>(exchange(server.port(), std::string(first) + about + "Connection: close\r\n\r\n"));
    }
    static_cast<void>(
        exchange(server.port(), "GET / HTTP/1.1\r\n" + about + "X: " + std::string(9000, 'k') + "\r\n\r\n"));
    static_cast<void>(exchange(server.port(), "GET / HTTP/1.1\r\n\r\n", TLS1_2_VERSION_NUMBER));
    static_cast<void>(plain_exchange(server.port(), "GET " + kPath + " HTTP/1.1\r\n" + about + "\r\n"));
    static_cast<void>(plain_exchange(server.port(), std::string("\x16\x03\x01\x02\x00\x01kanarie", 13)));
    static_cast<void>(
        plain_exchange(server.noted_port("metrics on port "), "GET " + kPath + " HTTP/1.1\r\n" + about + "\r\n"));
  }

  void spoil_certificate() {
    const fs::path path = server.data() / "cert.pem";
    const std::string good = read_whole(path);
    write_whole(path, "kanarie");
    ::kill(server.pid(), SIGHUP);
    for (int i = 0; i < 250 && server.log().find("certificate_refused") == std::string::npos; ++i)
      std::this_thread::sleep_for(20ms);
    EXPECT_NE(server.log().find("certificate_refused"), std::string::npos);
    write_whole(path, good);
  }

  void look_everywhere(const std::string& when) const {
    EXPECT_EQ(forbidden.found_in(server.log()), "") << when << "\n" << server.log();
    std::istringstream lines(server.log());
    for (std::string line; std::getline(lines, line);)
      EXPECT_TRUE(std::regex_match(line, kKnownLine)) << when << ": an unknown line: " << line;
    for (const auto& entry : fs::recursive_directory_iterator(server.data())) {
      const std::string file = entry.path().filename().string();
      // The encrypted ones are the canary test's; config.json and the certificate are the operator's own.
      if (!entry.is_regular_file() || file.starts_with("bredvid.db") || file == "config.json") continue;
      EXPECT_EQ(forbidden.found_in(read_whole(entry.path())), "") << when << ": " << file;
      EXPECT_EQ(forbidden.found_in(file), "") << when;
    }
  }

  static constexpr int TLS1_2_VERSION_NUMBER = 0x0303;
  ServerProcess server{BREDVID_BINARY};
  Forbidden forbidden;
};

TEST_F(LogScan, AWholeLifeLeavesNothingOfAnybody) {
  Person karin(server.connect_options(), "Karin Loggsson");
  Person anna(server.connect_options(), kName);
  ASSERT_NO_FATAL_FAILURE(talk(karin, anna));
  make_mistakes(anna);
  knock();
  spoil_certificate();
  EXPECT_EQ(forbidden.found_in(metrics()), "");
  look_everywhere("while serving");
  EXPECT_EQ(server.stop(SIGKILL), 128 + SIGKILL);
  ASSERT_TRUE(server.start()) << server.log();
  anna.move_to(server.connect_options());
  anna.reconnect();
  remember_port(anna);
  EXPECT_EQ(forbidden.found_in(metrics()), "");
  EXPECT_EQ(server.stop(SIGTERM), 0);
  look_everywhere("afterwards");
}

TEST(LogScanItself, FindsWhatItLooksFor) {
  Forbidden forbidden;
  const std::array<std::uint8_t, 16> id{0xde, 0xad, 0xbe, 0xef, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  forbidden.add_bytes(id);
  forbidden.numbers.insert("40123");
  for (const std::string& leak :
       {to_hex(id), std::string("device=deadbeef"), std::string("device=DEADBEEF x"), std::string("n=3735928559"),
        std::string("n=4022250974"), "x" + base64(id, false), "x" + base64(id, true), std::string("from 1.2.3.4:40123"),
        std::string(id.begin(), id.end())})
    EXPECT_NE(forbidden.found_in("before " + leak + " behind"), "") << leak;
  EXPECT_EQ(forbidden.found_in("days_left=140123 port 4012 deadbee"), "");
  EXPECT_FALSE(std::regex_match("2026-11-27T09:00:00 info connected from=1", kKnownLine));
  EXPECT_TRUE(std::regex_match("2026-11-27T09:00:00 info serving on port 8443", kKnownLine));
}

}  // namespace
}  // namespace bredvid::support
