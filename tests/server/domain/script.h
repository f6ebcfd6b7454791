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

crypto::SignatureKey login_key();

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
  explicit Script(ConnectionConfig config = {}, const Key32& challenge = kChallenge);
  ~Script();

  void frame(const wire::ClientFrame& f);
  void bytes(const std::vector<std::uint8_t>& raw);
  void answer(Token to, StoreResult result);
  void publish(const CircleId& circle, std::shared_ptr<const LiveEnvelope> envelope = nullptr);

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
  std::optional<ErrorCode> error() const;
  bool closed() const { return !last<CloseConnection>().empty(); }

  /// Goes through the login with these circles; leaves the fetches unanswered.
  void log_in(wire::Role role, std::vector<wire::Circle> circles = {}, LoginMore more = {});

  Connection connection;
  Instant now = kStart;
  Effects effects;
  /// of the last asked()
  Token token = 0;

  void run(Effects made);
};

wire::Enrolment enrolment();

}  // namespace bredvid::domain
