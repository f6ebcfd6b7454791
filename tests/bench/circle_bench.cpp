#include "tests/bench/circle_bench.h"

#include "crypto/circle/circle.h"
#include "crypto/circle/vault.h"
#include "crypto/primitives/aead.h"
#include "crypto/primitives/hash.h"
#include "crypto/primitives/kem.h"
#include "crypto/primitives/signature.h"
#include "tests/bench/stopwatch.h"

namespace bredvid::bench {
namespace {

using circle::Circle;

constexpr std::uint32_t kToday = 20000;

struct Phones {
  circle::CircleId id;
  std::vector<Circle> phones;
  std::uint64_t epoch = 0;

  void deliver(std::size_t from, circle::EnvelopeKind kind, std::uint64_t at, ByteView blob) {
    for (std::size_t i = 0; i < phones.size(); ++i) {
      if (i != from || kind == circle::EnvelopeKind::message) (void)phones[i].receive(kind, at, blob);
    }
  }
};

void let_in(Phones& all, Random& random) {
  auto made =
      take(all.phones[0].make_slip({circle::SlipForm::qr, circle::Role::parent, kToday + 7, kToday, std::nullopt},
                                   circle::ContentId::fresh(random), 0, random),
           "slip");
  all.deliver(0, circle::EnvelopeKind::message, made.notice.epoch, made.notice.blob);
  auto joined = take(Circle::join({made.slip, all.id, made.packages.back().sealed, circle::DeviceId::fresh(random),
                                   "Förälder", kToday},
                                  random),
                     "join");
  all.deliver(all.phones.size(), circle::EnvelopeKind::commit, joined.commit.epoch, joined.commit.commit);
  all.phones.push_back(std::move(joined.circle));
  const auto hello = take(all.phones.back().hello(circle::ContentId::fresh(random), 0, random), "hello");
  all.deliver(all.phones.size() - 1, circle::EnvelopeKind::message, hello.epoch, hello.blob);
}

circle::Content text(Random& random) {
  return {circle::ContentId::fresh(random), 1, circle::Text{std::string(200, 'a')}};
}

Phones circle_of(std::size_t devices, Random& random) {
  Phones all{circle::CircleId::fresh(random), {}, 0};
  const circle::Identity self{circle::Role::supporter, circle::MemberId::fresh(random),
                              circle::DeviceId::fresh(random)};
  all.phones.push_back(take(Circle::create(all.id, self, "Kerstin", random), "circle"));
  while (all.phones.size() < devices) let_in(all, random);
  for (std::size_t i = 0; i < 40; ++i) {
    const std::size_t from = i % devices;
    const auto sent = take(all.phones[from].send(text(random), random), "send");
    all.deliver(from, circle::EnvelopeKind::message, sent.epoch, sent.blob);
  }
  return all;
}

}  // namespace

void primitives(Random& random) {
  const auto nothing = [] { return 0; };
  const crypto::SignatureKey key = crypto::make_signature_key(random);
  const Bytes message(600, 1);
  const Bytes signature = take(crypto::sign(key.seed.view(), message), "sign");
  const crypto::KemKey kem = crypto::kem_make_key(random);
  measure("x25519", 0, nothing,
          [&](int) { require(crypto::x25519(kem.private_key.view(), kem.public_key).has_value(), "x25519"); });
  measure("x25519_public", 0, nothing,
          [&](int) { require(crypto::x25519_public(kem.private_key.view()).has_value(), "x25519"); });
  measure("ed25519_sign", 0, nothing,
          [&](int) { require(crypto::sign(key.seed.view(), message).has_value(), "sign"); });
  measure("ed25519_verify", 0, nothing,
          [&](int) { require(crypto::verify(key.public_key, message, signature).has_value(), "verify"); });
  measure("hkdf_expand_32", 0, nothing,
          [&](int) { require(!crypto::hkdf_expand<32>(kem.private_key.view(), message).empty(), "hkdf"); });
  measure("sha256_600", 0, nothing, [&](int) { require(!crypto::sha256(message).empty(), "sha256"); });
  measure("aead_seal_600", 0, nothing,
          [&](int) { require(crypto::aead_seal(kem.private_key.view(), Bytes(12), {}, message).has_value(), "aead"); });
}

void circles(Random& random) {
  Phones all = circle_of(5, random);
  report_bytes("circle_state", 5, all.phones[1].serialize().size());
  const SecretBytes stretched = take(circle::stretch_pin(bytes_of("123456"), Bytes(16)), "stretch");
  const auto vault = take(circle::Vault::unlock(stretched, Bytes(32)), "vault");
  const auto store = [&](const Circle& phone) {
    require(vault.seal("circle", phone.serialize().view(), random).has_value(), "seal");
  };
  circle::Outgoing sent;
  measure(
      "circle_send_and_store", 5, [] { return 0; },
      [&](int) {
        sent = take(all.phones[0].send(text(random), random), "send");
        store(all.phones[0]);
      });
  Phones other = circle_of(5, random);
  measure(
      "circle_receive_and_store", 5, [&] { return take(other.phones[0].send(text(random), random), "send"); },
      [&](const circle::Outgoing& message) {
        const auto events = other.phones[1].receive(circle::EnvelopeKind::message, message.epoch, message.blob);
        require(events.size() == 1 && std::holds_alternative<circle::Said>(events[0]), "receive");
        store(other.phones[1]);
      });
}

}  // namespace bredvid::bench
