// PrivateMessages by a member who holds the keys: padding, sender data, generations and what is inside.
#include "crypto/primitives/aead.h"
#include "tests/mutants/insider.h"

namespace bredvid::mutants {
namespace {

using namespace mls;
using namespace mls::testing_support;

// How the message is sealed. Hooks may be empty.
struct Sealing {
  std::size_t padding = 0;
  std::uint32_t leaf = 1;
  std::uint32_t generation = 0;  // that the sender data names
  std::function<void(Bytes&)> plaintext = {};
  std::function<void(Bytes&)> sender_data = {};
  std::function<void(PrivateMessage&)> before = {};  // before it is sealed: what is authenticated with it
  std::function<void(PrivateMessage&)> after = {};
};

Bytes flipped(Bytes bytes, std::size_t at) {
  bytes[at] ^= 1;
  return bytes;
}

// struct { opaque group_id<V>; uint64 epoch; ContentType content_type; }, with authenticated_data behind it or not.
Bytes aad_of(const PrivateMessage& message, bool with_data) {
  tls::Writer writer;
  writer.opaque(message.group_id);
  writer.u64(message.epoch);
  writer.u8(static_cast<std::uint8_t>(message.type));
  if (with_data) writer.opaque(message.authenticated_data);
  return writer.take();
}

// Seals content of Bo's as RFC 9420 6.3 says.
Bytes seal(const World& world, const AuthenticatedContent& content, const Sealing& how) {
  const ContentType type = content_type(content.content.content);
  tls::Writer stored_tree;
  world.bo.secret_tree.encode(stored_tree);
  tls::Reader reader(stored_tree.view());
  SecretTree tree = SecretTree::decode(reader);
  Ratchet* ratchet =
      tree.ratchet({1}, type == ContentType::application ? RatchetType::application : RatchetType::handshake);
  const auto key = ratchet->take(ratchet->next_generation());

  tls::Writer writer;
  encode_content(writer, content.content.content);
  content.auth.encode(writer, type);
  Bytes plaintext = writer.take();
  plaintext.resize(plaintext.size() + how.padding);
  if (how.plaintext) how.plaintext(plaintext);

  PrivateMessage message{
      content.content.group_id, content.content.epoch, type, content.content.authenticated_data, {}, {}};
  if (how.before) how.before(message);
  const Bytes guard{1, 2, 3, 4};
  Bytes nonce = to_bytes(key->nonce.view());
  for (std::size_t i = 0; i < guard.size(); ++i) nonce[i] ^= guard[i];
  message.ciphertext = *crypto::aead_seal(key->key.view(), nonce, aad_of(message, true), plaintext);

  tls::Writer sender;
  sender.u32(how.leaf);
  sender.u32(how.generation);
  sender.fixed(guard);
  Bytes sender_data = sender.take();
  if (how.sender_data) how.sender_data(sender_data);
  const MessageKey hiding = sender_data_key(world.bo.secrets.sender_data, message.ciphertext);
  message.encrypted_sender_data =
      *crypto::aead_seal(hiding.key.view(), hiding.nonce.view(), aad_of(message, false), sender_data);
  if (how.after) how.after(message);
  return encode_message(std::move(message));
}

AuthenticatedContent application(World& world, std::uint16_t wire_format = kWirePrivateMessage) {
  const Bytes text = to_bytes(bytes_of("hej"));
  FramedContent framed{world.bo.context.group_id,
                       world.bo.context.epoch,
                       {SenderType::member, 1},
                       {},
                       ApplicationData{{text.begin(), text.end()}}};
  return *sign_content(wire_format, std::move(framed), world.context, world.bo.signature_key.seed.view());
}

// The same attacks on application data and on a commit.
class InsiderPrivate : public testing::TestWithParam<bool> {
 protected:
  InsiderPrivate()
      : content(GetParam() ? world.forge({}, kWirePrivateMessage).content : application(world)),
        prefix(GetParam() ? "private commit: " : "private application: ") {}
  void attack(const std::string& field, const std::string& way, const Sealing& how) {
    world.expect_refused(prefix + field, way, seal(world, content, how));
  }
  World world;
  AuthenticatedContent content;
  std::string prefix;
};

TEST_P(InsiderPrivate, Padding) {
  for (std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{255}, std::size_t{4096}}) {
    world.expect_accepted(prefix + "padding", seal(world, content, {.padding = size}));
  }
  for (std::size_t at = 0; at < 64; ++at) {
    attack("padding", "not zero", {.padding = 64, .plaintext = [at](Bytes& text) { text[text.size() - 1 - at] = 1; }});
  }
  attack("padding", "one byte", {.padding = 1, .plaintext = [](Bytes& text) { text.back() = 0x80; }});
  attack("padding", "ones",
         {.padding = 32, .plaintext = [](Bytes& text) { std::fill(text.end() - 32, text.end(), std::uint8_t{0xff}); }});
}

TEST_P(InsiderPrivate, SenderData) {
  attack("sender", "the victim", {.leaf = 0});
  for (std::uint32_t leaf : {2U, 3U, 4U, 7U, 1024U, 0xffffffffU}) {
    attack("sender", std::to_string(leaf), {.leaf = leaf});
  }
  for (std::uint32_t generation : {1U, 2U, 256U, 257U, 1000U, 0x7fffffffU, 0xfffffffeU, 0xffffffffU}) {
    attack("generation", std::to_string(generation), {.generation = generation});
  }
  for (std::size_t at = 8; at < 12; ++at) {
    attack("reuse_guard", "a byte", {.sender_data = [at](Bytes& data) { data[at] ^= 1; }});
  }
  for (std::size_t size : {std::size_t{0}, std::size_t{4}, std::size_t{8}, std::size_t{11}, std::size_t{13}}) {
    attack("sender data", "a size", {.sender_data = [size](Bytes& data) { data.resize(size); }});
  }
}

TEST_P(InsiderPrivate, Inside) {
  for (std::size_t cut = 1; cut < 64; cut += 5) {
    attack("content", "cut", {.plaintext = [cut](Bytes& text) { text.resize(text.size() - cut); }});
  }
  attack("content", "empty", {.plaintext = [](Bytes& text) { text.clear(); }});
  attack("content", "twice", {.plaintext = [](Bytes& text) {
           const Bytes once = text;
           text.insert(text.end(), once.begin(), once.end());
         }});
  for (std::size_t i = 0; i < 64; i += 4) {
    AuthenticatedContent altered = content;
    altered.auth.signature = flipped(altered.auth.signature, i);
    world.expect_refused(prefix + "signature", "a byte", seal(world, altered, {}));
  }
  for (std::size_t size : {std::size_t{0}, std::size_t{63}, std::size_t{65}}) {
    AuthenticatedContent altered = content;
    altered.auth.signature.resize(size);
    world.expect_refused(prefix + "signature", "a size", seal(world, altered, {}));
  }
}

TEST_P(InsiderPrivate, Around) {
  attack("authenticated_data", "other than signed",
         {.before = [](PrivateMessage& message) { message.authenticated_data = {1}; }});
  attack("authenticated_data", "other than sealed",
         {.after = [](PrivateMessage& message) { message.authenticated_data = {1}; }});
  for (ContentType type : {ContentType::application, ContentType::proposal, ContentType::commit}) {
    if (type == content_type(content.content.content)) continue;
    attack("content_type", "other than inside", {.before = [type](PrivateMessage& message) { message.type = type; }});
    attack("content_type", "other than sealed", {.after = [type](PrivateMessage& message) { message.type = type; }});
  }
  attack("group_id", "another", {.before = [](PrivateMessage& message) { message.group_id.push_back(1); }});
  for (int step : {-1, 1}) {
    attack("epoch", std::to_string(step),
           {.before = [step](PrivateMessage& message) { message.epoch += static_cast<std::uint64_t>(step); }});
  }
  for (std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{15}, std::size_t{16}}) {
    attack("ciphertext", "a size", {.after = [size](PrivateMessage& message) { message.ciphertext.resize(size); }});
    attack("encrypted_sender_data", "a size",
           {.after = [size](PrivateMessage& message) { message.encrypted_sender_data.resize(size); }});
  }
}

std::string name_of(const testing::TestParamInfo<bool>& param) {
  return param.param ? "Commit" : "Application";
}
INSTANTIATE_TEST_SUITE_P(Kinds, InsiderPrivate, testing::Bool(), name_of);

TEST(InsiderPrivateMore, SignedForAnotherWireFormat) {
  World world;
  world.expect_refused("private application: signature", "made for a PublicMessage",
                       seal(world, application(world, kWirePublicMessage), {}));
  world.expect_refused("private commit: signature", "made for a PublicMessage",
                       seal(world, world.forge({}, kWirePublicMessage).content, {}));
}

// Found wrong only when the new epoch has been computed: nothing may have moved by then, not even the message key.
TEST(InsiderPrivateMore, CommitsThatFailLate) {
  World world;
  const AuthenticatedContent good = world.forge({}, kWirePrivateMessage).content;
  for (std::size_t i = 0; i < 32; ++i) {
    AuthenticatedContent altered = good;
    altered.auth.confirmation_tag[i] ^= 1;
    world.expect_refused("private commit: confirmation_tag", "a byte", seal(world, altered, {}));
  }
  for (std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{31}, std::size_t{33}}) {
    AuthenticatedContent altered = good;
    altered.auth.confirmation_tag.resize(size);
    world.expect_refused("private commit: confirmation_tag", "a size", seal(world, altered, {}));
  }
  Plan plan;
  plan.sealed = [](UpdatePath& path) { path.nodes[0].encrypted_path_secret[0].ciphertext[0] ^= 1; };
  world.expect_refused("private commit: sealed secret", "a byte",
                       seal(world, world.forge(plan, kWirePrivateMessage).content, {}));
  world.expect_accepted("the same commit with nothing altered", seal(world, good, {}));
  const Bytes before = stored(world.anna());
  const auto done =
      world.anna().process(seal(world, good, {}), knows_psk(), [](const CommitApplied&) { return false; });
  EXPECT_EQ(done.error(), CryptoError::refused_by_policy);
  EXPECT_EQ(stored(world.anna()), before);
}

TEST(InsiderPrivateMore, TheSameKeyTwice) {
  World world;
  const Bytes first = seal(world, application(world), {});
  ASSERT_TRUE(world.anna().process(first, knows_psk(), accepts_all()).has_value());
  world.expect_refused("private application: generation", "used", first);
  world.expect_refused("private application: generation", "used", seal(world, application(world), {.padding = 16}));
}

}  // namespace
}  // namespace bredvid::mutants
