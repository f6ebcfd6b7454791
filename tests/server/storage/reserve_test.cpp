// The reserve: made when there is room, given up when the disk is full, so that what makes room goes on.
#include "server/storage/reserve.h"

#include <sys/stat.h>
#include <future>

#include <fstream>
#include <map>

#include "server/domain/low_disk.h"
#include "tests/server/storage/failing_disk.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

class ReserveTest : public StorageTest {
 protected:
  void SetUp() override {
    circle();
    store.reset();
    open_with_reserve();
    get<domain::Appended>(message(1, 50, {1}));
  }
  // The store's last checkpoint still needs the disk.
  void TearDown() override { store.reset(); }

  void open_with_reserve() {
    auto o = options(OpenMode::existing);
    o.reserve = reserve_path();
    start(std::move(o));
  }
  [[nodiscard]] std::filesystem::path reserve_path() const { return folder.path() / "reserve"; }
  domain::Acknowledge acknowledge(std::uint32_t who, std::uint64_t sequence) {
    return {numbered<DeviceId>(who), kCircle, {sequence}};
  }

  FailingDisk disk;
};

TEST_F(ReserveTest, IsMadeForItsOwnerAloneAndHasItsBlocks) {
  struct stat info{};
  ASSERT_EQ(::stat(reserve_path().c_str(), &info), 0);
  EXPECT_EQ(static_cast<std::uint64_t>(info.st_size),
            domain::reserve_size(std::filesystem::space(folder.path()).capacity));
  EXPECT_GE(info.st_blocks * 512, info.st_size);
  EXPECT_EQ(info.st_mode & 0777, 0600U);
}

TEST_F(ReserveTest, AFullDiskRefusesMessagesAndTakesAcknowledgements) {
  disk.fill_while_there(reserve_path());
  EXPECT_EQ(failure(message(1, 51, {1})), "storage_full");
  EXPECT_FALSE(std::filesystem::exists(reserve_path()));
  EXPECT_EQ(failure(acknowledge(1, 2)), "no failure");
  EXPECT_EQ(failure(acknowledge(10, 2)), "no failure");
  EXPECT_EQ(waiting(), 0U) << "delivered everywhere, deleted";
  EXPECT_EQ(failure(domain::LeaveCircle{numbered<DeviceId>(10), kCircle}), "no failure");
  EXPECT_EQ(fatals, 0);
  disk.fill_while_there({});
  EXPECT_EQ(get<domain::Appended>(message(1, 51, {1})).sequence, Sequence{3}) << "no number was lost";
  EXPECT_TRUE(std::filesystem::exists(reserve_path()));
}

TEST_F(ReserveTest, OneGroupIsAnsweredApart) {
  disk.fill_while_there(reserve_path());
  std::promise<void> all;
  std::map<std::string, std::string> answers;
  const auto note = [&](std::string what) {
    return [&, what](domain::StoreResult result) {
      answers[what] = result ? "ok" : std::string(name(result.error().code));
      if (answers.size() == 4) all.set_value();
    };
  };
  store->submit(message(1, 60, {1}), note("message 60"));
  store->submit(acknowledge(1, 2), note("acknowledgement of 1"));
  store->submit(message(1, 61, {1}), note("message 61"));
  store->submit(acknowledge(10, 2), note("acknowledgement of 10"));
  all.get_future().wait();
  EXPECT_EQ(answers, (std::map<std::string, std::string>{{"message 60", "storage_full"},
                                                         {"message 61", "storage_full"},
                                                         {"acknowledgement of 1", "ok"},
                                                         {"acknowledgement of 10", "ok"}}));
}

TEST_F(ReserveTest, AStartOnAFullDiskIsPossible) {
  store.reset();
  disk.fill_while_there(reserve_path());
  open_with_reserve();
  EXPECT_FALSE(std::filesystem::exists(reserve_path()));
  EXPECT_EQ(waiting(), 2U);
}

TEST_F(ReserveTest, AHollowFileIsNoReserve) {
  store.reset();
  const auto size = std::filesystem::file_size(reserve_path());
  std::filesystem::remove(reserve_path());
  std::ofstream(reserve_path()).close();
  std::filesystem::resize_file(reserve_path(), size);
  open_with_reserve();
  get<domain::Appended>(message(1, 51, {1}));
  struct stat info{};
  ASSERT_EQ(::stat(reserve_path().c_str(), &info), 0);
  EXPECT_GE(info.st_blocks * 512, info.st_size);
}

}  // namespace
}  // namespace bredvid::storage
