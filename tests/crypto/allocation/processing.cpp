// A group that is sent garbage spends little on it: nothing of its state is copied before a message has proved itself.
#include <gtest/gtest.h>

#include "crypto/mls/message.h"
#include "crypto/mls/message_protection.h"
#include "tests/crypto/allocation/bombs.h"
#include "tests/crypto/allocation/limits.h"
#include "tests/crypto/allocation/memory_watch.h"
#include "tests/crypto/mls/group_fixture.h"

namespace bredvid::allocation {
namespace {

using namespace mls;
using namespace mls::testing_support;

// What a group takes whatever it is sent: its own context, encoded, and the keys of one message.
constexpr std::size_t kGroupMemory = 2048;

struct Scene {
  Circle circle{"anna"};

  Scene() {
    circle.join_external("bo", "anna");
    circle.join_external("cilla", "bo");
  }
  Group& anna() { return circle.at("anna"); }

  void expect_modest(const std::string& name, ByteView message) {
    const Bytes before = stored(anna());
    const PskLookup lookup = knows_psk();
    const CommitPolicy policy = accepts_all();
    std::size_t peak = 0;
    {
      const MemoryWatch watch;
      const auto done = anna().process(message, lookup, policy);
      peak = watch.peak_bytes();
      EXPECT_FALSE(done.has_value()) << name;
    }
    EXPECT_EQ(stored(anna()), before) << name;
    EXPECT_LE(peak, kMemoryPerByte * message.size() + kFixedMemory + kGroupMemory)
        << name << " of " << message.size()
        << " bytes: " << static_cast<double>(peak) / static_cast<double>(message.size()) << " times its size";
  }
};

// A public commit with this content; signature, tags and membership are right in their sizes only.
Bytes public_commit(const Group& group, std::uint64_t epoch, const Bytes& sender, const Bytes& commit) {
  tls::Writer writer;
  writer.fixed(Bytes{0, 1, 0, 1});
  writer.opaque(group.group_id());
  writer.u64(epoch);
  writer.fixed(sender);
  writer.opaque(ByteView{});
  writer.u8(3);
  writer.fixed(commit);
  writer.opaque(Bytes(64, 1));
  writer.opaque(Bytes(32, 2));
  if (sender[0] == 1) writer.opaque(Bytes(32, 3));
  return writer.take();
}

Bytes private_message(const Group& group, std::uint64_t epoch, std::uint8_t type, std::size_t size) {
  PrivateMessage message{group.group_id(), epoch, static_cast<ContentType>(type), {}, Bytes(28, 1), Bytes(size, 2)};
  return encode_message(std::move(message));
}

TEST(Processing, GarbageCommits) {
  Scene scene;
  const std::uint64_t now = scene.anna().epoch();
  for (const std::size_t size : {512U, 4096U, 65536U}) {
    for (const Bomb& bomb : commit_bombs(size)) {
      for (const std::uint64_t epoch : {now - 1, now, now + 1}) {
        scene.expect_modest("a member's " + bomb.name, public_commit(scene.anna(), epoch, {1, 0, 0, 0, 1}, bomb.bytes));
        scene.expect_modest("a newcomer's " + bomb.name, public_commit(scene.anna(), epoch, {4}, bomb.bytes));
      }
    }
  }
}

TEST(Processing, GarbageCiphertexts) {
  Scene scene;
  const std::uint64_t now = scene.anna().epoch();
  for (const std::size_t size : {100U, 512U, 4096U, 65536U}) {
    for (const std::uint8_t type : Bytes{1, 2, 3}) {
      for (const std::uint64_t epoch : {now - 1, now, now + 1}) {
        scene.expect_modest("a private message", private_message(scene.anna(), epoch, type, size));
      }
    }
  }
}

TEST(Processing, DamagedMessages) {
  Scene scene;
  const auto said = scene.circle.at("bo").encrypt(Bytes(4000), 4096, scene.circle.random);
  const auto pending = scene.circle.at("bo").commit({}, scene.circle.random);
  CommitRequest request;
  request.format = HandshakeFormat::public_message;
  const auto in_public = scene.circle.at("cilla").commit(request, scene.circle.random);
  ASSERT_TRUE(said.has_value() && pending.has_value() && in_public.has_value());
  for (const Bytes& real : {*said, pending->message(), in_public->message()}) {
    for (std::size_t at = 0; at < real.size(); at += 1 + real.size() / 200) {
      Bytes damaged = real;
      damaged[at] ^= 0x11;
      scene.expect_modest("damage at " + std::to_string(at), damaged);
    }
  }
}

// Commits that a stranger signs: only the proposals of an external commit may be in one.
TEST(Processing, StrangersCommits) {
  Scene scene;
  TestRandom random(8);
  const OwnIdentity stranger = identity("stranger", random);
  const GroupContext context = decode_message<GroupInfo>(*scene.anna().group_info())->group_context;
  for (const std::size_t size : {2048U, 16384U, 65536U}) {
    for (const Bomb& bomb : commit_bombs(size)) {
      auto commit = tls::decode<Commit>(bomb.bytes);
      if (!commit) continue;
      if (!commit->path) commit->path.emplace();
      commit->path->leaf_node.signature_key = stranger.signature_key.public_key;
      FramedContent framed{context.group_id, context.epoch, {SenderType::new_member_commit, 0}, {}, std::move(*commit)};
      const Bytes encoded = tls::encode(context);
      auto content = sign_content(kWirePublicMessage, std::move(framed), encoded, stranger.signature_key.seed.view());
      content->auth.confirmation_tag = Bytes(32);
      auto message = protect_public(std::move(*content), SecretBytes(32), encoded);
      scene.expect_modest("a stranger's " + bomb.name, encode_message(std::move(*message)));
    }
  }
}

}  // namespace
}  // namespace bredvid::allocation
