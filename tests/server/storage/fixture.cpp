#include "tests/server/storage/fixture.h"

#include <future>

namespace bredvid::storage {

StorageTest::StorageTest() = default;
StorageTest::~StorageTest() = default;

OpenOptions StorageTest::options(OpenMode mode) {
  OpenOptions o;
  o.database = folder.path() / "bredvid.db";
  o.key = database_key();
  o.span_keys = folder.path() / "keys";
  o.mode = mode;
  o.fatal = [this](std::string_view) { ++fatals; };
  return o;
}
void StorageTest::start(OpenOptions o) {
  auto opened = open(std::move(o));
  ASSERT_TRUE(opened) << name(opened.error().code);
  store = std::move(*opened);
}
void StorageTest::reopen() {
  store.reset();
  start(options(OpenMode::existing));
}

domain::StoreResult StorageTest::ask(domain::StoreRequest request) {
  std::promise<domain::StoreResult> promise;
  auto future = promise.get_future();
  store->submit(std::move(request), [&promise](domain::StoreResult result) { promise.set_value(std::move(result)); });
  return future.get();
}
domain::Maintained StorageTest::maintained_in(std::int64_t days) {
  for (std::int64_t day = 7; day < days; day += 7) get<domain::Maintained>(domain::Maintain{kNow.plus_s(day * 86400)});
  return get<domain::Maintained>(domain::Maintain{kNow.plus_s(days * 86400)});
}
std::string StorageTest::failure(domain::StoreRequest request) {
  const auto result = ask(std::move(request));
  return result ? "no failure" : std::string(name(result.error().code));
}

void StorageTest::people() {
  create();
  for (const auto kind : {wire::OrgKind::municipality, wire::OrgKind::association}) {
    const auto made = get<domain::OrganisationMade>(
        domain::MakeOrganisation{kind, kind == wire::OrgKind::municipality ? "Krisstöd" : "Förening", ""});
    enter(made.organisation_id, static_cast<std::uint32_t>(kind), wire::Role::supporter);
  }
  get<domain::Maintained>(domain::Maintain{kNow});
}
void StorageTest::enter(OrganisationId organisation, std::uint32_t n, wire::Role role) {
  get<domain::Done>(domain::MakeOperatorSlip{organisation, {n}, token_of(n), role, {kToday.value + 5}, kNow});
  get<domain::RedeemedSlip>(domain::RedeemStaffSlip{{n}, token_of(n), device(n), kNow});
}
domain::MakeCircleSlip StorageTest::circle_slip(std::uint32_t selector, Epoch epoch) {
  return {numbered<DeviceId>(1), kCircle, {selector},     token_of(selector), wire::Role::parent,
          {kToday.value + 14},   epoch,   counted(40, 1), std::nullopt,       kNow};
}
domain::RedeemCircleSlip StorageTest::redeem(std::uint32_t selector, std::uint32_t who, Epoch epoch) {
  return {{selector}, token_of(selector), device(who), std::nullopt, numbered<MessageId>(who),
          epoch,      counted(30, 2),     {},          kNow};
}
void StorageTest::circle() {
  people();
  get<domain::Done>(domain::CreateCircle{numbered<DeviceId>(1), kCircle, kNow});
  get<domain::Done>(circle_slip(100));
  get<domain::RedeemedSlip>(redeem(100, 10));
}
domain::AppendMessage StorageTest::message(std::uint32_t from, std::uint32_t id, Epoch epoch, wire::Blob blob) {
  return {numbered<DeviceId>(from), kCircle, numbered<MessageId>(id), epoch, std::move(blob), kNow};
}
std::size_t StorageTest::waiting(std::uint32_t who) {
  return get<domain::Envelopes>(domain::FetchEnvelopes{numbered<DeviceId>(who), kCircle, {}, 1000}).envelopes.size();
}

}  // namespace bredvid::storage
