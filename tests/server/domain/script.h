// Drives a Connection without sockets: frames in, store answers by hand, effects out.
#pragma once

#include <gtest/gtest.h>

#include "crypto/primitives/hash.h"
#include "crypto/primitives/signature.h"
#include "server/domain/connection.h"
#include "server/wire/codec.h"
#include "tests/server/wire/examples.h"

namespace bredvid::domain {

using wire::counted;
using wire::counted_array;
using wire::counted_id;

inline const Key32 kChallenge = counted_array<32>(0x77);
inline const auto kDevice = counted_id<DeviceId>(0x10);
inline const auto kCircle = counted_id<CircleId>(0xc0);
inline const std::vector<wire::Span> kSpans{{{1}, {20727}, {20818}}};
inline const wire::Organisation kOrganisation{wire::OrgKind::municipality, "Krisstöd", ""};
constexpr Instant kStart{1'795'000'000'000};

inline crypto::SignatureKey login_key() {
  return *crypto::signature_key_from_seed(counted(32, 5));
}

template <std::size_t N>
std::array<std::uint8_t, N> as_array(const Bytes& bytes) {
  std::array<std::uint8_t, N> out{};
  std::copy(bytes.begin(), bytes.end(), out.begin());
  return out;
}

struct LoginMore {
  OrganisationId organisation_id{};
  std::vector<GoneDevice> gone{};
  std::optional<WaitingPlace> place{};
};

/// A connection, the effects it has given so far, and the last ones.
class Script {
 public:
  explicit Script(ConnectionConfig config = {}, const Key32& challenge = kChallenge)
      : connection(std::move(config), challenge, kStart) {
    run(connection.on_open(now));
  }

  void frame(const wire::ClientFrame& f) { run(connection.on_frame(wire::encode(f), now)); }
  void bytes(const std::vector<std::uint8_t>& raw) { run(connection.on_frame(raw, now)); }
  void answer(Token to, StoreResult result) { run(connection.on_stored(to, std::move(result), now)); }
  void publish(const CircleId& circle, std::shared_ptr<const LiveEnvelope> envelope = nullptr) {
    run(connection.on_published(circle, envelope, now));
  }

  /// The last effects of one kind.
  template <class E>
  std::vector<const E*> last() const {
    std::vector<const E*> found;
    for (const Effect& effect : effects) {
      if (const E* one = std::get_if<E>(&effect)) found.push_back(one);
    }
    return found;
  }
  template <class F>
  std::vector<const F*> sent() const {
    std::vector<const F*> found;
    for (const Send* send : last<Send>()) {
      if (const F* one = std::get_if<F>(&send->frame)) found.push_back(one);
    }
    return found;
  }
  /// The only question of the given kind that was asked last.
  template <class R>
  const R* asked() {
    const R* found = nullptr;
    for (const Submit* submit : last<Submit>()) {
      const R* request = std::get_if<R>(&submit->request);
      if (request == nullptr) continue;
      if (found != nullptr) return nullptr;
      found = request;
      token = submit->token;
    }
    return found;
  }
  std::optional<ErrorCode> error() const {
    const auto errors = sent<wire::Error>();
    if (errors.size() != 1) return std::nullopt;
    return static_cast<ErrorCode>(errors[0]->code);
  }
  bool closed() const { return !last<CloseConnection>().empty(); }

  /// Goes through the login with these circles; leaves the fetches unanswered.
  void log_in(wire::Role role, std::vector<wire::Circle> circles = {}, LoginMore more = {}) {
    const Bytes message = concat({bytes_of("bredvid.v1 login"), kChallenge, kDevice.view()});
    frame(wire::Login{{1}, kDevice, as_array<64>(*crypto::sign(login_key().seed.view(), message))});
    ASSERT_TRUE(asked<FindDevice>());
    answer(token, DeviceFound{kDevice, as_array<32>(login_key().public_key)});
    ASSERT_TRUE(asked<LoadLogin>());
    answer(token, LoginData{role,
                            kOrganisation,
                            std::move(circles),
                            kSpans,
                            more.organisation_id,
                            std::move(more.gone),
                            {},
                            std::move(more.place)});
    ASSERT_EQ(sent<wire::LoginOk>().size(), 1U);
  }

  Connection connection;
  Instant now = kStart;
  Effects effects;
  /// of the last asked()
  Token token = 0;

  void run(Effects made) { effects = std::move(made); }
};

inline wire::Enrolment enrolment() {
  wire::Enrolment made{kDevice,
                       as_array<32>(login_key().public_key),
                       {},
                       counted_id<ShareId>(3),
                       counted_id<Secret32>(1),
                       counted_id<Secret32>(2)};
  const Bytes message = concat({bytes_of("bredvid.v1 enrol"), kChallenge, kDevice.view(), made.login_key});
  made.proof = as_array<64>(*crypto::sign(login_key().seed.view(), message));
  return made;
}

}  // namespace bredvid::domain
