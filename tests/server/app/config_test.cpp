#include "server/app/config.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/app/civil_date.h"
#include "server/app/control_codec.h"
#include "server/wire/limits.h"

namespace bredvid::app {
namespace {

constexpr std::string_view kSmallest =
    R"({ "organisations": [ { "kind": "municipality", "name": "A", "hours": "" } ] })";

/// The smallest configuration with one field set to this JSON text.
OperatorResult<Config> with(const std::string& field, const std::string& value) {
  auto config = nlohmann::json::parse(kSmallest);
  config[field] = nlohmann::json::parse(value);
  return parse_config(config.dump());
}

TEST(ConfigTest, TheDefaultIsValidAndSaysWhatTheCodeSays) {
  const auto written = parse_config(default_config());
  const auto smallest = parse_config(kSmallest);
  ASSERT_TRUE(written) << written.error().subject;
  ASSERT_TRUE(smallest) << smallest.error().subject;
  EXPECT_EQ(written->organisations.size(), 2U);
  EXPECT_EQ(written->k, smallest->k);
  EXPECT_EQ(written->undo_s, smallest->undo_s);
  EXPECT_EQ(written->retention_days, smallest->retention_days);
  EXPECT_EQ(written->attachments_keep_mib, smallest->attachments_keep_mib);
  EXPECT_EQ(with("attachments", R"({"keep_mib": 0})")->attachments_keep_mib, 0U);
  EXPECT_EQ(written->span_days, smallest->span_days);
  EXPECT_EQ(written->listen_address, smallest->listen_address);
  EXPECT_EQ(written->listen_port, smallest->listen_port);
  EXPECT_EQ(written->base_url, smallest->base_url);
  EXPECT_EQ(written->certificate, smallest->certificate);
  EXPECT_FALSE(written->exact_counts);
  EXPECT_TRUE(written->listen_tls && smallest->listen_tls);
  EXPECT_FALSE(written->plain_listen || smallest->plain_listen);
  EXPECT_FALSE(written->metrics_listen || smallest->metrics_listen);
  EXPECT_EQ(written->log_level, smallest->log_level);
  EXPECT_TRUE(written->info.empty() && smallest->info.empty());
}

TEST(ConfigTest, TakesEveryField) {
  EXPECT_EQ(with("span", R"({ "days": 14 })")->span_days, 14U);
  EXPECT_EQ(with("k", "7")->k, 7U);
  EXPECT_EQ(with("exact_counts", R"({ "decision": "KS 2026/12", "date": "2026-02-28" })")->exact_counts->decision,
            "KS 2026/12");
  EXPECT_EQ(with("listen", R"({ "address": "::", "port": 443 })")->listen_port, 443);
  EXPECT_EQ(with("base_url", R"("https://bredvid.example")")->base_url, "https://bredvid.example");
  EXPECT_EQ(with("info", R"("pages")")->info, "pages");
  EXPECT_TRUE(with("info", "null")->info.empty());
}

TEST(StaffSignInTest, APasskeyNeedsANameAndTheOriginThatBrowsersMakeOfIt) {
  const auto passkey = [](const std::string& base_url) {
    auto config = nlohmann::json::parse(kSmallest);
    config["base_url"] = base_url;
    config["staff_sign_in"] = "passkey";
    return parse_config(config.dump());
  };
  for (const char* good : {"https://bredvid.example.se", "https://localhost:8443", "https://a-b.se:1"})
    EXPECT_TRUE(passkey(good)) << good;
  for (const char* bad : {"https://127.0.0.1", "https://[::1]:8443", "https://10.1", "https://a..se", "https://a.se.",
                          "https://-a.se", "https://a.se:", "https://a.se:1:2", "https://a.se:123456"}) {
    const auto refused = passkey(bad);
    ASSERT_FALSE(refused) << bad;
    EXPECT_TRUE(refused.error().subject.starts_with("staff_sign_in: ")) << refused.error().subject;
  }
  EXPECT_EQ(relying_party("https://bredvid.example.se:443")->origin, "https://bredvid.example.se");
  EXPECT_EQ(relying_party("https://bredvid.example.se:8443")->origin, "https://bredvid.example.se:8443");
  EXPECT_EQ(relying_party("https://bredvid.example.se:8443")->id, "bredvid.example.se");
  EXPECT_TRUE(passkey_access(passkey("https://a.se")->staff, "https://a.se"));
  EXPECT_FALSE(passkey_access(with("base_url", R"("https://a.se")")->staff, "https://a.se"))
      << "without the word: the device";
  EXPECT_FALSE(with("staff_sign_in", R"("password")"));
}

TEST(StaffSignInTest, SessionsCanBeMadeShorterAndNeverLonger) {
  EXPECT_EQ(with("undo_s", "1")->staff.session.session_s, 12 * 3600);
  EXPECT_EQ(with("undo_s", "1")->staff.session.idle_s, 30 * 60);
  EXPECT_EQ(with("staff_session_s", "60")->staff.session.session_s, 60);
  EXPECT_EQ(with("staff_idle_s", "30")->staff.session.idle_s, 30);
  for (const char* bad : {"59", "43201"}) EXPECT_FALSE(with("staff_session_s", bad)) << bad;
  for (const char* bad : {"29", "1801"}) EXPECT_FALSE(with("staff_idle_s", bad)) << bad;
}

TEST(StaffSignInTest, ANewServerWithARealNameAsksForPasskeys) {
  const auto made = [](const std::string& text) {
    return parse_config(with_passkeys(text, parse_config(text)->base_url));
  };
  auto config = nlohmann::json::parse(kSmallest);
  EXPECT_FALSE(made(config.dump())->staff.passkey) << "localhost";
  config["base_url"] = "https://bredvid.example.se";
  ASSERT_TRUE(made(config.dump()));
  EXPECT_TRUE(made(config.dump())->staff.passkey);
  EXPECT_TRUE(made("\n  " + config.dump(2))->staff.passkey);
  config["staff_sign_in"] = "device";
  EXPECT_FALSE(made(config.dump())->staff.passkey) << "said otherwise";
}

TEST(ConfigTest, WhatIsNotEncryptedStaysOnThisMachine) {
  for (const char* field : {"plain_listen", "metrics_listen"}) {
    for (const char* good : {"127.0.0.1", "127.255.0.9", "::1"})
      EXPECT_TRUE(with(field, R"({ "address": ")" + std::string(good) + R"(", "port": 9464 })")) << field << good;
    EXPECT_TRUE(with(field, "null"));
    for (const char* bad : {"0.0.0.0", "::", "128.0.0.1", "10.0.0.1", "localhost", "::ffff:127.0.0.1", "127.0.0.1 "}) {
      const auto refused = with(field, R"({ "address": ")" + std::string(bad) + R"(", "port": 9464 })");
      ASSERT_FALSE(refused) << field << bad;
      EXPECT_EQ(refused.error().code, ErrorCode::config_bad);
      EXPECT_EQ(refused.error().subject,
                std::string(field) + ".address: must be 127.0.0.1 or ::1: it is not encrypted");
    }
  }
}

TEST(ConfigTest, WithoutTlsThereMustBeAnotherWayIn) {
  auto config = nlohmann::json::parse(kSmallest);
  config["listen"] = nullptr;
  EXPECT_EQ(parse_config(config.dump()).error().subject, "listen: may be null only when plain_listen is given");
  config["plain_listen"] = {{"address", "127.0.0.1"}, {"port", 8080}};
  const auto behind = parse_config(config.dump());
  ASSERT_TRUE(behind) << behind.error().subject;
  EXPECT_FALSE(behind->listen_tls);
  EXPECT_EQ(behind->plain_listen->port, 8080);
}

struct Mistake {
  std::string field;
  std::string value;
};

TEST(ConfigTest, EveryMistakeIsNamed) {
  const std::vector<Mistake> mistakes{
      {"unknown", "1"},
      {"plain_listen", R"({ "address": "127.0.0.1" })"},
      {"plain_listen", R"({ "address": "127.0.0.1", "port": 65536 })"},
      {"metrics_listen", R"({ "address": "127.0.0.1", "port": 1, "path": "/" })"},
      {"metrics_listen", "9464"},
      {"log_level", "\"chatty\""},
      {"k", "4"},
      {"k", "\"5\""},
      {"k", "5.0"},
      {"k", "-5"},
      {"k", "1001"},
      {"undo_s", "3601"},
      {"attachments", "4096"},
      {"attachments", "{}"},
      {"attachments", R"({"keep_mib": 1048577})"},
      {"attachments", R"({"keep_mib": 1, "days": 1})"},
      {"retention_days", "6"},
      {"retention_days", "366"},
      {"span", "\"month\""},
      {"span", "30"},
      {"span", "{}"},
      {"span", R"({ "days": 0 })"},
      {"span", R"({ "days": 9, "x": 1 })"},
      {"exact_counts", "true"},
      {"exact_counts", R"({ "decision": "x" })"},
      {"exact_counts", R"({ "decision": "x", "date": "2026-02-30" })"},
      {"listen", R"({ "port": 65536 })"},
      {"listen", R"({ "address": 1 })"},
      {"base_url", "\"http://x\""},
      {"base_url", "\"https://x/\""},
      {"base_url", "\"https://\""},
      {"certificate", "\"\""},
      {"organisations", "[]"},
      {"organisations", R"([ { "kind": "municipality", "name": "A" } ])"},
      {"organisations", R"([ { "kind": "church", "name": "A", "hours": "" } ])"},
      {"organisations", R"([ { "kind": "municipality", "name": "", "hours": "" } ])"},
      {"organisations", R"([ { "kind": "municipality", "name": "A", "hours": "", "open_door": 1 } ])"},
      {"organisations",
       R"([ { "kind": "municipality", "name": "A", "hours": "" }, { "kind": "association", "name": "A", "hours": "" } ])"}};
  for (const auto& [field, value] : mistakes) {
    const auto parsed = with(field, value);
    ASSERT_FALSE(parsed) << field << " " << value;
    EXPECT_EQ(parsed.error().code, ErrorCode::config_bad);
    EXPECT_NE(parsed.error().subject.find(field), std::string::npos) << parsed.error().subject;
  }
}

TEST(ConfigTest, AtMostEightOrganisationsHaveAnOpenDoor) {
  const auto with_open = [](std::size_t open) {
    std::string list;
    for (std::size_t i = 0; i < 10; ++i) {
      list += std::string(i > 0 ? ", " : "") + R"({ "kind": "association", "hours": "", "name": "F)" +
              std::to_string(i) + R"(", "open_door": )" + (i < open ? "true" : "false") + " }";
    }
    return parse_config("{ \"organisations\": [" + list + "] }");
  };
  const auto eight = with_open(wire::kMaxOpenOrganisations);
  ASSERT_TRUE(eight);
  EXPECT_TRUE(eight->organisations[7].open_door);
  EXPECT_FALSE(eight->organisations[8].open_door);
  EXPECT_FALSE(parse_config(kSmallest)->organisations[0].open_door) << "closed unless the operator says so";
  ASSERT_FALSE(with_open(wire::kMaxOpenOrganisations + 1));
  EXPECT_EQ(with_open(wire::kMaxOpenOrganisations + 1).error().code, ErrorCode::config_bad);
}

TEST(ConfigTest, RefusesWhatIsNotOneJsonObject) {
  for (const char* text : {"", "[]", "null", "{", "{} {}", R"({ "organisations": [], "organisations": [] })",
                           R"({ "k": 5, "k": 6 })", "\xff"}) {
    const auto parsed = parse_config(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.error().code, ErrorCode::config_bad) << text;
  }
  EXPECT_FALSE(parse_config(std::string(kMaxConfigBytes + 1, ' ')));
}

TEST(CivilDateTest, OneFormOnly) {
  EXPECT_EQ(parse_date("2026-11-23"), Day{20780});
  EXPECT_EQ(format_date(Day{20780}), "2026-11-23");
  for (const char* text : {"2026-2-3", "2026-02-30", "2025-02-29", "20261123", "2026-13-01", "2026-00-10", "1995-12-31",
                           "2026-11-2x", "", "+026-11-23"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(ControlCodecTest, OrdersAndAnswersComeBackAsTheyWere) {
  SlipOrder slip;
  slip.kind = wire::OrgKind::association;
  slip.organisation_name = "Föreningen";
  slip.role = wire::Role::lead;
  slip.days = 3;
  slip.selector = Selector{77};
  slip.token = Secret32({1, 2, 3});
  const auto order = decode_order(encode_order(std::move(slip)));
  ASSERT_TRUE(order);
  const auto& back = std::get<SlipOrder>(*order);
  EXPECT_EQ(back.organisation_name, "Föreningen");
  EXPECT_EQ(back.selector, Selector{77});
  EXPECT_EQ(back.role, wire::Role::lead);
  EXPECT_TRUE(back.token == Secret32({1, 2, 3}));
  const auto until = decode_order(encode_order(ReleaseOrder{Day{20000}}));
  EXPECT_EQ(std::get<ReleaseOrder>(*until).until, Day{20000});
  const auto done = decode_answer(encode_answer(ControlDone(ReleaseDone{{ReleaseId{4}}, 1})));
  EXPECT_EQ(std::get<ReleaseDone>(*done).releases, std::vector<ReleaseId>{ReleaseId{4}});
  const auto failed = decode_answer(encode_answer(operator_fail(ErrorCode::nothing_due, "release")));
  EXPECT_EQ(failed.error().code, ErrorCode::nothing_due);
}

TEST(ControlCodecTest, RefusesWhatIsNoOrder) {
  for (const char* line :
       {"", "{}", "hello", R"({"version":2,"order":"stop"})", R"({"version":1,"order":"release","until":null})",
        R"({"version":2,"order":"release","until":null,"more":1})", R"({"version":2,"order":"release","until":"x"})"}) {
    const auto order = decode_order(line);
    ASSERT_FALSE(order) << line;
    EXPECT_EQ(order.error().code, ErrorCode::usage) << line;
  }
}

}  // namespace
}  // namespace bredvid::app
