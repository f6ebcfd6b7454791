// Two organisations whose doors are open, a poster of each, and people who come by one.
#pragma once

#include "server/domain/open_door.h"
#include "server/wire/limits.h"
#include "tests/server/storage/work_fixture.h"

namespace bredvid::storage {
inline constexpr std::uint32_t kDoor = 500;
inline constexpr std::uint32_t kOtherDoor = 501;

class DoorStore : public WorkTest {
 protected:
  /// Both organisations' doors are open; a door of the municipality's and one of the association's.
  void doors() {
    work_places();
    open_doors(true);
    get<domain::Done>(door(kDoor, 21));
    get<domain::Done>(door(kOtherDoor, 22));
  }
  void open_doors(bool municipality_too) {
    domain::OpenDoors request;
    if (municipality_too) request.organisations.push_back({"Krisstöd", {1}});
    request.organisations.push_back({"Förening", {2}});
    get<domain::Done>(std::move(request));
  }
  static domain::MakeDoor door(std::uint32_t selector, std::uint32_t by, std::uint32_t days = 100) {
    return {numbered<DeviceId>(by), {selector}, token_of(selector), {kToday.value + days}, kNow};
  }
  static domain::BeginWait wait(std::uint32_t who, std::uint16_t where = 1, std::uint32_t door = kDoor,
                                Instant now = kNow) {
    return {{door}, token_of(door), device(who), {where}, counted_array<32>(static_cast<std::uint8_t>(who)), now};
  }
  domain::Placed placed(std::uint32_t who, Instant now = kNow) {
    return get<domain::Placed>(domain::GetPlace{numbered<DeviceId>(who), now});
  }
  std::uint32_t ahead(std::uint32_t who, Instant now = kNow) { return placed(who, now).place.waiting.ahead; }
  WaitId wait_id(std::uint32_t who) { return placed(who).place.waiting.wait_id; }
  static domain::TakePlace take(std::uint32_t by, std::vector<Selector> doors = {{kDoor}}, Instant now = kNow) {
    return {numbered<DeviceId>(by), std::move(doors), now};
  }
  domain::TakenPlace taken(std::uint32_t by, Instant now = kNow) {
    return get<domain::TakenPlace>(take(by, {{kDoor}}, now));
  }
  static domain::GivePlace give(std::uint32_t by, const WaitId& wait, std::uint8_t what = 1, Instant now = kNow) {
    return {numbered<DeviceId>(by), wait, counted(127, what), now};
  }
  std::vector<wire::QueueRow> queue(std::uint32_t by, Instant now = kNow) {
    return get<wire::Queue>(domain::GetQueue{numbered<DeviceId>(by), now}).doors;
  }
  /// Supporter 1 makes a circle with a slip, and the device `who` that is logged in joins it.
  domain::RedeemedSlip join(std::uint32_t who) {
    get<domain::Done>(domain::CreateCircle{numbered<DeviceId>(1), kCircle, kNow});
    get<domain::Done>(circle_slip(100));
    domain::RedeemCircleSlip request = redeem(100, who);
    request.new_device.reset();
    request.known_device = numbered<DeviceId>(who);
    request.message_id = numbered<MessageId>(5000);
    return get<domain::RedeemedSlip>(std::move(request));
  }
  /// Every row of every table, with the table's name.
  std::vector<std::pair<std::string, std::string>> everything() {
    store.reset();
    std::vector<std::pair<std::string, std::string>> all;
    {
      auto database = Database::open(folder.path() / "bredvid.db", database_key(), DatabaseRole::reader, 0);
      EXPECT_TRUE(database);
      std::vector<std::string> tables;
      {
        Query row = database->query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
        while (row.next()) tables.push_back(row.text(0));
      }
      for (const std::string& table : tables) {
        std::string list;
        {
          Query row = database->query("PRAGMA table_info(" + table + ")");
          while (row.next()) list += (list.empty() ? "quote(" : " || ',' || quote(") + row.text(1) + ")";
        }
        Query row = database->query("SELECT " + list + " FROM " + table);
        while (row.next()) all.emplace_back(table, row.text(0));
      }
    }
    start(options(OpenMode::existing));
    return all;
  }
};

}  // namespace bredvid::storage
