// A database in a folder of its own, and people in it.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <memory>

#include "crypto/primitives/hash.h"
#include "server/domain/calendar.h"
#include "server/storage/database.h"
#include "server/storage/storage.h"
#include "tests/server/wire/examples.h"
#include "tests/support/temporary_folder.h"

namespace bredvid::storage {

using wire::counted;
using wire::counted_array;
using wire::counted_id;

inline Secret32 database_key() {
  return counted_id<Secret32>(0x11);
}
/// 2026-11-23 12:00 in Stockholm
constexpr Instant kNow{1'795'431'600'000};
inline const Day kToday = domain::stockholm_day(kNow);
inline const auto kCircle = counted_id<CircleId>(0xc0);

template <class Id>
Id numbered(std::uint32_t n) {
  Id id{};
  id.bytes[0] = static_cast<std::uint8_t>(n >> 8);
  id.bytes[1] = static_cast<std::uint8_t>(n);
  id.bytes[2] = 0xab;
  return id;
}

inline Secret32 token_of(std::uint32_t n) {
  std::array<std::uint8_t, 32> raw{};
  raw[0] = static_cast<std::uint8_t>(n >> 8);
  raw[1] = static_cast<std::uint8_t>(n);
  return Secret32(raw);
}

inline domain::NewDevice device(std::uint32_t n) {
  return {numbered<DeviceId>(n), counted_array<32>(static_cast<std::uint8_t>(n)), numbered<ShareId>(n + 2000),
          token_of(n + 1000), counted_array<32>(static_cast<std::uint8_t>(n + 1))};
}

class StorageTest : public testing::Test {
 protected:
  StorageTest();
  ~StorageTest() override;

  OpenOptions options(OpenMode mode);
  void create() { start(options(OpenMode::create)); }
  void start(OpenOptions o);
  void reopen();

  domain::StoreResult ask(domain::StoreRequest request);
  /// The timer's work on that day, having run on the days before it: a calendar that jumps is not believed at once.
  domain::Maintained maintained_in(std::int64_t days);
  /// The failure's code, or "no failure".
  std::string failure(domain::StoreRequest request);
  template <class Reply>
  Reply get(domain::StoreRequest request) {
    auto result = ask(std::move(request));
    if (!result) {
      ADD_FAILURE() << name(result.error().code);
      return {};
    }
    return std::move(std::get<Reply>(*result));
  }

  /// An organisation of each kind, a span, and supporter devices 1 (municipality) and 2 (association).
  void people();
  void enter(OrganisationId organisation, std::uint32_t n, wire::Role role);
  domain::MakeCircleSlip circle_slip(std::uint32_t selector, Epoch epoch = {});
  domain::RedeemCircleSlip redeem(std::uint32_t selector, std::uint32_t who, Epoch epoch = {});
  /// The circle of device 1 with parent device 10 in it: epoch 1, head 1.
  void circle();
  domain::AppendMessage message(std::uint32_t from, std::uint32_t id, Epoch epoch, wire::Blob blob = {1, 2, 3});
  std::size_t waiting(std::uint32_t who = 1);

  support::TemporaryFolder folder{support::Medium::memory};
  std::unique_ptr<Storage> store;
  std::atomic<int> fatals = 0;
};

}  // namespace bredvid::storage
