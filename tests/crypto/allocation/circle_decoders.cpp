#include <bit>

#include "crypto/circle/circle.h"
#include "crypto/circle/vault.h"
#include "crypto/primitives/aead.h"
#include "tests/crypto/allocation/decoders.h"
#include "tests/crypto/circle/counting_random.h"

namespace bredvid::allocation {
namespace {

using namespace circle;

constexpr std::uint32_t kToday = 20'000;

// A circle of one supporter with a live slip.
struct Scene {
  CountingRandom random;
  CircleId id = CircleId::fresh(random);
  Circle circle =
      *Circle::create(id, {Role::supporter, MemberId::fresh(random), DeviceId::fresh(random)}, "Kerstin", random);
  MadeSlip made = *circle.make_slip({SlipForm::qr, Role::parent, kToday + 7, kToday, std::nullopt},
                                    ContentId::fresh(random), 1, random);
  SlipKeys keys = derive_slip_keys(made.slip);
  Vault vault = *Vault::unlock(SecretBytes(Bytes(32, 1)), Bytes(32, 2));
};

Scene& scene() {
  static Scene one;
  return one;
}

bool open(ByteView sealed) {
  return open_package(sealed, scene().keys.join.view(), scene().id, scene().made.slip.selector).has_value();
}

bool receive(EnvelopeKind kind, ByteView blob) {
  return scene().circle.receive(kind, 0, blob).empty();
}

}  // namespace

std::vector<Decoder> circle_decoders() {
  return {
      {"content", [](ByteView input) { return decode_content(input).has_value(); }},
      {"slip text",
       [](ByteView input) {
         return parse_slip({reinterpret_cast<const char*>(input.data()), input.size()}).has_value();
       }},
      {"join package", open},
      {"join package, opened", [](ByteView input) { return tls::decode<JoinPackage>(input).has_value(); }},
      {"circle state", [](ByteView input) { return Circle::restore(input).has_value(); }},
      {"record", [](ByteView input) { return scene().vault.open("here", input).has_value(); }},
      {"message", [](ByteView input) { return receive(EnvelopeKind::message, input); }},
      {"commit", [](ByteView input) { return receive(EnvelopeKind::commit, input); }},
  };
}

std::vector<Bytes> real_circle_data() {
  Scene& s = scene();
  const auto content = encode_content({ContentId::fresh(s.random), 1, Text{"Hur är det?"}});
  const auto package = open_package(s.made.packages.back().sealed, s.keys.join.view(), s.id, s.made.slip.selector);
  return {to_bytes(content->view()),
          to_bytes(bytes_of(slip_text(s.made.slip))),
          s.made.packages.back().sealed,
          tls::encode(*package),
          to_bytes(s.circle.serialize().view()),
          *s.vault.seal("here", Bytes(500), s.random)};
}

// A join package whose lists are as long as they can be; a roster entry needs 19 bytes.
std::vector<Bytes> circle_bombs(std::size_t size) {
  const auto package = [&](std::size_t slips, std::size_t entries) {
    tls::Writer writer;
    writer.u8(1);
    writer.opaque(ByteView{});
    writer.u8(1);
    writer.u32(kToday);
    writer.u8(0);
    writer.vector([&](tls::Writer& inner) {
      for (std::size_t i = 0; i < slips; ++i) {
        inner.fixed(Bytes(4));
        inner.u8(1);
        inner.fixed(Bytes(5));
        inner.fixed(Bytes(32 + 32 + 16 + 16));
      }
    });
    writer.vector([&](tls::Writer& inner) {
      for (std::size_t i = 0; i < entries; ++i) {
        inner.fixed(Bytes{static_cast<std::uint8_t>(i >> 8), static_cast<std::uint8_t>(i)});
        inner.fixed(Bytes(14));
        inner.fixed(Bytes{1, 0, 0});
      }
    });
    return writer.take();
  };
  // Just beyond a power of two a growing vector is at its worst.
  return {package(size / 110, 0), package(0, size / 20), package(0, std::bit_floor(size / 20) + 1)};
}

}  // namespace bredvid::allocation
