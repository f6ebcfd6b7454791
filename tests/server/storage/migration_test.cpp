// Each migration from the version before: old rows in, the store's answers out.
#include "server/storage/migrator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

class Migrations : public StorageTest {
 protected:
  [[nodiscard]] std::filesystem::path file() const { return folder.path() / "bredvid.db"; }

  /// A database of the first `count` migrations with these rows in it.
  void old_database(std::size_t count, const std::string& rows) {
    std::ofstream(file()).close();
    auto database = Database::open(file(), database_key(), DatabaseRole::writer, 0);
    ASSERT_TRUE(database);
    ASSERT_TRUE(migrate(*database, embedded_migrations().first(count)));
    database->execute(rows);
  }
};

std::string hex(const auto& id) {
  return "x'" + to_hex(id.view()) + "'";
}

TEST_F(Migrations, TheAppendOnlyLogKeepsEverythingThatWaits) {
  const auto other = numbered<CircleId>(7);
  const std::string device1 = hex(numbered<DeviceId>(1));
  const std::string device10 = hex(numbered<DeviceId>(10));
  const std::string keys = "zeroblob(32), zeroblob(32), zeroblob(32), 0, 20000)";
  const std::string today = std::to_string(kToday.value);
  const std::string later = std::to_string(kToday.value + 20);
  old_database(1,
               "INSERT INTO organisation VALUES (1, 1, 'Krisstöd', '');"
               "INSERT INTO account VALUES (1, 1, 2, 20000), (2, 1, 1, 20000);"
               "INSERT INTO device VALUES (" +
                   device1 + ", 1, " + keys + ", (" + device10 + ", 2, " + keys +
                   ";"
                   "INSERT INTO circle VALUES (" +
                   hex(kCircle) + ", 4, 9, 2, 5), (" + hex(other) +
                   ", 0, 0, 0, 0);"
                   "INSERT INTO membership VALUES (" +
                   hex(kCircle) + ", " + device1 + ", 7), (" + hex(kCircle) + ", " + device10 + ", 9), (" + hex(other) +
                   ", " + device1 +
                   ", 0);"
                   "INSERT INTO envelope VALUES (" +
                   hex(kCircle) + ", 8, 0, 4, " + later + ", x'0102'), (" + hex(kCircle) + ", 9, 1, 3, " + today +
                   ", x'030405');"
                   "INSERT INTO message_id VALUES (" +
                   hex(kCircle) + ", " + hex(numbered<MessageId>(50)) + ", 8, " + later + "), (" + hex(kCircle) + ", " +
                   hex(numbered<MessageId>(49)) + ", 3, " + later +
                   ");"
                   "INSERT INTO slip VALUES (77, zeroblob(16), zeroblob(32), 1, 1, " +
                   later + ", " + hex(kCircle) + ", NULL, 4, x'0a', NULL, x'', 0)");
  start(options(OpenMode::existing));

  const auto login = get<domain::LoginData>(domain::LoadLogin{numbered<DeviceId>(1), kNow});
  ASSERT_EQ(login.circles.size(), 2U);
  EXPECT_EQ(login.circles[0], (wire::Circle{other, {0}, {0}, {0}}));
  EXPECT_EQ(login.circles[1], (wire::Circle{kCircle, {4}, {9}, {7}}));

  const auto found = get<domain::Envelopes>(domain::FetchEnvelopes{numbered<DeviceId>(1), kCircle, {7}, 10});
  ASSERT_EQ(found.envelopes.size(), 2U);
  EXPECT_EQ(found.envelopes[0], (wire::Envelope{{}, kCircle, {8}, wire::EnvelopeKind::message, {4}, {1, 2}}));
  EXPECT_EQ(found.envelopes[1], (wire::Envelope{{}, kCircle, {9}, wire::EnvelopeKind::commit, {3}, {3, 4, 5}}));

  EXPECT_EQ(get<domain::Appended>(message(10, 50, {4})).sequence, Sequence{8}) << "the id of what waits";
  EXPECT_EQ(get<domain::Appended>(message(10, 51, {4})).sequence, Sequence{10});
  get<domain::Maintained>(domain::Maintain{kNow.plus_s(86400)});
  EXPECT_EQ(waiting(), 2U) << "9 expired on its day, 8 and 10 are left";
  get<domain::Done>(domain::RevokeSlip{numbered<DeviceId>(1), {77}, kNow});
}

TEST_F(Migrations, TheLogWithoutIndexesFindsEverythingInOrder) {
  const std::string device1 = hex(numbered<DeviceId>(1));
  const std::string id = "x'" + std::string(30, '0');
  const std::string later = std::to_string(kToday.value + 20);
  const std::string last = std::to_string(kToday.value + 1);
  // As migration 0002 left what stood in the order of its expiry: a retention that was shortened puts 9 before 8.
  old_database(3,
               "INSERT INTO organisation (id, kind, name, hours) VALUES (1, 1, 'Krisstöd', '');"
               "INSERT INTO account VALUES (1, 1, 2, 20000);"
               "INSERT INTO device (device_id, account_id, login_key, share, share_auth_hash, wrong_tries, "
               "created_day, share_id)"
               " VALUES (" +
                   device1 +
                   ", 1, zeroblob(32), zeroblob(32), zeroblob(32), 0, 20000, zeroblob(16));"
                   "INSERT INTO circle VALUES (5, " +
                   hex(kCircle) + ", 4, 9);INSERT INTO membership VALUES (5, " + device1 +
                   ", 7);"
                   "INSERT INTO envelope VALUES (3, 5, 9, 0, 4, " +
                   last + ", " + id + "01', x'09'), (4, 5, 8, 0, 4, " + later + ", " + id + "02', x'08')");
  start(options(OpenMode::existing));
  const auto found = get<domain::Envelopes>(domain::FetchEnvelopes{numbered<DeviceId>(1), kCircle, {7}, 10});
  ASSERT_EQ(found.envelopes.size(), 2U);
  EXPECT_EQ(found.envelopes[0].blob, wire::Blob{8});
  EXPECT_EQ(found.envelopes[1].blob, wire::Blob{9});
  EXPECT_EQ(get<domain::Appended>(message(1, 50, {4})).sequence, Sequence{10});
  get<domain::Maintained>(domain::Maintain{kNow});
  EXPECT_EQ(get<domain::Maintained>(domain::Maintain{kNow.plus_s(2 * 86400)}).envelopes_expired, 1U);
  EXPECT_EQ(get<domain::LoginData>(domain::LoadLogin{numbered<DeviceId>(1), kNow}).circles.at(0).head, Sequence{10});
}

TEST_F(Migrations, CountsFromBeforeTheSeriesAreContacts) {
  const auto tag = [](int n) { return "x'" + std::string(62, '0') + "0" + std::to_string(n) + "'"; };
  std::string rows =
      "INSERT INTO organisation (id, kind, name, hours) VALUES (1, 1, 'Krisstöd', '');"
      "INSERT INTO span VALUES (1, " +
      std::to_string(domain::day_of({2026, 10, 1}).value) + ", " +
      std::to_string(domain::day_of({2026, 12, 31}).value) +
      ", 0);"
      "INSERT INTO tally_count VALUES (1, 1, 5, 57), (1, 2, 3, 113);";
  for (const std::string set : {"tally_person", "tally_occasion"}) {
    for (int parent = 1; parent <= 5; ++parent)
      rows += "INSERT INTO " + set + " VALUES (1, 1, 5, " + tag(parent) + "), (1, 2, 3, " + tag(parent + 2) + ");";
  }
  old_database(4, rows);
  start(options(OpenMode::existing));
  get<domain::Published>(domain::PublishDue{kNow, kToday});
  const auto json = nlohmann::json::parse(get<wire::Release>(domain::GetRelease{{1}}).json);
  EXPECT_EQ(json["level"], "organisation_and_contact");
  EXPECT_EQ(json["groups"][4]["contacts"], 55) << "57 visits of the municipality";
  EXPECT_EQ(json["groups"][9]["contacts"], 115) << "113 phone conversations of the association";
  EXPECT_EQ(json["groups"][9]["persons"], 5);
  EXPECT_EQ(json["total"]["persons"], 5) << "7: three parents have both";
  EXPECT_EQ(json["total"]["occasions"], 5);
}

TEST_F(Migrations, ReleasesFromBeforeKeepTheirNumbersAndTheirBytes) {
  const auto day = [](std::uint32_t month, std::uint32_t of) {
    return std::to_string(domain::day_of({2026, month, of}).value);
  };
  std::string rows =
      "INSERT INTO organisation (id, kind, name, hours) VALUES (1, 1, 'Krisstöd', '');"
      "INSERT INTO span VALUES (1, " +
      day(7, 1) + ", " + day(9, 30) + ", 1), (2, " + day(10, 1) + ", " + day(12, 31) +
      ", 0);"
      "INSERT INTO release VALUES (7, 1, " +
      day(7, 1) + ", " + day(9, 30) +
      ", x'7b7d', x'6b3b0d0a');"
      "INSERT INTO tally_count VALUES (2, 1, 5, 6);";
  for (const std::string set : {"tally_person", "tally_occasion"}) {
    for (int parent = 1; parent <= 6; ++parent)
      rows += "INSERT INTO " + set + " VALUES (2, 1, 5, x'" + std::string(63, '0') + std::to_string(parent) + "');";
  }
  old_database(4, rows);
  start(options(OpenMode::existing));
  const auto before = get<wire::Releases>(domain::ListReleases{}).releases;
  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(before[0],
            (wire::ReleaseEntry{{7}, wire::Scope::span, domain::day_of({2026, 7, 1}), domain::day_of({2026, 9, 30})}));
  EXPECT_EQ(get<wire::Release>(domain::GetRelease{{7}}).json, (std::vector<std::uint8_t>{'{', '}'}));
  const auto published = get<domain::Published>(domain::PublishDue{domain::start_of_day(domain::day_of({2027, 1, 4}))});
  ASSERT_FALSE(published.releases.empty());
  EXPECT_EQ(published.releases[0], ReleaseId{8}) << "numbers go on";
}

TEST_F(Migrations, AnOrganisationFromBeforeHasNoOpeningHoursUntilTheyAreSaid) {
  old_database(5,
               "INSERT INTO organisation (id, kind, name, hours, accounts) VALUES (1, 1, 'Krisstöd', 'Vardagar', 0);");
  start(options(OpenMode::existing));
  const auto only = [this] { return get<domain::Organisations>(domain::ListOrganisations{}).organisations.at(0); };
  EXPECT_EQ(only().organisation.opening, wire::Opening{});
  const wire::Opening opening{4, 3, {{0, 480, 1020}}, {{20700}}};
  get<domain::OrganisationMade>(domain::MakeOrganisation{wire::OrgKind::municipality, "Krisstöd", "", opening});
  EXPECT_EQ(only().organisation.opening, opening);
}

TEST_F(Migrations, StaffFromBeforeAreListedWithoutAName) {
  const std::string keys = "zeroblob(32), zeroblob(32), zeroblob(32), 0, 20000, ";
  old_database(6,
               "INSERT INTO organisation (id, kind, name, hours, accounts) VALUES (1, 1, 'Krisstöd', '', 3);"
               "INSERT INTO account VALUES (1, 1, 3, 20000), (2, 1, 1, 20000), (3, 1, 2, 20000);"
               "INSERT INTO device VALUES (" +
                   hex(numbered<DeviceId>(1)) + ", 1, " + keys + hex(numbered<ShareId>(1)) + ");");
  start(options(OpenMode::existing));
  const auto staff = get<wire::Staff>(domain::ListStaff{numbered<DeviceId>(1)}).staff;
  ASSERT_EQ(staff.size(), 2U) << "the parent is none";
  EXPECT_NE(staff[0].staff_id, staff[1].staff_id);
  EXPECT_EQ(staff[0].label, "");
  get<domain::WorkChanged>(domain::NameStaff{numbered<DeviceId>(1), staff[0].staff_id, "Karin"});
}

TEST_F(Migrations, SlipsFromBeforeAreNoDoorsAndNobodysDoorIsOpen) {
  const auto migrations = embedded_migrations();
  const auto with = std::ranges::find(migrations, std::string_view("open_door"), [](const Migration& one) {
    return std::string_view(one.name).substr(std::string_view(one.name).find('_') + 1);
  });
  ASSERT_NE(with, migrations.end());
  const std::string device1 = hex(numbered<DeviceId>(1));
  old_database(static_cast<std::size_t>(with - migrations.begin()),
               "INSERT INTO organisation (id, kind, name, hours, accounts) VALUES (1, 1, 'Krisstöd', '', 1);"
               "INSERT INTO account VALUES (1, 1, 3, 20000);"
               "INSERT INTO device VALUES (" +
                   device1 + ", 1, zeroblob(32), zeroblob(32), zeroblob(32), 0, 20000, " + hex(numbered<ShareId>(1)) +
                   ");"
                   "INSERT INTO slip (selector, salt, token_hash, organisation_id, role, expires_day, package_epoch,"
                   " sealed, used_message_id, used_sequence) VALUES (77, zeroblob(16), zeroblob(32), 1, 2, " +
                   std::to_string(kToday.value + 5) + ", 0, x'', x'', 0);");
  start(options(OpenMode::existing));
  const domain::MakeDoor door{numbered<DeviceId>(1), {78}, token_of(78), {kToday.value + 100}, kNow};
  const auto make = [&] {
    return failure(domain::MakeDoor{door.device_id, door.selector, token_of(78), door.expires, kNow});
  };
  EXPECT_EQ(make(), "not_allowed") << "until the operator opens it";
  get<domain::Done>(domain::OpenDoors{{{"Krisstöd", {1}}}});
  EXPECT_EQ(make(), "no failure");
  get<domain::Done>(domain::RevokeSlip{numbered<DeviceId>(1), {77}, kNow});
  EXPECT_EQ(get<wire::DoorInfo>(domain::OpenSlip{{78}, token_of(78), kNow}).organisations.size(), 1U);
}

TEST_F(Migrations, StaffFromBeforeHaveNoPasskeyAndCanMakeOne) {
  const auto migrations = embedded_migrations();
  const auto with = std::ranges::find(migrations, std::string_view("passkeys"), [](const Migration& one) {
    return std::string_view(one.name).substr(std::string_view(one.name).find('_') + 1);
  });
  ASSERT_NE(with, migrations.end());
  const std::string device1 = hex(numbered<DeviceId>(1));
  old_database(static_cast<std::size_t>(with - migrations.begin()),
               "INSERT INTO organisation (id, kind, name, hours, accounts) VALUES (1, 1, 'Krisstöd', '', 1);"
               "INSERT INTO account VALUES (1, 1, 2, 20000);"
               "INSERT INTO device (device_id, account_id, login_key, share, share_auth_hash, wrong_tries, "
               "created_day, share_id)"
               " VALUES (" +
                   device1 + ", 1, zeroblob(32), zeroblob(32), zeroblob(32), 0, 20000, zeroblob(16))");
  start(options(OpenMode::existing));
  const auto of = [this] { return get<domain::LoginData>(domain::LoadLogin{numbered<DeviceId>(1), kNow}).passkeys; };
  EXPECT_TRUE(of().empty());
  const webauthn::Passkey passkey{{1}, {2}, 0, false};
  get<domain::Done>(domain::AddPasskey{numbered<DeviceId>(1), passkey, kNow});
  EXPECT_EQ(of(), std::vector{passkey});
}

TEST_F(Migrations, CountsFromBeforeThereWasExperienceGoOnAndItCanBeCounted) {
  const auto migrations = embedded_migrations();
  const auto with = std::ranges::find(migrations, std::string_view("0010_experience"), &Migration::name);
  ASSERT_NE(with, migrations.end());
  const auto tag = [](int n) { return "x'" + std::string(63, '0') + std::to_string(n) + "'"; };
  const auto day = [](std::uint32_t month, std::uint32_t of) {
    return std::to_string(domain::day_of({2026, month, of}).value);
  };
  // A span that waits for its half-year with four closings, and an open one with a fifth and with visits.
  std::string rows =
      "INSERT INTO organisation (id, kind, name, hours, accounts) VALUES (1, 1, 'Krisstöd', '', 0);"
      "INSERT INTO span VALUES (1, " +
      day(7, 1) + ", " + day(9, 30) + ", 1, 2), (2, " + day(10, 1) + ", " + day(12, 31) +
      ", 0, 0);"
      "INSERT INTO span_told VALUES (1, 1, 0), (1, 2, 4), (1, 3, 0);"
      "INSERT INTO span_figure VALUES (1, 3, 0, 0, 4, 0), (1, 3, 1, 0, 4, 0), (1, 3, 0, 1, 4, 0), (1, 3, 1, 1, 4, 0);"
      "INSERT INTO tally_count VALUES (2, 1, 1, 5, 5), (2, 1, 3, 1, 1); INSERT INTO tally_person VALUES (2, 1, 3, 1, " +
      tag(5) + "); INSERT INTO year_person VALUES (2026, " + tag(5) + ", 2, 1, 3, 1);";
  for (int parent = 1; parent <= 5; ++parent) {
    rows += "INSERT INTO tally_person VALUES (2, 1, 1, 5, " + tag(parent) + ");";
    if (parent < 5) rows += "INSERT INTO year_person VALUES (2026, " + tag(parent) + ", 1, 1, 3, 1);";
  }
  old_database(static_cast<std::size_t>(with - migrations.begin()), rows);
  start(options(OpenMode::existing));
  {
    auto before = Database::open(file(), database_key(), DatabaseRole::reader, 0);
    ASSERT_TRUE(before);
    Query told = before->query("SELECT group_concat(series || ':' || level) FROM span_told WHERE span_id = 1");
    ASSERT_TRUE(told.next());
    EXPECT_EQ(told.text(0), "1:0,2:4,3:0,8:0") << "what was told stays told, of the new series nothing was";
  }
  const auto published = get<domain::Published>(domain::PublishDue{domain::start_of_day(domain::day_of({2027, 1, 4}))});
  ASSERT_GE(published.releases.size(), 2U);
  const auto json = nlohmann::json::parse(get<wire::Release>(domain::GetRelease{published.releases[1]}).json);
  EXPECT_EQ(json["scope"], "half_year");
  EXPECT_EQ(json["outcomes"][1]["total"]["persons"], 5) << "four of before and one";
  EXPECT_EQ(json["outcomes"][1]["total"]["count"], 5) << "the figures of before too";
  EXPECT_EQ(json["outcomes"][6]["series"], "experience");
  auto database = Database::open(file(), database_key(), DatabaseRole::reader, 0);
  ASSERT_TRUE(database);
  Query row = database->query("SELECT name FROM sqlite_master WHERE sql LIKE '%series BETWEEN 1 AND 7%'");
  ASSERT_TRUE(row.next());
  EXPECT_EQ(row.text(0), "tally_occasion") << "contacts alone";
  EXPECT_FALSE(row.next());
}

TEST_F(Migrations, CirclesFromBeforeAreFamilies) {
  const auto migrations = embedded_migrations();
  const auto with = std::ranges::find(migrations, std::string_view("0011_staff_circles"), &Migration::name);
  ASSERT_NE(with, migrations.end());
  const std::string device1 = hex(numbered<DeviceId>(1));
  old_database(static_cast<std::size_t>(with - migrations.begin()),
               "INSERT INTO organisation (id, kind, name, hours, accounts) VALUES (1, 1, 'Krisstöd', '', 1);"
               "INSERT INTO account VALUES (1, 1, 2, 20000);"
               "INSERT INTO device (device_id, account_id, login_key, share, share_auth_hash, wrong_tries, "
               "created_day, share_id)"
               " VALUES (" +
                   device1 + ", 1, zeroblob(32), zeroblob(32), zeroblob(32), 0, 20000, zeroblob(16));" +
                   "INSERT INTO circle (number, circle_id, epoch, head) VALUES (1, " + hex(kCircle) +
                   ", 0, 0); INSERT INTO membership VALUES (1, " + device1 + ", 0)");
  start(options(OpenMode::existing));
  get<domain::Done>(circle_slip(100));
  domain::MakeCircleSlip coordinator = circle_slip(101);
  coordinator.role = wire::Role::coordinator;
  EXPECT_EQ(failure(std::move(coordinator)), "not_allowed");
}

TEST_F(Migrations, CirclesFromBeforeTakeAttachments) {
  const auto migrations = embedded_migrations();
  const auto with = std::ranges::find(migrations, std::string_view("0012_attachments"), &Migration::name);
  ASSERT_NE(with, migrations.end());
  const std::string device1 = hex(numbered<DeviceId>(1));
  old_database(static_cast<std::size_t>(with - migrations.begin()),
               "INSERT INTO organisation (id, kind, name, hours, accounts) VALUES (1, 1, 'Krisstöd', '', 1);"
               "INSERT INTO account VALUES (1, 1, 2, 20000);"
               "INSERT INTO device (device_id, account_id, login_key, share, share_auth_hash, wrong_tries, "
               "created_day, share_id)"
               " VALUES (" +
                   device1 + ", 1, zeroblob(32), zeroblob(32), zeroblob(32), 0, 20000, zeroblob(16));" +
                   "INSERT INTO circle (number, circle_id, epoch, head) VALUES (3, " + hex(kCircle) +
                   ", 0, 0); INSERT INTO membership VALUES (3, " + device1 + ", 0)");
  start(options(OpenMode::existing));
  const auto id = numbered<AttachmentId>(7);
  get<wire::AttachAt>(domain::BeginAttachment{numbered<DeviceId>(1), kCircle, id, 1, 20, kNow});
  get<wire::AttachAt>(domain::PutChunk{numbered<DeviceId>(1), kCircle, id, 0, counted(20, 1), kNow});
  EXPECT_EQ(get<wire::AttachChunk>(domain::GetChunk{numbered<DeviceId>(1), kCircle, id, 0}).chunk, counted(20, 1));
}

}  // namespace
}  // namespace bredvid::storage
