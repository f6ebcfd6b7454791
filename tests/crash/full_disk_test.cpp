// A disk that is really full, under the real server: messages are refused, and what waits is still delivered,
// acknowledged and deleted, because a reserve was kept for that. When there is room again, everything is as before.
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cstring>
#include <fstream>

#include "server/domain/mailbox.h"
#include "tests/crash/town_fixture.h"
#include "tests/support/wire_client.h"

namespace bredvid::crash {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDisk = "size=64m";
constexpr std::uint64_t kReserve_bytes = 4ULL * 1024 * 1024;  // one sixteenth
/// Room for the reserve twice and a little more: the server starts as usual, and a few MiB of messages fill the disk.
constexpr std::uint64_t kFree_bytes = 10ULL * 1024 * 1024;
constexpr std::size_t kBlob_bytes = 20'000;
constexpr std::size_t kTogether = 8;
/// The next two are under way while these are acknowledged.
constexpr std::size_t kAcknowledgeEvery = domain::kWindowBytes / 2 / kBlob_bytes + 1;
constexpr int kCantMount = 99;

/// In the child: a tmpfs over `folder`, seen by nobody else. False: this machine does not let us.
bool mount_small_disk(const fs::path& folder) {
  const uid_t user = ::getuid();
  const gid_t group = ::getgid();
  if (::unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0) return false;
  if (user != 0) {
    std::ofstream("/proc/self/setgroups") << "deny";
    std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
    std::ofstream("/proc/self/gid_map") << "0 " << group << " 1";
  }
  if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  return ::mount("tmpfs", folder.c_str(), "tmpfs", 0, kDisk) == 0;
}

class FullDisk : public ::testing::Test {
 protected:
  FullDisk() : victim(BREDVID_BINARY, folder.path()) {
    fs::create_directory(victim.data());
    surroundings.in_child = [data = victim.data(), town = the_town().data] {
      if (!mount_small_disk(data)) ::_exit(kCantMount);
      fs::copy(town, data, fs::copy_options::recursive);
      const std::uint64_t free = fs::space(data).available;
      std::ofstream(data / "ballast", std::ios::binary) << std::string(free - kFree_bytes, 'x');
    };
  }

  /// A file of the data folder as the server sees it.
  fs::path inside(const std::string& name) {
    return fs::path("/proc/" + std::to_string(victim.pid()) + "/root" + (victim.data() / name).string());
  }
  support::WireClient log_in(std::size_t device) {
    support::WireClient client;
    support::ConnectOptions options;
    options.port = victim.port();
    options.certificate = the_town().data / "cert.pem";
    EXPECT_TRUE(client.connect(options)) << client.failure();
    const auto hello = client.next();
    const auto* found = hello ? std::get_if<wire::Hello>(&*hello) : nullptr;
    if (found == nullptr) {
      ADD_FAILURE() << "no hello";
      return client;
    }
    const RequestId rid = client.fresh_rid();
    client.send(wire::ClientFrame(the_town().devices[device].login(rid, found->challenge)));
    EXPECT_EQ(answer_to(client, rid), "login_ok");
    return client;
  }
  /// What the answer is: its name, or the error's code.
  static std::string answer_to(support::WireClient& client, RequestId rid) {
    const auto frame = client.answer(rid);
    if (!frame) return "nothing";
    if (const auto* error = std::get_if<wire::Error>(&*frame))
      return std::string(name(static_cast<ErrorCode>(error->code)));
    if (std::holds_alternative<wire::Stored>(*frame)) return "stored";
    if (std::holds_alternative<wire::LoginOk>(*frame)) return "login_ok";
    return std::holds_alternative<wire::Ok>(*frame) ? "ok" : "something else";
  }
  RequestId send(support::WireClient& client) {
    MessageId id{};
    std::memcpy(id.bytes.data(), &++messages, sizeof messages);
    const RequestId rid = client.fresh_rid();
    client.send(wire::ClientFrame(
        wire::SendMessage{rid, the_town().circles[0], id, the_town().beginnings[0].epoch, wire::Blob(kBlob_bytes, 7)}));
    return rid;
  }
  std::string say(support::WireClient& client) { return answer_to(client, send(client)); }
  /// Messages until one is not stored; its answer.
  std::string say_until_full(support::WireClient& client, std::uint64_t& stored) {
    for (;;) {
      std::vector<RequestId> together;
      for (std::size_t i = 0; i < kTogether; ++i) together.push_back(send(client));
      std::string refused;
      for (const RequestId rid : together) {
        const std::string answer = answer_to(client, rid);
        if (answer == "stored") {
          ++stored;
          EXPECT_EQ(refused, "") << "one after it was stored";
        } else {
          refused = answer;
        }
      }
      if (!refused.empty()) return refused;
    }
  }
  static std::string acknowledge(support::WireClient& client, Sequence sequence) {
    const RequestId rid = client.fresh_rid();
    client.send(wire::ClientFrame(wire::Ack{rid, the_town().circles[0], sequence}));
    return answer_to(client, rid);
  }
  /// Takes envelopes up to `last` and acknowledges them as they come; how many came.
  static std::size_t fetch(support::WireClient& client, Sequence last) {
    std::size_t count = 0;
    for (;;) {
      const auto frame = client.next_news(std::chrono::seconds(5));
      const auto* envelope = frame ? std::get_if<wire::Envelope>(&*frame) : nullptr;
      if (envelope == nullptr) return count;
      const bool done = envelope->sequence == last;
      if (++count % kAcknowledgeEvery == 0 || done) {
        EXPECT_EQ(acknowledge(client, envelope->sequence), "ok") << "the reserve is for this";
      }
      if (done) return count;
    }
  }

  ScratchFolder folder;
  Victim victim;
  Surroundings surroundings;
  std::uint64_t messages = 0;
};

TEST_F(FullDisk, StillDeliversAcknowledgesAndDeletes) {
  victim.spawn(surroundings);
  if (!victim.wait_ready()) {
    if (victim.finish() == kCantMount) GTEST_SKIP() << "this machine lets nobody mount a small disk";
    FAIL() << victim.log();
  }
  ASSERT_EQ(fs::file_size(inside("reserve")), kReserve_bytes);
  const std::vector<std::size_t>& members = the_town().beginnings[0].devices;
  support::WireClient sender = log_in(members[0]);
  std::uint64_t stored = 0;
  EXPECT_EQ(say_until_full(sender, stored), "storage_full") << victim.log();
  EXPECT_GT(stored, 50U);
  EXPECT_FALSE(fs::exists(inside("reserve"))) << "given up";
  EXPECT_NE(victim.log().find("disk_low_reserve_released"), std::string::npos);

  const Sequence last{the_town().beginnings[0].head.value + stored};
  EXPECT_EQ(fetch(sender, last), stored);
  for (std::size_t i = 1; i < members.size(); ++i) {
    support::WireClient receiver = log_in(members[i]);
    EXPECT_EQ(fetch(receiver, last), stored) << "device " << members[i];
  }
  EXPECT_EQ(say(sender), "storage_full") << "messages wait until there is room";
  const RequestId share = sender.fresh_rid();
  sender.send(wire::ClientFrame(wire::ShareChange{share, the_town().devices[members[0]].share.copy(),
                                                  the_town().devices[members[0]].share_auth.copy()}));
  EXPECT_EQ(answer_to(sender, share), "ok") << "a new PIN";
  const RequestId leave = sender.fresh_rid();
  sender.send(wire::ClientFrame(wire::CircleLeave{leave, the_town().circles[1]}));
  EXPECT_EQ(answer_to(sender, leave), "ok");

  fs::remove(inside("ballast"));
  EXPECT_EQ(say(sender), "stored") << victim.log();
  EXPECT_EQ(fs::file_size(inside("reserve")), kReserve_bytes) << "made again";
  EXPECT_EQ(victim.stop(), 0) << victim.log();
}

}  // namespace
}  // namespace bredvid::crash
